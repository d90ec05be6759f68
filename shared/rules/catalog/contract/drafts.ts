/** What a finished text must not hold any more: placeholders, open choices, remarks of those who drafted it. */
import type { Paragraph } from '../../../document/model.ts';
import { clauseOf } from '../../around.ts';
import { bodyParagraphs, mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

/** One expression a kind of placeholder; bounded, run on one paragraph at a time. */
const placeholders = [
  /[【[［〔][\s\u3000●○◆■□•…._＿*＊]{0,12}[】\]］〕]/gu,
  /\{\{[^{}\n]{0,40}\}\}|[$#]\{[^{}\n]{0,40}\}|<<[^<>\n]{1,20}>>|《《[^》\n]{1,20}》》/gu,
  /(?<![\dA-Za-z×✕Ｘ.-])(?:[Xx×✕Ｘ]{3,}|[XＸ×✕]{2}(?=\s?[\u4e00-\u9fff《%％]))(?![\dA-Za-z-])|[Xx×Ｘ]{1,4}年[Xx×Ｘ]{1,2}月[Xx×Ｘ]{1,2}日|20[Xx×Ｘ]{2}年|[Xx×Ｘ]月[Xx×Ｘ]{1,2}日|(?<=[\u4e00-\u9fff\d：:])[×✕](?=[年月日元号市区县])/gu,
  /(?<![\d*])[*＊]{3,}(?=[\u4e00-\u9fff])|[●◆]{2,}|…{4,}(?=[元年月日])/gu,
  /(?<=^|[：:])\s*请(?:填写|输入|填入|插入)(?:具体|相应|实际|详细|完整)?(?:的)?(?:内容|地址|地点|名称|金额|日期|数量|时间|信息|条款)/gu,
  /(?:请|需|须)(?:在此处?|于此处?)?(?:填写|填入|输入|插入|填列)(?=[^，。；]{0,14}[）)】\]」”]|\s*$)/gu,
  /此处(?:请)?(?:插入|填写|填入|补充|粘贴|输入|空白)/gu,
  /(?:内容|信息|数据|金额|条款|附件|名称)?(?:待补充|待填写?|待完善|待录入)/gu,
  /\b(?:TBD|TODO|tbd|TBC)\b|N\/A待定/gu,
  /[（(【[]\s*(?:示例|样例|范例|示范)[^）)】\]]{0,8}[）)】\]]/gu,
  /(?<=(?:价款?|金额|总价|总额|费用|租金|期限?|工期|日期|时间|[甲乙丙丁]方|单位|公司|名称|姓名|地点|账户|账号|供应商|承包人)(?:（[^）]{0,10}）)?\s*(?:暂?为|是|[：:])\s*(?:人民币)?)(?:暂?待定|另定|待确定|待议)(?![额价标])/gu,
] as const;
/** A line that is a date and no more is filled in by hand on signing. */
const signingDate = /^\s*[Xx×Ｘ]{1,4}年[Xx×Ｘ]{1,2}月[Xx×Ｘ]{1,2}日\s*$/u;
const masked = pattern('脱敏|匿名(?:化)?处理|隐去|化名|以[×Xx＊*]+代替|打码');

const placeholderLeft: Rule = {
  id: 'placeholder-left',
  title: '残留模板占位符',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '范本里留给人替换的符号和提示语没有换成实际内容，签署后当事人、金额或期限就无从确定。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '逐处换成实际内容，用不上的连同提示语一并删去，再全文检索一次同类符号。',
  traps: ['型号、规格中与数字或连字符相连的字母是实际内容。', '文本声明已作脱敏处理的，符号是有意遮盖。'],
  check: (context) =>
    mentions(context, masked)
      ? []
      : bodyParagraphs(context).flatMap((paragraph): Hit[] => {
          if (signingDate.test(paragraph.text)) return [];
          const found = placeholders
            .flatMap((one) => [...paragraph.text.matchAll(one)])
            .toSorted((a, b) => a.index - b.index);
          const [first, ...rest] = found.map((match) => ({
            block: paragraph.id,
            from: match.index,
            to: match.index + match[0].length,
          }));
          if (!first) return [];
          const clause = clauseOf(context, first).text.trim();
          const more = rest.length > 0 ? `，本段共 ${rest.length + 1} 处` : '';
          return [{ at: first, related: rest, message: `${quoted(clause, 30)}里还留着占位内容${more}。` }];
        }),
  examples: {
    hits: [
      { text: '乙方：XXX有限公司。', quote: 'XXX', says: '占位内容' },
      { text: '第二条 服务期自【　】年【　】月起算。', quote: '【　】', says: '2 处' },
      { text: '采购人：云州市××区文化馆\n第一条 标的为{{项目名称}}。', quote: '{{项目名称}}' },
      { text: '| 项目 | 内容 |\n| --- | --- |\n| 交付地点 | （请填写详细地址） |', quote: '请填写' },
      { text: '第六条 合同总价：待定。', quote: '待定' },
      { text: '交货地点：请填写具体地址；数量五台。' },
    ],
    nearMisses: [
      { text: '型号：XXX-200（以铭牌为准）' },
      { text: '乙方（签字）：\n×年×月×日' },
      { text: '依据临政办〔2026〕12号文件，【临河区文化馆】委托乙方布展。' },
      { text: '本件已作脱敏处理。乙方：×××有限公司。' },
      { text: '衣服尺码为XXL，共20件，规格3×4米。' },
      { text: '乙方应指导群众填写申请表，待定标后公示。' },
      { text: '群众办理业务时请填写申请表。' },
    ],
  },
};

const open = '□☐◻▢○';
const ticked = '☑☒■✓✔√☒🗹';
const boxes = new RegExp(`[${open}${ticked}]`, 'gu');
const exclusive =
  /(?:第|按|选|下列|以下)[^。；]{0,10}种|择一|任选其一|单选|只选|二选一|选择?其一|其中一[种项]|是否|(?:方式|性质|类型)[：:]/u;
/** Two answers that cannot both hold. */
const opposed =
  /[☑☒■✓✔√]\s*(?:是|有|含税|需要|同意|接受|允许)(?![^☑☒■✓✔√□☐]{0,6}[□☐])[^☑☒■✓✔√□☐]{0,8}[☑☒■✓✔√]\s*(?:否|无|不)|[☑☒■✓✔√]\s*(?:提交|提请|向|由)?[^☑☒■✓✔√]{0,20}仲裁[^☑☒■✓✔√]{0,30}[☑☒■✓✔√][^☑☒■✓✔√]{0,20}(?:法院|诉讼|起诉)/u;
const emptyChoice =
  /(?:第\s*(?:[（(【[]\s*[\s\u3000_＿/]{0,12}[）)】\]]|[_＿][_＿\s]{0,12}|[ \u3000]{2,12})|(?:按|选择?|以下|下列|采[用取])\s*(?:[（(【[]\s*[\s\u3000_＿/]{0,12}[）)】\]]|[_＿][_＿\s]{0,12})\s*(?=[种项]))\s*(?:种|项|类|款|条)?[^。；，]{0,4}?(?:方式|方案|办法|情形|标准|执行|解决|处理|项|种)|(?:方式|方案|选择|选项|争议解决)[^。；（(]{0,8}[（(][\s\u3000]{0,12}[）)]\s*[：:。]?\s*(?=[A-D1①一][.．、)）]|[（(]?[1一A][）)])/gu;

/** A run of lines with boxes, the line that introduces them first. */
type Choice = Readonly<{ lines: readonly Paragraph[]; lead: string; text: string }>;

function choicesIn(context: RuleContext): Choice[] {
  const found: { lines: Paragraph[]; lead: string }[] = [];
  let above = '';
  let inRun = false;
  for (const paragraph of bodyParagraphs(context)) {
    const count = paragraph.text.match(boxes)?.length ?? 0;
    const own = /^\s*(?:[（(]?[\d一二三四①②③④A-D][）).、．]?\s*)?[□☐◻▢○☑☒■✓✔√]/u.test(paragraph.text);
    const last = found.at(-1);
    if (count > 0 && own && inRun && last) last.lines.push(paragraph);
    else if (count > 0) found.push({ lines: [paragraph], lead: above });
    inRun = count > 0;
    if (count === 0 && paragraph.text.trim() !== '') above = paragraph.text;
  }
  return found.map(({ lines, lead }) => ({ lines, lead, text: lines.map(({ text }) => text).join('\n') }));
}

function choiceHit({ lines, lead, text }: Choice): Hit[] {
  const [first] = lines;
  const marks = text.match(boxes) ?? [];
  const chosen = marks.filter((mark) => ticked.includes(mark)).length;
  // A lone box, and bullets drawn as circles or squares, offer no choice.
  if (!first || marks.length < 2 || (chosen === 0 && !/[□☐◻▢]/u.test(text))) return [];
  const from = Math.max(0, first.text.search(new RegExp(`[${open}${ticked}]`, 'u')));
  // ■ alone marks a choice only between options that stand in one line after their name.
  const inLine = from > 0 && lines.length === 1 && exclusive.test(first.text.slice(0, from));
  if (chosen > 0 && !/[□☐◻▢☑☒✓✔√]/u.test(text) && !inLine) return [];
  const at = { block: first.id, from, to: Math.max(from + 1, Math.min(first.text.trimEnd().length, from + 40)) };
  const shown = quoted(text.slice(from), 30);
  if (chosen === 0) return [{ at, message: `${marks.length} 个选择项都没有勾选：${shown}。` }];
  const single = exclusive.test(lead.slice(-40)) || exclusive.test(first.text.slice(0, from));
  if (chosen > 1 && (opposed.test(text) || (single && chosen === marks.length))) {
    return [{ at, message: `只能选一项的地方勾选了 ${chosen} 项：${shown}。` }];
  }
  return [];
}

const checkboxUnselected: Rule = {
  id: 'checkbox-unselected',
  title: '选择项没有勾选或者重复勾选',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '供选择的条款没有选定，等于双方对这一事项没有约定；互相排斥的两项都选，等于约定自相矛盾。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '选定一项并划去其余各项；以序号选择的，把序号填进括号。',
  traps: ['已经填好序号或者勾选了其中一项的选择条款是完整的。', '可以并选的清单（如提交资料的种类）勾选多项不算重复。'],
  check: (context) => {
    const hits = [
      ...choicesIn(context).flatMap(choiceHit),
      ...bodyParagraphs(context).flatMap((paragraph): Hit[] =>
        [...paragraph.text.matchAll(emptyChoice)].slice(0, 1).map((match) => ({
          at: { block: paragraph.id, from: match.index, to: match.index + match[0].length },
          message: `应当填写所选序号的地方是空的：${quoted(match[0])}。`,
        })),
      ),
    ];
    const [first, ...rest] = hits;
    // A printed form that nobody has filled in yet: one note is enough.
    if (!first || hits.length <= 6) return hits;
    const related = rest.flatMap(({ at }) => (at ? [at] : []));
    return [
      { ...first, related, severity: 'notice', message: `全文有 ${hits.length} 处选择项没有选定，似为未填写的范本。` },
    ];
  },
  examples: {
    hits: [
      { text: '争议按以下第（　）种方式解决：1.仲裁；2.诉讼。', quote: '第（　）种方式', says: '空的' },
      { text: '第五条 付款方式：□一次性支付　□分期支付', says: '都没有勾选' },
      { text: '发票类型为以下一种：\n□ 增值税专用发票\n□ 增值税普通发票', says: '2 个选择项' },
      { text: '| 是否含税 | ☑是 ☑否 |\n| --- | --- |\n| 税率 | 6% |', says: '勾选了 2 项' },
      { text: '第九条 双方选择第____种方案执行。', quote: '第____种方案' },
      { text: '付款方式（选择其一）：☑一次付清　☑按月支付。' },
    ],
    nearMisses: [
      { text: '争议按以下第（2）种方式解决：1.仲裁；2.诉讼。' },
      { text: '第五条 付款方式：☑一次性支付　□分期支付' },
      { text: '发票类型为以下一种：\n□ 增值税专用发票\n☑ 增值税普通发票' },
      { text: '乙方提交下列资料：☑营业执照 ☑资质证书 ☑人员名单' },
      { text: '■ 服务内容\n■ 服务标准' },
    ],
  },
};

const remark =
  /[（(【[［〔][^（）()【】[\]〔〕\n]{0,30}(?:不?建议(?:改|删|修|增|补|调|明确|核|写|约定|参照|降|提高|减|压|取消|按|采用|同意|不|另|再)|(?:这里|此处|这条|这块|这个)[^（）()]{0,14}(?:对|核|改|问|查|定|看|商量|确认)一下|此处(?:请|需|须|建议|应|待|是否|有误|表述|删除|保留|为何|存疑|应为)|请(?:再|财务|法务|业务|科室)?(?:核(?:[对实查]|(?=[，,：:；;）)\]】〕]))|补[充齐全正]|复核|确认|审核|审定|斟酌|酌[定情]|领导|法务|业务|承办|甲方|乙方|各方|补充依据|贵)|律师(?:[：:]|注|意见|批注|建议|审核)|法务(?:注|意见|批注|建议)|(?:审核|编者|编辑|起草|校对|修改|评审)(?:注|意见|批注|说明)|批注[：:]?|问[：:]|(?:局长|科长|主任|处长|区长|书记|经理|主管|领导|会计|财务|科室|同志|[\u4e00-\u9fff]总|[\u4e00-\u9fff]工)(?:[：:注]|批(?:示|注)?[：:])|(?:再|需|须|待)核(?![准定批查验算减增销])|(?:核|改|补|查|商量)一下|删掉|酌改|商榷|待(?:核实|确认|商|法务|领导|请示|定稿)|存疑|是否(?:妥当|合适|需要|保留|删除|必要|准确)|[？?]{2,}|(?:本条|本款|该条|该款|这条|此条|以下)(?:拟|建议|可|应)?(?:删除?|删去|保留|改为|修改))[^（）()【】[\]〔〕\n]{0,40}[）)】\]］〕]/gu;
const openRemark =
  /^\s*(?:【?(?:批注|审稿意见|律师批注|审核意见|修改意见|法务意见|修订说明)】?\s*\d{0,2}\s*[：:])[^\n]{2,60}|(?<=[。；\s]|^)[\u4e00-\u9fff]{1,3}(?:律师|法务)(?:注|批|批注|意见|审)?\s*[：:][^\n]{2,40}|\/\/[^\n/]{0,10}(?:待改|待核|待确认|删)[^\n]{0,20}/gu;
const stageName = /[（(](征求意见稿|送审稿|讨论稿|草稿|初稿|修改稿|审议稿|草案|报审稿|待签稿)[）)]\s*$/u;
const numbered = pattern(
  '〔20\\d{2}〕\\s*\\d{1,4}\\s*号|本(?:合同|协议)[^。]{0,6}(?:已)?(?:于|自)20\\d{2}年\\d{1,2}月\\d{1,2}日(?:签订|签署|生效)',
);

const draftTrace: Rule = {
  id: 'draft-trace',
  title: '留有修订痕迹或者审稿语',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract', 'normative', 'decision', 'enforcement', 'other'],
  why: '修订、批注和审稿人的话留在定稿里，既使约定的内容不确定，也把内部意见交给了对方和公众。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '逐条接受或者拒绝修订，删去批注和审稿语，另存清稿后再送签发。',
  traps: ['括号里的解释、定义和法律依据是正文。', '送审稿、征求意见稿作为工作成果的名称出现时不是痕迹。'],
  check: (context) => [...trackedHits(context), ...remarkHits(context), ...stageHits(context)],
  examples: {
    hits: [
      {
        text: '第三条 付款期限为六十日（此处建议改为30日，张律师）。',
        quote: '（此处建议改为30日，张律师）',
        says: '审稿语',
      },
      { text: '第六条 违约金为合同总价的20%【请法务核实比例】。', quote: '【请法务核实比例】' },
      { text: '第八条 验收期限为十日。\n批注：这里要不要写工作日？', says: '批注' },
      {
        text: '云州市临河区人民政府办公室文件\n临政办〔2026〕8号\n临河区停车管理办法（送审稿）\n第一条 为规范停车，制定本办法。',
        kind: 'normative',
        quote: '送审稿',
      },
      { text: '第二条 本款（是否需要保留？）由双方另行商定。', quote: '（是否需要保留？）' },
      { text: '服务费9万元（周主任批：再谈一谈），分两期支付。' },
      { text: '工期60日（这里要跟招标文件对一下）。' },
    ],
    nearMisses: [
      { text: '第三条 付款期限为三十日（自收到发票之日起计算）。' },
      { text: '乙方应提交规划文本的征求意见稿、送审稿和报批稿（各三份）。' },
      { text: '临河区停车管理办法（征求意见稿）\n第一条 为规范停车，制定本办法。', kind: 'normative' },
      { text: '第六条 甲方对设计方案提出修改建议的，乙方应当修改（次数不限）。' },
      { text: '（请扫码查看附件）' },
    ],
  },
};

function trackedHits({ document, documentIndex }: RuleContext): Hit[] {
  const changes = document.changes.filter(({ kind }) => kind !== 'format').length;
  const comments = document.comments.filter(({ resolved }) => !resolved).length;
  if (changes + comments === 0 || documentIndex !== 0) return [];
  const said = [changes > 0 ? `${changes} 处未接受的修订` : '', comments > 0 ? `${comments} 条未处理的批注` : ''];
  return [{ at: null, missing: 'clean-text', message: `文件中还有${said.filter(Boolean).join('、')}。` }];
}

function remarkHits(context: RuleContext): Hit[] {
  return bodyParagraphs(context).flatMap((paragraph) =>
    [remark, openRemark].flatMap((wanted) =>
      [...paragraph.text.matchAll(wanted)].map((match): Hit => ({
        at: { block: paragraph.id, from: match.index, to: match.index + match[0].trimEnd().length },
        message: `正文里夹着审稿语${quoted(match[0])}。`,
      })),
    ),
  );
}

/** 送审稿 under the title of a text that already bears its number: the mark was forgotten. */
function stageHits(context: RuleContext): Hit[] {
  if (!mentions(context, numbered)) return [];
  return bodyParagraphs(context)
    .slice(0, 12)
    .flatMap((paragraph): Hit[] => {
      const match = stageName.exec(paragraph.text);
      if (!match?.[1] || paragraph.text.length > 50) return [];
      const from = match.index + 1;
      const at = { block: paragraph.id, from, to: from + match[1].length };
      return [{ at, message: `已有文号或者签署日期，标题仍写“${match[1]}”。` }];
    });
}

export const draftRules: readonly Rule[] = [placeholderLeft, checkboxUnselected, draftTrace];

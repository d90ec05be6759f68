/** Blanks left in a draft, as against those that are filled in by hand on signing. */
import type { Paragraph, Span } from '../../../document/model.ts';
import { clauseOf, inBody } from '../../around.ts';
import { bodyParagraphs, lineOf } from '../../builders.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

/** A run of underscores, a wide gap inside a line, an empty bracket, or nothing after a label's colon. */
const blank =
  /[_＿]{2,}|(?<=[\u4e00-\u9fff：:￥¥（(])[ \u3000]{3,}(?=[\u4e00-\u9fff%％‰）)，。；])|(?<=[\u4e00-\u9fff：:）)])\u3000{2}(?=[万千亿]?元)|[（(【[][ \u3000]{1,12}[)）】\]]|(?<=[\u4e00-\u9fff][：:])[ \u3000]{3,}$/gu;
/** Places that are filled in by hand on signing, or that name who signs. */
const byHand =
  /盖章|签约|签章|公章|签字|签名|印章|印鉴|（章）|\(章\)|法定代表|法人代表|负责人|委托代理|代理人|授权代表|联系|电话|传真|邮编|邮政编码|邮箱|经办|签订日期|签订时间|签署|合同编号|编\s*号|签订地|地\s*址|住\s*所|身份证|信用代码|开户|鉴证|公证|日\s*期|代表[:：（(]|双方代表|见证|附件/u;
const head =
  /^\s*(?:(?:[甲乙丙丁]\s*方|(?:出租|承租|采购|发包|承包|委托|受托|借款|贷款|保证|担保|抵押|出卖|买受|转让|受让|合作)(?:人|方|单位)|供应商|买方|卖方|供方|需方)(?:全称|名称|单位)?\s*(?:[（(【][^）)】]{0,16}[）)】])?\s*(?:[：:]|[_＿\s\u3000]{2}|[（(【]|与|和|、|[甲乙]方|$)|立合同|订立|根据)/u;
/** Addresses that the contract is about, as against those of the parties. */
const subjectPlace =
  /(?:[送交供提收到发]货|交付|安装|施工|服务|项目|房屋|工程|租赁物?|履行|签收|标的物?|仓库|卸货|配送|验收|使用|作业|建设)\s*地\s*[址点]/gu;
const weighty =
  /元|价|款|金额|租金|％|%|‰|比例|利率|期限|年|月|日|天|数量|台|套|平方米|面积|地点|地址|账户|账号|银行|违约金|保证金|法院|仲裁/u;

/** The stretch between 。 and ； around a place, without white space, what is named or filled in taken out. */
function segmentAt(text: string, at: number): string {
  const from = Math.max(...[...'。；;'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
  const rest = text.slice(from).search(/[。；;]/u);
  return text
    .slice(from, rest < 0 ? undefined : from + rest)
    .replace(/\s/gu, '')
    .replace(subjectPlace, '')
    .replace(/开户(?:银)?行[：:][\u4e00-\u9fff]{4,}/gu, '');
}

/** 实收数量六台。验收时间：__年__月__日 under the line where the receiver signs: filled in on receipt. */
function filledLater(paragraphs: readonly Paragraph[], index: number): boolean {
  return (
    /(?:签名|签字|签收人?|收货人)[：:]?\s*[_＿]{2,}/u.test(paragraphs[index - 1]?.text ?? '') &&
    /(?:时间|日期)[：:][_＿\s]*年/u.test(paragraphs[index]?.text ?? '')
  );
}

type Blank = Readonly<{ paragraph: Paragraph; at: Span; weighty: boolean }>;

function blanksIn(context: RuleContext): Blank[] {
  const paragraphs = bodyParagraphs(context);
  const signature = paragraphs.findLastIndex(({ text }) => /盖章|签字|签章|（章）|印鉴/u.test(text));
  const end = signature > paragraphs.length * 0.6 ? signature : paragraphs.length;
  const isSigning = (index: number): boolean => index >= end - 4 && end < paragraphs.length;
  return paragraphs.flatMap((paragraph, index): Blank[] => {
    const { text } = paragraph;
    if (paragraph.region.kind !== 'body' || isSigning(index) || filledLater(paragraphs, index) || head.test(text))
      return [];
    // Tables drawn with characters: gaps are columns, and parties are named by hand.
    if (/[│├┌└─]|简称[甲乙丙丁\u4e00-\u9fff]{1,4}方/u.test(text)) return [];
    if (!/[_＿ \u3000]{2}|[（(【[][ \u3000]/u.test(text)) return [];
    return [...text.matchAll(blank)]
      .filter((match) => !byHand.test(segmentAt(text, match.index)))
      .map((match) => {
        const around = text.slice(Math.max(0, match.index - 12), match.index + match[0].length + 8);
        return {
          paragraph,
          at: { block: paragraph.id, from: match.index, to: match.index + match[0].length },
          weighty: weighty.test(around),
        };
      });
  });
}

const measured = /单价|数量|金额|合价|总价|合计|价格|规格|型号|期限|面积|费用/u;

/** Cells left open in a column of prices or numbers, in a table that is otherwise filled in. */
function blankCells(context: RuleContext): Blank[] {
  const cells = bodyParagraphs(context).flatMap((paragraph) =>
    paragraph.region.kind === 'cell' ? [{ paragraph, ...paragraph.region, text: paragraph.text.trim() }] : [],
  );
  const open = cells.filter(({ text }) => /^[_＿]{2,}$/u.test(text));
  return open.flatMap(({ paragraph, table, row, column, text }): Blank[] => {
    const own = cells.filter((cell) => cell.table === table);
    const title = own.find((cell) => cell.column === column && cell.row < row && measured.test(cell.text));
    const named = own.some((cell) => cell.row === row && /[\u4e00-\u9fff]{2}/u.test(cell.text));
    const filled = own.some((cell) => cell.row > 0 && /\d/u.test(cell.text) && cell.column > 0);
    if (!title || !named || !filled) return [];
    const from = paragraph.text.indexOf(text);
    return [{ paragraph, at: { block: paragraph.id, from, to: from + text.length }, weighty: true }];
  });
}

/** Two wide spaces before a unit such as 月 or 份: every one a blank of a printed form. */
const beforeUnit = /\u3000{2,}(?=[年月日天份元万％%‰])/gu;

function narrowBlanks(context: RuleContext): number {
  return bodyParagraphs(context).reduce((sum, { text }) => sum + [...text.matchAll(beforeUnit)].length, 0);
}

/** Over thirty blanks, or eight with no party named: an unfilled form; one note is enough. */
function isForm(context: RuleContext, blanks: number): boolean {
  return (
    Math.max(blanks, narrowBlanks(context)) > 30 ||
    (blanks >= 8 && context.facts.parties.length > 0 && context.facts.parties.every((party) => party.name === ''))
  );
}

const blankField: Rule = {
  id: 'blank-field',
  title: '存在未填写的空白项',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '金额、期限、数量等留空，签署后可能被单方填写，也会使条款无法执行。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '逐项补填；不适用的划去或写“无”，落款处由签署人手填的除外。',
  yieldsTo: ['placeholder-left', 'checkbox-unselected'],
  check: (context) => {
    const found = [...blanksIn(context), ...blankCells(context)];
    const [first] = found;
    if (!first) return [];
    if (isForm(context, found.length)) {
      return [
        {
          at: first.at,
          severity: 'notice',
          message: `正文共有 ${Math.max(found.length, narrowBlanks(context))} 处空白，似为尚未填写的范本，填妥后再审。`,
        },
      ];
    }
    const byClause = new Map<string, Blank[]>();
    for (const one of found) {
      const key = clauseKey(context, one.paragraph);
      byClause.set(key, [...(byClause.get(key) ?? []), one]);
    }
    return [...byClause.values()].flatMap((blanks): Hit[] => {
      const main = blanks.find((one) => one.weighty) ?? blanks[0];
      if (!main) return [];
      const label = labelOf(context, main);
      return [
        {
          at: main.at,
          related: blanks.filter((one) => one !== main).map((one) => one.at),
          message: `${label === '' ? '此处' : `“${label}”`}${blanks.length > 1 ? `等 ${blanks.length} 处` : label === '' ? '' : '处'}空白未填。`,
          ...(main.weighty ? {} : { severity: 'low' as const }),
        },
      ];
    });
  },
  examples: {
    hits: [
      { text: '交货地点：＿＿＿＿＿＿。', quote: '＿＿＿＿＿＿', says: '空白未填' },
      { text: '第三条 合同总价为人民币______元，乙方应在____日内交货。', says: '等 2 处空白未填' },
      { text: '五、违约金按合同总价的（　　）%计算。', quote: '（　　）' },
      {
        text: `一、乙方借款　　万元。\n${'还款：　　年　　月　　日　　万元\n'.repeat(9)}`,
        says: '似为尚未填写的范本',
      },
      { text: '| 名称 | 数量 | 单价（元） |\n| 水泵 | 2 | ____ |\n| 阀门 | 6 | 180 |' },
    ],
    nearMisses: [
      { text: '甲方（盖章）：＿＿＿＿' },
      { text: '第三条 合同总价为人民币50,000元。\n法定代表人：________　　日期：____年__月__日' },
      { text: '乙方：＿＿＿＿＿＿＿＿\n统一社会信用代码：＿＿＿＿' },
      { text: '第一条　总则\n第二条　　标的与数量' },
      { text: '收货人签名：____\n实收六台，配件齐全。验收时间：____年__月__日' },
    ],
  },
};

/** The words right before a blank, or those of the line above one that is all blank. */
function labelOf(context: RuleContext, { paragraph, at }: Blank): string {
  const own = wordsBefore(paragraph.text, at.from);
  if (own !== '' || paragraph.text.slice(0, at.from).trim() !== '') return own;
  const { paragraphs, indexOf } = readingOf(context.document);
  const above = paragraphs[(indexOf.get(paragraph.id) ?? 0) - 1]?.text.trim() ?? '';
  return wordsBefore(above, above.length);
}

function wordsBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 12), offset).replace(/[_＿\s]+/gu, '，');
  return /[^，。；、（()）]*$/u.exec(before.replace(/[：:￥¥，。；]+$/u, ''))?.[0] ?? '';
}

const clauseStart = /^\s*(?:第[一二三四五六七八九十百零〇\d]+条|[一二三四五六七八九十]+、)/u;

/** The paragraph that opens the clause a paragraph belongs to. */
function clauseKey(context: RuleContext, paragraph: Paragraph): string {
  const { paragraphs, indexOf } = readingOf(context.document);
  for (let at = indexOf.get(paragraph.id) ?? 0; at >= 0; at -= 1) {
    const above = paragraphs[at];
    if (above && clauseStart.test(lineOf(above))) return above.id;
  }
  return '';
}

const counted = /(?<!报告|验收|证书|纪要)(?:签订|签署|签约|签字|盖章|生效|订立)(?:之)?日(?:起|后|算|计|开始)/u;

/** 签订日期： with nothing after it. */
function emptyLabel(context: RuleContext): { at: Span } | null {
  for (const { id, text } of bodyParagraphs(context)) {
    const label = /(?:签订|签署|签约)(?:日期|时间)\s*[:：][\s_＿]*$/u.exec(text);
    if (label) return { at: { block: id, from: label.index, to: text.length } };
  }
  return null;
}

const signDateBlank: Rule = {
  id: 'sign-date-blank',
  title: '签订日期空白而期限自签订起算',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '工期、付款或服务期以签订之日起算，签订日期空白时这些期限都无法计算。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '签署时当场填写日期；更稳妥的做法是直接写明起止日期。',
  check: (context) => {
    const { text } = readingOf(context.document);
    const start = counted.exec(text.normalize('NFKC'));
    if (!start) return [];
    const signing = inBody(context, context.facts.dates).filter((date) =>
      /签订(?:日期|时间|于)|签署(?:日期|时间)|签约(?:日期|时间)|日\s*期/u.test(
        clauseOf(context, date.at).before.slice(-14),
      ),
    );
    if (signing.some((date) => date.form !== 'blank')) return [];
    const first = signing[0] ?? emptyLabel(context);
    if (!first || !/期|内|工作日|\d日|天|付/u.test(text.slice(Math.max(0, start.index - 30), start.index + 40)))
      return [];
    return [{ at: first.at, message: `签订日期空白，而合同的期限“${start[0]}”计算。` }];
  },
  examples: {
    hits: [
      { text: '签订日期：　　年　月　日；工期自签订之日起算。', quote: '　　年　月　日', says: '签订之日起' },
      {
        text: '第二条 乙方应自合同生效之日起20日内供货。\n签约时间：＿＿＿年＿＿月＿＿日',
        quote: '＿＿＿年＿＿月＿＿日',
      },
      { text: '签订日期：2026年　月　日\n付款期限为本合同签署之日起十日内。' },
    ],
    nearMisses: [
      { text: '签订日期：2026年3月2日。工期自签订之日起算。' },
      { text: '签订日期：　　年　月　日\n服务期自2026年1月1日至2026年12月31日。' },
      { text: '乙方应自合同签订之日起十日内进场。' },
    ],
  },
};

export const blankRules: readonly Rule[] = [blankField, signDateBlank];

/** Who acts: the body in whose name, the two officers, the cards they show (行政处罚法 articles 17, 24, 38, 42, 55). */
import { rowBefore } from '../../around.ts';
import { quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { eachPlace, firstPlace, lacking, paperOf, statementsOf, spanOf } from './case-file.ts';
import type { Statement } from './case-file.ts';

const law = '行政处罚法';

const inner =
  '(?:科室|科|股|内设机构|[一二三四五六七八九十]?中队|大队|执法队|拆违队|指挥部|服务所|服务中心|执法中心|管理中心|中心|专班|工作组|领导小组|工作站|城管办|拆违办|管理站|监察站|办公室)';
const unit = `[\\p{Script=Han}某×Ｘ○0-9]{0,24}?${inner}`;
const seal = '(?:印章|公章|专用章|的?章|印)?';
const named = [
  new RegExp(
    `(?:落款|署名|签章|盖章|印章|公章|用印|盖的是|加盖(?:的是)?|以|决定机关|处罚机关|作出机关|实施机关|执法主体|实施主体|处罚主体|作出单位|处罚单位)(?:机关|单位|处|栏|均|为|是|系|由|的|仅|只|了|上)*[:“"]?(${unit})(?=${seal}(?:[”"，。；、（()）\\s]|$|并|和|的?名义|自行|作出|印|盖|章))`,
    'u',
  ),
  new RegExp(
    `(?:^|由|，)(${unit})(?:[”"])?(?:直接|自行|擅自)?(?:以自己(?:的)?名义|以本(?:科|队|中心|大队|中队|部)名义|独立|对外|盖章|署名|落款)?(?:对[^，。；]{2,24}?)?(?:作出|实施|下达|盖章|署名|落款|印发|签发|制发)[^，。；]{0,16}(?:处罚|决定|罚款|拆除)`,
    'u',
  ),
];
const madeBy = new RegExp(
  `(?:决定|处罚|罚款)[^，。；]{0,4}由(${unit})(?:以[^，。；]{0,8}名义|自行|独立|直接)?(?:作出|实施|下达|盖章|制作|签发)`,
  'u',
);
const entitled =
  /派出所|税务|消防|交警|交通警察|公安|海关|边检|授权|委托机关|所属机关|(?:局|政府|办事处|委员会)(?:的)?(?:名义|[公印]?章)|赋权|集中行使|相对集中|承办(?:科|机构|部门)|经办|联系/u;
const ungranted =
  /(?:街道办事处|街道办|街道|乡镇|镇政府|乡政府|镇人民政府|乡人民政府)[^。；]{0,50}(?:未(?:列入|纳入|包含|下放|在|被)|不在|超出|没有列入|不属于|没有)[^。；，]{0,20}(?:赋权|下放|目录|清单|授权)|(?:不在|未列入|未纳入|没有列入|超出|不属于)[^。；，]{0,16}(?:赋权|下放)[^。；，]{0,6}(?:目录|清单|范围|事项)|(?:赋权|下放)[^。；，]{0,10}(?:目录|清单)[^。；，]{0,8}(?:没有|未列|不含|未包含|中无|内无)/u;
const line = new RegExp(`^[\\p{Script=Han}某×Ｘ○]{2,24}${inner}${seal}(?:[（(](?:印|章|盖章|印章|公章)[)）])?$`, 'u');
const dateLine = /^[\d二〇零一三四五六七八九十○年月日\s]{6,14}$/u;

/** A unit that signs on the line above the date. */
function signed(context: RuleContext): Hit[] {
  const { paragraphs } = readingOf(context.document);
  const tail = paragraphs.slice(-8);
  return tail.flatMap(({ id, text }, at) => {
    const trimmed = text.trim();
    const next = tail[at + 1]?.text.trim() ?? '';
    if (!line.test(trimmed) || entitled.test(trimmed) || !dateLine.test(next)) return [];
    if (at > 0 && /(?:局|政府|办事处)$/u.test(tail[at - 1]?.text.trim() ?? '')) return [];
    return [
      {
        at: { block: id, from: text.indexOf(trimmed), to: text.indexOf(trimmed) + trimmed.length },
        message: `落款是${quoted(trimmed)}。`,
      },
    ];
  });
}

const organLabel = /(?:决定|处罚|作出|实施)(?:机关|单位|主体)|执法主体|落款|署名/u;
const wholeUnit = new RegExp(`^\\s*(${unit})\\s*$`, 'u');

/** | 决定机关 | …执法服务中心 |: the cell holds the unit alone. */
function inCell(context: RuleContext, { paragraph, text }: Statement): RegExpExecArray | null {
  return organLabel.test(rowBefore(context, paragraph.id)) ? wholeUnit.exec(text) : null;
}

const subject: Rule = {
  id: 'enf-subject',
  title: '作出决定的主体资格存疑',
  severity: 'high',
  nature: 'risk',
  kinds: ['enforcement'],
  why: '处罚由有处罚权的行政机关在法定职权内实施，内设科室、队伍、临时机构不能以自己的名义作出；没有主体资格的，处罚无效。',
  basis: [
    { law, article: '17' },
    { law, article: '24' },
    { law, article: '38' },
  ],
  advice: '核实法律、法规授权或者省级赋权决定；没有的，由有权机关以自己的名义重新作出。',
  traps: [
    '派出所、税务所、消防救援机构、交警大队有法律、法规授权。',
    '街道、乡镇在省级赋权目录内可以自己的名义处罚。',
    '写明以委托机关名义作出的，由委托机关负责。',
  ],
  check: (context) => {
    const inText = statementsOf(context).flatMap((statement) => {
      if (entitled.test(statement.text.replace(/(?:没有|未经|未获|无|缺乏)[^，。；]{0,12}授权/gu, ''))) return [];
      const match =
        [...named, madeBy].map((source) => source.exec(statement.text)).find((result) => result) ??
        inCell(context, statement);
      const found = match?.[1];
      if (!match || found === undefined || /(?:处罚|审理)委员会|简称|下称|由[^，]{0,10}(?:承办|初审)/u.test(match[0]))
        return [];
      const index = match.index + match[0].indexOf(found);
      const place = { ...match, index, 0: found } as RegExpExecArray;
      return [{ at: spanOf(statement, place), message: `以${quoted(found)}的名义作出。` }];
    });
    const beyond = eachPlace(context, ungranted, ([words], { text }) =>
      /(?:已|均)(?:列入|纳入)/u.test(text) ? null : { message: `办理的事项不在赋权范围内：${quoted(words)}。` },
    );
    return [...inText, ...beyond, ...signed(context)].slice(0, 1);
  },
  examples: {
    hits: [
      { text: '落款：某街道城管科。', quote: '某街道城管科' },
      {
        text: '行政处罚决定书\n李某：决定罚款五百元。\n青麓区城市管理局执法大队\n2026年3月1日',
        quote: '青麓区城市管理局执法大队',
      },
      { text: '决定书加盖“云州市临河区违法建设整治指挥部”印章。', says: '指挥部' },
      { text: '青麓街道办事处对燃气违法行为作出处罚，该事项未列入省政府赋权目录。', says: '不在赋权范围' },
    ],
    nearMisses: [
      { text: '落款：某街道办事处（附赋权目录）。' },
      { text: '行政处罚决定书\n王某：决定罚款二百元。\n云州市公安局临河派出所\n2026年3月1日' },
      { text: '执法大队受青麓区城市管理局委托，以区城市管理局的名义作出处罚决定。' },
      { text: '行政处罚决定书\n决定罚款三千元。\n云州市临河区城市管理局\n2026年3月1日' },
    ],
  },
};

const officers = '(?:执法|检查|调查|办案|勘验|询问|送达|承办|记录|取证)?(?:人员|人|队员|干部|民警|工作人员)';
const single = [
  new RegExp(
    `(?:仅|只|单)(?:有|由|见|是|记|载|写|列|派|安排|记载|填写)*[^，。；]{0,16}(?:一|1|壹)(?:名|人|位|个|枚)`,
    'u',
  ),
  new RegExp(
    `(?:仅|只)(?:有|由|见)(?:${officers})?[\\p{Script=Han}]{1,3}(?:某|甲|乙)?(?:的)?(?:一人|1人|签名|签字|签署|一个|独自)`,
    'u',
  ),
  new RegExp(
    `(?:一|1)(?:名|位)${officers}[^，。；]{0,14}(?:签|独|单|进行|实施|制作|到场|开展|作出|完成|询问|检查|送达|调查|勘验)`,
    'u',
  ),
  new RegExp(`(?:执法|检查|调查|办案|勘验|询问|送达|取证)[^，。；]{0,16}(?:一人|1人|独自|单独|单人)`, 'u'),
  new RegExp(`(?:一人|1人|独自|单独|单人)[^，。；]{0,10}(?:执法|检查|调查|办案|勘验|询问|送达|取证|制作)`, 'u'),
  new RegExp(`另一(?:名|位)${officers}[^，。；]{0,6}(?:未|没有|缺|空白)`, 'u'),
];
const work = /笔录|送达|当场|检查|调查|取证|询问|勘验|现场|扣押|查封/u;
const notAlone =
  /(?:当事人|见证人|被询问人|举报人|经营者|店主|顾客|违法行为人)[^，。；]{0,6}(?:仅|只|一人|1人)|(?:仅|只)有(?:当事人|见证人|店主|顾客|业主|一名(?:当事人|见证人|顾客))|不得|技术监控|自动(?:取证|抓拍|监测)|电子监控|可以由一(?:名|人)|法律(?:另有)?规定[^，。；]{0,10}一人|交通警察|交警|人民警察|(?:一|1)(?:份|处|张|次|台|辆)/u;
const field =
  /(?<!被)(?:执法|检查|调查|办案|勘验|询问|送达)(?:人员|人)(?:[（(]?签名[)）]?|签字|姓名|及证号)*\s*[:]\s*([^。；\n]{2,60})/u;
const person = /[\p{Script=Han}]{1,2}某{1,2}|[\p{Script=Han}]{2,3}(?=[（(，、,\s]|$)/gu;
const number = /[A-Za-z0-9-]{4,}/gu;

/** The names in the officers' fields of a record: 执法人员：李某（证号A1）. */
function fieldNames(statements: readonly Statement[]): { names: Set<string>; numbers: number; place: Hit['at'] } {
  const names = new Set<string>();
  let numbers = 0;
  let place: Hit['at'] = null;
  for (const statement of statements) {
    const match = field.exec(statement.text);
    if (!match?.[1] || /^(?:无|空|_|\s*$)/u.test(match[1])) continue;
    for (const [found] of match[1].matchAll(person))
      if (!/证号|签名|签字|编号|执法|日期|当事|记录|现场/u.test(found)) names.add(found);
    numbers += [...match[1].matchAll(number)].length;
    place ??= spanOf(statement, match);
  }
  return { names, numbers, place };
}

const twoOfficers: Rule = {
  id: 'enf-two-officers',
  title: '执法人员少于两人',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '执法人员不得少于两人，法律另有规定的除外；只有一人签名的笔录、送达回证，证据效力和程序都有问题。',
  basis: [{ law, article: '42' }],
  advice: '核对现场实际到场人员和执法证件，能补正的补正；确为一人执法的，重新取证或说明法律依据。',
  traps: ['普通程序的决定书盖机关印章，不要求执法人员签名。', '技术设备自动取证、法律允许一人执法的除外。'],
  check: (context) => {
    const told = statementsOf(context).flatMap((statement) => {
      if (!work.test(statement.text) || notAlone.test(statement.text)) return [];
      const match = single.map((source) => source.exec(statement.text)).find((found) => found);
      const two =
        /(?<!第)(?:两|二|2)(?:名|人|位)|[2-9]名/u.test(statement.text) && !/仅|只|应当?|未|缺/u.test(statement.text);
      return match && !two
        ? [{ at: spanOf(statement, match), message: `只有一名执法人员：${quoted(match[0])}。` }]
        : [];
    });
    if (told.length > 0) return told.slice(0, 1);
    const { names, numbers, place } = fieldNames(statementsOf(context));
    const due = /笔录|送达回证|当场/u.test(readingOf(context.document).text.slice(0, 2000));
    if (!due || place === null || names.size > 1 || numbers > 1 || (names.size === 0 && numbers === 0)) return [];
    if (statementsOf(context).some(({ text }) => notAlone.test(text))) return [];
    return [{ at: place, message: `执法人员栏只有${[...names].join('、') || '一个证号'}一人。` }];
  },
  examples: {
    hits: [
      { text: '询问笔录执法人员栏仅有李某签名和证号。', says: '一名执法人员' },
      {
        text: '现场检查笔录\n检查时间：2026年3月2日\n执法人员：赵某（执法证号Y1200345）\n当事人：李某',
        says: '赵某一人',
      },
      { text: '送达回证由一名执法人员签字，无其他人员在场记录。', quote: '一名执法人员签' },
      { text: '勘验笔录只记载了1个执法证号。', says: '1个' },
    ],
    nearMisses: [
      { text: '询问笔录由李某、王某签名并记载两个执法证号；决定书盖机关印章。' },
      { text: '现场检查笔录\n执法人员：赵某（证号Y1200345）、王某（证号Y1200346）' },
      { text: '现场只有当事人一人，两名执法人员制作了检查笔录。' },
      { text: '由电子监控设备自动取证，一名执法人员负责调取记录。' },
    ],
  },
};

const cards =
  '(?:执法|工作)证(?:件|号|编号)?|(?:出示|亮明|亮出)[^，。；]{0,6}证(?!据)|证件(?:号|编号)?|证号|表明[^，。；]{0,4}身份|亮(?:明)?(?:证|身份)';

const cert: Rule = {
  id: 'enf-cert',
  title: '没有记载出示执法证件',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '执法人员调查或者检查时应当主动出示执法证件；不出示的，当事人有权拒绝接受调查。',
  basis: [{ law, article: '55' }],
  advice: '在笔录中载明执法人员姓名、证件号码和出示证件的情况；有执法记录仪的，以音像印证后补记。',
  traps: ['当事人没有出示许可证、身份证，不是执法人员没有亮证。', '处罚决定书本身不必写证号。'],
  check: lacking({
    subject: cards,
    unless:
      /(?:当事人|店主|经营者|其|驾驶人|商户)[^，。；]{0,10}(?:未|没有|无法|不能|拒绝|拒不)[^，。；]{0,4}(?:出示|提供)|许可证|营业执照|身份证|驾驶证|健康证|无证(?![件号])/u,
    due: (context) => {
      if (paperOf(context) === 'decision' || paperOf(context) === 'notice') return null;
      return firstPlace(
        context,
        /(?:检查|询问|勘验|调查|勘查)笔录[^。；]{0,30}(?:记载|签名|签字|载明|制作|记录|内容|如下|执法人员|只|仅)|^(?:现场)?(?:检查|询问|勘验|调查)笔录$|(?:进入|到)[^，。；]{0,12}(?:现场)?检查[^。]{0,20}笔录/u,
        /证据目录|为证|证实|等证据|附有/u,
      );
    },
    present: pattern('执法证|证件|证号|亮明|亮证|表明[^。]{0,4}身份|出示'),
    message: (words) => `没有出示执法证件的记载：${words}。`,
    silent: (words) => `${words}，全文没有执法证号，也没有出示证件的记载。`,
    silentGrade: { nature: 'risk' },
  }),
  examples: {
    hits: [
      { text: '笔录未记出示证件。' },
      { text: '现场检查笔录记载了检查经过，由赵某、王某签名，当事人确认无误。', says: '没有执法证号' },
      { text: '执法人员进店检查时没有向当事人出示执法证件。', says: '没有出示' },
      { text: '| 项目 | 内容 |\n| --- | --- |\n| 执法人员 | 赵某、王某 |\n| 执法证号 | 无 |', quote: '无' },
    ],
    nearMisses: [
      { text: '笔录记载证号及出示证件的情况。' },
      { text: '询问笔录\n我们是临河区城市管理局的执法人员，这是我们的执法证件，请过目。' },
      { text: '当事人未出示营业执照，现场检查笔录由两名执法人员出示证件后制作。' },
      { text: '行政处罚决定书\n以上事实有现场检查笔录、照片为证。' },
    ],
  },
};

export const officerRules: readonly Rule[] = [subject, twoOfficers, cert];

/** Management rights in farmland handed on: how long, for what, and what the contract must say. */
import { daysBetween } from '../../../facts/dates.ts';
import type { Span } from '../../../document/model.ts';
import { clauseOf, inBody } from '../../around.ts';
import { unaffirmedParts } from '../../affirm.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { nameOf } from '../../naming.ts';
import type { Names } from '../../naming.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const farmland = pattern('承包|流转|土地经营权|耕地|农地|农田|农用地|流入方|转入方|园地|水田|旱地|基本农田');

type Term = 'left' | 'flow';
const terms: Names<Term> = [
  [
    'left',
    /剩余|尚余|余下|仅剩|还剩|尚有|剩下|承包(?:经营权)?(?:期|期限|合同)?(?:的)?(?:剩余|截止|终止|届满|到期|将于|至|止)|承包(?:期限?|合同|经营权证)|第二轮|二轮/u,
  ],
  ['flow', /流转(?:期限?|年限|时间|合同)?|转包|出租|租赁|租期|租用|入股|承租|再流转/u],
];

function tooLong(context: RuleContext): Hit[] {
  const lengths = inBody(context, context.facts.durations)
    .filter(({ unit, sense }) => ['year', 'month'].includes(unit) && sense !== 'within')
    .filter((duration) => !/提前|逾期|支付|交纳|免租|(?:不得|不)超过/u.test(clauseOf(context, duration.at).text))
    .map((duration) => ({ duration, name: nameOf(context, duration.at, terms) }));
  const left = lengths.find(({ name, duration }) => name === 'left' && isRest(context, duration.at))?.duration;
  const flow = lengths.find(({ name }) => name === 'flow')?.duration;
  if (left && flow && flow.days > left.days) {
    const message = `流转期限为 ${flow.text}，超过承包期的剩余期限 ${left.text}。`;
    return [{ at: flow.at, related: [left.at], message }];
  }
  const ends = inBody(context, context.facts.dates)
    .filter(({ iso }) => iso !== null)
    .map((date) => ({ date, name: nameOf(context, date.at, terms) }));
  const contractEnd = ends.findLast(({ name }) => name === 'left')?.date;
  const flowEnd = ends.findLast(({ name }) => name === 'flow')?.date;
  if (contractEnd?.iso && flowEnd?.iso && flowEnd.iso > contractEnd.iso) {
    const over = daysBetween(contractEnd.iso, flowEnd.iso);
    const message = `承包期至 ${contractEnd.iso}，流转至 ${flowEnd.iso}，超过 ${over} 日。`;
    return [{ at: flowEnd.at, related: [contractEnd.at], message }];
  }
  const start = ends.find(({ name }) => name === 'flow')?.date;
  if (!contractEnd?.iso || !start?.iso || !flow) return [];
  const remaining = daysBetween(start.iso, contractEnd.iso);
  if (flow.days - 31 <= remaining || remaining < 0) return [];
  const message = `承包期至 ${contractEnd.iso}，自 ${start.iso} 起流转 ${flow.text}，超过承包期的剩余期限。`;
  return [{ at: flow.at, related: [contractEnd.at], message }];
}

/** Whether a length is what is left of the contract, not the whole of it: 承包期30年 says nothing of the rest. */
function isRest(context: RuleContext, at: Span): boolean {
  return /剩|余|未到期/u.test(clauseOf(context, at).text) || nameOf(context, at, rest) !== null;
}
const rest: Names<'rest'> = [['rest', /剩余|尚余|尚有|余下|[仅还]剩|剩下/u]];

const building =
  '(?:建(?:设|造|筑|房|厂|成)|修建|搭建|兴建|开办|开发|改(?:为|建|成|作|变为)|变更为|转为|用于|用作|用来|作为?|办)';
const nonFarm =
  '(?:厂房|工厂|工业|加工厂|仓库|仓储|物流|住宅|住房|别墅|房屋|宾馆|民宿|农家乐|饭店|餐厅|酒店|停车场|商铺|门面|商业|房地产|砖厂|堆场|堆放|搅拌站|洗车|加油站|驾校|练车场|游乐|高尔夫|采砂|采石|取土|挖砂|墓地|养老|会所|光伏|非农|建设用地|硬化|广场)';

const changesUse = phrase({
  find: pattern(
    `${building}[^。；\\n]{0,14}${nonFarm}|改变[^。；，\\n]{0,8}(?:土地|农业)?[^。；，\\n]{0,4}用途|(?:不限|不受)[^。；，\\n]{0,6}用途|(?:任意|自由|自主)(?:决定|确定|变更|改变)[^。；，\\n]{0,6}用途`,
  ),
  unless: pattern(
    '不得|不能|禁止|严禁|擅自|未经|违反|如(?:乙方|受让方)?改变|设施农(?:业|用地)|农机具|农产品(?:仓储|初加工|烘干)|看护房|的，甲方(?:有权|可以?)?(?:解除|收回)|征收|征用|复垦',
  ),
  negatable: true,
  when: (_, context) => mentions(context, flows),
  message: ({ match }) => `流转土地改变农业用途：${quoted(match.text)}。`,
});
const flows = pattern(
  '流转|土地经营权|转包|流入方|转入方|承包地|(?:耕地|农田|水田|旱地|农用地)[^。；\\n]{0,24}(?:出租|租赁|租给|入股)',
);

const landFlow: Rule = {
  id: 'lease-landflow',
  title: '土地流转超过剩余承包期或改变农业用途',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['land', 'lease', 'cooperation', 'investment', 'administrative'],
  why: '土地经营权流转的期限不得超过承包期的剩余期限，不得改变土地的农业用途。',
  basis: [{ law: '农村土地承包法', article: '38' }],
  advice: '把流转期限缩短到剩余承包期以内，写明只用于种植、养殖等农业生产；确需建设的，依法另行办理用地手续。',
  traps: ['只写流转期限、没有写剩余承包期的，无从比较。', '依法办理的设施农业用地不是改变农业用途。'],
  yieldsTo: ['sub-collective-construction-land'],
  check: (context) => (mentions(context, farmland) ? [...tooLong(context), ...changesUse(context)] : []),
  examples: {
    hits: [
      { text: '农户承包期剩余10年，土地流转20年。', quote: '20年', says: '剩余期限 10年' },
      {
        text: '第二条 该承包地的承包期至2028年12月31日止。\n第三条 流转期限自2026年1月1日至2035年12月31日。',
        quote: '2035年12月31日',
      },
      { text: '甲方将水田十二亩流转给乙方，乙方可在流转土地上建设厂房和仓库。', says: '改变农业用途' },
      { text: '| 剩余承包期 | 流转期限 |\n| --- | --- |\n| 6年 | 十五年 |', quote: '十五年' },
    ],
    nearMisses: [
      { text: '承包期剩余10年，流转8年用于种植小麦。' },
      { text: '乙方不得改变流转土地的农业用途，不得在耕地上建房。' },
      { text: '土地流转期限五年，租金每年支付，提前一个月交清。' },
      { text: '承包期至2028年12月31日，流转期限自2026年1月1日至2028年10月31日。' },
    ],
  },
};

const parts: readonly Part[] = [
  ['坐落', pattern('坐落|座落|位于|位置|地点|四至|地块|东至|[村组]东|[^，。；]{1,8}村[^，。；]{0,8}组')],
  ['面积', pattern('面积|\\d\\s*亩|[一二三四五六七八九十百]亩|公顷|平方米')],
  ['质量等级', pattern('质量等级|等级|地力|地类|土质|质量')],
  [
    '流转期限和起止日期',
    pattern(
      '起止|(?:\\d{4}|[_＿]{2,})\\s*[年.\\-/][^。；\\n]{0,14}(?:至|到|—|~|－|-)[^。；\\n]{0,4}(?:\\d{4}|[_＿]{2,})|期限[^。；\\n]{0,20}自[^。；\\n]{0,30}(?:至|起)|自\\d{4}年[^。；\\n]{0,16}起',
    ),
  ],
  ['用途', pattern('用途|用于|种植|养殖|栽培|农业生产|从事[^，。；]{0,10}(?:农|种|养)')],
  ['流转价款', pattern('\\d\\s*(?:万)?元|[一二三四五六七八九十百千]元|租金|价款|流转费|分红|保底|股|斤')],
  ['支付方式', pattern('支付|付清|交纳|缴纳|交清|付款|兑付|每年[^。；，]{0,16}前|一次性|按年|先付')],
  [
    '土地被征收、征用时补偿费的归属',
    pattern('(?:征收|征用|占用|征地)[^。；\\n]{0,40}(?:补偿|归属|归|所有)|补偿[^。；，\\n]{0,16}归(?:属)?'),
  ],
  ['违约责任', pattern('违约')],
];
const flowContract = pattern(
  '流转|农村土地[^。；，]{0,6}(?:租赁|承租|出租|承包)(?:合同|协议)|土地经营权[^。；]{0,12}(?:出租|入股|租赁)|(?:承包地|耕地|农田|水田|旱地|农用地)[^。；\\n]{0,24}(?:出租|租给|租赁|入股|转包)|(?:出租|租赁|承租|租用)[^。；，\\n]{0,16}(?:承包地|耕地|农田|水田|旱地|农用地|土地经营权)',
);
const consideration = pattern('亩|元|租金|流转费|价款|入股');
const shortHelp = pattern('代耕');

const flowElements: Rule = {
  id: 'land-flow-elements',
  title: '土地经营权流转合同缺少条款',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['land', 'lease', 'cooperation'],
  why: '流转合同一般应当写明坐落、面积、质量等级、起止日期、用途、价款、征收补偿归属和违约责任，缺项多在征地或者到期时引起纠纷。',
  basis: [{ law: '农村土地承包法', article: '40' }],
  advice: '按所缺各项补写，尤其是土地的面积和质量等级、起止日期，以及土地被征收时地上附着物和青苗补偿费归谁。',
  traps: ['代耕不超过一年的，可以不签书面合同。', '房屋、建设用地的租赁不适用这份清单。'],
  check: (context): Hit[] => {
    if (!mentions(context, flowContract) || !mentions(context, consideration) || mentions(context, shortHelp))
      return [];
    if (mentions(context, built)) return [];
    const absent = unaffirmedParts(context, parts);
    if (absent.length === 0) return [];
    return [{ at: null, missing: 'land-flow-elements', message: `流转合同没有写明${absent.join('、')}。` }];
  },
  examples: {
    hits: [
      { text: '流转耕地30亩，年租金每亩800元。', says: '征收、征用时补偿费的归属' },
      {
        text: '土地经营权流转合同\n第一条 甲方将位于石桥村三组的水田18亩（地力二等）流转给乙方种植水稻。\n第二条 期限自2026年1月1日至2030年12月31日。\n第三条 每亩每年七百元，每年十月底前支付。\n第四条 违约一方按年租金的10%支付违约金。',
        says: '补偿费的归属',
      },
      { text: '甲方将承包地出租给乙方种菜，面积十亩，租金每年6000元，年初付清。', says: '质量等级' },
      { text: '农户以土地经营权入股合作社，每亩折一股，年底分红。' },
    ],
    nearMisses: [
      {
        text: '土地经营权流转合同\n| 坐落 | 石桥村东 |\n| 面积 | 30亩 |\n| 质量等级 | 二等 |\n| 起止日期 | 2026年1月1日至2030年12月31日 |\n| 用途 | 种植 |\n流转费每年每亩800元，每年1月支付；土地被征收的，青苗补偿费归乙方；违约按年租金10%支付违约金。',
      },
      { text: '甲方外出期间由乙方代耕承包地5亩，不超过一年，不收租金。' },
      { text: '甲方将门面房流转给乙方经营，租金每年2万元。' },
      { text: '承包期剩余10年，流转8年用于种植。' },
    ],
  },
};

const built = pattern('门面|商铺|房屋|厂房(?:出租|租赁)|建设用地使用权');

export const landFlows: readonly Rule[] = [landFlow, flowElements];

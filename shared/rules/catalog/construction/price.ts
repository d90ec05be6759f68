/** Works: settlement by silence, prices above the approved estimate, suppliers named by the client. */
import type { Amount } from '../../../facts/facts.ts';
import { clauseOf, inBody } from '../../around.ts';
import { affirms } from '../../affirm.ts';
import { mentions, phrase, quoted, stretchBefore } from '../../builders.ts';
import { nameOf } from '../../naming.ts';
import type { Names } from '../../naming.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { money } from '../contract/common.ts';
import { contractPrice, speaksOfWorks, worksKinds } from './common.ts';

const interpretation = '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）';

const length = '(?:\\d{1,3}|[一二三四五六七八九十两]{1,4})\\s*(?:个?工作日|日历天|日|天|个?月)';
const silence =
  '(?:未|不|没有|逾期|仍未|超过|超出|怠于)[^。；，\\n]{0,16}(?:答复|回复|异议|审核|审定|审查|批复|意见|确认|反馈|表示|审计|审完|批准|办理|核实|处理|完成)?';
const deemed =
  '视(?:为|同|作)[^。；\\n]{0,16}(?:认可|同意|确认|接受|无异议|通过|核准|生效|审定|送审)|(?:自动|即)(?:生效|确认)|即(?:视为|为)最终';

const settleDeemed: Rule = {
  id: 'const-settle-deemed',
  title: '逾期不答复视为认可竣工结算',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: worksKinds,
  why: '约定逾期不答复视为认可的，承包人可以要求按其送审的结算文件结算，发包人的审核稍有拖延就失去审减的机会。',
  basis: [{ law: interpretation, article: '21' }],
  advice: '改为逾期的由承包人书面催告并给合理期限，双方再协商或者按争议条款解决，同时在内部落实审核期限。',
  traps: ['对承包人逾期确认发包人审核意见的视为条款，不损害发包人。'],
  check: phrase({
    find: pattern(`(?:${silence})[^。；\\n]{0,40}(?:${deemed})`),
    unless: pattern('不(?:得)?视为|不应视为|并非视为'),
    when: (place, context) => {
      const { sentence, paragraph, match } = place;
      const whole = settlement.test(sentence) || (settlement.test(paragraph.text) && speaksOfWorks(context));
      if (!whole || otherMatter.test(sentence)) return false;
      const before = `${stretchBefore(paragraph.text, match.from)}${match.text}`;
      const actors = [
        ...sentence
          .slice(0, match.to - place.sentenceFrom)
          .matchAll(/甲方|发包[人方]|建设单位|业主|审计|乙方|承包[人方]|施工(?:单位|方)/gu),
      ];
      const actor =
        /(甲方|发包[人方]|建设单位|业主|乙方|承包[人方]|施工(?:单位|方))[^，。；]{0,24}(?:未|不|逾期|没有|超过)/u.exec(
          before,
        )?.[1] ??
        actors.at(-1)?.[0] ??
        '';
      const receives =
        /(?:收到|出具|发出|送达|作出)[^。；，]{0,14}审(?:核|定|计)[^。；，]{0,8}(?:意见|结果|报告|单|结论)/u.test(
          sentence,
        );
      return (
        !/乙方|承包|施工/u.test(actor) ||
        (!receives && /(?:甲方|发包[人方]|建设单位|业主)[^。；]{0,30}(?:未|逾期|不)/u.test(sentence))
      );
    },
    message: ({ sentence, match }) => {
      const days = new RegExp(length, 'u').exec(sentence)?.[0];
      const near = days === undefined ? '' : `期限只有 ${days}，`;
      return `结算约定默示认可：${near}${quoted(match.text, 60)}。`;
    },
  }),
  examples: {
    hits: [
      { text: '甲方28日内未答复视为认可结算。', says: '28日' },
      { text: '第十二条 发包人收到竣工结算文件后三十日内未提出异议的，视为同意承包人报送的结算价。', says: '视为同意' },
      { text: '结算报告提交后，建设单位逾期不审核，视为确认。', says: '默示认可' },
    ],
    nearMisses: [
      { text: '甲方60日内完成结算审核；逾期的，乙方可书面催告，双方另行协商或按争议条款解决。' },
      { text: '承包人收到发包人结算审核意见后15日内未确认的，视为认可审核意见。' },
      { text: '乙方收到甲方的开工通知后三日内未答复的，视为同意。' },
      { text: '发包人逾期未完成结算审核的，不视为认可竣工结算文件。' },
    ],
  },
};
const settlement = /结算|送审(?:价|额)|决算/u;
const otherMatter = /劳动|物业费|对账单|租金/u;

type Money = 'estimate' | 'price' | 'more';
const sums: Names<Money> = [
  [
    'estimate',
    /概算[^，。；\d]{0,14}|(?:批复|核定|批准|核准)(?:的)?[^，。；\d]{0,10}(?:投资|总额|金额|建安费|工程费用?)[^，。；\d]{0,4}|批复(?:总)?投资/u,
  ],
  ['more', /补充(?:协议|合同)[^，。；\d]{0,12}|追加[^，。；\d]{0,8}|增加(?:价款|金额|工程款|费用)?/u],
  [
    'price',
    /合同(?:总)?(?:价款?|金额|造价)|签约|中标价|累计|合计|结算(?:价|款|金额|总价)?|决算|总投资(?:额)?|总造价|工程造价|施工(?:合同)?价|实际投资|承包价|总价/u,
  ],
];
const adjusted = pattern(
  '(?:调整|调增|修正|追加)[^。；，]{0,8}概算|概算[^。；，]{0,10}(?:调整|调增|修正|追加)|原(?:审批|批准)部门[^。；，]{0,8}(?:批准|批复|同意)|超概[^。；，]{0,8}(?:批复|批准)',
);

const overEstimate: Rule = {
  id: 'const-over-estimate',
  title: '合同价超过批复概算',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: [...worksKinds, 'investment', 'cooperation', 'administrative'],
  why: '政府投资项目的总投资原则上不得超过经核定的概算；确需增加的，先报原审批部门核定调整方案和资金来源。',
  basis: [
    { law: '政府投资条例', article: '23' },
    { law: '政府投资条例', article: '12' },
  ],
  advice: '核对概算批复中对应的工程费用；超出的，先取得调整概算的批复，再签订合同或者补充协议。',
  traps: ['已经取得调整概算批复的不在此列。', '没有提供批复的，只提示补充材料。'],
  check: (context): Hit[] => {
    const amounts = inBody(context, context.facts.amounts).filter(
      ({ fen, bound, per, kind, pair }) =>
        fen !== null && !bound && per === null && !(kind === 'capital' && pair !== null),
    );
    const told = amounts.map((amount) => ({ amount, name: nameOf(context, amount.at, sums) }));
    const estimates = told.filter(({ name }) => name === 'estimate').map(({ amount }) => amount);
    const prices = told.filter(({ name }) => name === 'price').map(({ amount }) => amount);
    if (estimates.length === 0) return unsaidEstimate(context);
    if (affirms(context, adjusted)) return [];
    const estimate = estimates.reduce((a, b) => ((b.fen ?? 0) > (a.fen ?? 0) ? b : a));
    const price = prices.reduce<Amount | null>((a, b) => (a === null || (b.fen ?? 0) > (a.fen ?? 0) ? b : a), null);
    if (price === null || price.fen === null || estimate.fen === null) return [];
    const more = told.filter(({ name }) => name === 'more').reduce((sum, { amount }) => sum + (amount.fen ?? 0), 0);
    // Only where the price itself is a sum of all does it hold the supplements already.
    const cumulative = /累计|合计|总投资|结算|决算/u.test(clauseOf(context, price.at).text);
    const total = cumulative ? price.fen : price.fen + more;
    if (total <= estimate.fen) return [];
    return [
      {
        at: price.at,
        related: [estimate.at],
        message: `批复概算 ${money(estimate.fen)}，合同${total === price.fen ? '' : '累计'}价 ${money(total)}，超过 ${money(total - estimate.fen)}。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '批复概算建安费860万元，合同价915万元。', quote: '915万元', says: '超过 550,000.00 元' },
      {
        text: '施工合同\n一、概算批复的工程费用为1200万元。\n二、合同价款1180万元。\n三、补充协议增加价款60万元。',
        says: '累计价',
      },
      { text: '项目总投资达到1.2亿元，经核定的投资概算为1亿元，未办理概算调整。', quote: '1.2亿元' },
      { text: '本工程为政府投资项目，施工合同价500万元。', says: '概算批复' },
    ],
    nearMisses: [
      { text: '批复概算建安费860万元，合同价842万元。' },
      { text: '批复概算建安费860万元，合同价915万元，已取得发展改革部门调整概算的批复。' },
      { text: '概算总投资2000万元，其中工程费用1500万元，施工合同价1480万元。' },
      { text: '企业自建厂房，施工合同价500万元。' },
    ],
  },
};

const approval = pattern('概算|投资批复|批复文件|立项');

function unsaidEstimate(context: RuleContext): Hit[] {
  if (
    !mentions(context, stateProject) ||
    mentions(context, privateProject) ||
    !speaksOfWorks(context) ||
    mentions(context, approval)
  )
    return [];
  const price = contractPrice(context);
  if (price === null) return [];
  const message = `政府投资项目合同价 ${money(price.fen)}，没有提供概算批复，无法核对是否超过概算。`;
  return [{ at: price.at, severity: 'notice', nature: 'risk', message }];
}
const stateProject = pattern('政府投资');
const privateProject = pattern('非政府投资|不属于政府投资|民营企业|自筹资金建设|企业投资项目');

const buyer = '(?:乙方|承包[人方]|施工(?:单位|方)|中标人|总包(?:单位)?)';
const client = '(?:甲方|发包[人方]|建设单位|业主|街道(?:办)?|管委会)';
const maker = '(?:生产厂(?:家|商)?|厂家|供应商|供货商|厂商|品牌|生产企业|供货单位|制造商)';
const must = '(?:必须|须|应当?|只能|一律|统一|只准|限定|仅限|仅可|仅能)';

const designate: Rule = {
  id: 'const-designate-supplier',
  title: '发包人指定供应商、品牌或分包人',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['construction', 'procurement'],
  why: '由承包人采购的材料设备，发包人不得指定生产厂、供应商；直接指定分包人造成质量缺陷的，发包人承担过错责任。',
  basis: [
    { law: '建筑法', article: '25' },
    { law: interpretation, article: '13' },
  ],
  advice: '改为写明质量标准和技术参数，或者给出三个以上参考品牌“或同等”；确需控制货源的改为甲供。',
  traps: ['发包人自行采购（甲供）的，由发包人选定供应商。', '三个以上参考品牌并写“或同等”的不是指定。'],
  check: phrase({
    find: pattern(
      `${client}[^。；，\\n]{0,6}要求[^。；，\\n]{0,8}(?:使用|采用|选用)[^。；，\\n]{0,4}[“"「][^”"」]{1,10}[”"」]|${must}[^。；，\\n]{0,10}(?:向|从|自)[^。；，\\n]{1,24}(?:购买|采购|订购|购置|进货|购进)|${must}(?:使用|采用|选用|购买|采购|选购)[^。；，\\n]{1,16}(?:公司|厂|牌|品牌)|${client}[^。；，\\n]{0,8}(?:有权)?(?:指定|确定|选定)[^。；，\\n]{0,16}(?:${maker}|的?(?:公司|厂)|[”"」]牌|分包(?:人|单位|商|方)?|劳务队|专业队伍)|(?:由|使用|采用|向|从|选用|购买|采购|按)[^。；，\\n]{0,6}${client}[^。；，\\n]{0,8}指定[^。；，\\n]{0,20}|指定[^。；，\\n]{0,16}(?:为|作为?|由)[^。；，\\n]{0,16}(?:供应商|供货商|供货单位|唯一|分包(?:人|单位|商)|(?:公司|厂)(?:供应|供货|提供|生产|施工|承担|分包))|(?:分包|发包)给${client}指定[^。；，\\n]{0,12}|(?:品牌|生产厂家?|厂家|供应商|供货商)[^。；，\\n]{0,4}由${client}[^。；，\\n]{0,4}(?:指定|确定|选定)|(?:品牌|生产厂家?|供应商)(?:限定|指定|必须|只能|唯一)(?:为|是)?[^。；，\\n]{0,16}`,
    ),
    unless: pattern(
      '(?:或|和|及)(?:者)?(?:同等|相当于|同档次|同质量)|同等(?:及以上)?(?:档次|质量|品牌|性能)|参考品牌|推荐品牌|不得(?:指定|限定)|不指定|甲供|(?:甲方|发包[人方])(?:自行|负责)?(?:采购|供应)|自行采购|指定(?:的)?(?:账户|账号|地点|位置|仓库|场地|联系人|代表|人员|时间|区域|弃土|银行|分包(?:人|单位)?(?:的)?(?:管理费|除外))|指定检测|见证取样|检测机构|消纳',
    ),
    when: (place, context) => {
      // Of goods the buyer may name what he buys; of works the builder buys.
      const builds = new RegExp(buyer, 'u').test(place.sentence) && /采购|购买|订购|施工|分包/u.test(place.sentence);
      if (!speaksOfWorks(context) && !(context.input.subKind !== 'procurement' && builds)) return false;
      return place.match.text.includes('分包') || !stretchBefore(place.paragraph.text, place.match.from).includes('不');
    },
    message: ({ match }) => `发包人指定供应商或者分包人：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '防水材料由乙方采购，但必须向丁公司购买某品牌。', quote: '必须向丁公司购买', says: '指定' },
      { text: '施工合同\n第九条 承包人采购的电缆须使用发包人指定的生产厂家产品。', says: '指定' },
      { text: '土方工程由甲方指定的分包单位施工，承包人支付分包款。', says: '分包' },
    ],
    nearMisses: [
      { text: '防水材料由乙方采购，性能不低于附件标准，参考A、B、C品牌或同等。' },
      { text: '电梯由发包人自行采购，承包人配合安装。' },
      { text: '发包人不得指定承包人购入用于工程的材料的供应商。' },
      { text: '弃土运至发包人指定的地点，工程款汇入承包人指定账户。' },
    ],
  },
};
export const priceRules: readonly Rule[] = [settleDeemed, overEstimate, designate];

/** Investment agreements: where a firm must register, what it pays for power and water, who grants land, public money. */
import { unaffirmedParts } from '../../affirm.ts';
import { leads, mentions, phrase, places, quoted } from '../../builders.ts';
import type { Part, Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const review = '公平竞争审查条例';

const local =
  '(?:本区|本市|本县|本地|本辖区|辖区(?:内)?|我区|我市|我县|园区|开发区|当地|街道|属地|区内|县内|市内|甲方(?:所在地|辖区|区域)?|[^，。；：\\s]{1,6}[区县市镇])';
const localBody = '(?:公司|机构|法人|主体|企业|总部|登记|注册)';
/** 条件：（一）在本园区注册设立子公司: the condition stands in the line before, or behind 前提，是. */
const settleHere = `(?:在|于)${local}[^。；，\\n]{0,10}(?:注册|设立|成立|登记|落户|办理|组建)[^。；，\\n]{0,20}${localBody}`;
const moveIn = pattern(
  `${settleHere}|(?:将|把)?[^。；，\\n]{0,10}(?:注册地址?|住所地?|税务(?:登记|关系)|税收(?:关系|解缴地)|纳税(?:关系|地|主体)|总部|工商(?:登记|注册)|经营主体|统计关系)[^。；，\\n]{0,10}(?:迁(?:入|至|到|移至|来)|转(?:入|至|到|移至)|变更(?:至|到))[^。；，\\n]{0,14}|(?:注册地址?|住所地?|税务登记|工商登记)[^。；，\\n]{0,8}(?:落户|设在|登记在|设于)[^。；，\\n]{0,4}${local}|(?:条件|前提|要求)[^。；，\\n]{0,10}(?:在|于)${local}[^。；，\\n]{0,10}(?:注册|设立|成立|登记|落户)[^。；，\\n]{0,14}|(?:须|必须|应当?|需|承诺|保证|负责)[^。；，\\n]{0,20}(?:在|于)${local}[^。；，\\n]{0,10}(?:注册|设立|成立|登记|开办|落户|组建)[^。；，\\n]{0,24}(?:公司|机构|法人|主体|企业|总部|$)|(?:在|于)${local}[^。；，\\n]{0,6}(?:注册|设立|成立|登记|落户)[^。；，\\n]{0,24}(?:作为|为|是)[^。；，\\n]{0,12}(?:条件|前提|前置)|(?:仅限|只有|限于)[^。；，\\n]{0,12}(?:在)?${local}[^。；，\\n]{0,6}(?:注册|登记|纳税)[^。；，\\n]{0,10}|(?:未|不)(?:在|于)${local}[^。；，\\n]{0,6}(?:注册|设立|登记)[^。；\\n]{0,24}(?:不得|不予|不能|不享受|取消|无权)`,
);
const stayPut = pattern(
  '(?:不得|不能|不|禁止|不准|不可|未经[^。；，]{0,8}不得|承诺不|保证不)[^。；，\\n]{0,10}(?:(?:注册地址?|住所地?|税务(?:登记|关系)|纳税地|总部|经营主体)[^。；，\\n]{0,6}(?:迁|移|搬|转)(?:往|出|离|至|到)|迁出|迁离|外迁|搬(?:离|迁|出)?(?:本|园区|当地|出)|撤离(?:本|园区|当地)|撤资|转移注册|(?:变更|改变|转移|迁移)[^。；，\\n]{0,8}(?:注册地|纳税地|税务登记|税收|注册登记|住所|工商登记))|(?:迁出|外迁|迁离|迁移注册|变更注册地|变更纳税地|变更住所)[^。；\\n]{0,24}(?:退还|返还|退回|赔偿|违约金|全额|追回|支付)',
);
const asked =
  /须|必须|应当?|需|条件|前提|方可|才能|才可|方能|享受|不得|承诺|保证|要求|仅限|只有|取得|获得|签(?:约|订)|投标|负责/u;
const conditional = pattern('条件|前提|门槛|享受[^。；，]{0,10}(?:政策|扶持|优惠)|(?:应当|须|必须)[^。；]{0,10}[：:]');
const projectCompany = pattern('项目公司|实体项目|生产基地|建设项目[^。；，]{0,10}设立');

const localRegister: Rule = {
  id: 'inv-local-register',
  title: '以本地注册、不得迁出为条件',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '不得强制或者变相强制外地经营者在本地投资、设立分支机构，也不得阻碍本地经营者迁出。',
  basis: [
    { law: review, article: '9' },
    { law: '反垄断法', article: '43' },
  ],
  advice: '删去注册地迁入、设立本地公司和若干年不得迁出的条件及其违约责任，由企业自主决定注册和纳税地点。',
  traps: ['为本地实体项目设立项目公司是通常的投资安排。', '写明企业自愿、自主决定的鼓励性表述只作提示。'],
  check: (context) => [
    ...phrase({
      find: moveIn,
      also: [pattern('注册|登记|税|总部|住所|落户|设立|成立|开办|组建')],
      unless: pattern(
        '不得(?:要求|强制|以)|不要求|不强制|不作(?:任何)?(?:要求|强制|限制)|禁止|自有房产|租赁合同登记|抵押登记|著作权登记|商标',
      ),
      when: ({ sentence, match, paragraph }, inner) =>
        (asked.test(sentence) || leads(inner, paragraph).some((lead) => conditional.test(lead))) &&
        !(projectCompany.test(sentence) && !/迁|转/u.test(match.text)) &&
        aboutFirms(inner),
      grade: ({ sentence }) =>
        /自愿|自主|鼓励|可以选择/u.test(sentence) ? { severity: 'notice', nature: 'risk' } : {},
      message: ({ match }) => `以本地注册、纳税为条件：${quoted(match.text, 60)}。`,
    })(context),
    ...phrase({
      find: stayPut,
      unless: pattern(
        '甲方(?:不得|不能)|政府不得|不得(?:阻碍|限制|干涉|要求)|自主(?:决定)?迁|户籍|户口|员工|被征收|房屋征收|腾退|结清|号厂房|货物',
      ),
      when: (_, inner) => aboutFirms(inner),
      message: ({ match }) => `限制企业迁出：${quoted(match.text, 60)}。`,
    })(context),
  ],
  examples: {
    hits: [
      { text: '乙方享受本协议政策的，须将注册地迁入本区且十年内不得迁出。', says: '注册地迁入本区' },
      { text: '兑现条件：\n（一）在本区注册成立子公司；\n（二）年产值五千万元以上。', says: '本区注册成立子公司' },
      { text: '乙方不得将注册地迁往区外。', says: '迁往' },
      { text: '第七条 外地企业投标的，必须在临河区注册设立子公司。', says: '本地注册' },
      {
        text: '乙方在协议期内不得变更纳税地；迁出的，退还全部扶持资金。',
        quote: '不得变更纳税地',
        says: '限制企业迁出',
      },
    ],
    nearMisses: [
      { text: '乙方自主决定投资方式和注册地点。' },
      { text: '甲方不得要求乙方在本区设立子公司。' },
      { text: '乙方应在园区设立项目公司，负责生产基地的建设和运营。' },
      { text: '征收补偿协议：乙方未按期搬迁的，支付违约金。' },
    ],
  },
};

function aboutFirms(context: RuleContext): boolean {
  return mentions(context, firms);
}
const firms = pattern('扶持|税务登记|投资|企业|公司|乙方|经营者|供应商|投标人|项目|注册');

const gives =
  '(?:补贴|补助|奖励|奖补|扶持(?:资金|金)?|资助|专项资金|产业资金|出资|财政(?:支持|资金|出资|拨款)|贴息|引导资金)';
const spending = pattern(
  `(?:甲方|财政|政府|管委会)[^。；，\\n]{0,14}按(?:上|下|该)表[^。；，\\n]{0,10}(?:拨款|拨付|兑付|支付)|(?:甲方|财政|政府|管委会|街道(?:办事处)?|区级|县级|镇政府|[^，。；\\s]{1,6}局)[^。；\\n]{0,40}${gives}[^。；\\n]{0,24}(?:\\d|[一二三四五六七八九十百千]+)[^。；，\\n]{0,6}元?|(?:甲方|财政|政府|管委会|街道(?:办事处)?|区级)[^。；\\n]{0,40}(?:\\d|[一二三四五六七八九十百千]+)[^。；，\\n]{0,4}元[^。；\\n]{0,20}${gives}|(?:甲方|财政|政府|管委会|街道(?:办事处)?)[^。；\\n]{0,30}(?:给予|发放|拨付|安排|提供|兑付|兑现|支付)[^。；，\\n]{0,20}${gives}|(?:给予|安排|拨付|发放|提供)[^。；，\\n]{0,12}(?:乙方|企业|项目公司)[^。；\\n]{0,24}${gives}`,
);
const spendingParts: readonly Part[] = [
  [
    '预算来源和审批',
    pattern('预算|财政(?:部门)?[^。；，]{0,8}(?:批准|审批|审核)|经[^。；，]{0,10}(?:批准|审批)|资金来源|审批'),
  ],
  ['绩效考核', pattern('绩效|考核|评价|达标|验收|评审|核定后|审核后|经核实')],
  ['退回条件', pattern('退回|退还|追回|收回|返还|扣回|停止拨付|不予拨付|收缴|清退')],
];

const budgetSource: Rule = {
  id: 'inv-budget-source',
  title: '财政出资或补贴没有预算来源和退回条件',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['investment', 'cooperation', 'land', 'administrative'],
  why: '各部门的支出必须以经批准的预算为依据，未列入预算的不得支出；没有绩效和退回条件，资金给出去就难以追回。',
  basis: [{ law: '预算法', article: '13' }],
  advice: '写明预算科目和批准文号、拨付程序、绩效目标以及未达标时的退回办法；未列入预算的不签订。',
  traps: ['写明按批准的预算和绩效考核后拨付的是正常安排。', '企业自己出资、向员工发放奖励不是财政支出。'],
  check: (context): Hit[] => {
    const place = places(
      context,
      spending,
      (sentence) =>
        !/临时周转|安置|搬迁|不得|不予|禁止|不(?:涉及|含|包含|包括|存在|提供|给予|享受)|无(?:任何)?财政|乙方(?:应|须|向)[^。；，]{0,10}(?:补贴|奖励)|补偿|回购/u.test(
          sentence,
        ),
    )[0];
    if (!place) return [];
    const absent = unaffirmedParts(context, spendingParts);
    // Two of three speak for a considered grant, if one of them is the budget.
    if (absent.length < 2 && !absent.includes('预算来源和审批')) return [];
    return [{ at: place.at, message: `约定${quoted(place.match.text)}，没有写明${absent.join('、')}。` }];
  },
  examples: {
    hits: [
      { text: '甲方每年补贴500万元。', says: '预算来源和审批' },
      { text: '第四条 管委会安排产业扶持资金三千万元，在项目投产后拨付乙方。', says: '退回条件' },
      { text: '二、甲方对乙方购置的设备给予12%的资金补助。', says: '没有写明' },
      { text: '街道办事处对乙方运营的书店给予财政补助，每年20万元，连续三年。', says: '没有写明' },
    ],
    nearMisses: [
      { text: '甲方按预算批准额度、绩效考核后拨付补贴200万元，未达标的退回。' },
      { text: '补贴资金100万元由甲方列入年度预算，经考核达标后拨付。' },
      { text: '乙方每年向员工发放奖励50万元。' },
      { text: '甲方不得给予乙方补贴。' },
      { text: '本协议不涉及财政补贴，乙方自筹资金3000万元建设。' },
    ],
  },
};

const utility =
  '(?:用?水(?:价格?|费)|电价|用电(?:价格|费用|成本)?|电费|水电(?:费|气)?|用水(?:价格|费用)?|水费|燃?气价|用气(?:价格|费用|成本)?|天然气(?:价格|费)?|燃气(?:价格|费)?|蒸汽(?:价格|费)?|供热(?:价格|费)?|热价|热力(?:价格|费)?|供暖(?:价格|费)?|用热(?:价格|费用|成本)?|用能(?:价格|成本)?)';
const cheaper =
  '(?:优惠|补差|差额|补贴|补助|返还|退还|减免|减半|减收|免收|免缴|折扣|[一二三四五六七八九\\d]折|低于|下浮|不超过|不高于|封顶|按[^。；，]{0,6}\\d[^。；，]{0,4}元|奖励|补足|锁定|差价|[%％]执行)';
const uniformPrice = pattern(
  '政府(?:定价|指导价)|市场化交易|直接交易|市场形成|交易结果|国家(?:和省)?(?:统一|规定|有关|现行)|统一(?:的)?(?:价格|优惠|标准|政策|[^。；，]{0,6}电价)|不承担差额|全省统一|大工业电价|目录电价|自建(?:光伏|锅炉|供能|热源|电站)|(?:按|执行)市场价|按(?:实际)?(?:用量|表|计量)(?:计|缴|付|交|结)',
);

const ownRate = phrase({
  find: pattern(`${utility}[^。；\\n]{0,40}${cheaper}|${cheaper}[^。；，\\n]{0,16}${utility}`),
  also: [pattern('甲方|政府|管委会|财政|街道|园区|承诺|给予|享受|乙方|企业')],
  unless: pattern('不得|禁止|不予|不承诺|不(?:作|给予|提供|返还|补贴|另行)|押金|逾期|违约|欠费|租金|物业费|代缴|代收'),
  negatable: true,
  when: (place) => !uniformPrice.test(place.sentence) && promised(place),
  message: ({ match }) => `承诺用能优惠价格：${quoted(match.text, 60)}。`,
});

/** A table of 市价 and 执行价 a unit, and a line on who makes up for the difference. */
const ratesTable = pattern(
  '(?:[电水气热]|蒸汽)(?:价|费)?[（(：]?[^。；，]{0,4}元[/／](?:度|吨|方|立方|千瓦时|平方米)|[电水气热]价',
);
const difference = phrase({
  find: pattern('差(?:额|价)[^。；，]{0,6}由[^。；，]{1,12}(?:补齐|补足|承担|补贴|负担)'),
  unless: pattern('不得|由乙方|由企业'),
  message: ({ match }) => `承诺用能优惠价格：${quoted(match.text, 60)}。`,
});

const pricePreference: Rule = {
  id: 'inv-price-pref',
  title: '承诺水电气热优惠价格或补差',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['investment', 'cooperation', 'land', 'service', 'lease', 'administrative'],
  why: '不得超越法定权限为特定经营者提供优惠价格，也不得给予特定经营者要素获取方面的优惠。',
  basis: [
    { law: review, article: '11' },
    { law: review, article: '10' },
  ],
  advice: '删去对签约企业的用能价格优惠和补差，改为执行政府定价、市场化交易价格或者国家和省的统一政策。',
  traps: ['执行政府定价、市场化交易或者统一优惠电价的不在此列。', '企业自建光伏、锅炉供能的不是优惠价格。'],
  check: (context) => {
    const said = ownRate(context);
    return said.length > 0 || !mentions(context, ratesTable) ? said : difference(context);
  },
  examples: {
    hits: [
      { text: '甲方承诺乙方用电价格每度优惠0.2元，差额由甲方补足。', says: '用能优惠价格' },
      { text: '第九条 园区保证项目投产后蒸汽价格不超过每吨180元，超过部分由管委会补贴。', says: '蒸汽价格' },
      { text: '乙方前三年的水费减半收取，由财政补差。', quote: '水费减半收取，由财政补差' },
    ],
    nearMisses: [
      { text: '乙方用电按政府定价或市场化交易执行。' },
      { text: '甲方不得为乙方提供用电价格优惠。' },
      { text: '乙方自建光伏电站，用电成本自行承担。' },
      { text: '水费、电费由乙方按实际用量缴纳。' },
    ],
  },
};

/** Who promises: the office, or a firm that is to enjoy it. */
function promised({ sentence }: Place): boolean {
  return /甲方|政府|管委会|财政|街道|园区|承诺|给予|享受|补|返还|退还/u.test(sentence);
}

const managers =
  '(?:[^，。；：\\s]{0,16}(?:管理委员会|管委会)|[^，。；：\\s]{0,12}(?:街道办事处|街道办|街道)|[^，。；：\\s]{0,12}(?:镇|乡)人民政府|镇政府|乡政府|[^，。；：\\s]{0,12}(?:开发区|高新区|产业园|工业园|园区)(?:办公室|管理处|管理局)?|村民委员会|村委会|指挥部)';
const landWords = '(?:国有)?(?:建设)?(?:用地|土地)(?:使用权)?|宗地|地块';
const grantorNamed = pattern(
  `(?:出让(?:方|人)|土地出让方|出让单位|供地方)[）)（(甲方]{0,6}\\s*[:：为是]{1,2}\\s*${managers}`,
);
const grants = pattern(
  `${managers}[）)]?[^。；，\\n]{0,24}出让[^。；，\\n]{0,30}(?:${landWords})|${managers}[^。；，协配助申报\\n]{0,10}(?:将|把|以|负责|同意|代表[^。；，]{0,6})?[^。；协配助申报\\n]{0,40}(?:${landWords})[^。；协配助申报\\n]{0,24}出让(?:给|与|予)?|${managers}[^。；，协配助申报\\n]{0,12}出让[^。；，\\n]{0,16}(?:${landWords})|${managers}(?:作为|为|是|系)[^。；，\\n]{0,6}(?:土地)?出让(?:方|人)|由${managers}[^。；协配助\\n]{0,30}(?:签订|签署)[^。；，\\n]{0,20}出让合同|与${managers}[^。；协配助\\n]{0,10}(?:签订|签署)[^。；，\\n]{0,20}出让合同`,
);

const managementLand: Rule = {
  id: 'inv-mgmt-land',
  title: '管委会、街道作为土地出让方',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['investment', 'land', 'cooperation', 'lease', 'administrative'],
  why: '土地使用权出让合同由市、县人民政府土地管理部门签订；开发区管理委员会作为出让方订立的，可能被认定无效。',
  basis: [
    { law: '最高人民法院关于审理涉及国有土地使用权合同纠纷案件适用法律问题的解释', article: '2' },
    { law: '城市房地产管理法', article: '15' },
  ],
  advice: '改由市、县自然资源主管部门作为出让方签订；管委会、街道只在职权内协助办理供地手续。',
  traps: ['管委会协助企业向自然资源部门申请用地的不在此列。'],
  check: (context): Hit[] => {
    const stated = phrase({
      find: pattern(`${grantorNamed.source}|${grants.source}`),
      unless: pattern(
        '股权|出资额|不得|无权|禁止|协助|配合|申请办理|自然资源(?:主管|管理)?(?:部门|局)[^。；，]{0,14}(?:出让|签订)|由[^。；，]{0,10}自然资源[^。；，]{0,10}|国土资源局|招拍挂',
      ),
      // 高新区云川投资有限公司 is a firm that bears the district's name.
      when: ({ match, sentence, sentenceFrom }) =>
        !/^[^，。；：\s]{0,16}(?:公司|集团)/u.test(sentence.slice(match.to - sentenceFrom)),
      message: ({ match }) => `${quoted(match.text)}：管委会、街道、乡镇等不能出让土地。`,
    })(context);
    if (stated.length > 0) return stated;
    const { text } = readingOf(context.document);
    if (!grantContract.test(text) && !grantedByA.test(text)) return [];
    const party = context.facts.parties.find(
      ({ role, aliases, name }) =>
        (role === '甲方' || role.startsWith('出让') || aliases.some((alias) => alias.startsWith('出让'))) &&
        /管委会|管理委员会|街道办事处|[镇乡]人民政府/u.test(name),
    );
    return party ? [{ at: party.at, message: `土地使用权出让合同由${party.name}作为出让方签订。` }] : [];
  },
  examples: {
    hits: [
      {
        text: '国有建设用地使用权出让合同\n出让方：临河经济开发区管委会\n受让方：云州某科技有限公司',
        says: '不能出让土地',
      },
      {
        text: '甲方：竹坞街道办事处\n乙方：云川仓储有限公司\n一、甲方出让建设用地使用权10亩给乙方。',
        says: '作为出让方',
      },
      { text: '第二条 青麓街道办事处将位于工业大道的40亩土地使用权出让给乙方，总价1200万元。' },
      { text: '由园区管理委员会与乙方签订国有建设用地使用权出让合同。' },
    ],
    nearMisses: [
      { text: '国有建设用地使用权出让合同\n出让方：临河区自然资源局' },
      { text: '管委会协助乙方向市自然资源局申请办理土地出让手续。' },
      { text: '街道办事处无权出让国有土地使用权。' },
      { text: '管委会将标准厂房出租给乙方使用。' },
      { text: '股权转让协议\n出让方：临河高新区云川投资有限公司' },
    ],
  },
};
const grantedByA =
  /甲方[^。；，\n]{0,12}出让[^。；，\n]{0,24}(?:用地|土地)|甲方[^。；，\n]{0,6}(?:将|把)[^。；，\n]{0,40}(?:用地|土地)[^。；，\n]{0,10}出让/u;
const grantContract = /土地使用权出让合同|建设用地[^。；\n]{0,8}出让合同/u;

const administration =
  '(?:街道办事处|街道办|街道|[^，。；：\\s]{0,10}(?:人民政府|管委会|管理委员会)|镇政府|乡政府|区政府|县政府|机关事务[^，。；\\s]{0,6}|行政单位|行政机关|党政机关|机关(?:单位)?|法院|检察院|[^，。；：\\s]{1,12}局|[^，。；：\\s]{1,8}委员会|[^，。；：\\s]{1,6}厅)';
const contributes =
  '(?:作价[^。；\\n]{0,20}(?:入股|出资|投资|参股|持有|占)|入股|折股|出资[^。；，\\n]{0,10}(?:设立|成立|组建|参股|入股|占|持有|控股)|投资入股|参股|(?:设立|成立|组建|注册)[^。；，\\n]{0,14}(?:公司|企业)|合资(?:经营|设立|成立|组建)?|合作经营[^。；\\n]{0,50}(?:分红|利润)|认缴[^。；，]{0,10}|占股|持股|占[^。；，]{0,6}股(?:份|权)|增资)';
const assetInvested = pattern(
  `${administration}[^。；\\n]{0,14}(?:将|以|把|用|出|投入|提供|拟|决定|同意|与)[^。；\\n]{0,50}${contributes}[^。；，\\n]{0,14}|${administration}[^。；，\\n]{0,8}${contributes}[^。；，\\n]{0,20}|(?:甲方)(?:将|以|用|把)[^。；\\n]{0,40}(?:入股|出资设立|合资|折股|占股|持股)[^。；，\\n]{0,20}`,
);
const owners = pattern(
  '国有(?:独资|控股|资本|全资)?[^。；，]{0,6}公司|国有企业|区属[^。；，]{0,6}(?:公司|企业)|城投|事业单位|投资基金|引导基金|集团|国资(?:委|部门|局)?[^。；，]{0,8}(?:批准|出资|履行)|国有资产监督管理(?:委员会|机构|局)|国资委|股份(?:经济)?合作社|村集体|经济合作社|学校|医院',
);

const invested = phrase({
  find: assetInvested,
  also: [pattern('入股|出资|折股|参股|合资|分红|认缴|占股|持股|增资|股份|股权|设立|成立|组建|合作经营')],
  unless: pattern(
    '不得|禁止|严禁|不(?:以|涉及|参与)|村民|业主委员会|审批|登记机关|(?:向|经|由|报)[^。；，]{0,8}(?:市场监督|监督管理)|监督管理(?:办法|规定|条例)',
  ),
  negatable: true,
  when: (place, context) =>
    !owners.test(place.sentence) &&
    (new RegExp(administration, 'u').test(place.match.text) || isAdministration(context)),
  message: ({ match }) => `行政单位对外投资：${quoted(match.text, 60)}。`,
});

/** 双方合作经营，收益五五分成: told apart from what each side puts in. */
const jointVenture = pattern(
  '双方[^。；，]{0,8}(?:合资|合作经营|共同经营|联营|合股)|(?:收益|利润|盈利)[^。；，]{0,12}(?:分成|分红|分配|五五|四六|三七)|(?:甲方|双方)[^。；]{0,10}分红',
);
const putIn =
  '(?:提供|投入|以|用|出)[^。；，\\n]{0,20}(?:土地|房屋|设备|资金|场地|厂房|办公楼|停车场|用房|门面|仓库|车辆)';
const contributed = phrase({
  find: pattern(
    `甲方[（(][^）)]{0,4}${administration}[）)][^。；，\\n]{0,6}${putIn}|${administration}[^。；，\\n]{0,6}${putIn}|甲方[^。；，\\n]{0,4}${putIn}`,
  ),
  unless: pattern('不得|禁止|出租|租给|无偿|不参与'),
  when: (place, context) =>
    !owners.test(place.sentence) &&
    (new RegExp(administration, 'u').test(place.match.text) || isAdministration(context)),
  message: ({ match }) => `行政单位以资产与他人合营分利：${quoted(match.text, 60)}。`,
});

const assetInvest: Rule = {
  id: 'gov-asset-invest',
  title: '行政单位以资产对外投资',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract', 'decision', 'other'],
  why: '除法律另有规定外，行政单位不得以任何形式将国有资产用于对外投资或者设立营利性组织。',
  basis: [{ law: '行政事业性国有资产管理条例', article: '12' }],
  advice: '停止签订；确需投资的，由有出资职能的机构或者国有企业依程序实施，闲置资产改为依法出租或者调剂。',
  traps: ['国有企业出资、政府投资基金依规设立的不在此列。', '事业单位依规定程序对外投资另有规则。'],
  check: (context) => {
    const stated = invested(context);
    return stated.length > 0 || !mentions(context, jointVenture) ? stated : contributed(context);
  },
  examples: {
    hits: [
      { text: '街道办事处以临街房屋作价300万元入股乙公司，按30%分红。', says: '对外投资' },
      { text: '甲方：青麓区城市管理局\n第三条 甲方以停车场设备出资设立合资公司，占股40%。', says: '出资设立' },
      {
        text: '1.甲方（竹坞街道办事处）提供场地两处；\n2.乙方投入资金；\n3.双方合作经营，利润四六分成。',
        says: '合营',
      },
      { text: '临河镇人民政府与乙方合资成立旅游开发公司，双方按出资比例分红。' },
    ],
    nearMisses: [
      { text: '区属国有公司以货币出资设立项目公司，已经国资部门批准。' },
      { text: '街道办事处不得以房屋作价入股企业。' },
      { text: '青麓区城市管理局将停车场经公开招租出租给乙方。' },
      { text: '石桥村股份经济合作社以厂房作价入股乙公司。' },
    ],
  },
};

function isAdministration(context: RuleContext): boolean {
  return context.facts.parties.some(({ role, nature }) => role === '甲方' && nature === 'government');
}

export const investmentConditions: readonly Rule[] = [
  localRegister,
  budgetSource,
  pricePreference,
  managementLand,
  assetInvest,
];

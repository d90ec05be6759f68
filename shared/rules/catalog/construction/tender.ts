/** Works: whether they were put to tender, split up, or bargained again behind the tender. */
import { paragraphIndex } from '../../../document/sentence.ts';
import type { Document } from '../../../document/model.ts';
import { affirms } from '../../affirm.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext, Setting } from '../../rule.ts';
import { settingOf } from '../../rule.ts';
import { money } from '../contract/common.ts';
import { contractPrice, speaksOfWorks, worksKinds } from './common.ts';

const interpretation = '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）';

const limits: readonly Readonly<{ name: string; words: Pattern; setting: Setting }>[] = [
  {
    name: '勘察、设计、监理',
    words: pattern('勘察|设计(?:费|合同|服务|单位|人)|监理(?:费|合同|服务)'),
    setting: { key: 'const-bid-service', title: '必须招标的勘察、设计、监理合同价（万元）', value: 100 },
  },
  {
    name: '货物',
    words: pattern(
      '[^。；，府\\n](?:采购|买卖|购销|供应|供货)(?:合同|协议)|(?:设备|材料|货物|电梯|管材|钢材)[^。；，\\n]{0,8}(?:采购|买卖|供货|购销)|采购[^。；，\\n]{0,10}(?:设备|材料|货物|电梯|管材|钢材)',
    ),
    setting: { key: 'const-bid-goods', title: '必须招标的工程货物合同价（万元）', value: 200 },
  },
  {
    name: '施工',
    words: pattern('施工|工程|承建|修缮|改造|建设|新建|扩建|道路|桥|装修'),
    setting: { key: 'const-bid-works', title: '必须招标的施工合同价（万元）', value: 400 },
  },
];
const publicMoney = pattern(
  '政府投资|财政|国有资金|国有(?:企业|公司|控股)|预算(?:内|资金)|专项债|专项资金|公共|市政|公用|公益|街道|人民政府|管委会|委员会|[^，。；：\\s]{1,8}局(?:$|[，。；、（将与）])|办事处|国家融资|学校|医院|保障房|水利|公路|道路',
);
const privateOwner = pattern('企业自建|民营企业自|自有资金|私人|村民自建|个人自建|民间投资');
const tendered = pattern(
  '招标公告|(?:公开|邀请)招标|中标(?:通知书|人|价|合同|公告|结果|文件|供应商|单位)|招标编号|投标文件|经招标|招投标|招标代理|竞争性(?:磋商|谈判)|成交通知书|依法(?:可以)?不(?:进行)?招标|可以不进行招标|不招标的?(?:批准|批复|核准|审批)|单一来源|涉密|涉及国家(?:安全|秘密)|抢险|救灾|应急|核准[^。；，]{0,8}不招标|招标文件',
);
const worksHere = pattern('工程|施工|建设|新建|扩建|承建|修缮|改造|装修|项目[^。；，]{0,8}(?:设计|监理|勘察)');

const bidRequired: Rule = {
  id: 'const-bid-required',
  title: '达到招标规模而没有招标材料',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['construction', 'procurement', 'service', 'sale'],
  why: '使用国有资金、关系公共利益的工程建设项目达到规模标准的必须招标；必须招标而未招标的施工合同无效。',
  basis: [
    { law: interpretation, article: '1' },
    { law: '招标投标法', article: '3' },
    { law: '招标投标法实施条例', article: '9' },
    {
      law: '必须招标的工程项目规定',
      article: null,
      note: '国家发展改革委令第16号：施工400万元、重要设备材料200万元、勘察设计监理100万元；数额未经条文核对，作为本单位设定',
    },
  ],
  advice: '补充招标公告、中标通知书；依法可以不招标的，附批准或者核准材料并在合同中写明依据。',
  traps: ['写明依法不进行招标、单一来源、抢险救灾等依据的不在此列。', '企业以自有资金自建的工程不在强制招标范围。'],
  settings: limits.map(({ setting }) => setting),
  check: (context): Hit[] => {
    if (!mentions(context, publicMoney) || !mentions(context, worksHere) || mentions(context, privateOwner)) return [];
    const kind = limits.find(({ words }) => mentions(context, words));
    const price = contractPrice(context);
    if (!kind || price === null) return [];
    const limit = settingOf(context, kind.setting);
    if (price.fen < limit * 1_000_000 || affirms(context, tendered)) return [];
    return [
      {
        at: price.at,
        message: `${kind.name}合同价 ${money(price.fen)}，达到必须招标的规模（按本单位设定的 ${limit} 万元），没有载明招标、中标或者依法不招标的依据。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '区财政投资道路工程，合同价600万元，卷内无招标、中标材料。', quote: '600万元', says: '400 万元' },
      { text: '监理合同\n委托人：临河区住房和城乡建设局\n工程监理费120万元。', says: '勘察、设计、监理' },
      { text: '发包人：青麓街道办事处\n第三条 老旧小区改造工程合同总价为人民币4,000,000元。', quote: '4,000,000元' },
    ],
    nearMisses: [
      { text: '区财政投资道路工程，经公开招标，中标通知书编号ZB-12，合同价600万元。' },
      { text: '街道办事处围墙修缮工程，合同价28万元。' },
      { text: '乙方以自有资金建设厂房，施工合同价900万元。' },
      { text: '政府投资抢险加固工程，依法不进行招标，批准文号临政〔2026〕7号，合同价500万元。' },
    ],
  },
};

const sideDeal = pattern(
  '补充(?:协议|合同|条款|约定)|签(?:订|署)(?:本|新|了)?(?:协议|合同)|另行(?:签订|签署|订立|达成|约定)|备忘录|变更协议|会议纪要|另签|私下|协议书|附加协议|双方(?:同意|协商|约定)|达成(?:如下)?协议',
);
const awarded = pattern('中标|招标|成交通知书');
const essence =
  '(?:中标(?:价|合同)?|合同(?:总)?(?:价款?|金额)?|价款|总价|造价|工期|质量(?:标准|等级|目标)?|工程(?:范围|内容|量)|承包范围|施工范围|结算价)';
const altered = pattern(
  `(?:按|以)[^。；，\\n]{0,8}(?:中标|合同)(?:总)?价[^。；，\\n]{0,6}\\d+(?:\\.\\d+)?(?:[%％]|折)[^。；，\\n]{0,8}|${essence}[^。；\\n]{0,30}(?:调整(?:为|至|到)|变更(?:为|至)|修改为|改为|改按|降(?:低|至|为|到)|下调|减(?:少|至|为)|增(?:加|至)|提高(?:至|到|为)?|缩(?:短|减)|压缩|延长|扩大|让利|下浮|优惠|扣减|核减|调减|调增|核增|上调|上浮|扣除|取消|追加)[^。；，\\n]{0,14}|(?:部分|工程|内容|范围|项目)[^。；，\\n]{0,10}(?:不再由|划出|划归|剔除|甩项|取消施工|另行(?:发包|委托)|由(?:发包人|甲方|建设单位|业主)(?:另行|收回|自行))[^。；，\\n]{0,14}|(?:将|把|对)[^。；\\n]{0,30}${essence}[^。；\\n]{0,20}(?:调整|变更|修改|改|降|减|增|提高|缩|压缩|延长|扩大|让利|下浮)[^。；，\\n]{0,14}|(?:让利|下浮|优惠|捐赠|赞助|无偿(?:代建|建设|修建|增建|提供)|高(?:于市场)?价[）)]?(?:购买|购房|认购))[^。；\\n]{0,24}`,
);
const cause = pattern(
  '设计变更|工程签证|签证|漏项|清单(?:缺|错|漏)|政策(?:调整|变化)|法律(?:法规)?(?:变化|调整)|材料价格[^。；，]{0,8}(?:波动|上涨|调整)|价格(?:调整|波动)|不可抗力|地质(?:条件|情况)|规划(?:调整|变更)|征地|拆迁延迟|疫情|文物|地下障碍|客观情况',
);
const approvedChange = pattern('审批|批准|批复|变更(?:单|手续|报审)|核准|同意变更|评审|备案');

const rebargained = phrase({
  find: altered,
  unless: pattern(
    '不得|禁止|不再(?:调整|变更|另行?|签|要求|让利|承担)|实质性(?:内容|条款)?[^。；，]{0,4}不变|不涉及[^。；，]{0,6}实质|范围[^。；，]{0,4}(?:均|都|保持|维持)不变|不(?:作|予)?(?:调整|变更|改变)|投标文件[^。；，]{0,8}下浮|按投标|招标文件(?:约定|规定|载明)的?下浮|视为无效|违约|维持',
  ),
  when: ({ sentence }, context) =>
    (sideDeal.test(sentence) || mentions(context, supplement)) &&
    !(mentions(context, cause) && mentions(context, approvedChange)),
  grade: (_, context) => (mentions(context, cause) ? { severity: 'notice', nature: 'risk' } : {}),
  message: ({ match }) => `中标之后另行约定：${quoted(match.text, 60)}。`,
});

const blackWhite: Rule = {
  id: 'const-blackwhite',
  title: '另行约定背离中标合同实质内容',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: worksKinds,
  why: '招标人和中标人不得再行订立背离合同实质性内容的其他协议；工程范围、工期、质量、价款与中标合同不一致的，一方可以要求按中标合同确定权利义务。',
  basis: [
    { law: interpretation, article: '2' },
    { law: '招标投标法', article: '46' },
  ],
  advice: '写明设计变更、漏项等客观事由并办理变更审批；没有正当事由的不签订，仍按中标合同履行。',
  traps: ['因设计变更、签证、清单漏项、政策调整、不可抗力并经审批的变更是正常履行。'],
  check: (context) => (mentions(context, awarded) ? rebargained(context) : []),
  examples: {
    hits: [
      { text: '补充协议：双方同意将中标价500万元让利调整为420万元。', says: '中标之后' },
      {
        text: '补充协议\n鉴于双方已签订中标合同，现约定如下：\n一、合同工期由300天缩短为200天。',
        says: '缩短',
      },
      { text: '中标通知书发出后，双方另行签订协议，将工程质量标准由优良改为合格。', says: '改为合格' },
    ],
    nearMisses: [
      { text: '补充协议：因设计变更新增排水管沟，按原清单单价增加签证价款12万元，附变更审批。' },
      { text: '补充协议：中标合同履行中因清单漏项增加价款8万元，已经建设单位审批。' },
      { text: '中标合同约定的合同价款和工期不作调整。' },
      { text: '补充协议：物业服务合同服务费由2万元调整为2.2万元。' },
    ],
  },
};
const supplement = pattern('补充(?:协议|合同)|对中标[^。；，]{0,14}补充|备忘录|变更协议|会议纪要');

const outside = pattern(
  '中标(?:后|合同(?:之)?外|人|单位)|(?:中标|备案)?合同(?:之)?外|承诺(?:书|函|如)|另行承诺|私下|补充(?:协议|承诺)|额外|招标范围(?:以|之)?外|招标定标|已(?:经)?(?:招标|定标|中标)|不(?:写|列)入[^。；，]{0,8}合同|让利协议|在结算(?:价|款)?(?:的)?基础上|招标(?:工程|项目)',
);
/** 自愿在中标价基础上优惠8%. */
const cutPrice =
  '(?:再|另行?|自愿|同意|承诺)[^。；，\\n]{0,14}(?:优惠|降低|减少|折让|扣减)[^。；，\\n]{0,6}(?:\\d|百分之|[一二三四五六七八九十]+(?:万|个?百?分?点|元))[^。；，\\n]{0,8}';
const gifts = pattern(
  `${cutPrice}|按(?:中标|合同|结算)价[^。；，\\n]{0,6}(?:[一二三四五六七八九\\d.]+折|[\\d.]+[%％])[^。；，\\n]{0,4}|(?:约定|结算)[^。；，\\n]{0,6}下浮[^。；，\\n]{0,6}\\d[^。；，\\n]{0,4}|(?:捐建|赠送|赠与)[^。；，\\n]{0,12}|(?:再|另行?|额外|自愿|同意|承诺|一次性|仍|还)?[^。；，\\n]{0,6}让利[^。；，\\n]{0,12}|(?:再|另行?|额外|自愿|同意|承诺|按)[^。；，\\n]{0,14}下浮[^。；，\\n]{0,10}(?:\\d|百分之|[一二三四五六七八九十])[^。；，\\n]{0,8}|下浮[^。；，\\n]{0,4}(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十]+)个(?:百分)?点|(?:捐赠|捐助|赞助|捐款|捐资)[^。；，\\n]{0,20}|(?:无偿|免费)[^。；，\\n]{0,8}(?:代建|建设|修建|增建|建造|施工|承建|配套|完成|装修|铺设|提供[^。；，]{0,12}(?:工程|设施|配套))[^。；，\\n]{0,12}|(?:以|按)?[^。；，\\n]{0,10}(?:高于|超出|高出)[^。；，\\n]{0,6}(?:市场|市)(?:价|价格)[^。；，\\n]{0,10}(?:购买|认购|购置|采购)[^。；，\\n]{0,12}|高价(?:购买|认购)[^。；，\\n]{0,12}|(?:购买|认购)[^。；\\n]{0,20}(?:高于|超出)[^。；，\\n]{0,6}市场?价`,
);

const hiddenDiscount: Rule = {
  id: 'const-hidden-discount',
  title: '中标合同之外的让利、捐赠或无偿建设',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: worksKinds,
  why: '在中标合同之外约定明显高价购房、无偿建设配套、让利、捐赠等，变相降低工程价款的，该约定可被认定无效。',
  basis: [
    { law: interpretation, article: '2' },
    { law: '招标投标法', article: '46' },
  ],
  advice: '删去让利、捐赠和无偿建设的承诺，按中标合同和投标文件载明的价格结算。',
  traps: ['投标文件、招标文件中载明的下浮率是合同内的价格。', '与工程结算无关的公益捐赠不在此列。'],
  yieldsTo: ['const-blackwhite'],
  check: phrase({
    find: gifts,
    unless: pattern(
      '不得|禁止|严禁|不(?:再)?(?:要求|作|予)?(?:让利|下浮)|(?:投标|招标)文件[^。；，未不没]{0,10}(?:载明|约定|规定|确定|承诺)|投标(?:报价)?下浮率|中标下浮率|按[^。；，]{0,8}中标[^。；，]{0,4}下浮|保修|返修|返工|维修|无效|受赠',
    ),
    when: ({ sentence, paragraph }, context) =>
      (outside.test(sentence) || outside.test(paragraph.text) || mentions(context, outsideTitle)) &&
      mentions(context, tenderedWorks),
    message: ({ match }) => `中标合同之外承诺${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '承诺书：乙方中标后在结算价基础上再让利5%，并捐赠绿化款20万元。', says: '让利' },
      { text: '承诺书：我司中标后自愿在中标价基础上优惠5%。', says: '优惠' },
      { text: '中标单位承诺在合同外无偿修建停车场一处。', says: '无偿修建' },
      { text: '承诺函\n我公司中标贵街道道路工程后，自愿以高于市场价的价格购买街道指定的房产。', says: '高于市场价' },
    ],
    nearMisses: [
      { text: '结算按投标文件载明的下浮率3%执行。' },
      { text: '招标人不得要求中标人在中标合同外让利。' },
      { text: '中标人承诺保修期内免费施工返修。' },
      { text: '某公司向慈善会捐赠图书，与工程无关的公益活动另行举办。' },
    ],
  },
};
const outsideTitle = pattern('让利协议|会议纪要|意向书|承诺[书函]|补充协议|备忘录');
const tenderedWorks = pattern('中标|招标|投标|工程|结算');

const partWords = '(?:地基|基础|主体(?:结构)?|桩基|土建|装修|装饰|安装|水电|屋面|幕墙|消防|钢结构|门窗|暖通|外墙|内装)';
const splits = pattern(
  `(?:同一|该|本)[^。；\\n]{0,40}${partWords}[^。；\\n]{0,20}(?:又|再|另)[^。；\\n]{0,30}${partWords}[^。；，\\n]{0,10}|(?:同一|该|本|一)[^。；\\n]{0,24}${partWords}[^。；\\n]{0,30}${partWords}[^。；\\n]{0,30}(?:分别|各自|拆分|分成|分解)[^。；\\n]{0,30}(?:发包|签订|签署|承包|施工|交|委托)|${partWords}(?:工程|部分)?(?:、|和|与|及)[^。；\\n]{0,20}${partWords}[^。；\\n]{0,20}(?:分别|拆分|分解|各自|拆成|分开)[^。；\\n]{0,30}(?:家|公司|单位|承包人|施工队)|(?:肢解|支解|拆分|分解|化整为零|拆成)[^。；，\\n]{0,20}(?:发包|承包|若干|两|三|多|几)[^。；，\\n]{0,10}|(?:将|把)[^。；\\n]{0,40}(?:分别|拆分|分成|分解|拆成)[^。；\\n]{0,30}(?:两|二|三|四|多|几|数|不同)(?:家|个|的)?[^。；，\\n]{0,6}(?:公司|单位|承包|施工)`,
);
const several = pattern(
  '单位工程不同|(?:不同|两个|各)(?:的)?(?:单位工程|标段|楼栋)|\\d号楼[^。；]{0,8}\\d号楼|(?:[一二三四五六七八九]|[A-Z])(?:号)?楼(?:与|和|、)|勘察[^。；]{0,6}设计|监理|专业分包|劳务分包|总包合同[^。；]{0,10}分包|总承包合同[^。；]{0,10}分包',
);

/** The building a works contract is for, and which of its parts, as its text tells. */
type Site = Readonly<{
  name: string;
  parts: ReadonlySet<string>;
  builder: string;
  at: { block: string; from: number; to: number };
}>;

const projectName = /(?:工程名称|项目名称)[：:]?\s*([^，。；\n]{4,40})/u;
const builderName = /(?:承包[人方]|乙方|施工单位)[^：:\n]{0,8}[：:]\s*([^，。；\s]{4,40})/u;
const partWord = new RegExp(partWords, 'gu');

function siteOf(document: Document): Site | null {
  const reading = readingOf(document);
  const text = reading.text;
  const builder = builderName.exec(text)?.[1];
  if (builder === undefined || !/施工|承包|工程/u.test(text) || /监理合同|设计合同|勘察合同/u.test(text.slice(0, 200)))
    return null;
  for (const paragraph of reading.paragraphs) {
    const found = projectName.exec(paragraph.text);
    const whole = found?.[1];
    if (!found || whole === undefined) continue;
    const parts = new Set([...text.matchAll(partWord)].map(([word]) => word.slice(0, 2)));
    const name = whole
      .replace(partWord, '')
      .replace(/(?:施工|工程|项目|结构|部分|标段)/gu, '')
      .trim();
    const from = found.index + found[0].indexOf(whole);
    if (name.length >= 2) return { name, parts, builder, at: { block: paragraph.id, from, to: from + whole.length } };
  }
  return null;
}

function splitContracts(context: RuleContext): Hit[] {
  if (context.documentIndex === 0) return [];
  const own = siteOf(context.document);
  if (!own || !paragraphIndex(readingOf(context.document).paragraphs).has(own.at.block)) return [];
  const others = context.input.documents.slice(0, context.documentIndex).flatMap((document) => siteOf(document) ?? []);
  const other = others.find(({ name, builder }) => name === own.name && builder !== own.builder);
  if (!other || own.parts.size === 0 || other.parts.size === 0) return [];
  return [{ at: own.at, message: `同一工程（${own.name}）已与${other.builder}签订施工合同，又与${own.builder}签订。` }];
}

const splitPhrase = phrase({
  find: splits,
  unless: several,
  negatable: true,
  when: (_, context) => speaksOfWorks(context),
  message: ({ match }) => `把一个工程拆开发包：${quoted(match.text, 60)}。`,
});

const dismember: Rule = {
  id: 'const-dismember',
  title: '疑似肢解发包',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: worksKinds,
  why: '应当由一个承包人完成的建设工程，不得支解成若干部分发包给数个承包人。',
  basis: [
    { law: '民法典', article: '791' },
    { law: '建筑法', article: '24' },
    { law: '建设工程质量管理条例', article: '78' },
  ],
  advice: '核实是否属于同一单位工程；属于的合并发包给一个承包人，确需分开的说明依据并经审批。',
  traps: ['不同单位工程、不同标段分别发包是正常安排。', '总承包人依法进行的专业分包、单独招标的勘察设计监理不在此列。'],
  check: (context) => [...splitPhrase(context), ...splitContracts(context)],
  examples: {
    hits: [
      { text: '同一栋办公楼的基础工程与主体工程分别与两家公司签订施工合同。', says: '拆开发包' },
      { text: '发包人将综合楼的土建、装修和安装拆分发包给三家施工单位。', says: '拆分' },
      { text: '为加快进度，甲方把该教学楼主体结构、屋面分别交由不同承包人施工。' },
    ],
    nearMisses: [
      { text: '1号楼与2号楼分别招标、各由一家公司施工总承包。' },
      { text: '发包人不得将基础、主体工程分别发包给两家施工单位。' },
      { text: '按总承包合同约定，幕墙、消防工程由总包分别专业分包给两家公司。' },
      { text: '本工程的勘察、设计、监理分别委托三家单位。' },
    ],
  },
};

export const tenderRules: readonly Rule[] = [bidRequired, blackWhite, hiddenDiscount, dismember];

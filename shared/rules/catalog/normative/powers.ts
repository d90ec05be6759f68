/** Powers that a normative document cannot give: penalties, licences, coercion, fees. */
import type { Paragraph } from '../../../document/model.ts';
import { bodyParagraphs, headingAbove, leads, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { setting } from './common.ts';

/** Internal accountability, not measures against the public. */
const internal = '工作人员|责任人员|党员|干部|公务员|领导班子|行政处分|组织处理|问责|直接负责的主管';

const penalty: Rule = {
  id: 'norm-penalty',
  title: '规范性文件设定行政处罚',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '行政处罚只能由法律、法规、规章设定，其他规范性文件不得设定。',
  basis: [
    { law: '行政处罚法', article: '16' },
    { law: '最高人民法院关于适用《行政诉讼法》的解释', article: '148' },
  ],
  advice: '删去该处罚，或者改为由有权机关依照某法某条处理，并核对种类和幅度。',
  check: setting({
    find: pattern(
      '(?:处以|并处|可处|科处|给予|予以)[^。；，]{0,20}罚款|处(?:\\d|[一二三四五六七八九十百千万])[^。；，]{0,20}罚款|对[^。；，]{1,20}罚款|罚款[^。；，]{0,4}(?:\\d|[一二三四五六七八九十百千万]+元)|罚(?:\\d[\\d,.]*|[一二两三四五六七八九十百千万]+)(?:万|百|千)?元|没收[^。；，]{0,8}(?:违法所得|非法财物|非法所得|物品|工具|经营工具|所得)|(?:吊销|暂扣)[^。；，]{0,12}(?:许可证|执照|证照|资格证|资质|证书|行驶证|驾驶证|证件|牌证|号牌)|责令(?:其)?(?:停产停业|停业整顿|停产整顿|关闭)|(?:给予|予以|处以?)(?:其)?(?:通报批评、)?警告(?:处罚)?|限制(?:其)?[^。；，]{0,4}从业|终身禁入',
    ),
    unless: pattern(
      `${internal}|裁量|违约金|按合同|警示|上缴国库|罚款收入|缴纳罚款|罚没|不予处罚|处分|(?:协助|应当配合|积极配合|予以配合)|提请`,
    ),
    negatable: true,
    message: ({ match }) => `设定了行政处罚：${quoted(match.text)}，本条没有写明法律、法规、规章依据。`,
  }),
  examples: {
    hits: [
      { text: '对乱扔垃圾的，处50元以上200元以下罚款。', quote: '处50元以上200元以下罚款', says: '设定了行政处罚' },
      { text: '第十二条 沿街商户拒不整改的，由街道暂扣营业执照三日。', quote: '暂扣营业执照' },
      { text: '五、违规投放的单位，责令停产整顿，并没收经营工具。', says: '责令停产整顿' },
      { text: '第七条 对拒不配合登记的摊主，由巡查队处以罚款二百元。', quote: '处以罚款' },
      { text: '第六条 遛犬未牵犬绳的，每次罚五十元。', quote: '罚五十元' },
    ],
    nearMisses: [
      { text: '对工作推进不力的社区予以通报批评；对乱扔垃圾的，由城管部门依照《某市市容条例》第X条处理。' },
      {
        text: '第十条 有下列情形之一的，由市场监管部门依照《食品安全法》第一百二十四条处罚：\n（一）未取得许可的，处五万元以上罚款；\n（二）使用过期原料的，没收违法所得。',
      },
      { text: '第九条 工作人员玩忽职守的，给予警告或者记过处分。' },
      { text: '第八条 各单位不得对商户予以罚款。' },
    ],
  },
};

const outsiders =
  '(?:企业|单位|个人|经营者|商户|机构|店|摊|活动|开设|举办|设立|从事|新建|改建|扩建|经营|居民|业主|施工|销售|养殖|开办|场所|申请人|组织|设置|安装|搭建|摆放|占用|装修|装饰|开业|营业|开工|生产|饲养|张贴|广告|项目|出租|停放)';

/** 开业前须报街道审批，审核通过后方可营业. */
const reported =
  '(?:须|必须|应当?|需|要)(?:事先|提前|先)?(?:向|报|送|由|经|报请|报送)[^。；，]{1,24}(?:批准|审批|核准|审核同意|同意|审核|审查|申请许可|核验)[^。；]{0,14}(?:方可|方能|才能|才可|后可|准许|始得)';

const licence: Rule = {
  id: 'norm-license',
  title: '规范性文件设定行政许可',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '其他规范性文件一律不得设定行政许可，也不得在市场准入负面清单之外设置前置审批。',
  basis: [
    { law: '行政许可法', article: '17' },
    { law: '行政许可法', article: '3' },
    { law: '公平竞争审查条例', article: '8' },
    { law: '优化营商环境条例', article: '20' },
  ],
  advice: '删去该审批，或者改为事后告知、书面承诺和事中事后监管；属于转述法定许可的，写明依据条款。',
  check: setting({
    find: pattern(
      `${reported}|(?:须|必须|应当?|需)(?:事先|提前|先)?(?:经|报经|取得)[^。；，]{1,24}(?:批准|审批|核准|许可|审核同意|同意)(?:后?(?:方可|方能|可|才能|才可))?|(?:经|报)[^。；，]{1,24}(?:批准|审批|核准|审核同意|备案)后[，]?(?:方可|方能|才能|才可)|未经[^。；，]{1,20}(?:批准|同意|审批|核准|许可|备案)(?:的)?，?[^。；，]{0,12}不得|未(?:取得|办理)[^。；，]{1,20}(?:证|许可|备案)》?(?:手续)?(?:的)?，?[^。；，]{0,8}(?:不得|不准|禁止)|(?:须|必须|应当?|需|凭|持|未)(?:事先|提前|先)?(?:取得|申领|领取|办理|持有|由)?[^。；，]{0,4}(?:街道|社区|居委会|居民委员会|村委会|村民委员会|镇(?:人民)?政府|乡(?:人民)?政府|管委会|园区|指挥部|领导小组|协会|商会|城管办|物业)[^。；，]{0,8}(?:出具|核发|颁发|发放|签发|开具|制发)的?[^。；，]{1,20}(?:证|许可|批复|意见书?|同意书|手续|函|准入单|通知单)`,
    ),
    also: [pattern(outsiders)],
    unless: pattern(
      '无需|无须|不需|不须|不必|资金|经费|预算|公章|印章|人事|编制|主任办公会|党组|内部|集体研究|主管领导|负责人(?:审批|批准)|采访|出国|涉密|保密|著作|专利|监护人|主体同意|权利人|本人|业主大会|业主委员会|本人同意|客户同意|当事人同意|人民政府批准后(?:施行|实施|印发)|国库|账户信息|系统',
    ),
    message: ({ match }) => `设定了审批：${quoted(match.text)}，本条没有写明法律、行政法规或者国务院决定依据。`,
  }),
  examples: {
    hits: [
      { text: '开设托管机构须经街道批准。', quote: '须经街道批准', says: '设定了审批' },
      { text: '经营要求：\n（一）有固定场所；\n（二）开业前须报管委会审核，通过后方可营业。', says: '设定了审批' },
      { text: '第七条 未经社区居委会备案，任何单位不得在公共区域举办促销活动。', says: '备案' },
      { text: '四、新开餐饮门店应先取得社区出具的《入驻意见书》，没有的不得开业。', says: '设定了审批' },
      { text: '三、沿街商户装修门面，应当报经街道城管办审核同意后方可施工。', says: '审核同意' },
    ],
    nearMisses: [
      { text: '未取得食品经营许可证的，依照《食品安全法》处理；项目资金支出报街道办事处主任办公会批准。' },
      { text: '第六条 单位因公务需要使用公章的，须经办公室主任批准。' },
      { text: '第八条 依照《消防法》第十五条，公众聚集场所未经消防安全检查许可，不得投入使用。' },
      { text: '第五条 专项资金的调整须经区财政局批准，企业应当配合。' },
    ],
  },
};

/** Papers that no permit needs by law: consent of neighbours, of a residents' committee, of the landlord; debts paid. */
const extraMaterial =
  '(?:业委会|邻居|邻里|相邻|四邻|周边居民|周围居民|居民|房东|业主|居委会|居民委员会|社区|村委会|村民委员会|物业(?:公司|企业)?|协会|商会)[^。；，]{0,10}(?:同意书?|意见书?|同意意见|签字|签名|评价(?:意见|报告)?|评估意见|担保书?)|无(?:拖欠|欠缴|欠)[^。；，]{0,12}(?:证明|凭证|承诺)|结清[^。；，]{0,10}费[^。；，]{0,6}(?:证明|凭证)|指定[^。；，]{0,12}(?:报告|证明)';
const permits = pattern('许可|登记|备案|营业执照|执照|审批|换证|核发|经营证');
/** Grants and purchases may ask for what a permit may not. */
const ownMoney = pattern('补贴|补助|资助|奖励|采购|救助|招标|告知承诺');
const asksPapers = pattern('材料|资料|条件|提供|提交|附|出示|出具|报送|递交|取得|具备');

/** What frames a paragraph, and the heading 三、备案材料 above it; of a cell, its table. */
function framesOf(context: RuleContext, paragraph: Paragraph): string[] {
  if (paragraph.region.kind === 'cell') return [rowsOf(context, paragraph).join(' ')];
  return [...leads(context, paragraph), headingAbove(context, paragraph.id)];
}

function rowsOf(context: RuleContext, { region }: Paragraph): string[] {
  return bodyParagraphs(context)
    .filter((other) => other.region.kind === 'cell' && region.kind === 'cell' && other.region.table === region.table)
    .map(({ text }) => text);
}

const licenceCondition: Rule = {
  id: 'norm-license-cond',
  title: '增设许可条件或申请材料',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '不得要求申请人提交与许可事项无关的材料，不得增设违反上位法的条件，不得给市场主体增加义务。',
  basis: [
    { law: '行政许可法', article: '31' },
    { law: '行政许可法', article: '16' },
    { law: '优化营商环境条例', article: '64' },
  ],
  advice: '删去法定条件之外的材料和条件，或者逐项写明法律、法规依据。',
  check: setting({
    find: pattern(
      `(?:另须|另需|还应当?|还须|还需|还要|并须|并应当?|且须|同时(?:应当?|须|需)?|须同时|另外(?:须|需)|应当?同时|一并|额外|另行|另)[^。；，]{0,12}?(?:提供|提交|出具|出示|取得|附上?|具备|报送|递交|交)[^。；]{0,30}(?:同意书|同意意见|证明|承诺书|评价报告|检测报告|意见书|签字|无欠费|无欠税|盖章|担保|凭证|收据|影响评价|鉴定)|${extraMaterial}`,
    ),
    unless: pattern('补贴|补助|资助|奖励|采购|告知承诺|贷款|投标|开户|账户'),
    negatable: true,
    when: ({ sentence, paragraph }, context) =>
      (!sentence.includes('法定') || /除[^。；，]{0,4}法定|法定[^。；，]{0,8}[之以]?外/u.test(sentence)) &&
      framesOf(context, paragraph).some((lead) => permits.test(lead) && asksPapers.test(lead)) &&
      !leads(context, paragraph).some((lead) => ownMoney.test(lead)),
    message: ({ match }) => `办理许可、登记增加了材料或条件：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '申请食品经营许可另须提供居委会同意书。', quote: '另须提供居委会同意书', says: '增加了材料' },
      { text: '第六条 个体工商户办理营业执照，还应提交物业公司出具的无欠费证明。', says: '无欠费' },
      {
        text: '申办网吧经营许可的材料：\n（一）申请书；\n（二）楼上住户邻居同意书；\n（三）房产证。',
        quote: '邻居同意书',
      },
      { text: '二、申请人办理特种行业备案，同时提供社区盖章的邻里意见书。', says: '意见书' },
      { text: '四、登记材料\n1.申请书；\n2.无拖欠卫生费证明。\n适用于摊贩登记。', says: '无拖欠' },
    ],
    nearMisses: [
      { text: '申请食品经营许可按法定材料提交。' },
      { text: '第六条 依照《食品安全法》第三十五条申请许可的，还应提交场所使用证明。' },
      { text: '第九条 申请补贴的企业还应提供完税证明，办理登记备案。' },
    ],
  },
};

const seized =
  '(?:物品|工具|车辆|货物|设备|摊位|摊车|商品|秤|桌椅|招牌|财物|场所|店铺|材料|三轮车|电动车|单车|船|犬|灯箱|广告牌|原料|产品)';
/** 仍不改正的，清理并扣留物品: a step of a list names no one who takes it. */
const bareMeasure = `(?:查封|扣押|暂扣|扣留|收缴|强制带离|强制拖[离移]|强制清理)(?:其|该|违规|占道|有关|相关|经营|全部)?[^。；，]{0,8}${seized}`;

const measure: Rule = {
  id: 'norm-coercive-measure',
  title: '规范性文件设定行政强制措施',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '行政强制措施由法律、法规设定，法律、法规以外的其他规范性文件不得设定。',
  basis: [{ law: '行政强制法', article: '10' }],
  advice: '删去该措施，或者改为由有权机关依照某法某条实施。',
  check: setting({
    find: pattern(
      '(?:由|可以?|应当?|予以|直接|有权|一律|将|组织|实施|进行|可先行|先行)[^。；，]{0,16}(?:查封|扣押|暂扣|扣留|强制带离|强制拖离|强制拖移|强制清理|拖离)|' +
        bareMeasure,
    ),
    unless: pattern(
      '登记保存|法院|裁定|司法|协助|配合|被[^。；]{0,6}(?:查封|扣押)|因[^。；]{0,8}(?:查封|扣押)|解除|保全|许可证|执照|账户|公安机关',
    ),
    negatable: true,
    // Drift and mud are towed away as well; a measure takes a vehicle or a stall.
    when: ({ match, sentence }) =>
      !/(?<!强制)拖离$/u.test(match.text) || /车|船|摊|广告牌|集装箱|物品|货/u.test(sentence),
    message: ({ match }) => `设定了强制措施：${quoted(match.text)}，本条没有写明法律、法规依据。`,
  }),
  examples: {
    hits: [
      { text: '对占道经营物品，由街道巡查队直接扣押三十日。', quote: '由街道巡查队直接扣押', says: '设定了强制措施' },
      { text: '第九条 违规停放的共享单车，可先行强制拖离并查封。', says: '强制拖离' },
      { text: '处置流程：\n1.劝导；\n2.拒不撤离的，扣留其桌椅；\n3.登记。', quote: '扣留其桌椅' },
      { text: '四、拒不撤摊的，社区网格员有权暂扣其经营工具。', quote: '有权暂扣' },
    ],
    nearMisses: [
      { text: '对占道物品由城管部门依照《某市市容条例》第X条处理，街道协助劝导。' },
      { text: '第七条 执法机关依法采取查封、扣押等强制措施。' },
      { text: '第八条 巡查队员不得扣押商户物品。' },
    ],
  },
};

const execution: Rule = {
  id: 'norm-coercive-exec',
  title: '规范性文件设定行政强制执行',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative', 'decision'],
  why: '行政强制执行由法律设定；没有法律授权的应当申请人民法院执行，对居民生活不得停水停电停热停气。',
  basis: [
    { law: '行政强制法', article: '13' },
    { law: '行政强制法', article: '43' },
  ],
  advice: '删去或者写明法律依据；没有法律授权的，改为依法申请人民法院强制执行。',
  yieldsTo: ['exp-self-demolish'],
  check: setting({
    find: pattern(
      '强制拆除|强拆|强行拆除|强制腾空|强制搬迁|代履行|代为拆除|强制清退|强制腾退|强制划拨|(?:停止|中断|切断)(?:供水|供电|供气|供热|供应水电)|停水|停电|停气|断水|断电|断气',
    ),
    unless: pattern('申请(?:人民)?法院|有权机关|抢险|检修|抢修|安全用电|物业费|应急|自然灾害|系统|告知|预案|演练'),
    negatable: true,
    message: ({ match }) => `设定了强制执行：${quoted(match.text)}，本条没有写明法律依据。`,
  }),
  examples: {
    hits: [
      { text: '逾期不拆的街道组织强拆并停电。', quote: '强拆', says: '设定了强制执行' },
      { text: '第十条 限期内未清理的，由社区代为拆除，费用由当事人承担。', quote: '代为拆除' },
      { text: '六、拒不配合的住户，供电所停止供电。', quote: '停止供电' },
      { text: '五、逾期不搬迁的，由区征收办组织强制搬迁。', kind: 'decision', quote: '强制搬迁' },
    ],
    nearMisses: [
      { text: '逾期不拆的，由有权机关依照法律规定强制拆除或申请人民法院强制执行。' },
      { text: '第七条 任何单位不得以停水断电的方式迫使居民履行义务。' },
      { text: '第九条 依照《城乡规划法》第六十八条，由区人民政府责成有关部门强制拆除。' },
    ],
  },
};

const fee: Rule = {
  id: 'norm-fee',
  title: '自行设立收费、保证金或摊派',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '政府性基金、涉企行政事业性收费、涉企保证金应当有法律、行政法规依据或者经国务院批准，禁止法外摊派。',
  basis: [
    { law: '优化营商环境条例', article: '25' },
    { law: '优化营商环境条例', article: '14' },
    { law: '行政许可法', article: '58' },
  ],
  advice: '删去该收费或摊派；列入目录清单的，写明目录名称和标准。',
  check: setting({
    find: pattern(
      '(?:收取|缴纳|交纳|缴交|征收|上交|筹集|摊派|认捐|缴|交)[^。；，]{0,16}(?:管理费|服务费|押金|保证金|基金|集资款?|捐款|捐助|赞助费?|配套费|卫生费|清运费|治安费|联防费|协管费|占道费|进场费|入场费|公示费|建设费|(?:环境|环卫|秩序|绿化|亮化|美化|道路|设施|市场|综合|安全|巡逻|安保|公益|发展|统筹|治理|整治|互助|活动|协调|备案|登记|办证|工本|年检|审核|审批|评审|资料|宣传|通行)[^。；，]{0,4}[费金])|(?:捐助|捐赠|捐资|捐款|赞助|认捐|捐献)[^。；，]{0,14}(?:基金|公益金|资金|款项?|费用?|经费|元)|向[^。；，]{1,20}(?:集资|募资|筹资|筹款|摊派|募捐)|集资(?:修建|建设|建|修|购买|兴办)|(?:每户|每家|按户|按人|每店|每企)[^。；，]{0,6}(?:出资|捐资|集资|摊派)',
    ),
    also: [
      pattern(
        '商户|企业|居民|业主|经营者|个体|农户|摊主|申请人|经营户|养殖户|住户|村民|施工单位|店主|门店|商铺|店铺|每户|养犬人|个人|群众|车主|会员|业户|租户|承租户|家庭|摊贩|司机|[^。；，]店',
      ),
    ],
    unless: pattern(
      '目录清单|停车|物业|水费|电费|学费|租金|拖欠|欠缴|欠交|采购|投标|履约|合同|自愿|免收|免缴|免交|取消|退还|社会保险|公积金|价格主管部门|农民工工资|住房专项维修|存款保险|结算|手续费|开证|银行|抵押|质押|慈善|捐赠人|基金会|税前扣除|接受[^。；，]{0,6}捐',
    ),
    negatable: true,
    message: ({ match }) => `向相对人收费：${quoted(match.text)}，本条没有写明法律、行政法规依据。`,
  }),
  examples: {
    hits: [
      { text: '商户每月缴纳市容管理费200元。', quote: '缴纳市容管理费', says: '收费' },
      { text: '第八条 渣土运输企业进场前交纳清运保证金五万元。', says: '保证金' },
      { text: '三、沿街经营户按门面面积认捐亮化基金。', quote: '认捐亮化基金' },
      { text: '五、各会员企业按每家两千元向街道捐助公益金，完成数量通报。', says: '捐助公益金' },
      { text: '四、组织村民集资修建公厕，每户出资三百元。', quote: '集资修建' },
    ],
    nearMisses: [
      { text: '按目录清单收取法定收费。' },
      { text: '第五条 任何部门不得向企业收取管理费、保证金。' },
      { text: '第六条 停车场经营者按明码标价收取停车服务费。' },
      { text: '第七条 依照《水法》第四十八条，取水企业应当缴纳水资源费和管理费。' },
    ],
  },
};

export const powers: readonly Rule[] = [penalty, licence, licenceCondition, measure, execution, fee];

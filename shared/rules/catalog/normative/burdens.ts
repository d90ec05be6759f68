/** Burdens on those who do business: intermediaries, trainings, inspections, no time to adapt. */
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Match } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { beyondLimits, policy } from './common.ts';

const regulation = '优化营商环境条例';
const superior = '依照《|依据《|按照《|根据《|依法|法律、?(?:行政)?法规|法定';
const businesses =
  '(?:企业|商户|经营者|经营户|个体户|个体工商户|门店|店铺|店主|摊主|摊贩|商家|餐饮|市场主体|经营主体|网店|作坊|培训机构|托管机构|物业公司|业户|养殖户|工厂|厂家|商铺|超市|宾馆|酒店|民宿|快递网点|法定代表人|会员单位|从业(?:人员|者)|加盟商|[^。；，]店|饭馆|驾校|诊所|园区)';

const agency = '(?:机构|公司|事务所|中介|鉴定中心|评估中心|测绘院|设计院|评估所|检测站|检测中心|服务中心|协会|商会)';
const service =
  '(?:评估|检测|鉴定|审计|测绘|代理(?:记账|申报|登记)|验资|评价|咨询|编制|检验|设计|勘[察验]|出具|代办|办理|论证|审图|认证|监理|测量|公证|预审)';

const intermediary: Rule = {
  id: 'norm-intermediary',
  title: '指定或者强制使用中介服务',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '行政机关不得为市场主体指定或者变相指定中介服务机构；没有依据的中介服务不得作为办事条件。',
  basis: [{ law: regulation, article: '43' }],
  advice: '删去指定的机构或者名录，写明由申请人自主选择有资质的机构，或者改由行政机关自行委托并付费。',
  traps: ['要求机构具备法定资质而由申请人自选，或者由行政机关出资委托的，不是指定。'],
  check: policy({
    find: pattern(
      `(?:须|必须|应当?|需要?|要|一律|统一|只能|只可|均)[^。；，]{0,10}(?:委托|由|聘请|选择|选用|通过|找|到|经|交由|使用|在)[^。；，]{0,22}${agency}[^。；，]{0,14}${service}|(?:指定|推荐|确定|明确|认可)(?:的|由|了)?[^。；，]{0,20}(?:中介|${agency})[^。；，]{0,14}${service}|(?:街道|区里|镇里|我局|本局|局里?|本机关|管委会|部门)(?:指定|推荐|认可|合作|入围|备选)的?[^。；，]{0,14}${agency}|(?:名录|名单|目录|入围库|机构库|中介库)(?:内|中|里)?[^。；，]{0,8}(?:选择|选取|委托|挑选|选定|抽取)|(?:须|必须|应当?|需)[^。；，]{0,6}(?:委托|聘请|通过)[^。；，]{0,10}(?:代办|代理(?:机构|公司|记账))`,
    ),
    unless: pattern(
      `自主选择|自行选择|自愿|任意|不得(?:为|指定|要求|强制|变相|限定|以)|(?:禁止|严禁)[^。；]{0,8}(?:指定|变相)|${superior}|财政(?:资金)?承担|由(?:本局|街道|区政府|行政机关)委托|无需|不再|国家认|银行|存款|票据|结算|集团|支付(?:机构|业务|系统|清算|服务)|登记托管|公开招标|政府采购|审计机关|仲裁|人民法院|司法鉴定|信用评级`,
    ),
    when: ({ match, sentence }) =>
      !/(?:有|具有|具备|符合|取得)[^。；，]{0,10}(?:资质|资格|能力|条件)/u.test(sentence) ||
      /指定|推荐|名录|名单|入围|库|认可/u.test(sentence) ||
      /[甲乙丙某]/u.test(match.text),
    message: ({ match }) => `指定或强制使用中介：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '须委托甲机构评估。', quote: '须委托甲机构评估', says: '中介' },
      { text: '第六条 申请人应从街道公布的测绘单位名录中选择一家出具报告。', says: '名录' },
      { text: '三、办理店招备案，应当通过永清代办公司代理。\n四、费用自理。', says: '永清代办' },
      { text: '油烟检测报告由我局指定的检测公司出具。', says: '指定' },
    ],
    nearMisses: [
      { text: '申请人自主选择有资质机构。' },
      { text: '第六条 不得为申请人指定检测机构。' },
      { text: '安全评价应当委托具备相应资质的机构编制，由企业自行选择。' },
      { text: '依照《安全生产法》第三十二条，建设单位应当委托具有资质的机构进行安全评价。' },
    ],
  },
};

const trainingFee: Rule = {
  id: 'norm-train-fee',
  title: '强制参加培训、考核、评比或借机收费',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '除法律、法规另有规定外，不得强制市场主体参加评比、达标、表彰、培训、考核，也不得借此收费。',
  basis: [
    { law: regulation, article: '69' },
    { law: '中小企业促进法', article: '52' },
  ],
  advice: '改为自愿、免费参加；确属法律、法规规定的培训，写明依据条款，不以结业证作为经营条件。',
  traps: ['安全生产、特种作业、食品安全、消防等法定培训，以及自愿免费的培训，不在此列。'],
  check: policy({
    find: pattern(
      '(?:须|必须|应当?|需要?|一律|强制|统一|均要|要求|不得缺席|全员)[^。；]{0,24}(?:参加|参与|接受|完成|通过|报名)[^。；，]{0,24}(?:培训|学习班|研修班?|进修|讲座|讲堂|论坛|观摩|考核|评比|达标|表彰|评选|考试|测评|星级评定|评优|竞赛)|(?:不参加|未参加|拒绝参加|未通过|拒不参加)[^。；，]{0,16}(?:培训|研修|考核|评比|达标|评选|考试|学习)[^。；]{0,20}(?:不得|不予|取消|暂停|不能|停业|通报)|(?:结业证书?|培训合格证书?|培训证明|培训证书?|考核合格证)[^。；]{0,20}(?:方可|才能|才可|方能|作为|条件|凭|后|上岗|开业|经营)|凭[^。；，]{0,10}(?:结业证|培训证|培训合格证)|(?:培训|评比|考核|评选|表彰|达标)[^。；]{0,16}(?:收取|缴纳|交纳|收|交)[^。；，]{0,12}(?:费|元)|取得[^。；，]{0,10}(?:结业证|培训合格证)',
    ),
    also: [pattern(businesses)],
    unless: pattern(
      `自愿|安全生产|安全培训|特种(?:作业|设备)|食品安全|消防|${superior}|不得(?:强制|要求|组织|以|变相|借|收取|将)|(?:禁止|严禁)[^。；]{0,6}(?:强制|以|借)|工作人员|执法人员|干部|网格员|公务员|内部|驾驶证|无需|不再|注册会计师|教师|鼓励|采购`,
    ),
    message: ({ match }) => `要求经营者参加培训、考核或评比：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '商户须参加付费培训取得结业证。', says: '培训' },
      { text: '第十条 餐饮企业负责人每年必须参加星级评定，未参加评定的不得申请外摆。', says: '星级评定' },
      { text: '（二）各门店应报名参加文明经营评比，\n评比费每店３００元。', says: '评比' },
    ],
    nearMisses: [
      { text: '自愿参加免费培训。' },
      { text: '餐饮企业应当依照《食品安全法》组织从业人员参加食品安全培训考核。' },
      { text: '任何单位不得强制商户参加评比、培训。' },
      { text: '全体执法人员必须参加行政执法资格考试，商户可以旁听。' },
    ],
  },
};

const inspected =
  '(?:企业|商户|经营者|经营户|门店|店铺|沿街|商铺|市场主体|经营主体|餐饮|摊|作坊|工厂|超市|宾馆|酒店|网吧|个体|培训机构|场所|园区|商家|小店)';

const inspectionExcess: Rule = {
  id: 'norm-inspection-excess',
  title: '日常检查过频、全覆盖或下任务数',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '市场监管领域的日常检查应当随机抽取对象、随机选派人员；没有法律、法规依据的检查不得实施。',
  basis: [
    { law: regulation, article: '54' },
    { law: '中小企业促进法', article: '52' },
  ],
  advice: '改为年度双随机抽查计划，列明检查依据，合并检查事项，取消任务数和排名考核。',
  traps: ['直接涉及公共安全和生命健康的重点监管、投诉举报和线索核查、法定检查计划，可以不受双随机限制。'],
  yieldsTo: ['norm-standard-discriminate'],
  check: policy({
    find: pattern(
      '(?:每[日天周月旬季]|每个月|每半月|每两周|每季度|逐[户家企店]|全覆盖|拉网式|地毯式|全面|挨家挨户|不间断|一周一查|一月一查|一日一查|周周查|月月查|所有|全部)[^。；]{0,30}(?:检查|巡查|排查|抽查|巡检|过筛|执法检查|上门查)|(?:检查|巡查|过筛|抽查)[^。；，]{0,16}(?:一遍|一次|两次|[一二三四五六七八九十\\d]+[次遍]|全覆盖|逐[户家])|(?:检查|巡查)(?:户?次?数量?|数|任务数?|频次|户次|家数|次数|量)[^。；]{0,20}(?:排名|排序|考核|通报|不少于|不低于|不得少于|完成|指标|任务|挂钩)|(?:完成|下达)[^。；，]{0,16}(?:检查|巡查)[^。；，]{0,8}(?:\\d+|[一二三四五六七八九十百]+)[户家次]',
    ),
    also: [pattern(inspected)],
    unless: pattern(
      `双随机|${superior}|投诉|举报|线索|安全|消防|隐患|危险|特种设备|药品|疫苗|燃气|烟花|食品生产|重点监管|法定检查|自查|自检|自行检查|不得|严禁|禁止|避免|减少|杜绝|取消|合并|不(?:开展|进行|实施|组织|搞)[^。；，]{0,6}检查|卫生防疫|疫情|内部|档案|分支机构`,
    ),
    message: ({ match }) => `对经营者的检查安排：${quoted(match.text)}，没有写明依据，也没有采用双随机。`,
  }),
  examples: {
    hits: [
      { text: '各社区每月对辖区全部沿街商户检查一遍，检查数纳入排名。', says: '每月' },
      { text: '第八条 执法中队每周巡查餐饮门店不少于两次。', says: '每周' },
      { text: '三、对园区企业实行逐户过筛检查，检查户次与绩效考核挂钩。', says: '逐户' },
      { text: '| 中队 | 年度任务 |\n| 一中队 | 完成检查商户300家 |', says: '完成检查商户300家' },
    ],
    nearMisses: [
      { text: '按年度双随机计划抽查；对投诉举报的商户依法核查。' },
      { text: '每月对烟花爆竹零售门店开展一次安全检查。' },
      { text: '不得对企业下达检查任务数，不得以检查户次排名。' },
      { text: '商户每日自查油烟净化设备运行情况。' },
    ],
  },
};

const atOnce = pattern(
  '自(?:本[^。；，]{1,4})?(?:印发|发布|公布|下发|发文|颁布|通告)之日起(?:正式|试行)?(?:施行|实施|执行|生效)?|(?:印发|发布|公布)之日(?:施行|执行|生效)|即日起(?:施行|执行|实施|生效)?',
);
const newDuty = pattern(
  `${businesses}[^。；]{0,24}(?:须|必须|应当?|不得|禁止|一律|停止|改造|加装|安装|更换|配备)|(?:禁止|不得|必须|应当?|须)[^。；]{0,14}${businesses}`,
);
const adapting = pattern(
  '过渡期|适应(?:调整)?期|调整期|宽限|缓冲期|过渡安排|逐步|(?:施行|实施|发布|印发)前已(?:经)?[^。；]{0,24}(?:继续|可以|于|应当在|期满|自)|[\\d一二三四五六七八九十]+(?:个)?(?:工作)?(?:日|天|月|年)(?:内|后|以内)[^。；，]{0,14}(?:完成|施行|实施|执行|整改|改造|安装|加装|更换|达到|符合|配备|办理)|之日起(?:满)?[\\d一二三四五六七八九十]+(?:个)?(?:工作)?(?:日|天|月)(?:后|起)|前完成(?:整改|改造|安装)',
);

const transition: Rule = {
  id: 'norm-transition',
  title: '印发即施行，没有适应调整期',
  severity: 'low',
  nature: 'risk',
  kinds: ['normative'],
  why: '与生产经营密切相关的文件，应当结合实际为市场主体留出必要的适应调整期。',
  basis: [{ law: regulation, article: '65' }],
  advice: '把施行日期推后，或者给已在经营的主体留出改造、换证的过渡期；因国家安全等需要立即施行的说明理由。',
  traps: ['只减轻负担、给予便利的，或者已写明过渡期和整改期限的，不必另留调整期。'],
  check: (context) => {
    if (beyondLimits(context) || !mentions(context, newDuty) || mentions(context, adapting)) return [];
    const immediate = policy({
      find: atOnce,
      unless: pattern('废止|申请|受理之日|补贴|停止使用|举报'),
      message: ({ match }) => `${quoted(match.text)}，给经营者增加了义务而没有适应调整期。`,
    })(context);
    return [...immediate, ...(immediate.length === 0 ? sameDay(context) : [])].slice(0, 1);
  },
  examples: {
    hits: [
      { text: '自印发之日起所有门店须加装设备。', quote: '自印发之日起', says: '适应调整期' },
      { text: '第四条 餐饮企业应当加装油烟在线监测。\n第九条 本办法自公布之日起施行。', says: '公布之日' },
      {
        text: '第三条 商户不得使用铁皮店招。\n第六条 本规定自2026年6月1日起施行。\n临河区城市管理局\n2026年6月1日',
        quote: '自2026年6月1日起施行',
      },
    ],
    nearMisses: [
      { text: '自印发之日起60日后施行。' },
      { text: '第四条 餐饮企业应当加装油烟监测，已营业的在六个月内完成改造。\n第九条 本办法自公布之日起施行。' },
      { text: '第三条 各科室应当规范印章使用。\n第六条 本规定自印发之日起施行。' },
      { text: '第三条 商户不得使用铁皮店招。\n第六条 本规定自2026年9月1日起施行。\n2026年6月1日' },
    ],
  },
};

const startDay = pattern('自(20\\d{2})年(\\d{1,2})月(\\d{1,2})日(?:起)?(?:正式|试行)?(?:施行|实施|执行|生效)');
const dayAlone = pattern('^\\s*(20\\d{2})年(\\d{1,2})月(\\d{1,2})日(?:印发|发布)?\\s*$');

/** Where the day of taking effect is the day the paper is dated. */
function sameDay(context: RuleContext): Hit[] {
  const key = (groups: Match['groups']): string => groups.map((group) => Number(group?.text ?? 0)).join('-');
  const issued = readingOf(context.document)
    .paragraphs.filter(({ text }) => text.length < 24)
    .flatMap(({ text }) => dayAlone.all(text).map(({ groups }) => key(groups)));
  return policy({
    find: startDay,
    unless: pattern('废止|《'),
    when: ({ match }) => issued.includes(key(match.groups)),
    message: ({ match }) => `${quoted(match.text)}，与成文日期是同一天，没有适应调整期。`,
  })(context);
}

export const burdens: readonly Rule[] = [intermediary, trainingFee, inspectionExcess, transition];

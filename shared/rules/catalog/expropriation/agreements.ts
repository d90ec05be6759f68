/** Agreements with an administrative side: expropriation, waiver of remedies, state property income. */
import type { Paragraph } from '../../../document/model.ts';
import { leads, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Rule, RuleContext } from '../../rule.ts';

const expropriation = pattern('征收|拆迁|征地|补偿安置|搬迁补偿');

const leaves = '(?:搬迁|腾空|腾房|交房|拆除|搬离|腾退|搬家|移交|交出钥匙|搬空|搬清|腾清|清空|交付)';
const pays = '(?:支付|付清|发放|领取|兑付|拨付|兑现|给付|转入|汇入|打入|转账|到账|付)';
const mainSum = '(?:补偿金额|安置补偿|补偿款|补偿费|安置费|补偿金|补偿总额|全部款项|房屋价值|补偿)';
/** 未腾空的，不予支付补偿款: the same order of things, told by what happens without the move. */
const unpaidUntil = `(?:未|不|没有)(?:按期|如期|按时|完成)?[^。；，]{0,4}${leaves}[^。；，]{0,8}的?，[^。；，]{0,8}(?:不予?|暂不|拒绝|暂缓|停止)${pays}[^。；，]{0,10}${mainSum}`;
/** 拆除后15日内将补偿金额转入账户; 其余80%待腾空后支付; 支付条件：完成搬迁. */
const sumAfter = [
  `${leaves}[^。；]{0,20}(?:后|之日起|完毕)[^。；]{0,14}${mainSum}[^。；]{0,24}${pays}`,
  `[3-9]\\d[%％][^。；，]{0,6}(?:待|在|于|自)[^。；，]{0,10}${leaves}[^。；，]{0,10}(?:后|之日起|完毕)[^。；，]{0,10}${pays}`,
  `(?:支付|付款|拨付|兑付)(?:前提|条件)[：:为是][^。；]{0,20}${leaves}`,
].join('|');
/** 腾空房屋前不予支付补偿费; 补偿款的发放以拆除为前提. */
const onCondition = [
  `${leaves}[^。；，]{0,8}前，?[^。；，]{0,8}(?:不予?|暂不)${pays}[^。；，]{0,6}${mainSum}`,
  `${mainSum}[^。；，]{0,6}以[^。；，]{0,12}${leaves}[^。；，]{0,8}为(?:前提|条件|准)`,
].join('|');
/** Of these a home is bought out; 装修补偿 at the end of a lease is another matter. */
const homeBought = pattern('房屋|安置|货币补偿|补偿(?:款|总额|金|费)');
const leased = pattern('租赁|承租|租金|搬迁服务|装修补偿');

const moveFirst: Rule = {
  id: 'exp-move-first',
  title: '先搬迁后补偿',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract', 'normative'],
  why: '实施征收应当先补偿、后搬迁；把搬空、拆除作为支付补偿主款的前提，顺序颠倒。',
  basis: [
    { law: '国有土地上房屋征收与补偿条例', article: '27' },
    { law: '土地管理法', article: '48' },
  ],
  advice: '把补偿主款改为搬迁前支付或者专户存储并写明支取条件；搬迁奖励可在腾空后发放。',
  check: phrase({
    find: pattern(
      `${unpaidUntil}|${sumAfter}|${onCondition}|${leaves}[^。；]{0,20}(?:后|之日起|完毕)[^。；]{0,24}${pays}[^。；]{0,8}${mainSum}|(?:补偿款|补偿费|安置费|补偿金)[^。；]{0,16}(?:在|待|于|自)[^。；，]{0,10}(?:搬迁|腾空|腾房|交房|拆除|搬离|腾退)[^。；，]{0,10}(?:后|之日起|完毕)[^。；]{0,16}(?:支付|付清|发放|领取|兑付|付)`,
    ),
    unless: pattern('奖励|签约奖|过渡费|临时安置(?:费|补助)|水电费|尾款|余款|先补偿|补偿款到账后|存入专户|停产停业'),
    negatable: true,
    when: ({ sentence }, context) => {
      const { says } = readingOf(context.document);
      return says(expropriation) || (homeBought.test(sentence) && !says(leased));
    },
    message: ({ match }) => `补偿款在搬迁之后才付：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '征收补偿协议：乙方搬迁腾房后六个月内付补偿款。', says: '搬迁之后才付' },
      {
        text: '房屋征收补偿协议\n第四条 补偿款待乙方房屋拆除完毕后一次性支付。',
        quote: '补偿款待乙方房屋拆除完毕后一次性支付',
      },
      { text: '未按期交房的，甲方暂不发放房屋补偿款；交房后按协议支付。', says: '暂不发放' },
      { text: '征收补偿协议\n腾空验收之日起十日内，补偿款汇入乙方账户。', says: '汇入' },
      { text: '房屋征收协议\n付款条件：被征收人搬清并移交钥匙。', says: '付款条件' },
      { text: '土地征收安置办法\n第九条 被征收人搬离之日起九十日内发放补偿费。', kind: 'normative', says: '搬离' },
    ],
    nearMisses: [
      { text: '征收补偿协议：补偿款到账后15日内搬迁，按期腾空的另发奖励2万元。' },
      { text: '房屋征收协议\n乙方按期搬迁腾房后，甲方发放搬迁奖励。' },
      { text: '办公用房搬迁服务合同\n搬迁完毕后五日内支付服务费。' },
      { text: '征收补偿协议：水电费结清，乙方交房后支付余款补偿款五千元。' },
    ],
  },
};

const unwilling =
  '(?:(?:不|未|拒绝|拒不|拒签|逾期|没有)[^。；，]{0,12}(?:签约|签订|签字|搬迁|搬离|腾退|腾空|交房|搬走)|不签|未签|拒签|未搬|不搬|逾期|不配合[^。；，]{0,4}(?:搬迁|征收|签约|拆迁))';
const cutsOff =
  '(?:(?:停|断|切断|中断|掐断|停止|停供|限制)[^。；，]{0,6}(?:水|电|气|热|暖|路|通行)|封(?:堵|闭|锁)?[^。；，]{0,4}路)';
/** A tenant or an owner in arrears is not to be moved for a public work. */
const supplied = pattern('租赁|承租|租金|物业|供用电|供水合同|供电合同');

const coerce: Rule = {
  id: 'exp-coerce',
  title: '以停水停电断路迫使签约搬迁',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract', 'normative'],
  why: '任何单位和个人不得采取违反规定中断供水、供热、供气、供电和道路通行等非法方式迫使被征收人搬迁。',
  basis: [{ law: '国有土地上房屋征收与补偿条例', article: '27' }],
  advice: '删去停供内容；达不成协议的依法作出补偿决定，逾期不履行的申请人民法院强制执行。',
  check: phrase({
    find: pattern(
      `${unwilling}[^。；]{0,20}${cutsOff}|${cutsOff}[^。；]{0,24}(?:直至|直到|迫使|促使|督促|逼)[^。；]{0,10}(?:签约|搬迁|搬离|腾)`,
    ),
    unless: pattern('非法方式|违反规定|腾空后|交房后|报停|销户|检修|经被征收人同意|物业费|服务费|租金|电费|水费'),
    negatable: true,
    when: ({ sentence }, context) => {
      const { says } = readingOf(context.document);
      return (
        says(expropriation) ||
        context.input.subKind === 'expropriation' ||
        (/签约|搬迁|搬离|腾空|腾退/u.test(sentence) && !says(supplied))
      );
    },
    message: ({ match }) => `以停供迫使签约或搬迁：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '征收协议：乙方逾期不签约的，甲方停止供水供电。', says: '停供' },
      { text: '凡不配合搬迁的住户，街道组织切断供水供电，直至其搬离。', says: '切断' },
      { text: '旧城改造征收公告\n六、拒不搬迁的，组织断路断电。', kind: 'normative', says: '断路' },
      { text: '拆迁补偿协议\n第八条 乙方未搬迁的，甲方可以中断供气。', quote: '未搬迁的，甲方可以中断供气' },
    ],
    nearMisses: [
      { text: '征收协议：乙方腾空交房后，双方共同办理水、电、气报停手续。' },
      { text: '征收协议：乙方未搬迁的，甲方不得中断供水、供电。' },
      { text: '房屋租赁合同：承租人逾期不腾退的，出租人可以停止供电。' },
    ],
  },
};

const adminAgreement = pattern(
  '经营期(?:限)?内|经营权|招商|管委会|征收|征用|拆迁|补偿安置|安置补偿|补偿协议|特许经营|信访|腾退|息诉|行政协议|出让',
);

const waiveRemedy: Rule = {
  id: 'remedy-waive',
  title: '要求放弃复议和诉讼权利',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '对行政协议申请复议、提起诉讼是法定救济，协议中预先概括放弃的约定难获支持，还会引发争议。',
  basis: [
    { law: '行政诉讼法', article: '12' },
    { law: '行政复议法', article: '11' },
  ],
  advice: '删去放弃救济的约定，改为“双方对补偿内容协商一致，履行中发生争议的依法申请复议或者提起行政诉讼”。',
  check: phrase({
    find: pattern(
      '(?:不得|不再|放弃|不予|自愿放弃|承诺不|保证不|无权)[^。；]{0,24}(?:行政复议|申请复议|信访[、或和及]|行政诉讼|提起诉讼|起诉|上访[^。；，]{0,4}诉讼|诉讼权利|复议权|诉权|申诉|任何诉讼)|放弃[^。；]{0,10}(?:诉讼|复议|起诉|申诉)|不(?:得|再)?以[^。；，]{0,12}为被告|(?:不再|不得再?|不)(?:主张|提出)(?:任何|其他)?权利(?:要求)?',
    ),
    unless: pattern(
      '逾期[^。；]{0,12}(?:不申请|不起诉|申请复议|复议)|法定期限|法定(?:起诉)?期间|不得(?:阻挠|限制|剥夺|排除)|不以[^。；]{0,16}(?:作为|为)[^。；，]{0,6}条件|甲方不得|原告',
    ),
    when: ({ match }, context) =>
      // 不得仲裁，争议依法提起行政诉讼: what follows the comma is a right, not a waiver.
      !/依法|可以/u.test(match.text) &&
      (readingOf(context.document).says(adminAgreement) || context.input.subKind === 'expropriation'),
    message: ({ match }) => `协议要求放弃救济：${quoted(match.text, 60)}。`,
    grade: ({ match, sentence }) =>
      /任何权利/u.test(match.text) && !/诉讼|复议|起诉/u.test(sentence) ? { severity: 'notice' } : {},
  }),
  examples: {
    hits: [
      { text: '乙方签约后不得就本次征收申请行政复议或提起诉讼。', says: '放弃救济' },
      { text: '信访事项化解协议\n三、乙方领取救助金后，自愿放弃一切诉讼权利。', quote: '自愿放弃一切诉讼权利' },
      { text: '特许经营协议\n第八条 乙方承诺不以甲方为被告提起任何诉讼。', says: '为被告' },
      { text: '征收补偿协议\n第九条 乙方承诺不对征收决定提起行政诉讼。', says: '行政诉讼' },
    ],
    nearMisses: [
      { text: '征收协议：双方对补偿内容无异议；履行中发生争议的，乙方可依法申请复议或提起行政诉讼。' },
      {
        text: '征收协议：乙方在法定期限内不申请行政复议、不提起诉讼的，甲方申请人民法院强制执行，不再另行通知起诉期限。',
      },
      { text: '买卖合同：质保期满后，乙方不再主张任何权利。' },
    ],
  },
};

const income = '(?:租金|出租收入|租赁收入|租赁费|房租|承租费|处置(?:款|收入|价款|所得)|残值款?|变价款)';
const setOff =
  '(?:抵顶|冲抵|折抵|抵扣|抵充|抵作|抵付|抵销|抵偿|抵减|抵支|留在|账外|用[^。；，]{0,14}来?[抵顶冲]|充抵|折作|冲减|留作|留存|留用|坐支|自行支配|代替|用于支付|直接(?:支付|付|汇|转)(?:给|至|到)?|用于[^。；，]{0,6}(?:日常|办公|食堂|工会|经费|福利|支出|发放|补助|奖金|津贴|加班|修缮)|代(?:甲方|出租[方人]|其)?[^。；，]{0,2}(?:支付|垫付|缴纳|付))';

const publicLessor = pattern(
  '[^，。；：\\s]{1,12}(?:局|委员会|街道办事处|人民政府|管委会|中心|法院|检察院)(?:（[^）]{1,8}）)?(?:将|把|以|出租|[^。；，]{0,4}(?:报废|处置|租金|房租)|的|闲置)|(?:甲方|出租(?:方|人))[^\\n]{0,20}(?:局|委员会|街道办事处|人民政府|机关|街道|管委会|办公室|中心)|街道办|街道[^。；，]{0,6}(?:处置|出租|报废|车辆)|为[^。；，]{1,10}(?:局|委员会|街道|政府)提供|行政单位|机关办公|区政府',
);

const rentOffset: Rule = {
  id: 'lease-income-offset',
  title: '以租金抵支其他费用',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '行政单位国有资产出租收入按政府非税收入和国库集中收缴管理，不得截留、坐支，以租抵支绕开了收支两条线。',
  basis: [
    { law: '行政事业性国有资产管理条例', article: '25' },
    { law: '行政事业性国有资产管理条例', article: '26' },
  ],
  advice: '改为收支分开：租金全额缴入非税收入账户，需要采购的服务另行预算、另行支付。',
  check: phrase({
    find: pattern(
      `${income}[^。；]{0,24}${setOff}[^。；，]{0,16}|以[^。；，]{0,12}(?:服务|装修|工程|物业)(?:费用?)?(?:抵|代|折抵|代替|折抵作|充抵)[^。；，]{0,6}租金|(?:不(?:另)?(?:付|交|缴|收)|免(?:付|交|收))租金，?[^。；，]{0,4}以[^。；，]{0,30}(?:代替|抵|折)`,
    ),
    unless: pattern('违约金|押金|保证金|免租期|滞纳金|预付|不得|多缴|已付|赔偿|定金|维修费|承租方租用|作为承租'),
    negatable: true,
    when: (_, context) => context.input.publicPayer === true || readingOf(context.document).says(publicLessor),
    message: ({ match }) => `租金没有收支分开：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '街道办公楼一层租金每年20万元，抵顶乙方提供的食堂服务费。', says: '收支分开' },
      { text: '出租人：桐溪区文化局\n第四条 租金由承租人直接支付给保洁公司，冲抵甲方保洁费。', says: '直接支付给' },
      { text: '青麓区水务局报废车辆处置款两万元留存用于日常办公支出。', says: '留存' },
      { text: '场馆出租协议：乙方不付租金，以每年为区体育局提供赛事服务代替。', says: '代替' },
      { text: '甲方：松阳街道办事处\n双方同意以装修费抵租金，三年内不再收取。', quote: '以装修费抵租金' },
    ],
    nearMisses: [
      { text: '甲方：松阳街道办事处\n年租金20万元缴入非税收入账户，食堂服务费另行采购支付。' },
      { text: '出租人：桐溪区文化局\n乙方已付押金可冲抵最后一期租金。' },
      { text: '甲方：松阳街道办事处\n租金不得用于抵顶任何费用。' },
      { text: '出租人：李某\n承租人装修的，租金抵扣装修费三万元。' },
    ],
  },
};

/** Changes inside the office: elections, borders, duties, the people in charge. */
const politicalChange = [
  '区划(?:的)?(?:调整|变更|变动)',
  '换届',
  '(?:机构|职能|职责|编制|体制)(?:和|与|及)?(?:职能|职责)?(?:的)?(?:调整|改革|变动|变更|撤并|合并|撤销|转隶)',
  '(?:科室|部门|单位|内设机构)(?:的)?(?:调整|撤并|合并|撤销|变动|撤改)',
  '(?:领导|班子|负责人|责任人|主官|主要领导|人事|干部)(?:班子|成员)?(?:的|发生)?(?:变动|调整|更换|变更|更替|调动|调离|轮岗|交接)',
].join('|');
const politics = `(?:(?:因|由于|如遇|遇|如|若)[^。；，]{0,8})?(?:政府)?(?:${politicalChange})`;
const release =
  '(?:终止|解除|(?:不|不再|可不|拒绝)(?:予)?履行|中止|不承担|免责|免(?:除|于|予)[^。；，]{0,6}责任|无需|无须|延期|暂缓|停止|不予|变更合同|可以不|不受[^。；，]{0,8}约束|作废|失效)';

const releases = pattern(release);
const barred = /不得|不能|无权|禁止|严禁/u;

/** What introduces the list an item stands in, in its own paragraph or above it, when it forbids nothing. */
function listed(context: RuleContext, paragraph: Paragraph, at: number): string[] {
  const before = paragraph.text.slice(Math.max(0, at - 200), at);
  const own = /^(.*?)[：:]/su.exec(before)?.[1] ?? '';
  return [
    own,
    ...leads(context, paragraph)
      .slice(1)
      .filter((lead) => /[：:]\s*$/u.test(lead)),
  ].filter((intro) => intro !== '' && !barred.test(intro));
}

const politicalExcuse: Rule = {
  id: 'gov-change-excuse',
  title: '以换届、机构调整等为由免责',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '政府及其部门不得以行政区划调整、政府换届、机构或者职能调整、责任人更替为由违约毁约。',
  basis: [{ law: '优化营商环境条例', article: '31' }],
  advice: '删去该事由；确因国家利益、社会公共利益需要改变约定的，写明依法定权限和程序进行并补偿损失。',
  check: phrase({
    find: pattern(`${politics}[^。；]{0,40}${release}|${release}[^。；]{0,60}${politics}|${politics}`),
    unless: pattern(
      '不得以|不得因|不因|不影响|[^再]继续履行|继续有效|由[^。；]{0,10}承继|承接|概括承受|不(?:构成|属于|作为)|不(?:能|应|可)(?:因|以|成为)|给予[^。；]{0,6}补偿',
    ),
    when: ({ match, paragraph }, context) => {
      if (barred.test(match.text.replace(/[乙丙]方(?:均|也)?(?:不得|无权)|供应商不得/gu, ''))) return false;
      return releases.test(match.text) || listed(context, paragraph, match.from).some((intro) => releases.test(intro));
    },
    message: ({ match }) => `以机构或人事变动为解约、免责理由：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '因区划调整或领导变动，甲方可终止本协议且无需补偿。', says: '机构或人事变动' },
      {
        text: '第十一条 如遇机构改革，甲方有权解除合同，双方互不承担责任。',
        quote: '如遇机构改革，甲方有权解除合同，双方互不承担',
      },
      { text: '出现下列情形的，采购人可以不再付款：\n（一）不可抗力；\n（二）分管领导调离。', quote: '领导调离' },
      { text: '由于政府换届造成付款迟延的，甲方可延期支付，不承担违约责任。', says: '政府换届' },
    ],
    nearMisses: [
      { text: '因国家利益、公共利益需要依法变更的，甲方给予补偿。' },
      { text: '甲方机构改革的，本合同由承接其职能的单位继续履行。' },
      { text: '甲方不得以领导变动为由解除本合同。' },
    ],
  },
};

export const administrativeAgreements: readonly Rule[] = [moveFirst, coerce, waiveRemedy, rentOffset, politicalExcuse];

/** Works: that wages of migrant workers are paid: the labour share, the account, the client's security. */
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { affirms, unaffirmedParts } from '../../affirm.ts';
import { mentions, phrase, places, quoted } from '../../builders.ts';
import { nameOf } from '../../naming.ts';
import type { Names } from '../../naming.ts';
import type { Part } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext, Setting } from '../../rule.ts';
import { settingOf } from '../../rule.ts';
import { contractPrice, isWorksContract, speaksOfWorks, worksKinds } from './common.ts';

const law = '保障农民工工资支付条例';
const labour = '(?:人工费用?|人工(?:工资|款)|农民工工资|工人工资|民工工资|劳务(?:费|报酬|工资)|工资款)';

const rareWages = phrase({
  find: pattern(
    `${labour}[^。；\\n]{0,40}(?:每(?:个)?季度?|按季度?|季度(?:支付|拨付|结算)|每(?:隔)?(?:[4-9]\\d|\\d{3})(?:天|日)|每(?:隔)?(?:两|二|三|四|五|六|2|3|4|5|6)个?月|每半年|半年|(?:按|以|分|于)[^。；，\\n]{0,10}节点|(?:[两二三四五六\\d]个|各)节点|按[^。；，\\n]{0,8}(?:施工段|里程碑|标段|楼层|分部工程)|按(?:工程|施工|形象)?形象进度|分(?:两|三|四|二|2|3|4)次|一次性|竣工(?:验收)?(?:合格)?(?:后|时)|完工(?:后|时)|年底|年终|春节前|每年|按年|封顶(?:后|时)|(?:工程)?结算(?:完成)?后)|(?:每(?:个)?季度?|按季度?|每(?:两|二|三|四|六|2|3|4|6)个?月|每半年|按[^。；，\\n]{0,6}节点|竣工(?:验收)?(?:合格)?后|完工后|年底|年终)[^。；\\n]{0,24}(?:支付|拨付|结算|发放|付)[^。；，\\n]{0,16}${labour}`,
  ),
  unless: pattern('不得|按月|每月|月结|不超过(?:1|一)个?月|签订[^。；，]{0,6}协议时'),
  negatable: true,
  when: (_, context) => speaksOfWorks(context) || !mentions(context, office),
  message: ({ match }) => `人工费用不是按月拨付：${quoted(match.text, 60)}。`,
});
const office = pattern('保洁|物业|派遣');

/** 拨付周期为45日: a length beyond one month for the labour share. */
function longCycle(context: RuleContext): Hit[] {
  return inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
    if (duration.days <= 31 || duration.unit === 'hour') return [];
    const clause = clauseOf(context, duration.at).text;
    if (!/周期|每隔?|一次|一拨|一付/u.test(clause) || !/拨付|支付|付/u.test(clause)) return [];
    if (!new RegExp(labour, 'u').test(sentenceOf(context, duration.at).text) || /不(?:得)?超过/u.test(clause))
      return [];
    return [{ at: duration.at, message: `人工费用拨付周期为 ${duration.text}，超过 1 个月。` }];
  });
}

const rare = pattern(
  '(?:每(?:个)?季|按季|季度|每半年|每年|每(?:两|二|三|2|3)个?月|节点|竣工后|完工后|一次性|年底)[^。；\\n]{0,12}(?:支付|拨付|结算|发放|付)',
);
const wage: Names<'wage'> = [['wage', new RegExp(labour, 'u')]];

/** The same in a table: the payee in one cell, the rhythm in another. */
function rareInTable(context: RuleContext): Hit[] {
  return places(context, rare)
    .filter(({ paragraph, at }) => paragraph.region.kind === 'cell' && nameOf(context, at, wage) === 'wage')
    .map(({ at, match }) => ({ at, message: `人工费用不是按月拨付：${quoted(match.text)}。` }));
}

const labourShare = pattern('人工费|农民工工资|工人工资|民工工资|工资性|工资专用账户|工资专户|劳务费');
const progress = pattern(
  '(?:进度款|工程款|工程进度|工程价款|合同价款?|工程量)[^。；\\n]{0,40}(?:支付|拨付|付至|付款|付清|结清)|(?:支付|拨付|付)[^。；，\\n]{0,12}(?:进度款|工程款|工程价款)',
);
const noLabour = pattern('支付(?:保函|担保)|材料(?:采购|买卖)合同|供货|零星维修|零星修缮|监理|勘察|设计(?:费|合同)');

const laborCycle: Rule = {
  id: 'const-labor-cycle',
  title: '人工费用拨付周期超过一个月或未约定',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: worksKinds,
  why: '工程施工合同应当约定人工费用和拨付周期，周期不得超过一个月，以保障农民工工资按月足额支付。',
  basis: [{ law, article: '24' }],
  advice: '写明每月拨付人工费用的日期、数额或者占当月计量的比例，并直接付入农民工工资专用账户。',
  traps: ['材料采购、设计、监理合同没有农民工用工。', '工程进度款按节点支付、人工费按月拨付的，合乎要求。'],
  check: (context) => {
    const said = [...rareWages(context), ...rareInTable(context), ...longCycle(context)];
    if (said.length > 0) return said;
    if (!isWorksContract(context) || !mentions(context, progress) || mentions(context, noLabour)) return [];
    if (affirms(context, labourShare)) return [];
    return [
      {
        at: null,
        missing: 'const-labor-cycle',
        severity: 'medium',
        message: '施工合同约定了工程款，没有约定人工费用的数额或者比例和拨付周期。',
      },
    ];
  },
  examples: {
    hits: [
      { text: '工程款及人工费用每季度支付一次。', quote: '人工费用每季度支付', says: '不是按月' },
      {
        text: '第六条 农民工工资在工程竣工验收合格后一次性支付。',
        subKind: 'construction',
        quote: '农民工工资在工程竣工验收合格后一次性',
      },
      { text: '人工费用拨付周期为45天，由发包人拨入专户。', quote: '45天', says: '超过 1 个月' },
      { text: '道路工程施工合同\n第五条 工程款按完成工程量的80%支付，竣工结算后付至97%。', says: '没有约定人工费用' },
    ],
    nearMisses: [
      { text: '人工费用于每月25日前按当月计量额的20%拨付至农民工工资专用账户。' },
      { text: '施工合同\n进度款按节点支付；人工费用按月单独拨付，每月占产值的25%。' },
      { text: '钢材采购合同\n货款每季度结算一次。', subKind: 'procurement' },
      { text: '人工费用拨付周期不得超过1个月。' },
    ],
  },
};

const accountParts: readonly Part[] = [
  ['农民工工资专用账户', pattern('专用账户|专户|工资账户')],
  ['用工实名登记', pattern('实名')],
];
const agency: Part = [
  '分包农民工工资由总承包单位代发',
  pattern('代发|直接发放|总包[^。；，]{0,8}发放|(?:直接|统一)支付[^。；，]{0,12}(?:农民工|工人)'),
];
const noSubcontract = pattern(
  '(?:不得|禁止|严禁|无|没有|不进行|不允许|不存在|全部由[^。；，]{0,6}自行)[^。；，]{0,10}分包|不分包',
);
const wageWords = pattern('农民工|民工|工人(?:的)?工资|用工|[^施]工资');
const wageProject: Setting = {
  key: 'const-wage-account-min',
  title: '应当设工资专户的工程的最低合同价（万元）',
  value: 0,
};

function belowSetting(context: RuleContext, setting: Setting): boolean {
  const least = settingOf(context, setting) * 1_000_000;
  const price = contractPrice(context);
  return least > 0 && price !== null && price.fen < least;
}

const wageAccount: Rule = {
  id: 'const-wage-account',
  title: '缺少工资专户、实名登记或代发条款',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: worksKinds,
  why: '施工总承包单位应当开设农民工工资专用账户、对进场工人实名登记，分包单位的工资由总承包单位代发；合同不写，欠薪时难以落实责任。',
  basis: [
    { law, article: '26' },
    { law, article: '28' },
    { law, article: '31' },
  ],
  advice: '补充专用账户的开户时间和监管、实名登记和考勤、分包工资由总承包单位代发三项约定。',
  traps: ['没有分包的工程不查代发。', '零星维修、材料采购合同不要求这些条款。'],
  settings: [wageProject],
  check: (context): Hit[] => {
    const workersPaid = mentions(context, wageWords) && speaksOfWorks(context);
    const builds =
      isWorksContract(context) && (mentions(context, progress) || (contractPrice(context)?.fen ?? 0) >= 100_000_000);
    const claims = mentions(context, workersAreHis);
    if (!(claims || builds || (workersPaid && isWorksContract(context)))) return [];
    if (mentions(context, noLabour) || belowSetting(context, wageProject)) return [];
    const parts = affirms(context, noSubcontract) ? accountParts : [...accountParts, agency];
    const absent = unaffirmedParts(context, parts);
    if (absent.length === 0) return [];
    return [{ at: null, missing: 'const-wage-account', message: `施工合同没有约定${absent.join('、')}。` }];
  },
  examples: {
    hits: [
      {
        text: '合同仅约定“乙方自行负责工人工资，与甲方无关”，无专户、实名登记和代发条款。',
        says: '农民工工资专用账户',
      },
      {
        text: '学校操场改造施工合同\n第四条 合同价款300万元，工程款按月支付。\n第五条 乙方应按时发放农民工工资。',
        says: '实名登记',
      },
      {
        text: '施工总承包合同\n乙方开设农民工工资专用账户并实名登记；工程款每月支付，经甲方同意可以专业分包。',
        says: '代发',
      },
    ],
    nearMisses: [
      { text: '施工合同：乙方开设农民工工资专用账户，对进场工人实名登记，分包工资由乙方代发，工程款按月支付。' },
      { text: '施工合同：本工程不得分包，乙方设工资专户并办理实名制登记，工程款每月支付。' },
      { text: '水泥采购合同：货款验收后30日内支付，乙方员工工资自理。' },
      { text: '物业服务合同：乙方应按时发放保洁人员工资。' },
    ],
  },
};
const workersAreHis = pattern(
  '(?:工人|农民工|民工|工资|人员工资)[^。；，\\n]{0,14}(?:自行(?:负责|解决|承担|发放)|与(?:甲方|发包[人方]|建设单位)无关|(?:甲方|发包[人方])概不(?:负责|承担))|(?:自行|独自)(?:负责|解决|承担|发放)[^。；，\\n]{0,8}(?:工人|农民工|民工)[^。；，\\n]{0,4}工资',
);

const clientSecures = pattern(
  '(?:工程款|价款|进度款)[^。；，\\n]{0,8}支付(?:的)?(?:担保|保函|保证|保险)|支付(?:担保|保函|保证保险)|(?:发包[人方]|建设单位|甲方|业主|招标人)[^。；\\n]{0,24}(?:提供|提交|出具|办理)[^。；，\\n]{0,24}(?:担保|保函|保证保险|保证人)',
);
const onlyBuilder = pattern(
  '(?:发包[人方]|建设单位|甲方|业主)[^。；，\\n]{0,10}(?:不(?:再)?|无需|无须|免予)[^。；，\\n]{0,6}(?:提供|提交|出具)[^。；，\\n]{0,16}(?:担保|保函)',
);
const builderSecures = pattern(
  '(?:承包[人方]|乙方|施工单位|中标人|总包)[^。；\\n]{0,40}履约(?:保函|担保|保证金|保证)|履约(?:保函|担保|保证金)[^。；，\\n]{0,16}(?:承包[人方]|乙方|施工)',
);
const goods = pattern('供应商|货物|供货|卖方|服务期|物业|保洁|软件|信息化|供方');
const smallWorks: Setting = {
  key: 'const-payment-guarantee-min',
  title: '应当提供工程款支付担保的工程的最低合同价（万元）',
  value: 50,
};

const paymentGuarantee: Rule = {
  id: 'const-payment-guarantee',
  title: '没有发包人的工程款支付担保',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: worksKinds,
  why: '建设单位应当向施工单位提供工程款支付担保；只要求承包人提供履约担保，工人工资的来源没有保障。',
  basis: [{ law, article: '24' }],
  advice: '写明以银行保函、担保公司保证或者保险提供支付担保及其数额和有效期；机关本身不得作保证人。',
  traps: ['零星维修、小额工程不提示，数额由本单位设定。', '承包人的履约担保不能代替发包人的支付担保。'],
  settings: [smallWorks],
  check: (context): Hit[] => {
    const secured = mentions(context, builderSecures) && (speaksOfWorks(context) || mentions(context, builderWords));
    const builds = isWorksContract(context) && (mentions(context, progress) || contractPrice(context) !== null);
    if (!(secured || builds) || mentions(context, goods)) return [];
    if (belowSetting(context, smallWorks) || mentions(context, notWorksAtAll)) return [];
    if (affirms(context, clientSecures) && !mentions(context, onlyBuilder)) return [];
    const both = mentions(context, builderSecures) ? '合同约定承包人提供履约担保，' : '';
    return [{ at: null, missing: 'const-payment-guarantee', message: `${both}没有约定发包人提供工程款支付担保。` }];
  },
  examples: {
    hits: [
      { text: '合同仅约定承包人提交履约保函，无发包人支付担保条款。', says: '履约担保' },
      {
        text: '河道整治工程施工合同\n第三条 合同价款860万元。\n第八条 承包人提供合同价10%的履约保证金。',
        says: '工程款支付担保',
      },
      { text: '施工总承包合同\n第四条 工程款按月支付，竣工后付至97%。\n第五条 发包人不提供支付担保。' },
    ],
    nearMisses: [
      { text: '发包人在开工前提交银行工程款支付保函，承包人提交履约保函。' },
      { text: '围墙修缮施工合同\n合同价款8万元，完工验收后支付。' },
      { text: '货物采购合同：供应商提交履约保证金，验收后支付货款。', subKind: 'procurement' },
      { text: '施工合同：合同价款600万元，建设单位以保证保险的方式提供工程款支付担保。' },
    ],
  },
};
const builderWords = pattern('承包[人方]|发包[人方]|建设单位|施工');
const notWorksAtAll = pattern('监理(?:合同|服务)|勘察合同|设计合同|检测合同|零星');

export const wageRules: readonly Rule[] = [laborCycle, wageAccount, paymentGuarantee];

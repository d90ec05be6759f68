/** Construction contracts: who builds, with whose money, and when the works may be used. */
import { phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Rule } from '../../rule.ts';

/** A document that says none of these is no construction contract, whatever it was taken for. */
const building = pattern('工程|施工|承包|装修|建设');

const subcontract: Rule = {
  id: 'const-subcontract',
  title: '允许主体结构分包、转包或再分包',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['construction'],
  why: '建设工程主体结构的施工必须由承包人自行完成，转包和再分包均被禁止，据此订立的合同无效。',
  basis: [
    { law: '民法典', article: '791' },
    { law: '建筑法', article: '29' },
  ],
  advice: '删去该授权；需要专业分包的，另行写明分包范围、资质要求和发包人书面同意。',
  check: phrase({
    find: pattern(
      '(?:可以?|有权|同意|允许|得)[^。；，]{0,16}(?:转包|再分包|将?[^。；，]{0,6}(?:主体结构|主体工程|全部工程|整个工程|主体部分)[^。；，]{0,10}(?:分包|转让|转包|交由|委托))',
    ),
    unless: pattern('不得|禁止|严禁|擅自|如有|视为|劳务分包|钢结构|违约|解除'),
    negatable: true,
    when: (_, context) => readingOf(context.document).says(building),
    message: ({ match }) => `允许承包人${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '经双方协商，承包人可将主体结构施工分包给丙公司。', quote: '可将主体结构施工分包', says: '主体结构' },
      {
        text: '第七条 发包人同意分包单位将其承包的部分再分包，工程质量由承包人负责。',
        quote: '同意分包单位将其承包的部分再分包',
      },
      { text: '承包人有权视工程进度情况转包，但应提前三日告知发包人。', says: '转包' },
    ],
    nearMisses: [
      { text: '承包人不得转包，不得将主体结构分包；违反的按合同价10%支付违约金。' },
      { text: '经发包人同意，承包人可将工程的劳务作业进行劳务分包，主体结构自行完成。' },
      { text: '承包人擅自转包工程的，发包人可以解除合同。' },
    ],
  },
};

const publicMoney = pattern('政府投资|财政(?:资金|投资|性资金|预算|拨款)|国有资金|预算内|专项债');

const advanceFund: Rule = {
  id: 'const-advance-fund',
  title: '政府投资项目由施工单位垫资',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '政府投资项目不得由施工单位垫资建设，所需资金应当落实到位。',
  basis: [
    { law: '政府投资条例', article: '22' },
    { law: '保障农民工工资支付条例', article: '23' },
  ],
  advice: '删去垫资安排，改为预付款加按进度付款，并在合同中写明资金来源和落实情况。',
  check: phrase({
    find: pattern(
      '(?:垫资|带资|全额垫付|垫付工程款|先行投入资金|自筹资金)[^。；，]{0,8}(?:施工|建设|承建|实施|完成|进场)?|(?:乙方|承包人|施工单位|中标人)[^。；，]{0,6}(?:先行垫付|垫付全部)',
    ),
    unless: pattern('不垫资|无需垫资|不需垫资|不承担垫资|无须垫资|非垫资|垫资利息不|医疗费|赔偿款'),
    negatable: true,
    when: (_, context) => readingOf(context.document).says(publicMoney),
    message: ({ match }) => `项目使用政府资金，却约定${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '本政府投资项目由乙方垫资施工，竣工后两年内付清工程款。', quote: '垫资施工', says: '政府资金' },
      { text: '资金来源：区财政预算资金。\n第四条 承包人带资进场，主体封顶后支付40%。', quote: '带资进场' },
      { text: '第三条 本工程为政府投资，乙方先行垫付至完工，验收后分三年支付。', says: '垫付' },
    ],
    nearMisses: [
      { text: '本项目资金已列入预算，乙方不垫资，按月支付已完工程量的80%。' },
      { text: '本项目为政府投资，施工单位不得垫资建设。' },
      { text: '乙方自建厂房，由施工方垫资施工，乙方竣工后付清。' },
    ],
  },
};

const useBeforeAcceptance: Rule = {
  id: 'const-use-before-accept',
  title: '未经竣工验收即投入使用',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['construction'],
  why: '建设工程未经验收不得交付使用；发包人擅自使用后再主张使用部分质量不合格，法院一般不予支持。',
  basis: [
    { law: '民法典', article: '799' },
    { law: '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）', article: '14' },
  ],
  advice: '删去该约定；确需先用的，改为单位工程或分段验收合格后移交使用。',
  check: phrase({
    find: pattern(
      '(?:验收前|未经(?:竣工)?验收|竣工验收之前|未验收)[^。；]{0,14}(?:投入使用|启用|入驻|通车|使用|开放)|使用[^。；，]{0,4}即?视为(?:已经?)?(?:竣工)?验收合格',
    ),
    unless: pattern('不得|禁止|严禁|擅自|试运行|分段验收|单位工程验收|分部验收|不应|责任由'),
    negatable: true,
    when: (_, context) => readingOf(context.document).says(building),
    message: ({ match }) => `允许工程在验收之前使用：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '工程在甲方可在验收前投入使用且视为合格。', quote: '验收前投入使用', says: '验收之前使用' },
      { text: '施工合同\n第十一条 发包人因迎检需要，可在竣工验收之前启用地下车库。', quote: '竣工验收之前启用' },
      { text: '装修工程\n甲方使用即视为验收合格，乙方不再承担返工责任。', says: '视为验收合格' },
    ],
    nearMisses: [
      { text: '竣工验收合格后10日内移交甲方使用，未经验收不得投入使用。' },
      { text: '工程设备在验收前可以试运行，试运行不视为使用。' },
      { text: '施工期间，发包人在未经验收前擅自使用的，由其承担相应责任。' },
      { text: '工程未经验收，任何单位禁止启用。' },
    ],
  },
};

const qualification: Rule = {
  id: 'const-qualification',
  title: '借用资质、挂靠施工',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['construction', 'cooperation'],
  why: '没有资质的单位或个人借用他人资质施工的，合同无效；出借资质的一方同样被法律禁止。',
  basis: [
    { law: '建筑法', article: '26' },
    { law: '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）', article: '1' },
  ],
  advice: '删去挂靠、借用资质的安排，核验承包人的资质证书、项目管理人员社保关系和收款账户。',
  check: phrase({
    find: pattern(
      '挂靠(?:费|于|在|[^。；，]{0,10}(?:承揽|施工|投标|承接))|(?:借用|使用|出借|租用)[^。；，]{0,12}资质[^。；，]{0,10}(?:承揽|施工|投标|承接|签订|承包)?|以[^。；，]{0,14}公司(?:的)?名义[^。；，]{0,6}(?:承揽|承接|投标|施工)',
    ),
    unless: pattern('不得|禁止|严禁|不存在|如有|发现|视为|一经|若有|承诺不|非挂靠|解除'),
    negatable: true,
    message: ({ match }) => `约定借用资质或挂靠：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      {
        text: '乙方借用丁公司施工资质承揽本工程，并向丁公司缴纳1%管理费。',
        quote: '借用丁公司施工资质承揽本工程',
        says: '借用资质',
      },
      { text: '第二条 丙方以松柏建设公司名义承接本项目，松柏建设公司收取挂靠费2%。', says: '名义承接' },
      {
        text: '合作协议\n甲方同意乙方使用甲方建筑业企业资质投标，乙方按中标价缴纳管理费。',
        quote: '使用甲方建筑业企业资质投标',
      },
    ],
    nearMisses: [
      { text: '承包人具有建筑工程施工总承包二级资质，证书编号D2×××；合同价含企业管理费5%。' },
      { text: '承包人不得挂靠或借用他人资质承揽工程。' },
      { text: '如有借用资质承揽的情形，发包人有权解除合同。' },
    ],
  },
};

const priorityWaiver: Rule = {
  id: 'const-priority-waive',
  title: '承包人放弃工程价款优先受偿权',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['construction'],
  why: '约定放弃或者限制建设工程价款优先受偿权，损害建筑工人利益的，法院不予支持。',
  basis: [{ law: '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）', article: '42' }],
  advice: '删去放弃优先受偿权的约定；融资机构有要求的，改为约定受偿顺位的配合义务并评估工人工资是否已付清。',
  check: phrase({
    find: pattern(
      '(?:放弃|不(?:再)?(?:主张|享有|行使))[^。；，]{0,20}优先受偿(?:的)?权利?|优先受偿权[^。；，]{0,8}(?:放弃|归零)',
    ),
    unless: pattern('抵押|质押|不得|无效|不视为'),
    message: ({ match }) => `约定${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '乙方放弃建设工程价款优先受偿权。', quote: '放弃建设工程价款优先受偿权', says: '优先受偿权' },
      { text: '第十六条 承包人承诺对本工程不主张工程价款优先受偿权。', quote: '不主张工程价款优先受偿权' },
      { text: '签订本协议后，施工方优先受偿权自动放弃。', says: '放弃' },
    ],
    nearMisses: [
      { text: '乙方依法享有优先受偿权。' },
      { text: '承包人的承诺不视为放弃建设工程价款优先受偿权。' },
      { text: '抵押权人放弃优先受偿权的，应书面通知各方。' },
    ],
  },
};

export const works: readonly Rule[] = [subcontract, advanceFund, useBeforeAcceptance, qualification, priorityWaiver];

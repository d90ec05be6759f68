/** Construction contracts: who builds, with whose money, and when the works may be used. */
import { clauseOf } from '../../around.ts';
import { mentions, phrase, places, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

/** A document that says none of these is no construction contract, whatever it was taken for. */
const building = pattern('工程|施工|承包|装修|建设|验收|发包|总包|分包');

const whole =
  '(?:主体(?:结构|工程|部分|框架)?(?:的)?(?:施工)?|(?:全部|整个|整体|所有)(?:工程|施工(?:内容|任务)?|工作|标段|项目)?|本工程|该工程|上述工程|该部分工程|承包(?:的)?(?:全部)?工程)';
const passOn = '(?:分包|转让|转包|转交|交由|交给|委托给|转给|外包)';
const subOfSub = '(?:再分包|再次分包|再行分包|层层分包|二次分包|继续分包|进一步分包)';
const allowed = '(?:可以?|有权|同意|允许|准许|准予|认可|得|授权|能够?)';
const denied = /不得|禁止|严禁|擅自|如有|视为|劳务分包|钢结构|违约|解除|未经|不允许|不可|不能|不(?:再)?同意|是否/u;
/** A specialist's part with the owner's consent is lawful: what is passed on must be the whole or the frame. */
const partOnly = /(?:劳务|砌筑|抹灰|部分专业|专业工程|非主体)/u;

/** What a place says between its commas, and before it in its sentence. */
function clauseBefore({ sentence, sentenceFrom, match }: Place): string {
  const end = sentence.slice(match.to - sentenceFrom).search(/[，,。；;]/u);
  return end < 0 ? sentence : sentence.slice(0, match.to - sentenceFrom + end);
}

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
      [
        `${allowed}[^。；，]{0,24}(?:转包|${subOfSub})`,
        `${allowed}[^。；，]{0,20}${whole}[^。；，]{0,12}${passOn}`,
        `${allowed}[^。；，]{0,12}(?:整体|全部|肢解)(?:后)?${passOn}`,
        `(?:主体(?:结构|工程)|(?:全部|整个|整体)工程)[^。；，]{0,10}(?:可以?|允许|有权)[^。；，]{0,8}(?:${passOn}|由[^。；，]{1,14}(?:完成|施工|承建))`,
        `由[^。；，]{1,16}(?:承接|完成|承建|施工)[^。；，]{0,8}(?:主体结构|全部工程|整个工程|全部施工)`,
      ].join('|'),
    ),
    when: (place, context) =>
      readingOf(context.document).says(building) &&
      !denied.test(clauseBefore(place)) &&
      !partOnly.test(place.match.text),
    message: ({ match }) => `允许承包人${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '经双方协商，承包人可将主体结构施工分包给丙公司。', quote: '可将主体结构施工分包', says: '主体结构' },
      {
        text: '第七条 发包人同意分包单位将其承包的部分再分包，工程质量由承包人负责。',
        quote: '同意分包单位将其承包的部分再分包',
      },
      { text: '第六条 分包\n6.1 施工单位可以将所承接的标段整体转交第三方施工队。', says: '整体转交' },
      { text: '承包人有权视工程进度情况转包，但应提前三日告知发包人。', says: '转包' },
    ],
    nearMisses: [
      { text: '承包人不得转包，不得将主体结构分包；违反的按合同价10%支付违约金。' },
      { text: '经发包人同意，承包人可将工程的劳务作业进行劳务分包，主体结构自行完成。' },
      { text: '经发包人书面同意，承包人可以将幕墙工程分包给具有专业承包资质的单位。' },
      { text: '填写说明：工程是否允许承包人转包，宜在签约时谈妥。' },
      { text: '承包人擅自转包工程的，发包人可以解除合同。' },
    ],
  },
};

const publicMoney = pattern(
  '政府(?:投资|出资)|(?:财政|国库)[^，。；：]{0,4}(?:资金|投资|预算|拨款|补助|出资|拨付|承担|安排|经费|支付)|(?:资金(?:来源|渠道|性质)?|投资(?:主体|来源)?|出资人?)[：:为是由系]{0,2}[^，。；：]{0,8}(?:财政|国资|政府)|国有资金|预算内|专项债|国债资金|中央(?:预算|资金)',
);

const privateMoney = /非政府投资|企业自筹|自有资金|社会资本投资/u;
const builder = '(?:乙方|承包人|承包方|施工(?:单位|方|企业|队)|中标(?:人|单位)|总(?:承)?包单位|建设公司)';
const unlent =
  /(?:不|无需|不需|无须|不须|非|未|禁止|严禁|不得|避免)[^。；，]{0,8}(?:垫|带资|自筹)|垫资利息不计|医疗费|赔偿款|水电费|罚款/u;
/** Neither an advance nor progress payments: everything after completion. */
const allAtEnd = pattern(
  '(?:不设|无|没有|不支付|不付|未设|不安排)[^。；，]{0,4}(?:预付款|进度款)[^。；]{0,60}(?:竣工|完工|验收|结算)|(?:全部|所有|一次性)[^。；，]{0,6}(?:工程款|合同价款?|价款|款项)[^。；，]{0,8}(?:在|于|待)?[^。；，]{0,6}(?:竣工|完工)[^。；]{0,20}(?:支付|付清|结清)',
);
/** Construction shorter than this needs no progress payment, in calendar days. */
const shortWorks = 93;

/** Public works longer than three months that are paid for only when done. */
function paidAtEnd(context: RuleContext): Hit[] {
  const long = context.facts.durations.some(
    ({ at, days, amount, unit }) =>
      (unit === 'day' ? amount : days) > shortWorks &&
      /(?:总)?工期|施工期|建设期/u.test(clauseOf(context, at).before.slice(-12)),
  );
  if (
    !long ||
    mentions(context, pattern('预付款[^。；，]{0,10}\\d|按月[^。；，]{0,12}(?:支付|拨付)|进度款[^。；，]{0,16}\\d'))
  ) {
    return [];
  }
  return places(context, allAtEnd)
    .slice(0, 1)
    .map(({ at, match }) => ({
      at,
      severity: 'medium',
      nature: 'risk',
      message: `项目使用政府资金、工期超过三个月，却约定${quoted(match.text)}，等于由施工单位垫付。`,
    }));
}

const lent = phrase({
  find: pattern(
    [
      '(?:垫资|带资|全额垫付|垫付[^。；，]{0,4}(?:工程款|材料款|人工费|资金|款项|费用)|自筹(?:全部|施工|建设)?资金|资金[^。；，]{0,6}自筹)[^。；，]{0,8}(?:施工|建设|承建|实施|完成|进场)?',
      `${builder}[^。；，]{0,10}(?:先行|预先|自行|全额|全部)?[^。；，]{0,4}(?:垫付|垫支|垫款|代垫)`,
      `${builder}[^。；，]{0,6}(?:先行|预先)(?:投入|出资|支付)[^。；，]{0,14}`,
      `(?:资金|费用|工程款|款项)[^。；，]{0,8}由${builder}[^。；，]{0,6}(?:垫|先行|承担|筹措|解决)`,
    ].join('|'),
  ),
  when: ({ sentence, match }) =>
    !unlent.test(sentence) || (/垫资(?:利息)?不计/u.test(sentence) && /垫资|带资/u.test(match.text)),
  message: ({ match }) => `项目使用政府资金，却约定${quoted(match.text)}。`,
});

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
  check: (context) => {
    const { says, text } = readingOf(context.document);
    if (!says(publicMoney) || privateMoney.test(text)) return [];
    const found = lent(context);
    return found.length > 0 ? found : paidAtEnd(context);
  },
  examples: {
    hits: [
      { text: '本政府投资项目由乙方垫资施工，竣工后两年内付清工程款。', quote: '垫资施工', says: '政府资金' },
      { text: '资金来源：区财政预算资金。\n第四条 承包人带资进场，主体封顶后支付40%。', quote: '带资进场' },
      {
        text: '某镇水厂改造（财政资金），工期八个月，不设预付款和进度款，工程款待竣工结算后分两期支付。',
        says: '垫付',
      },
      { text: '资金来源为市财政。\n付款：施工单位垫资至主体封顶，验收后三年付清。', says: '垫资' },
      { text: '第三条 本工程为政府投资，乙方先行垫付至完工，验收后分三年支付。', says: '垫付' },
    ],
    nearMisses: [
      { text: '资金来源为业主自有资金（非政府投资），承包人垫资施工至主体封顶。' },
      { text: '本项目资金已列入预算，乙方不垫资，按月支付已完工程量的80%。' },
      { text: '本项目为政府投资，施工单位不得垫资建设。' },
      { text: '乙方自建厂房，由施工方垫资施工，乙方竣工后付清。' },
    ],
  },
};

const unaccepted =
  '(?:(?:竣工)?验收(?:合格)?(?:之)?前|未(?:经|通过|办理|完成|组织)[^。；，]{0,4}验收|验收[^。；，]{0,4}(?:尚未|未)[^。；，]{0,6}|未(?:能)?及时(?:组织)?验收|未验收|不经验收|无需验收|免予?验收)';
const use =
  '(?:投入(?:使用|运行|运营)|启用|入驻|入住|进驻|搬入|搬迁|通车|使用|开放|开业|运营|接收使用|交付使用|移交使用)';
const acceptedLater = `先[^。；，]{0,4}${use}[^。；，]{0,6}[，,]?[^。；，]{0,4}后(?:补)?(?:办理|组织|进行)?验收|${use}[^。；]{0,20}(?:后补|补办|补做|后再)[^。；，]{0,6}验收`;
const soundByUse = `(?:使用|入驻|入住|启用|占有|接收)[^。；，]{0,8}(?:的)?[，,]?[^。；，]{0,4}(?:即|则|应|均)?(?:视为|视同|等同|认定为)[^。；，]{0,6}(?:验收)?(?:已经?)?(?:合格|通过)`;
/** A part that has been accepted, a trial run, a bar: those are lawful. */
const lawful =
  /不得|禁止|严禁|擅自|试运行|调试|(?:分段|分部|单位工程|单项|部分|阶段)[^。；，]{0,4}验收|不应|责任由|不予(?:交付|使用)|不视为/u;

/** 承包人不得异议, 不得拒绝: what bars the objection bars no use. */
const notObjected = /不得(?:提出)?(?:任何)?(?:异议|拒绝|阻挠|阻拦|以[^。；，]{0,12}(?:拒绝|为由)|因此)/gu;

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
    find: pattern(`${unaccepted}[^。；]{0,24}${use}|${soundByUse}|${acceptedLater}`),
    when: ({ sentence }, context) =>
      readingOf(context.document).says(building) && !lawful.test(sentence.replace(notObjected, '')),
    message: ({ match }) => `允许工程在验收之前使用：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '工程在甲方可在验收前投入使用且视为合格。', quote: '验收前投入使用', says: '验收之前使用' },
      { text: '施工合同\n第十一条 发包人因迎检需要，可在竣工验收之前启用地下车库。', quote: '竣工验收之前启用' },
      { text: '（三）竣工验收尚未进行的，发包人可以先行使用该体育馆，承包人不得拒绝移交。', says: '使用' },
      { text: '发包人入驻的，视为工程验收合格。', says: '视为' },
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
      '挂靠(?:费|于|在|[^。；，]{0,14}(?:承揽|施工|投标|承接|资质|办理))|(?:借用|使用|出借|租用|借)[^。；，]{0,14}资质[^。；，]{0,10}(?:承揽|施工|投标|承接|签订|承包)?|以[^。；，]{0,14}公司(?:的)?名义[^。；，]{0,6}(?:承揽|承接|投标|施工)',
    ),
    unless: pattern(
      '不得(?:挂靠|借用|出借|以|使用|租用|允许|转借|有)|禁止|严禁|不存在|如有|发现|视为|一经|若有|承诺不|非挂靠|解除',
    ),
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
      { text: '鉴于乙方没有施工资质，双方同意其挂靠有资质的单位办理签约，甲方不得提出异议。', says: '挂靠' },
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

const priority = '(?:优先受偿(?:的)?(?:权利?)?|优先权|法定优先权|优先受偿顺位)';
const giveUp = '(?:放弃|不(?:再|得|可|能|予|会)?(?:主张|享有|行使|要求|请求|援引|就)|丧失|让渡|抛弃|排除)';
/** Whose right it is: the mortgagee may waive what is his. */
const others = /(?:抵押权人|银行|债权人|贷款人|质权人|其他债权人)[^。；，]{0,10}(?:放弃|不主张|不行使)/u;
const waiverBarred =
  /(?:不得|无权|禁止)[^。；，]{0,12}(?:要求|约定|强迫|迫使|以[^。；，]{0,10}(?:要求|限制))|(?:约定|条款|承诺|放弃|要求)[^。；，]{0,8}(?:无效|无约束力|不发生效力)|不视为|不构成|不影响|不受影响|并未放弃/u;

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
      [
        `${giveUp}[^。；，]{0,30}${priority}`,
        `${priority}[^。；，]{0,24}(?:放弃|归零|不再享有|不予主张|不(?:再)?主张|不(?:再)?行使|失效|消灭)`,
        `${priority}[^。；，]{0,6}(?:仅)?(?:限于|限定|以)[^。；]{0,24}(?:放弃|为限)`,
        `${priority}[^。；，]{0,10}(?:劣后|后于|次于|让位)`,
      ].join('|'),
    ),
    also: [pattern('工程|承包|施工|乙方|我司|我方|本公司|建设')],
    when: ({ sentence, match }) =>
      !others.test(sentence) && !waiverBarred.test(sentence) && !/抵押权(?:人)?的/u.test(match.text),
    message: ({ match }) => `约定${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '乙方放弃建设工程价款优先受偿权。', quote: '放弃建设工程价款优先受偿权', says: '优先受偿权' },
      { text: '第十六条 承包人承诺对本工程不主张工程价款优先受偿权。', quote: '不主张工程价款优先受偿权' },
      { text: '发包人欠付工程款的，承包人只能协商解决，不得就拍卖价款优先受偿。', says: '优先受偿' },
      { text: '为配合项目融资，承包人同意其建设工程价款优先受偿权劣后于银行抵押权。', says: '劣后' },
      { text: '签订本协议后，施工方优先受偿权自动放弃。', says: '放弃' },
    ],
    nearMisses: [
      { text: '乙方依法享有优先受偿权。' },
      { text: '发包人不得要求承包人放弃优先受偿权，否则该约定无效。' },
      { text: '承包人的承诺不视为放弃建设工程价款优先受偿权。' },
      { text: '抵押权人放弃优先受偿权的，应书面通知各方。' },
    ],
  },
};

export const works: readonly Rule[] = [subcontract, advanceFund, useBeforeAcceptance, qualification, priorityWaiver];

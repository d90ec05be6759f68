/** Arbitration clauses: both ways open, no institution, two institutions, where arbitration is closed. */
import { isNegated, isTitle, isUnticked, leads, mentions, phrase, places, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Basis, Hit, Rule, RuleContext } from '../../rule.ts';

const interpretation = '最高人民法院关于适用《仲裁法》若干问题的解释';

/** The 2025 revision moved every number; its official text has not been seen. */
const arbitrationLaw = (articles: string): Basis => ({
  law: '仲裁法',
  article: null,
  note: `2017年文本${articles}；2026年3月1日起施行的修订文本条号已变，请核对官方文本`,
});

/** Kinds of arbitration that are not commercial arbitration. */
const otherArbitration = pattern('劳动|人事争议|土地承包');

const submits = '(?:提交|提请|提起|申请|报请|交由|递交|通过|采取|采用|选择|向|由|交|经)';

const orCourt = pattern(
  '仲裁[^。；]{0,16}(?:或者?|也可以?|亦可以?|又可以?|还可以?|同时)[^。；]{0,16}(?:起诉|诉讼|法院)' +
    '|(?:起诉|诉讼|法院)[^。；]{0,12}(?:或者?|也可以?|亦可以?|又可以?|还可以?|同时)[^。；]{0,24}仲裁(?:委员会|机构)?',
);
/** Words that make 仲裁或诉讼 a mere circumstance: its costs, its duration, its outcome. */
const circumstance = /^(?:期间|程序|费|过程|所|产生|文书|活动|时|结果|中|发生|阶段|裁决|判决|机关|机构认定|认定|生效)/u;

const arbOrCourt: Rule = {
  id: 'disp-arb-or-court',
  title: '既可仲裁又可起诉',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '同一争议既约定仲裁又允许起诉，仲裁协议一般无效，届时双方会先为由谁管辖打一场官司。',
  basis: [{ law: interpretation, article: '7' }],
  advice: '在仲裁与诉讼中只选一种：选仲裁的写明仲裁机构全称并删去起诉的表述，选诉讼的删去仲裁。',
  check: phrase({
    find: orCourt,
    also: [pattern('仲裁'), pattern('起诉|诉讼|法院')],
    unlessParagraph: pattern('两者选|二者选|任选其一|选一'),
    unless: pattern(
      '请求[^。；]{0,6}法院或者?|予以适当|减少|保全|执行|撤销|裁决不服|不服[^。；]{0,6}裁决|对[^。；]{0,4}裁决|劳动|人事争议|土地承包|种方式|择一|以下方式|下列方式',
    ),
    negatable: true,
    when: ({ paragraph, match }) => match.text.endsWith('会') || !circumstance.test(paragraph.text.slice(match.to)),
    message: ({ match }) => `同一争议既约定仲裁又允许起诉：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      {
        text: '争议可提交甲市仲裁委员会仲裁，也可向法院起诉。',
        quote: '仲裁委员会仲裁，也可向法院起诉',
        says: '既约定仲裁又允许起诉',
      },
      {
        text: '第十五条 因本合同产生的纠纷，双方协商不成的，任何一方可以向临川仲裁委员会申请仲裁或者向甲方所在地人民法院提起诉讼。',
        quote: '仲裁委员会申请仲裁或者向甲方所在地人民法院提起诉讼',
      },
      {
        text: '九、协商不成时，乙方可向工程所在地人民法院起诉，亦可提请青岩市仲裁委员会裁决。\n十、本合同一式四份。',
        says: '青岩市仲裁委员会',
      },
    ],
    nearMisses: [
      { text: '争议提交甲市仲裁委员会仲裁。' },
      { text: '争议提交临川仲裁委员会仲裁；申请财产保全或者强制执行的，向有管辖权的人民法院提出。' },
      { text: '双方发生争议，按下列第（2）种方式解决：（1）提交临川仲裁委员会仲裁；（2）向甲方所在地人民法院起诉。' },
      { text: '仲裁或诉讼期间，除争议部分外，双方应继续履行本合同。' },
      { text: '农村土地承包经营纠纷，当事人可以向农村土地承包仲裁机构申请仲裁，也可以向人民法院起诉。' },
    ],
  },
};

/** What stands before 仲裁委员会 when no institution is meant by name. */
const generic =
  /(?:^|当地|所在地|有关|相关|本地|上级|双方|任何|一方|的|或者?|向|由|交|经|请|可|至|到|该|劳动|争议|人事|承包|以|和|及)$/u;
const institution = /(?:国际|经济贸易|海事|贸易|农事|金融)*仲裁(?:委员会|委|院|中心)|贸仲|海仲/gu;

/** Whether a text names an arbitration institution, as against any. */
function namesInstitution(text: string): boolean {
  return [...text.matchAll(institution)].some(({ 0: found, index }) => {
    const before = /[\p{Script=Han}×]*$/u.exec(text.slice(Math.max(0, index - 14), index))?.[0] ?? '';
    return found.length === 2 || !generic.test(before);
  });
}

const arbUnnamed: Rule = {
  id: 'disp-arb-unnamed',
  title: '仲裁条款没有写明仲裁机构',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '仲裁协议必须有选定的仲裁机构；只写“仲裁机构”“当地仲裁部门”，又达不成补充协议的，仲裁条款可能无效。',
  basis: [
    arbitrationLaw('第十六条、第十八条'),
    { law: interpretation, article: '3' },
    { law: interpretation, article: '6' },
  ],
  advice: '写明仲裁机构全称（如“××仲裁委员会”）和提交仲裁的事项；不打算仲裁的，改为约定管辖法院。',
  check: phrase({
    find: pattern(
      `${submits}[^。；，]{0,18}仲裁(?:机构|机关|部门|委员会)?|以仲裁(?:的)?(?:方式|程序|途径|形式)?[^。；，]{0,10}(?:解决|处理)|(?:以|用|为|是)仲裁(?:方式|解决|程序)?|仲裁(?:方式|途径|程序)?(?:予以|加以|最终)?(?:解决|处理)|(?:合同管理机关|工商(?:行政管理)?(?:部门|机关|局)|有关(?:部门|机关))[^。；，]{0,6}(?:仲裁|裁决)`,
    ),
    also: [pattern('争议|纠纷|分歧|争端|异议|协商|解决')],
    unless: pattern(
      '仲裁时效|仲裁费|仲裁期间|不(?:提交|申请|采用|采取|选择|约定|通过|以)[^。；，]{0,8}仲裁|行政处罚|行政许可|劳动|人事争议|土地承包|[＿_]{2,}|×|保全|不服|裁决书|种方式',
    ),
    negatable: true,
    when: ({ sentence, match }, context) =>
      orCourt.first(sentence) === null &&
      !namesInstitution(sentence) &&
      !/\s{2,}仲裁/u.test(match.text) &&
      !namesInstitution(readingOf(context.document).text),
    message: ({ match }) => `约定了仲裁，但全文找不到仲裁机构的名称：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '争议提交仲裁机构仲裁。', quote: '提交仲裁机构仲裁', says: '找不到仲裁机构的名称' },
      { text: '第九条 合同履行中发生分歧，协商未果的，由当地仲裁部门仲裁。', quote: '由当地仲裁部门仲裁' },
      { text: '双方如有纠纷，任何一方均有权向甲方所在地仲裁委员会申请仲裁。', quote: '向甲方所在地仲裁委员会申请仲裁' },
    ],
    nearMisses: [
      { text: '争议提交某某仲裁委员会仲裁。' },
      { text: '争议由双方提交仲裁解决。\n仲裁机构为临川仲裁委员会，仲裁地为临川市。' },
      { text: '争议提交＿＿＿＿仲裁委员会仲裁。' },
      { text: '因劳动争议申请仲裁的，向当地劳动人事争议仲裁委员会提出。' },
      { text: '双方发生争议，任何一方不得通过仲裁解决，应向甲方住所地人民法院起诉。' },
    ],
  },
};

const arbTwo: Rule = {
  id: 'disp-arb-two',
  title: '约定了两个以上仲裁机构',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '约定两个以上仲裁机构而当事人事后不能一致选定其中一个的，仲裁协议无效。',
  basis: [{ law: interpretation, article: '5' }],
  advice: '从所列仲裁机构中选定一个，删去其余。',
  check: (context) => {
    const together = twoTogether(context);
    return together.length > 0 ? together : twoApart(context);
  },
  examples: {
    hits: [
      { text: '提交甲仲裁委员会或乙仲裁委员会仲裁。', quote: '提交甲仲裁委员会或乙仲裁委员会', says: '两个仲裁机构' },
      { text: '第十条 争议由临川仲裁委员会或者青岩仲裁委员会仲裁。', says: '青岩仲裁委员会' },
      { text: '协商不成的，可选择向临川仲裁委员会、云岫国际仲裁中心申请仲裁。', says: '云岫国际仲裁中心' },
    ],
    nearMisses: [
      { text: '提交甲仲裁委员会仲裁。' },
      { text: '争议提交青岩仲裁委员会（原名青岩市仲裁委员会）仲裁。' },
      { text: '因劳动争议，可向甲区劳动人事争议仲裁委员会或乙区劳动人事争议仲裁委员会申请仲裁。' },
    ],
  },
};

const notSubmitted =
  '不(?:得|再|应|能)?(?:提交|申请|向|由|采用|采取|选择|约定|通过|交)|劳动|人事争议|土地承包|种方式|更名|原名|又称|原[^。；，]{0,12}仲裁|合并|[□☐]';

const twoTogether = phrase({
  find: pattern(
    '[\\p{Han}×]{1,20}?仲裁(?:委员会|院|中心)[^。；，]{0,6}(?:或者?|、|和|及|与|/|／)[\\p{Han}×]{1,20}?仲裁(?:委员会|院|中心)',
  ),
  unless: pattern(notSubmitted),
  negatable: true,
  message: ({ match }) => `同一条款列出两个仲裁机构：${quoted(match.text)}。`,
});

const namedInstitution = pattern('([\\p{Han}×]{2,14})仲裁(委员会|院|中心)');
const leadIn = /^.*(?:提交|提请|申请|递交|选择|选定|同意|约定|[向由交至到请在可为是给将]|或者?|以及|和|及|与|的)/u;

/** Names of institutions told apart in sentences of their own: 甲方申请的，由…；乙方申请的，由…. */
function twoApart(context: RuleContext): Hit[] {
  const found = places(context, namedInstitution, (sentence) => !excusedTwo.test(sentence)).flatMap((place) => {
    const { match, paragraph } = place;
    const name = (match.groups[0]?.text ?? '').replace(leadIn, '').replace(/市$/u, '');
    // 按某会仲裁规则仲裁: the rules of one may be used at the other.
    if (isNegated(place) || isUnticked(place) || name.length < 2) return [];
    if (generic.test(name) || /^(?:[^市]{0,3}规则|[^，。；]{0,10}仲裁规则)/u.test(paragraph.text.slice(match.to)))
      return [];
    return [{ name, at: place.at }];
  });
  const [first] = found;
  const other = found.find(({ name }) => first && !name.includes(first.name) && !first.name.includes(name));
  if (!first || !other) return [];
  return [
    {
      at: other.at,
      related: [first.at],
      message: `合同先后写有两个仲裁机构：“${first.name}”和“${other.name}”的仲裁机构。`,
    },
  ];
}
const excusedTwo = pattern(notSubmitted);

const arbThenCourt: Rule = {
  id: 'disp-arb-then-court',
  title: '约定对仲裁裁决不服可再起诉',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '仲裁实行一裁终局，裁决作出后就同一纠纷再起诉的，法院不予受理；这样的约定落空，还会被用来质疑仲裁意愿。',
  basis: [arbitrationLaw('第九条')],
  advice: '删去“对裁决不服可以起诉”的表述，写明裁决是终局的、对双方均有约束力。',
  check: phrase({
    find: pattern(
      '(?:不服|有异议|不同意|不接受|不满)[^。；]{0,14}?(?:诉诸法院|(?:人民)?法院(?:提起诉讼|起诉)?|提起诉讼|起诉|诉讼)',
    ),
    also: [pattern('仲裁|裁决')],
    unless: pattern('劳动|人事|土地承包|撤销|不予执行|强制执行|行政处罚|行政复议'),
    negatable: true,
    message: ({ sentence }) => `约定对仲裁裁决不服还可起诉：${quoted(sentence)}`,
  }),
  examples: {
    hits: [
      { text: '不服仲裁裁决的可向法院起诉。', quote: '不服仲裁裁决的可向法院起诉', says: '不服' },
      {
        text: '第八条 争议由临川仲裁委员会仲裁，任何一方对裁决有异议的，可在十五日内向人民法院提起诉讼。',
        quote: '有异议的，可在十五日内向人民法院提起诉讼',
      },
      { text: '提交临川仲裁委员会仲裁；当事人不接受仲裁结果的，仍可诉诸法院。', says: '不接受仲裁结果' },
    ],
    nearMisses: [
      { text: '裁决为终局，对双方均有约束力。' },
      { text: '对仲裁裁决有异议的，可依法向人民法院申请撤销裁决。' },
      { text: '劳动者对劳动争议仲裁裁决不服的，可以向人民法院起诉。' },
    ],
  },
};

const certainAgreement = pattern(
  '(?:征收|征用|拆迁)[^。\\n]{0,10}(?:补偿|安置)[^。\\n]{0,6}(?:协议|合同)|特许经营(?:权)?(?:协议|合同)|(?:采矿权|探矿权|矿业权|海域使用权|水资源)[^。\\n]{0,4}出让|(?:公共租赁|保障性|经济适用)住?房[^。\\n]{0,6}(?:协议|合同)|政府和社会资本合作',
);
const landGrant = pattern('(?:土地|建设用地)使用权出让');
const investmentAgreement = pattern('招商|投资(?:合作)?(?:协议|合同)|入园|项目落户|产业扶持');
const privilege = pattern(
  '许可|奖励|奖补|扶持|兑现|补贴|补助|返还|税收|财政|减免|优惠政策|土地指标|用地指标|供地|收回土地|优益权|公共利益',
);

/** How sure it is, from its title and opening, that a document is an administrative agreement. */
function administrativeAgreement(context: RuleContext): 'certain' | 'perhaps' | 'no' {
  const { text } = readingOf(context.document);
  const head = text.slice(0, 600);
  if (context.input.subKind === 'administrative' || certainAgreement.test(head)) return 'certain';
  if (context.input.subKind === 'expropriation' || landGrant.test(head)) return 'perhaps';
  const investment = context.input.subKind === 'investment' || investmentAgreement.test(head);
  return investment && privilege.test(text) ? 'perhaps' : 'no';
}

function gradeAgreement(_: Place, context: RuleContext): Pick<Hit, 'severity' | 'advice'> {
  return administrativeAgreement(context) === 'certain'
    ? {}
    : { severity: 'notice', advice: '请先说明本合同是否属于行政协议；属于的，删去仲裁条款，改为行政复议或行政诉讼。' };
}

const arbAdministrative: Rule = {
  id: 'disp-arb-adminagreement',
  title: '行政协议约定仲裁',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '征收补偿、特许经营等行政协议的争议走行政复议、行政诉讼；其中的仲裁条款，法院应当确认无效。',
  basis: [
    { law: '最高人民法院关于审理行政协议案件若干问题的规定', article: '26' },
    { law: '最高人民法院关于审理行政协议案件若干问题的规定', article: '2' },
  ],
  advice: '删去仲裁条款，改为“依法申请行政复议或者提起行政诉讼”；认为属于民事合同的，在送审说明中写明定性理由。',
  check: phrase({
    find: pattern(`${submits}[^。；，]{0,20}仲裁(?:机构|委员会)?(?:仲裁|裁决)?`),
    unless: otherArbitration,
    negatable: true,
    when: (_, context) => administrativeAgreement(context) !== 'no',
    message: ({ match }, context) =>
      administrativeAgreement(context) === 'certain'
        ? `本协议属于行政协议，却约定仲裁：${quoted(match.text)}。`
        : `本合同可能属于行政协议，约定了仲裁：${quoted(match.text)}。`,
    grade: gradeAgreement,
  }),
  examples: {
    hits: [
      { text: '房屋征收补偿协议：争议提交仲裁。', quote: '提交仲裁', says: '属于行政协议' },
      {
        text: '青岩区生活垃圾焚烧项目特许经营协议\n第二十条 因本协议产生的争议，由临川仲裁委员会仲裁。',
        quote: '由临川仲裁委员会仲裁',
      },
      {
        text: '临川高新区项目投资协议\n第三条 甲方给予乙方产业扶持资金。\n第十条 争议提交临川仲裁委员会仲裁。',
        subKind: 'investment',
        says: '可能属于行政协议',
      },
    ],
    nearMisses: [
      { text: '房屋征收补偿协议：争议可申请行政复议或提起行政诉讼。' },
      { text: '办公用品采购合同\n第九条 争议提交临川仲裁委员会仲裁。' },
      { text: '国有土地上房屋征收补偿协议\n第十条 双方不得就本协议申请仲裁，争议依法提起行政诉讼。' },
    ],
  },
};

const arbOrdinary = pattern('仲裁(?:委员会|委|院|中心)');
const arbitrator = '仲裁(?:委员会|委|院|中心)';
const misplaced =
  '(?:行政(?:处罚|许可|征收|征用|决定|强制|裁决|争议|纠纷|行为|审批|处理|确认|收费|命令)|罚款决定|吊销|征收决定|劳动(?:合同|关系|争议|纠纷|报酬|人事)|人事争议|聘用(?:合同|关系|争议|纠纷)?|工伤|社会保险|用工)';
const misplacedWords = new RegExp(misplaced, 'u');
const misplacedLead = new RegExp(`${misplaced}[^。；]{0,20}(?:争议|纠纷|情形)?[^。；]{0,6}[：:]\\s*$`, 'u');
const employment = /劳动合同|聘用合同|聘用协议|聘任合同|劳动协议|雇用合同/u;

/** The paper itself is a contract of employment, by its name. */
function isEmployment(context: RuleContext): boolean {
  return readingOf(context.document)
    .paragraphs.slice(0, 4)
    .some((paragraph) => isTitle(context, paragraph) && employment.test(paragraph.text));
}

const disputeMisplaced: Rule = {
  id: 'disp-labor-dispute',
  title: '劳动争议、行政争议约定商事仲裁',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '行政争议不能仲裁，劳动争议由劳动人事争议仲裁委员会处理；约定给商事仲裁机构的，约定落空。',
  basis: [arbitrationLaw('第二条、第三条、第七十七条')],
  advice: '行政争议改为依法申请行政复议或者提起行政诉讼；劳动、聘用争议改为劳动人事争议仲裁委员会。',
  check: phrase({
    find: pattern(
      `${misplaced}[^。；]{0,40}${arbitrator}|${arbitrator}[^。；，]{0,16}${misplaced}[^。；，]{0,8}(?:争议|纠纷|案件)|(?:争议|纠纷)[^。；]{0,40}${arbitrator}`,
    ),
    unless: pattern(
      '(?:劳动|人事)(?:人事)?(?:争议)?(?:调解)?仲裁|除外|以外|之外|不适用|不含|不属于|不(?:提交|适用|通过|得)[^。；，]{0,10}仲裁|其他争议|民事争议|(?:行政)?复议',
    ),
    negatable: true,
    when: ({ match, paragraph }, context) =>
      mentions(context, arbOrdinary) &&
      (misplacedWords.test(match.text) ||
        leads(context, paragraph).some((lead) => misplacedLead.test(lead)) ||
        isEmployment(context)),
    message: ({ match }) => `把不能交商事仲裁的争议约定给仲裁委员会：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      {
        text: '因行政处罚发生的争议提交仲裁委员会。',
        quote: '行政处罚发生的争议提交仲裁委员会',
        says: '不能交商事仲裁',
      },
      { text: '双方因履行劳动合同产生纠纷的，提交临川仲裁委员会裁决。', says: '劳动合同' },
      { text: '第七条 乙方对行政许可结果有异议的，可向青岩仲裁委员会申请仲裁。', says: '行政许可' },
    ],
    nearMisses: [
      { text: '因履行本合同发生的民事争议提交仲裁委员会。' },
      { text: '因劳动合同发生争议的，向临川区劳动人事争议仲裁委员会申请仲裁。' },
      { text: '乙方因违法受到行政处罚的，自行承担；其他争议由甲方所在地人民法院管辖。' },
    ],
  },
};

export const arbitration: readonly Rule[] = [
  arbOrCourt,
  arbUnnamed,
  arbTwo,
  arbThenCourt,
  arbAdministrative,
  disputeMisplaced,
];

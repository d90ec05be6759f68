/** Arbitration clauses: both ways open, no institution, two institutions, an award that may be sued over. */
import { bodyParagraphs, isNegated, isUnticked, phrase, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Match } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { arbitrationLaw, submits } from './common.ts';

const interpretation = '最高人民法院关于适用《仲裁法》若干问题的解释';

const or = '(?:或者?|[也亦又还均并](?:可以?|有权|能)|同时)';
const court = '(?:法院(?:提起)?(?:起诉|诉讼)?|起诉|诉讼|诉诸司法|打官司)';
const orCourt = pattern(
  `仲裁[^。；]{0,16}${or}[^。；]{0,16}?${court}|${court}[^。；]{0,12}${or}[^。；]{0,24}?仲裁(?:委员会|机构)?`,
);
/** Words that make 仲裁或诉讼 a mere circumstance: its costs, its duration, its outcome. */
const circumstance = /^(?:期间|程序|费|过程|所|产生|文书|活动|时|结果|中|发生|阶段|裁决|判决|机关|机构认定|认定|生效)/u;

function isCircumstance(text: string, match: Match): boolean {
  const after = text.slice(match.to);
  // 或由法院判决: the court is handed the dispute; 以仲裁裁决或者法院判决为准 speaks of its paper.
  if (/^(?:依法)?[判裁]决/u.test(after) && /[由向交请][^，]{0,12}法院$/u.test(match.text)) return false;
  return circumstance.test(after);
}

const bothWays = (text: string): string => `同一争议既约定仲裁又允许起诉：${quoted(text)}。`;

const inOneSentence = phrase({
  find: orCourt,
  also: [pattern('仲裁'), pattern('起诉|诉讼|法院')],
  unlessParagraph: pattern('两者选|二者选|任选其一|选一'),
  unless: pattern(
    '请求[^。；]{0,6}法院或者?|予以适当|减少|保全|执行|撤销|裁决不服|不服[^。；]{0,6}裁决|对[^。；]{0,4}裁决|劳动|人事争议|土地承包|种方式|择一|以下方式|下列方式',
  ),
  negatable: true,
  when: ({ paragraph, match }) => match.text.endsWith('会') || !isCircumstance(paragraph.text, match),
  message: ({ match }) => bothWays(match.text),
});

/** 1.协商；2.某会仲裁；3.起诉。由一方任选: the ways are listed, and the choice between them is left open. */
const openList = pattern(
  `仲裁[^。]{0,24}${court}[^。]{0,12}。[^。]{0,24}(?:随意|任意|任选|任一|均可|自行|自由)[^。]{0,10}选?` +
    `|${court}[^。]{0,30}仲裁[^。]{0,12}。[^。]{0,24}(?:随意|任意|任选|任一|均可|自行|自由)[^。]{0,10}选?`,
);
const ticked = /第[（(\s_＿]*[\d一二三四]?[）)\s_＿]*种|择一|[□☐]/u;
const label = '^\\s*(?:[（(]?[\\d一二三四五六七八九十]{1,3}[）)、.．]|[①-⑩])?\\s*';
const toArbitration = new RegExp(`${label}(?:当事人|双方|任何一方)?(?:或者?|[也亦又还均]可)[^。；]{0,24}仲裁`, 'u');
const toCourt = new RegExp(`${label}(?:当事人|双方|任何一方)?(?:或者?|[也亦又还均]可)[^。；]{0,24}${court}`, 'u');

/** Both ways open over the items of a list. */
function overItems(context: RuleContext): Hit[] {
  const lines = bodyParagraphs(context);
  const listed = readingOf(context.document)
    .candidates(openList)
    .flatMap((at): Hit[] => {
      const { id = '', text = '' } = lines[at] ?? {};
      const match = ticked.test(text) ? null : openList.first(text);
      return match ? [{ at: { block: id, from: match.from, to: match.to }, message: bothWays(match.text) }] : [];
    });
  const items = lines.flatMap(({ id, text }, at): Hit[] => {
    const above = lines[at - 1]?.text ?? '';
    const both =
      (toArbitration.test(text) && openCourt.test(above) && !/仲裁/u.test(above)) ||
      (toCourt.test(text) && /仲裁(?:委员会|委|院|中心)/u.test(above));
    const excused = above.length + text.length > 300 || ticked.test(`${lines[at - 2]?.text ?? ''}${above}${text}`);
    return both && !excused && !/劳动|人事争议|土地承包|不服|撤销|保全|执行/u.test(`${above}${text}`)
      ? [{ at: { block: id, from: 0, to: text.length }, message: bothWays(text) }]
      : [];
  });
  return [...listed, ...items].slice(0, 1);
}
const openCourt = new RegExp(court, 'u');

const arbOrCourt: Rule = {
  id: 'disp-arb-or-court',
  title: '既可仲裁又可起诉',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '同一争议既约定仲裁又允许起诉，仲裁协议一般无效，届时双方会先为由谁管辖打一场官司。',
  basis: [{ law: interpretation, article: '7' }],
  advice: '在仲裁与诉讼中只选一种：选仲裁的写明仲裁机构全称并删去起诉的表述，选诉讼的删去仲裁。',
  check: (context) => {
    const said = inOneSentence(context);
    return said.length > 0 ? said : overItems(context);
  },
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
      { text: '第十二条 争议\n（一）可向项目所在地人民法院起诉；\n（二）亦可提请青岩仲裁委员会仲裁。' },
      { text: '发生争议可采用：1.调解；2.青岩仲裁委员会仲裁；3.起诉。由守约方任意选用。' },
    ],
    nearMisses: [
      { text: '争议提交甲市仲裁委员会仲裁。' },
      { text: '争议提交临川仲裁委员会仲裁；申请财产保全或者强制执行的，向有管辖权的人民法院提出。' },
      { text: '双方发生争议，按下列第（2）种方式解决：（1）提交临川仲裁委员会仲裁；（2）向甲方所在地人民法院起诉。' },
      { text: '仲裁或诉讼期间，除争议部分外，双方应继续履行本合同。' },
      { text: '农村土地承包经营纠纷，当事人可以向农村土地承包仲裁机构申请仲裁，也可以向人民法院起诉。' },
      { text: '赔偿数额以仲裁裁决或者法院判决认定的为准。' },
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
      '仲裁时效|仲裁费|仲裁期间|不(?:提交|申请|采用|采取|选择|约定|通过|以)[^。；，]{0,8}仲裁|行政处罚|行政许可|劳动|人事争议|土地承包|[＿_]{2,}|×|保全|不服|裁决书|种方式|(?:和|与|同|及|或)第三[方人][^。；]{0,12}(?:争议|纠纷)|(?:调解|仲裁)[和或、](?:调解|仲裁|诉讼)时',
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
      { text: '建设单位与第三方发生的争议由主管部门或仲裁机关仲裁的，监理人应当如实作证。' },
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
      { text: '争议由申请人在青岩、云岫两地仲裁委员会之一申请仲裁。' },
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

const body = '仲裁(?:委员会|委|院|中心)';
const seat = '[甲乙丙双各][\\p{Han}]{1,6}?(?:所在地|住所地|注册地|当地)';
const twoTogether = phrase({
  find: pattern(
    [
      `[\\p{Han}×]{1,20}?${body}[^。；，]{0,6}(?:或者?|、|和|及|与|/|／)[\\p{Han}×]{1,20}?${body}`,
      // 云州、川东两地仲裁委员会之一
      `(?:[两二三]地|[两二三][家个]|各自|任一|其中一家)[^。；，]{0,8}仲裁(?:委员会|委|院|中心|机构)`,
      `[\\p{Han}]{2,6}(?:、|或者?|和|与)[\\p{Han}]{2,8}仲裁(?:委员会|委|院|中心|机构)(?:之一|中的?(?:任)?一|任选)`,
      `${seat}(?:或者?|、|和|及|与)[^。；，]{0,4}${seat}的?[^。；，]{0,6}仲裁(?:委员会|委|院|中心|机构|部门)`,
    ].join('|'),
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
      [
        '(?:不服|有异议|持异议|不同意|不接受|不满|不认可)[^。；]{0,24}?(?:诉诸法院|(?:人民)?法院(?:提起诉讼|起诉)?|提起诉讼|起诉|诉讼)',
        // 一审以仲裁裁决为准，二审为法院诉讼
        '(?:一审|初审|第一步)[^。；]{0,24}(?:仲裁|裁决)[^。；]{0,20}(?:二审|终审|再审|第二步)[^。；]{0,14}(?:法院|诉讼|起诉)',
        '(?:仲裁|裁决)[^。；]{0,10}(?:后|作出后)[^。；，]{0,6}(?:仍|还|再)(?:可以?|有权|能)[^。；]{0,16}(?:法院|诉讼|起诉)',
      ].join('|'),
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
      { text: '一审以青岩仲裁委员会的裁决为准，二审向人民法院起诉。' },
    ],
    nearMisses: [
      { text: '裁决为终局，对双方均有约束力。' },
      { text: '对仲裁裁决有异议的，可依法向人民法院申请撤销裁决。' },
      { text: '劳动者对劳动争议仲裁裁决不服的，可以向人民法院起诉。' },
    ],
  },
};

export const arbitration: readonly Rule[] = [arbOrCourt, arbUnnamed, arbTwo, arbThenCourt];

/** Signing: a place for every party, who signs for it, what makes the contract binding, where it was signed. */
import { affirms } from '../../affirm.ts';
import { bodyParagraphs, lineOf, mentions, phrase, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

/** Roles that stand opposite each other: who signs alone should not. */
const opposite: readonly (readonly [string, string])[] = [
  ['甲方', '乙方'],
  ['采购人', '供应商'],
  ['出租人', '承租人'],
  ['出租方', '承租方'],
  ['发包人', '承包人'],
  ['发包方', '承包方'],
  ['委托人', '受托人'],
  ['委托方', '受托方'],
  ['买方', '卖方'],
  ['需方', '供方'],
  ['出借人', '借款人'],
];
const roleNames = `${opposite.flat().join('|')}|丙方|丁方`;
const seal = '(?:盖\\s*章|签\\s*章|签\\s*字|公\\s*章|签\\s*名|印\\s*章|捺印|（章）|\\(章\\))';
/** 甲方（盖章）, 乙方代表签字：, 供应商（公章）. Group: the role. */
const signPlace = pattern(
  `(${roleNames})(?:单位|名称|全称|[（(](?:甲方|乙方|丙方)[）)])?\\s*(?:(?:法定)?代表人?|负责人|授权代表)?\\s*[:：]?\\s*[（(]?[^，。；（()）\\n]{0,6}${seal}`,
);
const unilateral = pattern(
  '^\\s*#*\\s*[^。；，：]{0,20}(?:承诺书|承诺函|授权书|授权委托书|声明|保证书|确认书|告知书|通知书|备忘录|借条)\\s*$',
);
const apart = pattern('(?:以下|本页)无正文|签署页|签字页');

/** What follows a sign place is a clause, not a block: 甲方盖章后生效, 经甲方签字确认. */
const clauseAfter = /^(?:[)）])?\s*(?:后|之日|确认|生效|认可|并|的|为准|有效|同意|即|或者?|及(?!代表)|（?日期)/u;

function signMissingHits(context: RuleContext): Hit[] {
  if (mentions(context, unilateral)) return [];
  const marks = places(context, signPlace).filter(
    ({ match, paragraph }) =>
      !clauseAfter.test(paragraph.text.slice(match.to)) &&
      !/(?:经|由|须|加盖|没有|无|缺少?|未留|未设)$/u.test(
        paragraph.text.slice(Math.max(0, match.from - 3), match.from),
      ),
  );
  const [first] = marks;
  // A sign place and nothing else is a fragment of a form.
  if (!first || (bodyParagraphs(context).length < 2 && first.match.from < 4)) return [];
  const block = signBlock(context, first.paragraph.id);
  const aliasOf = new Map(
    context.facts.parties.flatMap((party) => [party.role, ...party.aliases].map((word) => [word, party.role] as const)),
  );
  const canonical = (word: string): string => aliasOf.get(word) ?? word;
  const signed = new Set(marks.map(({ match }) => canonical(match.groups[0]?.text ?? '')));
  const expected = new Set(context.facts.parties.filter(({ role }) => /[方人商]$/u.test(role)).map(({ role }) => role));
  for (const pair of opposite) {
    const [one, other] = pair.map(canonical);
    if (one !== undefined && other !== undefined && (signed.has(one) || signed.has(other))) {
      // 落款的“甲方” stands for what the head calls 采购人.
      if (context.facts.parties.length >= 2 && !pair.some((word) => aliasOf.has(word))) continue;
      expected.add(one).add(other);
    }
  }
  const absent = [...expected].filter(
    (role) =>
      !signed.has(role) &&
      ![...aliasOf].some(([word, of]) => of === role && placeFor(block, word)) &&
      !placeFor(block, role),
  );
  if (absent.length === 0 || /双方|各方|三方|甲乙/u.test(block)) return [];
  const elsewhere = mentions(context, apart) && marks.length === 0;
  return [
    {
      at: first.at,
      message: `签署栏只有${quoted(first.match.text)}等，没有${absent.join('、')}的签署位置。`,
      ...(elsewhere ? { severity: 'notice' as const } : {}),
    },
  ];
}

/** The lines from the first sign place on: the signature block. */
function signBlock(context: RuleContext, id: string): string {
  const paragraphs = bodyParagraphs(context);
  const at = paragraphs.findIndex((paragraph) => paragraph.id === id);
  return paragraphs
    .slice(Math.max(0, at), at + 30)
    .map(lineOf)
    .join('\n');
}

/** A role that stands in the block as the head of a place of its own, not denied. */
function placeFor(block: string, role: string): boolean {
  return new RegExp(`(?:^|[\\s　、|/）)“"])${role}\\s*(?:[（(:：]|代表|法定|单位|签|盖|$)`, 'mu').test(block)
    ? !new RegExp(`(?:没有|无|缺少?|未设|未留)[^。；，]{0,6}${role}`, 'u').test(block)
    : false;
}

const signMissing: Rule = {
  id: 'sign-missing',
  title: '签署栏缺少一方',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '合同书自各方均签名、盖章或者按指印时成立；签署栏少了一方，该方是否受约束、合同是否成立都成问题。',
  basis: [{ law: '民法典', article: '490' }],
  advice: '为首部列明的每一方补齐名称、签章和日期栏；另有签署页的，与正文一并送审。',
  traps: ['承诺函、授权书等单方文件只需出具人签署。'],
  check: signMissingHits,
  examples: {
    hits: [
      { text: '落款仅有“甲方（盖章）”。', quote: '甲方（盖章', says: '没有乙方的签署位置' },
      {
        text: '采购人（甲方）：青麓区档案局\n供应商（乙方）：云川松石信息有限公司\n第一条 服务内容\n采购人（公章）：　　　　　日期：',
        says: '没有乙方',
      },
      {
        text: '甲方：青麓区文化馆\n乙方：云川松石文化有限公司\n丙方：云州市临河区剧场\n第一条 场地\n甲方（盖章）：　　　　乙方（盖章）：',
        says: '没有丙方',
      },
    ],
    nearMisses: [
      { text: '落款有甲乙双方盖章及代表签字栏。' },
      { text: '甲方（盖章）：　　　　乙方（盖章）：\n代表：　　　　　　　　代表：' },
      { text: '| 甲方（公章） | 乙方（公章） |\n| 日期 | 日期 |' },
      { text: '承诺书\n甲方（盖章）：' },
      { text: '第十条 验收单须经甲方签字确认。' },
    ],
  },
};

const signAndOr: Rule = {
  id: 'sign-and-or',
  title: '“签字盖章”含义不清',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['contract'],
  why: '“签字盖章后生效”可以读成既要签字又要盖章，也可以读成二者居一，只签字未盖章时合同是否成立会有争议。',
  basis: [{ law: '最高人民法院关于适用《民法典》合同编通则若干问题的解释', article: '22' }],
  advice: '写明“签字并加盖公章”或者“签字或者盖章”。',
  traps: ['写成“签字并盖章”“签字或盖章”“签字、盖章”的，含义已经分清。'],
  check: phrase({
    find: pattern(
      '(?:签字|签名|签署)\\s*(?:[（(]\\s*盖(?:公)?章\\s*[）)]|盖(?:公)?章)|盖(?:公)?章\\s*(?:[（(]\\s*签(?:字|名)\\s*[）)]|签字|签名)',
    ),
    also: [pattern('生效|成立|效力')],
    unless: pattern('变更|签字盖章(?:是指|指|系指)|并加盖|并盖章|或盖章|或者盖章'),
    when: ({ sentence, sentenceFrom, match }) =>
      /^[^。；]{0,24}(?:生效|成立|法律效力)/u.test(sentence.slice(match.to - sentenceFrom)) &&
      // 补充协议经签字盖章后生效, beside the contract's own clause.
      !/(?<!本)(?:补充(?:协议|合同)|附件)[^。；，]{0,24}$/u.test(sentence.slice(0, match.from - sentenceFrom)),
    message: ({ match }) => `生效条件写${quoted(match.text)}，没有写明是“并”还是“或”。`,
  }),
  examples: {
    hits: [
      { text: '本合同经双方签字盖章后生效。', quote: '签字盖章', says: '“并”还是“或”' },
      { text: '第二十条 本协议自甲乙双方签名盖章之日起成立并生效。', quote: '签名盖章' },
      { text: '本合同一式四份，由各方代表签字（盖章）后生效。', quote: '签字（盖章）' },
    ],
    nearMisses: [
      { text: '本合同经双方签字并加盖公章后生效。' },
      { text: '本合同自双方签字或者盖章之日起生效。' },
      { text: '验收报告由双方签字盖章后归档。' },
      { text: '本协议自各方签字、盖章之日起生效。' },
    ],
  },
};

const agentTitle = /委托代理人|授权代表|授权代理人|^代理人|签约代表|受托代理人/u;
const letter = pattern('授权委托书|授权书|委托书|授权文件|授权函');
const actedFor = pattern(
  '(?:由|委托|授权)[^。；，]{0,16}(?:代理人|授权代表|受托人|代表)[\\p{Han}]{2,4}[^。；，]{0,8}(?:签署|签订|签字|签约)|(?:由|委托|授权)[\\p{Han}某]{2,4}(?:代理|代为|代)(?:其|甲方|乙方)?(?:签署|签订|签字|签约)',
);

const authLetter: Rule = {
  id: 'auth-letter-missing',
  title: '代理人签署而未附授权委托书',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  why: '由代理人签署的，没有载明事项、权限和期限的授权委托书，代理权有无难以证明，合同可能因无权代理而不发生效力。',
  basis: [{ law: '民法典', article: '165' }],
  advice: '补附由委托方签名或者盖章的授权委托书，写明代理人姓名、代理事项、权限和期限，并核对身份证件。',
  traps: ['代理人栏空白、与法定代表人合用一栏的，还看不出由代理人签署。'],
  yieldsTo: ['proc-agent-auth'],
  check: (context) => {
    if (affirms(context, letter)) return [];
    const agents = context.facts.parties.flatMap((party) =>
      party.people
        .filter(
          ({ title, name, at }) =>
            agentTitle.test(title) &&
            !party.people.some((other) => other.name === name && /法定|负责/u.test(other.title)) &&
            !sharedColumn(context, at.block, at.from),
        )
        .map((person) => ({ party, person })),
    );
    const [first, ...others] = agents;
    if (!first) {
      return phrase({
        find: actedFor,
        unless: pattern('法定代表人|采购代理|双方|各方|应当|不得'),
        message: ({ match }) => `${quoted(match.text)}，材料中未见授权委托书。`,
      })(context).slice(0, 1);
    }
    const who = agents.map(({ party, person }) => `${party.role}${person.title}“${person.name}”`).join('、');
    return [
      {
        at: first.person.at,
        related: others.map(({ person }) => person.at),
        message: `由${who}签署，材料中未见授权委托书。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '乙方委托代理人：李四（附件中无授权书）。', quote: '李四', says: '未见授权委托书' },
      {
        text: '甲方：青麓区档案局\n乙方：云川松石信息有限公司\n甲方（盖章）：\n负责人：何望\n乙方（盖章）：\n授权代表：林知远',
        quote: '林知远',
      },
      { text: '本协议由乙方授权代表何望签署，自签署之日起生效。', says: '未见授权委托书' },
    ],
    nearMisses: [
      { text: '附件三：乙方授权委托书。\n乙方委托代理人：李四' },
      { text: '乙方委托代理人：＿＿＿＿' },
      { text: '乙方法定代表人（或委托代理人）：林知远' },
      { text: '甲方负责人：何望' },
    ],
  },
};

/** 法定代表人或委托代理人：one column for either, which does not say who signed. */
function sharedColumn(context: RuleContext, block: string, from: number): boolean {
  const text = bodyParagraphs(context).find((paragraph) => paragraph.id === block)?.text ?? '';
  return /(?:法定代表人|负责人)\s*(?:或|\/|、|／|（或|\(或)[^:：]{0,10}[:：]?\s*$/u.test(
    text.slice(Math.max(0, from - 24), from),
  );
}

const placeOf = '(?:签订|签署|订立|签约|缔结)';
const placeGiven = pattern(
  `${placeOf}(?:地点|地址|地)\\s*(?:[（(][^）)]{0,6}[）)])?\\s*(?:为|是|在|位于|系|即|:|：)[\\s\u3000]*[^\\s\u3000_＿×xX…。；，]{2,}|${placeOf}地(?:点)?[（(][^）)]{0,24}[省市区县镇乡路街号][^）)]{0,10}[）)]|(?:在|于)[^。；，]{1,24}[省市区县镇乡路街号楼][^。；，]{0,14}${placeOf}|${placeOf}于[^。；，\\d]{1,16}[省市区县]`,
);

const signPlaceNeeded: Rule = {
  id: 'sign-place-needed',
  title: '约定签订地管辖而没有写签订地',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '约定由合同签订地法院管辖，却没有写签订地的，以最后签章的地点认定，双方异地签章时管辖法院无法预见。',
  basis: [
    { law: '民事诉讼法', article: '35' },
    { law: '民法典', article: '493' },
  ],
  advice: '在首部或者签署栏写明签订地点，具体到区、县；或者直接写明由某区（县）人民法院管辖。',
  traps: ['首部或签署栏已经写明签订地点的，管辖可以确定。'],
  check: (context) => {
    if (mentions(context, placeGiven)) return [];
    return phrase({
      find: pattern(
        `(?:合同|协议)?${placeOf}(?:地点?|所在地)(?:有管辖权)?的?[^。；]{0,12}(?:人民)?(?:法院|仲裁)|(?:法院|仲裁)[^。；，]{0,8}${placeOf}地`,
      ),
      unless: pattern('不(?:由|得)'),
      message: ({ match }) => `约定${quoted(match.text)}管辖，全文没有写明签订地点。`,
    })(context).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '争议由合同签订地人民法院管辖。（无签订地）', says: '没有写明签订地点' },
      { text: '签订地点：＿＿＿＿\n第十二条 协商不成的，向协议签署地有管辖权的人民法院起诉。', says: '签署地' },
      { text: '因本合同发生纠纷，任何一方可向签约地法院提起诉讼。', quote: '签约地法院' },
    ],
    nearMisses: [
      { text: '签订地点：某市某区；争议由合同签订地人民法院管辖。' },
      { text: '本合同于云州市临河区签订。争议由合同签订地人民法院管辖。' },
      { text: '争议由合同签订地（云州市临河区）人民法院管辖。' },
      { text: '争议由甲方所在地人民法院管辖。' },
    ],
  },
};

export const signingRules: readonly Rule[] = [signMissing, signAndOr, authLetter, signPlaceNeeded];

/** Terms a contract coins: used without being defined, or defined twice. */
import type { Term } from '../../../facts/facts.ts';
import { roleWords } from '../../../facts/party-names.ts';
import { fold, spanIn } from '../../../facts/source.ts';
import { bodyParagraphs, places, quoted } from '../../builders.ts';
import { inBody } from '../../around.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const role = new RegExp(`^(?:${roleWords}|[甲乙丙丁戊]方|双方|各方|本合同|合同|本协议|协议|项目|本项目)$`, 'u');
/** Words of a trade or of politics that everyone writes in quotation marks. */
const common =
  /^(?:[三四五六七八九十两双多一]\S{1,3}|.*(?:通|平|金|险|服|随机|公开|办|统筹|包|免|清|化|制|工程|行动|精神|文明|安全|红线|底线|清单|窗口|专区|热线|品牌|口号|栏目|平台|网|节|杯|奖|计划|模式|机制|万能))$/u;
const quotation = pattern('[“"「]([^”"」“，。；\\n]{2,12})[”"」]');
/** Sentences that hang a right or a duty on the term. */
const weighty = /逾期|延期|付款|支付|扣[减除]|责任|违约|期限|验收|日内|费用|赔偿|解除|不得|应当?|元|%|％|分之/u;
/** Words before a quotation that make it a writing, a name or a mere mention. */
const mentioned =
  /(?:简称|称为|称|名为|名称为|注明|标明|写明|载明|字样|填写|标注|标有|印有|加盖|命名为|主题为|题为|账户|户名|备注|商标|品牌|网址|栏目|以|为)[：:]?\s*$/u;

const undefinedTerm: Rule = {
  id: 'term-undefined',
  title: '承载权利义务的术语没有定义',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['contract'],
  why: '加了引号的自造词决定着期限、付款和责任，却没有说明指什么，双方会各按有利于自己的意思理解。',
  basis: [{ law: '民法典', article: '466' }],
  advice: '在首次出现处或者定义条款中写明含义；简称前后统一。',
  traps: ['口号、栏目名、行业通用的固定说法加引号，不是合同术语。', '以字样、户名、备注出现的引号只是照录文字。'],
  check: (context) =>
    [...undefinedHits(context), ...strayRoleHits(context), ...strayNameHits(context), ...strayShortHits(context)].slice(
      0,
      8,
    ),
  examples: {
    hits: [
      {
        text: '“核心交付物”延期的，每日扣减千分之一；\n“核心交付物”验收后十日内付款。',
        quote: '核心交付物',
        says: '没有定义',
      },
      {
        text: '第三条 乙方应在“里程碑二”前完成部署。\n第五条 未达到“里程碑二”的，甲方不予支付进度款。',
        says: '里程碑二',
      },
      {
        text: '云州市临河区文化馆（以下简称“采购人”）与青麓布展公司（以下简称“供应商”）订立本合同。\n甲方应在十日内付款。\n甲方逾期的，承担违约责任。',
        says: '甲方',
      },
      { text: '桐溪街道管网改造项目（以下简称“本工程”）由乙方承建。\n桐溪项目的保修期两年。' },
      { text: '青麓区林业园林局（以下简称“林业局”）出资20万元。\n区园林局应在三十日内拨付。' },
    ],
    nearMisses: [
      { text: '“核心交付物”指附件一所列三项系统。\n“核心交付物”延期的，扣减费用。\n“核心交付物”验收后付款。' },
      { text: '乙方完成“三通一平”后验收。\n“三通一平”费用由甲方支付。' },
      { text: '发票应注明“办公用品”字样，付款凭证备注“办公用品”。' },
      { text: '甲方（以下简称“采购人”）应付款。采购人逾期的，承担违约责任。' },
    ],
  },
};

function undefinedHits(context: RuleContext): Hit[] {
  const defined = new Set(context.facts.terms.map(({ term }) => term));
  const { text } = readingOf(context.document);
  const uses = new Map<string, { block: string; from: number; to: number; weighs: boolean }[]>();
  for (const { match, paragraph, sentence } of places(context, quotation)) {
    const group = match.groups[0];
    const term = group?.text ?? '';
    if (!group || defined.has(term) || role.test(term) || common.test(term) || /^[\d.a-zA-Z%]+$/u.test(term)) continue;
    const before = paragraph.text.slice(Math.max(0, match.from - 8), match.from);
    const after = paragraph.text.slice(match.to, match.to + 8);
    if (
      mentioned.test(before) ||
      /^(?:字样|二字|标识|栏|一词|的?活动|[）)]?(?:[，,]?是指|系指|指|包括|定义|为[：:]))/u.test(after)
    )
      continue;
    const use = { block: paragraph.id, from: group.from, to: group.to, weighs: weighty.test(sentence) };
    uses.set(term, [...(uses.get(term) ?? []), use]);
  }
  return [...uses].flatMap(([term, all]): Hit[] => {
    const [first, ...others] = all;
    const told = new RegExp(
      `${escaped(term)}[”"」]?\\s*(?:[（(]|是指|系指|指|的定义|包括|定义为|[：:])|(?:称为?|简称)[“"「]?${escaped(term)}`,
      'u',
    );
    if (!first || others.length === 0 || !all.some(({ weighs }) => weighs) || told.test(text)) return [];
    const span = ({ block, from, to }: typeof first) => ({ block, from, to });
    return [
      {
        at: span(first),
        related: others.map(span),
        message: `${quoted(term)}出现 ${all.length} 次并关系到权利义务，全文没有定义。`,
      },
    ];
  });
}

/** Roles given by 以下简称, and then another pair of role words that nobody introduced. */
function strayRoleHits(context: RuleContext): Hit[] {
  const { parties, terms } = context.facts;
  const given = new Set(
    terms.filter(({ kind, term }) => kind === 'abbreviation' && role.test(term)).map(({ term }) => term),
  );
  if (given.size < 2 || given.has('甲方') || given.has('乙方')) return [];
  const known = new Set(
    parties.flatMap(({ role: own, aliases, at, mentions }) => (at || mentions ? [own, ...aliases] : [])),
  );
  return ['甲方', '乙方'].flatMap((word): Hit[] => {
    if (known.has(word)) return [];
    const used = places(context, pattern(word));
    const [first] = used;
    if (!first || used.length < 2) return [];
    return [
      {
        at: first.at,
        message: `当事人简称为${[...given].map((name) => quoted(name)).join('、')}，正文却使用没有定义的“${word}”。`,
      },
    ];
  });
}

/** What a company is called in short: its own words and 公司. */
const shortCompany = /([\u4e00-\u9fff]{2,8})公司/gu;
const legalForm = /(?:股份|集团|控股)?(?:有限)?(?:责任)?公司.*$/u;

/** 某某公司（以下简称“甲物业”）, and later the same company by other words that nobody introduced. */
function strayNameHits(context: RuleContext): Hit[] {
  const shorts = inBody(context, context.facts.terms).filter(
    ({ kind, term, meaning }) =>
      kind === 'abbreviation' && !role.test(term) && term.length > 3 && /^[^_＿“”‘’（(]+公司$/u.test(meaning.trim()),
  );
  return shorts.flatMap(({ term, meaning, at }): Hit[] => {
    const full = nameOf(meaning);
    const core = full.replace(legalForm, '');
    for (const paragraph of bodyParagraphs(context)) {
      for (const match of paragraph.text.matchAll(shortCompany)) {
        if (paragraph.id === at.block && match.index < at.to) continue;
        const written = match[1] ?? '';
        // The words right before may belong to the sentence: 由智慧公司.
        const words = Array.from({ length: written.length - 1 }, (_, cut) => written.slice(cut)).find((one) =>
          core.includes(one),
        );
        if (!words || words === core || `${words}公司` === term || term.includes(words)) continue;
        const to = match.index + match[0].length;
        const from = to - words.length - 2;
        return [
          {
            at: { block: paragraph.id, from, to },
            related: [at],
            message: `${quoted(full)}已简称${quoted(term)}，此处又写作${quoted(`${words}公司`)}。`,
          },
        ];
      }
    }
    return [];
  });
}

const kindOf = /(?:公司|局|项目)$/u;
const region = /^[\u4e00-\u9fff]{1,6}?[省市区县旗镇]/u;
/** Words for any project of its kind. */
const anyProject =
  /^(?:建设|改造|工程|服务|采购|施工|整治|维修|提升|管理|配套|试点|本|该|各|其他|类似|同类|投资|合作)$/u;

/** Whether the characters of a word stand in a name in their order, as 云智 does in 云川智联. */
function abbreviates(word: string, name: string): boolean {
  let at = -1;
  return [...word].every((char) => {
    at = name.indexOf(char, at + 1);
    return at >= 0;
  });
}

/** Whether a word with its kind (云智公司, 智联方, 区农局, 桐溪项目) is a further short form of a name. */
function isFurtherShort(word: string, kind: string, full: string): boolean {
  const core = full.replace(legalForm, '').replace(kindOf, '');
  if (word === core || full.endsWith(`${word}${kind}`)) return false;
  if (kind === '方') return full.endsWith('公司') && word.length <= 6 && core.includes(word);
  if (!full.endsWith(kind)) return false;
  if (kind === '公司')
    return word.length <= 4 && !core.includes(word) && core.startsWith(word[0] ?? '-') && abbreviates(word, core);
  if (kind === '项目') return core.includes(word) && !anyProject.test(word);
  const own = core.replace(region, '');
  return (
    word.length <= 3 &&
    !/^[省市]|上级/u.test(word) &&
    [...own].some((char) => word.includes(char) && !/[和与局部]/u.test(char))
  );
}

const furtherShort = pattern('([\\p{Han}]{2,8}?)(公司|方|项目)|([\\p{Han}]{2,5}?)(局)(?:应|须|负责|承担|有权|应当|在)');

/** A name that has a short form, called later by another one that nobody introduced. */
function strayShortHits(context: RuleContext): Hit[] {
  const { parties, terms } = context.facts;
  const shorts = inBody(context, terms).filter(
    ({ kind, meaning }) => kind === 'abbreviation' && kindOf.test(nameOf(meaning)) && !/[_＿“”‘’（(]/u.test(meaning),
  );
  if (shorts.length === 0) return [];
  const known = [
    ...parties.flatMap(({ name, role: own, aliases }) => [name, own, ...aliases]),
    ...terms.map(({ term }) => term),
  ];
  const used = places(context, furtherShort);
  return shorts.flatMap(({ term, meaning, at }): Hit[] => {
    const full = nameOf(meaning);
    for (const { match, paragraph } of used) {
      if (paragraph.id === at.block && match.from < at.to) continue;
      const [one, kindOne, two, kindTwo] = match.groups;
      const written = one?.text ?? two?.text ?? '';
      const kind = kindOne?.text ?? kindTwo?.text ?? '';
      // The words right before may belong to the sentence: 由云智公司.
      const word = Array.from({ length: written.length - 1 }, (_, cut) => written.slice(cut)).find((part) =>
        isFurtherShort(part, kind, full),
      );
      const called = `${word ?? ''}${kind}`;
      if (word === undefined || called === term || known.some((name) => name.includes(called) && name !== full))
        continue;
      const to = (one ?? two)?.to ?? match.to;
      const from = to - word.length;
      return [
        {
          at: { block: paragraph.id, from, to: to + kind.length },
          related: [at],
          message: `${quoted(full)}已简称${quoted(term)}，此处又称${quoted(called)}。`,
        },
      ];
    }
    return [];
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

const plainDefinition =
  /(?:^|[。；\n，（(]|[：:])\s*(?:本合同|本协议)?(?:所称|所述|中的?)?[“"「]?([\u4e00-\u9fff]{2,8}?)[”"」]?(?:，)?\s*(?:是指|系指)([^。；\n]{2,120})/gu;

/** Definitions with and without quotation marks, in reading order. */
function definitions(context: RuleContext): Term[] {
  const quotedOnes = inBody(context, context.facts.terms).filter(
    ({ kind, term }) => kind === 'definition' && !role.test(term),
  );
  const seen = new Set(quotedOnes.map(({ at, term }) => `${at.block} ${term}`));
  const plain = bodyParagraphs(context).flatMap((paragraph) =>
    [...fold(paragraph.text).matchAll(plainDefinition)].flatMap((match): Term[] => {
      const term = match[1] ?? '';
      const from = match.index + match[0].indexOf(term);
      if (role.test(term) || seen.has(`${paragraph.id} ${term}`) || /^(?:其中|这里|上述|本条|前款|该)/u.test(term))
        return [];
      return [
        { term, at: spanIn(paragraph.id, from, from + term.length), meaning: match[2] ?? '', kind: 'definition' },
      ];
    }),
  );
  return [...quotedOnes, ...plain];
}

/** The same words, or one a longer telling of the other. */
function sameMeaning(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other]
    .map((text) => text.replace(/本(?:合同|协议)|[\s，、。；（()）“”"的之]/gu, ''))
    .toSorted((x, y) => x.length - y.length);
  return a === b || (a.length > 5 && b.includes(a));
}

const duplicateDefinition: Rule = {
  id: 'term-dup-def',
  title: '同一术语或者主体有两种定义',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '同一个词前后含义不同，或者同一主体有两个简称，适用哪一个意思没有依据，权利义务随之不确定。',
  basis: [{ law: '民法典', article: '466' }],
  advice: '保留一处定义，另一意思另取名称；同一主体全文只用一个简称。',
  traps: ['同一定义在附件中原样重复，没有冲突。', '一个括号里并列给出角色名和简称，是同一次定义。'],
  check: (context) => {
    const all = definitions(context);
    const twice = all.flatMap((one, index): Hit[] => {
      const first = all
        .slice(0, index)
        .find(({ term, meaning }) => term === one.term && !sameMeaning(meaning, one.meaning));
      if (!first) return [];
      const said = `${quoted(one.term)}先后有两种定义：${quoted(first.meaning, 24)}与${quoted(one.meaning, 24)}。`;
      return [{ at: one.at, related: [first.at], message: said }];
    });
    const shorts = inBody(context, context.facts.terms).filter(
      // A form names nobody yet: ______（以下简称甲方）.
      ({ kind, meaning }) => kind === 'abbreviation' && /[\p{Script=Han}\w]{3}/u.test(meaning.replace(/_/gu, '')),
    );
    const names = shorts.flatMap((one, index): Hit[] => {
      const first = shorts
        .slice(0, index)
        .find(({ meaning, term }) => nameOf(meaning) === nameOf(one.meaning) && term !== one.term);
      if (!first || /[或、和及/]/u.test(`${one.term}${first.term}`)) return [];
      return [
        {
          at: one.at,
          related: [first.at],
          message: `${quoted(nameOf(one.meaning))}有两个简称：${quoted(first.term)}与${quoted(one.term)}。`,
        },
      ];
    });
    return [...twice, ...names];
  },
  examples: {
    hits: [
      { text: '“服务期”指合同期；\n另条“服务期”指质保期。', quote: '服务期', says: '两种定义' },
      { text: '第一条 本合同所称“交付日”是指货物到达日。\n第九条 “交付日”系指验收合格之日。', says: '交付日' },
      {
        text: '云州市临河区文化馆（以下简称“甲方”）委托布展。\n第十条 云州市临河区文化馆（以下简称“馆方”）有权检查。',
        says: '两个简称',
      },
    ],
    nearMisses: [
      { text: '全文仅一处定义：“服务期”指合同期。\n服务期内乙方派员驻场。' },
      { text: '“工作日”是指法定工作日。\n附件一 “工作日”是指法定工作日。' },
      { text: '云州市临河区文化馆（以下简称“甲方”）与青麓布展公司（以下简称“乙方”）订立本合同。' },
      { text: '“成果”指报告。\n“成果物”指图纸。' },
      { text: '_______________（以下简称甲方）与_______________（以下简称乙方）订立本合同。' },
    ],
  },
};

function nameOf(meaning: string): string {
  return meaning
    .replace(/^.*[：:]/u, '')
    .replace(/^第[^条]{1,6}条\s*/u, '')
    .replace(/^(?:与|和|及|由|经|委托)/u, '')
    .trim();
}

export const definitionRules: readonly Rule[] = [undefinedTerm, duplicateDefinition];

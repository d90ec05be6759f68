/** Laws cited in a draft: repealed, misnamed, articles that do not exist. Any kind but statutes. */
import { topicIn, treats } from '../../../law/code-topics.ts';
import { lawInForce, nearestName, shortTitle, statuteNamed } from '../../../law/registry.ts';
import { statutes } from '../../../law/statutes.ts';
import type { Statute } from '../../../law/statutes.ts';
import type { Span } from '../../../document/model.ts';
import type { Citation } from '../../../facts/facts.ts';
import { textOf } from '../../around.ts';
import { places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { DocumentKind, Hit, Rule, RuleContext } from '../../rule.ts';
import { renumbered } from './renumbered.ts';
import type { Move } from './renumbered.ts';

const kinds: readonly DocumentKind[] = ['contract', 'normative', 'decision', 'enforcement', 'other'];

const codified = new Set(['2021-01-01', '1999-10-01']);
/** Repealed statutes that the 民法典 took the place of, and the contract laws before it. */
const beforeCode = statutes.filter((statute) => statute.repealed !== null && codified.has(statute.repealed.on));
const otherRepealed = statutes.filter((statute) => statute.repealed !== null && !codified.has(statute.repealed.on));

/** A law spoken of as past: 原, 旧, 当时施行的; or the wording of 政府采购法 article 43. */
const spokenAsPast = /(?:原|旧|已废止的?|当时(?:施行|有效)的?|时任|废止前的?)[《〈]?(?:中华人民共和国)?$/u;
const past = pattern(
  '政府采购合同适用|20(?:0\\d|1\\d|20)年[^。；]{0,20}(?:签订|订立|判决|作出)|修订前|废止|历史|沿革|不再(?:施行|适用|执行|有效)|停止(?:施行|执行)|失效',
);

type Named = Readonly<{ at: Span; name: string; statute: Statute }>;

/** Places where one of some statutes is cited, in 《》 or after 根据, 依照 and their like. */
function namedIn(context: RuleContext, wanted: readonly Statute[]): Named[] {
  const names = wanted.map(shortTitle);
  const alternatives = names.toSorted((a, b) => b.length - a.length).join('|');
  const key = alternatives;
  const find =
    finders.get(key) ??
    pattern(`(?:[《〈]|根据|依据|依照|按照|遵照|遵守|参照|适用|符合|和|及|、)\\s*(?:中华人民共和国)?(${alternatives})`);
  finders.set(key, find);
  return places(context, find).flatMap(({ paragraph, match, sentence }) => {
    const group = match.groups[0];
    if (!group) return [];
    const quotedTitle = match.text.startsWith('《') || match.text.startsWith('〈');
    const after = paragraph.text.slice(match.to, match.to + 6);
    // 合同法 in 劳动合同法 never matches; 担保法律意见, 收养法定条件 go on as other words.
    if (!quotedTitle && /^(?:律|定|规|院|学|理|条文|》)/u.test(after)) return [];
    if (quotedTitle && !/^[》〉]/u.test(after)) return [];
    if (
      spokenAsPast.test(paragraph.text.slice(0, match.from + 1)) ||
      spokenAsPast.test(paragraph.text.slice(0, group.from))
    )
      return [];
    if (past.test(sentence)) return [];
    const statute = statuteNamed(group.text);
    if (!statute) return [];
    const close = quotedTitle ? 1 : 0;
    const from = quotedTitle ? match.from : group.from - (match.text.includes('中华人民共和国') ? 7 : 0);
    return [{ at: { block: paragraph.id, from, to: match.to + close }, name: group.text, statute }];
  });
}
const finders = new Map<string, ReturnType<typeof pattern>>();

/** One hit a statute: its first place, further ones as related. */
function repealedHits(wanted: readonly Statute[]): (context: RuleContext) => Hit[] {
  return (context) => {
    const byStatute = new Map<Statute, Named[]>();
    for (const named of namedIn(context, wanted)) {
      if (lawInForce(named.name, context.input.asOf).kind !== 'repealed') continue;
      byStatute.set(named.statute, [...(byStatute.get(named.statute) ?? []), named]);
    }
    return [...byStatute.values()].flatMap(([first, ...rest]) => {
      if (!first?.statute.repealed) return [];
      const { on, by, successor } = first.statute.repealed;
      const successorName = successor.replace(/^中华人民共和国/u, '');
      const times = rest.length > 0 ? `（全文共${rest.length + 1}处）` : '';
      return [
        {
          at: first.at,
          related: rest.map((named) => named.at),
          message: `所引《${first.name}》已于${chineseDay(on)}废止${times}，依据是${by}。`,
          advice: `改引《${successorName}》的对应条款，并逐条核对内容是否仍然一致。`,
        },
      ];
    });
  };
}

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const repealed2021: Rule = {
  id: 'law-repealed-2021',
  title: '引用了民法典施行前的旧法',
  severity: 'medium',
  nature: 'drafting',
  kinds,
  why: '合同法、物权法、担保法等九部法律自2021年1月1日民法典施行时废止，仍引旧法会让依据落空。',
  basis: [{ law: '民法典', article: '1260' }],
  advice: '改引《民法典》的对应条款。',
  check: repealedHits(beforeCode),
  examples: {
    hits: [
      {
        text: '根据《中华人民共和国合同法》，双方订立本合同。',
        quote: '《中华人民共和国合同法》',
        says: '已于2021年1月1日废止',
      },
      { text: '依照担保法和物权法的规定，丙方以其房产提供抵押。', quote: '担保法' },
      { text: '本合同按照《经济合同法》订立。\n未尽事宜依《经济合同法》处理。', says: '全文共2处' },
    ],
    nearMisses: [
      { text: '根据《中华人民共和国民法典》，双方订立本合同。' },
      { text: '根据《中华人民共和国劳动合同法》，双方订立本劳动合同。' },
      { text: '依照原《合同法》订立的合同，尚未履行完毕的继续履行。' },
      { text: '根据《中华人民共和国合同法》，双方订立本合同。', asOf: '2020-06-01' },
      { text: '请律师出具担保法律意见书。' },
    ],
  },
};

const repealedOther: Rule = {
  id: 'law-repealed-vat',
  title: '引用了已废止的法律、行政法规',
  severity: 'low',
  nature: 'drafting',
  kinds,
  why: '增值税暂行条例自2026年1月1日增值税法施行时废止；三部外资企业法和房屋拆迁管理条例更早已废止。',
  basis: [
    { law: '增值税法', article: '38' },
    { law: '外商投资法', article: '42' },
    { law: '国有土地上房屋征收与补偿条例', article: '35' },
  ],
  advice: '改引现行法律、行政法规的对应条款。',
  check: repealedHits(otherRepealed),
  examples: {
    hits: [
      { text: '依据《增值税暂行条例》开具发票。', quote: '《增值税暂行条例》', says: '2026年1月1日废止' },
      { text: '根据《中华人民共和国外资企业法》设立的乙方，享有同等待遇。', says: '外资企业法' },
      { text: '按照《城市房屋拆迁管理条例》，甲乙双方达成补偿协议。', says: '国有土地上房屋征收与补偿条例' },
    ],
    nearMisses: [
      { text: '依据《增值税法》开具发票。' },
      { text: '依据《增值税暂行条例》开具发票。', asOf: '2025-10-01' },
      { text: '依照当时施行的《城市房屋拆迁管理条例》作出的裁决继续有效。' },
      { text: '《增值税暂行条例》自2026年1月1日起不再施行，发票按增值税法办理。' },
    ],
  },
};

/** Citations whose statute is in force on the day of the review. */
function citedInForce(context: RuleContext): { citation: Citation; statute: Statute; articles: number }[] {
  return context.facts.citations.flatMap((citation) => {
    const status = lawInForce(citation.title, context.input.asOf);
    if (status.kind !== 'in-force' || !status.text || status.text.source !== 'text') return [];
    return [{ citation, statute: status.statute, articles: status.text.articles }];
  });
}

/** What a citation says its article is about: 关于定金的规定, 定金罚则, “租赁期限不得超过…”. */
const about = /^(?:的|中|所|规定|有关|关于|对|[“"「（(：:\s])*([^，,。；;”"」）)]{2,24})/u;

/** An article that is there, cited for a subject that other articles treat. */
function otherTopic(context: RuleContext, { at, articles }: Citation, statute: Statute): Hit | null {
  if (shortTitle(statute) !== '民法典' || articles.length === 0) return null;
  const topic = topicIn(about.exec(textOf(context, at.block).slice(at.to, at.to + 40))?.[1] ?? '');
  if (!topic || articles.some((article) => treats(topic, article))) return null;
  const [[first, last] = [0, 0]] = topic.articles;
  const home = first === last ? `第${first}条` : `第${first}条至第${last}条`;
  return {
    at,
    severity: 'low',
    message: `引用《民法典》第${articles.join('、')}条说的是${topic.name}，而${topic.name}主要规定在${home}。`,
  };
}

const articleRange: Rule = {
  id: 'law-article-range',
  title: '引用的条号不存在或者与所说事项不符',
  severity: 'medium',
  nature: 'drafting',
  kinds,
  why: '条号超出该法总条数，或者该条规定的是另一事项，说明引用有误或者沿用了旧版条号。',
  basis: [{ law: '民法典', article: '1260', note: '各法总条数以公布文本为准' }],
  advice: '核对现行文本，改为正确的条号。',
  check: (context) =>
    citedInForce(context).flatMap(({ citation, statute, articles }): Hit[] => {
      const other = otherTopic(context, citation, statute);
      if (other) return [other];
      const beyond = citation.articles.filter((article) => Number.parseInt(article, 10) > articles);
      if (beyond.length === 0) return [];
      const written = beyond
        .map((article) => `第${article.replace('-', '条之')}${article.includes('-') ? '' : '条'}`)
        .join('、');
      return [{ at: citation.at, message: `引用《${shortTitle(statute)}》${written}，现行文本共${articles}条。` }];
    }),
  examples: {
    hits: [
      { text: '依据《民法典》第一千三百条。', quote: '《民法典》第一千三百条', says: '共1260条' },
      { text: '根据《中华人民共和国行政处罚法》第九十条的规定，制定本办法。', kind: 'normative', says: '共86条' },
      { text: '按照《政府采购法实施条例》第八十五条处理。', says: '共79条' },
      { text: '乙方双倍返还，依照《民法典》第五百六十三条关于定金的规定。' },
    ],
    nearMisses: [
      { text: '依据《民法典》第五百八十六条。' },
      { text: '根据《行政处罚法》第八十六条，本法自2021年7月15日起施行。', kind: 'normative' },
      { text: '根据《临川市停车管理办法》第二百条处理。' },
      { text: '根据《仲裁法》第九十条。', asOf: '2026-11-23' },
      { text: '乙方双倍返还，依照《民法典》第五百八十七条关于定金的规定。' },
    ],
  },
};

const local = pattern('^(?:[\\p{Han}]{1,8}(?:省|市|区|县|州|盟|旗|自治区|特区)|本市|本区|某|北京|天津|上海|重庆)');
const notLaw = pattern('合同|协议|课题|征求意见|送审|草案|标准|规程|指南|目录|方案');

const nameWrong: Rule = {
  id: 'law-name-wrong',
  title: '法规名称疑似有误',
  severity: 'low',
  nature: 'drafting',
  kinds,
  why: '名称差一两个字，可能指向另一部文件，或者根本不存在这样的文件。',
  basis: [{ law: '立法法', article: '65' }],
  advice: '核对公布文本，写准全称。',
  check: (context) =>
    context.facts.citations.flatMap(({ title, titleAt }): Hit[] => {
      if (!/(?:法|条例|规定|办法|解释|细则)$/u.test(title) || local.test(title) || notLaw.test(title)) return [];
      if (definedHere(context, title)) return [];
      const near = nearestName(title);
      return near === null ? [] : [{ at: titleAt, message: `《${title}》不在法规名录中，疑为《${near}》。` }];
    }),
  examples: {
    hits: [
      {
        text: '根据《政府采购实施条例》的规定，签订本合同。',
        quote: '政府采购实施条例',
        says: '疑为《政府采购法实施条例》',
      },
      { text: '依照《保障中小企业款项支付办法》，甲方应当按期付款。', says: '保障中小企业款项支付条例' },
      { text: '根据《中华人民共和国电子签章法》，电子签名有效。', says: '电子签名法' },
    ],
    nearMisses: [
      { text: '根据《中华人民共和国政府采购法实施条例》的规定，签订本合同。' },
      { text: '根据《临川市政府采购实施办法》的规定，签订本合同。' },
      { text: '根据《刑事诉讼法》的规定处理。' },
      { text: '双方签订《政府采购合同》。' },
    ],
  },
};

/** Whether a title is the document's own, standing in its first lines. */
function definedHere(context: RuleContext, title: string): boolean {
  return readingOf(context.document)
    .paragraphs.slice(0, 6)
    .some((paragraph) => paragraph.text.replace(/[《》\s]/gu, '') === title);
}

const oldArbitration: Rule = {
  id: 'law-old-arb',
  title: '仲裁法条号可能已变动',
  severity: 'notice',
  nature: 'drafting',
  kinds,
  why: '仲裁法2025年修订，2026年3月1日起施行，条号全部变动；沿用旧条号会张冠李戴。',
  basis: [
    { law: '仲裁法', article: null, note: '修订文本2026年3月1日起施行，共96条；条号对照据公开资料，未见官方文本' },
  ],
  advice:
    '按修订文本核对条号；常用的旧第十六条、第十八条、第二十条，据公开资料对应第二十七条、第二十九条、第三十一条。',
  check: (context) =>
    context.input.asOf < '2026-03-01'
      ? []
      : context.facts.citations
          .filter(({ title, articles }) => articles.length > 0 && /^(?:中华人民共和国)?仲裁法$/u.test(title))
          .map(({ at, text }) => ({ at, message: `${quoted(text)}的条号可能是修订前的，请核对。` })),
  examples: {
    hits: [
      { text: '依据《仲裁法》第十六条。', quote: '《仲裁法》第十六条', says: '修订前' },
      { text: '根据《中华人民共和国仲裁法》第十八条，双方补充约定仲裁机构。', says: '第十八条' },
      { text: '仲裁协议的效力异议，依《仲裁法》第二十条处理。', quote: '《仲裁法》第二十条' },
    ],
    nearMisses: [
      { text: '依据《仲裁法》的规定提交仲裁。' },
      { text: '依据《仲裁法》第十六条。', asOf: '2026-02-28' },
      { text: '依据《劳动争议调解仲裁法》第二十七条。' },
    ],
  },
};

const moved = (old: string, now: string, subject: string): Move => ({ old, now, subject: pattern(subject) });

const oldPayment: Rule = {
  id: 'law-old-sme',
  title: '中小企业款项支付条例用了旧条号',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract', 'normative'],
  why: '该条例2025年修订，6月1日起施行，付款期限、审计、保证金等条号均已后移。',
  basis: [
    { law: '保障中小企业款项支付条例', article: '37' },
    { law: '保障中小企业款项支付条例', article: '9' },
  ],
  advice:
    '按2025年修订文本改写条号：付款期限第九条，检验验收第十条，非现金支付第十一条，审计结果第十二条，保证金第十三条，逾期利息第十七条。',
  check: renumbered({
    law: '保障中小企业款项支付条例',
    from: '2025-06-01',
    revision: '2025年修订',
    moves: [
      moved('8', '9', '付款期限|支付期限|\\d+日内支付|最长不(?:得)?超过'),
      moved('9', '10', '检验|验收'),
      moved('10', '11', '商业汇票|非现金|电子凭证'),
      moved('11', '12', '审计'),
      moved('12', '13', '保证金'),
      moved('15', '17', '逾期利息|迟延利息'),
    ],
    oldText: pattern('728号|2020年'),
  }),
  examples: {
    hits: [
      { text: '根据《保障中小企业款项支付条例》第八条，付款期限最长不超过60日。', says: '第9条' },
      { text: '依照《保障中小企业款项支付条例》第十五条，甲方按日支付逾期利息。', says: '第17条' },
      { text: '根据《保障中小企业款项支付条例》（国务院令第728号），制定本约定。', says: '旧文本' },
    ],
    nearMisses: [
      { text: '根据《保障中小企业款项支付条例》第九条，付款期限最长不超过60日。' },
      { text: '根据《保障中小企业款项支付条例》第八条，付款期限最长不超过60日。', asOf: '2025-05-01' },
      { text: '根据《保障中小企业款项支付条例》，甲方应当及时付款。' },
    ],
  },
};

export const lawCitations: readonly Rule[] = [
  repealed2021,
  repealedOther,
  articleRange,
  nameWrong,
  oldArbitration,
  oldPayment,
];

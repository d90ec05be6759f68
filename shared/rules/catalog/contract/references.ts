/** References inside the document that lead nowhere. */
import type { Reference } from '../../../facts/facts.ts';
import { readCount } from '../../../facts/number.ts';
import { sentenceAround } from '../../../document/sentence.ts';
import { lineOf, quoted } from '../../builders.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { referredMatter } from './referred-matter.ts';

const articleHead = /^\s*[【[]?\s*第\s*([一二三四五六七八九十百零〇]+|\d{1,3})\s*条/u;

/** An article that lost its line break stands after a full stop and is followed by white space. */
const articleInside = /[。；$]\s*第\s*([一二三四五六七八九十百零〇]+|\d{1,3})\s*条\s/gu;

/** Numbers of the articles that the document has, by the heads of its lines. */
function articlesOf(context: RuleContext): number[] {
  return readingOf(context.document).paragraphs.flatMap((paragraph) => {
    const line = lineOf(paragraph);
    const heads = [articleHead.exec(line), ...line.matchAll(articleInside)];
    return heads.flatMap((head) => readCount(head?.[1] ?? '') ?? []);
  });
}

/** Words before a reference that give it to another document. */
const elsewhere =
  /(?:[》法典]|条例|规定|办法|解释|细则|通知|决定|该法|专用条款|通用条款|专用条件|通用条件|标准条件|招标文件|投标文件|主合同|原合同|原协议|总合同|附件\S{0,6}|附录\S{0,4}|修改为|删去|增加)(?:的|中|之|内)?\s*$/u;

function isForeign(context: RuleContext, reference: Reference): boolean {
  const { paragraphs, indexOf } = readingOf(context.document);
  const index = indexOf.get(reference.at.block);
  const text = index === undefined ? '' : (paragraphs[index]?.text ?? '');
  const before = text.slice(Math.max(0, reference.at.from - 16), reference.at.from);
  if (/^本(?:合同|协议|办法|规定|细则)/u.test(reference.text)) return false;
  // 《某办法》第三十二条关于……的规定以及第六十七条: the law named first goes on.
  const sentence = sentenceAround(text, reference.at.from, reference.at.to);
  if (/》[^》]{0,6}第[^条]{1,8}条/u.test(text.slice(sentence.from, reference.at.from))) return true;
  // 第八条、第九条 share what stands before the first of them.
  const bare = before.replace(
    /(?:第[\d一二三四五六七八九十百零〇]+条(?:第?[\d一二三四五六七八九十]+[款项])?[、，和及与或至到]*)+$/u,
    '',
  );
  return elsewhere.test(bare);
}

const brokenClause: Rule = {
  id: 'xref-clause',
  title: '引用的条款不存在',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract', 'normative', 'decision', 'enforcement', 'other'],
  why: '删改条款后引用没有跟着改，被引的条号在本文件里找不到，责任或程序就没有了着落。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '核对条号，改为正确的条款或者删去引用。',
  check: (context) => {
    const articles = articlesOf(context);
    // A document without a numbered body of its own, or with several numberings, proves nothing.
    if (articles.length < 3 || new Set(articles).size < articles.length * 0.7) return [];
    const last = Math.max(...articles);
    const known = new Set(articles);
    return context.facts.references
      .filter(({ kind, value }) => kind === 'article' && value !== null && !known.has(value))
      .filter((reference) => !isForeign(context, reference))
      .map((reference): Hit => {
        const missing = reference.value !== null && reference.value > last;
        return {
          at: reference.at,
          message: missing
            ? `引用${quoted(reference.text)}，而全文最后一条是第${last}条。`
            : `引用${quoted(reference.text)}，全文找不到这一条。`,
          ...(missing ? {} : { severity: 'notice' as const }),
        };
      });
  },
  examples: {
    hits: [
      {
        text: '第一条 标的。\n第二条 价款。\n第三条 乙方违约的，按第二十八条承担责任。',
        quote: '第二十八条',
        says: '最后一条是第3条',
      },
      {
        text: '第一条 服务内容。\n第二条 期限。\n第三条 付款。\n第四条 验收不合格的，依照本合同第九条处理。',
        quote: '本合同第九条',
      },
      {
        text: '第一条 为规范管理，制定本办法。\n第二条 本办法适用于全区。\n第三条 违反第十二条规定的，责令改正。',
        kind: 'normative',
        says: '第十二条',
      },
    ],
    nearMisses: [
      { text: '第一条 标的。\n第二条 价款。\n第三条 乙方违约的，按第二条承担责任。' },
      { text: '第一条 标的。\n第二条 价款。\n第三条 乙方违约的，按《民法典》第五百八十五条承担责任。' },
      { text: '第一条 标的。\n第二条 价款。\n第三条 未尽事宜按主合同第二十条执行。' },
      { text: '双方按第二十八条承担责任。' },
    ],
  },
};

const annexHead = /^\s*[【[（(]?\s*附\s*[件表录]\s*([一二三四五六七八九十]{1,3}|\d{1,2})/u;

const brokenAnnex: Rule = {
  id: 'annex-missing',
  title: '引用的附件没有附上',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '正文引用的附件往往写着标准、清单和价格；没有附上，就等于没有约定。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '补附该附件，或者删去引用并把内容写进正文。',
  check: (context) => {
    const lines = context.input.documents.flatMap((document) => readingOf(document).paragraphs.map(lineOf));
    const attached = new Set<number>();
    for (const line of lines) {
      const head = annexHead.exec(line)?.[1];
      const value = head === undefined ? null : readCount(head);
      if (value !== null) attached.add(value);
    }
    // Further files of the same matter count as annexes in their order.
    context.input.documents.slice(1).forEach((_, at) => attached.add(at + 1));
    const seen = new Set<number>();
    const lost = context.facts.references.filter(({ kind, value }) => {
      if (kind !== 'annex' || value === null || attached.has(value) || seen.has(value)) return false;
      seen.add(value);
      return true;
    });
    const [first, ...rest] = lost;
    if (!first) return [];
    return [
      {
        at: first.at,
        related: rest.map(({ at }) => at),
        message: `正文引用${lost.map(({ text }) => quoted(text)).join('、')}，文件中没有附上。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '服务质量详见附件三《服务标准》。', quote: '附件三', says: '没有附上' },
      { text: '第二条 报价明细见附件2。\n附件1：服务清单', quote: '附件2' },
      { text: '考核按附件一执行，扣分标准见附件二。\n附件一 考核办法', quote: '附件二' },
    ],
    nearMisses: [
      { text: '服务质量详见附件一《服务标准》。\n附件一：服务标准' },
      { text: '报价单作为合同附件，与合同具有同等效力。' },
      { text: '附件：1.报价单\n附件1 报价单\n第二条 价格见附件1。' },
    ],
  },
};

export const internalReferences: readonly Rule[] = [brokenClause, brokenAnnex, ...referredMatter];

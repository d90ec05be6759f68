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

function isForeign(context: RuleContext, reference: Pick<Reference, 'at' | 'text'>): boolean {
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

const decimalHead = /^\s*(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?![\d.])(?!\s*(?:元|万|米|亩|%|％|平方|公|吨|折|倍))/u;
const decimalCited = /(?<![\d.])第?\s*(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\s*(?:款|条|项)/gu;

/** 按5.3款处理 in a text whose own numbers of that form do not hold it. */
function lostDecimals(context: RuleContext): Hit[] {
  const { paragraphs } = readingOf(context.document);
  const heads = new Set(paragraphs.flatMap((paragraph) => decimalHead.exec(lineOf(paragraph))?.[1] ?? []));
  if (heads.size < 3) return [];
  const majors = new Set([...heads].map((head) => head.split('.')[0]));
  const last = Math.max(...[...majors].map(Number));
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(decimalCited)].flatMap((match): Hit[] => {
      const number = match[1] ?? '';
      const [major = '', minor = ''] = number.split('.');
      // A part of the text that is not numbered in this way proves nothing.
      if (heads.has(number) || (!majors.has(major) && Number(major) <= last)) return [];
      if ([...heads].some((head) => head.startsWith(`${major}.${minor}.`) && !number.startsWith(head))) return [];
      const at = { block: paragraph.id, from: match.index, to: match.index + match[0].length };
      const text = paragraph.text.slice(at.from, at.to);
      if (at.from < 3 || isForeign(context, { at, text })) return [];
      return [{ at, message: `引用${quoted(text)}，全文没有编号为${number}的条款。` }];
    }),
  );
}

const itemLabel = /^\s*(?:[（(]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]|(\d{1,2})[.、．)）](?!\d)|([①-⑳]))/u;
const itemInside = /[：:；;。，,]\s*[（(]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]/gu;

type Inside = Readonly<{ lines: number; items: readonly number[] }>;

/** What each article holds: its lines, and the numbers of its items. */
function insides(context: RuleContext): ReadonlyMap<number, Inside> {
  const found = new Map<number, { lines: number; items: number[] }>();
  let current: { lines: number; items: number[] } | null = null;
  for (const paragraph of readingOf(context.document).paragraphs) {
    const line = lineOf(paragraph);
    const head = articleHead.exec(line);
    const value = head === null ? null : readCount(head[1] ?? '');
    if (head && value !== null) {
      current = { lines: 0, items: [] };
      // A number given twice is of two sequences; neither can be told.
      if (found.has(value)) current.lines = Number.POSITIVE_INFINITY;
      found.set(value, current);
    }
    if (!current) continue;
    current.lines += 1;
    const label = itemLabel.exec(head ? line.slice(head[0].length) : line);
    const own = label?.[3] ? label[3].charCodeAt(0) - 0x245f : readCount(label?.[1] ?? label?.[2] ?? '');
    if (own !== null) current.items.push(own);
    for (const match of line.matchAll(itemInside)) current.items.push(readCount(match[1] ?? '') ?? 0);
  }
  return found;
}

/** 第二条第（五）项 where 第二条 has two items; 第三条第四款 where it has one line. */
function lostItems(context: RuleContext): Hit[] {
  const articles = insides(context);
  return context.facts.references.flatMap((reference): Hit[] => {
    const { kind, value, paragraph, item } = reference;
    const inside = kind === 'article' && value !== null ? articles.get(value) : undefined;
    if (!inside || !Number.isFinite(inside.lines) || isForeign(context, reference)) return [];
    const most = Math.max(0, ...inside.items);
    if (item !== null && inside.items.length > 1 && item > most)
      return [{ at: reference.at, message: `引用${quoted(reference.text)}，而该条只列到第${most}项。` }];
    if (paragraph !== null && paragraph > Math.max(inside.lines, most))
      return [{ at: reference.at, message: `引用${quoted(reference.text)}，而该条没有这一款。` }];
    return [];
  });
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
    const parts = [...lostDecimals(context), ...lostItems(context)];
    const articles = articlesOf(context);
    // A document without a numbered body of its own, or with several numberings, proves nothing.
    if (articles.length < 3 || new Set(articles).size < articles.length * 0.7) return parts;
    const last = Math.max(...articles);
    const known = new Set(articles);
    const lost = context.facts.references
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
    return [...lost, ...parts];
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
      {
        text: '第一条 标的。\n第二条 有下列情形之一的，甲方可以解除合同：\n（一）拒不整改；\n（二）擅自转包。\n第三条 出现第二条第（四）项情形的，不退保证金。',
        says: '只列到第2项',
      },
      {
        text: '1.1 场地位于临河区。\n1.2 场地面积九十平方米。\n2.1 租金每月三千元。\n2.2 拖欠租金的，依照第6.2条处理。',
        quote: '第6.2条',
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

/** 附件：1.采购清单, and the numbered lines after it. */
const annexList = /^\s*附\s*[件表]\s*[:：]\s*(?:(\d{1,2})[.、．])?/u;
const listLine = /^\s*(\d{1,2})[.、．]\s*\S/u;

/** Numbers that a list of annexes at the end names. */
function listedAnnexes(lines: readonly string[]): number[] {
  const found: number[] = [];
  let inList = false;
  for (const line of lines) {
    const head = annexList.exec(line);
    const number: string | undefined = head ? head[1] : inList ? listLine.exec(line)?.[1] : undefined;
    inList = head !== null || (inList && number !== undefined);
    if (number !== undefined) found.push(Number(number));
  }
  return found;
}

const titledAnnex =
  /附\s*[件表录]\s*《([^《》\n]{2,30})》|(?:详?见|按照?|以|依据|根据|后附|随附|所附|附)(?:本合同|合同)?(?:所附|后附|附)?(?:的)?《([^《》\n]{2,24}(?:清单|明细表?|一览表|配置表|价目表))》/gu;
const outsidePaper = /招标|投标|采购文件|国家|工程量清单计价|政府/u;

/** Annexes called by their title alone that stand nowhere: 以附件《设备交接清单》为准. */
function lostTitles(context: RuleContext): Hit[] {
  const all = context.input.documents.flatMap((document) => readingOf(document).paragraphs);
  return readingOf(context.document).paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(titledAnnex)].flatMap((match): Hit[] => {
      const title = match[1] ?? match[2] ?? '';
      const core = title.replace(/^(?:本合同|合同)/u, '');
      const attached = all.some(
        (other) => other !== paragraph && other.text.includes(core) && other.text.trim().length <= core.length + 16,
      );
      if (attached || outsidePaper.test(`${title}${paragraph.text.slice(Math.max(0, match.index - 6), match.index)}`))
        return [];
      const from = match.index + match[0].indexOf('《');
      const at = { block: paragraph.id, from, to: from + title.length + 2 };
      return [{ at, message: `正文引用附件《${title}》，文件中没有附上。` }];
    }),
  );
}

type AnnexReference = Pick<Reference, 'at' | 'text' | 'value'>;

/** 见附1, 按附二所列: an annex without 件. */
const shortAnnex =
  /(?:详?见|按照?|依照?|根据|以|列于|载于)附\s?([一二三四五六七八九十]{1,3}|\d{1,2})(?=[，,。；）)所的执规约列之、]|$)/gu;

function annexReferences(context: RuleContext): AnnexReference[] {
  const named = context.facts.references.filter(({ kind }) => kind === 'annex');
  const short = readingOf(context.document).paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(shortAnnex)].map((match): AnnexReference => {
      const from = match.index + match[0].indexOf('附');
      const to = match.index + match[0].length;
      return {
        at: { block: paragraph.id, from, to },
        text: paragraph.text.slice(from, to),
        value: readCount(match[1] ?? ''),
      };
    }),
  );
  return [...named, ...short];
}

const otherPaper =
  /(?:(?:招标|投标|采购|磋商|谈判|询价|比选|响应|竞价)(?:文件|公告|函)?|(?:原|主|总|前述|上一)(?:合同|协议)|通知|标准|规范|规程|办法|规定|公告|批复)》?(?:的|中|之|所附|后附)?\s*$/u;

/** 招标文件附件2, 原合同附件五 are annexes of another paper. */
function ofOtherPaper(context: RuleContext, { at }: AnnexReference): boolean {
  const { paragraphs, indexOf } = readingOf(context.document);
  const text = paragraphs[indexOf.get(at.block) ?? -1]?.text ?? '';
  return otherPaper.test(text.slice(Math.max(0, at.from - 14), at.from));
}

const annexHead = /^\s*[【[（(]?\s*附\s*[件表录]?\s*([一二三四五六七八九十]{1,3}|\d{1,2})/u;

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
    for (const value of listedAnnexes(lines)) attached.add(value);
    // Further files of the same matter count as annexes in their order.
    context.input.documents.slice(1).forEach((_, at) => attached.add(at + 1));
    const seen = new Set<number>();
    const lost = annexReferences(context).filter((reference) => {
      const { value } = reference;
      if (value === null || attached.has(value) || seen.has(value) || ofOtherPaper(context, reference)) return false;
      seen.add(value);
      return true;
    });
    const [first, ...rest] = lost;
    if (!first) return lostTitles(context).slice(0, 3);
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
      { text: '移交物品见附件《场馆设备清单》。\n租期两年。', says: '场馆设备清单' },
      { text: '考核按附件一执行，扣分标准见附件二。\n附件一 考核办法', quote: '附件二' },
      { text: '乙方派驻人员名单见附1，更换须经甲方同意。' },
    ],
    nearMisses: [
      { text: '服务质量详见附件一《服务标准》。\n附件一：服务标准' },
      { text: '报价单作为合同附件，与合同具有同等效力。' },
      { text: '价格见附件2。\n附件：1.供货清单\n2.报价表' },
      { text: '附件：1.报价单\n附件1 报价单\n第二条 价格见附件1。' },
      { text: '技术参数按招标文件附件二执行。' },
    ],
  },
};

export const internalReferences: readonly Rule[] = [brokenClause, brokenAnnex, ...referredMatter];

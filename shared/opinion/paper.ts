/**
 * The opinion paper as plain data, composed from a matter's state. The live preview and the docx
 * are drawn from the same blocks, so that what is seen is what is exported.
 */
import { writeHan } from '../document/numerals.ts';
import { citeAll } from '../law/cite.ts';
import type { Conclusion, OpinionItem } from '../review/events.ts';
import type { MatterState, Version } from '../review/state.ts';
import type { DocumentKind, Severity } from '../rules/rule.ts';
import { itemCells, itemSentences, sentence } from './sentences.ts';

export type OpinionPaper = Readonly<{
  /** For the file name and the document's properties. */
  name: string;
  blocks: readonly PaperBlock[];
  /** The clause table 附表; null when switched off or when there are no items. */
  table: ClauseTable | null;
}>;

export type PaperBlock =
  | Readonly<{ kind: 'title'; text: string }>
  | Readonly<{ kind: 'number'; text: string }>
  | Readonly<{ kind: 'addressee'; text: string }>
  | Readonly<{ kind: 'paragraph'; text: string }>
  /** Level 1 is 一、 in 黑体, level 2 is （一） in 楷体. */
  | Readonly<{ kind: 'heading'; level: 1 | 2; text: string }>
  | Readonly<{ kind: 'item'; item: string; severity: Severity; text: string }>
  | Readonly<{ kind: 'signature'; office: string; date: string }>
  | Readonly<{ kind: 'annex-note'; text: string }>;

export type ClauseTable = Readonly<{
  title: string;
  columns: readonly [string, string, string, string, string, string];
  rows: readonly Readonly<{ item: string; severity: Severity; cells: readonly string[] }>[];
}>;

/** What stands outside the events: the text of the version reviewed, and the record's head. */
export type PaperContext = Readonly<{
  version: Version;
  /** Head of the record when the paper was made; null in previews. */
  head: Readonly<{ count: number; hash: string }> | null;
}>;

/** ▲ high, ◆ medium, ● low, ○ notice: they survive a black-and-white print. */
export const severityGlyphs: Readonly<Record<Severity, string>> = { high: '▲', medium: '◆', low: '●', notice: '○' };

export const severityNames: Readonly<Record<Severity, string>> = {
  high: '高',
  medium: '中',
  low: '低',
  notice: '提示',
};

const titles: Readonly<Record<DocumentKind, string>> = {
  contract: '合同审查意见书',
  normative: '行政规范性文件合法性审查意见书',
  decision: '重大行政决策合法性审查意见书',
  enforcement: '重大执法决定法制审核意见书',
  statute: '合法性审查意见书',
  other: '合法性审查意见书',
};

export function paperTitle(kind: DocumentKind): string {
  return titles[kind];
}

/** Conclusions offered for a kind, in the order of the menu; none is ever preset. */
export function conclusionsFor(kind: DocumentKind): readonly Conclusion[] {
  const common: readonly Conclusion[] = ['lawful', 'revise', 'supplement', 'unlawful', 'out-of-scope'];
  if (kind === 'decision') return [...common, 'exploratory'];
  if (kind === 'enforcement') return ['lawful', 'revise', 'supplement', 'unlawful'];
  return common;
}

/** What the reviewed act is called in a conclusion: contracts are signed, documents issued. */
const acts: Readonly<Record<DocumentKind, string>> = {
  contract: '签订',
  normative: '印发',
  decision: '提交审议',
  enforcement: '作出',
  statute: '提交',
  other: '使用',
};

/** The sentence a conclusion category stands for, to be edited by the reviewer. */
export function conclusionSentence(conclusion: Conclusion, kind: DocumentKind): string {
  const act = acts[kind];
  switch (conclusion) {
    case 'lawful':
      return kind === 'enforcement'
        ? '事实清楚，依据正确，同意作出该决定。'
        : `未发现违反法律、法规的内容，可以${act}。`;
    case 'revise':
      return kind === 'enforcement' ? '建议按照上述意见修改后作出决定。' : `按照上述意见修改完善后可以${act}。`;
    case 'supplement':
      return '材料或者程序不完备，请补充材料、补正程序后重新送审。';
    case 'unlawful':
      return kind === 'enforcement' ? '不同意作出该决定。' : `存在与法律、法规不一致的内容，不予通过，建议不${act}。`;
    case 'out-of-scope':
      return '送审事项不属于本机关合法性审查的范围。';
    case 'exploratory':
      return '属于探索性改革事项，国家尚无明确规定，在明示法律风险后可以提交讨论。';
  }
}

/** Composes the paper. Parts without items vanish, and the numbering closes up. */
export function buildOpinion(state: MatterState, { version, head }: PaperContext): OpinionPaper {
  const { fields, opinion, items } = state;
  const must = items.filter((item) => item.weight === 'must');
  const should = items.filter((item) => item.weight === 'should');
  const ordered = [...must, ...should];
  const table = opinion.table && ordered.length > 0 ? clauseTable(ordered) : null;
  const office = opinion.office;
  const parts = numberedParts([
    opinion.body && must.length > 0 ? { heading: '必须修改的内容', blocks: itemBlocks(must, 1) } : null,
    opinion.body && should.length > 0
      ? { heading: '建议修改的内容', blocks: itemBlocks(should, must.length + 1) }
      : null,
    { heading: '审查结论', blocks: conclusionBlocks(state, version, head) },
  ]);
  const blocks: PaperBlock[] = [
    ...(office ? [{ kind: 'title', text: office } as const] : []),
    { kind: 'title', text: paperTitle(fields.kind) },
    ...(opinion.number ? [{ kind: 'number', text: opinion.number } as const] : []),
    ...(opinion.addressee ? [{ kind: 'addressee', text: `${opinion.addressee}：` } as const] : []),
    { kind: 'paragraph', text: opening(state, version, table !== null) },
    ...parts,
    ...(table ? [{ kind: 'annex-note', text: `附件：${table.title}` } as const] : []),
    { kind: 'signature', office, date: printedDate(opinion.date) },
  ];
  return { name: `${paperTitle(fields.kind)}（${fields.title}）`, blocks, table };
}

function opening({ fields, opinion, items }: MatterState, version: Version, hasTable: boolean): string {
  const draft = `《${fields.title}》（第${version.ordinal}稿）`;
  const annexes = version.files.length > 1 ? `及附件${version.files.length - 1}份` : '';
  const urgent = fields.urgent ? '（急件）' : '';
  const received = `你单位送审的${draft}${annexes}${urgent}收悉。`;
  if (items.length === 0) return `${received}经审查，结论如下：`;
  return opinion.body || !hasTable
    ? `${received}经审查，提出如下意见：`
    : `${received}经审查，提出意见${items.length}条，见附件；审查结论如下：`;
}

type Part = Readonly<{ heading: string; blocks: readonly PaperBlock[] }>;

/** A part that stands alone needs neither number nor heading. */
function numberedParts(all: readonly (Part | null)[]): PaperBlock[] {
  const parts = all.filter((part) => part !== null);
  if (parts.length === 1) return parts.flatMap(({ blocks }) => blocks);
  return parts.flatMap((part, at) => [
    { kind: 'heading', level: 1, text: `${writeHan(at + 1)}、${part.heading}` } as const,
    ...part.blocks,
  ]);
}

function itemBlocks(items: readonly OpinionItem[], first: number): PaperBlock[] {
  return items.map((item, at) => ({
    kind: 'item',
    item: item.id,
    severity: item.severity,
    text: `${first + at}. ${itemSentences(item)}`,
  }));
}

/** Stands where a conclusion is still to be drawn. */
const undrawn = '（审查结论待定）';

function conclusionBlocks(
  { opinion, fields }: MatterState,
  version: Version,
  head: PaperContext['head'],
): PaperBlock[] {
  const drawn = opinion.conclusionText || (opinion.conclusion && conclusionSentence(opinion.conclusion, fields.kind));
  const hash = version.files[0]?.sha256 ?? '';
  const reminder =
    `本意见仅适用于第${version.ordinal}稿（SHA-256：${shortHash(hash)}），内容有实质变更的，应当重新送审。` +
    '本意见不涉及价格、技术和商业条件是否适当的判断。';
  const record = head ? `审查工作记录共${head.count}条，末条校验值为${shortHash(head.hash)}。` : '';
  return [
    { kind: 'paragraph', text: drawn ? sentence(drawn) : undrawn },
    { kind: 'paragraph', text: `${reminder}${record}` },
  ];
}

function shortHash(hash: string): string {
  return hash.length < 16 ? hash : `${hash.slice(0, 8)}…${hash.slice(-8)}`;
}

function clauseTable(items: readonly OpinionItem[]): ClauseTable {
  return {
    title: '条款审查意见表',
    columns: ['条款位置', '原文', '问题', '依据', '修改建议', '等级'],
    rows: items.map((item) => {
      const { place, quote, problem, advice } = itemCells(item);
      const basis = item.basis.length > 0 ? citeAll(item.basis, 'short') : '—';
      const weight = `${severityGlyphs[item.severity]}${item.weight === 'must' ? '必须修改' : '建议修改'}`;
      return { item: item.id, severity: item.severity, cells: [place, quote, problem, basis, advice, weight] };
    }),
  };
}

/** `2026-03-05` → 2026年3月5日: Arabic numerals, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function printedDate(day: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  return found ? `${found[1]}年${Number(found[2])}月${Number(found[3])}日` : day;
}

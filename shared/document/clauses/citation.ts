/** How a place is cited: "第十二条（二）", "一、（三）2.", "附件一 第 2 行". */
import type { Clause, Document, Paragraph, Span } from '../model.ts';
import { blockNumber, paragraphsIn, tablesIn } from '../walk.ts';

type Entry = Readonly<{ clause: Clause; block: number; at: number; last: number; citation: string }>;

type Index = Readonly<{
  /** In reading order of where each clause's number begins. */
  entries: readonly Entry[];
  byId: ReadonlyMap<string, Entry>;
  paragraphs: ReadonlyMap<string, Paragraph>;
  /** Header rows of each table. */
  headerRows: ReadonlyMap<string, number>;
}>;

const indexes = new WeakMap<Document, Index>();

/** How the place where `at` begins is cited; null outside any clause, and outside the body. */
export function clauseCitation(document: Document, at: Span): string | null {
  const index = indexOf(document);
  const paragraph = index.paragraphs.get(at.block);
  if (!paragraph) return null;
  const entry = entryAt(index, blockNumber(at.block), at.from);
  if (!entry) return null;
  const { region } = paragraph;
  if (region.kind !== 'cell') return entry.citation;
  const start = index.paragraphs.get(entry.clause.start.block)?.region;
  if (start?.kind === 'cell' && start.table === region.table) return entry.citation;
  const row = region.row - (index.headerRows.get(region.table) ?? 0) + 1;
  const place = row >= 1 ? `第 ${row} 行` : '表头';
  return `${entry.citation}${entry.clause.scheme === 'annex' ? ' ' : ' 表格'}${place}`;
}

function indexOf(document: Document): Index {
  const known = indexes.get(document);
  if (known) return known;
  const built = build(document);
  indexes.set(document, built);
  return built;
}

/** The innermost clause that holds a place. */
function entryAt(index: Index, block: number, at: number): Entry | null {
  let low = 0;
  let high = index.entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = index.entries[middle];
    if (entry && (entry.block < block || (entry.block === block && entry.at <= at))) low = middle + 1;
    else high = middle;
  }
  let entry = index.entries[low - 1] ?? null;
  while (entry && entry.last < block) entry = index.byId.get(entry.clause.parent ?? '') ?? null;
  return entry;
}

function build(document: Document): Index {
  const paragraphs = new Map(paragraphsIn(document.body).map((paragraph) => [paragraph.id, paragraph]));
  const byId = new Map<string, Entry>();
  const repeated = repeatedLabels(document.clauses);
  let previous: Clause | null = null;
  const entries = document.clauses.map((clause): Entry => {
    const parent = clause.parent === null ? null : (byId.get(clause.parent) ?? null);
    const text = paragraphs.get(clause.start.block)?.text ?? '';
    const literal = clause.label === '' ? -1 : text.lastIndexOf(clause.label, clause.start.offset - 1);
    const leads = previous?.start.block !== clause.start.block;
    const at = leads ? 0 : Math.max(literal, previous?.start.offset ?? 0);
    previous = clause;
    const entry = {
      clause,
      block: blockNumber(clause.start.block),
      at,
      last: blockNumber(clause.last),
      citation: cite(clause, parent, byId, repeated),
    };
    byId.set(clause.id, entry);
    return entry;
  });
  const headerRows = new Map(
    tablesIn(document.body).map((table) => {
      const first = table.rows.findIndex((row) => !row.header);
      return [table.id, first < 0 ? table.rows.length : first] as const;
    }),
  );
  return { entries, byId, paragraphs, headerRows };
}

const divisions: ReadonlySet<Clause['scheme']> = new Set(['volume', 'chapter', 'section']);

/** Labels that come more than once at one level of one part: those need their chapter to be clear. */
function repeatedLabels(clauses: readonly Clause[]): ReadonlySet<string> {
  const roots = new Map<string, string>();
  const parents = new Map(clauses.map((clause) => [clause.id, clause]));
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const clause of clauses) {
    const parent = parents.get(clause.parent ?? '');
    const root = clause.scheme === 'annex' ? clause.id : (roots.get(parent?.id ?? '') ?? '');
    roots.set(clause.id, root);
    if (parent && !divisions.has(parent.scheme) && parent.scheme !== 'annex') continue;
    const key = `${root}/${clause.label}`;
    if (seen.has(key)) for (const same of [root, '']) repeated.add(`${same}/${clause.label}`);
    seen.add(key);
  }
  return repeated;
}

function cite(
  clause: Clause,
  parent: Entry | null,
  byId: ReadonlyMap<string, Entry>,
  repeated: ReadonlySet<string>,
): string {
  if (clause.part === 'signature') return '落款';
  const own = clause.scheme === 'heading' ? clause.heading : bare(clause);
  if (!parent) return own;
  if (clause.scheme === 'annex') return own;
  if (divisions.has(parent.clause.scheme) && !divisions.has(clause.scheme)) {
    // Articles count on through the chapters: the chapter is named only where it is needed.
    const running = clause.scheme === 'article' && !repeated.has(`${rootOf(parent, byId)}/${clause.label}`);
    if (running) return aboveDivisions(parent, byId) + own;
  }
  if (parent.clause.scheme === 'heading') return own;
  if (clause.scheme === 'decimal' && ['arabic', 'decimal'].includes(parent.clause.scheme)) {
    let above: Entry | null = parent;
    while (above && ['arabic', 'decimal'].includes(above.clause.scheme))
      above = byId.get(above.clause.parent ?? '') ?? null;
    return `${above ? joined(above) : ''}${own}`;
  }
  return joined(parent) + own;
}

function joined(entry: Entry): string {
  return entry.clause.scheme === 'annex' ? `${entry.citation} ` : entry.citation;
}

function rootOf(entry: Entry, byId: ReadonlyMap<string, Entry>): string {
  let at: Entry | undefined = entry;
  while (at && at.clause.scheme !== 'annex') at = byId.get(at.clause.parent ?? '');
  return at?.clause.id ?? '';
}

function aboveDivisions(entry: Entry, byId: ReadonlyMap<string, Entry>): string {
  let at: Entry | undefined = entry;
  while (at && divisions.has(at.clause.scheme)) at = byId.get(at.clause.parent ?? '');
  return at && at.clause.scheme !== 'heading' ? joined(at) : '';
}

/** The number without a closing point where more may follow: 第三条, （二）, 一、, 2. stay as they are. */
function bare(clause: Clause): string {
  return clause.scheme === 'decimal' ? clause.label.replace(/[.．、]$/u, '') : clause.label;
}

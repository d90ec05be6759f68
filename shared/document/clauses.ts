/**
 * The clause tree: the usual Chinese numbering schemes, literal and automatic, and how a place in a
 * document is cited.
 */
import { signatureStart, partsOf } from './clauses/parts.ts';
import type { Part } from './clauses/parts.ts';
import { learnOrder, withoutDoubtful } from './clauses/order.ts';
import { linesOf, startsIn } from './clauses/starts.ts';
import type { Line, Start } from './clauses/starts.ts';
import type { LabelKey } from './clauses/label.ts';
import type { Clause, ClausePart, Document } from './model.ts';

export { clauseCitation } from './clauses/citation.ts';

/** A clause while its end is not yet known. */
type Open = {
  key: LabelKey | 'unnumbered';
  clause: Omit<Clause, 'last' | 'level' | 'id' | 'parent'>;
  parent: number | null;
  level: number;
  line: number;
  last: number;
};

const opening = /^[\s\u3000]*(鉴于|前言|序言|引言|特别约定|特别提示|特别声明|双方约定)[\s\u3000]*[:：，]?/u;

/** Reads the tree of a document whose paragraphs are laid out. Linear in the document's length. */
export function readClauses(document: Document): Clause[] {
  const lines = linesOf(document);
  const starts = withoutDoubtful(lines.flatMap(startsIn));
  const nodes: Open[] = [];
  let next = 0;
  for (const part of partsOf(lines, starts)) {
    const from = next;
    while (next < starts.length && (starts[next]?.line ?? 0) < part.to) next += 1;
    readPart(lines, part, starts.slice(from, next), nodes);
  }
  return nodes.map((node, at): Clause => ({
    id: `c${at + 1}`,
    parent: node.parent === null ? null : `c${node.parent + 1}`,
    level: node.level,
    ...node.clause,
    last: lines[node.last]?.paragraph.id ?? node.clause.first,
  }));
}

function readPart(lines: readonly Line[], part: Part, starts: readonly Start[], nodes: Open[]): void {
  const annexLine = part.annex ? lines[part.from] : undefined;
  const inner = part.annex ? starts.filter((start) => start.line !== part.from) : starts;
  const signature = part.annex ? null : signatureStart(lines, part, inner);
  const outer = learnOrder(inner);
  const outermost = inner.find(({ label: { key } }) => !inner.some((other) => outer(other.label.key, key)))?.label.key;
  const where: ClausePart = part.annex ? 'annex' : 'body';
  const stack: number[] = [];

  /** Closes what the place ends: the clauses from the stack's `depth` on end before `line`. */
  const closeTo = (depth: number, line: number): void => {
    for (const at of stack.splice(depth)) {
      const node = nodes[at];
      if (node) node.last = Math.max(node.line, line);
    }
  };
  const open = (key: Open['key'], line: number, clause: Open['clause']): void => {
    const parent = stack.at(-1) ?? null;
    nodes.push({ key, clause, parent, level: stack.length, line, last: line });
    stack.push(nodes.length - 1);
  };
  const keyAt = (depth: number): Open['key'] | undefined => nodes[stack[depth] ?? -1]?.key;

  const continues = part.annex !== null && nodes.some((node) => node.key === 'annex') && !startsAnnex(annexLine, part);
  if (part.annex && annexLine && !continues) {
    const title = headingAfter(lines, part.from, part.annex.content);
    open('annex', part.from, {
      scheme: 'annex',
      label: part.annex.label,
      value: part.annex.value,
      heading: title,
      headingOnly: true,
      start: { block: annexLine.paragraph.id, offset: Math.min(part.annex.content, annexLine.text.length) },
      first: annexLine.paragraph.id,
      part: 'annex',
    });
  }

  let nextStart = 0;
  for (let at = part.from; at < part.to; at += 1) {
    const line = lines[at];
    if (!line) continue;
    if (at === signature) {
      closeTo(0, at - 1);
      open('unnumbered', at, unnumbered(line, '签署', 0, 'signature'));
    }
    const here: Start[] = [];
    for (let start = inner[nextStart]; start?.line === at; start = inner[nextStart]) {
      here.push(start);
      nextStart += 1;
    }
    if (here.length === 0 && signature === null) openHeading(line);
    else if (here.length === 0 && at < (signature ?? 0)) openHeading(line);
    for (const [index, start] of here.entries()) {
      // Clauses after a signature page belong to the text again.
      let depth = stack.length;
      while (depth > 0) {
        const top = keyAt(depth - 1);
        if (top === 'annex') break;
        if (top === 'heading') {
          if (start.label.key !== outermost) break;
        } else if (top !== 'unnumbered' && top !== undefined && outer(top, start.label.key)) break;
        depth -= 1;
      }
      closeTo(depth, start.labelAt === 0 || index === 0 ? at - 1 : at);
      open(start.label.key, at, numbered(line, start, here[index + 1], where, lines));
    }
  }
  closeTo(0, part.to - 1);

  function openHeading(line: Line): void {
    if (line.cell || line.contents || line.text.trim() === '') return;
    const named = nodes.length === 0 || stack.length === 0 ? opening.exec(line.text) : null;
    const styled = line.outline !== null && line.index > 0 && line.text.trim().length <= 60;
    if (!named && !styled) return;
    if (styled && stack.some((node) => nodes[node]?.line === line.index)) return;
    closeTo(stack[0] !== undefined && nodes[stack[0]]?.key === 'annex' ? 1 : 0, line.index - 1);
    open(
      'heading',
      line.index,
      unnumbered(line, (named?.[1] ?? line.text.trim()).slice(0, 40), named?.[0].length ?? 0, where),
    );
  }
}

function startsAnnex(line: Line | undefined, part: Part): boolean {
  if (!line || !part.annex) return false;
  const text = line.paragraph.label?.startsWith('附') === true ? line.paragraph.label : line.text;
  return text.replace(/[\s\u3000]/gu, '').startsWith(part.annex.label);
}

function unnumbered(line: Line, heading: string, offset: number, part: ClausePart): Open['clause'] {
  const { id } = line.paragraph;
  const headingOnly = part !== 'signature' && line.text.slice(offset).trim() === '';
  return {
    scheme: 'heading',
    label: '',
    value: null,
    heading,
    headingOnly,
    start: { block: id, offset },
    first: id,
    part,
  };
}

function numbered(
  line: Line,
  start: Start,
  following: Start | undefined,
  part: ClausePart,
  lines: readonly Line[],
): Open['clause'] {
  const { id } = line.paragraph;
  const own = ownText(line.text, start.offset, following?.labelAt);
  return {
    scheme: start.label.scheme,
    label: start.label.label,
    value: start.label.value,
    heading: own === '' && !following ? headingAfter(lines, line.index, line.text.length) : headingOf(own),
    headingOnly: isHeading(own) && !following,
    start: { block: id, offset: start.offset },
    first: id,
    part,
  };
}

function ownText(text: string, from: number, to: number | undefined): string {
  return (text.slice(from, to).split('\n', 1)[0] ?? '').trim();
}

const headingLength = 40;

/** A heading names its clause in a few words and ends without a full stop. */
function isHeading(own: string): boolean {
  return own.length <= 30 && !/[。；;！？，]/u.test(own);
}

function headingOf(own: string): string {
  const lead = /^([^。；;：:，,\s\u3000]{2,20})[：:\s\u3000]/u.exec(own)?.[1];
  if (lead !== undefined && !isHeading(own)) return lead;
  const words = (isHeading(own) ? own.replace(/[：:]$/u, '') : (own.split(/[。；;]/u, 1)[0] ?? '')).trim();
  return cut(words);
}

/** The words right after a bare number, or else the next line's. */
function headingAfter(lines: readonly Line[], at: number, offset: number): string {
  const own = (lines[at]?.text.slice(offset) ?? '').trim();
  if (own !== '') return headingOf(own);
  const next = lines.slice(at + 1, at + 4).find((line) => line.text.trim() !== '');
  return next && !next.cell ? headingOf(next.text.trim()) : '';
}

/** Never splits a surrogate pair. */
function cut(text: string): string {
  if (text.length <= headingLength) return text;
  const end = /[\uD800-\uDBFF]/u.test(text[headingLength - 1] ?? '') ? headingLength - 1 : headingLength;
  return text.slice(0, end);
}

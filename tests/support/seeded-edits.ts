/** Edits of every kind at seeded places of a document, for what writes them and what carries them out. */
import type { Document, Paragraph } from '../../shared/document/model.ts';
import { type Edit, type EditText, splitsPair } from '../../shared/document/suggestion.ts';
import { flowsOf } from '../../shared/document/walk.ts';

export const editKinds = [
  'inside a run',
  'across runs',
  'at the start',
  'at the end',
  'across two paragraphs',
  'a whole paragraph',
  'a new paragraph',
  'in a cell',
  'in a list item',
  'beside an object',
  "in another's insertion",
] as const;
export type EditKind = (typeof editKinds)[number];

/** Tried twice as often where there is a place for it. */
const rare: ReadonlySet<EditKind> = new Set([
  'across runs',
  'in a cell',
  'in a list item',
  'beside an object',
  "in another's insertion",
]);

export type SeededAct = Readonly<{ kind: EditKind; edits: readonly Edit[] }>;

type Placed = Readonly<{ paragraph: Paragraph; follower: Paragraph | null }>;

/** Up to `count` acts that fit one another; fewer in a small document. */
export function seededEdits(document: Document, count: number, next: () => number): SeededAct[] {
  const places = flowsOf(document).flatMap((flow) =>
    flow.flatMap((block, at): Placed[] => {
      const following = flow[at + 1];
      if (block.kind !== 'paragraph') return [];
      return [{ paragraph: block, follower: following?.kind === 'paragraph' ? following : null }];
    }),
  );
  const done: SeededAct[] = [];
  const fit = editKinds.filter((kind) => places.some(suits[kind]));
  const kinds = [...fit, ...fit.filter((kind) => rare.has(kind))];
  for (let tries = 0; tries < count * 12 && done.length < count && places.length > 0; tries += 1) {
    const kind = kinds[tries % kinds.length] as EditKind;
    const fitting = places.filter((place) => suits[kind](place));
    const place = fitting[Math.floor(next() * fitting.length)];
    const edits = place ? madeAt[kind](place, next) : [];
    if (edits.length > 0 && !collides(done, edits)) done.push({ kind, edits });
  }
  return done;
}

/** Nearer than a character to an edit that stands. */
function collides(done: readonly SeededAct[], edits: readonly Edit[]): boolean {
  const before = done.flatMap((act) => act.edits);
  return edits.some((edit) =>
    before.some((other) => {
      if (edit.kind === 'join' || other.kind === 'join')
        return edit.kind === 'join' && other.kind === 'join' && edit.block === other.block;
      const [a, b] = [edit.span, other.span];
      return a.block === b.block && a.from <= b.to && b.from <= a.to;
    }),
  );
}

const suits: Record<EditKind, (place: Placed) => boolean> = {
  'inside a run': ({ paragraph }) => paragraph.runs.some(({ from, to }) => to - from > 2),
  'across runs': ({ paragraph }) => paragraph.runs.length > 1,
  'at the start': () => true,
  'at the end': () => true,
  'across two paragraphs': ({ paragraph, follower }) => paragraph.text !== '' && (follower?.text ?? '') !== '',
  'a whole paragraph': ({ paragraph, follower }) => paragraph.text !== '' && follower !== null,
  'a new paragraph': () => true,
  'in a cell': ({ paragraph }) => paragraph.region.kind === 'cell',
  'in a list item': ({ paragraph }) => paragraph.label !== null && paragraph.text !== '',
  'beside an object': ({ paragraph }) => paragraph.objects.length + paragraph.fields.length > 0,
  "in another's insertion": ({ paragraph }) => paragraph.inserted.length > 0,
};

const madeAt: Record<EditKind, (place: Placed, next: () => number) => Edit[]> = {
  'inside a run': ({ paragraph }, next) => {
    const { from, to } = one(
      paragraph.runs.filter((run) => run.to - run.from > 2),
      next,
    );
    return inside(paragraph, from + 1, to - 1, next);
  },
  'across runs': ({ paragraph }, next) => {
    const at = Math.floor(next() * (paragraph.runs.length - 1));
    const [first, second] = [paragraph.runs[at], paragraph.runs[at + 1]];
    if (!first || !second) return [];
    const from = first.from + Math.floor(next() * (first.to - first.from));
    const to = second.from + 1 + Math.floor(next() * (second.to - second.from));
    return replace(paragraph, from, to, next() < 0.5 ? '' : said(next));
  },
  'at the start': ({ paragraph }, next) => replace(paragraph, 0, 0, said(next)),
  'at the end': ({ paragraph: { id, text } }, next) => replace({ id, text }, text.length, text.length, said(next)),
  'across two paragraphs': ({ paragraph, follower }, next) => {
    if (!follower) return [];
    const { length } = paragraph.text;
    return [
      ...replace(paragraph, Math.floor(next() * length), length, next() < 0.5 ? '' : said(next)),
      { kind: 'join', block: paragraph.id },
      ...replace(follower, 0, 1 + Math.floor(next() * follower.text.length), ''),
    ];
  },
  'a whole paragraph': ({ paragraph }) => [
    ...replace(paragraph, 0, paragraph.text.length, ''),
    { kind: 'join', block: paragraph.id },
  ],
  'a new paragraph': ({ paragraph }, next) => {
    const at = next() < 0.5 ? paragraph.text.length : Math.floor(next() * (paragraph.text.length + 1));
    return replace(paragraph, at, at, next() < 0.5 ? '' : said(next), said(next));
  },
  'in a cell': ({ paragraph }, next) => inside(paragraph, 0, paragraph.text.length, next),
  'in a list item': ({ paragraph }, next) => inside(paragraph, 0, paragraph.text.length, next),
  'beside an object': ({ paragraph }, next) => {
    const { objects, fields } = paragraph;
    const { from, to } = one([...objects.map(({ at }) => ({ from: at, to: at + 1 })), ...fields], next);
    const way = Math.floor(next() * 5);
    if (way === 0) return replace(paragraph, from, from, said(next));
    if (way === 1) return replace(paragraph, to, to, said(next));
    if (way === 2) return replace(paragraph, from, to, '');
    if (way === 3) return replace(paragraph, from, to, said(next));
    return replace(paragraph, Math.max(0, from - 1), Math.min(paragraph.text.length, from + 1), said(next));
  },
  "in another's insertion": ({ paragraph }, next) => {
    const { from, to } = one(paragraph.inserted, next);
    return inside(paragraph, from, to, next);
  },
};

function one<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)] as T;
}

/** Something comes, goes, or gives way between two offsets. */
function inside(paragraph: Paragraph, from: number, to: number, next: () => number): Edit[] {
  const begin = from + Math.floor(next() * (to - from + 1));
  const end = begin + Math.floor(next() * Math.min(12, to - begin + 1));
  const way = next();
  if (way < 0.3 || begin === end) return replace(paragraph, begin, begin, said(next));
  return replace(paragraph, begin, end, way < 0.6 ? '' : said(next));
}

const words = ['新增文字', '经双方书面确认', 'shall not', '<条> & "款"', '（一）\t说明', '第一行\n第二行', '𠮷'];

function said(next: () => number): string {
  return one(words, next);
}

function replace({ id, text }: Pick<Paragraph, 'id' | 'text'>, from: number, to: number, ...lines: EditText): Edit[] {
  const begin = splitsPair(text, from) ? from - 1 : from;
  const end = splitsPair(text, to) ? to + 1 : to;
  if (begin === end && lines.length === 1 && lines[0] === '') return [];
  return [{ kind: 'replace', span: { block: id, from: begin, to: end }, text: lines }];
}

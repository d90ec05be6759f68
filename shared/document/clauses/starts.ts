/** Every place where a clause may begin, in reading order, before they are ordered into a tree. */
import type { Document, Paragraph } from '../model.ts';
import { readAutomaticLabel, readLabel } from './label.ts';
import type { Label } from './label.ts';

/** A paragraph of the body with what the clause reader needs to know of it. */
export type Line = Readonly<{
  index: number;
  paragraph: Paragraph;
  text: string;
  /** In a table that is not just layout: holds no clauses. */
  cell: boolean;
  /** Word's outline level, 1 to 9; null for body text. */
  outline: number | null;
  /** An entry of a table of contents or of the list of annexes: holds no clauses. */
  contents: boolean;
}>;

export type Start = Readonly<{
  line: number;
  label: Label;
  /** Offset where the clause's own text begins, and where its number does. */
  offset: number;
  labelAt: number;
  automatic: boolean;
}>;

/** Only the end of the leader is looked at: a form's long gaps must not be tried from every space. */
const dotted = /(?:[.．。…·‥]{3}|\t|[\s\u3000]{4})[\s\u3000]{0,3}[-—]?\s?\d{1,4}\s{0,3}[-—]?\s{0,8}$/u;
const contentsTitle = /^[\s\u3000]*目[\s\u3000]*[录次][\s\u3000]*$/u;
const contentsStyle = /^(?:toc|目录)/iu;
const annexList = /^[\s\u3000]*附[件录表][\s\u3000]*[:：][\s\u3000]*(?:[1１][.．、].*)?$/u;
const sentenceEnd = /[。；;！？]/u;

/** Body lines with the tables of contents marked. */
export function linesOf(document: Document): Line[] {
  const lines = flatten(document);
  const marked = new Set<number>();
  lines.forEach((line, at) => {
    if (line.cell) return;
    const style = document.paragraphFormats[line.paragraph.format]?.style ?? '';
    if (contentsStyle.test(style) || (line.text.length < 100 && dotted.test(line.text))) marked.add(at);
    if (annexList.test(line.text)) for (const entry of listAfter(lines, at)) marked.add(entry);
    if (contentsTitle.test(line.text)) for (const entry of contentsAfter(lines, at)) marked.add(entry);
  });
  return lines.map((line, at) => (marked.has(at) ? { ...line, contents: true } : line));
}

/**
 * Entries under 目录 without page numbers: short lines up to where the first of them comes again as
 * the heading itself.
 */
function contentsAfter(lines: readonly Line[], title: number): number[] {
  const bare = (at: number): string => (lines[at]?.text ?? '').replace(/[\s\u3000]/gu, '');
  let first = title + 1;
  while (first < lines.length && bare(first) === '') first += 1;
  const entry = bare(first);
  const found: number[] = [];
  for (let at = first; at < Math.min(lines.length, title + 400); at += 1) {
    const text = bare(at);
    if (at > first && text === entry) return found;
    if (text.length > 50 || sentenceEnd.test(text)) return [];
    found.push(at);
  }
  return [];
}

/** Titles of annexes listed below 附件：, as the main text ends: no clauses. */
function listAfter(lines: readonly Line[], head: number): number[] {
  let wanted = /[1１][.．、]/u.test(lines[head]?.text ?? '') ? 2 : 1;
  const found: number[] = [];
  for (let at = head + 1; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '') continue;
    const label = readLabel(text, 0);
    if (label?.scheme !== 'arabic' || label.value !== wanted || text.length > 60 || sentenceEnd.test(text)) break;
    found.push(at);
    wanted += 1;
  }
  return found;
}

function flatten(document: Document): Line[] {
  const lines: Line[] = [];
  const add = (paragraph: Paragraph, cell: boolean): void => {
    const outline = document.paragraphFormats[paragraph.format]?.outline ?? null;
    lines.push({ index: lines.length, paragraph, text: paragraph.text, cell, outline, contents: false });
  };
  const visit = (blocks: Document['body'], cell: boolean): void => {
    for (const block of blocks) {
      if (block.kind === 'paragraph') add(block, cell);
      else {
        for (const row of block.rows) {
          for (const inside of row.cells) visit(inside.blocks, cell || !isLayout(inside.blocks, row.cells.length));
        }
      }
    }
  };
  visit(document.body, false);
  return lines;
}

/** A cell that holds running clauses, as in forms drawn as one big table. */
function isLayout(blocks: Document['body'], columns: number): boolean {
  const labelled = blocks.filter((block) => {
    if (block.kind !== 'paragraph') return false;
    const label = block.label === null ? readLabel(block.text, 0) : readAutomaticLabel(block.label);
    return label !== null && label.value !== null;
  });
  return columns === 1 ? labelled.length > 0 : labelled.length >= 3;
}

/** All candidates of one line: its automatic number, its literal one, and clauses begun inside it. */
export function startsIn(line: Line): Start[] {
  if (line.cell || line.contents) return [];
  const { paragraph, text } = line;
  const starts: Start[] = [];
  let at = 0;
  const automatic = paragraph.label === null ? null : readAutomaticLabel(paragraph.label);
  if (automatic) starts.push({ line: line.index, label: automatic, offset: 0, labelAt: 0, automatic: true });
  at = readRun(line, at, starts);
  for (let next = text.indexOf('\n', at); next >= 0; next = text.indexOf('\n', Math.max(at, next + 1))) {
    at = readRun(line, next + 1, starts);
  }
  return insideSentences(line, starts);
}

/** Numbers one after the other: 第三条（一）. Answers the offset after the last. */
function readRun(line: Line, from: number, starts: Start[]): number {
  let at = from;
  for (let round = 0; round < 3; round += 1) {
    const label = readLabel(line.text, at);
    const last = starts.at(-1);
    const adjacent = last !== undefined && last.offset === at && (round > 0 || last.automatic);
    if (!label) break;
    // A second number right after the first must begin a list: 第三条（一）, but not 一、（三）.
    if (adjacent && (label.key === last.label.key || (round > 0 && label.value !== 1))) break;
    starts.push({ line: line.index, label, offset: label.content, labelAt: label.from, automatic: false });
    at = label.content;
  }
  return at;
}

const opener = /[：:；;。，,]/gu;
const innerSchemes: ReadonlySet<string> = new Set(['han-paren', 'arabic-paren', 'circled', 'arabic', 'article']);

/**
 * Clauses begun inside a paragraph: 包括：（一）…；（二）…. A list must count 1, 2, …; an article must
 * follow the last one and stand apart.
 */
function insideSentences(line: Line, starts: readonly Start[]): Start[] {
  const { text } = line;
  const found: Start[] = [];
  const seeds = new Map<string, number>();
  for (const start of starts) if (start.label.value !== null) seeds.set(start.label.key, start.label.value);
  for (const mark of text.matchAll(opener)) {
    const after = mark.index + 1;
    const label = readLabel(text, after);
    if (!label || label.doubtful || !innerSchemes.has(label.scheme)) continue;
    if (mark[0] === '，' || mark[0] === ',') {
      if (label.scheme === 'arabic' || label.scheme === 'article') continue;
    }
    if (starts.some((start) => start.labelAt === label.from && !start.automatic)) continue;
    found.push({ line: line.index, label, offset: label.content, labelAt: label.from, automatic: false });
  }
  const glued = gluedFirst(line, starts);
  if (glued && !found.some((start) => start.labelAt === glued.labelAt)) {
    found.unshift(glued);
    seeds.set(glued.label.key, 0);
  }
  if (found.length === 0) return [...starts];
  const kept = keepRuns(line, seeds, found);
  return [...starts, ...kept].toSorted((a, b) => a.labelAt - b.labelAt || a.offset - b.offset);
}

const gluedHeading = /^[^（(。；;：:，,！？]{2,40}(?=[（(〔]一[）)〕]\s*[^\s。；，])/u;

/** A heading and its first item on one line, as files made from PDF have them: 一、组织领导（一）成立…. */
function gluedFirst(line: Line, starts: readonly Start[]): Start | null {
  const last = starts.at(-1);
  if (!last || !['han-comma', 'article'].includes(last.label.scheme)) return null;
  const heading = gluedHeading.exec(line.text.slice(last.offset, last.offset + 60));
  const label = heading && readLabel(line.text, last.offset + heading[0].length);
  return label && { line: line.index, label, offset: label.content, labelAt: label.from, automatic: false };
}

function keepRuns(line: Line, seeds: ReadonlyMap<string, number>, found: readonly Start[]): Start[] {
  const runs = new Map<string, Start[]>();
  const kept: Start[] = [];
  const close = (run: readonly Start[], seeded: boolean): void => {
    if (run.length >= (seeded ? 1 : 2)) kept.push(...run);
  };
  const seeded = new Set<string>();
  for (const start of found) {
    const { key, value } = start.label;
    const run = runs.get(key) ?? [];
    const last = run.at(-1)?.label.value ?? seeds.get(key) ?? null;
    if (value !== null && last !== null && value === last + 1) {
      if (run.length === 0) seeded.add(key);
      if (key === 'article' && !/[\s\u3000]/u.test(line.text[start.label.to] ?? '')) continue;
      runs.set(key, [...run, start]);
    } else if (value === 1 && key !== 'article') {
      close(run, seeded.has(key));
      seeded.delete(key);
      runs.set(key, [start]);
    }
  }
  for (const [key, run] of runs) close(run, seeded.has(key));
  return kept;
}

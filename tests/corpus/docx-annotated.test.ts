/** Comments set into every sound docx: at the right characters, and nothing else changed. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { annotatedFile } from '../support/annotated-file.ts';
import { readDocxFile, readDocxForWriting } from '../../electron/host/parse/docx.ts';
import { readZip } from '../../electron/host/parse/zip.ts';
import type { Document, Paragraph, Range } from '../../shared/document/model.ts';
import { allParagraphs, paragraphsIn } from '../../shared/document/walk.ts';
import { type WordComment, annotateDocx } from '../../shared/export/annotated-docx.ts';
import { placeParagraphs } from '../../shared/export/docx-places.ts';
import { relationshipsPart } from '../../shared/import/docx/package.ts';
import type { SourcePiece } from '../../shared/import/docx/read-docx.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { commentedTexts, rejoined } from '../support/comment-ranges.ts';
import { random } from '../support/random.ts';
import { corpus, soffice } from '../support/requires.ts';
import { annotationsOf } from './annotations.ts';
import { convertAll } from './libreoffice.ts';
import { readExceptions, readManifest } from './manifest.ts';

const date = '2026-03-04T13:06:07';
const utc = '2026-03-04T05:06:07Z';

function pick(paragraph: Paragraph, next: () => number): Readonly<{ from: number; to: number }> {
  const chars = [...paragraph.text].reduce<number[]>((ends, char) => [...ends, (ends.at(-1) ?? 0) + char.length], [0]);
  const a = Math.floor(next() * (chars.length - 1));
  const b = a + 1 + Math.floor(next() * Math.min(40, chars.length - 1 - a));
  return { from: chars[a] as number, to: chars[Math.min(b, chars.length - 1)] as number };
}

/** Ranges in one paragraph, and now and then over two neighbours. */
function rangesIn(
  paragraphs: readonly Paragraph[],
  count: number,
  next: () => number,
  without: ReadonlySet<string> = new Set(),
): Range[] {
  const full = paragraphs.filter(({ id, text }) => text.length > 0 && !without.has(id));
  if (full.length === 0) return [];
  return Array.from({ length: count }, (): Range => {
    const at = Math.floor(next() * full.length);
    const first = full[at] as Paragraph;
    const { from, to } = pick(first, next);
    const following = full[at + 1];
    const between = following ? paragraphs.slice(paragraphs.indexOf(first), paragraphs.indexOf(following)) : [];
    if (following && next() < 0.3 && !between.some(({ id }) => without.has(id))) {
      const end = pick(following, next);
      return [
        { block: first.id, from, to: first.text.length },
        { block: following.id, from: 0, to: end.to },
      ];
    }
    return [{ block: first.id, from, to }];
  });
}

function commentsOn(ranges: readonly Range[]): WordComment[] {
  return ranges.map((range, index) => ({
    range,
    text: [`问题：第 ${index} 处 <&>`, '依据：某法第一条', '建议：改'],
    author: `审查员 ${index}`,
    initials: '审查',
    date,
    utc,
  }));
}

function quoteOf(document: Document, range: Range): string {
  const texts = new Map(allParagraphs(document).map(({ id, text }) => [id, text]));
  return range.map(({ block, from, to }) => texts.get(block)?.slice(from, to)).join('');
}

/** What a paragraph says. Indexes into the tables may move: a cut run repeats its format and its change of format. */
function shown(document: Document): unknown {
  const { changes } = document;
  return allParagraphs(document).map(({ id, text, label, inserted, removed, objects, links, fields }) => ({
    id,
    text,
    label,
    inserted: inserted.map(({ from, to, change }) => ({ from, to, change: changes[change] })),
    removed: removed.map(({ at, text: gone, change }) => ({ at, gone, change: changes[change] })),
    objects,
    links,
    fields,
  }));
}

/** Paragraphs some of whose pieces are so. */
function holding(bytes: Uint8Array, so: (piece: SourcePiece) => boolean): ReadonlySet<string> {
  const { read } = readDocxForWriting(bytes);
  return new Set([...placeParagraphs(read)].filter(([, { source }]) => source.pieces.some(so)).map(([id]) => id));
}

/** Pieces of several characters that count as one: formulas, and text with a reading aid. */
const isIndivisible = (piece: SourcePiece): boolean => !piece.divisible && piece.to - piece.from > 1;

/** Pieces whose text stands otherwise in the XML: symbols of a font, the choice of a drop-down. */
const isOdd = ({ element, run }: SourcePiece): boolean =>
  element === run || !['w:t', 'w:tab', 'w:br', 'w:cr', 'w:drawing', 'w:pict'].includes(element.name);

function compact(text: string): string {
  return text.replace(/[\s\u200B\uFFFC]/gu, '');
}

/** Ids of our comments in their order, where these are the parts that hold them. */
function idsOf(xml: string, comments: readonly WordComment[]): string[] {
  const authors = new Set(comments.map(({ author }) => author));
  return [...xml.matchAll(/<\w+:comment\b[^>]*?\bid="(\d+)"[^>]*?\bauthor="([^"]*)"/gu)].flatMap(([, id, author]) =>
    authors.has(author ?? '') ? [id ?? ''] : [],
  );
}

/** Comments whose marks, read by a reader of its own, do not stand around their quotes. */
function misplacedInXml(bytes: Uint8Array, before: Document, comments: readonly WordComment[]): string[] {
  const { parts, edits } = annotateDocx(readDocxForWriting(bytes).read, comments, { elsewhere: () => '' });
  const ids = idsOf([...parts.values()].join(''), comments);
  const marked = new Map([...edits.keys()].flatMap((name) => [...commentedTexts(parts.get(name) ?? '')]));
  const odd = holding(bytes, isOdd);
  return comments.flatMap(({ range }, index) => {
    if (range.some(({ block }) => odd.has(block))) return [];
    const [wanted, found] = [compact(quoteOf(before, range)), marked.get(ids[index] ?? '')];
    return found !== undefined && compact(found) === wanted ? [] : [`XML ${wanted} ${found}`];
  });
}

function validFiles(): { path: string; bytes: Buffer }[] {
  return readManifest(corpus ?? '')
    .filter(({ path }) => /^docx\/(?:valid|compare)\/.*\.docx$/u.test(path))
    .map(({ path }) => ({ path, bytes: readFileSync(join(corpus ?? '', path)) }));
}

it.skipIf(corpus === null)('corpus: annotated copies differ from the original by the comments alone', () => {
  const faults: unknown[] = [];
  validFiles().forEach(({ path, bytes }, seed) => {
    const next = random(seed);
    const before = normalise(readDocxFile(bytes).raw);
    const indivisible = holding(bytes, isIndivisible);
    const notes = before.notes.flatMap((note) => rangesIn(paragraphsIn(note.blocks), 1, next, indivisible));
    const ranges = [...rangesIn(paragraphsIn(before.body), 6, next, indivisible), ...notes];
    const comments = commentsOn(ranges);
    const copy = annotatedFile(bytes, comments);
    const after = normalise(readDocxFile(copy).raw);
    const problem = (what: string): void => void faults.push({ path, what });
    if (JSON.stringify(shown(before)) !== JSON.stringify(shown(after))) problem('text');
    const added = after.comments.slice(before.comments.length);
    ranges.forEach((range, index) => {
      const comment = added[index];
      const wanted = quoteOf(before, range);
      const found = comment?.at ? quoteOf(after, comment.at) : '';
      if (found !== wanted) problem(`range ${JSON.stringify(wanted)} ${JSON.stringify(found)}`);
      const { author, date: at, text } = comments[index] as WordComment;
      if (comment?.author !== author || comment.date !== at || comment.text !== text.join('\n')) problem('comment');
    });

    // The same by a reader that knows nothing of ours; and without the marks, the part is what it was.
    const { entries, read } = readDocxForWriting(bytes);
    const { parts, edits } = annotateDocx(read, comments, { elsewhere: () => '' });
    const own = idsOf([...parts.values()].join(''), comments);
    misplacedInXml(bytes, before, comments).forEach(problem);
    for (const name of edits.keys()) {
      const [copied, original] = [
        rejoined(parts.get(name) ?? '', new Set(own)),
        rejoined(read.pack.parts.text(name) ?? ''),
      ];
      const at = copied.findIndex((tag, index) => tag !== original[index]);
      if (at >= 0 || copied.length !== original.length) problem(`${name}: ${copied[at]} ${original[at]}`);
    }
    const allowed = /(?:^|\/)(?:\[Content_Types\]|comments\w*|people)\.xml$/iu;
    for (const name of parts.keys()) {
      const isRelations = name === relationshipsPart(read.pack.document);
      if (!edits.has(name) && !isRelations && !allowed.test(name)) problem(`changed ${name}`);
    }

    const copied = readZip(copy);
    if (copied.slice(0, entries.length).some(({ name }, at) => name !== entries[at]?.name)) problem('order');
    entries.forEach((entry, at) => {
      if (parts.has(entry.name)) return;
      const same = copied[at];
      const packed = (file: Uint8Array, one: typeof entry): Buffer => Buffer.from(file.subarray(one.start, one.end));
      if (!same || !packed(bytes, entry).equals(packed(copy, same))) problem(`entry ${entry.name}`);
    });
  });
  expect(faults).toEqual([]);
});

it.skipIf(corpus === null || soffice === null)('corpus: LibreOffice finds each comment at its quote', () => {
  const chosen = validFiles().filter(({ path }) => path.startsWith('docx/valid'));
  const exceptions = readExceptions('annotated');
  const prepared = chosen.map(({ path, bytes }, seed) => {
    const before = normalise(readDocxFile(bytes).raw);
    // Fields are computed anew by LibreOffice, so that their text may differ.
    const body = paragraphsIn(before.body);
    const changing = body.filter(({ fields, objects }) => fields.length + objects.length > 0).map(({ id }) => id);
    const without = new Set([...changing, ...holding(bytes, isIndivisible), ...holding(bytes, isOdd)]);
    const comments = commentsOn(rangesIn(body, 5, random(seed + 1000), without)).filter(
      ({ range }) => quoteOf(before, range).trim() !== '',
    );
    return { path, bytes, before, comments, copy: annotatedFile(bytes, comments) };
  });
  const inputs = prepared.map(({ path, copy }) => ({ name: basename(path), bytes: copy }));
  const results = convertAll(soffice ?? '', inputs, { filter: 'fodt', ending: 'fodt' });

  let checked = 0;
  const faults = prepared.flatMap(({ path, before, comments }, at) => {
    const found = annotationsOf(results[at] ?? '<none/>');
    return comments.flatMap(({ range, author }) => {
      checked += 1;
      const wanted = compact(quoteOf(before, range));
      const same = found.find((one) => one.author === author && compact(one.text) === wanted);
      return same?.date.startsWith(date) === true || exceptions.has(path)
        ? []
        : [{ path, wanted, found: found.filter((one) => one.author === author) }];
    });
  });
  expect(faults).toEqual([]);
  expect(checked).toBeGreaterThan(1500);
  // Where LibreOffice disagrees, the XML shows whose fault it is.
  const excepted = prepared.filter(({ path }) => exceptions.has(path));
  expect(excepted.flatMap(({ bytes, before, comments }) => misplacedInXml(bytes, before, comments))).toEqual([]);
  expect(excepted.length / prepared.length).toBeLessThan(0.07);
});

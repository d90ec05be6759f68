/** Comments set into every sound docx: at the right characters, and nothing else changed. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { annotatedFile } from '../../electron/host/annotate.ts';
import { readDocxFile, readDocxForWriting } from '../../electron/host/parse/docx.ts';
import { readZip } from '../../electron/host/parse/zip.ts';
import type { Document, Paragraph, Range } from '../../shared/document/model.ts';
import { allParagraphs, paragraphsIn } from '../../shared/document/walk.ts';
import { type WordComment, annotateDocx } from '../../shared/export/annotated-docx.ts';
import { inOrder } from '../../shared/export/docx-edits.ts';
import { placeParagraphs } from '../../shared/export/docx-places.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { corpus, soffice } from '../support/requires.ts';
import { convertAll } from './libreoffice.ts';
import { readExceptions, readManifest } from './manifest.ts';

const date = '2026-03-04T05:06:07Z';

/** Mulberry32: the same ranges on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

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

/** Paragraphs holding pieces of several characters that count as one. */
function indivisibleIn(bytes: Uint8Array): ReadonlySet<string> {
  const { read } = readDocxForWriting(bytes);
  const indivisible = [...placeParagraphs(read)].filter(([, { source }]) =>
    source.pieces.some((piece) => !piece.divisible && piece.to - piece.from > 1),
  );
  return new Set(indivisible.map(([id]) => id));
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
    // Formulas and text with a reading aid cannot be cut.
    const indivisible = indivisibleIn(bytes);
    const notes = before.notes.flatMap((note) => rangesIn(paragraphsIn(note.blocks), 1, next));
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

    // Taking out what was put in gives every changed part back.
    const { entries, read } = readDocxForWriting(bytes);
    const { parts, edits } = annotateDocx(read, comments, { elsewhere: () => '' });
    for (const [name, made] of edits) {
      let text = parts.get(name) ?? '';
      const original = read.pack.parts.text(name) ?? '';
      let shift = 0;
      const undo = inOrder(made).map((edit) => {
        const at = edit.at + shift;
        shift += edit.insert.length - edit.remove;
        return { at, length: edit.insert.length, old: original.slice(edit.at, edit.at + edit.remove) };
      });
      for (const { at, length, old } of undo.toReversed()) text = text.slice(0, at) + old + text.slice(at + length);
      if (text !== original) problem(`cannot be undone: ${name}`);
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

type Anchored = { author: string; date: string; text: string };

/** Annotations of a flat ODF text with what stands between their start and end. */
function annotationsOf(fodt: string): Anchored[] {
  const parser = new SaxesParser({ xmlns: false });
  const all: Anchored[] = [];
  const open = new Map<string, Anchored>();
  const stack: string[] = [];
  let current: Anchored | null = null;
  const skipped = new Set(['office:annotation', 'text:note', 'draw:frame', 'text:ruby-text', 'text:tracked-changes']);
  const hidden = (): boolean => stack.some((name) => skipped.has(name));
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'office:annotation' && !hidden()) {
      current = { author: '', date: '', text: '' };
      all.push(current);
      const key = attributes['office:name'];
      if (key !== undefined) open.set(key, current);
    }
    if (name === 'office:annotation-end') open.delete(attributes['office:name'] ?? '');
    stack.push(name);
  });
  parser.on('text', (text) => {
    const top = stack.at(-1);
    if (current && top === 'dc:creator') current.author += text;
    else if (current && top === 'dc:date') current.date += text;
    else if (!hidden() && stack.includes('office:body')) for (const one of open.values()) one.text += text;
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(fodt).close();
  return all;
}

it.skipIf(corpus === null || soffice === null)('corpus: LibreOffice finds each comment at its quote', () => {
  const chosen = validFiles()
    .filter(({ path }) => path.startsWith('docx/valid'))
    .filter((_, at) => at % 5 === 0);
  const exceptions = readExceptions('annotated');
  const prepared = chosen.map(({ path, bytes }, seed) => {
    const before = normalise(readDocxFile(bytes).raw);
    // Fields are computed anew by LibreOffice, so that their text may differ.
    const body = paragraphsIn(before.body);
    const changing = body.filter(({ fields, objects }) => fields.length + objects.length > 0).map(({ id }) => id);
    const comments = commentsOn(rangesIn(body, 5, random(seed + 1000), new Set(changing))).filter(
      ({ range }) => quoteOf(before, range).trim() !== '',
    );
    return { path, before, comments, copy: annotatedFile(bytes, comments) };
  });
  const inputs = prepared.map(({ path, copy }) => ({ name: basename(path), bytes: copy }));
  const results = convertAll(soffice ?? '', inputs, { filter: 'fodt', ending: 'fodt' });
  const compact = (text: string): string => text.replace(/[\s\u200B]/gu, '');
  let checked = 0;
  const faults = prepared.flatMap(({ path, before, comments }, at) => {
    const found = annotationsOf(results[at] ?? '<none/>');
    return comments.flatMap(({ range, author }) => {
      checked += 1;
      const wanted = compact(quoteOf(before, range));
      const same = found.find((one) => one.author === author && compact(one.text) === wanted);
      return same?.date.startsWith(date.slice(0, 19)) === true || exceptions.has(path)
        ? []
        : [{ path, wanted, found: found.filter((one) => one.author === author) }];
    });
  });
  expect(faults).toEqual([]);
  expect(checked).toBeGreaterThan(300);
});

/** Suggestions written into every sound docx: accepted it says what was meant, rejected what it said before. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { cleanFile, markedFile } from '../../electron/host/annotate.ts';
import { readDocxFile, readDocxForWriting } from '../../electron/host/parse/docx.ts';
import { readZip } from '../../electron/host/parse/zip.ts';
import { apply } from '../../shared/document/apply.ts';
import type { Document, InlineObject, Range } from '../../shared/document/model.ts';
import type { Edit } from '../../shared/document/suggestion.ts';
import { allParagraphs, paragraphsIn } from '../../shared/document/walk.ts';
import type { WordComment } from '../../shared/export/annotated-docx.ts';
import { textParts } from '../../shared/export/docx-revision.ts';
import { relationshipsPart } from '../../shared/import/docx/package.ts';
import { normalise } from '../../shared/import/normalise.ts';
import type { RawDocument } from '../../shared/import/raw.ts';
import { random } from '../support/random.ts';
import { accepted, detailOf, readingOf, rejected, rejectedOf, textsOf } from '../support/readings.ts';
import { corpus } from '../support/requires.ts';
import { type SeededAct, editKinds, seededEdits } from '../support/seeded-edits.ts';
import { readManifest } from './manifest.ts';

const by = { author: '修订员', date: '2026-03-04T13:06:07' };
const utc = '2026-03-04T05:06:07Z';

type Case = Readonly<{
  path: string;
  bytes: Buffer;
  raw: RawDocument;
  document: Document;
  acts: readonly SeededAct[];
  comments: readonly WordComment[];
}>;

function cases(): Case[] {
  return readManifest(corpus ?? '')
    .filter(({ path }) => /^docx\/valid\/.*\.docx$/u.test(path))
    .map(({ path }, seed) => {
      const bytes = readFileSync(join(corpus ?? '', path));
      const { raw } = readDocxFile(bytes);
      const document = normalise(raw);
      const next = random(seed + 7);
      const acts = seededEdits(document, 20, next);
      return { path, bytes, raw, document, acts, comments: commentsOn(document, 20, next) };
    });
}

/** Each on a few characters of one paragraph; some of them stand where an edit does. */
function commentsOn(document: Document, count: number, next: () => number): WordComment[] {
  const full = allParagraphs(document).filter(({ text }) => text !== '');
  return Array.from({ length: full.length === 0 ? 0 : count }, (_, at): WordComment => {
    const { id, text } = full[Math.floor(next() * full.length)] as (typeof full)[number];
    const from = Math.floor(next() * text.length);
    const range: Range = [{ block: id, from, to: from + 1 + Math.floor(next() * (text.length - from)) }];
    return { range, text: [`第 ${at} 处`], author: `审查员 ${at}`, initials: '审', date: by.date, utc };
  });
}

function written({ bytes, acts, comments }: Case): ReturnType<typeof markedFile> {
  const edits = acts.flatMap((act) => act.edits).map((edit) => ({ ...edit, ...by }));
  return markedFile(bytes, { comments, edits, rejected: [] });
}

/** The edits that could be written. */
function editsOf({ acts }: Case, left: readonly Edit[]): Edit[] {
  const unwritten = left.map((edit) => ({ ...edit, author: undefined, date: undefined }));
  return acts
    .flatMap((act) => act.edits)
    .filter(
      (edit) => !unwritten.some((one) => isDeepStrictEqual(one, { ...edit, author: undefined, date: undefined })),
    );
}

/** Both from a little before where they part. */
function parting(found: unknown, wanted: unknown): string[] {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a === b) return [];
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return [a, b].map((text) => text.slice(Math.max(0, at - 60), at + 100));
}

it.skipIf(corpus === null)('corpus: accepted says what was meant, rejected what stood there', () => {
  const faults: unknown[] = [];
  const all = cases();
  let unwritten = 0;
  for (const one of all) {
    const { path, bytes, raw, document } = one;
    const { bytes: copy, left } = written(one);
    const after = readDocxFile(copy).raw;
    const ours = rejectedOf(after, (author) => author === by.author);
    const differs = (what: string, found: unknown, wanted: unknown): void => {
      const parts = parting(found, wanted);
      if (parts.length > 0) faults.push({ path, what, parts });
    };
    unwritten += left.length;
    differs('accepted', readingOf(after, accepted), textsOf(apply(document, editsOf(one, left)).document));
    differs('rejected', readingOf(after, rejected), readingOf(raw, rejected));
    differs(
      'ours rejected',
      detailOf(after, ours),
      detailOf(raw, () => 'keep'),
    );
    differs('comments', after.comments.slice(0, raw.comments.length), raw.comments);
    const set = raw.body.length === 0 ? 0 : one.comments.length;
    differs('count of comments', after.comments.length, raw.comments.length + set);
    const packed = (file: Uint8Array): Map<string, Buffer> =>
      new Map(readZip(file).map(({ name, start, end }) => [name, Buffer.from(file.subarray(start, end))]));
    const [before, now] = [packed(bytes), packed(copy)];
    const { pack } = readDocxForWriting(bytes).read;
    const own = new Set([...textParts(pack), relationshipsPart(pack.document), '[Content_Types].xml']);
    const beside = /(?:^|\/)(?:comments\w*|people)\.xml$/iu;
    const touched = [...before].flatMap(([name, entry]) => (now.get(name)?.equals(entry) === true ? [] : [name]));
    differs(
      'other parts',
      touched.filter((name) => !own.has(name) && !beside.test(name)),
      [],
    );
  }
  report(all, unwritten);
  expect(faults).toEqual([]);
  expect(unwritten).toBeLessThan(all.flatMap(({ acts }) => acts).length / 1000);
});

it.skipIf(corpus === null)('corpus: a clean copy says what was meant, and holds no change and no comment', () => {
  const faults: unknown[] = [];
  for (const one of cases()) {
    const edits = one.acts.flatMap((act) => act.edits).map((edit) => ({ ...edit, ...by }));
    const { bytes: copy, left } = cleanFile(one.bytes, { edits, rejected: [] });
    const { raw } = readDocxFile(copy);
    // Rows that were deleted are gone, and read as empty paragraphs where they are marked only.
    const full = (flows: readonly (readonly string[])[]): string[] => flows.flat().filter((text) => text !== '');
    const { document } = apply(one.document, editsOf(one, left));
    // With a reference goes its note, with a picture the text boxes in it.
    const notes = new Set(paragraphsIn(document.body).flatMap(({ objects }) => objects.map(noteOf)));
    const wanted = { ...document, notes: document.notes.filter(({ id }) => notes.has(id)), textBoxes: [] };
    const parts = parting(full(readingOf({ ...raw, textBoxes: [] }, () => 'keep')), full(textsOf(wanted)));
    if (parts.length > 0) faults.push({ path: one.path, parts });
    const rest = { changes: raw.changes.length, comments: raw.comments.length };
    if (rest.changes + rest.comments > 0) faults.push({ path: one.path, ...rest });
  }
  expect(faults).toEqual([]);
});

function noteOf(object: InlineObject): string {
  return object.kind === 'note' ? object.note : '';
}

/** How many edits of each kind were tried. */
function report(all: readonly Case[], unwritten: number): void {
  const acts = all.flatMap((one) => one.acts);
  const shares = editKinds.map((kind) => {
    const count = acts.filter((act) => act.kind === kind).length;
    return `${kind} ${count} (${Math.round((1000 * count) / acts.length) / 10} %)`;
  });
  const edits = acts.reduce((sum, act) => sum + act.edits.length, 0);
  console.log(
    `${all.length} files, ${edits} edits in ${acts.length} acts: ${shares.join(', ')}; ${unwritten} not writable`,
  );
}

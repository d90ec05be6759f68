/**
 * The text of every sound docx against LibreOffice's. Compared without white space, with all
 * bullets as one sign: LibreOffice puts its own in the place of symbol fonts'.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocxFile } from '../../electron/host/parse/docx.ts';
import type { RawBlock, RawDocument } from '../../shared/import/raw.ts';
import { corpus, soffice } from '../support/requires.ts';
import { levenshtein } from './levenshtein.ts';
import { convertAll } from './libreoffice.ts';
import { readExceptions, readManifest } from './manifest.ts';

const bullets =
  /[\uE000-\uF8FF\u2022\u25E6\u25AA\u25A0\u25C6\u25CF\u27A2\u2713\u25CB\u25A1\u2756\u2751\u2794\u21E8\u2192\u00B7]/gu;

function compact(text: string): string {
  return text.replace(/[\s\u200B\uFEFF]/gu, '').replace(bullets, '\u2022');
}

/**
 * Body with tables and labels, deleted text too, as LibreOffice prints it. Of text boxes it prints
 * those it turns into frames and leaves out drawing shapes: a box counts where its text stands in
 * the other reading.
 */
function printed(raw: RawDocument, other: string): string {
  const blockText = (block: RawBlock): string =>
    block.kind === 'paragraph'
      ? (block.label ?? '') +
        block.pieces
          .map((piece) => {
            if (piece.kind === 'text') return piece.text;
            if (piece.kind !== 'object') return '';
            if (piece.object.kind === 'note') return piece.object.label;
            return piece.object.kind === 'textbox' ? boxText(piece.object.story) : '';
          })
          .join('')
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.map(blockText))).join('\n');
  const boxText = (id: string): string => {
    const text =
      raw.textBoxes
        .find((story) => story.id === id)
        ?.blocks.map(blockText)
        .join('\n') ?? '';
    return other.includes(compact(text)) ? text : '';
  };
  return raw.body.map(blockText).join('\n');
}

it.skipIf(corpus === null || soffice === null)('corpus: the text of sound docx files is what LibreOffice reads', () => {
  const files = readManifest(corpus ?? '').filter(({ path }) => /^docx\/valid\/.*\.docx$/u.test(path));
  const inputs = files.map(({ path }) => ({ name: basename(path), bytes: readFileSync(join(corpus ?? '', path)) }));
  const texts = convertAll(soffice ?? '', inputs, { filter: 'txt:Text', ending: 'txt' });
  const exceptions = readExceptions('text');
  const measured = files.map(({ path }, at) => {
    const other = compact(texts[at] ?? '');
    const ours = compact(printed(readDocxFile(inputs[at]?.bytes ?? new Uint8Array()).raw, other));
    const length = Math.max(ours.length, other.length, 1);
    return { path, likeness: 1 - levenshtein(ours, other, Math.min(length, 4000)) / length };
  });
  const poor = measured.filter(({ likeness }) => likeness < 0.99);
  expect(texts.filter((text) => text === null)).toEqual([]);
  expect(files.length).toBeGreaterThan(400);
  expect(poor.filter(({ path }) => !exceptions.has(path))).toEqual([]);
  expect(poor.length / files.length).toBeLessThanOrEqual(0.03);
});

/** Comments at every kind of place, found by LibreOffice at their quotes. */
import { expect, it } from 'vitest';
import { annotatedFile } from '../support/annotated-file.ts';
import { readDocxFile } from '../../electron/host/parse/docx.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { annotatedCases, annotatedSource } from '../support/annotated-cases.ts';
import { findRange } from '../support/find-range.ts';
import { soffice } from '../support/requires.ts';
import { annotationsOf } from './annotations.ts';
import { convertAll } from './libreoffice.ts';

const signed = { author: '王芳', initials: '王芳', date: '2026-03-04T13:06:07', utc: '2026-03-04T05:06:07Z' };

/** Where LibreOffice 7.4 sees less than there is; what it answers. electron/host/annotate.test.ts holds the XML to it. */
const seenOtherwise: ReadonlyMap<string, string | null> = new Map([
  // It reads comments in notes from 24.2 on.
  ['in a footnote', null],
  // A property field is one sign to it.
  ['in a simple field', ''],
]);

it.skipIf(soffice === null)('LibreOffice finds a comment at every kind of place', () => {
  const inputs = annotatedCases.map((one, at) => {
    const file = annotatedSource(one);
    const range = findRange(normalise(readDocxFile(file).raw), one.from, one.to);
    return { name: `place-${at}.docx`, bytes: annotatedFile(file, [{ ...signed, range, text: ['问题：不明'] }]) };
  });
  const results = convertAll(soffice ?? '', inputs, { filter: 'fodt', ending: 'fodt' });
  const compact = (text: string): string => text.replace(/\s/gu, '');
  const found = annotatedCases.map(({ name }, at) => ({
    name,
    annotations: annotationsOf(results[at] ?? '<none/>').map((one) => ({ ...one, text: compact(one.text) })),
  }));
  const wanted = annotatedCases.map(({ name, quote, standsAt }) => ({
    name,
    annotations: [seenOtherwise.has(name) ? seenOtherwise.get(name) : compact(standsAt ?? quote)].flatMap((text) =>
      typeof text === 'string' ? [{ author: signed.author, date: signed.date, text }] : [],
    ),
  }));
  expect(found).toEqual(wanted);
});

/** Every docx of the corpus opens, or is refused with a reason, as its manifest says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocxFile } from '../../electron/host/parse/docx.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { rawDocument } from '../../shared/import/raw.ts';
import { Unreadable, type UnreadableReason } from '../../shared/import/unreadable.ts';
import { corpus } from '../support/requires.ts';
import { readExceptions, readManifest } from './manifest.ts';

/** What a file name or the manifest's note promises about the refusal. */
const reasons: readonly (readonly [RegExp, readonly UnreadableReason[]])[] = [
  [/document_with_password|encrypted(?:-2)?\.doc|protected|password/u, ['encrypted']],
  [/truncated/u, ['truncated']],
  [/ExternalEntity/u, ['forbidden-xml']],
  [/oletools\/empty$/u, ['empty']],
  [/hello_world\.docm|\.rtf$|\.xml$|oletools\/text$|\.gz$|stress025/u, ['wrong-type']],
  [/\.xlsx$|\.pptx$|\.vsdx$/u, ['wrong-type', 'damaged', 'truncated']],
  [/clusterfuzz|crash-/u, ['damaged', 'truncated']],
];

function outcomeOf(bytes: Uint8Array): 'open' | UnreadableReason {
  try {
    const { raw } = readDocxFile(bytes);
    normalise(rawDocument.parse(JSON.parse(JSON.stringify(raw))));
    return 'open';
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
}

it.skipIf(corpus === null)('corpus: every docx opens or is refused as the manifest says', () => {
  const files = readManifest(corpus ?? '').filter(
    ({ path }) => path.startsWith('docx/') && !path.endsWith('.json') && !path.endsWith('README.md'),
  );
  const exceptions = readExceptions('open');
  const faults = files.flatMap(({ path, expected }) => {
    const outcome = outcomeOf(readFileSync(join(corpus ?? '', path)));
    const wrongClass = outcome === 'reader-fault';
    const unexpected =
      (expected === 'open' && outcome !== 'open') || (expected === 'refuse' && outcome === 'open') || wrongClass;
    const promised = outcome === 'open' ? undefined : reasons.find(([name]) => name.test(path))?.[1];
    const wrongReason = promised !== undefined && !promised.includes(outcome as UnreadableReason);
    return (unexpected || wrongReason) && !exceptions.has(path) ? [{ path, expected, outcome }] : [];
  });
  expect(files.length).toBeGreaterThan(500);
  expect(faults).toEqual([]);
  expect(exceptions.size).toBeLessThanOrEqual(files.length / 100);
});

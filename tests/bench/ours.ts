/** What the bench measures of ours, in one bundle: the same functions that the product runs. */
import { readDocxFile } from '../../electron/host/parse/docx.ts';
import type { Document } from '../../shared/document/model.ts';
import { paragraphsIn } from '../../shared/document/walk.ts';
import { readFacts } from '../../shared/facts/facts.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { readText as readTextFile } from '../../shared/import/text.ts';
import { catalog } from '../../shared/rules/catalog/index.ts';
import type { ReviewInput } from '../../shared/rules/rule.ts';
import { review } from '../../shared/rules/run.ts';

export const ruleCount = catalog.length;

export function openDocx(bytes: Uint8Array): Document {
  return normalise(readDocxFile(bytes).raw);
}

export function readText(text: string): Document {
  return normalise(readTextFile(text, 'txt'));
}

export function bodyTexts(document: Document): string[] {
  return paragraphsIn(document.body).map((paragraph) => paragraph.text);
}

export function facts(document: Document): number {
  return readFacts(document).amounts.length;
}

/** Facts and every contract rule; answers the number of findings. */
export function check(document: Document, observe?: (rule: string, run: () => void) => void): number {
  const input: ReviewInput = {
    documents: [document],
    kind: 'contract',
    subKind: 'unknown',
    stance: 'a',
    publicPayer: true,
    asOf: '2026-11-23',
  };
  return review(input, catalog, observe).findings.length;
}

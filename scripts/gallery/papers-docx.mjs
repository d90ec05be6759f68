// Papers of the gallery written with the docx package: one thing of Word's a paper.
import { Packer } from 'docx';
import { pagePapers } from './papers-docx-page.mjs';
import { textPapers } from './papers-docx-text.mjs';

export const docxPapers = { ...textPapers, ...pagePapers };

export async function writeDocx(name) {
  return Packer.toBuffer(docxPapers[name]());
}

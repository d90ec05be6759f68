// Makes the bench's documents from the laws of the corpus: official layout, about 460 characters a
// page, the same bytes on every machine. Answers their paths by page count.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';

const charactersPerPage = 460;
export const pageCounts = [73, 131, 222, 357, 872];

/** Paragraphs of all statutes in order of file name, Markdown marks removed. */
function lawParagraphs(corpus) {
  const folder = join(corpus, 'laws/statutes');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .map((line) =>
      line
        .replace(/^#+\s*/u, '')
        .replace(/[*>`]/gu, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('<!--'));
}

function upTo(paragraphs, characters) {
  let sum = 0;
  const end = paragraphs.findIndex((text) => (sum += text.length) >= characters);
  return paragraphs.slice(0, end < 0 ? undefined : end + 1);
}

async function docxOf(paragraphs) {
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
  const document = new Document({
    sections: [
      {
        children: paragraphs.map(
          (text) =>
            new Paragraph({
              alignment: AlignmentType.JUSTIFIED,
              indent: { firstLine: 640 },
              spacing: { line: 560 },
              children: [new TextRun({ text, size: 32, font })],
            }),
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** [{ pages, path, paragraphs }]; kept in `folder` between runs. */
export async function benchInputs(corpus, folder) {
  mkdirSync(folder, { recursive: true });
  const all = lawParagraphs(corpus);
  const inputs = [];
  for (const pages of pageCounts) {
    const paragraphs = upTo(all, pages * charactersPerPage);
    const path = join(folder, `${pages}.docx`);
    if (!existsSync(path)) writeFileSync(path, await docxOf(paragraphs));
    inputs.push({ pages, path, paragraphs });
  }
  return inputs;
}

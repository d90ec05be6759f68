/** PDFs with a text layer, set line by line in a font that every reader knows by name. */

export type PdfLine = Readonly<{ x: number; /** From the top of the page. */ y: number; size: number; text: string }>;

export const a4 = { width: 595, height: 842 };

/** One page for each list of lines; lengths in points. */
export function pdfOf(pages: readonly (readonly PdfLine[])[]): Buffer {
  const fonts = [
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    // In this collection the Latin glyphs 1–95 are half as wide as the rest.
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500]' +
      ' /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0' +
      ' /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  const first = 3 + fonts.length;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    ...fonts,
    ...pages.flatMap((lines, at) => {
      const drawn = lines.map(drawnLine).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${a4.width} ${a4.height}]` +
          ` /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * at + 1} 0 R >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  return assembled(objects);
}

function drawnLine({ x, y, size, text }: PdfLine): string {
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'));
  return `BT /F1 ${size} Tf ${x} ${a4.height - y} Td <${codes.join('')}> Tj ET`;
}

/** Objects from 1 on, with the table of where each begins. */
function assembled(objects: readonly string[]): Buffer {
  let file = '%PDF-1.7\n';
  const starts = objects.map((object, at) => {
    const start = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = file.length;
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

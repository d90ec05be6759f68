/** Small docx packages written out by hand, for what no sample shows. */
import { zipSync } from 'fflate';

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A part beside the document that the document points at. */
export type SidePart = Readonly<{ path: string; relationship: string; type: string; xml: string }>;

export type Package = Readonly<{
  /** What stands in w:body. */
  body: string;
  /** Path of the document part; word/document.xml unless said. */
  path?: string;
  mainType?: string;
  /** Of WordprocessingML; transitional unless said. */
  namespace?: string;
  relationships?: string;
  parts?: readonly SidePart[];
  /** Further files, as they are. */
  files?: Readonly<Record<string, Uint8Array>>;
}>;

const declared = [
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

/** Root attributes of a story part: its own namespace and those a drawing needs. */
export function rootAttributes(namespace = wordNamespace): string {
  return `xmlns:w="${namespace}" ${declared}`;
}

export function docxOf(source: Package): Uint8Array {
  const path = source.path ?? 'word/document.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const parts = source.parts ?? [];
  const base = source.relationships ?? office;
  const relationship = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${type.includes('/') ? type : `${base}/${type}`}" Target="${target}"/>`;
  const relationships = (entries: readonly string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
    `<Override PartName="/${path}" ContentType="${source.mainType ?? `${wordType}.document.main+xml`}"/>`,
    ...parts.map((part) => `<Override PartName="/${folder}${part.path}" ContentType="${part.type}"/>`),
  ];
  const texts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join('')}</Types>`,
    '_rels/.rels': relationships([relationship(1, 'officeDocument', path)]),
    [path]: `<w:document ${rootAttributes(source.namespace)}><w:body>${source.body}</w:body></w:document>`,
    [`${folder}_rels/${path.slice(folder.length)}.rels`]: relationships(
      parts.map((part, at) => relationship(at + 1, part.relationship, part.path)),
    ),
    ...Object.fromEntries(parts.map((part) => [`${folder}${part.path}`, part.xml])),
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const written = Object.entries(texts).map(([name, xml]) => [name, Buffer.from(head + xml, 'utf8')] as const);
  return zipSync({ ...Object.fromEntries(written), ...source.files }, { mtime: new Date(1980, 0, 1) });
}

/** Runs and paragraphs, with the text kept as it stands. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function paragraph(...content: readonly string[]): string {
  return `<w:p>${content.map((one) => (one.startsWith('<') ? one : run(one))).join('')}</w:p>`;
}

/** A table of one paragraph a cell; a cell that is markup stands as it is. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (content: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>${content.startsWith('<w:') ? content : paragraph(content)}</w:tc>`;
  const grid = (rows[0] ?? []).map(() => '<w:gridCol w:w="2400"/>').join('');
  const body = rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`;
}

const partTypes = {
  commentsExtended: 'commentsExtended+xml',
  header: 'header+xml',
  footer: 'footer+xml',
  footnotes: 'footnotes+xml',
  numbering: 'numbering+xml',
  settings: 'settings+xml',
  comments: 'comments+xml',
} as const;

/** A part of a usual kind, at its usual place. */
export function side(kind: keyof typeof partTypes, xml: string, path = `${kind}.xml`): SidePart {
  return { path, relationship: kind, type: `${wordType}.${partTypes[kind]}`, xml };
}

/**
 * What every reader (docx, pdf, text, later ofd and rtf) answers: the source in one vocabulary,
 * numbering already computed, formats already resolved, but not yet laid into offsets.
 *
 * A RawDocument crosses a process boundary, so it is checked with `rawDocument` on arrival;
 * `normalise` then trusts it.
 */
import { z } from 'zod';

const index = z.int().min(0);
const length = z.number();

const change = z.object({
  kind: z.enum(['insert', 'delete', 'move-from', 'move-to', 'format']),
  author: z.string(),
  date: z.string().nullable(),
});

const inlineObject = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('image'),
    media: z.string().nullable(),
    width: length,
    height: length,
    alternative: z.string(),
  }),
  z.object({ kind: z.literal('note'), note: z.string(), label: z.string() }),
  z.object({ kind: z.literal('textbox'), story: z.string() }),
  z.object({ kind: z.literal('other'), name: z.string() }),
]);

/** Where a piece stands in the XML part it was read from: UTF-16 offsets of its `w:r` element. */
const source = z.object({ start: index, end: index });

/** A stretch of text in one format. Tab is `\t`, line break `\n`. */
const textPiece = z.object({
  kind: z.literal('text'),
  text: z.string(),
  format: index,
  inserted: index.optional(),
  deleted: index.optional(),
  link: index.optional(),
  field: index.optional(),
});

const objectPiece = z.object({
  kind: z.literal('object'),
  object: inlineObject,
  format: index,
  inserted: index.optional(),
  deleted: index.optional(),
});

/** Marks without width: page hints, and where comments begin and end. */
const pageBreak = z.object({ kind: z.literal('page-break') });
const commentStart = z.object({ kind: z.literal('comment-start'), id: z.string() });
const commentEnd = z.object({ kind: z.literal('comment-end'), id: z.string() });

const piece = z.discriminatedUnion('kind', [textPiece, objectPiece, pageBreak, commentStart, commentEnd]);

/** A line of a PDF page, counted in characters of the paragraph's accepted text. */
const textBox = z.object({
  page: z.int().min(1),
  x: length,
  y: length,
  width: length,
  height: length,
  from: index,
  to: index,
});

const paragraph = z.object({
  kind: z.literal('paragraph'),
  label: z.string().nullable(),
  labelLevel: index.nullable(),
  labelLook: z.object({ format: index, follow: z.enum(['tab', 'space', 'nothing']) }).optional(),
  format: index,
  pieces: z.array(piece),
  markInserted: index.optional(),
  markRemoved: index.optional(),
  page: z.int().min(1).optional(),
  boxes: z.array(textBox).optional(),
});

const border = z.object({
  style: z.enum(['none', 'single', 'double', 'dotted', 'dashed', 'thick']),
  width: length,
  colour: z.string(),
  space: length.optional(),
});
const borders = z.object({
  top: border.optional(),
  right: border.optional(),
  bottom: border.optional(),
  left: border.optional(),
  insideH: border.optional(),
  insideV: border.optional(),
});

const cell = z.object({
  column: index,
  columnSpan: z.int().min(1),
  rowSpan: z.int().min(1),
  get blocks(): z.ZodArray<typeof block> {
    return z.array(block);
  },
  shading: z.string().nullable(),
  borders: borders.nullable(),
  verticalAlign: z.enum(['top', 'center', 'bottom']),
  padding: z
    .object({ top: length.optional(), right: length.optional(), bottom: length.optional(), left: length.optional() })
    .optional(),
});

const table = z.object({
  kind: z.literal('table'),
  columns: z.array(length),
  rows: z.array(z.object({ header: z.boolean(), height: length.nullable(), cells: z.array(cell) })),
  align: z.enum(['left', 'center', 'right']),
  borders: borders.nullable(),
});

const block = z.discriminatedUnion('kind', [paragraph, table]);

const story = z.object({
  id: z.string(),
  role: z.enum(['default', 'first', 'even', 'textbox']),
  blocks: z.array(block),
});

const characterFormat = z.object({
  font: z.string().optional(),
  eastAsianFont: z.string().optional(),
  size: length.optional(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.enum(['single', 'double', 'dotted', 'dash', 'wave']).optional(),
  underlineColour: z.string().optional(),
  strike: z.literal(true).optional(),
  colour: z.string().optional(),
  highlight: z.string().optional(),
  verticalAlign: z.enum(['superscript', 'subscript']).optional(),
  hidden: z.literal(true).optional(),
  allCaps: z.literal(true).optional(),
  smallCaps: z.literal(true).optional(),
  border: z.literal(true).optional(),
  emphasis: z.literal(true).optional(),
  spacing: length.optional(),
});

const paragraphFormat = z.object({
  style: z.string().optional(),
  align: z.enum(['left', 'center', 'right', 'justify', 'distribute']).optional(),
  indentLeft: length.optional(),
  indentRight: length.optional(),
  indentFirstLine: length.optional(),
  indentFirstLineChars: length.optional(),
  indentLeftChars: length.optional(),
  spaceBefore: length.optional(),
  spaceAfter: length.optional(),
  line: z.object({ kind: z.enum(['multiple', 'exact', 'at-least']), value: length }).optional(),
  outline: z.int().min(1).max(9).optional(),
  pageBreakBefore: z.literal(true).optional(),
  keepNext: z.literal(true).optional(),
  borders: borders.optional(),
  shading: z.string().optional(),
  tabs: z
    .array(z.object({ at: length, align: z.enum(['left', 'center', 'right', 'decimal']), leader: z.string() }))
    .optional(),
  rightToLeft: z.literal(true).optional(),
});

export const rawDocument = z.object({
  format: z.enum(['docx', 'pdf', 'txt', 'md']),
  body: z.array(block),
  notes: z.array(
    z.object({ kind: z.enum(['footnote', 'endnote']), id: z.string(), label: z.string(), blocks: z.array(block) }),
  ),
  headers: z.array(story),
  footers: z.array(story),
  textBoxes: z.array(story),
  characterFormats: z.array(characterFormat),
  paragraphFormats: z.array(paragraphFormat),
  changes: z.array(change),
  /** Comment texts; their places are the comment-start and comment-end pieces. */
  comments: z.array(
    z.object({
      id: z.string(),
      author: z.string(),
      initials: z.string(),
      date: z.string().nullable(),
      text: z.string(),
      parent: z.string().nullable(),
      resolved: z.boolean(),
    }),
  ),
  /** Targets of hyperlinks, and field instructions, named by index from pieces. */
  links: z.array(z.string()),
  fields: z.array(z.string()),
  media: z.array(z.object({ id: z.string(), type: z.string(), bytes: index })),
  /** Sections in order; `after` counts top-level body blocks, null for the last section. */
  sections: z.array(
    z.object({
      after: index.nullable(),
      width: length,
      height: length,
      margins: z.object({
        top: length,
        right: length,
        bottom: length,
        left: length,
        header: length,
        footer: length,
      }),
      landscape: z.boolean(),
      columns: z.int().min(1),
      columnGap: length,
    }),
  ),
  pages: z.array(z.object({ number: z.int().min(1), width: length, height: length, hasText: z.boolean() })),
  notices: z.array(
    z.object({
      kind: z.enum([
        'macros',
        'embedded-object',
        'dde-field',
        'external-link',
        'alternative-content',
        'hidden-text',
        'invisible-characters',
        'tracked-changes',
        'comments',
        'missing-part',
        'unsupported-picture',
        'repaired',
        'page-without-text',
        'decoded-as',
      ]),
      detail: z.string(),
    }),
  ),
});

export type RawDocument = z.infer<typeof rawDocument>;
export type RawBlock = z.infer<typeof block>;
export type RawParagraph = z.infer<typeof paragraph>;
export type RawTable = z.infer<typeof table>;
export type RawPiece = z.infer<typeof piece>;
export type RawStory = z.infer<typeof story>;
export type RawSource = z.infer<typeof source>;
export type RawNotice = RawDocument['notices'][number];

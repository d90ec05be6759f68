/**
 * The document model: what every room of the house agrees a document is.
 *
 * Plain immutable data. Offsets are UTF-16 code units, half open, inside one paragraph's text.
 * Lengths on the page are points (1/72 inch) unless a name says otherwise.
 */

/** `p1`, `p2`, … in reading order: body with its tables, notes, headers, footers, text boxes. */
export type BlockId = string;

/** One stretch of one paragraph: `text.slice(from, to)`. Never splits a surrogate pair. */
export type Span = Readonly<{ block: BlockId; from: number; to: number }>;

/** A selection: one or more spans in reading order, so that it may run over paragraphs and cells. */
export type Range = readonly [Span, ...Span[]];

export type DocumentFormat = 'docx' | 'pdf' | 'txt' | 'md';

export type Document = Readonly<{
  format: DocumentFormat;
  /** The body in order; tables hold their own blocks. */
  body: readonly Block[];
  notes: readonly Note[];
  headers: readonly Story[];
  footers: readonly Story[];
  textBoxes: readonly Story[];
  /** Formats are shared: a paragraph or run names its format by index into these tables. */
  characterFormats: readonly CharacterFormat[];
  paragraphFormats: readonly ParagraphFormat[];
  changes: readonly TrackedChange[];
  comments: readonly SourceComment[];
  media: readonly Media[];
  sections: readonly Section[];
  /** Pages as the source says them: every page of a PDF; for docx only what Word left as hints. */
  pages: readonly Page[];
  clauses: readonly Clause[];
  notices: readonly Notice[];
}>;

export type Block = Paragraph | Table;

export type Paragraph = Readonly<{
  kind: 'paragraph';
  id: BlockId;
  /**
   * What the paragraph says with every tracked change accepted. No label; tab is `\t`, line break
   * `\n`, every other inline object one U+FFFC.
   */
  text: string;
  /** Computed automatic number, as displayed ("第十二条", "（一）", "1.1"); null without one. */
  label: string | null;
  /** 0-based level of the automatic number; null without one. */
  labelLevel: number | null;
  /** How the automatic number looks, and what stands between it and the text; null without one. */
  labelLook: LabelLook | null;
  region: Region;
  /** Index into `paragraphFormats`. */
  format: number;
  /** Cover `text` without gaps, in order; empty only when `text` is. */
  runs: readonly Run[];
  objects: readonly InlineObject[];
  links: readonly Link[];
  fields: readonly Field[];
  inserted: readonly Inserted[];
  removed: readonly Removed[];
  /** The paragraph mark itself was inserted or deleted (index into `changes`). */
  markInserted: number | null;
  markRemoved: number | null;
  /** 1-based page on which the paragraph begins; null where the source does not say. */
  page: number | null;
  /** Offsets at which a further page begins inside this paragraph. */
  pageStarts: readonly number[];
  /** Where the text stands on PDF pages, one entry a line; empty for other formats. */
  boxes: readonly TextBox[];
}>;

/** `format` is an index into `characterFormats`; a tab goes to the next tab stop. */
export type LabelLook = Readonly<{ format: number; follow: 'tab' | 'space' | 'nothing' }>;

export type Table = Readonly<{
  kind: 'table';
  /** `t1`, `t2`, … in reading order. */
  id: string;
  /** Column widths; empty where the source gives none. */
  columns: readonly number[];
  rows: readonly TableRow[];
  align: 'left' | 'center' | 'right';
  borders: Borders | null;
}>;

export type TableRow = Readonly<{ header: boolean; height: number | null; cells: readonly TableCell[] }>;

export type TableCell = Readonly<{
  /** 0-based grid column of the cell's left edge. */
  column: number;
  columnSpan: number;
  rowSpan: number;
  blocks: readonly Block[];
  shading: string | null;
  borders: Borders | null;
  verticalAlign: 'top' | 'center' | 'bottom';
  /** Space inside the cell's edges; Word's own where a side is absent. */
  padding?: Padding;
}>;

export type Padding = Readonly<{ top?: number; right?: number; bottom?: number; left?: number }>;

/** Where a paragraph stands. Rules look at body and cells; labels say which table and row. */
export type Region =
  | Readonly<{ kind: 'body' }>
  | Readonly<{ kind: 'cell'; table: string; row: number; column: number }>
  | Readonly<{ kind: 'footnote' | 'endnote'; note: string }>
  | Readonly<{ kind: 'header' | 'footer' }>
  | Readonly<{ kind: 'textbox' }>;

export type Note = Readonly<{ kind: 'footnote' | 'endnote'; id: string; label: string; blocks: readonly Block[] }>;

/** A header, footer or text box: a small flow of its own. */
export type Story = Readonly<{ id: string; role: 'default' | 'first' | 'even' | 'textbox'; blocks: readonly Block[] }>;

export type Run = Readonly<{ from: number; to: number; format: number }>;

export type InlineObject = Readonly<{ at: number }> &
  (
    | Readonly<{ kind: 'image'; media: string | null; width: number; height: number; alternative: string }>
    | Readonly<{ kind: 'note'; note: string; label: string }>
    | Readonly<{ kind: 'textbox'; story: string }>
    | Readonly<{ kind: 'other'; name: string }>
  );

export type Link = Readonly<{ from: number; to: number; target: string }>;

/** A computed field (PAGE, REF, …): its cached result is part of the text. */
export type Field = Readonly<{ from: number; to: number; instruction: string }>;

export type Inserted = Readonly<{ from: number; to: number; change: number }>;

/** Deleted text lies beside the text, at the offset where it stood. */
export type Removed = Readonly<{ at: number; text: string; change: number; format: number }>;

export type TrackedChange = Readonly<{
  kind: 'insert' | 'delete' | 'move-from' | 'move-to' | 'format';
  author: string;
  /** ISO 8601 as written in the file; null when it gives none. */
  date: string | null;
}>;

/** A comment that came in the file. `at` is null when its range is gone or empty. */
export type SourceComment = Readonly<{
  id: string;
  author: string;
  initials: string;
  date: string | null;
  text: string;
  at: Range | null;
  parent: string | null;
  resolved: boolean;
}>;

/** An embedded picture, kept beside the document under its id. */
export type Media = Readonly<{ id: string; type: string; bytes: number }>;

export type Section = Readonly<{
  /** The section ends with this paragraph; null for the last section. */
  last: BlockId | null;
  width: number;
  height: number;
  margins: Readonly<{ top: number; right: number; bottom: number; left: number; header: number; footer: number }>;
  landscape: boolean;
  columns: number;
  columnGap: number;
}>;

export type Page = Readonly<{ number: number; width: number; height: number; hasText: boolean }>;

/** A line of text on a PDF page; origin top left. `from`/`to` are offsets in the paragraph. */
export type TextBox = Readonly<{
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  from: number;
  to: number;
}>;

export type CharacterFormat = Readonly<{
  font?: string;
  eastAsianFont?: string;
  /** Points. */
  size?: number;
  bold?: true;
  italic?: true;
  underline?: 'single' | 'double' | 'dotted' | 'dash' | 'wave';
  underlineColour?: string;
  strike?: true;
  /** `#rrggbb` */
  colour?: string;
  highlight?: string;
  verticalAlign?: 'superscript' | 'subscript';
  hidden?: true;
  allCaps?: true;
  smallCaps?: true;
  /** A frame around the characters. */
  border?: true;
  /** Emphasis marks (着重号) under the characters. */
  emphasis?: true;
  /** Extra space between characters, points. */
  spacing?: number;
}>;

export type ParagraphFormat = Readonly<{
  style?: string;
  align?: 'left' | 'center' | 'right' | 'justify' | 'distribute';
  indentLeft?: number;
  indentRight?: number;
  /** Negative is hanging. */
  indentFirstLine?: number;
  /** In characters, as Chinese typography counts; wins over the point value. */
  indentFirstLineChars?: number;
  indentLeftChars?: number;
  spaceBefore?: number;
  spaceAfter?: number;
  line?: Readonly<{ kind: 'multiple' | 'exact' | 'at-least'; value: number }>;
  /** 1–9 as Word's outline levels; absent for body text. */
  outline?: number;
  pageBreakBefore?: true;
  keepNext?: true;
  borders?: Borders;
  shading?: string;
  tabs?: readonly TabStop[];
  rightToLeft?: true;
}>;

export type TabStop = Readonly<{ at: number; align: 'left' | 'center' | 'right' | 'decimal'; leader: string }>;

export type Border = Readonly<{
  style: 'none' | 'single' | 'double' | 'dotted' | 'dashed' | 'thick';
  width: number;
  colour: string;
  /** Between a paragraph's border and its text. */
  space?: number;
}>;
export type Borders = Readonly<{
  top?: Border;
  right?: Border;
  bottom?: Border;
  left?: Border;
  insideH?: Border;
  insideV?: Border;
}>;

/** One node of the clause tree, flat in reading order; `parent` links it. */
export type Clause = Readonly<{
  /** `c1`, `c2`, … */
  id: string;
  parent: string | null;
  /** 0 is outermost among the schemes the document uses. */
  level: number;
  scheme: ClauseScheme;
  /** The number as displayed, literal or computed: "第十二条", "（二）", "3.1". */
  label: string;
  /** Its numeric value (12, 2, 1 for "3.1"); null when unreadable. */
  value: number | null;
  /** Text of the heading, or the first words of the clause; at most 40 characters. */
  heading: string;
  /** True when the line holds a heading alone, without clause text. */
  headingOnly: boolean;
  /** Where it begins, after its label. */
  start: Readonly<{ block: BlockId; offset: number }>;
  /** First and last paragraph of the clause with all its children. */
  first: BlockId;
  last: BlockId;
  part: ClausePart;
}>;

export type ClauseScheme =
  | 'volume' // 第X编
  | 'chapter' // 第X章
  | 'section' // 第X节
  | 'article' // 第X条
  | 'han-comma' // 一、
  | 'han-paren' // （一）
  | 'arabic' // 1. 1、
  | 'arabic-paren' // （1） 1)
  | 'circled' // ①
  | 'decimal' // 1.1 1.1.1
  | 'letter' // a. (a)
  | 'annex' // 附件一
  | 'heading'; // unnumbered heading: 鉴于, 双方约定

/** Annexes and the signature block are told apart, so that party and blank rules know where they are. */
export type ClausePart = 'body' | 'annex' | 'signature';

/** Something a reader must be told about the file itself; wording lives in shared/words. */
export type Notice = Readonly<{ kind: NoticeKind; detail: string }>;

export type NoticeKind =
  | 'macros'
  | 'embedded-object'
  | 'dde-field'
  | 'external-link'
  | 'alternative-content'
  | 'hidden-text'
  | 'invisible-characters'
  | 'tracked-changes'
  | 'comments'
  | 'missing-part'
  | 'unsupported-picture'
  | 'repaired'
  | 'page-without-text'
  | 'decoded-as';

/** Fails to compile when a union gains a case that a switch does not handle. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}

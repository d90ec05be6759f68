/** What a PDF page says, before anything is made of it. Points; origin at the top left of the page as seen. */
export type PdfItem = Readonly<{
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  /** Font size as seen. */
  size: number;
  /** Runs along the page's lines; false for rotated and vertical text. */
  level: boolean;
  rightToLeft: boolean;
}>;

export type PdfPage = Readonly<{ number: number; width: number; height: number; items: readonly PdfItem[] }>;

/** A stretch of one line without a wide gap. */
export type Segment = Readonly<{ text: string; x: number; right: number; size: number }>;

export type Line = Readonly<{
  page: number;
  segments: readonly Segment[];
  text: string;
  x: number;
  right: number;
  baseline: number;
  size: number;
  /** Edges of the column it stands in. */
  left: number;
  edge: number;
}>;

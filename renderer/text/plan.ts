/**
 * A document laid out in sheets: stretches of blocks that are built, kept off screen and measured
 * together. The first sheets are on screen at once, the rest follow in idle time.
 */
import type { Block, BlockId, Document, Paragraph, Section, Story } from '../../shared/document/model.ts';
import { blockNumber, paragraphsIn } from '../../shared/document/walk.ts';
import { defaultSize, singleLine } from './formats.ts';
import { leadFormat } from './pieces.ts';

export type SheetPart =
  | Readonly<{ kind: 'block'; block: Block }>
  | Readonly<{ kind: 'page'; number: number }>
  | Readonly<{ kind: 'frame'; frame: Frame; label: string; blocks: readonly Block[] }>;

export type Frame = 'header' | 'footer' | 'textbox' | 'footnote' | 'endnote';

export type Sheet = Readonly<{
  section: Section;
  parts: readonly SheetPart[];
  /** Estimated height in points, for the scroll bar and the minimap before layout. */
  height: number;
}>;

export type Plan = Readonly<{
  sheets: readonly Sheet[];
  /** Paragraphs in the order they are shown. */
  order: readonly BlockId[];
  /** Where a paragraph stands: its sheet and how far down in it, 0 to 1. */
  places: ReadonlyMap<BlockId, Readonly<{ sheet: number; fraction: number }>>;
}>;

/** A4 with Word's margins, for sources that say nothing of pages. */
const plainSection: Section = {
  last: null,
  width: 595.3,
  height: 841.9,
  margins: { top: 72, right: 90, bottom: 72, left: 90, header: 42, footer: 49 },
  landscape: false,
  columns: 1,
  columnGap: 36,
};

/** About two screens: small enough to build in one idle slice, large enough to be few. */
const sheetHeight = 1600;

export function planOf(document: Document): Plan {
  const parts = placedParts(document);
  const sheets: Sheet[] = [];
  let open: { section: Section; parts: SheetPart[]; height: number } | null = null;
  const close = (): void => {
    if (open) sheets.push(open);
    open = null;
  };
  for (const { section, part } of parts) {
    const height = heightOf(document, section, part);
    if (open && (open.section !== section || open.height + height > sheetHeight)) close();
    open ??= { section, parts: [], height: 0 };
    open.parts.push(part);
    open.height += height;
  }
  close();
  if (sheets.length === 0) sheets.push({ section: document.sections[0] ?? plainSection, parts: [], height: 200 });
  return { sheets, ...placesOf(document, sheets) };
}

type PlacedPart = Readonly<{ section: Section; part: SheetPart }>;

function placedParts(document: Document): PlacedPart[] {
  const sections = document.sections.length > 0 ? document.sections : [plainSection];
  const ends = new Map(sections.flatMap((section, at) => (section.last === null ? [] : [[section.last, at] as const])));
  const boxes = new Map(document.textBoxes.map((story) => [story.id, story]));
  let at = 0;
  let page = 1;
  const placed: PlacedPart[] = [];
  const add = (part: SheetPart): void => {
    placed.push({ section: sections[at] ?? plainSection, part });
  };
  document.headers.filter(hasText).forEach((story) => add(frame('header', '', story)));
  for (const block of document.body) {
    const inside = paragraphsIn([block]);
    const begins = inside[0]?.page ?? null;
    if (begins !== null && begins > page) add({ kind: 'page', number: begins });
    add({ kind: 'block', block });
    if (block.kind === 'paragraph' && block.page !== null && endsPage(block)) {
      add({ kind: 'page', number: block.page + block.pageStarts.length });
    }
    page = Math.max(page, ...inside.map((paragraph) => (paragraph.page ?? 0) + paragraph.pageStarts.length));
    for (const object of inside.flatMap((paragraph) => paragraph.objects)) {
      const story = object.kind === 'textbox' ? boxes.get(object.story) : undefined;
      if (!story) continue;
      add(frame('textbox', '', story));
      boxes.delete(story.id);
    }
    const last = block.kind === 'paragraph' ? ends.get(block.id) : undefined;
    if (last !== undefined) at = Math.min(last + 1, sections.length - 1);
  }
  boxes.forEach((story) => add(frame('textbox', '', story)));
  document.notes.forEach((note) => add({ kind: 'frame', frame: note.kind, label: note.label, blocks: note.blocks }));
  document.footers.filter(hasText).forEach((story) => add(frame('footer', '', story)));
  return placed;
}

/** Whether the next page begins after the last character, as a page break at the end of a paragraph says. */
function endsPage({ text, pageStarts }: Paragraph): boolean {
  return text !== '' && pageStarts.at(-1) === text.length;
}

function frame(kind: Frame, label: string, story: Story): SheetPart {
  return { kind: 'frame', frame: kind, label, blocks: story.blocks };
}

function hasText(story: Story): boolean {
  return paragraphsIn(story.blocks).some((paragraph) => paragraph.text.trim() !== '');
}

function placesOf(document: Document, sheets: readonly Sheet[]): Pick<Plan, 'order' | 'places'> {
  const order: BlockId[] = [];
  const places = new Map<BlockId, { sheet: number; fraction: number }>();
  sheets.forEach((sheet, index) => {
    let above = 0;
    const note = (blocks: readonly Block[]): void => {
      for (const block of blocks) {
        if (block.kind === 'paragraph') {
          order.push(block.id);
          places.set(block.id, { sheet: index, fraction: sheet.height === 0 ? 0 : above / sheet.height });
          above += paragraphHeight(document, sheet.section, block);
        } else {
          for (const row of block.rows) {
            const top = above;
            let bottom = above;
            for (const cell of row.cells) {
              above = top;
              note(cell.blocks);
              bottom = Math.max(bottom, above);
            }
            above = bottom;
          }
        }
      }
    };
    for (const part of sheet.parts) if (part.kind !== 'page') note(part.kind === 'block' ? [part.block] : part.blocks);
  });
  return { order, places };
}

function heightOf(document: Document, section: Section, part: SheetPart): number {
  if (part.kind === 'page') return 18;
  const blocks = part.kind === 'block' ? [part.block] : part.blocks;
  return blocks.reduce((sum, block) => sum + blockHeight(document, section, block), 0);
}

function blockHeight(document: Document, section: Section, block: Block): number {
  if (block.kind === 'paragraph') return paragraphHeight(document, section, block);
  return block.rows.reduce((sum, row) => {
    const tallest = row.cells.map((cell) =>
      cell.blocks.reduce((height, inner) => height + blockHeight(document, section, inner), 0),
    );
    return sum + Math.max(row.height ?? 0, 16, ...tallest);
  }, 0);
}

/** Chinese text is nearly as wide as it is many, which makes lines easy to foretell. */
function paragraphHeight(document: Document, section: Section, paragraph: Paragraph): number {
  const format = document.paragraphFormats[paragraph.format] ?? {};
  const size = document.characterFormats[leadFormat(paragraph)]?.size ?? defaultSize;
  const share = paragraph.region.kind === 'cell' ? 0.3 : 1;
  const width = Math.max((section.width - section.margins.left - section.margins.right) * share, size);
  const lines = Math.max(1, Math.ceil(((paragraph.text.length + 2) * size) / width));
  const line = format.line?.kind === 'multiple' ? size * singleLine * format.line.value : format.line?.value;
  const pictures = paragraph.objects.reduce((sum, object) => sum + (object.kind === 'image' ? object.height : 0), 0);
  return lines * (line ?? size * singleLine) + (format.spaceBefore ?? 0) + (format.spaceAfter ?? 0) + pictures;
}

/** The clause or block shown at a place is the last one that begins before it. */
export function lastBefore<T>(sorted: readonly T[], block: BlockId, of: (item: T) => BlockId): T | null {
  const limit = blockNumber(block);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = sorted[middle];
    if (item !== undefined && blockNumber(of(item)) <= limit) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1] ?? null;
}

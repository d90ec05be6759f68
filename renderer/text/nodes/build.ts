/** Document → Lexical nodes, sheet by sheet. Runs inside `editor.update`. */
import type { LexicalNode } from 'lexical';
import { $create } from 'lexical';
import type {
  Block,
  BlockId,
  Document,
  InlineObject,
  Paragraph,
  ParagraphFormat,
  Table,
} from '../../../shared/document/model.ts';
import { assertNever } from '../../../shared/document/model.ts';
import { isGone } from '../../../shared/document/projections.ts';
import type { Suggestion } from '../../../shared/document/suggestion.ts';
import { hex, points } from '../formats.ts';
import { leadFormat } from '../pieces.ts';
import type { Piece } from '../pieces.ts';
import { suggestedPieces } from '../suggested.ts';
import type { Byline, SuggestedPiece } from '../suggested.ts';
import type { Frame, Sheet, SheetPart } from '../plan.ts';
import {
  DocumentCellNode,
  DocumentParagraphNode,
  DocumentRowNode,
  DocumentTableNode,
  FrameNode,
  SheetNode,
} from './block-nodes.ts';
import {
  authorColour,
  breakElement,
  bylineTitle,
  hostText,
  SuggestedRemovalNode,
  SuggestedTextNode,
} from './suggested-nodes.ts';
import { DocumentTextNode, DrawnNode, RemovedTextNode } from './text-nodes.ts';

export const documentNodes = [
  SheetNode,
  FrameNode,
  DocumentParagraphNode,
  DocumentTableNode,
  DocumentRowNode,
  DocumentCellNode,
  DocumentTextNode,
  RemovedTextNode,
  SuggestedRemovalNode,
  SuggestedTextNode,
  DrawnNode,
];

/** What building needs besides the document: where its pictures are, and the words shown in it. */
export type Surroundings = Readonly<{
  document: Document;
  /** The title of a text that has no layout of its own; null where the author laid it out. */
  title: BlockId | null;
  mediaUrl: (id: string) => string;
  /** What is suggested in a paragraph at the time it is drawn. */
  suggestions: (block: BlockId) => readonly Suggestion[];
  words: Readonly<{
    page: (number: number) => string;
    frame: Readonly<Record<Frame, string>>;
    missingPicture: string;
    textBoxMark: string;
  }>;
}>;

export function $sheetNode(around: Surroundings, sheet: Sheet, index: number): SheetNode {
  const node = $create(SheetNode);
  node.__index = index;
  node.__sheet = sheet;
  const next = (at: number): Block | undefined => {
    const part = sheet.parts[at + 1];
    return part?.kind === 'block' ? part.block : undefined;
  };
  return node.append(...sheet.parts.map((part, at) => $partNode(around, part, next(at))));
}

function $partNode(around: Surroundings, part: SheetPart, next: Block | undefined): LexicalNode {
  switch (part.kind) {
    case 'block':
      return $blockNode(around, part.block, next);
    case 'page':
      return $drawn(() => pageMark(around.words.page(part.number), part.number, false), false);
    case 'frame': {
      const node = $create(FrameNode);
      node.__frame = part.frame;
      node.__label = part.label;
      node.__name = around.words.frame[part.frame];
      return node.append(...part.blocks.map((block, at) => $blockNode(around, block, part.blocks[at + 1])));
    }
    default:
      return assertNever(part);
  }
}

function $blockNode(around: Surroundings, block: Block, next: Block | undefined): LexicalNode {
  return block.kind === 'paragraph' ? $paragraphNode(around, block, next) : $tableNode(around, block);
}

function $paragraphNode(around: Surroundings, paragraph: Paragraph, next: Block | undefined): DocumentParagraphNode {
  const { document } = around;
  const format = document.paragraphFormats[paragraph.format] ?? {};
  const node = $create(DocumentParagraphNode);
  node.__block = paragraph.id;
  node.__classes = [
    'block',
    `s${leadFormat(paragraph)}`,
    `f${paragraph.format}`,
    hex(format.shading) === null ? '' : 'filled',
    next?.kind === 'paragraph' && joins(format, document.paragraphFormats[next.format] ?? {}) ? 'joins-next' : '',
    paragraph.id === around.title ? 'block-title' : '',
    paragraph.markInserted === null ? '' : 'mark-inserted',
    paragraph.markRemoved === null ? '' : 'mark-removed',
    isGone(paragraph, 'original') ? 'gone-original' : '',
    isGone(paragraph, 'final') ? 'gone-final' : '',
  ]
    .filter(Boolean)
    .join(' ');
  node.__heading = format.outline === undefined ? null : Math.min(format.outline, 6);
  if (paragraph.label !== null) {
    const { format: look, follow } = paragraph.labelLook ?? { format: leadFormat(paragraph), follow: 'space' };
    node.__label = { text: paragraph.label, classes: `label c${look} label-${follow}`, tab: follow === 'tab' };
  }
  return $fillParagraph(around, node, paragraph);
}

/** Neighbours with the same borders and edges stand in one frame (17.3.1.24). */
function joins(one: ParagraphFormat, next: ParagraphFormat): boolean {
  if (!one.borders || !next.borders) return false;
  const frame = (format: ParagraphFormat): string =>
    JSON.stringify([format.borders, format.indentLeft, format.indentLeftChars, format.indentRight]);
  return frame(one) === frame(next);
}

/** Draws what a paragraph says and what is suggested in it; `host` where an input method is to compose. */
export function $fillParagraph(
  around: Surroundings,
  node: DocumentParagraphNode,
  paragraph: Paragraph,
  host: number | null = null,
): DocumentParagraphNode {
  const suggestions = around.suggestions(paragraph.id);
  const pieces = suggestedPieces(paragraph, suggestions, host);
  node.getWritable().__joined = suggestions.some(({ kind }) => kind === 'join');
  return node.clear().append(...pieces.map((piece) => $suggestedNode(around, paragraph, piece)));
}

function $suggestedNode(around: Surroundings, paragraph: Paragraph, shown: SuggestedPiece): LexicalNode {
  switch (shown.kind) {
    case 'said':
      return shown.gone
        ? $goneNode(around, paragraph, shown.piece, shown.gone)
        : $pieceNode(around, paragraph, shown.piece);
    case 'added':
      return $signedNode(SuggestedTextNode, shown.text, `c${shown.format}`, shown.by);
    case 'host':
      return $signedNode(SuggestedTextNode, hostText, `c${shown.format}`, null);
    case 'break':
      return $drawn(() => breakElement(shown.by), true);
    default:
      return assertNever(shown);
  }
}

function $signedNode(
  kind: typeof SuggestedRemovalNode,
  text: string,
  classes: string,
  by: Byline | null,
): SuggestedRemovalNode {
  const node = $create(kind).setTextContent(text);
  node.__classes = classes;
  node.__by = by;
  return node;
}

function $goneNode(around: Surroundings, paragraph: Paragraph, piece: Piece, by: Byline): LexicalNode {
  switch (piece.kind) {
    case 'text':
      return $signedNode(SuggestedRemovalNode, piece.text, `c${piece.format}`, by);
    case 'tab':
      return $signedNode(SuggestedRemovalNode, '\t', `c${piece.format} doc-tab`, by);
    case 'object':
      return $drawn(() => {
        const element = objectElement(around, piece.object);
        element.classList.add('suggested', 'suggested-gone', `suggested-${authorColour(by.author)}`);
        element.setAttribute('role', 'deletion');
        element.title = bylineTitle(by);
        return element;
      }, true);
    case 'removed':
    case 'page':
      return $pieceNode(around, paragraph, piece);
    default:
      return assertNever(piece);
  }
}

function $pieceNode(around: Surroundings, paragraph: Paragraph, piece: Piece): LexicalNode {
  const { document } = around;
  switch (piece.kind) {
    case 'text': {
      const change = piece.inserted === null ? null : (document.changes[piece.inserted] ?? null);
      const node = $create(DocumentTextNode).setTextContent(piece.text);
      const linked = paragraph.links.some((link) => link.from < piece.to && piece.from < link.to);
      node.__classes = `c${piece.format}${linked ? ' linked' : ''}`;
      node.__change = change;
      return node;
    }
    case 'tab': {
      const node = $create(DocumentTextNode).setTextContent('\t');
      node.__classes = `c${piece.format} doc-tab`;
      node.__change = piece.inserted === null ? null : (document.changes[piece.inserted] ?? null);
      return node;
    }
    case 'removed': {
      const node = $create(RemovedTextNode).setTextContent(piece.text);
      node.__classes = `c${piece.format}`;
      node.__change = document.changes[piece.change] ?? null;
      return node;
    }
    case 'page':
      return $drawn(() => pageMark(around.words.page(piece.number), piece.number, true), true);
    case 'object':
      return $drawn(() => {
        const element = objectElement(around, piece.object);
        if (piece.inserted !== null) element.classList.add('came');
        return element;
      }, true);
    default:
      return assertNever(piece);
  }
}

function $drawn(draw: () => HTMLElement, inline: boolean): DrawnNode {
  const node = $create(DrawnNode);
  node.__draw = draw;
  node.__inline = inline;
  return node;
}

function $tableNode(around: Surroundings, table: Table): DocumentTableNode {
  const node = $create(DocumentTableNode);
  node.__table = table;
  const columns = Math.max(
    table.columns.length,
    ...table.rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columnSpan)),
  );
  const rows = table.rows.map((row, at) => {
    const rowNode = $create(DocumentRowNode);
    rowNode.__height = row.height;
    return rowNode.append(
      ...row.cells.map((cell) => {
        const cellNode = $create(DocumentCellNode);
        const { blocks, ...look } = cell;
        cellNode.__cell = look;
        cellNode.__header = row.header;
        cellNode.__tableBorders = table.borders;
        cellNode.__edges = {
          top: at === 0,
          bottom: at + cell.rowSpan >= table.rows.length,
          left: cell.column === 0,
          right: cell.column + cell.columnSpan >= columns,
        };
        return cellNode.append(...blocks.map((block, index) => $blockNode(around, block, blocks[index + 1])));
      }),
    );
  });
  return node.append(...rows);
}

/** A thin rule with the page's number: in a line of its own, or where the page begins in a paragraph. */
function pageMark(label: string, number: number, inline: boolean): HTMLElement {
  const element = document.createElement(inline ? 'span' : 'div');
  element.className = inline ? 'page-mark page-mark-inline' : 'page-mark';
  element.dataset['skip'] = 'page';
  element.dataset['pageNumber'] = String(number);
  element.dataset['text'] = label;
  element.setAttribute('role', 'separator');
  element.setAttribute('aria-label', label);
  return element;
}

function objectElement(around: Surroundings, object: InlineObject): HTMLElement {
  const element = document.createElement('span');
  element.className = `object object-${object.kind}`;
  element.dataset['object'] = object.kind;
  switch (object.kind) {
    case 'image': {
      if (object.media === null) return missingPicture(element, around, object.alternative);
      const picture = document.createElement('img');
      picture.src = around.mediaUrl(object.media);
      picture.alt = object.alternative;
      picture.loading = 'lazy';
      picture.decoding = 'async';
      picture.draggable = false;
      if (object.width > 0) picture.style.width = points(object.width);
      if (object.width > 0 && object.height > 0) picture.style.aspectRatio = `${object.width} / ${object.height}`;
      picture.addEventListener('error', () => missingPicture(element, around, object.alternative));
      element.append(picture);
      return element;
    }
    case 'note':
      element.textContent = object.label;
      return element;
    case 'textbox':
      element.title = around.words.textBoxMark;
      element.textContent = '▭';
      return element;
    case 'other':
      element.title = object.name;
      element.textContent = '◫';
      return element;
    default:
      return assertNever(object);
  }
}

function missingPicture(element: HTMLElement, around: Surroundings, alternative: string): HTMLElement {
  element.classList.add('object-missing');
  element.textContent = alternative === '' ? around.words.missingPicture : alternative;
  return element;
}

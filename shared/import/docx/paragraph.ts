/** One w:p into a RawParagraph: runs, fields, links, tracked changes, comment marks, objects. */
import type { RawParagraph, RawPiece } from '../raw.ts';
import type { ParagraphStyling } from './formats.ts';
import { chosenBranch } from './alternate.ts';
import { objectsIn } from './drawing.ts';
import { beginField, closeInstruction, endField, innermostField, isVisible, takeInstruction } from './fields.ts';
import { mathText } from './math.ts';
import {
  type Flow,
  type Marks,
  type Reading,
  type SourcePiece,
  changeIndex,
  changeKind,
  watchText,
} from './reading.ts';
import { rubyBase, symbolOf } from './run-text.ts';
import { type XmlElement, child, visibleText } from './xml.ts';

/** A paragraph being filled. */
type Filling = {
  readonly flow: Flow;
  readonly styling: ParagraphStyling;
  readonly pieces: RawPiece[];
  readonly sources: SourcePiece[] | null;
  /** Length of the accepted text so far. */
  length: number;
  /** Wrappers open at this place. */
  containers: readonly XmlElement[];
  /** The alternative content whose branch is being read: write-back may not reach into it. */
  alternate: XmlElement | null;
};

export function readParagraph(flow: Flow, element: XmlElement): RawParagraph {
  const { reading } = flow;
  const properties = child(element, 'w:pPr');
  const styling = reading.formats.paragraph(properties, flow.table);
  const mark = markChanges(reading, properties, flow.row);
  const filling: Filling = {
    flow,
    styling,
    pieces: flow.pending,
    sources: reading.sources ? [] : null,
    length: 0,
    containers: [],
    alternate: null,
  };
  flow.pending = [];
  if (flow.isBody && flow.paragraphs > 0 && reading.formats.paragraphFormats[styling.format]?.pageBreakBefore) {
    filling.pieces.push({ kind: 'page-break' });
    flow.broken = true;
  }
  flow.paragraphs += 1;
  // The label is counted before the content, so that text boxes in it come after.
  const counts = styling.numbering !== null && mark.deleted === undefined;
  const label = counts && styling.numbering ? flow.counters.next(styling.numbering) : null;
  readInline(filling, element.children, flow.row);
  const paragraph: RawParagraph = {
    kind: 'paragraph',
    label,
    labelLevel: label === null || !styling.numbering ? null : styling.numbering.level,
    format: styling.format,
    pieces: filling.pieces,
  };
  const level = label === null || !styling.numbering ? undefined : reading.levels.level(styling.numbering);
  if (level) {
    paragraph.labelLook = {
      format: reading.formats.label(properties, styling, level.character),
      follow: level.follow,
    };
  }
  if (mark.inserted !== undefined) paragraph.markInserted = mark.inserted;
  if (mark.deleted !== undefined) paragraph.markRemoved = mark.deleted;
  flow.last = paragraph;
  const inDeletedRow = flow.row.deleted !== undefined;
  if (filling.sources)
    reading.sources?.set(paragraph, { part: flow.part, element, inDeletedRow, pieces: filling.sources });
  return paragraph;
}

/** Changes of the paragraph mark itself (17.13.5.15 and 17.13.5.20), and of the properties. */
function markChanges(reading: Reading, properties: XmlElement | undefined, row: Marks): Marks {
  let marks: { inserted?: number; deleted?: number } = {};
  for (const one of child(properties, 'w:rPr')?.children ?? []) {
    const kind = changeKind(one.name);
    if (kind !== undefined) marks = { ...marks, ...marksOf(changeIndex(reading, kind, one), kind) };
  }
  const formatted = child(properties, 'w:pPrChange');
  if (formatted) changeIndex(reading, 'format', formatted);
  if (marks.inserted === undefined && marks.deleted === undefined) {
    if (row.inserted !== undefined) marks.inserted = row.inserted;
    if (row.deleted !== undefined) marks.deleted = row.deleted;
  }
  return marks;
}

function marksOf(change: number, kind: string): Marks {
  return kind === 'insert' || kind === 'move-to' ? { inserted: change } : { deleted: change };
}

function readInline(filling: Filling, children: readonly XmlElement[], marks: Marks): void {
  for (const element of children) readInlineElement(filling, element, marks);
}

function readInside(filling: Filling, containers: readonly XmlElement[], marks: Marks): void {
  const outer = filling.containers;
  if (filling.sources) filling.containers = [...outer, ...containers];
  readInline(filling, containers.at(-1)?.children ?? [], marks);
  filling.containers = outer;
}

function readAlternate(filling: Filling, element: XmlElement, read: (branch: XmlElement) => void): void {
  const branch = chosenBranch(element);
  const outer = filling.alternate;
  filling.alternate ??= element;
  if (branch) read(branch);
  filling.alternate = outer;
}

function readInlineElement(filling: Filling, element: XmlElement, marks: Marks): void {
  const { flow } = filling;
  switch (element.name) {
    case 'w:r':
      readRun(filling, element, marks);
      return;
    case 'w:ins':
    case 'w:del':
    case 'w:moveFrom':
    case 'w:moveTo': {
      const kind = changeKind(element.name);
      if (kind === undefined) return;
      const own = marksOf(changeIndex(flow.reading, kind, element), kind);
      readInside(filling, [element], { ...marks, ...own });
      return;
    }
    case 'w:hyperlink': {
      const link = linkIndex(flow, element);
      readInside(filling, [element], link === null ? marks : { ...marks, link });
      return;
    }
    case 'w:fldSimple':
      beginField(flow);
      takeInstruction(flow, element.attributes['w:instr'] ?? '');
      closeInstruction(flow);
      readInside(filling, [element], marks);
      endField(flow);
      return;
    case 'w:sdt': {
      const content = child(element, 'w:sdtContent');
      if (content) readInside(filling, [element, content], marks);
      return;
    }
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:dir':
    case 'w:bdo':
    case 'w:sdtContent':
      readInside(filling, [element], marks);
      return;
    case 'mc:AlternateContent':
      readAlternate(filling, element, (branch) => readInline(filling, branch.children, marks));
      return;
    case 'w:commentRangeStart':
    case 'w:commentRangeEnd':
      filling.pieces.push(commentMark(element));
      return;
    case 'm:oMath':
    case 'm:oMathPara':
      addAtom(filling, mathText(element), element, element, marks, filling.styling);
      return;
    default:
  }
}

export function commentMark(element: XmlElement): RawPiece {
  const kind = element.name === 'w:commentRangeStart' ? 'comment-start' : 'comment-end';
  return { kind, id: element.attributes['w:id'] ?? '' };
}

function linkIndex(flow: Flow, element: XmlElement): number | null {
  const relationship = flow.relationships.get(element.attributes['r:id'] ?? '');
  const anchor = element.attributes['w:anchor'];
  const target = (relationship?.target ?? '') + (anchor ? `#${anchor}` : '');
  if (target === '') return null;
  const { links } = flow.reading;
  if (links.at(-1) !== target) links.push(target);
  return links.length - 1;
}

function readRun(filling: Filling, run: XmlElement, marks: Marks): void {
  const { flow } = filling;
  const first = run.children[0];
  const properties = first?.name === 'w:rPr' ? first : child(run, 'w:rPr');
  const format = flow.reading.formats.run(properties, filling.styling);
  const formatted = child(properties, 'w:rPrChange');
  if (formatted) changeIndex(flow.reading, 'format', formatted);
  readRunContent(filling, run, run.children, format, marks);
}

function readRunContent(
  filling: Filling,
  run: XmlElement,
  children: readonly XmlElement[],
  format: number,
  marks: Marks,
): void {
  const { flow } = filling;
  for (const element of children) {
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
        addText(filling, visibleText(element), run, element, format, marks, true);
        break;
      case 'w:tab':
      case 'w:ptab':
        addText(filling, '\t', run, element, format, marks, false);
        break;
      case 'w:cr':
        addText(filling, '\n', run, element, format, marks, false);
        break;
      case 'w:br':
        if (element.attributes['w:type'] === 'page') addPageBreak(filling, true);
        else addText(filling, '\n', run, element, format, marks, false);
        break;
      case 'w:lastRenderedPageBreak':
        addPageBreak(filling, false);
        break;
      case 'w:noBreakHyphen':
        addText(filling, '\u2011', run, element, format, marks, false);
        break;
      case 'w:softHyphen':
        addText(filling, '\u00AD', run, element, format, marks, false);
        break;
      case 'w:sym':
        addText(filling, symbolOf(element), run, element, format, marks, false);
        break;
      case 'w:fldChar':
        readFieldCharacter(filling, run, element, format, marks);
        break;
      case 'w:instrText':
      case 'w:delInstrText':
        takeInstruction(flow, element.text);
        break;
      case 'w:ruby':
        addText(filling, rubyBase(element), run, element, format, marks, false);
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        addNote(filling, run, element, format, marks);
        break;
      case 'mc:AlternateContent':
        readAlternate(filling, element, (branch) => readRunContent(filling, run, branch.children, format, marks));
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        for (const object of objectsIn(flow, element)) addObject(filling, object, run, element, format, marks);
        break;
      default:
    }
  }
}

function addPageBreak(filling: Filling, explicit: boolean): void {
  const { flow } = filling;
  if (!flow.isBody || !isVisible(flow)) return;
  if (!explicit && flow.broken) {
    flow.broken = false;
    return;
  }
  flow.broken = explicit;
  filling.pieces.push({ kind: 'page-break' });
}

function addAtom(
  filling: Filling,
  text: string,
  run: XmlElement,
  element: XmlElement,
  marks: Marks,
  styling: ParagraphStyling,
): void {
  const format = filling.flow.reading.formats.run(undefined, styling);
  addText(filling, text, run, element, format, marks, false);
}

function addText(
  filling: Filling,
  text: string,
  run: XmlElement,
  element: XmlElement,
  format: number,
  marks: Marks,
  divisible: boolean,
): void {
  const { flow } = filling;
  if (text === '' || !isVisible(flow)) return;
  flow.broken = false;
  watchText(flow.reading, text, flow.reading.formats.characterFormats[format]);
  const field = innermostField(flow);
  const last = filling.pieces.at(-1);
  if (
    last?.kind === 'text' &&
    last.format === format &&
    last.inserted === marks.inserted &&
    last.deleted === marks.deleted &&
    last.link === marks.link &&
    last.field === field
  ) {
    last.text += text;
  } else {
    const piece: Extract<RawPiece, { kind: 'text' }> = { kind: 'text', text, format };
    if (marks.inserted !== undefined) piece.inserted = marks.inserted;
    if (marks.deleted !== undefined) piece.deleted = marks.deleted;
    if (marks.link !== undefined) piece.link = marks.link;
    if (field !== undefined) piece.field = field;
    filling.pieces.push(piece);
  }
  advance(filling, text.length, marks, run, element, divisible);
}

function advance(
  filling: Filling,
  length: number,
  marks: Marks,
  run: XmlElement,
  element: XmlElement,
  divisible: boolean,
): void {
  const deleted = marks.deleted !== undefined;
  const from = filling.length;
  if (!deleted) filling.length += length;
  const { alternate, containers, sources } = filling;
  if (!sources) return;
  const place = { from, to: filling.length, deleted, change: marks.deleted ?? marks.inserted ?? null, containers };
  if (!alternate) sources.push({ ...place, run, element, divisible });
  // Alternatives inside a run are cut around, alternatives around runs too.
  else if (run.children.includes(alternate)) sources.push({ ...place, run, element: alternate, divisible: false });
  else sources.push({ ...place, run: alternate, element: alternate, divisible: false });
}

function addObject(
  filling: Filling,
  object: Extract<RawPiece, { kind: 'object' }>['object'],
  run: XmlElement,
  element: XmlElement,
  format: number,
  marks: Marks,
): Extract<RawPiece, { kind: 'object' }> | null {
  if (!isVisible(filling.flow)) return null;
  const piece: Extract<RawPiece, { kind: 'object' }> = { kind: 'object', object, format };
  if (marks.inserted !== undefined) piece.inserted = marks.inserted;
  if (marks.deleted !== undefined) piece.deleted = marks.deleted;
  filling.pieces.push(piece);
  advance(filling, 1, marks, run, element, false);
  return piece;
}

function addNote(filling: Filling, run: XmlElement, element: XmlElement, format: number, marks: Marks): void {
  const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  const id = element.attributes['w:id'] ?? '';
  const object = { kind: 'note', note: `${kind}-${id}`, label: '' } as const;
  const piece = addObject(filling, { ...object }, run, element, format, marks);
  const custom = element.attributes['w:customMarkFollows'];
  if (!piece) return;
  filling.flow.reading.noteReferences.push({
    kind,
    id,
    custom: custom !== undefined && custom !== '0' && custom !== 'false',
    deleted: marks.deleted !== undefined,
    section: filling.flow.section,
    object: piece,
  });
}

function readFieldCharacter(
  filling: Filling,
  run: XmlElement,
  element: XmlElement,
  format: number,
  marks: Marks,
): void {
  const { flow } = filling;
  const kind = element.attributes['w:fldCharType'];
  if (kind === 'begin') beginField(flow, element);
  else if (kind === 'separate') closeInstruction(flow);
  else if (kind === 'end') {
    const chosen = endField(flow);
    if (chosen !== null) addText(filling, chosen, run, element, format, marks, false);
  }
}

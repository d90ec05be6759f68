/** Block content: paragraphs and tables, through the wrappers that may stand around them. */
import type { RawBlock } from '../raw.ts';
import { chosenBranch } from './alternate.ts';
import { commentMark, readParagraph } from './paragraph.ts';
import { type Flow, changeIndex, changeKind, notice } from './reading.ts';
import { readTable } from './table.ts';
import { type XmlElement, child } from './xml.ts';

export function readBlocks(flow: Flow, elements: readonly XmlElement[]): RawBlock[] {
  const blocks: RawBlock[] = [];
  for (const element of elements) readBlock(flow, element, blocks);
  return blocks;
}

export function readBlock(flow: Flow, element: XmlElement, into: RawBlock[]): void {
  switch (element.name) {
    case 'w:p':
      into.push(readParagraph(flow, element));
      return;
    case 'w:tbl':
      into.push(readTable(flow, element));
      return;
    case 'w:sdt':
      for (const one of child(element, 'w:sdtContent')?.children ?? []) readBlock(flow, one, into);
      return;
    case 'w:customXml':
    case 'w:sdtContent':
    case 'w:smartTag':
      for (const one of element.children) readBlock(flow, one, into);
      return;
    case 'mc:AlternateContent':
      for (const one of chosenBranch(element)?.children ?? []) readBlock(flow, one, into);
      return;
    case 'w:ins':
    case 'w:del':
    case 'w:moveFrom':
    case 'w:moveTo': {
      const kind = changeKind(element.name);
      const outer = flow.row;
      if (kind === undefined) return;
      const change = changeIndex(flow.reading, kind, element);
      flow.row =
        kind === 'insert' || kind === 'move-to' ? { ...outer, inserted: change } : { ...outer, deleted: change };
      for (const one of element.children) readBlock(flow, one, into);
      flow.row = outer;
      return;
    }
    case 'w:commentRangeStart':
      flow.pending.push(commentMark(element));
      return;
    case 'w:commentRangeEnd':
      if (flow.last) flow.last.pieces.push(commentMark(element));
      else flow.pending.push(commentMark(element));
      return;
    case 'w:altChunk': {
      const target = flow.relationships.get(element.attributes['r:id'] ?? '')?.target ?? 'altChunk';
      notice(flow.reading, 'alternative-content', target);
      return;
    }
    case 'w:subDoc':
      notice(flow.reading, 'external-link', 'subDocument');
      return;
    // A formula straight in the body; Word writes it inside a paragraph.
    case 'm:oMathPara':
      into.push(readParagraph(flow, { ...element, children: [element] }));
      return;
    default:
  }
}

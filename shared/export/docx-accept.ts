/** One part with its changes carried out and its comment marks gone. */
import { type XmlElement, child, readXml } from '../import/docx/xml.ts';
import { contentOf, isDeletion } from './docx-atoms.ts';
import { closeTag } from './docx-revision.ts';

/** Gone with all they hold: what was deleted, how things were, where comments and moves began and ended. */
const dropped = new Set([
  'w:del',
  'w:moveFrom',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart',
  'w:customXmlMoveFromRangeEnd',
  'w:customXmlMoveToRangeStart',
  'w:customXmlMoveToRangeEnd',
]);

/** Taken off what they hold. */
const unwrapped = new Set(['w:ins', 'w:moveTo']);

/** What holds a flow of its own: paragraphs in it are joined with one another only. */
const flowHolders = new Set([
  'w:body',
  'w:tc',
  'w:txbxContent',
  'w:hdr',
  'w:ftr',
  'w:footnote',
  'w:endnote',
  'w:comment',
]);

/** What may stand around blocks of one flow. */
const around = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo']);

export function acceptedXml(xml: string): string {
  const root = readXml(xml);
  const rendering: Rendering = { xml, affected: new Map(), joining: new Set(), carried: '' };
  if (!isAffected(rendering, root)) return xml;
  findJoins(rendering, root);
  return xml.slice(0, root.start) + rendered(rendering, root) + xml.slice(root.end);
}

/** Mutable while one part is rendered, and never leaves this file. */
type Rendering = {
  readonly xml: string;
  readonly affected: Map<XmlElement, boolean>;
  /** Paragraphs whose content runs on into the next one. */
  readonly joining: Set<XmlElement>;
  /** Content of joined paragraphs, for the next one of the flow. */
  carried: string;
};

function isAffected(rendering: Rendering, element: XmlElement): boolean {
  const known = rendering.affected.get(element);
  if (known !== undefined) return known;
  const found =
    dropped.has(element.name) ||
    unwrapped.has(element.name) ||
    element.children.map((one) => isAffected(rendering, one)).includes(true);
  rendering.affected.set(element, found);
  return found;
}

function findJoins(rendering: Rendering, element: XmlElement): void {
  if (flowHolders.has(element.name)) {
    const blocks = blocksOf(element);
    blocks.forEach((block, at) => {
      if (block.name === 'w:p' && hasDeletedMark(block) && blocks[at + 1]?.name === 'w:p') rendering.joining.add(block);
    });
  }
  for (const one of element.children) findJoins(rendering, one);
}

function blocksOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((one) => {
    if (one.name === 'w:p' || one.name === 'w:tbl') return [one];
    return around.has(one.name) ? blocksOf(one) : [];
  });
}

function hasDeletedMark(paragraph: XmlElement): boolean {
  return child(child(paragraph, 'w:pPr'), 'w:rPr')?.children.some(isDeletion) === true;
}

function rendered(rendering: Rendering, element: XmlElement): string {
  const { xml } = rendering;
  const { name } = element;
  if (dropped.has(name) || isGone(element)) return '';
  if (name === 'w:p') return renderedParagraph(rendering, element);
  if (rendering.carried === '' && !isAffected(rendering, element)) return xml.slice(element.start, element.end);
  const outer = rendering.carried;
  const holds = flowHolders.has(name);
  if (holds) rendering.carried = '';
  const content = renderedContent(rendering, element);
  if (holds) rendering.carried = outer;
  if (unwrapped.has(name) || isEmptied(element, content)) return unwrapped.has(name) ? content : '';
  return xml.slice(element.start, element.openEnd) + content + ending(xml, element);
}

function ending(xml: string, element: XmlElement): string {
  return element.closeStart < element.end ? closeTag(xml, element) : '';
}

/** A row whose mark says that it was deleted, a cell likewise, a formula's run, a run that held a comment's mark only. */
function isGone(element: XmlElement): boolean {
  const marked = (properties: string, mark: (one: XmlElement) => boolean): boolean =>
    child(element, properties)?.children.some(mark) === true;
  switch (element.name) {
    case 'w:tr':
      return marked('w:trPr', isDeletion);
    case 'w:tc':
      return marked('w:tcPr', ({ name }) => name === 'w:cellDel');
    case 'm:r':
      return marked('w:rPr', isDeletion);
    case 'w:r': {
      const content = contentOf(element);
      return (
        content.length > 0 && content.every(({ name }) => name === 'w:commentReference' || name === 'w:annotationRef')
      );
    }
    default:
      return false;
  }
}

/** A table without rows, a content control without content. */
function isEmptied({ name, children }: XmlElement, content: string): boolean {
  if (name === 'w:tbl') return children.some((one) => one.name === 'w:tr') && !/<(?:[\w.-]+:)?tr[\s>]/u.test(content);
  return name === 'w:sdt' && !/<(?:[\w.-]+:)?sdtContent[^>]*>\s*\S/u.test(content.replace(/<\/[^>]*sdtContent>/u, ''));
}

function renderedParagraph(rendering: Rendering, element: XmlElement): string {
  const { xml, carried } = rendering;
  const joins = rendering.joining.has(element);
  if (carried === '' && !joins && !isAffected(rendering, element)) return xml.slice(element.start, element.end);
  rendering.carried = '';
  const properties = child(element, 'w:pPr');
  const all = renderedContent(rendering, element, properties);
  const content = carried + all;
  if (joins) {
    rendering.carried = content;
    return '';
  }
  rendering.carried = '';
  const tag = xml.slice(element.start, element.openEnd).replace(/\s*\/>$/u, '>');
  return tag + (properties ? rendered(rendering, properties) : '') + content + closeTag(xml, element);
}

/** Children with what stands between them. Equal properties share one element, so that they are found by their text. */
function renderedContent(rendering: Rendering, element: XmlElement, without?: XmlElement): string {
  const { xml } = rendering;
  let at = element.openEnd;
  let result = '';
  for (const one of element.children) {
    const written = xml.slice(one.start, one.end);
    const start = at <= one.start && one.end <= element.closeStart ? one.start : xml.indexOf(written, at);
    result += xml.slice(at, start) + (one === without ? '' : rendered(rendering, one));
    at = start + written.length;
  }
  return result + xml.slice(at, element.closeStart);
}

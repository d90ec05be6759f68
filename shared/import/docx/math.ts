/** Formulas (ISO/IEC 29500-1 22.1) as a line of text, so that rules and readers see what they say. */
import { type XmlElement, child } from './xml.ts';

export function mathText(element: XmlElement | undefined): string {
  if (!element) return '';
  const part = (name: string): string => mathText(child(element, name));
  switch (element.name) {
    case 'm:t':
      return element.text;
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return `${part('m:e')}^${grouped(part('m:sup'))}`;
    case 'm:sSub':
      return `${part('m:e')}_${grouped(part('m:sub'))}`;
    case 'm:sSubSup':
      return `${part('m:e')}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`;
    case 'm:rad':
      return `√${grouped(part('m:e'))}`;
    case 'm:d':
      return delimited(element);
    case 'm:nary': {
      const sign = child(child(element, 'm:naryPr'), 'm:chr')?.attributes['m:val'] ?? '∫';
      return `${sign}${part('m:e')}`;
    }
    default:
      return element.children.map(mathText).join('');
  }
}

function grouped(text: string): string {
  return [...text].length > 1 ? `(${text})` : text;
}

function delimited(element: XmlElement): string {
  const properties = child(element, 'm:dPr');
  const sign = (name: string, usual: string): string => child(properties, name)?.attributes['m:val'] ?? usual;
  const inner = element.children.filter((one) => one.name === 'm:e').map(mathText);
  return sign('m:begChr', '(') + inner.join(sign('m:sepChr', '|')) + sign('m:endChr', ')');
}

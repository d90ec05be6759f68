/** What single elements of a run say (ISO/IEC 29500-1 17.3.3). */
import { symbolCharacter } from './symbols.ts';
import { type XmlElement, child, descendants } from './xml.ts';

/** The text itself; its reading aid is no content. */
export function rubyBase(element: XmlElement): string {
  return descendants(child(element, 'w:rubyBase') ?? element, 'w:t')
    .map((one) => one.text)
    .join('');
}

export function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  return Number.isNaN(code) ? '\uFFFD' : symbolCharacter(code, element.attributes['w:font']);
}

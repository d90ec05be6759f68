import { understoodExtensions } from './namespaces.ts';
import { type XmlElement, child } from './xml.ts';

/** The first branch whose requirements we understand, else the fallback (ISO/IEC 29500-3 7.4). */
export function chosenBranch(alternate: XmlElement): XmlElement | undefined {
  const choice = alternate.children.find(
    (one) =>
      one.name === 'mc:Choice' &&
      (one.attributes['Requires'] ?? '').split(' ').every((prefix) => understoodExtensions.has(prefix)),
  );
  return choice ?? child(alternate, 'mc:Fallback');
}

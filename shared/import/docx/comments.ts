/** Comments that came in the file (ISO/IEC 29500-1 17.13.4), with the answers and states Word 2013 added. */
import type { RawDocument } from '../raw.ts';
import { type XmlElement, childrenNamed, descendants } from './xml.ts';

export function readComments(comments: XmlElement, extended: XmlElement | null): RawDocument['comments'] {
  const states = new Map(
    childrenNamed(extended ?? undefined, 'w15:commentEx').map(({ attributes }) => [
      attributes['w15:paraId'] ?? '',
      { parent: attributes['w15:paraIdParent'], done: ['1', 'true'].includes(attributes['w15:done'] ?? '0') },
    ]),
  );
  const elements = childrenNamed(comments, 'w:comment');
  // A comment is known to the extension by its last paragraph.
  const idOfParagraph = new Map<string, string>();
  for (const element of elements) {
    for (const paragraph of descendants(element, 'w:p')) {
      const id = paragraph.attributes['w14:paraId'];
      if (id !== undefined) idOfParagraph.set(id, element.attributes['w:id'] ?? '');
    }
  }
  return elements.map((element) => {
    const { attributes } = element;
    const paragraphs = descendants(element, 'w:p');
    const state = paragraphs
      .map((one) => states.get(one.attributes['w14:paraId'] ?? ''))
      .findLast((one) => one !== undefined);
    return {
      id: attributes['w:id'] ?? '',
      author: attributes['w:author'] ?? '',
      initials: attributes['w:initials'] ?? '',
      date: attributes['w:date'] ?? null,
      text: paragraphs.map(paragraphText).join('\n'),
      parent: state?.parent === undefined ? null : (idOfParagraph.get(state.parent) ?? null),
      resolved: state?.done ?? false,
    };
  });
}

function paragraphText(element: XmlElement): string {
  return element.children
    .map((one) => {
      if (one.name === 'w:t') return one.text;
      if (one.name === 'w:tab') return '\t';
      if (one.name === 'w:br' || one.name === 'w:cr') return '\n';
      return one.name === 'w:del' || one.name === 'w:pPr' || one.name === 'w:p' ? '' : paragraphText(one);
    })
    .join('');
}

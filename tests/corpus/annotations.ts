/** Comments as LibreOffice understood them, from the flat ODF text it makes of a docx. */
import { SaxesParser } from 'saxes';

export type Annotation = { author: string; date: string; text: string };

const skipped = new Set([
  'office:annotation',
  'text:note',
  'draw:frame',
  'draw:custom-shape',
  'text:ruby-text',
  'text:tracked-changes',
]);

/** Annotations with what stands between their start and end, without deleted text, which it writes among the other. */
export function annotationsOf(fodt: string): Annotation[] {
  const parser = new SaxesParser({ xmlns: false });
  const all: Annotation[] = [];
  const open = new Map<string, Annotation>();
  const stack: string[] = [];
  const deletions = new Set<string>();
  const deleting = new Set<string>();
  let region = '';
  let current: Annotation | null = null;
  const hidden = (): boolean => stack.some((name) => skipped.has(name));
  parser.on('opentag', ({ name, attributes }) => {
    const change = attributes['text:change-id'] ?? '';
    if (name === 'text:changed-region') region = attributes['text:id'] ?? '';
    if (name === 'text:deletion') deletions.add(region);
    if (name === 'text:change-start' && deletions.has(change)) deleting.add(change);
    if (name === 'text:change-end') deleting.delete(change);
    if (name === 'office:annotation') {
      current = { author: '', date: '', text: '' };
      all.push(current);
      const key = attributes['office:name'];
      if (key !== undefined) open.set(key, current);
    }
    if (name === 'office:annotation-end') open.delete(attributes['office:name'] ?? '');
    stack.push(name);
  });
  parser.on('text', (text) => {
    const top = stack.at(-1);
    if (current && top === 'dc:creator') current.author += text;
    else if (current && top === 'dc:date') current.date += text;
    else if (!hidden() && deleting.size === 0 && stack.includes('office:body'))
      for (const one of open.values()) one.text += text;
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(fodt).close();
  return all;
}

/** Leaves of the projection that tell of suggestions: what a reviewer would have come and go. */
import type { Byline } from '../suggested.ts';
import { DocumentTextNode } from './text-nodes.ts';

/** Text that a suggestion removes: still the document's own, so its offsets count. */
export class SuggestedRemovalNode extends DocumentTextNode {
  __by: Byline | null = null;

  override $config() {
    return this.config('suggested-removal', { extends: DocumentTextNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__by = previous.__by;
  }

  override createDOM(): HTMLElement {
    return signed(document.createElement('del'), this.__by, this.__classes, this.__text);
  }
}

/** Text that a suggestion adds: no part of the version, so its offsets do not count. Nobody's is where an input method composes. */
export class SuggestedTextNode extends SuggestedRemovalNode {
  override $config() {
    return this.config('suggested-text', { extends: SuggestedRemovalNode });
  }

  override createDOM(): HTMLElement {
    const element = signed(document.createElement('ins'), this.__by, this.__classes, this.__text);
    element.dataset['skip'] = 'suggested';
    if (this.__by === null) element.dataset['host'] = '';
    return element;
  }
}

/** A zero-width space, so that the input method finds a text to write in; never read back. */
export const hostText = '\u200b';

/** What a suggestion breaks a paragraph with: one place, shown as a mark at the end of the line. */
export function breakElement(by: Byline): HTMLElement {
  const element = signed(document.createElement('ins'), by, 'suggested-break', '\n');
  element.dataset['skip'] = 'suggested';
  element.dataset['object'] = 'break';
  return element;
}

function signed(element: HTMLElement, by: Byline | null, classes: string, text: string): HTMLElement {
  element.className = `${classes} suggested suggested-${authorColour(by?.author ?? '')}`;
  element.textContent = text;
  if (by) element.title = bylineTitle(by);
  return element;
}

export function bylineTitle({ author, at }: Byline): string {
  return [author, at.slice(0, 16).replace('T', ' ')].filter(Boolean).join(' · ');
}

/** One of four colours; the same for the same author on every machine. */
export function authorColour(author: string): number {
  return [...author].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0) % 4;
}

/** Leaves of the projection: text as the document says it, removed text, and what is not text. */
import { DecoratorNode, TextNode } from 'lexical';
import type { TrackedChange } from '../../../shared/document/model.ts';

/** Text that stands in the document; its offsets are the model's. */
export class DocumentTextNode extends TextNode {
  __classes: string = '';
  __change: TrackedChange | null = null;

  override $config() {
    return this.config('document-text', { extends: TextNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__classes = previous.__classes;
    this.__change = previous.__change;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement(this.__change ? 'ins' : 'span');
    element.className = this.__classes;
    element.textContent = this.__text;
    if (this.__change) element.title = changeTitle(this.__change);
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

/** Text deleted by a tracked change: shown, never counted. */
export class RemovedTextNode extends DocumentTextNode {
  override $config() {
    return this.config('removed-text', { extends: DocumentTextNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('del');
    element.className = this.__classes;
    element.textContent = this.__text;
    element.dataset['skip'] = 'removed';
    if (this.__change) element.title = changeTitle(this.__change);
    return element;
  }
}

/** Who and when, as the file says it; needs no words of its own. */
function changeTitle(change: TrackedChange): string {
  return [change.author, change.date?.slice(0, 16).replace('T', ' ')].filter(Boolean).join(' · ');
}

/**
 * An inline object (one U+FFFC of the text) or a mark without width. It draws itself as DOM, so that
 * no React tree hangs on every picture of a long document.
 */
export class DrawnNode extends DecoratorNode<null> {
  __draw: () => HTMLElement = emptySpan;
  __inline: boolean = true;

  override $config() {
    return this.config('drawn', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__draw = previous.__draw;
    this.__inline = previous.__inline;
  }

  override createDOM(): HTMLElement {
    return this.__draw();
  }

  override updateDOM(): boolean {
    return false;
  }

  override decorate(): null {
    return null;
  }

  override isInline(): boolean {
    return this.__inline;
  }

  override isKeyboardSelectable(): boolean {
    return false;
  }
}

function emptySpan(): HTMLElement {
  return document.createElement('span');
}

/** Containers of the projection: sheets, paragraphs, tables, frames. */
import { ElementNode } from 'lexical';
import type { ElementDOMSlot } from 'lexical';
import type { Border, Borders, Table, TableCell } from '../../../shared/document/model.ts';
import { borderStyle, hex, points } from '../formats.ts';
import type { Sheet } from '../plan.ts';

/** A stretch of blocks on paper of one width; off screen the browser skips it as a whole. */
export class SheetNode extends ElementNode {
  __index: number = 0;
  __sheet: Sheet | null = null;

  override $config() {
    return this.config('sheet', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__index = previous.__index;
    this.__sheet = previous.__sheet;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'doc-sheet';
    element.dataset['sheet'] = String(this.__index);
    const sheet = this.__sheet;
    if (sheet) {
      const { width, height, margins, columns, columnGap } = sheet.section;
      if (columns > 1) {
        element.style.columns = String(columns);
        element.style.columnGap = points(columnGap);
      }
      element.style.width = points(width);
      element.style.paddingLeft = points(margins.left);
      element.style.paddingRight = points(margins.right);
      element.style.setProperty('--page-height', points(height));
      element.style.setProperty('--margin-top', points(margins.top));
      element.style.setProperty('--margin-bottom', points(margins.bottom));
      element.style.containIntrinsicBlockSize = `auto ${points(sheet.height)}`;
    }
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

export class DocumentParagraphNode extends ElementNode {
  __block: string = '';
  __classes: string = '';
  __label: Readonly<{ text: string; classes: string; tab: boolean }> | null = null;
  /** 1–6 for outline headings, as screen readers know them. */
  __heading: number | null = null;
  /** A suggestion would join the next paragraph to this one. */
  __joined: boolean = false;

  override $config() {
    return this.config('document-paragraph', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__block = previous.__block;
    this.__classes = previous.__classes;
    this.__label = previous.__label;
    this.__heading = previous.__heading;
    this.__joined = previous.__joined;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('p');
    element.className = this.__classes;
    element.classList.toggle('mark-suggested', this.__joined);
    element.dataset['block'] = this.__block;
    if (this.__heading !== null) {
      element.setAttribute('role', 'heading');
      element.setAttribute('aria-level', String(this.__heading));
    }
    if (this.__label) {
      const label = document.createElement('span');
      label.className = this.__label.classes;
      label.dataset['skip'] = 'label';
      label.textContent = this.__label.text;
      if (this.__label.tab) {
        const tab = document.createElement('span');
        tab.className = 'doc-tab';
        tab.textContent = '\t';
        label.append(tab);
      }
      label.contentEditable = 'false';
      element.append(label);
    }
    return element;
  }

  /** The label is the paragraph's own element, before whatever Lexical keeps. */
  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    const first = element.firstElementChild;
    const slot = super.getDOMSlot(element);
    return this.__label && first instanceof HTMLElement ? slot.withAfter(first) : slot;
  }

  override updateDOM(_previous: this, element: HTMLElement): boolean {
    element.classList.toggle('mark-suggested', this.__joined);
    return false;
  }
}

/** Headers, footers, notes and text boxes: a small flow set apart from the body. */
export class FrameNode extends ElementNode {
  __frame: string = '';
  __label: string = '';
  __name: string = '';

  override $config() {
    return this.config('frame', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__frame = previous.__frame;
    this.__label = previous.__label;
    this.__name = previous.__name;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = `frame frame-${this.__frame}`;
    element.setAttribute('role', 'note');
    element.setAttribute('aria-label', this.__name);
    if (this.__label !== '') element.dataset['label'] = this.__label;
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

export class DocumentTableNode extends ElementNode {
  __table: Table | null = null;

  override $config() {
    return this.config('document-table', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__table = previous.__table;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('table');
    const table = this.__table;
    element.className = `doc-table doc-table-${table?.align ?? 'left'}`;
    if (table) {
      element.dataset['table'] = table.id;
      const total = table.columns.reduce((sum, width) => sum + width, 0);
      if (total > 0) {
        element.style.width = `min(100%, ${points(total)})`;
        const group = document.createElement('colgroup');
        for (const width of table.columns) {
          const column = document.createElement('col');
          column.style.width = `${((width / total) * 100).toFixed(2)}%`;
          group.append(column);
        }
        element.append(group);
      } else element.classList.add('doc-table-plain');
    }
    element.append(document.createElement('tbody'));
    return element;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    const body = element.querySelector<HTMLElement>(':scope > tbody');
    return body ? super.getDOMSlot(element).withElement(body) : super.getDOMSlot(element);
  }

  override updateDOM(): boolean {
    return false;
  }
}

export class DocumentRowNode extends ElementNode {
  __height: number | null = null;

  override $config() {
    return this.config('document-row', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__height = previous.__height;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('tr');
    if (this.__height !== null) element.style.height = points(this.__height);
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

/** Which edges of the table a cell touches: inner edges take the table's inside borders. */
export type Edges = Readonly<{ top: boolean; right: boolean; bottom: boolean; left: boolean }>;

export class DocumentCellNode extends ElementNode {
  __cell: Omit<TableCell, 'blocks'> | null = null;
  __header: boolean = false;
  __tableBorders: Borders | null = null;
  __edges: Edges = { top: true, right: true, bottom: true, left: true };

  override $config() {
    return this.config('document-cell', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__cell = previous.__cell;
    this.__header = previous.__header;
    this.__tableBorders = previous.__tableBorders;
    this.__edges = previous.__edges;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement(this.__header ? 'th' : 'td');
    const cell = this.__cell;
    if (!cell) return element;
    if (cell.columnSpan > 1) element.colSpan = cell.columnSpan;
    if (cell.rowSpan > 1) element.rowSpan = cell.rowSpan;
    element.style.verticalAlign = cell.verticalAlign === 'center' ? 'middle' : cell.verticalAlign;
    for (const side of ['top', 'right', 'bottom', 'left'] as const) {
      const border = cell.borders?.[side] ?? this.tableBorder(side);
      if (border) element.style.setProperty(`border-${side}`, borderStyle(border));
    }
    for (const [side, space] of Object.entries(cell.padding ?? {})) {
      element.style.setProperty(`padding-${side}`, points(space));
    }
    const fill = hex(cell.shading);
    if (fill !== null) {
      element.classList.add('filled');
      element.style.setProperty('--own-fill', fill);
    }
    return element;
  }

  private tableBorder(side: 'top' | 'right' | 'bottom' | 'left'): Border | undefined {
    const borders = this.__tableBorders;
    if (!borders) return undefined;
    if (this.__edges[side]) return borders[side];
    return side === 'top' || side === 'bottom' ? borders.insideH : borders.insideV;
  }

  override updateDOM(): boolean {
    return false;
  }
}

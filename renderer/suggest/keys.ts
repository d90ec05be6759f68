/**
 * Key strokes, the clipboard and input methods on the paper, turned into suggestions. The browser writes
 * nothing itself, save while an input method composes: then it has a text of its own to write in, and
 * nothing is drawn until it ends.
 */
import { edited, selectedText, widthOf } from '../../shared/document/editing.ts';
import type { EditAct, EditPlace, EditSelection, Ground } from '../../shared/document/editing.ts';
import type { BlockId } from '../../shared/document/model.ts';
import { piecesOf, writable } from '../../shared/document/suggestion.ts';
import { keyOf } from '../commands.ts';
import type { Surface } from '../text/surface.ts';
import { readSelection, setCaret, showCaret } from './caret.ts';
import type { SuggestionDesk } from './desk.ts';

export type KeysPorts = Readonly<{
  surface: Surface;
  ground: Ground;
  desk: SuggestionDesk;
  /** What scrolls. */
  view: Element;
  element: (block: BlockId) => Element | null;
  undo: () => void;
  leave: () => void;
  /** More was pasted than a suggestion may hold. */
  tooMuch: () => void;
}>;

export type Keys = Readonly<{
  /** Draws a paragraph anew and leaves the caret where it was. */
  redraw: (block: BlockId) => void;
  place: (place: EditPlace) => void;
  detach: () => void;
}>;

/** As the record takes them (shared/review/events.ts). */
const mostLines = 2000;
const mostText = 100_000;

export function attachKeys({ surface, ground, desk, view, element, undo, leave, tooMuch }: KeysPorts): Keys {
  const { root } = surface;
  let composing: EditPlace | null = null;
  let caretBlock: BlockId | null = null;

  const place = ({ block, at }: EditPlace): void => {
    const found = element(block);
    if (!found) return;
    setCaret(found, at);
    caretBlock = block;
    showCaret(view);
  };
  const redraw = (block: BlockId): void => {
    if (composing?.block === block) return;
    const at = readSelection(root);
    surface.redraw?.(block, null);
    if (!at || (at.from.block !== block && at.to.block !== block)) return;
    const paragraph = ground.paragraphs.get(block);
    const end = paragraph ? widthOf(piecesOf(paragraph, desk.of(block))) : 0;
    place({ block: at.from.block, at: at.from.block === block ? Math.min(at.from.at, end) : at.from.at });
  };
  const act = (selection: EditSelection, doing: EditAct): EditPlace | null => {
    const done = edited(ground, desk.of, selection, doing);
    if (!done) return null;
    done.edits.forEach((edits, block) => desk.change(block, edits));
    place(done.caret);
    return done.caret;
  };
  const here = (doing: EditAct): void => {
    const selection = readSelection(root);
    if (selection) act(selection, doing);
  };
  const write = (text: string): void => {
    const lines = writable(text);
    if (lines.length > mostLines || text.length > mostText) tooMuch();
    else if (lines.length > 1 || lines[0] !== '') here({ kind: 'insert', text: lines });
  };

  const onBeforeInput = (event: InputEvent): void => {
    if (composing) return;
    event.preventDefault();
    const doing = actOf(event);
    if (doing) here(doing);
    else if (event.inputType === 'insertText' || event.inputType === 'insertReplacementText') {
      write(event.data ?? event.dataTransfer?.getData('text/plain') ?? '');
    } else if (event.inputType === 'historyUndo') undo();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (composing || event.isComposing) return;
    const key = keyOf(event);
    if (key === 'Mod+z') undo();
    else if (key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent): void => {
    const selection = readSelection(root);
    if (!selection || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', selectedText(ground, desk.of, selection));
    event.preventDefault();
    if (event.type === 'cut') here({ kind: 'erase', unit: 'character', backward: true });
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    write(event.clipboardData?.getData('text/plain') ?? '');
  };
  const onDrag = (event: DragEvent): void => {
    // Files that are dropped are the window's.
    if (!event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const onCompositionStart = (): void => {
    const selection = readSelection(root);
    if (!selection) return;
    const { from, to } = selection;
    const selected = from.block !== to.block || from.at !== to.at;
    const start = (selected ? act(selection, { kind: 'erase', unit: 'character', backward: true }) : null) ?? from;
    composing = start;
    surface.redraw?.(start.block, start.at);
    const text = element(start.block)?.querySelector('[data-host]')?.firstChild;
    if (text) getSelection()?.collapse(text, text.nodeValue?.length ?? 0);
  };
  const onCompositionEnd = (event: CompositionEvent): void => {
    const start = composing;
    composing = null;
    if (!start) return;
    surface.redraw?.(start.block, null);
    place(start);
    write(event.data);
  };
  const onSelectionChange = (): void => {
    if (composing) return;
    const block = readSelection(root)?.to.block ?? null;
    if (block !== caretBlock) void desk.flush();
    caretBlock = block;
  };

  const listeners = new AbortController();
  const { signal } = listeners;
  root.addEventListener('beforeinput', onBeforeInput, { signal });
  root.addEventListener('keydown', onKeyDown, { signal });
  root.addEventListener('copy', onCopy, { signal });
  root.addEventListener('cut', onCopy, { signal });
  root.addEventListener('paste', onPaste, { signal });
  for (const kind of ['dragstart', 'dragover', 'drop'] as const) root.addEventListener(kind, onDrag, { signal });
  root.addEventListener('compositionstart', onCompositionStart, { signal });
  root.addEventListener('compositionend', onCompositionEnd, { signal });
  document.addEventListener('selectionchange', onSelectionChange, { signal });
  return {
    redraw,
    place,
    detach: () => {
      listeners.abort();
      const left = composing;
      composing = null;
      if (left) surface.redraw?.(left.block, null);
    },
  };
}

/** What the browser is about to do, where it needs no text; null for all else, which it is not let do. */
function actOf({ inputType }: InputEvent): EditAct | null {
  switch (inputType) {
    case 'insertParagraph':
      return { kind: 'insert', text: ['', ''] };
    case 'insertLineBreak':
      return { kind: 'insert', text: ['\n'] };
    case 'deleteContentBackward':
      return { kind: 'erase', unit: 'character', backward: true };
    case 'deleteContentForward':
      return { kind: 'erase', unit: 'character', backward: false };
    case 'deleteWordBackward':
      return { kind: 'erase', unit: 'word', backward: true };
    case 'deleteWordForward':
      return { kind: 'erase', unit: 'word', backward: false };
    case 'deleteSoftLineBackward':
    case 'deleteHardLineBackward':
      return { kind: 'erase', unit: 'line', backward: true };
    case 'deleteSoftLineForward':
    case 'deleteHardLineForward':
      return { kind: 'erase', unit: 'line', backward: false };
    default:
      return null;
  }
}

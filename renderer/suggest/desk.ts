/**
 * The suggestions of one file between the keys and the record: what is typed is shown at once and saved
 * after a pause, and what the record says never overwrites what is not saved yet.
 */
import type { BlockId } from '../../shared/document/model.ts';
import { blockOf, editKey, suggested } from '../../shared/document/suggestion.ts';
import type { Edit, Suggestion } from '../../shared/document/suggestion.ts';

export type DeskPorts = Readonly<{
  /** Answers what the record then holds of the whole file; null when it was not saved. */
  save: (block: BlockId, edits: readonly Edit[]) => Promise<readonly Suggestion[] | null>;
  /** The person at work. */
  author: string;
  /** ISO 8601, UTC. */
  now: () => string;
  /** Runs after the pause that ends a stretch of typing; answers how to call it off. */
  later: (run: () => void) => () => void;
  onStatus: (status: DeskStatus) => void;
}>;

/** `failed`: the last try to save did not succeed; the text is kept, and the next pause tries again. */
export type DeskStatus = 'saved' | 'unsaved' | 'failed';

export type SuggestionDesk = Readonly<{
  of: (block: BlockId) => readonly Suggestion[];
  /** What the record says of the file. */
  take: (recorded: readonly Suggestion[]) => void;
  change: (block: BlockId, edits: readonly Edit[]) => void;
  /** Saves what is not saved; true when nothing is left. */
  flush: () => Promise<boolean>;
  /** Tells of every paragraph that is to be drawn anew, first of all that have suggestions; answers how to stop. */
  watch: (redraw: (block: BlockId) => void) => () => void;
}>;

export function openDesk(ports: DeskPorts): SuggestionDesk {
  let recorded = byBlock([]);
  const shown = new Map<BlockId, readonly Suggestion[]>();
  const unsaved = new Set<BlockId>();
  const saving = new Set<BlockId>();
  const listeners = new Set<(block: BlockId) => void>();
  const tell = (block: BlockId): void => listeners.forEach((redraw) => redraw(block));
  let running: Promise<boolean> | null = null;
  let callOff: (() => void) | null = null;

  const of = (block: BlockId): readonly Suggestion[] => shown.get(block) ?? [];
  const settle = (): void => {
    for (const block of new Set([...recorded.keys(), ...shown.keys()])) {
      if (unsaved.has(block) || saving.has(block)) continue;
      const before = of(block);
      const after = recorded.get(block) ?? [];
      shown.set(block, after);
      if (!alike(before, after)) tell(block);
    }
  };
  const saveAll = async (): Promise<boolean> => {
    for (let block = first(unsaved); block !== null; block = first(unsaved)) {
      unsaved.delete(block);
      saving.add(block);
      const after = await ports.save(block, of(block).map(bare));
      saving.delete(block);
      if (!after) {
        unsaved.add(block);
        ports.onStatus('failed');
        return false;
      }
      recorded = byBlock(after);
      settle();
    }
    ports.onStatus('saved');
    return true;
  };
  const flush = (): Promise<boolean> => {
    callOff?.();
    callOff = null;
    if (!running && unsaved.size === 0) return Promise.resolve(true);
    running ??= saveAll().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    of,
    take: (next) => {
      recorded = byBlock(next);
      settle();
    },
    change: (block, edits) => {
      const by = { author: ports.author, at: ports.now(), newId: () => '' };
      shown.set(block, suggested(of(block), edits, by));
      unsaved.add(block);
      ports.onStatus('unsaved');
      tell(block);
      callOff?.();
      callOff = ports.later(() => void flush());
    },
    flush,
    watch: (redraw) => {
      listeners.add(redraw);
      shown.forEach((suggestions, block) => {
        if (suggestions.length > 0) redraw(block);
      });
      return () => listeners.delete(redraw);
    },
  };
}

function byBlock(suggestions: readonly Suggestion[]): ReadonlyMap<BlockId, readonly Suggestion[]> {
  const blocks = new Map<BlockId, Suggestion[]>();
  for (const suggestion of suggestions) {
    const block = blockOf(suggestion);
    blocks.set(block, [...(blocks.get(block) ?? []), suggestion]);
  }
  return blocks;
}

/** The edit without its name, author and time, as commands take it. */
export function bare(edit: Edit): Edit {
  return edit.kind === 'join'
    ? { kind: 'join', block: edit.block }
    : { kind: 'replace', span: edit.span, text: edit.text };
}

function alike(one: readonly Suggestion[], other: readonly Suggestion[]): boolean {
  return one.map(editKey).toSorted().join('\n') === other.map(editKey).toSorted().join('\n');
}

function first<T>(set: ReadonlySet<T>): T | null {
  for (const value of set) return value;
  return null;
}

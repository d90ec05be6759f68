import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { blockOf, editKey } from '../../shared/document/suggestion.ts';
import type { Suggestion } from '../../shared/document/suggestion.ts';
import type { MatterState } from '../../shared/review/state.ts';
import { useCommand, useSession } from '../queries.ts';
import { bare, openDesk } from './desk.ts';
import type { DeskStatus, SuggestionDesk } from './desk.ts';

/** Milliseconds without a key stroke after which what was typed is saved. */
const pause = 700;

export type Suggesting = Readonly<{
  desk: SuggestionDesk;
  status: DeskStatus;
  /** Suggestions of the file shown, as the record has them. */
  suggestions: readonly Suggestion[];
  withdraw: (suggestion: Suggestion) => void;
}>;

/** The suggestions of one file of one version, on their way to the record and back. */
export function useSuggesting(state: MatterState, version: string, document: number): Suggesting {
  const { id: matter } = state;
  const { mutateAsync } = useCommand('suggestions.set');
  const author = useSession().data?.person ?? '';
  const [status, setStatus] = useState<DeskStatus>('saved');
  const suggestions = useMemo(
    () => placed(state.suggestions, version, document),
    [state.suggestions, version, document],
  );
  const desk = useMemo(
    () =>
      openDesk({
        save: (block, edits) =>
          mutateAsync({ matter, version, document, block, edits: [...edits] }).then(
            (after) => placed(after.suggestions, version, document),
            // The mutation cache has told the failure already.
            () => null,
          ),
        author,
        now: thisMoment,
        later: afterPause,
        onStatus: setStatus,
      }),
    [mutateAsync, author, matter, version, document],
  );
  useLayoutEffect(() => desk.take(suggestions), [desk, suggestions]);

  useEffect(() => {
    const flush = (): void => void desk.flush();
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      flush();
    };
  }, [desk]);

  const withdraw = useCallback(
    (suggestion: Suggestion) => {
      const block = blockOf(suggestion);
      const gone = editKey(suggestion);
      const left = desk.of(block).filter((other) => editKey(other) !== gone);
      desk.change(block, left.map(bare));
      void desk.flush();
    },
    [desk],
  );
  return { desk, status, suggestions, withdraw };
}

function thisMoment(): string {
  return new Date().toISOString();
}

function afterPause(run: () => void): () => void {
  const timer = setTimeout(run, pause);
  return () => clearTimeout(timer);
}

function placed(suggestions: MatterState['suggestions'], version: string, document: number): readonly Suggestion[] {
  return suggestions
    .filter((one) => one.version === version && one.document === document)
    .map(({ suggestion }) => suggestion);
}

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Carried } from '../../shared/api/mark-commands.ts';
import { type CommentsHere, commentsHere } from '../../shared/review/comments-here.ts';
import type { MatterState } from '../../shared/review/state.ts';
import { keys, useDesk } from '../queries.ts';

const none: readonly Carried[] = [];

/** The comments on a file of the version shown: its own, and those of earlier versions where they stand now. */
export function useComments(state: MatterState, version: string | null, file: number): CommentsHere {
  const carried = useCarried(state, version);
  return useMemo(() => commentsHere(state.comments, carried, version, file), [state.comments, carried, version, file]);
}

function useCarried(state: MatterState, version: string | null): readonly Carried[] {
  const { client } = useDesk();
  const made = state.comments.map(({ id, placed }) => `${id}/${placed.length}`).join();
  const { data } = useQuery({
    queryKey: [...keys.carried(state.id, version ?? ''), made],
    queryFn: () => client.call('comments.carried', { matter: state.id, version: version ?? '' }),
    enabled: version !== null && state.comments.some((comment) => comment.version !== version),
  });
  return data ?? none;
}

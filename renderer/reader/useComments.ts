import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Carried } from '../../shared/api/mark-commands.ts';
import { compareSpans } from '../../shared/document/walk.ts';
import type { Comment, MatterState } from '../../shared/review/state.ts';
import { keys, useDesk } from '../queries.ts';

export type CommentsHere = Readonly<{
  /** In reading order, each where it stands in the version shown. */
  shown: readonly Comment[];
  /** Of those: the ones from earlier versions whose words or surroundings have changed. */
  moved: ReadonlySet<string>;
  /** Comments on earlier versions that are not found again in this one. */
  lost: readonly Comment[];
}>;

const none: readonly Carried[] = [];

/** The comments on a file of the version shown: its own, and those of earlier versions where they stand now. */
export function useComments(state: MatterState, version: string | null, file: number): CommentsHere {
  const carried = useCarried(state, version);
  return useMemo(() => commentsHere(state.comments, carried, version, file), [state.comments, carried, version, file]);
}

export function commentsHere(
  comments: readonly Comment[],
  carried: readonly Carried[],
  version: string | null,
  file: number,
): CommentsHere {
  const places = new Map(carried.map((one) => [one.comment, one]));
  const shown = comments.flatMap((comment): Comment[] => {
    if (comment.version === version) return comment.document === file ? [comment] : [];
    const place = places.get(comment.id);
    if (!place || place.placement.kind === 'lost' || place.document !== file) return [];
    return [{ ...comment, anchor: { ...comment.anchor, range: place.placement.range } }];
  });
  return {
    shown: shown.toSorted((a, b) => compareSpans(a.anchor.range[0], b.anchor.range[0])),
    moved: new Set(carried.flatMap(({ comment, placement }) => (placement.kind === 'moved' ? [comment] : []))),
    lost: comments.filter(({ id }) => places.get(id)?.placement.kind === 'lost'),
  };
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

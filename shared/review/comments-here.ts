/** The comments on one file of a version: its own, and those of earlier versions where they stand now. */
import type { Carried } from '../api/mark-commands.ts';
import { compareSpans } from '../document/walk.ts';
import type { Comment } from './state.ts';

export type CommentsHere = Readonly<{
  /** In reading order, each where it stands in the version shown. */
  shown: readonly Comment[];
  /** Of those: the ones from earlier versions whose words or surroundings have changed. */
  moved: ReadonlySet<string>;
  /** Comments on earlier versions that are not found again in this one. */
  lost: readonly Comment[];
}>;

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

/** Comments on earlier versions found again in a later one. Computed, not recorded: the same state gives the same places. */
import type { Carried } from '../../shared/api/mark-commands.ts';
import { placeAnchor } from '../../shared/document/anchor.ts';
import type { Comment, MatterState } from '../../shared/review/state.ts';
import type { Documents } from './documents.ts';

/** Every comment made before this version, in the file that has taken its file's place; none is left out. */
export async function carriedTo(state: MatterState, id: string, documents: Documents): Promise<readonly Carried[]> {
  const order = new Map(state.versions.map(({ id: version, ordinal }) => [version, ordinal]));
  const version = state.versions.find((one) => one.id === id);
  if (!version) return [];
  const earlier = state.comments.filter((comment) => (order.get(comment.version) ?? 0) < version.ordinal);
  return Promise.all(
    earlier.map(async (comment): Promise<Carried> => {
      const known = latestPlace(comment, version.ordinal, order);
      if (known.version === id) {
        return {
          comment: comment.id,
          document: known.document,
          placement: { kind: 'placed', range: known.anchor.range },
        };
      }
      const before = state.versions.find((one) => one.id === known.version)?.files[known.document];
      const document = heirOf(version.files, before?.name, known.document);
      const file = version.files[document];
      if (!file) return { comment: comment.id, document, placement: { kind: 'lost' } };
      return { comment: comment.id, document, placement: placeAnchor(known.anchor, await documents.get(file)) };
    }),
  );
}

type Place = Comment['placed'][number];

/** Where a comment was last placed by a person, up to a version; at first where it was made. */
function latestPlace(comment: Comment, ordinal: number, order: ReadonlyMap<string, number>): Place {
  const until = comment.placed.filter((place) => (order.get(place.version) ?? 0) <= ordinal);
  const latest = until.toSorted((a, b) => (order.get(a.version) ?? 0) - (order.get(b.version) ?? 0)).at(-1);
  return latest ?? { version: comment.version, document: comment.document, anchor: comment.anchor };
}

/** The file that takes another's place: of the same name, else at the same place in the list. */
function heirOf(files: readonly Readonly<{ name: string }>[], name: string | undefined, at: number): number {
  const named = files.findIndex((file) => file.name === name);
  return named >= 0 ? named : at;
}

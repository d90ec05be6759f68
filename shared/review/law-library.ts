/** `foldLaws(events)`: the office's own law library as its events leave it. */
import type { Event, Payload } from './events.ts';

export type LawFile = Payload<'law-added'> & Readonly<{ by: string; at: string }>;

export const lawKinds = ['law-added', 'law-removed'] as const;

/** One file a title: a newer text of the same law stands in the place of the older. */
export function foldLaws(events: readonly Event[]): readonly LawFile[] {
  return events.reduce<readonly LawFile[]>((laws, event) => {
    switch (event.kind) {
      case 'law-added':
        return [
          ...laws.filter(({ title }) => title !== event.payload.title),
          { ...event.payload, by: event.actor, at: event.at },
        ];
      case 'law-removed':
        return laws.filter(({ sha256 }) => sha256 !== event.payload.sha256);
      default:
        return laws;
    }
  }, []);
}

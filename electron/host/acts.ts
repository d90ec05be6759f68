/** Every way the record grows: one matter at a time, one transaction an act. */
import type { Notification } from '../../shared/api/contract.ts';
import { Failure } from '../../shared/api/errors.ts';
import { canonical } from '../../shared/audit/canonical.ts';
import type { NewEvent } from '../../shared/review/events.ts';
import { fold } from '../../shared/review/state.ts';
import type { MatterState } from '../../shared/review/state.ts';
import { sentence } from '../../shared/words/words.ts';
import type { Clock, RandomId } from './ports.ts';
import { reviewFields, reviewRun } from './reviews.ts';
import type { Reviews } from './reviews.ts';
import type { Rulebooks } from './rulebooks.ts';
import { silenceIn } from './silence.ts';
import { append, eventsOf } from './store/events.ts';
import type { Store } from './store/open.ts';
import { replaceMarks } from './store/projections.ts';
import type { Marks } from './store/projections.ts';
import { settingsOf } from './store/queries.ts';
import type { Reads } from './store/schema.ts';

/** What one transaction appends, and the findings of a review that it records. */
export type Made<T> = Readonly<{
  events: readonly NewEvent[];
  answer: T;
  marks?: Marks;
}>;

export type Acts = Readonly<{
  /** Appends what `make` answers, in one transaction; tells the listeners afterwards. */
  record: <T>(make: (reads: Reads) => Promise<Made<T>>) => Promise<T>;
  /** An act on one matter, made in view of its state; answers the state after it. */
  act: (
    matter: string,
    make: (state: MatterState) => Promise<readonly NewEvent[]> | readonly NewEvent[],
  ) => Promise<MatterState>;
  state: (matter: string) => Promise<MatterState>;
  /** Runs the rules on the latest version and records the run when its outcome is a new one. */
  reviewed: (state: MatterState) => Promise<MatterState>;
  /** The sentence to show while nothing can be written; null when writing works. */
  readOnly: () => string | null;
}>;

export type ActsPorts = Readonly<{
  store: Store;
  reviews: Reviews;
  rulebooks: Rulebooks;
  now: Clock;
  randomId: RandomId;
  origin: string;
  notify: (notification: Notification) => void;
}>;

export function openActs({ store, reviews, rulebooks, now, randomId, origin, notify }: ActsPorts): Acts {
  const turns = new Map<string, Promise<unknown>>();
  let readOnly: string | null = null;

  const record: Acts['record'] = async (make) => {
    try {
      const [answer, matters] = await store.write(async (writes) => {
        const made = await make(writes);
        const person = (await settingsOf(writes)).get('person') ?? naming(made.events);
        if (person === null) throw unnamed();
        await append(writes, { actor: person, at: now().toISOString(), origin, randomId }, made.events);
        if (made.marks) await replaceMarks(writes, made.marks);
        return [made.answer, new Set(made.events.map((event) => event.matter))] as const;
      });
      readOnly = null;
      for (const matter of matters) notify({ kind: 'changed', matter });
      return answer;
    } catch (error) {
      if (error instanceof Failure && error.kind === 'storage-full') readOnly = error.message;
      throw error;
    }
  };

  const state = (matter: string): Promise<MatterState> => store.read((reads) => stateOf(reads, matter));

  const act: Acts['act'] = (matter, make) =>
    inTurn(turns, matter, async () => {
      const events = await make(await state(matter));
      if (events.length === 0) return state(matter);
      await record(async () => ({ events, answer: null }));
      return state(matter);
    });

  const reviewed: Acts['reviewed'] = (given) =>
    inTurn(turns, given.id, async () => {
      const current = await state(given.id);
      const version = current.versions.at(-1);
      if (!version) return current;
      const report = await reviews.report(version.files, reviewFields(current.fields));
      const silence = await store.read((reads) => silenceIn(reads, current, report.findings));
      const run = reviewRun(version.id, current.fields, report, await rulebooks.current(), silence.suppressions);
      if (current.reviewed && canonical(current.reviewed) === canonical(run)) return current;
      const event: NewEvent = { matter: current.id, kind: 'review-run', payload: run };
      const silenced = new Set(silence.by.keys());
      const marks = { matter: current.id, findings: report.findings, silenced };
      await record(async () => ({ events: [event], answer: null, marks }));
      return state(current.id);
    });

  return { record, act, state, reviewed, readOnly: () => readOnly };
}

async function stateOf(reads: Reads, matter: string): Promise<MatterState> {
  const found = fold(await eventsOf(reads, matter));
  if (!found) {
    throw new Failure(
      'not-found',
      sentence((words) => words.record.noMatter),
    );
  }
  return found;
}

/** The first event of a library names the person who makes it. */
function naming(events: readonly NewEvent[]): string | null {
  return events.find((event) => event.kind === 'person-named')?.payload.name ?? null;
}

function unnamed(): Failure {
  return new Failure(
    'forbidden',
    sentence((words) => words.record.unnamed),
  );
}

/** Work under one key runs one after the other, whatever becomes of each. */
async function inTurn<T>(turns: Map<string, Promise<unknown>>, key: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(key) ?? Promise.resolve();
  const running = before.then(work, work);
  turns.set(key, running);
  try {
    return await running;
  } finally {
    if (turns.get(key) === running) turns.delete(key);
  }
}

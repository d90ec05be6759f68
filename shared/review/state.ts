/** `fold(events)`: a matter as its events leave it. */
import type { Anchor } from '../document/anchor.ts';
import { assertNever } from '../document/model.ts';
import { blockOf } from '../document/suggestion.ts';
import type { Suggestion } from '../document/suggestion.ts';
import type { Day } from '../rules/rule.ts';
import type { SuppressionScope } from './suppress.ts';
import { type Thread, threaded, withoutThreadOf } from './threads.ts';
import type {
  CommentKind,
  DismissReason,
  Event,
  ExportKind,
  FileRef,
  MatterFields,
  OpinionFields,
  OpinionItem,
  Payload,
} from './events.ts';

export type Decision =
  | Readonly<{ kind: 'adopted'; rule: string | null; item: string; by: string; at: string }>
  | Readonly<{
      kind: 'dismissed';
      rule: string;
      reason: DismissReason;
      note: string;
      /** How far it reaches beyond its place, and until when (null: for good); see suppress.ts. */
      reach: SuppressionScope | null;
      until: Day | null;
      by: string;
      at: string;
    }>;

export type Comment = Readonly<{
  id: string;
  version: string;
  document: number;
  anchor: Anchor;
  /** Where people placed it in later versions. */
  placed: readonly Readonly<{ version: string; document: number; anchor: Anchor }>[];
  kind: CommentKind;
  text: string;
  author: string;
  at: string;
}>;

export type Version = Readonly<{
  id: string;
  ordinal: number;
  purpose: string;
  files: readonly FileRef[];
  addedAt: string;
  addedBy: string;
}>;

/** A suggestion where it stands: which file of which version. */
export type PlacedSuggestion = Readonly<{ version: string; document: number; suggestion: Suggestion }>;

/** The verdict on a tracked change that came in the file, by its index there. */
export type Judged = Readonly<{
  version: string;
  document: number;
  change: number;
  verdict: 'agreed' | 'rejected';
  by: string;
  at: string;
}>;

/** The latest run of the rules: what went in, and the hash of what came out. */
export type ReviewRun = Payload<'review-run'>;

/** A file that left the house. */
export type Export = Readonly<{
  version: string;
  what: ExportKind;
  name: string;
  sha256: string;
  /** Open questions the reviewer knew of when exporting. */
  acknowledged: readonly string[];
  by: string;
  at: string;
}>;

export type MatterState = Readonly<{
  id: string;
  number: string;
  openedAt: string;
  openedBy: string;
  sample: boolean;
  fields: MatterFields;
  versions: readonly Version[];
  /** Fingerprints shown again although a suppression would silence them. */
  reopened: readonly string[];
  /** By finding fingerprint. */
  decisions: Readonly<Record<string, Decision>>;
  comments: readonly Comment[];
  /** What was said beneath our comments and beneath those of the files. */
  threads: readonly Thread[];
  suggestions: readonly PlacedSuggestion[];
  judged: readonly Judged[];
  items: readonly OpinionItem[];
  opinion: OpinionFields;
  exports: readonly Export[];
  reviewed: ReviewRun | null;
  /** The event that undo would take back; null when there is none. */
  undoable: string | null;
  lastEvent: string;
}>;

const emptyOpinion: OpinionFields = {
  number: '',
  office: '',
  addressee: '',
  conclusion: null,
  conclusionText: '',
  body: true,
  table: true,
  date: '',
};

/** Acts of review can be taken back; opening, importing and exporting stay. */
const undoableKinds: ReadonlySet<Event['kind']> = new Set([
  'matter-revised',
  'finding-adopted',
  'finding-dismissed',
  'finding-reopened',
  'comment-added',
  'comment-revised',
  'comment-placed',
  'comment-removed',
  'comment-replied',
  'comment-resolved',
  'reply-removed',
  'suggestions-set',
  'change-judged',
  'item-added',
  'item-revised',
  'item-removed',
  'items-ordered',
  'opinion-set',
]);

/** The state of one matter; null before it was opened. Events must be in order of `seq`. */
export function fold(events: readonly Event[]): MatterState | null {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' ? [event.payload.event] : [])));
  const standing = events.filter((event) => event.kind !== 'undone' && !undone.has(event.id));
  const state = standing.reduce<MatterState | null>(step, null);
  if (!state) return null;
  const undoable = standing.findLast((event) => undoableKinds.has(event.kind))?.id ?? null;
  return { ...state, undoable, lastEvent: events.at(-1)?.id ?? '' };
}

function step(state: MatterState | null, event: Event): MatterState | null {
  if (event.kind === 'matter-opened') {
    return {
      id: event.matter ?? '',
      number: event.payload.number,
      openedAt: event.at,
      openedBy: event.actor,
      sample: event.payload.sample,
      fields: event.payload.fields,
      versions: [],
      reopened: [],
      decisions: {},
      comments: [],
      threads: [],
      suggestions: [],
      judged: [],
      items: [],
      opinion: emptyOpinion,
      exports: [],
      reviewed: null,
      undoable: null,
      lastEvent: event.id,
    };
  }
  return state && next(state, event);
}

function next(state: MatterState, event: Event): MatterState {
  const by = { by: event.actor, at: event.at };
  switch (event.kind) {
    case 'matter-revised':
      return { ...state, fields: { ...state.fields, ...defined(event.payload.fields) } };
    case 'version-added': {
      const { version: id, ordinal, purpose, files } = event.payload;
      const version = { id, ordinal, purpose, files, addedAt: event.at, addedBy: event.actor };
      return { ...state, versions: [...state.versions, version] };
    }
    case 'finding-adopted': {
      const { finding, item, before } = event.payload;
      return {
        ...withoutItemOf(state, finding),
        decisions: { ...state.decisions, [finding]: { kind: 'adopted', rule: item.rule, item: item.id, ...by } },
        items: inserted(withoutItemOf(state, finding).items, item, before),
      };
    }
    case 'finding-dismissed': {
      const { finding, rule, reason, note, reach = null, until = null } = event.payload;
      return {
        ...withoutItemOf(state, finding),
        decisions: { ...state.decisions, [finding]: { kind: 'dismissed', rule, reason, note, reach, until, ...by } },
      };
    }
    case 'finding-reopened':
      return reopened(state, event.payload.finding);
    case 'comment-added': {
      const { comment: id, version, document, anchor, kind, text } = event.payload;
      const comment = { id, version, document, anchor, placed: [], kind, text, author: event.actor, at: event.at };
      return { ...state, comments: [...state.comments, comment] };
    }
    case 'comment-revised': {
      const { comment: id, text, kind } = event.payload;
      const revised = (comment: Comment): Comment => ({ ...comment, text, kind: kind ?? comment.kind });
      return { ...state, comments: state.comments.map((one) => (one.id === id ? revised(one) : one)) };
    }
    case 'comment-placed': {
      const { comment: id, version, document, anchor } = event.payload;
      return {
        ...state,
        comments: state.comments.map((comment) =>
          comment.id === id
            ? {
                ...comment,
                placed: [...comment.placed.filter((place) => place.version !== version), { version, document, anchor }],
              }
            : comment,
        ),
      };
    }
    case 'comment-removed':
      return {
        ...state,
        comments: state.comments.filter((comment) => comment.id !== event.payload.comment),
        threads: withoutThreadOf(state.threads, event.payload.comment),
      };
    case 'comment-replied':
    case 'comment-resolved':
    case 'reply-removed':
      return { ...state, threads: threaded(state.threads, event) };
    case 'suggestions-set': {
      const { version, document, block, suggestions } = event.payload;
      const elsewhere = state.suggestions.filter(
        (placed) => placed.version !== version || placed.document !== document || blockOf(placed.suggestion) !== block,
      );
      const set = suggestions.map((suggestion) => ({ version, document, suggestion }));
      return { ...state, suggestions: [...elsewhere, ...set] };
    }
    case 'change-judged': {
      const { version, document, change, verdict } = event.payload;
      const others = state.judged.filter(
        (judged) => judged.version !== version || judged.document !== document || judged.change !== change,
      );
      const judged = verdict === null ? [] : [{ version, document, change, verdict, ...by }];
      return { ...state, judged: [...others, ...judged] };
    }
    case 'item-added':
      return { ...state, items: [...state.items, event.payload.item] };
    case 'item-revised': {
      const { item: id, fields } = event.payload;
      return { ...state, items: state.items.map((item) => (item.id === id ? { ...item, ...defined(fields) } : item)) };
    }
    case 'item-removed':
      return withoutItem(state, event.payload.item);
    case 'items-ordered': {
      const place = new Map(event.payload.items.map((id, at) => [id, at]));
      const rank = (id: string): number => place.get(id) ?? place.size;
      return { ...state, items: state.items.toSorted((a, b) => rank(a.id) - rank(b.id)) };
    }
    case 'opinion-set':
      return { ...state, opinion: { ...state.opinion, ...defined(event.payload.fields) } };
    case 'exported': {
      const { version, what, name, sha256, acknowledged } = event.payload;
      return { ...state, exports: [...state.exports, { version, what, name, sha256, acknowledged, ...by }] };
    }
    case 'review-run':
      return { ...state, reviewed: event.payload };
    case 'matter-opened':
    case 'undone':
    case 'person-named':
    case 'office-set':
    case 'law-added':
    case 'law-removed':
    case 'rules-packed':
    case 'rules-unpacked':
    case 'rule-switched':
    case 'setting-set':
      return state;
    default:
      return assertNever(event);
  }
}

/** In front of the item named; at the end where none is, or it is gone. */
function inserted(items: readonly OpinionItem[], item: OpinionItem, before: string | undefined): OpinionItem[] {
  const at = items.findIndex(({ id }) => id === before);
  return at < 0 ? [...items, item] : items.toSpliced(at, 0, item);
}

/** Removing an item reopens the finding it came from. */
function withoutItem(state: MatterState, id: string): MatterState {
  return {
    ...state,
    items: state.items.filter((item) => item.id !== id),
    decisions: Object.fromEntries(
      Object.entries(state.decisions).filter(([, decision]) => decision.kind !== 'adopted' || decision.item !== id),
    ),
  };
}

/** Takes the decision back; without one, the finding was silenced from elsewhere and is shown again. */
function reopened(state: MatterState, finding: string): MatterState {
  const decision = state.decisions[finding];
  if (!decision) return { ...state, reopened: [...state.reopened.filter((other) => other !== finding), finding] };
  if (decision.kind === 'adopted') return withoutItem(state, decision.item);
  const { [finding]: _, ...decisions } = state.decisions;
  return { ...state, decisions };
}

/** A new decision on a finding replaces the item its earlier adoption made. */
function withoutItemOf(state: MatterState, finding: string): MatterState {
  const earlier = state.decisions[finding];
  return earlier?.kind === 'adopted' ? withoutItem(state, earlier.item) : state;
}

/** Drops keys that are present but undefined, which zod's `partial` allows. */
function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

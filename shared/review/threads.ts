/** What is said beneath a comment, ours or one that came in the file, and whether it is settled. */
import type { SourceComment } from '../document/model.ts';
import type { Event, ThreadHead } from './events.ts';
import type { MatterState } from './state.ts';

export type Reply = Readonly<{ id: string; text: string; author: string; at: string }>;

export type Thread = Readonly<{
  on: ThreadHead;
  /** In the order they were said. */
  replies: readonly Reply[];
  /** The last word on it; null while none was said, so that a file's own state holds. */
  settled: Readonly<{ resolved: boolean; by: string; at: string }> | null;
}>;

type ThreadEvent = Event<'comment-replied' | 'comment-resolved' | 'reply-removed'>;

export function threadOf(threads: readonly Thread[], on: ThreadHead): Thread {
  return threads.find((thread) => isSame(thread.on, on)) ?? { on, replies: [], settled: null };
}

/** The threads after one more event. */
export function threaded(threads: readonly Thread[], event: ThreadEvent): readonly Thread[] {
  const signed = { author: event.actor, at: event.at };
  switch (event.kind) {
    case 'comment-replied': {
      const { reply: id, to, text } = event.payload;
      const thread = threadOf(threads, to);
      return withThread(threads, { ...thread, replies: [...thread.replies, { id, text, ...signed }] });
    }
    case 'comment-resolved': {
      const { to, resolved } = event.payload;
      const settled = { resolved, by: event.actor, at: event.at };
      return withThread(threads, { ...threadOf(threads, to), settled });
    }
    case 'reply-removed':
      return threads.map((thread) => ({
        ...thread,
        replies: thread.replies.filter(({ id }) => id !== event.payload.reply),
      }));
  }
}

/** A comment that is gone takes its thread with it. */
export function withoutThreadOf(threads: readonly Thread[], comment: string): readonly Thread[] {
  return threads.filter(({ on }) => on.kind !== 'own' || on.comment !== comment);
}

/** Whether a comment of the file is settled: by the last word here, else as the file has it. */
export function isResolved(thread: Thread, inFile = false): boolean {
  return thread.settled?.resolved ?? inFile;
}

/** The comment of a file at the head of the thread in which `id` stands; undefined where there is none. */
export function headOf(comments: readonly SourceComment[], id: string): SourceComment | undefined {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const passed = new Set<string>();
  let head = byId.get(id);
  while (head?.parent && byId.has(head.parent)) {
    // A damaged file may have comments answer each other in a ring.
    if (passed.has(head.id)) return byId.get(id);
    passed.add(head.id);
    head = byId.get(head.parent);
  }
  return head;
}

/** Where a reply stands; null when it is not there. */
export function replyOf({ threads }: Pick<MatterState, 'threads'>, id: string): Reply | null {
  return threads.flatMap(({ replies }) => replies).find((reply) => reply.id === id) ?? null;
}

function withThread(threads: readonly Thread[], thread: Thread): readonly Thread[] {
  return [...threads.filter(({ on }) => !isSame(on, thread.on)), thread];
}

function isSame(one: ThreadHead, other: ThreadHead): boolean {
  if (one.kind === 'own') return other.kind === 'own' && one.comment === other.comment;
  return (
    other.kind === 'source' &&
    one.version === other.version &&
    one.document === other.document &&
    one.comment === other.comment
  );
}

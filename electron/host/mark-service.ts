/** The commands of shared/api/mark-commands.ts: what a reviewer writes on a version without changing it. */
import type { Input, Output } from '../../shared/api/contract.ts';
import { Failure } from '../../shared/api/errors.ts';
import type { ErrorKind } from '../../shared/api/errors.ts';
import type { markCommands } from '../../shared/api/mark-commands.ts';
import { canonical } from '../../shared/audit/canonical.ts';
import type { Document } from '../../shared/document/model.ts';
import { blockOf, misfit, suggested } from '../../shared/document/suggestion.ts';
import type { Edit } from '../../shared/document/suggestion.ts';
import { allParagraphs, followerOf } from '../../shared/document/walk.ts';
import type { ThreadHead } from '../../shared/review/events.ts';
import type { MatterState } from '../../shared/review/state.ts';
import { headOf, isResolved, replyOf, threadOf } from '../../shared/review/threads.ts';
import type { Words } from '../../shared/words/words.ts';
import { sentence } from '../../shared/words/words.ts';
import type { Acts } from './acts.ts';
import { anchored } from './anchors.ts';
import { carriedTo } from './carry.ts';
import type { Documents } from './documents.ts';
import type { Clock, RandomId } from './ports.ts';

type MarkCommand = keyof typeof markCommands;
export type MarkService = { readonly [N in MarkCommand]: (input: Input<N>) => Promise<Output<N>> };

export type MarkServicePorts = Readonly<{
  acts: Acts;
  documents: Documents;
  /** The acting person's name. */
  person: () => Promise<string>;
  now: Clock;
  randomId: RandomId;
}>;

export function openMarkService({ acts, documents, person, now, randomId }: MarkServicePorts): MarkService {
  const documentOf = async (state: MatterState, version: string, at: number): Promise<Document> => {
    const known = state.versions.find(({ id }) => id === version) ?? fail('not-found', (say) => say.noVersion);
    return documents.get(known.files[at] ?? fail('not-found', (say) => say.noDocument));
  };
  /** The head of the thread, checked, and whether it was settled when it came. */
  const headIn = async (
    state: MatterState,
    to: ThreadHead,
  ): Promise<Readonly<{ head: ThreadHead; inFile: boolean }>> => {
    if (to.kind === 'own') return { head: { ...to, comment: commentOf(state, to.comment).id }, inFile: false };
    const { comments } = await documentOf(state, to.version, to.document);
    const { id, resolved } = headOf(comments, to.comment) ?? fail('not-found', (say) => say.noComment);
    return { head: { ...to, comment: id }, inFile: resolved };
  };
  return {
    'comment.add': ({ matter, version, document, range, kind, text }) =>
      acts.act(matter, async (state) => {
        const anchor = anchored(await documentOf(state, version, document), range);
        const payload = { comment: randomId(), version, document, anchor, kind, text };
        return [{ matter, kind: 'comment-added', payload }];
      }),
    'comment.revise': ({ matter, comment, text, kind }) =>
      acts.act(matter, (state) => {
        const before = commentOf(state, comment);
        const revised = kind !== undefined && kind !== before.kind ? { kind } : {};
        if (before.text === text && !revised.kind) return [];
        return [{ matter, kind: 'comment-revised', payload: { comment, text, ...revised } }];
      }),
    'comments.carried': async ({ matter, version }) => carriedTo(await acts.state(matter), version, documents),
    'comment.place': ({ matter, version, document, comment, range }) =>
      acts.act(matter, async (state) => {
        commentOf(state, comment);
        const anchor = anchored(await documentOf(state, version, document), range);
        return [{ matter, kind: 'comment-placed', payload: { comment, version, document, anchor } }];
      }),
    'comment.remove': ({ matter, comment }) =>
      acts.act(matter, (state) => {
        commentOf(state, comment);
        return [{ matter, kind: 'comment-removed', payload: { comment } }];
      }),
    'comment.reply': ({ matter, to, text }) =>
      acts.act(matter, async (state) => {
        const { head } = await headIn(state, to);
        return [{ matter, kind: 'comment-replied', payload: { reply: randomId(), to: head, text } }];
      }),
    'comment.resolve': ({ matter, to, resolved }) =>
      acts.act(matter, async (state) => {
        const { head, inFile } = await headIn(state, to);
        if (isResolved(threadOf(state.threads, head), inFile) === resolved) return [];
        return [{ matter, kind: 'comment-resolved', payload: { to: head, resolved } }];
      }),
    'reply.remove': ({ matter, reply }) =>
      acts.act(matter, (state) => {
        if (!replyOf(state, reply)) fail('not-found', (say) => say.noReply);
        return [{ matter, kind: 'reply-removed', payload: { reply } }];
      }),

    'suggestions.set': ({ matter, version, document, block, edits }) =>
      acts.act(matter, async (state) => {
        requireFit(await documentOf(state, version, document), block, edits);
        const before = state.suggestions
          .filter((placed) => placed.version === version && placed.document === document)
          .map(({ suggestion }) => suggestion)
          .filter((suggestion) => blockOf(suggestion) === block);
        const by = { author: await person(), at: now().toISOString(), newId: randomId };
        const suggestions = suggested(before, edits, by);
        if (canonical(suggestions) === canonical(before)) return [];
        return [{ matter, kind: 'suggestions-set', payload: { version, document, block, suggestions } }];
      }),
    'change.judge': ({ matter, version, document, change, verdict }) =>
      acts.act(matter, async (state) => {
        const { changes } = await documentOf(state, version, document);
        if (!changes[change]) fail('not-found', (say) => say.noChange);
        const before = state.judged.find(
          (judged) => judged.version === version && judged.document === document && judged.change === change,
        );
        if ((before?.verdict ?? null) === verdict) return [];
        return [{ matter, kind: 'change-judged', payload: { version, document, change, verdict } }];
      }),
  };
}

function requireFit(document: Document, block: string, edits: readonly Edit[]): void {
  const paragraph = allParagraphs(document).find(({ id }) => id === block) ?? fail('invalid', (say) => say.badRange);
  if (misfit(paragraph, edits) !== null) fail('invalid', (say) => say.badEdit);
  if (edits.some(({ kind }) => kind === 'join') && !followerOf(document, block)) fail('invalid', (say) => say.badJoin);
}

function commentOf(state: MatterState, id: string): MatterState['comments'][number] {
  return state.comments.find((comment) => comment.id === id) ?? fail('not-found', (say) => say.noComment);
}

function fail(kind: ErrorKind, say: (record: Words['record']) => string): never {
  throw new Failure(
    kind,
    sentence((all) => say(all.record)),
  );
}

/** The commands that mark up a version, as the events that the host would record for them. */
import type { Input } from '../../shared/api/contract.ts';
import type { Anchor } from '../../shared/document/anchor.ts';
import type { Range } from '../../shared/document/model.ts';
import { suggested } from '../../shared/document/suggestion.ts';
import type { markCommands } from '../../shared/api/mark-commands.ts';
import type { EventKind, Payload } from '../../shared/review/events.ts';

type MarkCommand = Exclude<keyof typeof markCommands, 'comments.carried'>;
type MarkEvent = { [K in EventKind]: Readonly<{ kind: K; payload: Payload<K> }> }[EventKind];
type Ports = Readonly<{ freshId: () => string; now: () => Date }>;

export function markEvent(name: MarkCommand, input: unknown, { freshId, now }: Ports): MarkEvent {
  const get = <N extends MarkCommand>(_name: N): Input<N> => input as Input<N>;
  switch (name) {
    case 'comment.add': {
      const { version, document, range, kind, text } = get(name);
      const payload = { comment: freshId(), version, document, kind, text, anchor: anchorOf(range) };
      return { kind: 'comment-added', payload };
    }
    case 'comment.revise': {
      const { comment, text, kind } = get(name);
      return { kind: 'comment-revised', payload: { comment, text, ...(kind ? { kind } : {}) } };
    }
    case 'comment.remove':
      return { kind: 'comment-removed', payload: { comment: get(name).comment } };
    case 'comment.reply': {
      const { to, text } = get(name);
      return { kind: 'comment-replied', payload: { reply: freshId(), to, text } };
    }
    case 'comment.resolve': {
      const { to, resolved } = get(name);
      return { kind: 'comment-resolved', payload: { to, resolved } };
    }
    case 'reply.remove':
      return { kind: 'reply-removed', payload: { reply: get(name).reply } };
    case 'comment.place': {
      const { comment, version, document, range } = get(name);
      return { kind: 'comment-placed', payload: { comment, version, document, anchor: anchorOf(range) } };
    }
    case 'suggestions.set': {
      const { version, document, block, edits } = get(name);
      const by = { author: '王芳', at: now().toISOString(), newId: freshId };
      return { kind: 'suggestions-set', payload: { version, document, block, suggestions: suggested([], edits, by) } };
    }
    case 'change.judge': {
      const { version, document, change, verdict } = get(name);
      return { kind: 'change-judged', payload: { version, document, change, verdict } };
    }
  }
}

function anchorOf(range: Range): Anchor {
  return { range, quotes: [], before: '', after: '' };
}

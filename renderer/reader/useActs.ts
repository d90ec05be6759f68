import { useRef } from 'react';
import type { Range } from '../../shared/document/model.ts';
import type { Input } from '../../shared/api/contract.ts';
import type { MatterFields } from '../../shared/review/events.ts';
import type { MatterState } from '../../shared/review/state.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { useCommand } from '../queries.ts';
import type { Edits } from './AdoptForm.tsx';
import type { CommentActs } from './CommentThread.tsx';
import type { Dismissal } from './DismissForm.tsx';

type NewComment = Pick<Input<'comment.add'>, 'document' | 'range' | 'kind' | 'text'>;

export type Acts = Readonly<{
  busy: boolean;
  /** These three answer whether the act was saved; why not is told by the notices. */
  adopt: (finding: Finding, edits?: Edits) => Promise<boolean>;
  dismiss: (finding: Finding, dismissal: Dismissal) => Promise<boolean>;
  /** How to take a decision back; null where there is none. */
  takeBack: (finding: Finding) => (() => void) | null;
  /** Shows a finding that a dismissal elsewhere silences. */
  showAgain: (finding: Finding) => void;
  comment: (comment: NewComment) => Promise<boolean>;
  comments: CommentActs;
  /** Places a comment on an earlier version in the one shown. */
  placeComment: (comment: string, document: number, range: Range) => void;
  /** Agrees to a tracked change of the file or rejects it; null takes that back. */
  judge: (verdict: Pick<Input<'change.judge'>, 'document' | 'change' | 'verdict'>) => void;
  reviseFields: (fields: Partial<MatterFields>) => void;
}>;

/** What a reviewer does to a matter, as commands. */
export function useActs(state: MatterState, version: string): Acts {
  const matter = state.id;
  const adopt = useCommand('finding.adopt');
  const dismiss = useCommand('finding.dismiss');
  const addComment = useCommand('comment.add');
  const reviseComment = useCommand('comment.revise');
  const removeComment = useCommand('comment.remove');
  const reply = useCommand('comment.reply');
  const resolve = useCommand('comment.resolve');
  const removeReply = useCommand('reply.remove');
  const judgeChange = useCommand('change.judge');
  const placeComment = useCommand('comment.place');
  const removeItem = useCommand('item.remove');
  const reviseMatter = useCommand('matter.revise');
  const reopen = useCommand('finding.reopen');
  /** Findings whose decision is on its way: a second key stroke must not decide them again. */
  const deciding = useRef(new Set<string>());
  const decided = async (fingerprint: string, act: () => Promise<MatterState>): Promise<MatterState | null> => {
    if (deciding.current.has(fingerprint)) return null;
    deciding.current.add(fingerprint);
    const after = await act().catch(told);
    deciding.current.delete(fingerprint);
    return after;
  };
  const busy = [removeItem, reviseMatter, reopen].some(({ isPending }) => isPending);

  return {
    busy,
    adopt: async (finding, edits) => {
      const { fingerprint } = finding;
      const input = { matter, version, finding: fingerprint, ...(edits ? { edits } : {}) };
      return (await decided(fingerprint, () => adopt.mutateAsync(input))) !== null;
    },
    dismiss: async (finding, dismissal) => {
      const { fingerprint } = finding;
      const input = { matter, version, finding: fingerprint, ...dismissal };
      return (await decided(fingerprint, () => dismiss.mutateAsync(input))) !== null;
    },
    takeBack: ({ fingerprint }) => {
      const decision = state.decisions[fingerprint];
      if (!decision) return null;
      if (decision.kind === 'adopted') return () => removeItem.mutate({ matter, item: decision.item });
      return () => reopen.mutate({ matter, finding: fingerprint });
    },
    showAgain: ({ fingerprint }) => reopen.mutate({ matter, finding: fingerprint }),
    comment: async (comment) => (await addComment.mutateAsync({ matter, version, ...comment }).catch(told)) !== null,
    comments: {
      revise: async (comment, text, kind) =>
        (await reviseComment.mutateAsync({ matter, comment, text, kind }).catch(told)) !== null,
      remove: (comment) => removeComment.mutate({ matter, comment }),
      reply: async (to, text) => (await reply.mutateAsync({ matter, to, text }).catch(told)) !== null,
      resolve: (to, resolved) => resolve.mutate({ matter, to, resolved }),
      removeReply: (id) => removeReply.mutate({ matter, reply: id }),
    },
    placeComment: (comment, document, range) => placeComment.mutate({ matter, version, document, comment, range }),
    judge: (verdict) => judgeChange.mutate({ matter, version, ...verdict }),
    reviseFields: (fields) => reviseMatter.mutate({ matter, fields }),
  };
}

/** The mutation cache has told the failure already. */
function told(): null {
  return null;
}

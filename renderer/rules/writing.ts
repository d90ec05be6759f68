/** The rule that is being written. It outlives the screen, so that looking something up loses nothing. */
import { create } from 'zustand';
import { blankDraft, draftOf, idFor, writtenRule } from '../../shared/rules/own/draft.ts';
import type { RuleDraft } from '../../shared/rules/own/draft.ts';
import { checked, readRule, ruleText } from '../../shared/rules/own/write.ts';
import type { RuleRead } from '../../shared/rules/own/write.ts';
import { words } from '../../shared/words/words.ts';

export type Writing = Readonly<{
  /** Name of the pack it goes to. */
  pack: string;
  /** Id of the rule it takes the place of; null for a new one. */
  replaces: string | null;
  /** An id that was typed is not made from the title any more. */
  idTyped: boolean;
  /** Whether anything was changed since it was opened. */
  touched: boolean;
  as: Readonly<{ kind: 'form'; draft: RuleDraft }> | Readonly<{ kind: 'yaml'; text: string }>;
}>;

export const useWriting = create<Readonly<{ writing: Writing | null }>>(() => ({ writing: null }));

/** The pack that an office's rules go to unless another is chosen. */
export const ownPackName = words.zh.rules.groups.own;

export function startWriting(): void {
  if (useWriting.getState().writing) return;
  const as = { kind: 'form', draft: blankDraft } as const;
  useWriting.setState({ writing: { pack: ownPackName, replaces: null, idTyped: false, touched: false, as } });
}

/** Opens a rule of a pack: in the form, or as YAML where the form cannot hold it. */
export function startEditing(pack: string, id: string, text: string): void {
  const read = readRule(text);
  const as: Writing['as'] = read.kind === 'rule' ? { kind: 'form', draft: draftOf(read.rule) } : { kind: 'yaml', text };
  useWriting.setState({ writing: { pack, replaces: id, idTyped: true, touched: false, as } });
}

export function stopWriting(): void {
  useWriting.setState({ writing: null });
}

function change(next: Partial<Writing>): void {
  useWriting.setState(({ writing }) => ({ writing: writing && { ...writing, touched: true, ...next } }));
}

export function choosePack(pack: string): void {
  change({ pack });
}

export function writeText(text: string): void {
  change({ as: { kind: 'yaml', text } });
}

/** Changes the draft; the id follows the title until one is typed. */
export function writeDraft(writing: Writing, before: RuleDraft, fields: Partial<RuleDraft>): void {
  const idTyped = fields.id === undefined ? writing.idTyped : fields.id.trim() !== '';
  const draft = { ...before, ...fields };
  change({ idTyped, as: { kind: 'form', draft: idTyped ? draft : { ...draft, id: idFor(draft.title) } } });
}

/** What is written, as the decoder of packs reads it. */
export function readWriting({ as }: Writing): RuleRead {
  return as.kind === 'form' ? checked(writtenRule(as.draft)) : readRule(as.text);
}

/** Shows the same rule the other way; the form takes only what it can hold. */
export function turnTo(writing: Writing, kind: 'form' | 'yaml'): void {
  const { as } = writing;
  if (kind === as.kind) return;
  if (as.kind === 'form') {
    useWriting.setState({ writing: { ...writing, as: { kind: 'yaml', text: ruleText(writtenRule(as.draft)) } } });
    return;
  }
  const read = readRule(as.text);
  if (read.kind !== 'rule') return;
  useWriting.setState({ writing: { ...writing, idTyped: true, as: { kind: 'form', draft: draftOf(read.rule) } } });
}

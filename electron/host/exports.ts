/** Papers that leave the house: what they are made from, the questions asked first, their names. */
import type { ExportQuestion, ReviewReport } from '../../shared/api/contract.ts';
import type { Carried } from '../../shared/api/mark-commands.ts';
import type { Document, Range, Span } from '../../shared/document/model.ts';
import { paragraphsIn } from '../../shared/document/walk.ts';
import { citeAll } from '../../shared/law/cite.ts';
import type { OpinionPaper } from '../../shared/opinion/paper.ts';
import type { Suggestion } from '../../shared/document/suggestion.ts';
import { commentsHere } from '../../shared/review/comments-here.ts';
import type { ExportKind, OpinionItem } from '../../shared/review/events.ts';
import type { MatterState, Version } from '../../shared/review/state.ts';
import type { Reply } from '../../shared/review/threads.ts';
import { isResolved, threadOf } from '../../shared/review/threads.ts';
import { words } from '../../shared/words/words.ts';

/** A composed opinion, who signs for the file and when. */
export type Opinion = Readonly<{ paper: OpinionPaper; author: string; at: string }>;

/** One native Word comment to be set into a copy of the original. */
export type Annotation = Said & Readonly<{ range: Range; replies?: readonly Said[]; resolved?: boolean }>;

export type Said = Readonly<{
  /** Its paragraphs. */
  text: readonly string[];
  author: string;
  /** ISO 8601, UTC. */
  at: string;
}>;

/** What is written into the text of a file: our suggestions, and others' changes that were rejected. */
export type Changes = Readonly<{
  suggestions: readonly Suggestion[];
  rejected: readonly Readonly<{ change: number; author: string; at: string }>[];
}>;

/** What is said beneath a comment that came in the file; `resolved` is null where its state stays. */
export type Answer = Readonly<{
  comment: string;
  range: Range | null;
  replies: readonly Said[];
  resolved: boolean | null;
}>;

export type Annotated = Readonly<{
  original: Uint8Array;
  document: Document;
  annotations: readonly Annotation[];
  changes: Changes;
  answers?: readonly Answer[];
}>;

export type Clean = Pick<Annotated, 'original' | 'changes'>;

/** The makers of files: pure functions of shared/export, zipped by the host. */
export type Writers = Readonly<{
  opinion: (opinion: Opinion) => Promise<Uint8Array>;
  annotated: (input: Annotated) => Promise<Uint8Array>;
  clean: (input: Clean) => Promise<Uint8Array>;
}>;

/** What a careful reviewer would settle before these papers leave: an opinion needs its conclusion. */
export function openQuestions(
  state: MatterState,
  report: ReviewReport,
  what: readonly ExportKind[],
  { unjudged, lost }: Readonly<{ unjudged: number; lost: number }>,
): readonly ExportQuestion[] {
  // A clean copy carries no findings, decided or not.
  const told = what.some((kind) => kind !== 'clean') ? report.findings : [];
  const undecided = told.filter(
    (finding) => finding.severity === 'high' && !Object.hasOwn(state.decisions, finding.fingerprint),
  ).length;
  const open = what.includes('opinion') && state.opinion.conclusion === null;
  return [
    ...(open ? [{ kind: 'no-conclusion' as const, count: 1 }] : []),
    ...(undecided > 0 ? [{ kind: 'undecided-high' as const, count: undecided }] : []),
    ...(lost > 0 ? [{ kind: 'lost-comments' as const, count: lost }] : []),
    ...(unjudged > 0 ? [{ kind: 'unjudged-changes' as const, count: unjudged }] : []),
  ];
}

/** What the people of a matter changed in the text of one file of a version. */
export function changesOf(state: MatterState, version: Version, documentIndex: number): Changes {
  const isHere = (placed: Readonly<{ version: string; document: number }>): boolean =>
    placed.version === version.id && placed.document === documentIndex;
  return {
    suggestions: state.suggestions.filter(isHere).map(({ suggestion }) => suggestion),
    rejected: state.judged
      .filter((judged) => isHere(judged) && judged.verdict === 'rejected')
      .map(({ change, by: author, at }) => ({ change, author, at })),
  };
}

/** Others' changes of one file that nobody agreed to or rejected. */
export function unjudgedIn(state: MatterState, version: Version, documentIndex: number, document: Document): number {
  const judged = state.judged.filter((one) => one.version === version.id && one.document === documentIndex);
  return document.changes.length - judged.length;
}

/**
 * Comments for one file of a version: adopted findings in the wording of their opinion items, and
 * the reviewers' own comments, those on earlier versions where they stand now.
 */
export function annotationsOf(
  state: MatterState,
  version: Version,
  documentIndex: number,
  document: Document,
  report: ReviewReport,
  carried: readonly Carried[],
): readonly Annotation[] {
  const adopted = report.findings.flatMap((finding): Annotation[] => {
    const decision = finding.document === documentIndex ? state.decisions[finding.fingerprint] : undefined;
    if (decision?.kind !== 'adopted') return [];
    const item = state.items.find(({ id }) => id === decision.item);
    return item ? annotationOf(item, finding.at, document, { author: decision.by, at: decision.at }) : [];
  });
  const here = commentsHere(state.comments, carried, version.id, documentIndex);
  const own = here.shown.map((comment): Annotation => {
    const { range } = comment.anchor;
    const thread = threadOf(state.threads, { kind: 'own', comment: comment.id });
    return { range, ...saidOf(comment), replies: thread.replies.map(saidOf), resolved: isResolved(thread) };
  });
  return [...adopted, ...own];
}

/** Replies and states for the comments that one file of a version came with. */
export function answersOf(
  { threads }: MatterState,
  version: Version,
  documentIndex: number,
  document: Document,
): readonly Answer[] {
  return document.comments.flatMap(({ id, at, resolved }): Answer[] => {
    const on = { kind: 'source', version: version.id, document: documentIndex, comment: id } as const;
    const thread = threadOf(threads, on);
    const now = isResolved(thread, resolved);
    if (thread.replies.length === 0 && now === resolved) return [];
    return [{ comment: id, range: at, replies: thread.replies.map(saidOf), resolved: now === resolved ? null : now }];
  });
}

function saidOf({ text, author, at }: Reply): Said {
  return { text: text.split(/\r\n|\r|\n/u), author, at };
}

/** An item as a comment at its place; what concerns the whole document stands at its first line. */
export function annotationOf(
  item: OpinionItem,
  at: Span | null,
  document: Document,
  signed: Pick<Annotation, 'author' | 'at'>,
): Annotation[] {
  const range: Range | null = at ? [at] : firstLine(document);
  return range ? [{ range, text: commentOf(item), ...signed }] : [];
}

/** 问题—依据—建议, one paragraph each. */
function commentOf(item: OpinionItem): readonly string[] {
  const say = words.zh.record;
  const basis = citeAll(item.basis, 'full');
  return [
    `${say.commentProblem}${item.problem}`,
    ...(basis ? [`${say.commentBasis}${basis}`] : []),
    ...(item.advice ? [`${say.commentAdvice}${item.advice}`] : []),
  ];
}

function firstLine(document: Document): Range | null {
  const first = paragraphsIn(document.body).find((paragraph) => paragraph.text.trim() !== '');
  return first ? [{ block: first.id, from: 0, to: first.text.length }] : null;
}

/** A docx name that every system takes: no path signs, no control characters, at most 120 characters. */
export function docxName(base: string): string {
  const clean = [...base].filter((char) => char >= ' ' && !'<>:"/\\|?*'.includes(char)).join('');
  return `${[...clean.trim()].slice(0, 120).join('')}.docx`;
}

/** What the host and its compute threads say to each other. */
import type { Document } from '../../shared/document/model.ts';
import type { Facts } from '../../shared/facts/facts.ts';
import type { ReviewInput } from '../../shared/rules/rule.ts';
import type { RuleSetup } from '../../shared/rules/rulebook.ts';
import type { ReviewResult } from '../../shared/rules/run.ts';

export type Reviewed = ReviewResult &
  Readonly<{
    rulesMs: number;
    /** Milliseconds each rule took, longest first. */
    slowest: readonly Readonly<{ rule: string; ms: number }>[];
  }>;

export type ToCompute = Readonly<{ id: number }> &
  (
    Readonly<{ kind: 'review'; input: ReviewInput; setup: RuleSetup }> | Readonly<{ kind: 'facts'; document: Document }>
  );

export type FromCompute = Readonly<{ id: number }> &
  (
    | Readonly<{ kind: 'review'; result: Reviewed }>
    | Readonly<{ kind: 'facts'; facts: Facts }>
    | Readonly<{ kind: 'fault'; message: string }>
  );

/** Keeps the painted marks in step with what is known: findings, comments, hits, the draft selection. */
import { useEffect, useMemo } from 'react';
import type { Document, Range } from '../../shared/document/model.ts';
import type { Comment, Decision } from '../../shared/review/state.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import type { SearchHit } from '../text/search.ts';
import type { Mark, Painter } from '../text/painter.ts';

export type Painted = Readonly<{
  document: Document;
  findings: readonly Finding[];
  decisions: Readonly<Record<string, Decision>>;
  comments: readonly Comment[];
  hits: readonly SearchHit[];
  hit: SearchHit | null;
  draft: Range | null;
}>;

export function usePaint(painter: Painter, painted: Painted): void {
  const { document, findings, decisions, comments, hits, hit, draft } = painted;
  const found = useMemo(() => findingMarks(findings, decisions), [findings, decisions]);
  const said = useMemo(
    () => comments.flatMap((comment) => comment.anchor.range.map((span): Mark => ({ layer: 'comment', span }))),
    [comments],
  );
  const brought = useMemo(
    () => document.comments.flatMap((one) => (one.at ?? []).map((span): Mark => ({ layer: 'source-comment', span }))),
    [document],
  );
  useEffect(() => painter.paint(['high', 'medium', 'low', 'notice'], found), [painter, found]);
  useEffect(() => painter.paint(['comment'], said), [painter, said]);
  useEffect(() => painter.paint(['source-comment'], brought), [painter, brought]);
  useEffect(() => {
    painter.paint(
      ['hit'],
      hits.map((span) => ({ layer: 'hit', span })),
    );
  }, [painter, hits]);
  useEffect(() => painter.paint(['hit-current'], hit ? [{ layer: 'hit-current', span: hit }] : []), [painter, hit]);
  useEffect(() => {
    painter.paint(
      ['draft'],
      (draft ?? []).map((span) => ({ layer: 'draft', span })),
    );
  }, [painter, draft]);
}

/** Dismissed findings leave the page; adopted ones stay, the opinion speaks of them. */
export function findingMarks(findings: readonly Finding[], decisions: Painted['decisions']): readonly Mark[] {
  return findings
    .filter(({ fingerprint }) => decisions[fingerprint]?.kind !== 'dismissed')
    .flatMap(({ severity, at, related }) =>
      [...(at ? [at] : []), ...related].map((span): Mark => ({ layer: severity, span })),
    );
}

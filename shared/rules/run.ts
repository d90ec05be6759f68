/**
 * The pipeline from documents to findings: run every rule that applies, resolve places into quotes
 * and clauses, fingerprint, merge, sort. Each step is a list → list function.
 */
import { clauseCitation } from '../document/clauses.ts';
import type { Document, Paragraph, Span } from '../document/model.ts';
import { paragraphIndex, sentenceAround } from '../document/sentence.ts';
import { allParagraphs, compareSpans } from '../document/walk.ts';
import { readFacts } from '../facts/facts.ts';
import type { Facts } from '../facts/facts.ts';
import { documentFingerprint, spanFingerprint } from './fingerprint.ts';
import { severityRank } from './rule.ts';
import type { Finding, Hit, ReviewInput, Rule, RuleContext } from './rule.ts';

export type ReviewResult = Readonly<{
  findings: readonly Finding[];
  /** Rules that threw: the review goes on without them and says so. */
  faults: readonly Readonly<{ rule: string; message: string }>[];
}>;

/** Called around each rule, so that a door with a clock can time them. */
export type Observer = (rule: string, run: () => void) => void;

/** Runs `rules` over every document of the input. Pure: same input, same findings. */
export function review(
  input: ReviewInput,
  rules: readonly Rule[],
  observe: Observer = (_, run) => run(),
): ReviewResult {
  const faults: { rule: string; message: string }[] = [];
  const findings = input.documents.flatMap((document, documentIndex) => {
    const context: RuleContext = { input, document, documentIndex, facts: readFacts(document) };
    const paragraphs = paragraphIndex(allParagraphs(document));
    const found = rules
      .filter((rule) => applies(rule, context))
      .flatMap((rule) => {
        let hits: readonly Hit[] = [];
        observe(rule.id, () => {
          try {
            hits = rule.check(context);
            hits.forEach((hit) => requirePlaces(paragraphs, hit));
          } catch (error) {
            hits = [];
            faults.push({ rule: rule.id, message: error instanceof Error ? error.message : String(error) });
          }
        });
        // What a set of documents lacks is said once, of the main one.
        return hits.filter((hit) => hit.at !== null || documentIndex === 0).map((hit) => ({ rule, hit }));
      });
    return yielded(resolve(found, document, documentIndex, paragraphs), rules);
  });
  return { findings: sorted(findings), faults };
}

/** The facts a rule or a screen sees, for callers that need them without running rules. */
export function factsOf(document: Document): Facts {
  return readFacts(document);
}

function applies(rule: Rule, { input }: RuleContext): boolean {
  if (!rule.kinds.includes(input.kind)) return false;
  return !rule.subKinds || input.subKind === 'unknown' || rule.subKinds.includes(input.subKind);
}

type Found = Readonly<{ rule: Rule; hit: Hit }>;

function resolve(
  found: readonly Found[],
  document: Document,
  documentIndex: number,
  paragraphs: ReadonlyMap<string, Paragraph>,
): Finding[] {
  const ordinals = new Map<string, number>();
  return distinct(found)
    .toSorted(byPlace)
    .map(({ rule, hit }) => {
      const base = {
        rule: rule.id,
        severity: hit.severity ?? rule.severity,
        nature: hit.nature ?? rule.nature,
        title: rule.title,
        message: hit.message,
        document: documentIndex,
        related: hit.related ?? [],
        basis: rule.basis,
        grounds: [],
        advice: hit.advice ?? rule.advice,
      };
      if (hit.at === null) {
        const fingerprint = documentFingerprint(rule.id, hit.missing ?? rule.id);
        return { ...base, at: null, quote: null, clause: null, page: null, fingerprint };
      }
      const paragraph = paragraphAt(paragraphs, hit.at);
      const quote = paragraph.text.slice(hit.at.from, hit.at.to);
      const sentence = sentenceAround(paragraph.text, hit.at.from, hit.at.to);
      const sentenceText = paragraph.text.slice(sentence.from, sentence.to);
      const first = spanFingerprint(rule.id, quote, sentenceText, 0);
      const ordinal = ordinals.get(first) ?? 0;
      ordinals.set(first, ordinal + 1);
      return {
        ...base,
        at: hit.at,
        quote,
        clause: clauseCitation(document, hit.at),
        page: pageAt(paragraph, hit.at.from),
        fingerprint: ordinal === 0 ? first : spanFingerprint(rule.id, quote, sentenceText, ordinal),
      };
    });
}

/**
 * Where a rule and one it yields to mark the same words, the other reports and takes the ground of the
 * first along; its basis too, as far as it is not cited already.
 */
function yielded(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const yieldsTo = new Map(rules.flatMap((rule) => (rule.yieldsTo ? [[rule.id, rule.yieldsTo] as const] : [])));
  if (yieldsTo.size === 0) return [...findings];
  const next = (finding: Finding): Finding | undefined =>
    yieldsTo
      .get(finding.rule)
      ?.map((id) => findings.find((other) => other.rule === id && overlap(finding, other)))
      .find((other) => other !== undefined);
  const heirOf = (finding: Finding, steps = 0): Finding => {
    const heir = next(finding);
    return heir && steps < yieldsTo.size ? heirOf(heir, steps + 1) : finding;
  };
  const heirs = new Map(findings.map((finding) => [finding, heirOf(finding)]));
  return findings
    .filter((finding) => heirs.get(finding) === finding)
    .map((finding) =>
      findings
        .filter((other) => other !== finding && heirs.get(other) === finding)
        .toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
        .reduce(withGround, finding),
    );
}

function overlap(a: Finding, b: Finding): boolean {
  if (a.at === null || b.at === null) return a.at === b.at;
  return a.at.block === b.at.block && a.at.from < b.at.to && b.at.from < a.at.to;
}

function withGround(finding: Finding, { rule, title, message, basis }: Finding): Finding {
  const cited = new Set(finding.basis.map(({ law, article }) => `${law} ${article}`));
  return {
    ...finding,
    basis: [...finding.basis, ...basis.filter(({ law, article }) => !cited.has(`${law} ${article}`))],
    grounds: [...finding.grounds, { rule, title, message }],
  };
}

/** A rule that answers a place outside the document is at fault as a whole. */
function requirePlaces(paragraphs: ReadonlyMap<string, Paragraph>, { at, related }: Hit): void {
  for (const span of [...(at ? [at] : []), ...(related ?? [])]) paragraphAt(paragraphs, span);
}

function paragraphAt(paragraphs: ReadonlyMap<string, Paragraph>, at: Span): Paragraph {
  const paragraph = paragraphs.get(at.block);
  if (!paragraph || at.from < 0 || at.from >= at.to || at.to > paragraph.text.length) {
    throw new Error(`A place outside the document: ${JSON.stringify(at)}`);
  }
  return paragraph;
}

/** The page an offset stands on: the paragraph's page plus the page starts before the offset. */
export function pageAt(paragraph: Paragraph, offset: number): number | null {
  if (paragraph.page === null) return null;
  return paragraph.page + paragraph.pageStarts.filter((start) => start <= offset).length;
}

/** One rule reports one place once. */
function distinct(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ rule, hit }) => {
    const key = JSON.stringify([rule.id, hit.at, hit.at === null ? hit.missing : null]);
    return !seen.has(key) && seen.add(key);
  });
}

function byPlace(a: Found, b: Found): number {
  if (a.hit.at === null || b.hit.at === null) return Number(a.hit.at === null) - Number(b.hit.at === null);
  return compareSpans(a.hit.at, b.hit.at);
}

/** Reading order; findings about a whole document come first, the graver before the milder. */
function sorted(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      a.document - b.document ||
      Number(a.at !== null) - Number(b.at !== null) ||
      (a.at && b.at ? compareSpans(a.at, b.at) : 0) ||
      severityRank(a.severity) - severityRank(b.severity) ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

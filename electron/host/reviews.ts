/** Findings of a version under its fields: computed off the event loop, then from the cache. */
import { canonical } from '../../shared/audit/canonical.ts';
import { hashText } from '../../shared/audit/chain.ts';
import type { RuleReport, Session } from '../../shared/api/contract.ts';
import type { Document } from '../../shared/document/model.ts';
import { importerVersion } from '../../shared/import/version.ts';
import type { Facts } from '../../shared/facts/facts.ts';
import type { FileRef, MatterFields, Payload } from '../../shared/review/events.ts';
import type { Suppression } from '../../shared/review/suppress.ts';
import { plainSetup } from '../../shared/rules/rulebook.ts';
import { rulesetSha256 } from '../../shared/rules/catalog/index.ts';
import type { Finding, ReviewInput } from '../../shared/rules/rule.ts';
import { recent } from './cache.ts';
import type { Cache } from './cache.ts';
import type { Documents } from './documents.ts';
import type { Compute } from './ports.ts';
import type { Rulebooks, RulesInUse } from './rulebooks.ts';

export type Ruleset = Session['ruleset'];

/** What the rules are told of a matter, besides its documents. */
export type ReviewFields = Pick<MatterFields, 'kind' | 'subKind' | 'stance' | 'publicPayer' | 'asOf'>;

export type Reviews = Readonly<{
  report: (files: readonly FileRef[], fields: ReviewFields) => Promise<RuleReport>;
  facts: (file: FileRef) => Promise<Facts>;
  /** What one pack's rules find, without a trace. */
  tried: (input: ReviewInput, pack: string) => Promise<readonly Finding[]>;
}>;

const kept = 8;

/** Facts change with the program, whose rule set stands for it; an office's own rules do not touch them. */
const builtIn = rulesetSha256();

export function openReviews(cache: Cache, documents: Documents, compute: Compute, rulebooks: Rulebooks): Reviews {
  const held = recent<Promise<RuleReport>>(kept);

  const computed = async (
    key: string,
    files: readonly FileRef[],
    fields: ReviewFields,
    { setup, ruleset }: RulesInUse,
  ): Promise<RuleReport> => {
    const cached = await cache.readJson<RuleReport>(key);
    if (cached) return cached;
    const [main, ...annexes] = await Promise.all(files.map(documents.get));
    const { findings, faults, rulesMs } = await compute.review(inputOf([main as Document, ...annexes], fields), setup);
    const made = { findings, faults: faults.map((fault) => fault.rule), ruleset, rulesMs };
    // As the cache will answer it: keys that are present but undefined are gone.
    const report = JSON.parse(JSON.stringify(made)) as RuleReport;
    await cache.writeJson(key, report);
    return report;
  };

  return {
    report: async (files, fields) => {
      const rules = await rulebooks.current();
      const input = [files.map((file) => file.sha256), reviewFields(fields)];
      const key = `findings ${canonical([importerVersion, rules.ruleset.sha256, ...input])}`;
      const known = held.get(key);
      if (known) return known;
      const running = computed(key, files, fields, rules);
      held.set(key, running);
      running.catch(() => held.drop(key));
      return running;
    },
    tried: async (input, pack) => {
      const { findings } = await compute.review(input, { ...plainSetup, packs: [pack], trial: true });
      return findings;
    },
    facts: async (file) => {
      const key = `facts ${importerVersion} ${builtIn} ${file.sha256}`;
      const cached = await cache.readJson<Facts>(key);
      if (cached) return cached;
      const facts = await compute.facts(await documents.get(file));
      await cache.writeJson(key, facts);
      return facts;
    },
  };
}

export function reviewFields({ kind, subKind, stance, publicPayer, asOf }: ReviewFields): ReviewFields {
  return { kind, subKind, stance, publicPayer, asOf };
}

export function inputOf(documents: readonly [Document, ...Document[]], fields: ReviewFields): ReviewInput {
  return { documents, ...reviewFields(fields) };
}

/** What the record keeps of a run: all that went in, and the hash of what came out. */
export function reviewRun(
  version: string,
  fields: ReviewFields,
  report: RuleReport,
  { state }: RulesInUse,
  suppressions: readonly Suppression[],
): Payload<'review-run'> {
  return {
    version,
    importer: importerVersion,
    ruleset: report.ruleset.sha256,
    ...(state.packs.length > 0
      ? { packs: state.packs.map(({ name, version: of, sha256 }) => ({ name, version: of, sha256 })) }
      : {}),
    ...(suppressions.length > 0 ? { suppressions: hashText(canonical(suppressions)) } : {}),
    findings: hashText(canonical(report.findings)),
    count: report.findings.length,
    ...reviewFields(fields),
  };
}

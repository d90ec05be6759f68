/** Findings of a version under its fields: computed off the event loop, then from the cache. */
import { canonical } from '../../shared/audit/canonical.ts';
import { hashText } from '../../shared/audit/chain.ts';
import type { ReviewReport, Session } from '../../shared/api/contract.ts';
import type { Document } from '../../shared/document/model.ts';
import { importerVersion } from '../../shared/import/version.ts';
import type { Facts } from '../../shared/facts/facts.ts';
import type { FileRef, MatterFields, Payload } from '../../shared/review/events.ts';
import type { ReviewInput } from '../../shared/rules/rule.ts';
import { recent } from './cache.ts';
import type { Cache } from './cache.ts';
import type { Documents } from './documents.ts';
import type { Compute } from './ports.ts';

export type Ruleset = Session['ruleset'];

/** What the rules are told of a matter, besides its documents. */
export type ReviewFields = Pick<MatterFields, 'kind' | 'subKind' | 'stance' | 'publicPayer' | 'asOf'>;

export type Reviews = Readonly<{
  report: (files: readonly FileRef[], fields: ReviewFields) => Promise<ReviewReport>;
  facts: (file: FileRef) => Promise<Facts>;
}>;

const kept = 8;

export function openReviews(cache: Cache, documents: Documents, compute: Compute, ruleset: Ruleset): Reviews {
  const held = recent<Promise<ReviewReport>>(kept);

  const computed = async (key: string, files: readonly FileRef[], fields: ReviewFields): Promise<ReviewReport> => {
    const cached = await cache.readJson<ReviewReport>(key);
    if (cached) return cached;
    const [main, ...annexes] = await Promise.all(files.map(documents.get));
    const { findings, faults, rulesMs } = await compute.review(inputOf([main as Document, ...annexes], fields));
    const made = { findings, faults: faults.map((fault) => fault.rule), ruleset, rulesMs };
    // As the cache will answer it: keys that are present but undefined are gone.
    const report = JSON.parse(JSON.stringify(made)) as ReviewReport;
    await cache.writeJson(key, report);
    return report;
  };

  return {
    report: (files, fields) => {
      const input = [files.map((file) => file.sha256), reviewFields(fields)];
      const key = `findings ${canonical([importerVersion, ruleset.sha256, ...input])}`;
      const known = held.get(key);
      if (known) return known;
      const running = computed(key, files, fields);
      held.set(key, running);
      running.catch(() => held.drop(key));
      return running;
    },
    facts: async (file) => {
      const key = `facts ${importerVersion} ${ruleset.sha256} ${file.sha256}`;
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

/** What the record keeps of a run: what went in, and the hash of what came out. */
export function reviewRun(version: string, fields: ReviewFields, report: ReviewReport): Payload<'review-run'> {
  return {
    version,
    importer: importerVersion,
    ruleset: report.ruleset.sha256,
    findings: hashText(canonical(report.findings)),
    count: report.findings.length,
    ...reviewFields(fields),
  };
}

/** `rules`: what the rules are, whether their examples hold, and how they fared in a library. */
import { catalog } from '../../shared/rules/catalog/index.ts';
import { prove } from '../../shared/rules/prove.ts';
import { sentence } from '../../shared/words/words.ts';
import type { Words } from '../../shared/words/words.ts';
import { openLibrary } from '../host/library.ts';
import { ruleCounts, suppressionUse } from '../host/store/rules.ts';
import { complain, print } from './exit.ts';
import type { ExitCode } from './exit.ts';
import { packFrom, sayFaults } from './packs.ts';
import { failure } from './request.ts';
import { countsText, ruleText, rulesText } from './text.ts';

export function list(say: Words): Promise<ExitCode> {
  return print(rulesText(say));
}

export function explain(id: string, say: Words): Promise<ExitCode> {
  const rule = catalog.find((one) => one.id === id);
  if (!rule) throw failure('not-found', (cli) => cli.noRule(id));
  return print(ruleText(rule, say));
}

/** Runs the examples of a pack's rules, or of every built-in rule. Answers 1 when one fails. */
export async function test(path: string | null, say: Words): Promise<ExitCode> {
  if (path !== null) {
    const pack = await packFrom(path);
    sayFaults(pack);
    const written = await print(`${say.rules.packTested(pack.head.name, pack.rules.length, pack.faults.length)}\n`);
    return pack.faults.length > 0 ? 1 : written;
  }
  const faults = catalog.flatMap((rule) => prove(rule).map((fault) => ({ rule: rule.id, ...fault })));
  for (const { rule, of, text } of faults) {
    complain(
      sentence(({ rules: { fault } }) =>
        of === 'hit' ? fault.hitMissed(rule, text) : fault.nearMissFound(rule, text),
      ),
      1,
    );
  }
  if (faults.length > 0) return 1;
  const examples = catalog.reduce(
    (sum, { examples: { hits, nearMisses } }) => sum + hits.length + nearMisses.length,
    0,
  );
  return print(`${say.rules.tested(catalog.length, examples)}\n`);
}

/** How often each rule was shown, adopted and dismissed in a library, and which suppressions are unused. */
export async function stats(folder: string, say: Words): Promise<ExitCode> {
  const library = await openLibrary(folder);
  try {
    const [counts, suppressions] = await library.store.read((reads) =>
      Promise.all([ruleCounts(reads), suppressionUse(reads)]),
    );
    return await print(countsText(counts, suppressions, say));
  } finally {
    await library.close();
  }
}

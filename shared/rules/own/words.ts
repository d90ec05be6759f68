/** Words of an own rule as one linear-time pattern. */
import { RE2JS } from 're2js';
import { pattern } from '../pattern.ts';
import type { Pattern } from '../pattern.ts';

/** The pattern's source: what a person wrote, without its slashes. */
export class BadPattern extends Error {
  readonly source: string;

  constructor(source: string) {
    super(`Not a pattern: ${source}`);
    this.source = source;
  }
}

/** Any of the words; throws `BadPattern` for what RE2 does not take. */
export function anyOf(words: readonly string[]): Pattern {
  const sources = words.map((word) => {
    const written = /^\/(.+)\/$/su.exec(word)?.[1];
    if (written === undefined) return word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
    try {
      const program = RE2JS.compile(written);
      // An empty match would stand everywhere.
      if (program.matcher('').find()) throw new BadPattern(written);
    } catch {
      throw new BadPattern(written);
    }
    return `(?:${written})`;
  });
  return pattern(sources.join('|'));
}

/**
 * Which numbering stands under which. Volumes to articles have a fixed order; of the others the
 * document itself decides: a scheme that begins again at 1 between two successive numbers of
 * another stands under it. Without such evidence the usual order holds, and for pairs that are used
 * both ways the one that comes first is the outer.
 */
import type { LabelKey } from './label.ts';
import type { Start } from './starts.ts';

export type Outer = (a: LabelKey, b: LabelKey) => boolean;

const usual: Readonly<Record<string, number>> = {
  annex: 0,
  volume: 1,
  subvolume: 2,
  chapter: 3,
  section: 4,
  article: 10,
  'han-comma': 20,
  'han-paren': 30,
  'letter-upper': 38,
  arabic: 40,
  'arabic-paren': 60,
  circled: 70,
  letter: 80,
};
/** Ranks up to here never bow to evidence: articles run on through chapters. */
const fixed = 4;

const eitherWay: readonly (readonly [LabelKey, LabelKey])[] = [
  ['article', 'han-comma'],
  ['arabic', 'han-paren'],
  ['letter-upper', 'arabic'],
  ['letter-upper', 'han-paren'],
  ['letter', 'arabic-paren'],
  ['letter', 'circled'],
];

function rank(key: LabelKey): number {
  return key.startsWith('decimal') ? 40 + Number(key.slice(7)) : (usual[key] ?? 90);
}

/** Learns the order from the candidates of one part. Linear: the number of schemes is small. */
export function learnOrder(starts: readonly Start[]): Outer {
  const last = new Map<LabelKey, { value: number | null; prefix: string }>();
  const begunSince = new Map<LabelKey, Set<LabelKey>>();
  const nested = new Map<string, number>();
  const first = new Map<LabelKey, number>();
  starts.forEach(({ label: { key, value, prefix } }, at) => {
    if (!first.has(key)) first.set(key, at);
    const previous = last.get(key);
    if (previous && value !== null && previous.value === value - 1 && previous.prefix === prefix) {
      for (const inner of begunSince.get(key) ?? []) {
        nested.set(`${key}>${inner}`, (nested.get(`${key}>${inner}`) ?? 0) + 1);
      }
    }
    last.set(key, { value, prefix });
    begunSince.set(key, new Set());
    if (value === 1) for (const [other, inner] of begunSince) if (other !== key) inner.add(key);
  });
  return (a, b) => {
    if (a === b) return false;
    if (Math.min(rank(a), rank(b)) <= fixed || (a.startsWith('decimal') && b.startsWith('decimal'))) {
      return rank(a) < rank(b);
    }
    const evidence = (nested.get(`${a}>${b}`) ?? 0) - (nested.get(`${b}>${a}`) ?? 0);
    if (evidence !== 0) return evidence > 0;
    const ambiguous = eitherWay.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
    return ambiguous ? (first.get(a) ?? 0) < (first.get(b) ?? 0) : rank(a) < rank(b);
  };
}

/** Drops candidates that count only as part of a run and stand in none. */
export function withoutDoubtful(starts: readonly Start[]): Start[] {
  const last = new Map<LabelKey, number | null>();
  return starts.filter(({ label: { key, value, doubtful } }) => {
    if (doubtful && !(value !== null && value > 1 && last.get(key) === value - 1)) return false;
    last.set(key, value);
    return true;
  });
}

/** Texts without stops, and paragraphs as long as a document: cut into pieces, so that no rule reads them twice over. */
import { describe, expect, it } from 'vitest';
import { sentenceAround, sentencesOf } from '../document/sentence.ts';
import { normalise } from '../import/normalise.ts';
import { readText } from '../import/text.ts';
import { mentions } from './builders.ts';
import { pattern } from './pattern.ts';
import type { RuleContext } from './rule.ts';
import { readFacts } from '../facts/facts.ts';

const documentOf = (text: string): ReturnType<typeof normalise> => normalise(readText(text, 'txt'));

describe('sentences without a stop', () => {
  it.each([
    ['Chinese', '甲'],
    ['pairs of surrogates', '𠮷'],
    ['a pair across the cut', '甲𠮷'],
  ])('are cut, and nothing is lost: %s', (_, unit) => {
    const text = unit.repeat(5001);
    const [paragraph] = documentOf(text).body;
    if (paragraph?.kind !== 'paragraph') throw new Error('no paragraph');
    const pieces = sentencesOf(paragraph).map(({ from, to }) => text.slice(from, to));
    expect(pieces.join('')).toBe(text);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(2001);
    expect(pieces.some((piece) => /\p{Surrogate}/u.test(piece))).toBe(false);
  });

  it('are looked at nearby only', () => {
    const { from, to } = sentenceAround('甲'.repeat(10_000), 5000, 5001);
    expect([from, to]).toEqual([3000, 7001]);
  });
});

describe('mentions in a paragraph as long as a document', () => {
  const wanted = pattern('不可抗力[^。]{0,20}免责');

  it.each([0, 990, 1985, 1999, 2000, 4990, 9000])('finds what stands at %i', (at) => {
    const text = `${'甲'.repeat(at)}不可抗力发生的免责${'乙'.repeat(10_000 - at)}`;
    expect(mentions(contextOf(text), wanted)).toBe(true);
  });

  it('finds nothing where nothing stands', () => {
    expect(mentions(contextOf('不可抗力'.repeat(3000)), wanted)).toBe(false);
  });
});

function contextOf(text: string): RuleContext {
  const document = documentOf(text);
  return {
    input: {
      documents: [document],
      kind: 'contract',
      subKind: 'unknown',
      stance: 'neutral',
      publicPayer: false,
      asOf: '2026-11-24',
    },
    document,
    documentIndex: 0,
    facts: readFacts(document),
  };
}

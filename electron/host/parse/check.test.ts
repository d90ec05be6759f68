import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rawDocument } from '../../../shared/import/raw.ts';
import { readText } from '../../../shared/import/text.ts';
import { checkRaw, compile } from './check.ts';

const rich = {
  ...readText('第一条 总则\n| 名称 | 单价 |\n| 甲 | 1 |\n', 'md'),
  changes: [{ kind: 'insert', author: '林默', date: null }],
  media: [{ id: 'm1', type: 'image/png', bytes: 3 }],
  characterFormats: [{ font: '仿宋', size: 16, bold: true }, {}],
  paragraphFormats: [{ line: { kind: 'exact', value: 28 }, outline: 1, borders: { top: border() } }],
};

function border(): object {
  return { style: 'single', width: 0.5, colour: '#000000' };
}

type Place = Readonly<{ holder: Record<string, unknown>; key: string }>;

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

const isRaw = compile(rawDocument);

describe('checking what a parser answers', () => {
  it('passes a sound document as it stands', () => {
    expect(isRaw(rich)).toBe(true);
    expect(checkRaw(rich)).toBe(rich);
  });

  it('agrees with the schema on any damaged document', () => {
    const damage = fc.oneof(
      fc.constantFrom(undefined, null, true, false, -1, 0, 1, 1.5, NaN, Infinity, 2 ** 53, '', 'text', 'image', 'docx'),
      fc.constantFrom<unknown>([], {}, [null], { kind: 'text' }),
    );
    let passed = 0;
    fc.assert(
      fc.property(fc.nat(), damage, fc.boolean(), (seed, value, remove) => {
        const copy = structuredClone(rich);
        const places = placesIn(copy);
        const { holder, key } = places[seed % places.length] as Place;
        if (remove) delete holder[key];
        else holder[key] = value;
        const decided = rawDocument.safeParse(copy);
        if (isRaw(copy)) {
          passed += 1;
          expect(decided.success).toBe(true);
          expect(decided.data).toEqual(copy);
        } else if (decided.success) {
          // Only what zod itself would have changed may be left to it.
          expect(JSON.stringify(decided.data)).not.toBe(JSON.stringify(copy));
        }
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  it('leaves unknown keys to the schema, which strips them', () => {
    const padded = { ...rich, surplus: 1 };
    expect(isRaw(padded)).toBe(false);
    expect(checkRaw(padded)).not.toHaveProperty('surplus');
  });

  it('refuses what is no document', () => {
    expect(() => checkRaw({ format: 'txt' })).toThrow(z.ZodError);
  });

  it.each([
    ['record', z.record(z.string(), z.string())],
    ['pattern', z.string().regex(/a/u)],
    ['above', z.number().gt(0)],
  ])('does not guess at a schema it does not know: %s', (_, schema) => {
    expect(() => compile(schema)).toThrow('No predicate');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, numberFaults, parseNumber } from './numbering.ts';

describe('document numbers', () => {
  it('are read back as written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('云司审', '云司合审', '临政办发'),
        fc.integer({ min: 1990, max: 2100 }),
        fc.integer({ min: 1, max: 99_999 }),
        (series, year, ordinal) => {
          const written = formatNumber({ series, year, ordinal });
          expect(parseNumber(written)).toEqual({ series, year, ordinal });
          expect(numberFaults(written)).toEqual([]);
        },
      ),
    );
  });

  it.each([
    ['云司审[2026]3号', ['brackets']],
    ['云司审〔2026〕003号', ['leading-zero']],
    ['云司审〔2026〕第3号', ['ordinal-word']],
    ['云司审2026年3号', ['unreadable']],
  ])('%s departs from the standard', (text, faults) => expect(numberFaults(text)).toEqual(faults));
});

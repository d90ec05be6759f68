import { describe, expect, test } from 'vitest';
import type { ParagraphFormat, TabStop } from '../../shared/document/model.ts';
import { stopAfter, tabWidth } from './tabs.ts';

const stop = (at: number, align: TabStop['align'] = 'left', leader = ''): TabStop => ({ at, align, leader });

describe('the stop a tab goes to', () => {
  const contents: ParagraphFormat = { tabs: [stop(70), stop(415, 'right', '.')] };
  test.each<[string, ParagraphFormat, number, TabStop]>([
    ['the first beyond the text', contents, 20, stop(70)],
    ['the next when one is reached', contents, 70, stop(415, 'right', '.')],
    ['a usual one where none is set', {}, 30, stop(42)],
    ['a usual one after the last', { tabs: [stop(70)] }, 72, stop(84)],
    ['the hanging indent', { indentLeft: 36, indentFirstLine: -24 }, 20, stop(36)],
    ['a hanging indent in characters', { indentLeftChars: 2, indentFirstLineChars: -2 }, 10, stop(24)],
    ['a set stop before the hanging indent', { indentLeft: 36, indentFirstLine: -24, tabs: [stop(30)] }, 20, stop(30)],
  ])('%s', (_, format, x, expected) => {
    expect(stopAfter(format, x, 12)).toEqual(expected);
  });
});

describe('the width of a tab', () => {
  const following = { width: 60, before: 40 };
  test.each<[TabStop, number, number]>([
    [stop(100), 20, 80],
    [stop(100, 'center'), 20, 50],
    [stop(100, 'right'), 20, 20],
    [stop(100, 'decimal'), 20, 40],
    [stop(100, 'right'), 90, 0],
    [stop(500, 'right'), 20, 320],
    [stop(390), 20, 370],
    [stop(380, 'center'), 20, 320],
  ])('%o from %d', (to, x, expected) => {
    expect(tabWidth(to, x, following, 400)).toBe(expected);
  });
});

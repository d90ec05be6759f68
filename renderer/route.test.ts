import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPlace, parsePlace, screens, showsMatter } from './route.ts';

test.each([
  ['', { screen: 'register', matter: null }],
  ['#review/m%2F1', { screen: 'review', matter: 'm/1' }],
  ['#opinion', { screen: 'opinion', matter: null }],
  ['#nowhere/m1', { screen: 'register', matter: null }],
  ['#review/%E0%A4%A', { screen: 'review', matter: null }],
] as const)('%s is understood', (hash, place) => {
  expect(parsePlace(hash)).toEqual(place);
});

test.each(screens.filter((screen) => !showsMatter(screen)))('%s keeps the matter out of the address', (screen) => {
  expect(formatPlace({ screen, matter: 'm1' })).toBe(`#${screen}`);
});

test('a place survives its address', () => {
  const place = fc.record({
    screen: fc.constantFrom(...screens.filter(showsMatter)),
    matter: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null }),
  });
  fc.assert(
    fc.property(place, (there) => {
      expect(parsePlace(formatPlace(there))).toEqual(there);
    }),
  );
});

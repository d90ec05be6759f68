import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palettes } from './theme.ts';

const tokens = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** The declarations of one block of tokens.css. */
function block(selector: string): Record<string, string> {
  const body = tokens.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return Object.fromEntries([...body.matchAll(/--([\w-]+): ([^;]+);/gu)].map(([, name, value]) => [name, value]));
}

test.each([
  ['light', ':root,\n.on-white'],
  ['dark', ":root[data-theme='dark']"],
] as const)('antd and the style sheet share the %s colours', (theme, selector) => {
  expect(block(selector)).toMatchObject(palettes[theme]);
});

test('dark redefines every colour of light', () => {
  const colours = Object.entries(block(':root,\n.on-white')).filter(([, value]) => value.startsWith('#'));
  expect(Object.keys(block(":root[data-theme='dark']")).sort()).toEqual(colours.map(([name]) => name).sort());
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

test.each(['light', 'dark'] as const)('text is readable in %s', (theme) => {
  const colours = palettes[theme];
  for (const ground of [colours.paper, colours.panel, colours.desk]) {
    expect(contrast(colours.ink, ground)).toBeGreaterThan(7);
    expect(contrast(colours['ink-2'], ground)).toBeGreaterThan(4.5);
    expect(contrast(colours['ink-3'], ground)).toBeGreaterThan(3.5);
    expect(contrast(colours.accent, ground)).toBeGreaterThan(4.5);
    expect(contrast(colours.high, ground)).toBeGreaterThan(4.5);
  }
  expect(contrast(colours['on-accent'], colours.accent)).toBeGreaterThan(4.5);
});

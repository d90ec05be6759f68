import { expect, it } from 'vitest';
import { ownLibrary } from './own-library.ts';

it.each([
  ['linux', '/home/wang', {}, '/home/wang/.local/share/fashen/library'],
  ['linux', '/home/wang', { XDG_DATA_HOME: '/data/wang' }, '/data/wang/fashen/library'],
  ['linux', '/home/wang', { XDG_DATA_HOME: 'data' }, '/home/wang/.local/share/fashen/library'],
  ['linux', '/home/wang', { XDG_DATA_HOME: '' }, '/home/wang/.local/share/fashen/library'],
  ['darwin', '/Users/wang', {}, '/Users/wang/Library/Application Support/fashen/library'],
  ['win32', 'C:\\Users\\wang', {}, 'C:\\Users\\wang\\AppData\\Local\\fashen\\library'],
  ['win32', 'C:\\Users\\wang', { LOCALAPPDATA: 'D:\\wang' }, 'D:\\wang\\fashen\\library'],
  ['linux', '/home/wang', { FASHEN_LIBRARY: '/srv/office' }, '/srv/office'],
] as const)('stands in the folder of the system: %s %s %j', (platform, home, env, expected) => {
  expect(ownLibrary({ platform, home, env })).toBe(expected);
});

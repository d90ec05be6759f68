import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesOf, pathInside } from '../../electron/host/door/pages.ts';

const base = mkdtempSync(join(tmpdir(), 'fashen-root-'));
const root = join(base, 'renderer');
mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(join(root, 'index.html'), 'page');
writeFileSync(join(root, 'assets', 'index-1.js'), 'script');
writeFileSync(join(base, 'outside.js'), 'outside');
// A neighbour whose name begins like ours: what a check by startsWith lets through.
mkdirSync(join(base, 'renderer-evil'));
writeFileSync(join(base, 'renderer-evil', 'a.js'), 'outside');

const ups = [
  '..',
  '%2e%2e',
  '.%2e',
  '%2E.',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '%u002e%u002e',
  '．．',
  '..%00',
  '...',
  '.. ',
  '..;',
];
const slashes = ['/', '%2f', '%5c', '\\', '%252f', '//', '/./', '%c0%af', '∕'];
const targets = ['outside.js', 'renderer-evil/a.js'];
const starts = ['/', '/assets/'];
const spellings = starts.flatMap((start) =>
  ups.flatMap((up) =>
    slashes.flatMap((slash) =>
      targets.map((target) => `${start}${up}${slash}${start === '/' ? '' : up + slash}${target}`),
    ),
  ),
);

const others = [
  '',
  '.',
  '..',
  '/.',
  '/..',
  '//',
  '///',
  '/%',
  '/%zz',
  '/%00',
  '/a%00.js',
  '/assets/%00index-1.js',
  '/C:/outside.js',
  '/c:outside.js',
  '/\\\\server\\share\\a.js',
  '//server/share/a.js',
  '/file:///etc/passwd',
  '/etc/passwd',
  '/assets/../../outside.js',
  '/assets/index-1.js::$DATA',
  '/assets./index-1.js',
  '/assets /index-1.js',
  '/.env.js',
  '/assets/.hidden.js',
  'assets/index-1.js',
  'http://127.0.0.1/assets/index-1.js',
  '/~/a.js',
  '/assets//index-1.js',
  join(base, 'outside.js'),
  `/${join(base, 'outside.js')}`,
  '/%2fetc%2fpasswd',
  '/assets/index-1.js%0a',
  '/con/../../outside.js',
];

describe('a request path never leaves the folder', () => {
  it('is tried in at least two hundred spellings', () => {
    expect(spellings.length + others.length).toBeGreaterThanOrEqual(200);
  });

  it.each([...spellings, ...others])('%j', async (spelling) => {
    const path = pathInside(root, spelling);
    if (path !== null) {
      const inside = relative(root, path);
      expect(inside === '' || inside.startsWith('..') || isAbsolute(inside)).toBe(false);
    }
    expect(await pagesOf(root)(spelling)).toBeNull();
  });

  it('and finds what is there', async () => {
    expect(await pagesOf(root)('/assets/index-1.js')).toMatchObject({
      status: 200,
      headers: { 'X-Content-Type-Options': 'nosniff' },
    });
    expect(await pagesOf(root)('/assets/none.js')).toBeNull();
    expect(await pagesOf(root)('/assets')).toBeNull();
  });

  it('nor follows a link out of it', async () => {
    symlinkSync(join(base, 'outside.js'), join(root, 'assets', 'link.js'));
    expect(await pagesOf(root)('/assets/link.js')).toBeNull();
  });
});

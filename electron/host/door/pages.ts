/** The built page and its files, as both doors serve them. */
import { randomBytes } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve } from 'node:path';
import { dataPolicy, nonceMarker, pagePolicy, scriptPolicy } from './csp.ts';

/** A whole answer. Both doors add nothing but their own transport. */
export type Answer = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: Uint8Array | string }>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.otf': 'font/otf',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

const shut: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export function answer(status: number, type: string, body: Uint8Array | string, more = {}): Answer {
  const headers = { 'Content-Type': type, 'Content-Security-Policy': dataPolicy, 'Cache-Control': 'no-store' };
  return { status, headers: { ...headers, ...shut, ...more }, body };
}

/**
 * The file a request path names inside `root`, or null: the one place where a path from outside becomes one of the
 * machine. Decoded once; what still tries to leave, or could mean something special to a file system, is nothing.
 */
export function pathInside(root: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // Backslash, colon (drive, alternate stream), percent, control characters: none of our files has them.
  if (!name.startsWith('/') || /[\\:%\p{Cc}]/u.test(name)) return null;
  if (
    name
      .slice(1)
      .split('/')
      .some((part) => part === '' || /^[.\s]|[.\s]$/u.test(part))
  )
    return null;
  const full = resolve(root, name.slice(1));
  const inside = relative(root, full);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : full;
}

export type Pages = (pathname: string) => Promise<Answer | null>;

/** Serves the folder of the built page: `/` is index.html with a fresh nonce. */
export function pagesOf(root: string): Pages {
  return async (pathname) => {
    if (pathname === '/' || pathname === '/index.html') return indexPage(root);
    const path = pathInside(root, pathname);
    const type = path && types[extname(path)];
    if (!path || !type) return null;
    // The build makes no links, so a link is not ours.
    const plain = await lstat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    const body = plain ? await readFile(path).catch(() => null) : null;
    const policy = type.startsWith('text/javascript') ? { 'Content-Security-Policy': scriptPolicy } : {};
    return body && answer(200, type, body, { 'Cache-Control': 'no-cache', ...policy });
  };
}

async function indexPage(root: string): Promise<Answer> {
  const nonce = randomBytes(18).toString('base64url');
  const html = await readFile(resolve(root, 'index.html'), 'utf8');
  return answer(200, 'text/html; charset=utf-8', html.replaceAll(nonceMarker, nonce), {
    'Content-Security-Policy': pagePolicy(nonce),
  });
}

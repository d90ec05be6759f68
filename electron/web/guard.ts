/**
 * Who may speak to the loopback host: pure decisions on a request's head. The program prints an address with a token
 * that works once; it is exchanged for a cookie that scripts cannot read and other sites cannot send.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

export type Head = Readonly<{
  method: string;
  /** As it stood in the request line. */
  url: string;
  /** Names in lower case; a header that came twice is a list. */
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}>;

export type Session = Readonly<{ port: number; cookie: string; token: string | null }>;

export type Verdict =
  | Readonly<{ kind: 'enter' }>
  | Readonly<{ kind: 'call'; command: string }>
  | Readonly<{ kind: 'notifications' }>
  | Readonly<{ kind: 'route'; pathname: string }>
  | Readonly<{ kind: 'refuse'; status: 400 | 403 | 404 | 405 | 413 | 415 }>;

/** Pasted text of five million characters fits, with room for its escapes. */
export const callBytes = 24 * 1024 * 1024;

const refuse = (status: Extract<Verdict, { kind: 'refuse' }>['status']): Verdict => ({ kind: 'refuse', status });

export function judge(head: Head, session: Session): Verdict {
  const { method, headers } = head;
  const target = targetOf(head.url);
  if (!target) return refuse(400);
  // A name that resolves here is not enough (DNS rebinding): the address itself must have been asked for.
  if (one(headers['host']) !== `127.0.0.1:${session.port}`) return refuse(403);
  const origin = headers['origin'];
  const own = `http://127.0.0.1:${session.port}`;
  if (origin !== undefined && origin !== own) return refuse(403);
  if (method !== 'GET' && method !== 'POST') return refuse(405);

  if (target.pathname === '/' && target.token !== null && method === 'GET') {
    if (session.token !== null && same(target.token, session.token)) return { kind: 'enter' };
    // The address opened a second time by the same browser still leads in.
    return hasCookie(headers['cookie'], session) ? { kind: 'route', pathname: '/' } : refuse(403);
  }
  if (!hasCookie(headers['cookie'], session)) return refuse(403);
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(403);
  if (method === 'POST' && origin !== own) return refuse(403);

  if (target.query) return refuse(400);
  const call = /^\/call\/([a-z.]{1,60})$/u.exec(target.pathname)?.[1];
  if (call !== undefined) return method === 'POST' ? judgeCall(call, headers) : refuse(405);
  if (target.pathname === '/notifications') return method === 'GET' ? { kind: 'notifications' } : refuse(405);
  if (method === 'POST' && target.pathname !== '/upload') return refuse(404);
  return { kind: 'route', pathname: target.pathname };
}

function judgeCall(command: string, headers: Head['headers']): Verdict {
  if (!/^application\/json(?:; ?charset=utf-8)?$/iu.test(one(headers['content-type']) ?? '')) return refuse(415);
  const length = headers['content-length'];
  if (length !== undefined && Number(one(length)) > callBytes) return refuse(413);
  return { kind: 'call', command };
}

type Target = Readonly<{ pathname: string; token: string | null; query: boolean }>;

/** Only the origin form `/path?query` (RFC 9112, 3.2.1) is taken; absolute and other forms are not. */
function targetOf(url: string): Target | null {
  if (!/^\/[\u0021-\u007E]*$/u.test(url) || url.startsWith('//')) return null;
  const [pathname = '', ...query] = url.split('?');
  const token = /^token=([\w-]{20,100})$/u.exec(query.join('?'))?.[1] ?? null;
  return { pathname, token, query: query.length > 0 };
}

export function cookieName(port: number): string {
  // Cookies know no ports: two programs on one machine must not overwrite each other's.
  return `fashen-${port}`;
}

function hasCookie(header: Head['headers'][string], session: Session): boolean {
  const name = `${cookieName(session.port)}=`;
  const held = (one(header) ?? '').split('; ').filter((pair) => pair.startsWith(name));
  return held.length === 1 && same((held[0] as string).slice(name.length), session.cookie);
}

function one(header: Head['headers'][string]): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** Takes the same time wherever two secrets differ. */
function same(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(first as Buffer, second as Buffer);
}

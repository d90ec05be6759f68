import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pagesOf } from '../../electron/host/door/pages.ts';
import type { Host } from '../../electron/host/ports.ts';
import { startServer } from '../../electron/web/server.ts';
import type { Web } from '../../electron/web/server.ts';

/** Every time anything behind the guard is touched. */
const touched: string[] = [];

const hash = 'a'.repeat(64);
const host: Host = {
  call: async (command) => {
    touched.push(command);
    return { ok: true, value: command };
  },
  upload: async (chunks) => {
    touched.push('upload');
    let size = 0;
    for await (const chunk of chunks) size += chunk.length;
    return `u${size}`;
  },
  original: async (sha256) => {
    touched.push('original');
    return sha256 === hash
      ? { name: "合同'1.docx", type: 'application/octet-stream', bytes: Uint8Array.of(1, 2, 3) }
      : null;
  },
  media: async () => {
    touched.push('media');
    return { name: 'a.png', type: 'image/png', bytes: Uint8Array.of(4) };
  },
  download: async () => {
    touched.push('download');
    return null;
  },
  subscribe: () => () => undefined,
  close: async () => undefined,
};

let web: Web;
let cookie = '';

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'fashen-pages-'));
  writeFileSync(join(root, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(root, 'a.js'), 'export {};');
  writeFileSync(join(root, 'secret.key'), 'no known type');
  web = await startServer({ host, pages: pagesOf(root), port: 0 });
  const entered = await raw(`GET ${pathOf(web.invite())} HTTP/1.1\r\nHost: ${authority()}\r\n\r\n`);
  cookie = /^Set-Cookie: ([^;]+)/imu.exec(entered)?.[1] ?? '';
});

afterAll(() => web.close());

beforeEach(() => {
  touched.length = 0;
});

function authority(): string {
  return `127.0.0.1:${web.port}`;
}

function pathOf(address: string): string {
  return address.slice(address.indexOf('/', 'http://'.length));
}

/** Sends bytes as they stand and answers what comes back until the other side closes or falls silent. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(web.port, '127.0.0.1', () => socket.write(text, 'latin1'));
    let got = '';
    const done = (): void => {
      socket.destroy();
      resolve(got);
    };
    socket.on('data', (data) => {
      got += data.toString('latin1');
      const head = got.indexOf('\r\n\r\n');
      const length = Number(/^Content-Length: (\d+)/imu.exec(got)?.[1] ?? Infinity);
      if (head >= 0 && got.length >= head + 4 + length) done();
    });
    socket.on('end', done);
    socket.on('close', done);
    socket.on('error', reject);
  });
}

type Parts = Readonly<{
  line?: string;
  headers?: Readonly<Record<string, string | readonly string[] | null>>;
  body?: string;
}>;

/** A sound request to call a command, with parts exchanged; `null` leaves a header out, a list doubles it. */
function request({ line = 'POST /call/session.get HTTP/1.1', headers = {}, body = '{}' }: Parts): string {
  const sound = {
    Host: authority(),
    Origin: `http://${authority()}`,
    Cookie: cookie,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
  const lines = Object.entries({ ...sound, ...headers })
    .flatMap(([name, value]) => [value].flat().map((each) => [name, each]))
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}`);
  return `${[line, ...lines].join('\r\n')}\r\n\r\n${body}`;
}

const get = (path: string): string => `GET ${path} HTTP/1.1`;
const bodyless = { 'Content-Type': null, 'Content-Length': null };

describe('the loopback host lets its own page in', () => {
  it('carries a command', async () => {
    const answer = await raw(request({}));
    expect(answer).toMatch(/^HTTP\/1.1 200/u);
    expect(answer).toContain('{"ok":true,"value":"session.get"}');
    expect(touched).toEqual(['session.get']);
  });

  it('takes a file and hands it out again as a download', async () => {
    expect(await raw(request({ line: 'POST /upload HTTP/1.1', body: 'bytes' }))).toContain('{"upload":"u5"}');
    const answer = await raw(request({ line: get(`/original/${hash}`), headers: bodyless, body: '' }));
    expect(answer).toMatch(/^HTTP\/1.1 200/u);
    expect(answer).toContain("Content-Disposition: attachment; filename*=UTF-8''%E5%90%88%E5%90%8C%271.docx");
    expect(answer).toContain("Content-Security-Policy: default-src 'none'; sandbox");
  });

  it('gives the page a fresh nonce each load, the same in policy and page', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const answer = await raw(request({ line: get('/'), headers: bodyless, body: '' }));
        const nonce = /'nonce-([\w-]+)'/u.exec(answer)?.[1];
        expect(answer).toContain(`content="${nonce}"`);
        expect(answer).not.toContain('unsafe');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it('lets a worker of its own fetch from here, and nothing from elsewhere', async () => {
    const answer = await raw(request({ line: get('/a.js'), headers: bodyless, body: '' }));
    const policy = /^Content-Security-Policy: (.*)\r$/mu.exec(answer)?.[1] ?? '';
    // A sandboxed worker has no origin: everything it asked for would be refused.
    expect(policy).not.toContain('sandbox');
    expect(policy.split('; ')).toContain("connect-src 'self'");
    expect(policy.replaceAll("'self'", '')).not.toMatch(/\*|https?:|'unsafe-/u);
  });

  it('sets a cookie that no script reads and no other site sends', async () => {
    const entered = await raw(`GET ${pathOf(web.invite())} HTTP/1.1\r\nHost: ${authority()}\r\n\r\n`);
    expect(entered).toMatch(/^HTTP\/1.1 303/u);
    expect(entered).toMatch(/^Set-Cookie: fashen-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict\r$/mu);
  });
});

const json = 'application/json';

/** Each is one thing away from a sound request, or a known way round such guards. */
const hostile: readonly (readonly [string, () => Parts | string])[] = [
  ['no cookie', () => ({ headers: { Cookie: null } })],
  ['empty cookie', () => ({ headers: { Cookie: '' } })],
  ['wrong cookie', () => ({ headers: { Cookie: `fashen-${web.port}=${'x'.repeat(43)}` } })],
  ['cookie of another port', () => ({ headers: { Cookie: cookie.replace(/\d+=/u, '1=') } })],
  ['cookie cut short', () => ({ headers: { Cookie: cookie.slice(0, -1) } })],
  ['cookie with more at its end', () => ({ headers: { Cookie: `${cookie}x` } })],
  ['cookie twice in one header', () => ({ headers: { Cookie: `fashen-${web.port}=x; ${cookie}` } })],
  ['cookie header twice', () => ({ headers: { Cookie: [cookie, `fashen-${web.port}=x`] } })],
  ['cookie name in other letters', () => ({ headers: { Cookie: cookie.replace('fashen', 'FASHEN') } })],
  ['cookie in the query', () => ({ line: `POST /call/session.get?${cookie} HTTP/1.1`, headers: { Cookie: null } })],
  ['other host', () => ({ headers: { Host: 'evil.example' } })],
  ['rebound name', () => ({ headers: { Host: `evil.example:${web.port}` } })],
  ['localhost by name', () => ({ headers: { Host: `localhost:${web.port}` } })],
  ['host without port', () => ({ headers: { Host: '127.0.0.1' } })],
  ['other port', () => ({ headers: { Host: '127.0.0.1:1' } })],
  ['host with a user part', () => ({ headers: { Host: `a@${authority()}` } })],
  ['other spelling of the address', () => ({ headers: { Host: `2130706433:${web.port}` } })],
  ['IPv6 spelling', () => ({ headers: { Host: `[::1]:${web.port}` } })],
  ['trailing dot', () => ({ headers: { Host: `127.0.0.1.:${web.port}` } })],
  ['no host', () => ({ headers: { Host: null } })],
  ['two hosts', () => ({ headers: { Host: [authority(), 'evil.example'] } })],
  ['two hosts, ours last', () => ({ headers: { Host: ['evil.example', authority()] } })],
  ['origin null', () => ({ headers: { Origin: 'null' } })],
  ['other origin', () => ({ headers: { Origin: 'https://evil.example' } })],
  ['origin of another port', () => ({ headers: { Origin: 'http://127.0.0.1:1' } })],
  ['origin with https', () => ({ headers: { Origin: `https://${authority()}` } })],
  ['origin with a tail', () => ({ headers: { Origin: `http://${authority()}.evil.example` } })],
  ['origin localhost', () => ({ headers: { Origin: `http://localhost:${web.port}` } })],
  ['origin of a file', () => ({ headers: { Origin: 'file://' } })],
  ['no origin on a write', () => ({ headers: { Origin: null } })],
  ['two origins', () => ({ headers: { Origin: [`http://${authority()}`, 'https://evil.example'] } })],
  ['other site by fetch metadata', () => ({ headers: { 'Sec-Fetch-Site': 'cross-site' } })],
  ['same site, other origin', () => ({ headers: { 'Sec-Fetch-Site': 'same-site' } })],
  ['command by GET', () => ({ line: get('/call/session.get'), headers: bodyless, body: '' })],
  ['command by PUT', () => ({ line: 'PUT /call/session.get HTTP/1.1' })],
  ['command by OPTIONS (a preflight)', () => ({ line: 'OPTIONS /call/session.get HTTP/1.1' })],
  ['command by DELETE', () => ({ line: 'DELETE /call/session.get HTTP/1.1' })],
  ['method override', () => ({ line: get('/call/session.get'), headers: { 'X-HTTP-Method-Override': 'POST' } })],
  ['form as text', () => ({ headers: { 'Content-Type': 'text/plain' } })],
  ['form', () => ({ headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })],
  ['multipart', () => ({ headers: { 'Content-Type': 'multipart/form-data; boundary=x' } })],
  ['no content type', () => ({ headers: { 'Content-Type': null } })],
  ['json hidden in a parameter', () => ({ headers: { 'Content-Type': `text/plain; a=${json}` } })],
  ['two content types', () => ({ headers: { 'Content-Type': [json, 'text/plain'] } })],
  ['other character set', () => ({ headers: { 'Content-Type': `${json}; charset=utf-7` } })],
  ['no json', () => ({ body: '{' })],
  ['empty body', () => ({ body: '' })],
  ['json in broken UTF-8', () => ({ body: '"\u00ff"', headers: { 'Content-Length': '3' } })],
  ['declared too large', () => ({ headers: { 'Content-Length': '999999999' } })],
  ['command with a path', () => ({ line: 'POST /call/../call/session.get HTTP/1.1' })],
  ['command with capitals', () => ({ line: 'POST /call/Session.get HTTP/1.1' })],
  ['command with an escape', () => ({ line: 'POST /call/session%2Eget HTTP/1.1' })],
  ['two commands', () => ({ line: 'POST /call/session.get,undo HTTP/1.1' })],
  ['query on a command', () => ({ line: 'POST /call/session.get?x=1 HTTP/1.1' })],
  ['absolute request target', () => ({ line: `POST http://${authority()}/call/session.get HTTP/1.1` })],
  ['foreign request target', () => ({ line: 'POST http://evil.example/call/session.get HTTP/1.1' })],
  ['double slash', () => ({ line: `POST //${'evil.example'}/call/session.get HTTP/1.1` })],
  ['a proxy tunnel', () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${authority()}\r\n\r\n`],
  ['both lengths (smuggling)', () => ({ headers: { 'Transfer-Encoding': 'chunked' } })],
  ['broken header line', () => ({ headers: { 'X-A': 'b\u0000c' } })],
  ['upload without cookie', () => ({ line: 'POST /upload HTTP/1.1', headers: { Cookie: null } })],
  [
    'upload from another origin',
    () => ({ line: 'POST /upload HTTP/1.1', headers: { Origin: 'https://evil.example' } }),
  ],
  [
    'original without cookie',
    () => ({ line: get(`/original/${hash}`), headers: { ...bodyless, Cookie: null }, body: '' }),
  ],
  ['original with no hash', () => ({ line: get('/original/..%2f..%2fetc%2fpasswd'), headers: bodyless, body: '' })],
  ['picture with a path', () => ({ line: get(`/media/${hash}/..%2fa`), headers: bodyless, body: '' })],
  [
    'notifications without cookie',
    () => ({ line: get('/notifications'), headers: { ...bodyless, Cookie: null }, body: '' }),
  ],
  ['page without cookie', () => ({ line: get('/'), headers: { ...bodyless, Cookie: null }, body: '' })],
  ['file of no known type', () => ({ line: get('/secret.key'), headers: bodyless, body: '' })],
  [
    'guessed token',
    () => ({ line: get(`/?token=${'A'.repeat(43)}`), headers: { ...bodyless, Cookie: null }, body: '' }),
  ],
  [
    'token to another path',
    () => ({ line: get(`/a.js?${pathOf(web.invite()).slice(2)}`), headers: { ...bodyless, Cookie: null }, body: '' }),
  ],
  ['token by POST', () => ({ line: `POST ${pathOf(web.invite())} HTTP/1.1`, headers: { Cookie: null } })],
  [
    'token from another host name',
    () => ({ line: get(pathOf(web.invite())), headers: { ...bodyless, Cookie: null, Host: 'evil.example' }, body: '' }),
  ],
  ['HTTP/2 preface', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['no HTTP', () => '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n'],
];

describe('the loopback host refuses', () => {
  it('at least forty ways', () => expect(hostile.length).toBeGreaterThanOrEqual(40));

  it.each(hostile)('%s', async (_, make) => {
    const parts = make();
    const answer = await raw(typeof parts === 'string' ? parts : request(parts));
    // A connection cut without a word is a refusal too.
    expect(answer).toMatch(/^(?:HTTP\/1.1 4\d\d |$)/u);
    expect(answer).not.toMatch(/^Set-Cookie|^Access-Control/imu);
    expect(touched).toEqual([]);
  });

  it('a token used before', async () => {
    const line = get(pathOf(web.invite()));
    const enter = request({ line, headers: { ...bodyless, Cookie: null, Origin: null }, body: '' });
    expect(await raw(enter)).toMatch(/^HTTP\/1.1 303/u);
    expect(await raw(enter)).toMatch(/^HTTP\/1.1 403/u);
  });

  it('a body that grows beyond the limit while it arrives', async () => {
    const chunk = 'a'.repeat(1024 * 1024);
    const body = Array.from({ length: 26 }, () => `100000\r\n${chunk}\r\n`).join('');
    const head = request({ headers: { 'Transfer-Encoding': 'chunked', 'Content-Length': null }, body: '' });
    const answer = await raw(head + body).catch(() => '');
    expect(answer).toMatch(/^(?:HTTP\/1.1 413 |$)/u);
    expect(touched).toEqual([]);
  });

  it('to be reached from outside', () => expect(new URL(web.invite()).hostname).toBe('127.0.0.1'));
});

/** The loopback host's server: node:http on 127.0.0.1, and nothing else. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from '../host/door/pages.ts';
import type { Answer, Pages } from '../host/door/pages.ts';
import { json, refusal, route } from '../host/door/routes.ts';
import type { Host } from '../host/ports.ts';
import { callBytes, cookieName, judge } from './guard.ts';
import type { Head, Verdict } from './guard.ts';

export type Web = Readonly<{
  port: number;
  /** A fresh address that lets one browser in, once. */
  invite: () => string;
  close: () => Promise<void>;
}>;

export type WebOptions = Readonly<{ host: Host; pages: Pages; port: number }>;

/** Rejects when the port is taken. */
export async function startServer({ host, pages, port }: WebOptions): Promise<Web> {
  const cookie = secret();
  let token: string | null = null;
  let ownPort = port;
  const listening = new Set<ServerResponse>();

  const server = createServer({ requestTimeout: 600_000 }, (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  ownPort = (server.address() as AddressInfo).port;
  const unsubscribe = host.subscribe((notification) => {
    for (const response of listening) response.write(`data: ${JSON.stringify(notification)}\n\n`);
  });
  // A silent stream is closed by some programs in between.
  const pulse = setInterval(() => listening.forEach((response) => response.write(':\n\n')), 25_000);

  return {
    port: ownPort,
    invite: () => {
      token = secret();
      return `http://127.0.0.1:${ownPort}/?token=${token}`;
    },
    close: async () => {
      clearInterval(pulse);
      unsubscribe();
      for (const response of listening) response.end();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const verdict = judge(headOf(request), { port: ownPort, cookie, token });
    if (verdict.kind === 'enter') {
      token = null;
      const held = `${cookieName(ownPort)}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
      send(response, answer(303, 'text/plain', '', { Location: '/', 'Set-Cookie': held }));
    } else if (verdict.kind === 'notifications') listen(response);
    else send(response, await answerTo(verdict, request));
  }

  async function answerTo(
    verdict: Exclude<Verdict, Readonly<{ kind: 'enter' | 'notifications' }>>,
    request: IncomingMessage,
  ): Promise<Answer> {
    if (verdict.kind === 'refuse') return refused(verdict.status);
    if (verdict.kind === 'route') {
      return route(host, pages, { method: request.method ?? '', pathname: verdict.pathname, body: request });
    }
    const body = await bodyOf(request, callBytes);
    if (body === null) return refused(413);
    const input = parsed(body);
    return input === undefined ? refused(400) : json(200, await host.call(verdict.command, input));
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...answer(200, 'text/event-stream', '').headers });
    response.write(':\n\n');
    listening.add(response);
    response.on('close', () => listening.delete(response));
  }
}

function headOf(request: IncomingMessage): Head {
  // Node keeps the first of some doubled headers in silence; here a doubled one is a list and fits nothing.
  const headers = Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name, values?.length === 1 ? values[0] : values]),
  );
  return { method: request.method ?? '', url: request.url ?? '', headers };
}

function refused(status: Extract<Verdict, { kind: 'refuse' }>['status']): Answer {
  const reason =
    status === 403 ? 'notForYou' : status === 404 ? 'noSuchAddress' : status === 413 ? 'tooLarge' : 'badRequest';
  return refusal(status, reason);
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  // What a refused request still wants to send is not waited for.
  if (status >= 400) response.setHeader('Connection', 'close');
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

async function bodyOf(request: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** undefined for what is no JSON in UTF-8. */
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The host in a process of its own, so that no file, query or rule ever holds up the window. It speaks to main over
 * its parent port and to each parser over a port that main brings.
 */
import { fileURLToPath } from 'node:url';
import { Failure } from '../../shared/api/errors.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import { words } from '../../shared/words/words.ts';
import { createCompute } from '../host/compute.ts';
import { pagesOf } from '../host/door/pages.ts';
import { route } from '../host/door/routes.ts';
import { openHost } from '../host/host.ts';
import { createParser } from '../host/parse/pool.ts';
import { limitProcess } from '../host/parse/fork.ts';
import type { Host, ParserProcess } from '../host/ports.ts';
import { standardOptions } from '../host/standard.ts';
import type { FromHost, ToHost } from './messages.ts';

type Port = Pick<Electron.MessagePortMain, 'postMessage' | 'on' | 'start' | 'close'>;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const main = process.parentPort;
const pages = pagesOf(here('../renderer'));

let host: Host | null = null;
const bodies = new Map<number, Body>();
const parsers = new Map<number, Link>();
let lastParser = 0;

const send = (message: FromHost): void => main.postMessage(message);

main.on('message', ({ data, ports }) => {
  void hear(data as ToHost, ports[0]);
});

async function hear(message: ToHost, port: Port | undefined): Promise<void> {
  switch (message.kind) {
    case 'open':
      return open(message.library, message.version);
    case 'call':
      return send({ kind: 'reply', id: message.id, reply: await opened().call(message.command, message.input) });
    case 'fetch': {
      const body = bodyOf(message.id);
      bodies.set(message.id, body);
      const answer = await route(opened(), pages, { ...message, body: body.chunks });
      bodies.delete(message.id);
      return send({ kind: 'answer', id: message.id, answer });
    }
    case 'chunk':
      return bodies.get(message.id)?.add(message.bytes);
    case 'end':
      return bodies.get(message.id)?.end(message.aborted);
    case 'parser':
      return port && parsers.get(message.id)?.connect(port, message.pid);
    case 'parser-gone':
      return parsers.get(message.id)?.gone(message.code);
    case 'close':
      await host?.close();
      return send({ kind: 'closed' });
  }
}

async function open(library: string, version: string): Promise<void> {
  try {
    host = await openHost({
      ...standardOptions(),
      version,
      libraryDir: library,
      parser: createParser({ spawn: spawnParser }),
      compute: createCompute({ entry: new URL('./compute-worker.js', import.meta.url) }),
      samplePath: here('../../resources/sample/档案密集架采购合同.docx'),
    });
    host.subscribe((notification) => send({ kind: 'notify', notification }));
    send({ kind: 'opened' });
  } catch (error) {
    send({ kind: 'failed', error: error instanceof Failure ? error.toJSON() : internal(error) });
  }
}

function opened(): Host {
  if (!host) throw new Error('The host was asked before it was open');
  return host;
}

function internal(error: unknown): ApiError {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return { kind: 'internal', message: words.zh.record.internal, english: words.en.record.internal };
}

type Body = Readonly<{
  chunks: AsyncIterable<Uint8Array>;
  add: (bytes: Uint8Array) => void;
  end: (aborted: boolean) => void;
}>;

/** A request's body as it arrives; main sends the next chunk when the last one was taken. */
function bodyOf(id: number): Body {
  const waiting: Uint8Array[] = [];
  let state: 'open' | 'ended' | 'aborted' = 'open';
  let wake = (): void => undefined;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = waiting.shift();
      if (next) {
        yield next;
        send({ kind: 'taken', id });
      } else if (state === 'aborted') throw new Error('The page stopped sending');
      else if (state === 'ended') return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  return {
    chunks: chunks(),
    add: (bytes) => {
      waiting.push(bytes);
      wake();
    },
    end: (aborted) => {
      state = aborted ? 'aborted' : 'ended';
      wake();
    },
  };
}

type Link = Readonly<{
  process: ParserProcess;
  connect: (port: Port, pid: number | undefined) => void;
  gone: (code: number | null) => void;
}>;

/** Only main can start utility processes: ask, and hold messages back until its port is here. */
function spawnParser(): ParserProcess {
  const id = (lastParser += 1);
  const held: unknown[] = [];
  const messages: ((message: unknown) => void)[] = [];
  const exits: ((code: number | null) => void)[] = [];
  let port: Port | null = null;
  let pid: number | undefined;
  let ended: number | null | undefined;
  const parser: ParserProcess = {
    get pid() {
      return pid;
    },
    post: (message) => {
      if (port) port.postMessage(message);
      else held.push(message);
    },
    onMessage: (listener) => messages.push(listener),
    onExit: (listener) => {
      if (ended === undefined) exits.push(listener);
      else listener(ended);
    },
    kill: () => send({ kind: 'kill-parser', id }),
  };
  parsers.set(id, {
    process: parser,
    connect: (arrived, number) => {
      port = arrived;
      pid = number;
      limitProcess(pid);
      port.on('message', ({ data }) => messages.forEach((listener) => listener(data)));
      port.start();
      for (const message of held.splice(0)) port.postMessage(message);
    },
    gone: (code) => {
      parsers.delete(id);
      port?.close();
      ended = code;
      for (const listener of exits) listener(code);
    },
  });
  send({ kind: 'spawn-parser', id });
  return parser;
}

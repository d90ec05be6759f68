/** Main's end of the host: starts its process, carries calls and requests to it, starts parsers for it. */
import { fileURLToPath } from 'node:url';
import { MessageChannelMain, utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';
import type { Reply } from '../../shared/api/client.ts';
import type { Notification } from '../../shared/api/contract.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import { words } from '../../shared/words/words.ts';
import type { Answer } from '../host/door/pages.ts';
import type { FromHost, ToHost } from './messages.ts';

export type HostLink = Readonly<{
  /** Settles when the library is open: null, or the sentence why not. */
  opened: Promise<ApiError | null>;
  call: (command: string, input: unknown) => Promise<Reply>;
  fetch: (method: string, pathname: string, body: ReadableStream<Uint8Array> | null) => Promise<Answer>;
  onNotify: (listener: (notification: Notification) => void) => void;
  /** Told once when the host's process ends without having been asked to. */
  onGone: (listener: () => void) => void;
  close: () => Promise<void>;
}>;

type Waiting = Readonly<{ resolve: (value: never) => void; reject: (error: Error) => void }>;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const closeMs = 15_000;

/** One dummy variable: an empty environment would inherit everything. */
const emptyEnvironment = { FASHEN_PARSER: '1' };

export function startHost(library: string, version: string): HostLink {
  const child = utilityProcess.fork(here('../main/host.js'), [], { serviceName: 'fashen-host', stdio: 'inherit' });
  const waiting = new Map<number, Waiting>();
  const taken = new Map<number, () => void>();
  const parsers = new Map<number, UtilityProcess>();
  const listeners: ((notification: Notification) => void)[] = [];
  const goneListeners: (() => void)[] = [];
  let last = 0;
  let asked = false;
  let closed = (): void => undefined;
  let settle: (error: ApiError | null) => void = () => undefined;
  const opened = new Promise<ApiError | null>((resolve) => (settle = resolve));
  const send = (message: ToHost): void => child.postMessage(message);

  child.on('message', (message: FromHost) => hear(message));
  child.on('exit', () => {
    for (const parser of parsers.values()) parser.kill();
    for (const { reject } of waiting.values()) reject(new Error('The host has ended'));
    waiting.clear();
    for (const resume of taken.values()) resume();
    settle(gone());
    closed();
    if (!asked) for (const listener of goneListeners) listener();
  });
  send({ kind: 'open', library, version });

  function hear(message: FromHost): void {
    switch (message.kind) {
      case 'opened':
        return settle(null);
      case 'failed':
        return settle(message.error);
      case 'reply':
        return answered(message.id, message.reply);
      case 'answer':
        return answered(message.id, message.answer);
      case 'taken':
        return taken.get(message.id)?.();
      case 'notify':
        return listeners.forEach((listener) => listener(message.notification));
      case 'spawn-parser':
        return startParser(message.id);
      case 'kill-parser':
        return void parsers.get(message.id)?.kill();
      case 'closed':
        return closed();
    }
  }

  function answered(id: number, value: Reply | Answer): void {
    waiting.get(id)?.resolve(value as never);
    waiting.delete(id);
  }

  function ask<T extends Reply | Answer>(
    message: (id: number) => ToHost,
  ): Readonly<{ id: number; answer: Promise<T> }> {
    const id = (last += 1);
    const answer = new Promise<T>((resolve, reject) => waiting.set(id, { resolve, reject }));
    send(message(id));
    return { id, answer };
  }

  function startParser(id: number): void {
    const parser = utilityProcess.fork(here('../main/parser.js'), [], {
      serviceName: 'fashen-parser',
      stdio: 'ignore',
      env: emptyEnvironment,
    });
    parsers.set(id, parser);
    const { port1, port2 } = new MessageChannelMain();
    parser.postMessage({ kind: 'port' }, [port1]);
    parser.once('spawn', () => child.postMessage({ kind: 'parser', id, pid: parser.pid } satisfies ToHost, [port2]));
    parser.once('exit', (code) => {
      parsers.delete(id);
      send({ kind: 'parser-gone', id, code });
    });
  }

  async function sendBody(id: number, body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done || !waiting.has(id)) break;
        const accepted = new Promise<void>((resolve) => taken.set(id, resolve));
        send({ kind: 'chunk', id, bytes: value });
        // An answer before the last chunk, such as "too large", ends the wait too.
        await Promise.race([accepted, waitedFor(id)]);
      }
      send({ kind: 'end', id, aborted: false });
    } catch {
      send({ kind: 'end', id, aborted: true });
    } finally {
      taken.delete(id);
    }
  }

  function waitedFor(id: number): Promise<void> {
    const entry = waiting.get(id);
    if (!entry) return Promise.resolve();
    return new Promise((resolve) => {
      waiting.set(id, {
        resolve: (value) => {
          entry.resolve(value);
          resolve();
        },
        reject: (error) => {
          entry.reject(error);
          resolve();
        },
      });
    });
  }

  return {
    opened,
    call: (command, input) => ask<Reply>((id) => ({ kind: 'call', id, command, input })).answer,
    fetch: (method, pathname, body) => {
      const { id, answer } = ask<Answer>((number) => ({ kind: 'fetch', id: number, method, pathname }));
      if (body) void sendBody(id, body);
      else send({ kind: 'end', id, aborted: false });
      return answer;
    },
    onNotify: (listener) => void listeners.push(listener),
    onGone: (listener) => void goneListeners.push(listener),
    close: () => {
      asked = true;
      return new Promise<void>((resolve) => {
        closed = resolve;
        send({ kind: 'close' });
        // What was said to be saved is on the disk already; a host that hangs must not hold the desk.
        setTimeout(resolve, closeMs);
      });
    },
  };
}

function gone(): ApiError {
  return { kind: 'internal', message: words.zh.doors.hostGone, english: words.en.doors.hostGone };
}

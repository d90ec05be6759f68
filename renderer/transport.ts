/**
 * How the page speaks to its host: through the bridge in the Electron window, over HTTP and server
 * sent events in a browser. Files go the same way in both: POST /upload, GET of an address.
 */
import type { Reply, Transport } from '../shared/api/client.ts';
import type { CommandName, Notification } from '../shared/api/contract.ts';
import type { ApiError } from '../shared/api/errors.ts';
import { words } from '../shared/words/words.ts';

/** What the preload script puts on `window` in the Electron window. */
export type Bridge = Readonly<{
  send: (command: CommandName, input: unknown) => Promise<Reply>;
  subscribe: (listener: (notification: Notification) => void) => () => void;
  onMenu: (listener: (command: string) => void) => () => void;
}>;

declare global {
  interface Window {
    readonly fashen?: Bridge;
  }
}

export type Door = Transport &
  Readonly<{
    /** Answers the upload id; rejects with `UploadError`, or with the signal's reason when aborted. */
    upload: (file: Blob, signal?: AbortSignal) => Promise<string>;
    onMenu: (listener: (command: string) => void) => () => void;
    /** Told `false` when the host stops answering, `true` when it is back. */
    onConnection: (listener: (connected: boolean) => void) => () => void;
    originalUrl: (sha256: string) => string;
    mediaUrl: (sha256: string, media: string) => string;
    downloadUrl: (download: string) => string;
  }>;

export class UploadError extends Error {
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(error.message);
    this.name = 'UploadError';
    this.error = error;
  }
}

export function openDoor(): Door {
  return window.fashen ? bridgeDoor(window.fashen) : httpDoor();
}

const addresses = {
  originalUrl: (sha256: string) => `original/${encodeURIComponent(sha256)}`,
  mediaUrl: (sha256: string, media: string) => `media/${encodeURIComponent(sha256)}/${encodeURIComponent(media)}`,
  downloadUrl: (download: string) => `download/${encodeURIComponent(download)}`,
};

function bridgeDoor(bridge: Bridge): Door {
  return {
    send: (command, input) => bridge.send(command, input).catch(() => ({ ok: false, error: hostGone() })),
    subscribe: bridge.subscribe,
    onMenu: bridge.onMenu,
    onConnection: () => () => undefined,
    upload,
    ...addresses,
  };
}

function httpDoor(): Door {
  const events = new EventSource('notifications');
  return {
    send: async (command, input) => {
      const body = JSON.stringify(input);
      const response = await fetch(`call/${command}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        // What was typed last is still on its way when the page closes.
        keepalive: body.length < mostKeptAlive,
      }).catch(() => null);
      return response ? replyOf(response) : { ok: false, error: hostGone() };
    },
    subscribe: (listener) => {
      const hear = (event: MessageEvent<string>): void => listener(JSON.parse(event.data) as Notification);
      events.addEventListener('message', hear);
      return () => events.removeEventListener('message', hear);
    },
    onMenu: () => () => undefined,
    onConnection: (listener) => {
      const opened = (): void => listener(true);
      const failed = (): void => listener(false);
      events.addEventListener('open', opened);
      events.addEventListener('error', failed);
      return () => {
        events.removeEventListener('open', opened);
        events.removeEventListener('error', failed);
      };
    },
    upload,
    ...addresses,
  };
}

/** Browsers refuse to keep more than 64 KiB alive; a character may be three bytes. */
const mostKeptAlive = 20_000;

async function upload(file: Blob, signal?: AbortSignal): Promise<string> {
  // Electron cannot read the stream of an empty file: no body says the same.
  const body = file.size > 0 ? file : null;
  const response = await fetch('upload', { method: 'POST', body, ...(signal ? { signal } : {}) }).catch(
    (fault: unknown) => {
      if (signal?.aborted) throw fault;
      throw new UploadError(hostGone());
    },
  );
  const answer = (await response.json().catch(() => null)) as Partial<{ upload: string; error: ApiError }> | null;
  if (response.ok && answer?.upload) return answer.upload;
  throw new UploadError(answer?.error ?? refused());
}

/** A body that is no reply means that something before the host refused: an expired cookie, say. */
async function replyOf(response: Response): Promise<Reply> {
  const body = (await response.json().catch(() => null)) as Reply | null;
  return body && typeof body === 'object' && 'ok' in body ? body : { ok: false, error: refused() };
}

function hostGone(): ApiError {
  return { kind: 'internal', message: words.zh.desk.errors.hostGone, english: words.en.desk.errors.hostGone };
}

function refused(): ApiError {
  return { kind: 'forbidden', message: words.zh.desk.errors.refused, english: words.en.desk.errors.refused };
}

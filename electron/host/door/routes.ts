/**
 * The addresses both doors share: files in by POST /upload, files out by GET /original, /media and /download, and
 * the page itself. Who may ask is the door's business and settled before.
 */
import { Failure } from '../../../shared/api/errors.ts';
import type { ApiError } from '../../../shared/api/errors.ts';
import { sentence } from '../../../shared/words/words.ts';
import type { Words } from '../../../shared/words/words.ts';
import type { Bytes, Host } from '../ports.ts';
import { answer } from './pages.ts';
import type { Answer, Pages } from './pages.ts';

export type FileRequest = Readonly<{ method: string; pathname: string; body: AsyncIterable<Uint8Array> }>;

type Files = Pick<Host, 'upload' | 'original' | 'media' | 'download'>;

export async function route(files: Files, pages: Pages, request: FileRequest): Promise<Answer> {
  try {
    if (request.method === 'POST' && request.pathname === '/upload') {
      return json(200, { upload: await files.upload(request.body) });
    }
    if (request.method !== 'GET') return refusal(405, 'badRequest');
    const file = await fileAt(files, request.pathname);
    if (file !== undefined) return file ? sent(file) : refusal(404, 'noSuchAddress');
    return (await pages(request.pathname)) ?? refusal(404, 'noSuchAddress');
  } catch (error) {
    return failed(error);
  }
}

/** undefined: not an address of files. */
async function fileAt(files: Files, pathname: string): Promise<Bytes | null | undefined> {
  const [, kind, first, second, ...rest] = pathname.split('/');
  if (!first || rest.length > 0) return undefined;
  if (kind === 'original' && second === undefined) return isHash(first) ? files.original(first) : null;
  if (kind === 'media' && second) return isHash(first) && isId(second) ? files.media(first, second) : null;
  if (kind === 'download' && second === undefined) return isId(first) ? files.download(first) : null;
  return undefined;
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/u.test(text);
}

function isId(text: string): boolean {
  return /^[\w-]{1,100}$/u.test(text);
}

function sent({ name, type, bytes }: Bytes): Answer {
  // Pictures are shown; all else is saved, never opened in place.
  const kept = type.startsWith('image/') ? 'inline' : 'attachment';
  return answer(200, type, bytes, { 'Content-Disposition': `${kept}; filename*=UTF-8''${encodeName(name)}` });
}

/** RFC 8187: everything but attr-char is percent-encoded. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function json(status: number, value: unknown): Answer {
  return answer(status, 'application/json; charset=utf-8', JSON.stringify(value));
}

type Reason = { [K in keyof Words['doors']]: Words['doors'][K] extends string ? K : never }[keyof Words['doors']];

/** A door's own refusal: the same shape as the host's errors. */
export function refusal(status: number, reason: Reason): Answer {
  const { zh, en } = sentence((words) => words.doors[reason]);
  const error: ApiError = { kind: status === 404 ? 'not-found' : 'forbidden', message: zh, english: en };
  return json(status, { ok: false, error });
}

function failed(error: unknown): Answer {
  if (error instanceof Failure) {
    return json(error.kind === 'storage-full' ? 507 : error.kind === 'internal' ? 500 : 400, { ok: false, error });
  }
  const { zh, en } = sentence((words) => words.record.internal);
  return json(500, { ok: false, error: { kind: 'internal', message: zh, english: en } satisfies ApiError });
}

/** What is asked of the command line, decoded before anything is read. */
import { realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../../shared/api/errors.ts';
import type { ErrorKind } from '../../shared/api/errors.ts';
import type { Day, DocumentKind, Severity, Stance } from '../../shared/rules/rule.ts';
import { severities } from '../../shared/rules/rule.ts';
import type { Words } from '../../shared/words/words.ts';
import { sentence } from '../../shared/words/words.ts';
import { ownLibrary } from '../host/own-library.ts';

export type Format = 'text' | 'json' | 'sarif';

export type ReviewRequest = Readonly<{
  kind: 'review';
  files: readonly string[];
  /** null: recognise it. */
  documentKind: DocumentKind | null;
  /** null: read it from the parties. */
  stance: Stance | null;
  /** null: today. */
  asOf: Day | null;
  together: boolean;
  format: Format;
  opinion: string | null;
  annotated: string | null;
  author: string;
  failOn: Severity | null;
  /** Files of own rules, used besides the built-in ones. */
  packs: readonly string[];
}>;

export type ReplayRequest = Readonly<{
  kind: 'replay';
  /** Number or id. */
  matter: string;
  library: string;
  format: 'text' | 'json';
}>;

export type Request =
  | ReviewRequest
  | ReplayRequest
  | Readonly<{ kind: 'rules-list' }>
  | Readonly<{ kind: 'rules-explain'; rule: string }>
  | Readonly<{ kind: 'rules-test'; pack: string | null }>
  | Readonly<{ kind: 'rules-stats'; library: string }>
  | Readonly<{ kind: 'serve'; port: number; library: string | null }>
  | Readonly<{ kind: 'help' }>
  | Readonly<{ kind: 'version' }>;

/** The default author of comments: the program's own short name. */
const defaultAuthor = '法审';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

/** Throws `Failure` of kind `invalid` with one plain sentence. */
export function readRequest(words: readonly string[]): Request {
  const [command, ...rest] = words;
  if (command === undefined) throw usage((say) => say.noCommand);
  if (words.includes('--help') || command === 'help') return { kind: 'help' };
  if (command === '--version') return { kind: 'version' };
  switch (command) {
    case 'review':
      return reviewRequest(rest);
    case 'rules':
      return rulesRequest(rest);
    case 'serve':
      return serveRequest(rest);
    default:
      throw command.startsWith('-')
        ? usage((say) => say.unknownOption(command))
        : usage((say) => say.unknownCommand(command));
  }
}

/** A failure with one of the command line's own sentences. */
export function failure(kind: ErrorKind, say: (words: Words['cli']) => string): Failure {
  return new Failure(
    kind,
    sentence((words) => say(words.cli)),
  );
}

function usage(say: (words: Words['cli']) => string): Failure {
  return failure('invalid', say);
}

function reviewRequest(words: readonly string[]): ReviewRequest | ReplayRequest {
  const { values, positionals } = parsed(words, {
    kind: text,
    stance: text,
    'as-of': text,
    together: flag,
    format: text,
    opinion: text,
    annotated: text,
    author: text,
    'fail-on': text,
    rules: texts,
    replay: text,
    library: text,
  });
  if (values['replay'] !== undefined) return replayRequest(values, positionals);
  if (values['library'] !== undefined) throw usage((say) => say.unknownOption('--library'));
  const kind = choice(values, 'kind', ['contract', 'normative', 'decision', 'enforcement', 'auto'], 'auto');
  const request: ReviewRequest = {
    kind: 'review',
    files: positionals,
    documentKind: kind === 'auto' ? null : kind,
    stance: values['stance'] === undefined ? null : choice(values, 'stance', ['a', 'b', 'neutral'], 'neutral'),
    asOf: dayOf(values['as-of']),
    together: values['together'] === true,
    format: choice(values, 'format', ['text', 'json', 'sarif'], 'text'),
    opinion: pathOf(values, 'opinion'),
    annotated: pathOf(values, 'annotated'),
    author: typeof values['author'] === 'string' ? filled('--author', values['author']) : defaultAuthor,
    failOn: values['fail-on'] === undefined ? null : choice(values, 'fail-on', severities, 'high'),
    packs: (values['rules'] as string[] | undefined) ?? [],
  };
  refuseWrongOutputs(request);
  return request;
}

function replayRequest(values: Values, files: readonly string[]): ReplayRequest {
  if (files.length > 0) throw usage((say) => say.unknownCommand(`review --replay ${files.join(' ')}`));
  return {
    kind: 'replay',
    matter: pathOf(values, 'replay') ?? '',
    library: libraryOf(values),
    format: choice(values, 'format', ['text', 'json'], 'text'),
  };
}

/** What must be refused before any file is read. */
function refuseWrongOutputs({ files, opinion, annotated }: ReviewRequest): void {
  if (files.length === 0) throw usage((say) => say.noFiles);
  for (const [option, path] of [
    ['--opinion', opinion],
    ['--annotated', annotated],
  ] as const) {
    if (path === null) continue;
    if (files.length > 1) throw usage((say) => say.oneFileOnly(option));
    if (overwrites(path, files[0] ?? '')) throw usage((say) => say.sameFile(option));
  }
  if (annotated === null) return;
  if (!/^\.do[ct][xm]$/iu.test(extname(files[0] ?? ''))) throw usage((say) => say.docxOnly);
  if (opinion !== null && placeOf(opinion) === placeOf(annotated)) throw usage((say) => say.sameOutput);
}

/** Whether writing `path` would take the place of the original, or of the name it was given by. */
function overwrites(path: string, original: string): boolean {
  return [realPlace(original), placeOf(original)].includes(placeOf(path));
}

/** Where a file written under this name comes to stand: links in its folder are followed, its own name is replaced. */
function placeOf(path: string): string {
  return join(realPlace(dirname(resolve(path))), basename(path));
}

/** Where the name leads to; as it is written where it leads nowhere yet. */
function realPlace(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

function rulesRequest(words: readonly string[]): Request {
  const [what, ...rest] = words;
  const { values, positionals } = parsed(rest, what === 'stats' ? { library: text } : {});
  const [first, ...more] = positionals;
  if (more.length === 0) {
    if (what === 'list' && first === undefined) return { kind: 'rules-list' };
    if (what === 'explain' && first !== undefined) return { kind: 'rules-explain', rule: first };
    if (what === 'test') return { kind: 'rules-test', pack: first ?? null };
    if (what === 'stats' && first === undefined) return { kind: 'rules-stats', library: libraryOf(values) };
  }
  throw usage((say) => say.rulesUsage);
}

function serveRequest(words: readonly string[]): Request {
  const { values, positionals } = parsed(words, { port: text, library: text });
  if (positionals[0] !== undefined) throw usage((say) => say.unknownCommand(`serve ${positionals[0]}`));
  const port = Number(values['port'] ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw usage((say) => say.badValue('--port', String(values['port']), '0–65535'));
  }
  return { kind: 'serve', port, library: pathOf(values, 'library') };
}

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
type Options = Readonly<Record<string, typeof text | typeof texts | typeof flag>>;

function parsed(words: readonly string[], options: Options): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    return { values, positionals };
  } catch (error) {
    const name = /'(--?[^'\s]+)/u.exec(error instanceof Error ? error.message : '')?.[1] ?? words.join(' ');
    const known = options[name.replace(/^--/u, '')];
    if (!known) throw usage((say) => say.unknownOption(name));
    throw usage((say) => (known.type === 'boolean' ? say.takesNoValue(name) : say.needsValue(name)));
  }
}

function choice<const T extends string>(values: Values, name: string, allowed: readonly T[], otherwise: T): T {
  const value = values[name] ?? otherwise;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw usage((say) => say.badValue(`--${name}`, String(value), allowed.join(' | ')));
  return found;
}

function pathOf(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? filled(`--${name}`, value) : null;
}

function libraryOf(values: Values): string {
  return pathOf(values, 'library') ?? ownLibrary();
}

function filled(option: string, value: string): string {
  if (value.trim() === '') throw usage((say) => say.needsValue(option));
  return value;
}

function dayOf(value: Values[string]): Day | null {
  if (typeof value !== 'string') return null;
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  const real = day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  if (!real) throw usage((say) => say.badValue('--as-of', value, 'YYYY-MM-DD'));
  return value;
}

/** Files as they come in: chosen, dropped, in folders or in a zip; and how they are best opened. */
import { Unzippable, unzip } from './unzip.ts';

export type NamedFile = Readonly<{ name: string; path: string; file: Blob }>;

/** Answers what must be said of a file that could not be unpacked. */
export type Refused = Readonly<{ name: string; reason: 'damaged' | 'encrypted' | 'tooLarge' }>;

export type Gathered = Readonly<{ files: readonly NamedFile[]; refused: readonly Refused[] }>;

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Natural order, also of Chinese numbers: 附件二 before 附件十. */
function byPath(a: NamedFile, b: NamedFile): number {
  return collator.compare(withFigures(a.path), withFigures(b.path));
}

function withFigures(path: string): string {
  return path.replace(/([一二三四五六七八九])?(十)?([一二三四五六七八九])?/gu, (all, tens, ten, ones) =>
    all === '' ? '' : String(ten ? (digit(tens) || 1) * 10 + digit(ones) : `${digit(tens) || ''}${digit(ones) || ''}`),
  );
}

function digit(han: string | undefined): number {
  return !han ? 0 : '一二三四五六七八九'.indexOf(han) + 1;
}

/** Leftovers of systems and editors that nobody means to submit. */
export function isLeftover(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  return name === '' || /^(?:\.|~\$)|^(?:Thumbs\.db|desktop\.ini)$/iu.test(name) || parts.includes('__MACOSX');
}

/** Opens zips, drops leftovers and puts paths in their natural order. */
export async function gather(found: readonly NamedFile[]): Promise<Gathered> {
  const gathered = await Promise.all(found.filter(({ path }) => !isLeftover(path)).map(expand));
  const files = gathered.flatMap((one) => one.files);
  return {
    files: files.toSorted(byPath),
    refused: gathered.flatMap((one) => one.refused),
  };
}

async function expand(one: NamedFile): Promise<Gathered> {
  if (!/\.zip$/iu.test(one.name)) return { files: [one], refused: [] };
  try {
    const entries = await unzip(one.file, (path) => !isLeftover(path));
    const files = entries.map(({ path, file }) => ({ name: baseName(path), path: `${one.path}/${path}`, file }));
    return { files, refused: [] };
  } catch (fault) {
    return { files: [], refused: [{ name: one.name, reason: fault instanceof Unzippable ? fault.reason : 'damaged' }] };
  }
}

export function chosen(list: Iterable<File>): NamedFile[] {
  return [...list].map((file) => ({ name: file.name, path: file.webkitRelativePath || file.name, file }));
}

/** Everything in a drop, folders to their bottom. Must be called inside the drop event. */
export function dropped(transfer: DataTransfer): Promise<NamedFile[]> {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry()] : []));
  const files = [...transfer.files];
  if (entries.every((entry) => entry === null)) return Promise.resolve(chosen(files));
  return Promise.all(entries.map((entry) => (entry ? walk(entry) : []))).then((found) => found.flat());
}

async function walk(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name: file.name, path: entry.fullPath.replace(/^\//u, ''), file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const children: FileSystemEntry[] = [];
  /* A reader answers in portions; an empty one is the end. */
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) break;
    children.push(...portion);
  }
  return (await Promise.all(children.map(walk))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

export type Grouping = 'together' | 'separate';

/** What the dialog proposes: annexes by name, or one common folder or zip, speak for one matter. */
export function propose(files: readonly NamedFile[]): Readonly<{ grouping: Grouping; main: number }> {
  const annexes = files.filter(({ name }) => isAnnexName(name)).length;
  const folders = new Set(files.map(({ path }) => (path.includes('/') ? path.split('/')[0] : '')));
  const oneFolder = folders.size === 1 && !folders.has('');
  const main = files.findIndex(({ name }) => !isAnnexName(name));
  return {
    grouping: annexes > 0 || (oneFolder && files.length <= 10) ? 'together' : 'separate',
    main: Math.max(0, main),
  };
}

function isAnnexName(name: string): boolean {
  return /^(?:\d+[.、_-]?\s*)?(?:附件|附表|附录|annex|appendix)/iu.test(name);
}

/** The main file first, the others in their order. */
export function mainFirst<T>(files: readonly T[], main: number): readonly T[] {
  return [...files.slice(main, main + 1), ...files.slice(0, main), ...files.slice(main + 1)];
}

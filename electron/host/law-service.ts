/** The commands of shared/api/law-commands.ts: laws as files, read once, kept in memory while in use. */
import type { Input, Output } from '../../shared/api/contract.ts';
import { Failure } from '../../shared/api/errors.ts';
import type { LawRow, LawsAdded, lawCommands } from '../../shared/api/law-commands.ts';
import { lawInForce } from '../../shared/law/registry.ts';
import { lawTextOf, sameLaw, searchLaws } from '../../shared/law/text.ts';
import type { LawText } from '../../shared/law/text.ts';
import { foldLaws, lawKinds } from '../../shared/review/law-library.ts';
import type { LawFile } from '../../shared/review/law-library.ts';
import type { FileRef, NewEvent } from '../../shared/review/events.ts';
import { sentence } from '../../shared/words/words.ts';
import type { Acts } from './acts.ts';
import { sha256Of } from './blobs.ts';
import type { Blobs } from './blobs.ts';
import { unreadable } from './documents.ts';
import type { Documents } from './documents.ts';
import { decode } from './store/events.ts';
import type { Store } from './store/open.ts';

type LawCommand = keyof typeof lawCommands;
export type LawService = { readonly [N in LawCommand]: (input: Input<N>) => Promise<Output<N>> };

export type LawServicePorts = Readonly<{
  store: Store;
  blobs: Blobs;
  documents: Documents;
  acts: Acts;
  today: () => string;
}>;

/** Articles that one search answers at most. */
const shownAtMost = 100;

export function openLawService({ store, blobs, documents, acts, today }: LawServicePorts): LawService {
  const texts = new Map<string, Promise<LawText | null>>();

  const files = async (): Promise<readonly LawFile[]> => {
    const rows = await store.read((reads) =>
      reads.selectFrom('events').selectAll().where('kind', 'in', lawKinds).orderBy('seq').execute(),
    );
    return foldLaws(rows.map(decode));
  };

  const textOf = (file: LawFile): Promise<LawText | null> => {
    const known = texts.get(file.sha256);
    if (known) return known;
    const reading = documents.get(refOf(file)).then((document) => lawTextOf(document, file.name));
    texts.set(file.sha256, reading);
    reading.catch(() => texts.delete(file.sha256));
    return reading;
  };

  const allTexts = async (): Promise<LawText[]> =>
    (await Promise.all((await files()).map(textOf))).filter((text) => text !== null);

  const rows = async (): Promise<readonly LawRow[]> =>
    (await files())
      .map(({ name, ...file }): LawRow => ({
        sha256: file.sha256,
        title: file.title,
        fileName: name,
        articles: file.articles,
        by: file.by,
        at: file.at,
        status: lawInForce(file.title, today()).kind,
      }))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'zh'));

  /** Reads one upload; answers the event that takes it in. Rejects with `Failure`. */
  const taken = async (upload: string, name: string): Promise<NewEvent> => {
    const bytes = await blobs.take(upload);
    if (!bytes) throw failure('not-found', name, 'noUpload');
    const sha256 = sha256Of(bytes);
    const document = await documents.read({ name, bytes, sha256 }).catch((error: unknown) => {
      throw unreadable(error, name);
    });
    const text = lawTextOf(document, name);
    if (!text) throw failure('unreadable', name, 'noArticles');
    await blobs.put(bytes);
    const { title, articles } = text;
    const payload = { sha256, name, format: document.format, title, articles: articles.length };
    return { matter: null, kind: 'law-added', payload };
  };

  return {
    'laws.list': rows,
    'laws.add': async ({ uploads }) => {
      const events: NewEvent[] = [];
      const refused: LawsAdded['refused'][number][] = [];
      for (const { upload, name } of uploads) {
        try {
          events.push(await taken(upload, name));
        } catch (error) {
          if (!(error instanceof Failure) || error.kind === 'storage-full') throw error;
          refused.push({ name, message: error.message, english: error.english });
        }
      }
      if (events.length > 0) await acts.record(async () => ({ events, answer: null }));
      return { laws: await rows(), refused };
    },
    'laws.remove': async ({ sha256 }) => {
      if (!(await files()).some((file) => file.sha256 === sha256)) throw failure('not-found', '', 'noLaw');
      await acts.record(async () => ({
        events: [{ matter: null, kind: 'law-removed', payload: { sha256 } }],
        answer: null,
      }));
      return rows();
    },
    'laws.article': async ({ law, article }) => {
      const file = (await files()).find(({ title }) => sameLaw(title, law));
      const text = file ? await textOf(file) : null;
      const found = text?.articles.find(({ number }) => number === article);
      return text && found ? { title: text.title, article: found } : null;
    },
    'laws.read': async ({ sha256 }) => {
      const file = (await files()).find((one) => one.sha256 === sha256);
      if (!file) throw failure('not-found', '', 'noLaw');
      return (await textOf(file))?.articles ?? [];
    },
    'laws.search': async ({ query }) => searchLaws(await allTexts(), query, shownAtMost),
  };
}

function refOf({ sha256, name, format }: LawFile): FileRef {
  return { sha256, name, format, role: 'main' };
}

function failure(kind: 'not-found' | 'unreadable', name: string, what: 'noUpload' | 'noArticles' | 'noLaw'): Failure {
  return new Failure(
    kind,
    sentence(({ laws }) => laws[what](name)),
  );
}

/** One function a command of shared/api/contract.ts. Input is decoded and allowed when it comes here. */
import type { CommandName, ExportResult, Input, Output, ReviewReport, Session } from '../../shared/api/contract.ts';
import { Failure } from '../../shared/api/errors.ts';
import { itemOf } from '../../shared/opinion/item.ts';
import { filledOpinion } from '../../shared/opinion/filled.ts';
import { buildOpinion } from '../../shared/opinion/paper.ts';
import type { ExportKind, NewEvent } from '../../shared/review/events.ts';
import type { MatterState, Version } from '../../shared/review/state.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import type { Words } from '../../shared/words/words.ts';
import { sentence, words } from '../../shared/words/words.ts';
import type { Acts } from './acts.ts';
import { carriedTo } from './carry.ts';
import type { Documents } from './documents.ts';
import { annotationsOf, answersOf, changesOf, docxName, openQuestions, unjudgedIn } from './exports.ts';
import type { Writers } from './exports.ts';
import type { Imports } from './imports.ts';
import type { Library } from './library.ts';
import type { Clock, RandomId } from './ports.ts';
import { inputOf } from './reviews.ts';
import type { Reviews } from './reviews.ts';
import type { Rulebooks } from './rulebooks.ts';
import { openLawService } from './law-service.ts';
import { openMarkService } from './mark-service.ts';
import { openRuleService } from './rule-service.ts';
import { silenceIn } from './silence.ts';
import { headOf } from './store/events.ts';
import { fileOf, hasMatters, matterRows, settingsOf } from './store/queries.ts';

export type Service = { readonly [N in CommandName]: (input: Input<N>) => Promise<Output<N>> };

/** A finished export, to be fetched by its download id. */
export type Download = Readonly<{ sha256: string; name: string }>;

export type ServicePorts = Readonly<{
  library: Library;
  documents: Documents;
  reviews: Reviews;
  acts: Acts;
  imports: Imports;
  writers: Writers;
  downloads: Map<string, Download>;
  randomId: RandomId;
  now: Clock;
  version: string;
  rulebooks: Rulebooks;
  today: () => string;
  /** Called when a person names themselves in a library without matters. */
  firstStart: () => void;
}>;

export function openService(ports: ServicePorts): Service {
  const { library, documents, reviews, rulebooks, acts, imports, writers, downloads, randomId } = ports;
  const { store, blobs } = library;

  const session = async (): Promise<Session> => {
    const settings = await store.read(settingsOf);
    return {
      person: settings.get('person') ?? null,
      office: settings.get('office') ?? '',
      series: settings.get('series') ?? '',
      role: 'reviewer',
      version: ports.version,
      ruleset: (await rulebooks.current()).ruleset,
      readOnly: acts.readOnly(),
    };
  };

  /** Who acts. Asked before long work, so that it is not done in vain. */
  const person = async (): Promise<string> => (await session()).person ?? fail('forbidden', (say) => say.unnamed);

  const view = async (matter: string): Promise<Output<'matter.open'>> => {
    const state = await acts.state(matter);
    const row = (await store.read((reads) => matterRows(reads, matter)))[0];
    return { state, row: row ?? fail('not-found', (say) => say.noMatter) };
  };

  const reportOf = async (state: MatterState, version: Version): Promise<ReviewReport> => {
    const report = await reviews.report(version.files, state.fields);
    const { by } = await store.read((reads) => silenceIn(reads, state, report.findings));
    return { ...report, silenced: Object.fromEntries(by) };
  };

  const findingOf = async (state: MatterState, version: string, fingerprint: string): Promise<Finding> => {
    const { findings } = await reportOf(state, versionOf(state, version));
    return findingIn(findings, fingerprint);
  };

  const isSilenced = async (state: MatterState, finding: string): Promise<boolean> => {
    const version = state.versions.at(-1);
    return version !== undefined && Object.hasOwn((await reportOf(state, version)).silenced, finding);
  };

  const known = async (sha256: string) => {
    const file = await store.read((reads) => fileOf(reads, sha256));
    return file ?? fail('not-found', (say) => say.noDocument);
  };

  const make = async (
    state: MatterState,
    version: Version,
    what: ExportKind,
    report: ReviewReport,
  ): Promise<readonly Readonly<{ name: string; bytes: Uint8Array }>[]> => {
    if (what === 'opinion') {
      const [head, { person: author, office }] = await Promise.all([store.read(headOf), session()]);
      const paper = buildOpinion(filledOpinion(state, office), { version, head });
      const bytes = await writers.opinion({ paper, author: author ?? '', at: ports.now().toISOString() });
      return [{ name: docxName(paper.name), bytes }];
    }
    const carried = await carriedTo(state, version.id, documents);
    const made: { name: string; bytes: Uint8Array }[] = [];
    for (const [at, file] of version.files.entries()) {
      if (file.format !== 'docx') continue;
      const document = await documents.get(file);
      const annotations = annotationsOf(state, version, at, document, report, carried);
      const answers = answersOf(state, version, at, document);
      const changes = changesOf(state, version, at);
      const own = changes.suggestions.length + changes.rejected.length;
      // An annex without a single mark would go out as it came in.
      const marks =
        what === 'clean'
          ? own + document.changes.length + document.comments.length
          : own + annotations.length + answers.length;
      if (at > 0 && marks === 0) continue;
      const original =
        (await blobs.get(file.sha256, file.name)) ?? fail('not-found', (say) => say.objectMissing(file.name));
      const bytes = await (what === 'clean'
        ? writers.clean({ original, changes })
        : writers.annotated({ original, document, annotations, answers, changes }));
      const suffix = what === 'clean' ? words.zh.record.cleanName : words.zh.record.annotatedName;
      made.push({ name: docxName(`${file.name.replace(/\.docx$/iu, '')}-${suffix}`), bytes });
    }
    return made.length > 0 ? made : fail('invalid', (say) => say.annotatedNeedsDocx);
  };

  /** Comments on earlier versions that this one has no place for. */
  const lost = async (state: MatterState, version: Version): Promise<number> =>
    (await carriedTo(state, version.id, documents)).filter(({ placement }) => placement.kind === 'lost').length;

  const unjudged = async (state: MatterState, version: Version): Promise<number> => {
    const counts = version.files.map(async (file, at) =>
      file.format === 'docx' ? unjudgedIn(state, version, at, await documents.get(file)) : 0,
    );
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };

  /** A pack's findings without a trace: neither cached nor recorded. */
  const tried = async (matter: string, id: string, pack: string): Promise<readonly Finding[]> => {
    const state = await acts.state(matter);
    const [main, ...annexes] = await Promise.all(versionOf(state, id).files.map(documents.get));
    if (!main) return [];
    return reviews.tried(inputOf([main, ...annexes], state.fields), pack);
  };

  const exportAll = async ({ matter, version: id, what, acknowledge }: Input<'export.make'>): Promise<ExportResult> => {
    const state = await acts.state(matter);
    const version = versionOf(state, id);
    const report = await reportOf(state, version);
    const questions = openQuestions(state, report, what, {
      unjudged: what.includes('clean') ? await unjudged(state, version) : 0,
      lost: what.includes('annotated') ? await lost(state, version) : 0,
    });
    const asked = questions.filter((question) => !acknowledge.includes(question.kind));
    if (asked.length > 0) return { kind: 'asks', questions: asked };
    const acknowledged = questions.map((question) => question.kind);
    const events: NewEvent[] = [];
    const files: { download: string; name: string; sha256: string; bytes: number }[] = [];
    for (const kind of new Set(what)) {
      for (const { name, bytes } of await make(state, version, kind, report)) {
        const sha256 = await blobs.put(bytes);
        events.push({ matter, kind: 'exported', payload: { version: id, what: kind, name, sha256, acknowledged } });
        files.push({ download: randomId(), name, sha256, bytes: bytes.length });
      }
    }
    await acts.act(matter, () => events);
    for (const { download, name, sha256 } of files) downloads.set(download, { sha256, name });
    return { kind: 'made', files };
  };

  return {
    'session.get': session,
    'person.name': async ({ name }) => {
      const first = (await session()).person === null && !(await store.read(hasMatters));
      await acts.record(async () => ({
        events: [{ matter: null, kind: 'person-named', payload: { name } }],
        answer: null,
      }));
      await library.setHolder(name);
      if (first) ports.firstStart();
      return session();
    },
    'office.set': async (payload) => {
      await acts.record(async () => ({ events: [{ matter: null, kind: 'office-set', payload }], answer: null }));
      return session();
    },

    'register.list': () => store.read((reads) => matterRows(reads)),

    'import.start': async (input) => {
      await person();
      return imports.start(input);
    },
    'import.paste': async ({ text }) => {
      await person();
      const name = `${firstWords(text) || words.zh.record.pasted}.txt`;
      return imports.add({ name, bytes: Buffer.from(text, 'utf8') }, false);
    },
    'import.status': async ({ job }) => imports.status(job),
    'import.cancel': async ({ job, row }) => imports.cancel(job, row),

    'matter.open': ({ matter }) => view(matter),
    'matter.revise': async ({ matter, fields }) => {
      const state = await acts.act(matter, () => [{ matter, kind: 'matter-revised', payload: { fields } }]);
      await acts.reviewed(state);
      return view(matter);
    },
    'document.get': async ({ sha256 }) => documents.get(await known(sha256)),
    'facts.get': async ({ sha256 }) => reviews.facts(await known(sha256)),
    'findings.get': async ({ matter, version: id }) => {
      const state = await acts.state(matter);
      const version = versionOf(state, id);
      const report = await reportOf(state, version);
      // A newer rule set may have found something else: then the run is recorded. A disk that is
      // full must not keep the reviewer from reading.
      if (version === state.versions.at(-1)) await acts.reviewed(state).catch(unlessFull);
      return report;
    },

    'finding.adopt': ({ matter, version, finding: fingerprint, edits }) =>
      acts.act(matter, async (state) => {
        const { findings } = await reportOf(state, versionOf(state, version));
        const finding = findingIn(findings, fingerprint);
        const decision = state.decisions[fingerprint];
        if (decision?.kind === 'adopted') {
          // Pressing the key again changes nothing; new wording goes into the item that stands.
          return edits ? [{ matter, kind: 'item-revised', payload: { item: decision.item, fields: edits } }] : [];
        }
        const item = { ...itemOf(finding, randomId()), ...given(edits ?? {}) };
        return [
          {
            matter,
            kind: 'finding-adopted',
            payload: { version, finding: fingerprint, item, ...follower(state, findings, finding) },
          },
        ];
      }),
    'finding.dismiss': async ({ matter, version, finding: fingerprint, ...dismissal }) => {
      const state = await acts.act(matter, async (before) => {
        const { rule } = await findingOf(before, version, fingerprint);
        const payload = { version, finding: fingerprint, rule, ...dismissal };
        return [{ matter, kind: 'finding-dismissed', payload }];
      });
      // What is silenced belongs to the run.
      return dismissal.reach ? acts.reviewed(state) : state;
    },
    'finding.reopen': async ({ matter, finding }) => {
      const state = await acts.act(matter, async (before) => {
        const quiet = Object.hasOwn(before.decisions, finding) || (await isSilenced(before, finding));
        return quiet ? [{ matter, kind: 'finding-reopened', payload: { finding } }] : [];
      });
      return acts.reviewed(state);
    },

    'item.add': ({ matter, item }) =>
      acts.act(matter, () => [{ matter, kind: 'item-added', payload: { item: { ...item, id: randomId() } } }]),
    'item.revise': ({ matter, item, fields }) =>
      acts.act(matter, (state) => {
        hasItem(state, item);
        return [{ matter, kind: 'item-revised', payload: { item, fields } }];
      }),
    'item.remove': ({ matter, item }) =>
      acts.act(matter, (state) => {
        hasItem(state, item);
        return [{ matter, kind: 'item-removed', payload: { item } }];
      }),
    'items.order': ({ matter, items }) =>
      acts.act(matter, (state) => {
        const same = items.length === state.items.length && state.items.every((item) => items.includes(item.id));
        return same ? [{ matter, kind: 'items-ordered', payload: { items } }] : fail('conflict', (say) => say.badOrder);
      }),
    'opinion.set': ({ matter, fields }) =>
      acts.act(matter, () => [{ matter, kind: 'opinion-set', payload: { fields } }]),

    undo: async ({ matter }) => {
      const state = await acts.act(matter, ({ undoable }) => [
        { matter, kind: 'undone', payload: { event: undoable ?? fail('conflict', (say) => say.nothingToUndo) } },
      ]);
      // Undoing a change of kind or stance brings other findings back.
      return acts.reviewed(state);
    },

    'export.make': exportAll,
    ...openMarkService({ acts, documents, person, now: ports.now, randomId }),
    ...openLawService({ store, blobs, documents, acts, today: ports.today }),
    ...openRuleService({ store, acts, rulebooks, today: ports.today, tried }),
  };
}

function fail(kind: ConstructorParameters<typeof Failure>[0], say: (record: Words['record']) => string): never {
  throw new Failure(
    kind,
    sentence((all) => say(all.record)),
  );
}

function versionOf(state: MatterState, id: string): Version {
  return state.versions.find((version) => version.id === id) ?? fail('not-found', (say) => say.noVersion);
}

function findingIn(findings: readonly Finding[], fingerprint: string): Finding {
  const found = findings.find((finding) => finding.fingerprint === fingerprint);
  return found ?? fail('not-found', (say) => say.noFinding);
}

/** The first item whose finding stands after this one in the document: the new item goes in front of it. */
function follower(state: MatterState, findings: readonly Finding[], finding: Finding): { before?: string } {
  const place = new Map(findings.map(({ fingerprint }, at) => [fingerprint, at]));
  const here = place.get(finding.fingerprint) ?? 0;
  const later = state.items.find((item) => item.finding !== null && (place.get(item.finding) ?? -1) > here);
  return later ? { before: later.id } : {};
}

function hasItem(state: MatterState, id: string): void {
  if (!state.items.some((item) => item.id === id)) fail('not-found', (say) => say.noItem);
}

function given<T extends object>(fields: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function firstWords(text: string): string {
  const line = text.split(/\r\n|\r|\n/u).find((one) => one.trim() !== '') ?? '';
  return [...line.replace(/[\s/\\]+/gu, '')].slice(0, 30).join('');
}

function unlessFull(error: unknown): void {
  if (!(error instanceof Failure && error.kind === 'storage-full')) throw error;
}

/**
 * The contract in memory: the record's own `fold` over real events, made-up matters, no disk.
 * Serves the development page and the tests of the screens.
 */
import type { Reply } from '../../shared/api/client.ts';
import {
  contract,
  type CommandName,
  type ImportJob,
  type ImportRow,
  type Input,
  type MatterRow,
  type Notification,
  type Session,
} from '../../shared/api/contract.ts';
import { Failure } from '../../shared/api/errors.ts';
import { assertNever } from '../../shared/document/model.ts';
import type { Event, EventKind, MatterFields, OpinionItem, Payload } from '../../shared/review/events.ts';
import { fold, type MatterState } from '../../shared/review/state.ts';
import { severities } from '../../shared/rules/rule.ts';
import type { Door } from '../transport.ts';
import { markEvent } from './fake-marks.ts';
import { hex, madeUp, shelves, shelvesFindings, type MadeUp } from './made-up.ts';

export type FakeOptions = Readonly<{ person?: string | null; empty?: boolean; matters?: number; now?: () => Date }>;

const defaults: MatterFields = {
  title: '',
  kind: 'contract',
  subKind: 'procurement',
  stance: 'a',
  publicPayer: true,
  unit: '',
  counterparty: '',
  amountFen: null,
  urgent: false,
  asOf: '2026-11-23',
};

const ruleset = { version: '2026.11', sha256: hex('rules'), rules: 60 };

export function fakeDoor(options: FakeOptions = {}): Door {
  const now = options.now ?? (() => new Date());
  const listeners = new Set<(notification: Notification) => void>();
  const jobs = new Map<string, ImportJob>();
  const extras = new Map<string, MadeUp>();
  const texts = new Map<string, Blob>();
  let events: readonly Event[] = [];
  let count = 0;
  let session: Session = {
    person: options.person === undefined ? '王芳' : options.person,
    office: options.person === null ? '' : '云州市临河区司法局',
    series: options.person === null ? '' : '云司合审',
    role: 'reviewer',
    version: '0.1.0',
    ruleset,
    readOnly: null,
  };

  const freshId = (): string => {
    count += 1;
    return `fake-${count}`;
  };
  const append = <K extends EventKind>(
    matter: string,
    kind: K,
    payload: Payload<K>,
    at = now().toISOString(),
  ): void => {
    const seq = events.length + 1;
    const event = {
      id: freshId(),
      seq,
      origin: 'fake',
      at,
      actor: session.person ?? '',
      matter,
      kind,
      after: [],
      payload,
      hash: hex(String(seq)),
    };
    events = [...events, event as unknown as Event];
  };
  const state = (matter: string): MatterState => {
    const folded = fold(events.filter((event) => event.matter === matter));
    if (!folded) throw new Failure('not-found', { zh: '没有这个案件。', en: 'There is no such matter.' });
    return folded;
  };
  const tell = (notification: Notification): void => listeners.forEach((listener) => listener(notification));

  const openMatter = (one: MadeUp, file: string): string => {
    const matter = freshId();
    append(
      matter,
      'matter-opened',
      { number: one.number, fields: { ...defaults, ...one.fields }, sample: one.sample },
      one.openedAt,
    );
    const files = Array.from({ length: one.files }, (_, at) => ({
      sha256: hex(file),
      name: at === 0 ? file : `附件${at}.docx`,
      format: 'docx' as const,
      role: at === 0 ? ('main' as const) : ('annex' as const),
    }));
    append(matter, 'version-added', { version: `${matter}-v1`, ordinal: 1, purpose: '送审', files });
    extras.set(matter, one);
    return matter;
  };

  const rowOf = (matter: string): MatterRow => {
    const one = state(matter);
    const extra = extras.get(matter);
    const real = extra?.counts === undefined || one.items.length > 0 || Object.keys(one.decisions).length > 0;
    const counts = severities.map((level, at) =>
      real ? shelvesFindings.filter(({ severity }) => severity === level).length : (extra?.counts[at] ?? 0),
    );
    const decided = Object.keys(one.decisions).length;
    const { title, kind, subKind, unit, counterparty, amountFen, urgent } = one.fields;
    return {
      title,
      kind,
      subKind,
      unit,
      counterparty,
      amountFen,
      urgent,
      id: matter,
      number: one.number,
      openedAt: one.openedAt,
      reviewer: extra?.reviewer ?? one.openedBy,
      sample: one.sample,
      version: one.versions.length,
      files: one.versions.at(-1)?.files.length ?? 0,
      counts: { high: counts[0] ?? 0, medium: counts[1] ?? 0, low: counts[2] ?? 0, notice: counts[3] ?? 0 },
      open: real ? shelvesFindings.length - decided : (extra?.open ?? 0),
      items: real ? one.items.length : (extra?.items ?? 0),
      exported:
        events.some((event) => event.matter === matter && event.kind === 'exported') || (extra?.exported ?? false),
    };
  };

  const itemFrom = (fingerprint: string, edits: Partial<OpinionItem> = {}): OpinionItem => {
    const found = shelvesFindings.find((finding) => finding.fingerprint === fingerprint);
    if (!found) throw new Failure('not-found', { zh: '没有这条风险。', en: 'There is no such finding.' });
    const { rule, severity, clause, quote, basis, advice } = found;
    const weight = severity === 'high' ? ('must' as const) : ('should' as const);
    return {
      id: freshId(),
      finding: fingerprint,
      rule,
      severity,
      weight,
      clause,
      quote,
      problem: found.message,
      basis: [...basis],
      advice,
      ...edits,
    };
  };

  const startJob = (names: readonly string[], together: boolean): ImportJob => {
    const job = freshId();
    const set = (rows: readonly ImportRow[]): ImportJob => {
      const next: ImportJob = {
        job,
        rows,
        done: rows.every(({ state: at }) => !['waiting', 'reading', 'checking'].includes(at)),
      };
      jobs.set(job, next);
      tell({ kind: 'import', job: next });
      return next;
    };
    const advance = (): void => {
      const rows = jobs.get(job)?.rows ?? [];
      const at = rows.findIndex(({ state: row }) => row === 'waiting' || row === 'reading' || row === 'checking');
      if (at < 0) return;
      set(rows.map((row, index) => (index === at ? stepped(row, index, together) : row)));
      setTimeout(advance, 700);
    };
    setTimeout(advance, 700);
    return set(names.map((name) => ({ name, state: 'waiting', matter: null, message: null, english: null })));
  };

  const stepped = (row: ImportRow, at: number, together: boolean): ImportRow => {
    if (row.state === 'waiting') return { ...row, state: 'reading' };
    if (/密码|encrypted/u.test(row.name)) {
      return {
        ...row,
        state: 'failed',
        message: `“${row.name}”设有密码，无法打开。请在 Word、WPS 或阅读器中去掉密码后再送审。`,
        english: `"${row.name}" is protected by a password.`,
      };
    }
    if (row.state === 'reading') return { ...row, state: 'checking' };
    if (/重复|again/u.test(row.name)) return { ...row, state: 'duplicate', matter: [...extras.keys()][0] ?? null };
    if (together && at > 0) return { ...row, state: 'done', matter: [...extras.keys()].at(-1) ?? null };
    const number = `2026-${String(420 + extras.size).padStart(4, '0')}`;
    const title = row.name.replace(/\.[a-z]+$/u, '');
    const matter = openMatter(
      {
        number,
        fields: { title },
        reviewer: session.person ?? '',
        openedAt: now().toISOString(),
        counts: [3, 2, 1, 0],
        open: 6,
        items: 0,
        exported: false,
        files: 1,
        sample: false,
      },
      row.name,
    );
    tell({ kind: 'changed', matter });
    return { ...row, state: 'done', matter };
  };

  const view = (matter: string) => ({ state: state(matter), row: rowOf(matter) });

  const answer = (name: CommandName, raw: unknown): unknown => {
    const input = contract[name].input.parse(raw) as never;
    const act = <K extends EventKind>(kind: K, payload: Payload<K>): MatterState => {
      const { matter } = input as Readonly<{ matter: string }>;
      append(matter, kind, payload);
      return state(matter);
    };
    const get = <N extends CommandName>(_name: N): Input<N> => input as Input<N>;
    switch (name) {
      case 'session.get':
        return session;
      case 'person.name':
        session = { ...session, person: get(name).name };
        return session;
      case 'office.set':
        session = { ...session, ...get(name) };
        return session;
      case 'register.list':
        return [...extras.keys()].map(rowOf);
      case 'import.start': {
        const { uploads, grouping } = get(name);
        return startJob(
          uploads.map((upload) => upload.name),
          grouping === 'together',
        );
      }
      case 'import.paste':
        return startJob([`${get(name).text.slice(0, 12)}.txt`], false);
      case 'import.status':
        return jobs.get(get(name).job);
      case 'import.cancel': {
        const { job, row } = get(name);
        const rows = (jobs.get(job)?.rows ?? []).map((one, at): ImportRow =>
          (row === null || at === row) && !['done', 'failed', 'duplicate'].includes(one.state)
            ? { ...one, state: 'cancelled' }
            : one,
        );
        jobs.set(job, {
          job,
          rows,
          done: rows.every((one) => !['waiting', 'reading', 'checking'].includes(one.state)),
        });
        return jobs.get(job);
      }
      case 'matter.open':
        return view(get(name).matter);
      case 'matter.revise':
        act('matter-revised', { fields: get(name).fields });
        return view(get(name).matter);
      case 'document.get':
        return shelves;
      case 'facts.get':
        throw new Failure('not-found', { zh: '演示数据没有要素。', en: 'The made-up data has no facts.' });
      case 'findings.get':
        return { findings: shelvesFindings, faults: [], ruleset, rulesMs: 41 };
      case 'finding.adopt': {
        const { version, finding, edits } = get(name);
        return act('finding-adopted', { version, finding, item: itemFrom(finding, edits as Partial<OpinionItem>) });
      }
      case 'finding.dismiss': {
        const { version, finding, reason, note } = get(name);
        return act('finding-dismissed', { version, finding, rule: itemFrom(finding).rule ?? '', reason, note });
      }
      case 'finding.reopen':
        return act('finding-reopened', { finding: get(name).finding });
      case 'comments.carried':
        return [];
      case 'comment.add':
      case 'comment.revise':
      case 'comment.remove':
      case 'comment.reply':
      case 'comment.resolve':
      case 'comment.place':
      case 'reply.remove':
      case 'suggestions.set':
      case 'change.judge': {
        const { kind, payload } = markEvent(name, input, { freshId, now });
        return act<EventKind>(kind, payload);
      }
      case 'item.add':
        return act('item-added', { item: { id: freshId(), ...get(name).item } });
      case 'item.revise':
        return act('item-revised', { item: get(name).item, fields: get(name).fields });
      case 'item.remove':
        return act('item-removed', { item: get(name).item });
      case 'items.order':
        return act('items-ordered', { items: get(name).items });
      case 'opinion.set':
        return act('opinion-set', { fields: get(name).fields });
      case 'undo': {
        const { undoable } = state(get(name).matter);
        if (!undoable) throw new Failure('conflict', { zh: '没有可撤销的步骤。', en: 'There is nothing to undo.' });
        return act('undone', { event: undoable });
      }
      case 'export.make':
        return exported(get(name));
      case 'rules.list':
      case 'packs.list':
      case 'suppressions.list':
      case 'laws.list':
        return [];
      case 'rules.explain':
      case 'rules.switch':
      case 'rules.set':
      case 'packs.install':
      case 'packs.remove':
      case 'packs.export':
      case 'packs.try':
      case 'laws.add':
      case 'laws.remove':
      case 'laws.article':
      case 'laws.read':
      case 'laws.search':
        throw new Failure('not-found', { zh: '样例中没有规则库。', en: 'The made-up library has no rules.' });
      default:
        return assertNever(name);
    }
  };

  const exported = ({ matter, version, what, acknowledge }: Input<'export.make'>): unknown => {
    const { opinion, decisions, number } = state(matter);
    const undecided = shelvesFindings.filter(
      (finding) => finding.severity === 'high' && !decisions[finding.fingerprint],
    ).length;
    const questions = [
      ...(opinion.conclusion === null && what.includes('opinion')
        ? [{ kind: 'no-conclusion' as const, count: 1 }]
        : []),
      ...(undecided > 0 ? [{ kind: 'undecided-high' as const, count: undecided }] : []),
    ].filter(({ kind }) => !acknowledge.includes(kind));
    if (questions.length > 0) return { kind: 'asks', questions };
    const files = what.map((kind) => {
      const paper = { opinion: '审查意见书', annotated: '批注原件', clean: '清洁稿' }[kind];
      const name = `${number} ${paper}.docx`;
      append(matter, 'exported', { version, what: kind, name, sha256: hex(name), acknowledged: [...acknowledge] });
      const download = freshId();
      texts.set(download, new Blob([name]));
      return { download, name, sha256: hex(name), bytes: name.length };
    });
    return { kind: 'made', files };
  };

  if (!options.empty) {
    openMatter(
      {
        number: '2026-0413',
        fields: {
          title: '档案密集架采购合同',
          unit: '区政府办公室',
          amountFen: 12_850_000,
          counterparty: '云州恒立档案设备有限公司',
        },
        reviewer: '王芳',
        openedAt: '2026-11-20T01:12:00.000Z',
        counts: [3, 2, 1, 0],
        open: 6,
        items: 0,
        exported: false,
        files: 2,
        sample: true,
      },
      '档案密集架采购合同.docx',
    );
    const rows = Array.from({ length: options.matters ?? madeUp.length }, (_, at) => madeUp[at % madeUp.length]);
    rows.forEach(
      (one, at) =>
        one &&
        openMatter(
          at < madeUp.length ? one : { ...one, number: `2026-${String(at + 1000)}` },
          `${one.fields.title}.docx`,
        ),
    );
  }

  return {
    send: (name, input): Promise<Reply> =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve({ ok: true, value: answer(name, input) });
          } catch (fault) {
            const failure =
              fault instanceof Failure ? fault : new Failure('internal', { zh: String(fault), en: String(fault) });
            resolve({ ok: false, error: failure.toJSON() });
          }
        }, 5);
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    upload: (_file, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => resolve(freshId()), 300);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(signal.reason as Error);
        });
      }),
    onMenu: () => () => undefined,
    onConnection: () => () => undefined,
    originalUrl: (sha256) => `original/${sha256}`,
    mediaUrl: (sha256, media) => `media/${sha256}/${media}`,
    downloadUrl: (download) => URL.createObjectURL(texts.get(download) ?? new Blob()),
  };
}

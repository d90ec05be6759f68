import { App, type ModalFuncProps } from 'antd';
import { useState } from 'react';
import type { ExportQuestion, ExportResult } from '../../shared/api/contract.ts';
import type { ExportKind } from '../../shared/review/events.ts';
import { useCommand, useDesk } from '../queries.ts';
import { popups } from '../ui/popups.ts';
import { useWords } from '../useWords.ts';

export type Made = Extract<ExportResult, { kind: 'made' }>['files'];

type Exporting = Readonly<{
  /** `prepare` records what is still being typed; false stops the export. */
  start: (what: ExportKind, prepare: () => Promise<boolean>) => void;
  running: ExportKind | null;
  made: Made;
  clear: () => void;
}>;

/** Makes a file, asks what the host wants answered first, hands the file over, and says what left the house. */
export function useExport(matter: string, version: string | null): Exporting {
  const { door } = useDesk();
  const { modal } = App.useApp();
  const { opinion } = useWords();
  const make = useCommand('export.make');
  const [running, setRunning] = useState<ExportKind | null>(null);
  const [made, setMade] = useState<Made>([]);

  const attempt = async (what: ExportKind, acknowledge: readonly ExportQuestion['kind'][]): Promise<void> => {
    if (version === null) return;
    const result = await make.mutateAsync({ matter, version, what: [what], acknowledge: [...acknowledge] });
    if (result.kind === 'made') {
      result.files.forEach((file) => handOver(door.downloadUrl(file.download), file.name));
      setMade((now) => [
        ...result.files,
        ...now.filter(({ name }) => result.files.every((file) => file.name !== name)),
      ]);
      return;
    }
    const { questions } = result;
    if (!(await modal.confirm(askAbout(questions)))) return;
    await attempt(what, [...acknowledge, ...questions.map(({ kind }) => kind)]);
  };

  const askAbout = (questions: readonly ExportQuestion[]): ModalFuncProps => ({
    title: opinion.export.asks,
    content: (
      <ul className="export-questions">
        {questions.map(({ kind, count }) => (
          <li key={kind}>{opinion.export.questions[kind](count)}</li>
        ))}
      </ul>
    ),
    okText: opinion.export.anyway,
    cancelText: opinion.export.back,
    focusable: { autoFocusButton: 'cancel' },
    icon: null,
    width: 440,
    getContainer: popups,
  });

  const start: Exporting['start'] = (what, prepare) => {
    if (running !== null) return;
    setRunning(what);
    void prepare()
      .then((ready) => (ready ? attempt(what, []) : undefined))
      /* The notices have told it. */
      .catch(() => undefined)
      .finally(() => setRunning(null));
  };
  return { start, running, made, clear: () => setMade([]) };
}

/** The browser's own way of saving: the address as an attachment, named. */
export function handOver(address: string, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}

/** Carries texts of laws to the host, in portions, so that a long import can be followed. */
import { create } from 'zustand';
import type { LawsAdded } from '../../shared/api/law-commands.ts';
import { words } from '../../shared/words/words.ts';
import { errorOf, type Desk } from '../queries.ts';
import { gather, type NamedFile } from '../register/files.ts';
import { notify, notifyError } from '../store.ts';

type LawImport = Readonly<{
  running: Readonly<{ done: number; all: number }> | null;
  /** Of the latest import, until it is put away. */
  taken: number;
  refused: LawsAdded['refused'];
}>;

export const useLawImport = create<LawImport>(() => ({ running: null, taken: 0, refused: [] }));

const most = 2000;
const portion = 12;

/** Takes what was chosen or dropped; what cannot be taken is listed with its reason, the rest is kept. */
export async function importLaws(desk: Desk, found: readonly NamedFile[]): Promise<void> {
  const { zh, en } = words;
  if (useLawImport.getState().running) return;
  const { files, refused } = await gather(found);
  const all = files.length;
  useLawImport.setState({
    taken: 0,
    refused: refused.map(({ name, reason }) => ({
      name,
      message: zh.register.zip[reason](name),
      english: en.register.zip[reason](name),
    })),
  });
  if (all > most) {
    notify('error', { zh: zh.laws.tooMany(all), en: en.laws.tooMany(all) });
    return;
  }
  if (all === 0) {
    if (refused.length === 0) notify('error', { zh: zh.laws.noFiles, en: en.laws.noFiles });
    return;
  }
  try {
    for (let done = 0; done < all; done += portion) {
      useLawImport.setState({ running: { done, all } });
      const taken = await carry(desk, files.slice(done, done + portion));
      useLawImport.setState((before) => ({ taken: before.taken + taken }));
    }
  } catch (fault) {
    notifyError(errorOf(fault));
  } finally {
    useLawImport.setState({ running: null });
  }
}

/** Answers how many were taken in; rejects only where going on makes no sense. */
async function carry({ door, client }: Desk, files: readonly NamedFile[]): Promise<number> {
  const lost: LawsAdded['refused'][number][] = [];
  const uploads = await Promise.all(
    files.map(async ({ name, file }) => {
      try {
        return [{ name, upload: await door.upload(file) }];
      } catch (fault) {
        const { message, english } = errorOf(fault);
        lost.push({ name, message, english });
        return [];
      }
    }),
  );
  const sent = uploads.flat();
  const { refused } = sent.length > 0 ? await client.call('laws.add', { uploads: sent }) : { refused: [] };
  useLawImport.setState((before) => ({ refused: [...before.refused, ...lost, ...refused] }));
  return sent.length - refused.length;
}

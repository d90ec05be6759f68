/** The second door: the same program in a browser on this machine, over 127.0.0.1 only. */
import { fileURLToPath } from 'node:url';
import { version } from '../package.json';
import { Failure } from '../shared/api/errors.ts';
import { sentence } from '../shared/words/words.ts';
import { print } from './cli/exit.ts';
import { createCompute } from './host/compute.ts';
import { pagesOf } from './host/door/pages.ts';
import { openHost } from './host/host.ts';
import { ownLibrary } from './host/own-library.ts';
import { forkParser } from './host/parse/fork.ts';
import { createParser } from './host/parse/pool.ts';
import { standardOptions } from './host/standard.ts';
import { startServer } from './web/server.ts';

export type Serving = Readonly<{
  /** 0 takes any free port. */
  port: number;
  /** null takes the user's own library. */
  library: string | null;
  /** Given the address as soon as it answers; it lets one browser in, once. */
  onAddress?: (address: string) => void;
}>;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Serves until the process is asked to stop; then everything is written and the library let go. Answers 0. */
export async function serve({ port, library, onAddress }: Serving): Promise<0> {
  const parser = createParser({ spawn: forkParser(here('./parser.js')) });
  const compute = createCompute({ entry: new URL('./compute-worker.js', import.meta.url) });
  const pools = async (): Promise<void> => void (await Promise.all([parser.close(), compute.close()]));
  try {
    const host = await openHost({
      ...standardOptions(),
      version,
      libraryDir: library ?? ownLibrary(),
      parser,
      compute,
      samplePath: here('../../resources/sample/档案密集架采购合同.docx'),
    });
    try {
      const web = await listening(host, port);
      const address = web.invite();
      await print(`${address}\n`);
      onAddress?.(address);
      await askedToStop();
      await web.close();
    } finally {
      await host.close();
    }
  } finally {
    await pools();
  }
  return 0;
}

async function listening(host: Awaited<ReturnType<typeof openHost>>, port: number): ReturnType<typeof startServer> {
  try {
    return await startServer({ host, pages: pagesOf(here('../renderer')), port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new Failure(
      'busy',
      sentence((words) => words.doors.portTaken(port)),
    );
  }
}

/** Once is enough: Ctrl+C reaches this process from the terminal and again from its launcher, and closing goes on. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

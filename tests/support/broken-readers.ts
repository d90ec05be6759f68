/** A reader thread whose "text files" say how it should break. */
import { readText } from '../../shared/import/text.ts';
import { Unreadable } from '../../shared/import/unreadable.ts';
import { serve } from '../../electron/host/parse/serve.ts';
import type { RawFile, Reader } from '../../electron/host/parse/readers.ts';

const held: unknown[] = [];

const breakage: Readonly<Record<string, (progress: () => void) => RawFile | undefined | Promise<RawFile | undefined>>> =
  {
    loop: () => {
      for (;;) held.length = 0;
    },
    /** Claims progress without end. */
    busy: async (progress) => {
      for (;;) {
        progress();
        await new Promise((resolve) => {
          setTimeout(resolve, 20);
        });
      }
    },
    never: () => new Promise(() => undefined),
    heap: () => {
      for (;;) held.push(Array.from({ length: 1000 }, (_, at) => ({ at })));
    },
    buffers: async () => {
      for (;;) {
        held.push(new Uint8Array(32 * 1024 * 1024).fill(1));
        await new Promise((resolve) => {
          setTimeout(resolve, 5);
        });
      }
    },
    throw: () => {
      throw new TypeError('broken');
    },
    exit: () => process.exit(3),
    refuse: () => {
      throw new Unreadable('damaged', 'as told');
    },
    /** Answers, and leaves a rejection behind that only shows later. */
    'reject-late': () => {
      setTimeout(() => void Promise.reject(new Error('late')), 5);
      return undefined;
    },
    /** Answers, and leaves a fault behind that kills the thread during the next file. */
    'throw-late': () => {
      setTimeout(() => {
        throw new Error('late');
      }, 30);
      return undefined;
    },
    slow: async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 60);
      });
      return undefined;
    },
    wrong: () => ({ raw: { format: 'txt' } as never, media: new Map() }),
  };

const read: Reader = async (bytes, progress) => {
  const text = Buffer.from(bytes).toString();
  const broken = await breakage[text.split('\n')[0] ?? '']?.(progress);
  return broken ?? { raw: readText(text.slice(0, 100_000), 'txt'), media: new Map([['m1', bytes.slice(0, 10)]]) };
};

const load = async (): Promise<Reader> => read;

serve({ docx: load, pdf: load, txt: load, md: load });

/**
 * Every word a person reads, in one place: Chinese first, its English twin beside it. One file a
 * room; a twin that misses a key does not compile.
 */
import { annotated } from './annotated.ts';
import { cli } from './cli.ts';
import { desk } from './desk.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { laws } from './laws.ts';
import { library } from './library.ts';
import { notices } from './notices.ts';
import { opinion } from './opinion.ts';
import { reader } from './reader.ts';
import { record } from './record.ts';
import { register } from './register.ts';
import { ruleForm } from './rule-form.ts';
import { rules } from './rules.ts';
import { suggest } from './suggest.ts';

export type Language = 'zh' | 'en';

const rooms = {
  annotated,
  cli,
  desk,
  doors,
  errors,
  laws,
  library,
  notices,
  opinion,
  reader,
  record,
  register,
  ruleForm,
  rules,
  suggest,
};

type Rooms = typeof rooms;
export type Words = { readonly [R in keyof Rooms]: Rooms[R]['zh'] };

export const words: Readonly<Record<Language, Words>> = {
  zh: mapRooms('zh'),
  en: mapRooms('en'),
};

function mapRooms(language: Language): Words {
  return Object.fromEntries(Object.entries(rooms).map(([room, twins]) => [room, twins[language]])) as Words;
}

/** One sentence in both languages, as failures carry it. */
export function sentence(say: (words: Words) => string): Readonly<{ zh: string; en: string }> {
  return { zh: say(words.zh), en: say(words.en) };
}

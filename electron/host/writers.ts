/** The parts that shared/export makes, zipped into files. */
import { zipSync } from 'fflate';
import { Failure } from '../../shared/api/errors.ts';
import type { Markup } from '../../shared/export/marked-docx.ts';
import { opinionParts } from '../../shared/export/opinion-docx.ts';
import type { WordReply } from '../../shared/export/annotated-docx.ts';
import { sentence } from '../../shared/words/words.ts';
import { type MarkedFile, cleanFile, initialsOf, markedFile } from './annotate.ts';
import type { Changes, Said, Writers } from './exports.ts';

export const writers: Writers = {
  opinion: async ({ paper, author, at }) => zipped(await opinionParts(paper, { author, at })),
  annotated: async ({ original, annotations, answers = [], changes }) => {
    const comments = annotations.map(({ range, replies = [], resolved = false, ...said }) => ({
      range,
      ...signed(said),
      replies: replies.map(signed),
      resolved,
    }));
    const answered = answers.map((answer) => ({ ...answer, replies: answer.replies.map(signed) }));
    return complete(markedFile(original, { comments, answers: answered, ...written(changes) }));
  },
  clean: async ({ original, changes }) => complete(cleanFile(original, written(changes))),
};

function signed({ text, author, at }: Said): WordReply {
  return { text, author, initials: initialsOf(author), ...wordTime(at) };
}

function written({ suggestions, rejected }: Changes): Omit<Markup, 'comments' | 'answers'> {
  return {
    edits: suggestions.map((suggestion) => ({ ...suggestion, date: wordTime(suggestion.at).date })),
    rejected: rejected.map(({ change, author, at }) => ({ change, author, date: wordTime(at).date })),
  };
}

/** A copy that lacks some of the suggestions must not leave the house unnoticed. */
function complete({ bytes, left }: MarkedFile): Uint8Array {
  if (left.length === 0) return bytes;
  throw new Failure(
    'invalid',
    sentence((all) => all.record.unwritable(left.length)),
  );
}

/** Whole seconds; Word shows a comment's date as it stands, so it is the time of this place. */
function wordTime(at: string): Readonly<{ date: string; utc: string }> {
  const moment = new Date(at);
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  const seconds = (time: Date): string => time.toISOString().slice(0, 19);
  return { date: seconds(local), utc: `${seconds(moment)}Z` };
}

/** The earliest time a ZIP can hold, so that the same parts give the same bytes. */
const epoch = new Date(1980, 0, 1);

/** Readers look for the content types first (ISO/IEC 29500-2, annex C). */
function zipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const types = '[Content_Types].xml';
  const ordered = [...parts].sort(([a], [b]) => Number(b === types) - Number(a === types));
  return zipSync(Object.fromEntries(ordered), { mtime: epoch, level: 6 });
}

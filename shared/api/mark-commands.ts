/** The commands by which a reviewer marks up a version: comments, suggestions, verdicts on tracked changes. */
import { z } from 'zod';
import type { Placement } from '../document/anchor.ts';
import { schemas } from '../review/events.ts';
import type { MatterState } from '../review/state.ts';
import { command, id, text } from './command.ts';

const place = { matter: id, version: id, document: z.int().min(0) };

export const markCommands = {
  'comment.add': command(
    'writes',
    z.strictObject({
      ...place,
      range: schemas.range,
      kind: schemas.commentKind,
      text: text.min(1),
    }),
  )<MatterState>(),
  'comment.revise': command(
    'writes',
    z.strictObject({ matter: id, comment: id, text: text.min(1), kind: schemas.commentKind.optional() }),
  )<MatterState>(),
  /** Where the comments on earlier versions stand in this one: each placed, moved or lost. */
  'comments.carried': command('reads', z.strictObject({ matter: id, version: id }))<readonly Carried[]>(),
  /** Places a comment on an earlier version in this one by hand. */
  'comment.place': command('writes', z.strictObject({ ...place, comment: id, range: schemas.range }))<MatterState>(),
  'comment.remove': command('writes', z.strictObject({ matter: id, comment: id }))<MatterState>(),
  /** Answers a comment, ours or one of the file's; a reply to a reply stands beneath the same comment. */
  'comment.reply': command(
    'writes',
    z.strictObject({ matter: id, to: schemas.threadHead, text: text.min(1) }),
  )<MatterState>(),
  'comment.resolve': command(
    'writes',
    z.strictObject({ matter: id, to: schemas.threadHead, resolved: z.boolean() }),
  )<MatterState>(),
  'reply.remove': command('writes', z.strictObject({ matter: id, reply: id }))<MatterState>(),

  /** What is suggested in one paragraph from now on; no edits withdraw what was. */
  'suggestions.set': command(
    'writes',
    z.strictObject({ ...place, block: id, edits: z.array(schemas.edit).max(10_000) }),
  )<MatterState>(),
  /** Agrees to a tracked change that came in the file, or rejects it; null takes the verdict back. */
  'change.judge': command(
    'writes',
    z.strictObject({ ...place, change: z.int().min(0), verdict: z.enum(['agreed', 'rejected']).nullable() }),
  )<MatterState>(),
} as const;

/** A comment on an earlier version in a later one. */
export type Carried = Readonly<{ comment: string; document: number; placement: Placement }>;

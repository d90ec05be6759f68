/** How a command is declared: its decoder, the type of its answer, whether it reads or writes. */
import { z } from 'zod';

/** `output` exists for its type alone. */
export function command<Schema extends z.ZodType, Access extends 'reads' | 'writes'>(access: Access, input: Schema) {
  return <Answer>() => ({ access, input, output: undefined as Answer });
}

export const id = z.string().min(1).max(100);
export const text = z.string().max(20_000);
export const line = z.string().max(400);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const day = z.iso.date();

import type { Document } from '../document/model.ts';
import type { DateFact } from './facts.ts';

export function readDates(_document: Document): DateFact[] {
  return [];
}

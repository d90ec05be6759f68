import type { Document } from '../document/model.ts';
import type { TableFact } from './facts.ts';

export function readTables(_document: Document): TableFact[] {
  return [];
}

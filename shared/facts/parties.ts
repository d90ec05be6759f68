import type { Document } from '../document/model.ts';
import type { Party } from './facts.ts';

export function readParties(_document: Document): Party[] {
  return [];
}

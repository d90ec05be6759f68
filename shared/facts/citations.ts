import type { Document } from '../document/model.ts';
import type { Citation } from './facts.ts';

export function readCitations(_document: Document): Citation[] {
  return [];
}

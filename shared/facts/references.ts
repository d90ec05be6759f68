import type { Document } from '../document/model.ts';
import type { Reference } from './facts.ts';

export function readReferences(_document: Document): Reference[] {
  return [];
}

import type { Document } from '../document/model.ts';
import type { Term } from './facts.ts';

export function readTerms(_document: Document): Term[] {
  return [];
}

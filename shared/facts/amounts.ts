import type { Document } from '../document/model.ts';
import type { Amount } from './facts.ts';

export function readAmounts(_document: Document): Amount[] {
  return [];
}

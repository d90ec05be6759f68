import type { Document } from '../document/model.ts';
import type { Percentage } from './facts.ts';

export function readPercentages(_document: Document): Percentage[] {
  return [];
}

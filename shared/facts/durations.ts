import type { Document } from '../document/model.ts';
import type { Duration } from './facts.ts';

export function readDurations(_document: Document): Duration[] {
  return [];
}

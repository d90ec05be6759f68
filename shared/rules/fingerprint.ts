/**
 * A finding's fingerprint: SHA-256 of rule id, quote and the sentence around it, normalised in
 * width and space, plus an ordinal among equals. It holds no offsets and no labels, so inserting a
 * clause above leaves it alone.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { readLabel } from '../document/clauses/label.ts';

/** Fingerprint of a finding with a place. `ordinal` counts equal ones from 0 in reading order. */
export function spanFingerprint(rule: string, quote: string, sentence: string, ordinal: number): string {
  return digest(['span', rule, wordsOf(quote), wordsOf(sentence), String(ordinal)]);
}

/** Fingerprint of a finding about the whole document: the rule and what is missing. */
export function documentFingerprint(rule: string, missing: string): string {
  return digest(['document', rule, missing]);
}

/** The words without the clause numbers that open them; a number that stands alone is what is meant. */
function wordsOf(text: string): string {
  let from = 0;
  for (let label = readLabel(text, from); label; label = readLabel(text, from)) from = label.content;
  return normalised(text.slice(from)) || normalised(text);
}

/** NFKC folds full-width forms; white space does not count. */
function normalised(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

function digest(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))));
}

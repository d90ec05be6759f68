import { describe, expect, it } from 'vitest';
import { creditCodeFault, idNumberFault } from './id-numbers.ts';

describe('creditCodeFault', () => {
  it.each([
    ['91000000MA1K00007K', null],
    ['91000000ma1k00007k', null],
    ['91000000MA1K000079', { kind: 'check', expected: 'K' }],
    ['91000000MA1K0000', { kind: 'length', length: 16 }],
    ['91000000MAIK00007O', { kind: 'letters', letters: 'IO' }],
  ])('%s', (code, fault) => expect(creditCodeFault(code)).toEqual(fault));
});

describe('idNumberFault', () => {
  it.each([
    ['11010519491231002X', null],
    ['11010519491231002x', null],
    ['110105194912310021', { kind: 'check', expected: 'X' }],
    ['110101199002301234', { kind: 'birth', birth: '1990-02-30' }],
    ['1101051949123100', { kind: 'length', length: 16 }],
    ['11010519491231A02X', { kind: 'form' }],
  ])('%s', (number, fault) => expect(idNumberFault(number)).toEqual(fault));
});

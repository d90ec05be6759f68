import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editedText, editsOf, misfit, piecesOf, suggested, writable } from './suggestion.ts';
import type { Edit, EditText, Piece, Suggestion } from './suggestion.ts';

const paragraph = { id: 'p1', text: '乙方应当在三十日内交货。' };
const replace = (from: number, to: number, ...text: EditText): Edit => ({
  kind: 'replace',
  span: { block: 'p1', from, to },
  text,
});

describe('a paragraph under edit', () => {
  it.each<[string, Edit[], string[]]>([
    ['an insertion', [replace(2, 2, '最迟')], ['乙方最迟应当在三十日内交货。']],
    ['a deletion', [replace(4, 8, '')], ['乙方应当内交货。']],
    ['a replacement', [replace(5, 7, '六十')], ['乙方应当在六十日内交货。']],
    ['a new paragraph', [replace(12, 12, '', '逾期的，支付违约金。')], [paragraph.text, '逾期的，支付违约金。']],
    ['a paragraph cut in two', [replace(4, 4, '；', '')], ['乙方应当；', '在三十日内交货。']],
    ['two at once', [replace(0, 2, '供应商'), replace(11, 12, '')], ['供应商应当在三十日内交货']],
  ])('reads %s', (_, edits, text) => {
    expect(misfit(paragraph, edits)).toBeNull();
    expect(editedText(paragraph, edits)).toEqual(text);
  });

  it('has what goes before what comes in its place', () => {
    expect(piecesOf(paragraph, [replace(5, 7, '六十')])).toEqual([
      { kind: 'kept', from: 0, to: 5 },
      { kind: 'removed', from: 5, to: 7 },
      { kind: 'added', text: '六十' },
      { kind: 'kept', from: 7, to: 12 },
    ]);
  });

  it.each<[string, Piece[], Edit[]]>([
    [
      'what goes and comes back the same is none',
      [
        { kind: 'kept', from: 0, to: 5 },
        { kind: 'removed', from: 5, to: 7 },
        { kind: 'added', text: '三十' },
        { kind: 'kept', from: 7, to: 12 },
      ],
      [],
    ],
    [
      'only what differs is marked',
      [
        { kind: 'kept', from: 0, to: 4 },
        { kind: 'removed', from: 4, to: 9 },
        { kind: 'added', text: '在六十日内' },
        { kind: 'kept', from: 9, to: 12 },
      ],
      [replace(5, 6, '六')],
    ],
    [
      'touching ones are one',
      [
        { kind: 'added', text: '本' },
        { kind: 'removed', from: 0, to: 1 },
        { kind: 'added', text: '合同' },
        { kind: 'removed', from: 1, to: 2 },
        { kind: 'kept', from: 2, to: 12 },
      ],
      [replace(0, 2, '本合同')],
    ],
  ])('is told by as little as possible: %s', (_, pieces, edits) => {
    expect(editsOf(paragraph, pieces)).toEqual(edits);
  });

  it.each<[string, Edit[], ReturnType<typeof misfit>]>([
    ['elsewhere', [{ kind: 'join', block: 'p2' }], 'elsewhere'],
    ['beyond its end', [replace(5, 13, '')], 'outside'],
    ['backwards', [replace(5, 4, '')], 'outside'],
    ['twice at one place', [replace(2, 4, ''), replace(4, 4, '可')], 'overlap'],
    [
      'its mark twice',
      [
        { kind: 'join', block: 'p1' },
        { kind: 'join', block: 'p1' },
      ],
      'overlap',
    ],
    ['nothing', [replace(2, 2, '')], 'empty'],
    ['an object', [replace(2, 2, '\ufffc')], 'unwritable'],
    ['a control character', [replace(2, 2, '\u0007')], 'unwritable'],
    ['half a character', [replace(2, 2, '\ud842')], 'unwritable'],
  ])('refuses an edit %s', (_, edits, fault) => {
    expect(misfit(paragraph, edits)).toBe(fault);
  });

  it('refuses to cut a character in two', () => {
    const pair = { id: 'p1', text: '𠮷日' };
    expect(misfit(pair, [replace(1, 2, '')])).toBe('outside');
    expect(
      editsOf(pair, [
        { kind: 'removed', from: 0, to: 2 },
        { kind: 'added', text: '𠮶' },
        { kind: 'kept', from: 2, to: 3 },
      ]),
    ).toEqual([replace(0, 2, '𠮶')]);
  });
});

describe('pasted text', () => {
  it.each<[string, string, readonly string[]]>([
    ['lines become paragraphs', '第一条\r\n第二条\n第三条', ['第一条', '第二条', '第三条']],
    ['what no paragraph can hold is left out', 'a\u0000b\ufffcc\ud842', ['abc']],
    ['tabs stay', '甲\t乙', ['甲\t乙']],
  ])('%s', (_, pasted, lines) => {
    expect(writable(pasted)).toEqual(lines);
  });
});

describe('edits become suggestions', () => {
  const ids = (): (() => string) => {
    let count = 0;
    return () => `new${(count += 1)}`;
  };
  const before: Suggestion[] = [{ ...replace(5, 6, '六'), id: 's1', author: '王芳', at: '2026-11-24T01:00:00.000Z' }];

  it('that stand as they stood keep name, author and time', () => {
    const by = { author: '李明', at: '2026-11-24T02:00:00.000Z', newId: ids() };
    expect(suggested(before, [replace(0, 2, '供应商'), replace(5, 6, '六')], by)).toEqual([
      { ...replace(0, 2, '供应商'), id: 'new1', author: '李明', at: by.at },
      before[0],
    ]);
  });

  it('that grew out of the same author’s keep their name, not out of another’s', () => {
    const at = '2026-11-24T02:00:00.000Z';
    const grown = [replace(5, 7, '六十五')];
    expect(suggested(before, grown, { author: '王芳', at, newId: ids() })[0]).toMatchObject({ id: 's1', at });
    expect(suggested(before, grown, { author: '李明', at, newId: ids() })[0]).toMatchObject({ id: 'new1' });
  });
});

/** Random acts of an editor on the pieces of one paragraph: type, delete, break, restore. */
const text = fc.stringMatching(/^[甲乙三十日内，。𠮷\t]{0,16}$/u);
const act = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), at: fc.nat(40), text: fc.stringMatching(/^[六本日𠮷]{1,3}$/u) }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(40), count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('break' as const), at: fc.nat(40) }),
  fc.record({ kind: fc.constant('restore' as const), at: fc.nat(40) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** One character or mark each: the plainest picture of an editor's paragraph, kept beside the real one. */
type Atom = Readonly<
  { kind: 'kept' | 'removed'; at: number; size: number } | { kind: 'added'; text: string } | { kind: 'break' }
>;

function atomsOf(source: string): Atom[] {
  let at = 0;
  return [...source].map((char) => {
    const atom = { kind: 'kept' as const, at, size: char.length };
    at += char.length;
    return atom;
  });
}

function acted(atoms: readonly Atom[], step: Act): Atom[] {
  const at = Math.min(step.at, atoms.length);
  switch (step.kind) {
    case 'type':
      return atoms.toSpliced(at, 0, ...[...step.text].map((char): Atom => ({ kind: 'added', text: char })));
    case 'break':
      return atoms.toSpliced(at, 0, { kind: 'break' });
    case 'delete':
      return atoms.flatMap((atom, index): Atom[] => {
        if (index < at || index >= at + step.count) return [atom];
        return atom.kind === 'kept' ? [{ ...atom, kind: 'removed' }] : atom.kind === 'removed' ? [atom] : [];
      });
    case 'restore':
      return atoms.map((atom, index) => (index === at && atom.kind === 'removed' ? { ...atom, kind: 'kept' } : atom));
  }
}

const pieceOf = (atom: Atom): Piece =>
  'at' in atom ? { kind: atom.kind, from: atom.at, to: atom.at + atom.size } : atom;

const readingOf = (source: string, atoms: readonly Atom[]): string[] =>
  atoms
    .map((atom) => {
      if (atom.kind === 'break') return '\n';
      if (atom.kind === 'added') return atom.text;
      return atom.kind === 'kept' ? source.slice(atom.at, atom.at + atom.size) : '';
    })
    .join('')
    .split('\n');

describe('any sequence of edits', () => {
  it('keeps the text of the version, reads as typed, and is told by edits that fit', () => {
    fc.assert(
      fc.property(text, fc.array(act, { maxLength: 12 }), (source, steps) => {
        const block = { id: 'p1', text: source };
        const atoms = steps.reduce(acted, atomsOf(source));
        const edits = editsOf(block, atoms.map(pieceOf));
        expect(misfit(block, edits)).toBeNull();
        const pieces = piecesOf(block, edits);
        const kept = pieces.flatMap((piece) =>
          piece.kind === 'kept' || piece.kind === 'removed' ? [source.slice(piece.from, piece.to)] : [],
        );
        expect(kept.join('')).toBe(source);
        expect(editedText(block, edits)).toEqual(readingOf(source, atoms));
        expect(editsOf(block, pieces)).toEqual(edits);
        for (const withdrawn of edits) {
          const rest = edits.filter((edit) => edit !== withdrawn);
          expect(misfit(block, rest)).toBeNull();
          expect(editsOf(block, piecesOf(block, [...rest, withdrawn]))).toEqual(edits);
        }
      }),
      { numRuns: 10_000, seed: 4 },
    );
  });
});

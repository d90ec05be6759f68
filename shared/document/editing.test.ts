import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited, liveAt, selectedText, shownAt, widthOf } from './editing.ts';
import type { EditAct, EditPlace, EditSelection, Ground } from './editing.ts';
import { editedText, misfit, piecesOf } from './suggestion.ts';
import type { Edit, EditText } from './suggestion.ts';

/** Three paragraphs of the body, two in a cell, one after the table. */
const texts: Readonly<Record<string, string>> = {
  p1: '乙方应当在三十日内交货。',
  p2: '甲方付款。',
  p3: '\uFFFC见图𠮷样',
  p4: '单价',
  p5: '',
  p6: 'pay in 30 days',
};
const order = Object.keys(texts);

function groundOf(said: Readonly<Record<string, string>>): Ground {
  const pairs = [
    ['p1', 'p2'],
    ['p2', 'p3'],
    ['p4', 'p5'],
  ] as const;
  return {
    order,
    rank: new Map(order.map((id, at) => [id, at])),
    paragraphs: new Map(order.map((id) => [id, { id, text: said[id] ?? '' }])),
    after: new Map(pairs),
    before: new Map(pairs.map(([one, next]) => [next, one])),
  };
}

type Desk = ReadonlyMap<string, readonly Edit[]>;

const at = (block: string, place: number): EditPlace => ({ block, at: place });
const caret = (block: string, place: number): EditSelection => ({ from: at(block, place), to: at(block, place) });
const type = (...text: EditText): EditAct => ({ kind: 'insert', text });
const back: EditAct = { kind: 'erase', unit: 'character', backward: true };
const forward: EditAct = { kind: 'erase', unit: 'character', backward: false };

/** Acts one after another, each at the caret that the one before left, unless it says where. */
function after(...steps: readonly (EditAct | EditSelection)[]): Readonly<{ desk: Desk; caret: EditPlace }> {
  const ground = groundOf(texts);
  let desk: Desk = new Map();
  let selection = caret('p1', 0);
  for (const step of steps) {
    if ('from' in step) {
      selection = step;
      continue;
    }
    const done = edited(ground, (block) => desk.get(block) ?? [], selection, step);
    if (!done) continue;
    desk = new Map([...desk, ...done.edits]);
    selection = { from: done.caret, to: done.caret };
  }
  return { desk, caret: selection.from };
}

function reading(desk: Desk, block: string): string {
  const edits = desk.get(block) ?? [];
  const joined = edits.some(({ kind }) => kind === 'join') ? '+' : '';
  return editedText({ id: block, text: texts[block] ?? '' }, edits).join('¶') + joined;
}

describe('an act of an editor', () => {
  it.each<[string, readonly (EditAct | EditSelection)[], Readonly<Record<string, string>>, EditPlace]>([
    ['typing', [caret('p1', 2), type('最'), type('迟')], { p1: '乙方最迟应当在三十日内交货。' }, at('p1', 4)],
    ['backspace marks, and steps over', [caret('p1', 4), back, back], { p1: '乙方在三十日内交货。' }, at('p1', 2)],
    ['delete marks, and steps over', [caret('p1', 2), forward, forward], { p1: '乙方在三十日内交货。' }, at('p1', 4)],
    [
      'what was typed is erased without a trace',
      [caret('p1', 2), type('最'), back],
      { p1: texts['p1'] ?? '' },
      at('p1', 2),
    ],
    [
      'typing over a selection',
      [{ from: at('p1', 5), to: at('p1', 7) }, type('六十')],
      // 三十 becomes 六十: only 三 is replaced.
      { p1: '乙方应当在六十日内交货。' },
      at('p1', 8),
    ],
    [
      'a new paragraph',
      [caret('p1', 12), type('', ''), type('另')],
      { p1: '乙方应当在三十日内交货。¶另' },
      at('p1', 14),
    ],
    ['a new mark is taken back', [caret('p1', 4), type('', ''), back], { p1: texts['p1'] ?? '' }, at('p1', 4)],
    ['backspace at the start joins', [caret('p2', 0), back], { p1: `${texts['p1']}+`, p2: '甲方付款。' }, at('p1', 12)],
    ['backspace goes on beyond', [caret('p2', 0), back, back], { p1: '乙方应当在三十日内交货+' }, at('p1', 11)],
    [
      'delete at the end joins and goes on',
      [caret('p1', 12), forward, forward],
      { p1: `${texts['p1']}+`, p2: '方付款。' },
      at('p2', 1),
    ],
    ['nothing joins a cell', [caret('p4', 0), back, caret('p5', 0), forward], { p4: '单价', p5: '' }, at('p5', 0)],
    ['nor the paragraph before a table', [caret('p3', 6), forward], { p3: texts['p3'] ?? '' }, at('p3', 6)],
    ['an object goes as one', [caret('p3', 1), back], { p3: '见图𠮷样' }, at('p3', 0)],
    ['a character of two units goes as one', [caret('p3', 5), back], { p3: '\uFFFC见图样' }, at('p3', 3)],
    [
      'a selection over paragraphs',
      [{ from: at('p1', 4), to: at('p3', 1) }, back],
      { p1: '乙方应当+', p2: '+', p3: '见图𠮷样' },
      at('p1', 4),
    ],
    [
      'a selection into a cell keeps the walls',
      [{ from: at('p3', 3), to: at('p4', 1) }, type('某')],
      { p3: '\uFFFC见图某', p4: '价' },
      at('p3', 7),
    ],
    ['pasted lines', [caret('p2', 2), type('一', '二', '三')], { p2: '甲方一¶二¶三付款。' }, at('p2', 7)],
    [
      'a word back',
      [caret('p6', 9), { kind: 'erase', unit: 'word', backward: true }],
      { p6: 'pay in  days' },
      at('p6', 7),
    ],
    [
      'a word ahead, with the space before it',
      [caret('p6', 3), { kind: 'erase', unit: 'word', backward: false }],
      { p6: 'pay 30 days' },
      at('p6', 6),
    ],
    [
      'a line back, then its paragraph mark',
      [
        caret('p2', 2),
        { kind: 'erase', unit: 'line', backward: true },
        { kind: 'erase', unit: 'line', backward: true },
      ],
      { p1: `${texts['p1']}+`, p2: '付款。' },
      at('p1', 12),
    ],
  ])('%s', (_, steps, expected, place) => {
    const done = after(...steps);
    for (const [block, text] of Object.entries(expected)) expect(reading(done.desk, block)).toBe(text);
    expect(done.caret).toEqual(place);
  });

  it('at the start of everything is none', () => {
    expect(edited(groundOf(texts), () => [], caret('p1', 0), back)).toBeNull();
  });

  it('is copied as it will read', () => {
    const { desk } = after(caret('p1', 4), back, type('须'), caret('p2', 5), type('款到发货。'));
    const selection = { from: at('p1', 2), to: at('p2', 7) };
    expect(selectedText(groundOf(texts), (block) => desk.get(block) ?? [], selection)).toBe(
      '应须在三十日内交货。\n甲方付款。款到',
    );
  });
});

/** The plainest editor there is: strings, and which paragraph marks are gone. */
type Plain = Readonly<{ lines: Readonly<Record<string, string>>; joined: ReadonlySet<string> }>;

const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

function plainly(ground: Ground, { lines, joined }: Plain, from: EditPlace, to: EditPlace, act: EditAct): Plain {
  const read = (block: string): string => lines[block] ?? '';
  if (from.block !== to.block || from.at !== to.at) {
    const inside = order.slice(order.indexOf(from.block), order.indexOf(to.block) + 1);
    const put = act.kind === 'insert' ? act.text.join('\n') : '';
    const cut = inside.map((block): [string, string] => {
      const head = block === from.block ? read(block).slice(0, from.at) + put : '';
      return [block, head + (block === to.block ? read(block).slice(to.at) : '')];
    });
    const marks = inside.filter((block) => inside.includes(ground.after.get(block) ?? ''));
    return { lines: { ...lines, ...Object.fromEntries(cut) }, joined: new Set([...joined, ...marks]) };
  }
  const { block, at: place } = from;
  const [head, tail] = [read(block).slice(0, place), read(block).slice(place)];
  const become = (text: string): Plain => ({ lines: { ...lines, [block]: text }, joined });
  if (act.kind === 'insert') return become(head + act.text.join('\n') + tail);
  if (act.backward) {
    if (head !== '') return become(graphemes(head).slice(0, -1).join('') + tail);
    const previous = ground.before.get(block);
    if (previous === undefined) return { lines, joined };
    if (!joined.has(previous)) return { lines, joined: new Set([...joined, previous]) };
    const end = { block: previous, at: read(previous).length };
    return plainly(ground, { lines, joined }, end, end, act);
  }
  if (tail !== '') return become(head + graphemes(tail).slice(1).join(''));
  const next = ground.after.get(block);
  if (next === undefined) return { lines, joined };
  if (!joined.has(block)) return { lines, joined: new Set([...joined, block]) };
  return plainly(ground, { lines, joined }, { block: next, at: 0 }, { block: next, at: 0 }, act);
}

const place = fc.record({ block: fc.constantFrom(...order), at: fc.nat(20), side: fc.constantFrom('before', 'after') });
const act = fc.oneof(
  fc
    .array(fc.stringMatching(/^[六本日𠮷a ]{0,3}$/u), { minLength: 1, maxLength: 3 })
    .map(([first, ...rest]): EditAct => ({ kind: 'insert', text: [first ?? '', ...rest] })),
  fc.boolean().map((backward): EditAct => ({ kind: 'erase', unit: 'character', backward })),
);

describe('any sequence of acts', () => {
  it('reads as a plain editor would have it, and keeps the version', () => {
    const text = fc.stringMatching(/^[甲乙三十日内，。𠮷\t\uFFFC]{0,10}$/u);
    const document = fc.record(Object.fromEntries(order.map((id) => [id, text])));
    const step = fc.record({ one: place, other: fc.option(place), act });
    fc.assert(
      fc.property(document, fc.array(step, { maxLength: 12 }), (said, steps) => {
        const ground = groundOf(said);
        let desk: Desk = new Map();
        let plain: Plain = { lines: said, joined: new Set() };
        for (const { one, other, act: doing } of steps) {
          /** A whole character of what the paragraph reads, and one of the sides of removed text there. */
          const settle = (wish: typeof one): readonly [EditPlace, EditPlace] => {
            const line = plain.lines[wish.block] ?? '';
            const live = graphemes(line).slice(0, wish.at).join('').length;
            const pieces = piecesOf({ id: wish.block, text: said[wish.block] ?? '' }, desk.get(wish.block) ?? []);
            const shown = shownAt(pieces, live, wish.side as 'before' | 'after');
            expect(liveAt(pieces, shown)).toBe(live);
            expect(shown).toBeLessThanOrEqual(widthOf(pieces));
            return [at(wish.block, live), at(wish.block, shown)];
          };
          const [[liveOne, shownOne], [liveOther, shownOther]] = [settle(one), settle(other ?? one)];
          const rank = order.indexOf(liveOne.block) - order.indexOf(liveOther.block);
          const turned = rank > 0 || (rank === 0 && shownOne.at > shownOther.at);
          const [liveFrom, liveTo] = turned ? [liveOther, liveOne] : [liveOne, liveOther];
          const [from, to] = turned ? [shownOther, shownOne] : [shownOne, shownOther];
          // A selection of removed text alone is none to a plain editor.
          if (from.block === to.block && liveFrom.at === liveTo.at && from.at !== to.at) continue;
          const done = edited(ground, (block) => desk.get(block) ?? [], { from, to }, doing);
          plain = plainly(ground, plain, liveFrom, liveTo, doing);
          if (done) desk = new Map([...desk, ...done.edits]);
          for (const id of order) {
            const paragraph = { id, text: said[id] ?? '' };
            const edits = desk.get(id) ?? [];
            expect(misfit(paragraph, edits)).toBeNull();
            expect(editedText(paragraph, edits).join('\n')).toBe(plain.lines[id]);
            expect(edits.some(({ kind }) => kind === 'join')).toBe(plain.joined.has(id));
            const pieces = piecesOf(paragraph, edits);
            const kept = pieces.map((piece) => ('from' in piece ? paragraph.text.slice(piece.from, piece.to) : ''));
            expect(kept.join('')).toBe(paragraph.text);
          }
        }
      }),
      { numRuns: 10_000, seed: 4 },
    );
  });
});

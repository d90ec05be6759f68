import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../tests/support/random.ts';
import { seededEdits } from '../../tests/support/seeded-edits.ts';
import { apply, movedRange, workingPlace } from './apply.ts';
import type { Document } from './model.ts';
import { sample } from './sample.ts';
import { type Edit, editedText } from './suggestion.ts';
import { allParagraphs, flowsOf } from './walk.ts';

const replace = (block: string, from: number, to: number, ...text: [string, ...string[]]): Edit => ({
  kind: 'replace',
  span: { block, from, to },
  text,
});
const join = (block: string): Edit => ({ kind: 'join', block });

const { document } = sample(
  '第一条 甲方付款。\n第二条 乙方交货。\n| 品名 | 单价 |\n| 货架 | 八百元 |\n第三条 争议由法院处理。\n𠮷田物流',
);

const textsOf = (of: Document): (readonly [string, string])[] => allParagraphs(of).map(({ id, text }) => [id, text]);

describe('the working text', () => {
  const [first, second] = allParagraphs(document);
  const next = allParagraphs(document).filter(({ region }) => region.kind === 'body')[2];

  it.each<[string, Edit[], (readonly [string, string])[]]>([
    ['of a replacement', [replace('p1', 6, 9, '以转账方式付清价款')], [['p1', '第一条 甲方以转账方式付清价款']]],
    [
      'of a new paragraph',
      [replace('p1', 9, 9, '', '逾期的，每日加收违约金。')],
      [
        ['p1', '第一条 甲方付款。'],
        ['p1.1', '逾期的，每日加收违约金。'],
      ],
    ],
    [
      'of eleven',
      [replace('p1', 9, 9, ...(Array.from({ length: 12 }, () => '项') as [string]))],
      [
        ['p1', '第一条 甲方付款。项'],
        ...Array.from({ length: 11 }, (_, at) => [`p1.${String(at + 1).padStart(2, '0')}`, '项'] as const),
      ],
    ],
    ['of a paragraph that goes', [replace('p1', 0, 9, ''), join('p1')], [['p2', '第二条 乙方交货。']]],
    [
      'over two paragraphs',
      [replace('p1', 8, 9, '，'), join('p1'), replace('p2', 0, 4, '')],
      [['p2', '第一条 甲方付款，乙方交货。']],
    ],
  ])('%s', (_, edits, wanted) => {
    expect(textsOf(apply(document, edits).document).slice(0, wanted.length)).toEqual(wanted);
  });

  it('reads its clauses anew', () => {
    const labels = (of: Document): string[] => of.clauses.map(({ label }) => label);
    expect(labels(document)).toEqual(['第一条', '第二条', '第三条']);
    expect(labels(apply(document, [replace(next?.id ?? '', 0, 3, '第四条')]).document)).toEqual([
      '第一条',
      '第二条',
      '第四条',
    ]);
  });

  it('has its places where the version had them', () => {
    const { places } = apply(document, [replace('p1', 4, 6, '买受人'), join('p1'), replace('p2', 0, 4, '')]);
    expect(first?.text.length).toBe(9);
    expect(second?.text.length).toBe(9);
    expect(workingPlace(places, { block: 'p1', offset: 7 }, 'start')).toEqual({ block: 'p2', offset: 8 });
    expect(workingPlace(places, { block: 'p2', offset: 4 }, 'start')).toEqual({ block: 'p2', offset: 10 });
    expect(movedRange(places, [{ block: 'p1', from: 2, to: 9 }])).toEqual([{ block: 'p2', from: 2, to: 10 }]);
    expect(movedRange(places, [{ block: 'p1', from: 4, to: 6 }])).toBeNull();
  });
});

/** What a flow reads, by the edits alone. */
function wantedOf(of: Document, edits: readonly Edit[]): string[][] {
  return flowsOf(of).map((flow) => {
    const texts: string[] = [];
    let open = '';
    for (const block of flow) {
      if (block.kind === 'table') continue;
      const own = edits.filter((edit) => (edit.kind === 'join' ? edit.block : edit.span.block) === block.id);
      const [head, ...rest] = editedText(block, own);
      texts.push(open + head, ...rest);
      open = own.some(({ kind }) => kind === 'join') ? (texts.pop() ?? '') : '';
    }
    return texts;
  });
}

describe('any edits', () => {
  const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
  it('read as they say, with formats over all their text, and know where every place went', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const edits = seededEdits(document, 6, random(seed)).flatMap((act) => act.edits);
        const { document: working, places } = apply(document, edits);
        const read = flowsOf(working).map((flow) =>
          flow.flatMap((one) => (one.kind === 'paragraph' ? [one.text] : [])),
        );
        expect(read).toEqual(wantedOf(document, edits));
        const byId = new Map(allParagraphs(working).map((one) => [one.id, one]));
        expect(byId.size).toBe(allParagraphs(working).length);
        for (const { text, runs } of byId.values()) {
          expect(runs.reduce((end, run) => (run.from === end ? run.to : -1), 0)).toBe(text.length);
        }
        for (const { id, text } of allParagraphs(document)) {
          const stretches = places.get(id) ?? [];
          expect(stretches.reduce((end, one) => (one.from === end ? one.to : -1), 0)).toBe(text.length);
          for (const { from, to, block, at, kept } of stretches) {
            const there = byId.get(block)?.text;
            expect(there).toBeDefined();
            if (kept) expect(there?.slice(at, at + to - from)).toBe(text.slice(from, to));
          }
        }
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it('withdrawn and carried out again give the same, in whatever order they are named', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const acts = seededEdits(document, 6, random(seed));
        const all = acts.flatMap((act) => act.edits);
        expect(apply(document, []).document).toEqual(document);
        for (const withdrawn of acts) {
          const rest = acts.filter((act) => act !== withdrawn).flatMap((act) => act.edits);
          const reads = flowsOf(apply(document, rest).document).map((flow) =>
            flow.flatMap((one) => (one.kind === 'paragraph' ? [one.text] : [])),
          );
          expect(reads).toEqual(wantedOf(document, rest));
          expect(apply(document, [...withdrawn.edits, ...rest]).document).toEqual(apply(document, all).document);
        }
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});

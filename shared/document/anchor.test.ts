import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAnchor } from './anchor.ts';
import type { Anchor, Placement } from './anchor.ts';
import type { Document, Range, Span } from './model.ts';
import { sample } from './sample.ts';
import { allParagraphs } from './walk.ts';

const context = 32;

/** The anchor of what `‹…›` marks, one span a mark. */
function anchorIn(notation: string): Anchor {
  const { document, marks } = sample(notation);
  const [first, ...rest] = marks;
  if (!first) throw new Error('nothing is marked');
  const last = rest.at(-1) ?? first;
  const text = ({ block }: Span): string => allParagraphs(document).find(({ id }) => id === block)?.text ?? '';
  return {
    range: [first, ...rest],
    quotes: marks.map((span) => text(span).slice(span.from, span.to)),
    before: text(first).slice(Math.max(0, first.from - context), first.from),
    after: text(last).slice(last.to, last.to + context),
  };
}

const read = (document: Document, range: Range): string =>
  range
    .map(({ block, from, to }) =>
      allParagraphs(document)
        .find(({ id }) => id === block)
        ?.text.slice(from, to),
    )
    .join('\n');

function outcome(before: string, after: string): string {
  const { document } = sample(after);
  const placement: Placement = placeAnchor(anchorIn(before), document);
  return placement.kind === 'lost' ? 'lost' : `${placement.kind}: ${read(document, placement.range)}`;
}

describe('a marked place in the next version', () => {
  it.each([
    [
      'is placed where nothing changed',
      '第三条 乙方应在‹三十日内›交货。',
      '第三条 乙方应在三十日内交货。',
      'placed: 三十日内',
    ],
    [
      'is placed when clauses came in above',
      '第三条 乙方应在‹三十日内›交货。',
      '第一条 总则。\n第二条 定义。\n第四条 乙方应在三十日内交货。',
      'placed: 三十日内',
    ],
    [
      'is told from its like by what stands around it',
      '甲方应在三十日内付款。\n乙方应在‹三十日内›交货。',
      '乙方应在三十日内交货。\n甲方应在三十日内付款。',
      'placed: 三十日内',
    ],
    [
      'is told from its like by its place when all else is alike',
      '甲方盖章。\n乙方盖章。\n‹甲方盖章。›',
      '甲方盖章。\n乙方盖章。\n甲方盖章。',
      'placed: 甲方盖章。',
    ],
    [
      'has moved when its surroundings are others',
      '乙方迟延的，‹每日按合同总价的千分之五支付违约金›，并继续履行。',
      '补充约定：交付不合格的，每日按合同总价的千分之五支付违约金。',
      'moved: 每日按合同总价的千分之五支付违约金',
    ],
    [
      'has moved when it was reworked',
      '乙方迟延的，‹每日按合同总价的千分之五支付违约金›，并继续履行。',
      '乙方迟延的，每日按合同总价的万分之三支付违约金，并继续履行。',
      'moved: 每日按合同总价的万分之三支付违约金',
    ],
    ['is lost when it was taken out', '第三条 乙方应在‹三十日内›交货。\n第四条 付款。', '第三条 付款。', 'lost'],
    [
      'is lost rather than put on another that reads alike by chance',
      '甲方‹应当›验收。',
      '乙方应当配合调查，双方另行协商解决。',
      'lost',
    ],
    [
      'over paragraphs is placed from its first to its last',
      '甲方的义务：‹提供场地；›\n‹提供电源。›\n乙方的义务：施工。',
      '总则。\n甲方的义务：提供场地；\n提供电源。\n乙方的义务：施工。',
      'placed: 提供场地；\n提供电源。',
    ],
    [
      'over paragraphs has moved when one came in between',
      '甲方的义务如下：‹提供施工场地；›\n‹提供临时电源。›\n乙方的义务：施工。',
      '甲方的义务如下：提供施工场地；\n提供图纸；\n提供临时电源。\n乙方的义务：施工。',
      'moved: 提供施工场地；\n提供图纸；\n提供临时电源。',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(outcome(before, after)).toBe(expected);
  });
});

const line = fc.stringMatching(/^[甲乙丙方应当在日内付款交货验收合格，。三五十]{4,30}$/u);

describe('any change around it', () => {
  it('keeps the place of a telling quote, whatever comes in before and after', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 8 }), (above, below) => {
        const marked = '第七条 除不可抗力外，‹供应商逾期供应的按日支付违约金›，直至供应完毕。';
        const next = [...above, marked.replace(/[‹›]/gu, ''), ...below].join('\n');
        expect(outcome(marked, next)).toBe('placed: 供应商逾期供应的按日支付违约金');
      }),
    );
  });

  it('answers a place that exists, or none', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fc.array(line, { minLength: 1, maxLength: 6 }),
        (old, pick, next) => {
          const at = pick % old.length;
          const marked = old.map((text, index) => (index === at ? `${text.slice(0, 2)}‹${text.slice(2)}›` : text));
          const { document } = sample(next.join('\n'));
          const placement = placeAnchor(anchorIn(marked.join('\n')), document);
          if (placement.kind === 'lost') return;
          for (const { block, from, to } of placement.range) {
            const { length } = allParagraphs(document).find(({ id }) => id === block)?.text ?? '';
            expect(from >= 0 && from < to && to <= length).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

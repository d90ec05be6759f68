/** A selection as it came from the page, checked against the document and given what it held. */
import { Failure } from '../../shared/api/errors.ts';
import type { Document, Range } from '../../shared/document/model.ts';
import { paragraphIndex } from '../../shared/document/sentence.ts';
import { splitsPair } from '../../shared/document/suggestion.ts';
import { allParagraphs, compareSpans } from '../../shared/document/walk.ts';
import type { Anchor } from '../../shared/document/anchor.ts';
import { sentence } from '../../shared/words/words.ts';

/** Characters kept before and after, to find the place again in the next version. */
const context = 32;

/** Rejects with `invalid` a range that is empty, out of order, or does not fit the document. */
export function anchored(document: Document, range: Range): Anchor {
  const paragraphs = paragraphIndex(allParagraphs(document));
  const quotes = range.map((span, at) => {
    const text = paragraphs.get(span.block)?.text ?? misfit();
    const before = range[at - 1];
    const ordered =
      !before || (compareSpans(before, span) < 0 && !(before.block === span.block && before.to > span.from));
    const sound =
      span.from <= span.to && span.to <= text.length && !splitsPair(text, span.from) && !splitsPair(text, span.to);
    return ordered && sound ? text.slice(span.from, span.to) : misfit();
  });
  if (quotes.join('') === '') {
    throw new Failure(
      'invalid',
      sentence((words) => words.record.emptyRange),
    );
  }
  const [first] = range;
  const last = range.at(-1) ?? first;
  const before = paragraphs.get(first.block)?.text.slice(Math.max(0, first.from - context), first.from) ?? '';
  const after = paragraphs.get(last.block)?.text.slice(last.to, last.to + context) ?? '';
  return { range: [first, ...range.slice(1)], quotes, before, after };
}

function misfit(): never {
  throw new Failure(
    'invalid',
    sentence((words) => words.record.badRange),
  );
}

import fc from 'fast-check';
import { $create, $getNodeByKey, $getRoot, createEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import { edited, groundOf, selectedText, shownAt, widthOf } from '../../shared/document/editing.ts';
import type { EditAct, EditPlace } from '../../shared/document/editing.ts';
import type { Document, Paragraph } from '../../shared/document/model.ts';
import { sample } from '../../shared/document/sample.ts';
import { editedText, piecesOf } from '../../shared/document/suggestion.ts';
import type { Edit, EditText, Suggestion } from '../../shared/document/suggestion.ts';
import { allParagraphs } from '../../shared/document/walk.ts';
import { DocumentParagraphNode } from './nodes/block-nodes.ts';
import { $fillParagraph, documentNodes } from './nodes/build.ts';
import type { Surroundings } from './nodes/build.ts';
import { SuggestedTextNode } from './nodes/suggested-nodes.ts';
import { DrawnNode, RemovedTextNode } from './nodes/text-nodes.ts';
import { suggestedPieces } from './suggested.ts';

const base = allParagraphs(sample('甲方应当于三十日内付款').document)[0] as Paragraph;
const by = { id: 's1', author: '王芳', at: '2026-11-24T01:00:00.000Z' };
const replace = (from: number, to: number, ...text: EditText): Suggestion => ({
  kind: 'replace',
  span: { block: base.id, from, to },
  text,
  ...by,
});

/** Pieces in one line: removed in brackets, added in braces, the file's own deletions in bars. */
function drawn(paragraph: Paragraph, suggestions: readonly Suggestion[], host: number | null = null): string {
  return suggestedPieces(paragraph, suggestions, host)
    .map((shown) => {
      if (shown.kind === 'host') return '^';
      if (shown.kind === 'break') return '{¶}';
      if (shown.kind === 'added') return `{${shown.text}}`;
      const { piece, gone } = shown;
      const said = piece.kind === 'removed' ? `|${piece.text}|` : piece.kind === 'text' ? piece.text : '▢';
      return gone ? `[${said}]` : said;
    })
    .join('');
}

describe('a paragraph under suggestions', () => {
  const twoRuns: Paragraph = {
    ...base,
    runs: [
      { from: 0, to: 6, format: 0 },
      { from: 6, to: 11, format: 0 },
    ],
  };
  const changed: Paragraph = {
    ...base,
    inserted: [{ from: 5, to: 8, change: 0 }],
    removed: [{ at: 5, text: '六十', change: 1, format: 0 }],
  };
  const pictured: Paragraph = {
    ...base,
    text: '见\uFFFC图',
    runs: [{ from: 0, to: 3, format: 0 }],
    objects: [{ at: 1, kind: 'other', name: '公章' }],
  };
  test.each<[string, Paragraph, Suggestion[], number | null, string]>([
    ['nothing', base, [], null, '甲方应当于三十日内付款'],
    ['a replacement', base, [replace(5, 7, '六十')], null, '甲方应当于[三十]{六十}日内付款'],
    ['a removal across runs', twoRuns, [replace(4, 8, '')], null, '甲方应当[于三][十日]内付款'],
    ['a new mark at the end', base, [replace(11, 11, '。', '')], null, '甲方应当于三十日内付款{。}{¶}'],
    ['beside changes of the file', changed, [replace(5, 6, '四')], null, '甲方应当于[|六十|][三]{四}十日内付款'],
    ['an object that goes', pictured, [replace(1, 2, '')], null, '见[▢]图'],
    ['a place to compose in what stands', base, [], 2, '甲方^应当于三十日内付款'],
    ['in what was added', base, [replace(2, 2, '最迟')], 3, '甲方{最}^{迟}应当于三十日内付款'],
    ['at the start', base, [], 0, '^甲方应当于三十日内付款'],
    ['at the end', base, [], 11, '甲方应当于三十日内付款^'],
    ['behind an object', pictured, [], 2, '见▢^图'],
    ['in an empty paragraph', { ...base, text: '', runs: [] }, [], 0, '^'],
  ])('shows %s', (_, paragraph, suggestions, host, expected) => {
    expect(drawn(paragraph, suggestions, host)).toBe(expected);
  });

  test('is signed by who suggests it', () => {
    const pieces = suggestedPieces(base, [replace(0, 2, ''), { ...replace(5, 7, '六十'), author: '李明' }]);
    expect(
      pieces.flatMap((shown) =>
        shown.kind === 'said' ? (shown.gone?.author ?? []) : 'by' in shown ? shown.by.author : [],
      ),
    ).toEqual(['王芳', '李明', '李明']);
  });
});

/** Random acts on a document with a table and an object, drawn in the reader's own nodes after each. */
describe('the nodes of the reader', () => {
  const { document: plain } = sample('采购合同\n乙方应当于三十日内交货。\n| 品名 | 单价 |\n| 档案柜 | 2,300 |\n盖章：');
  const document: Document = {
    ...plain,
    body: plain.body.map((block) =>
      block.kind === 'paragraph' && block.text === '盖章：'
        ? {
            ...block,
            text: '盖章\uFFFC：',
            runs: [{ from: 0, to: 4, format: 0 }],
            objects: [{ at: 2, kind: 'other' as const, name: '公章' }],
          }
        : block,
    ),
  };
  const paragraphs = allParagraphs(document);
  const ground = groundOf(
    document,
    paragraphs.map(({ id }) => id),
  );

  const place = fc.record({ at: fc.nat(30), block: fc.nat(paragraphs.length - 1) });
  const act = fc.oneof(
    fc
      .array(fc.constantFrom('', '六', '本合同', '𠮷', ' '), { minLength: 1, maxLength: 3 })
      .map(([first = '', ...rest]): EditAct => ({ kind: 'insert', text: [first, ...rest] })),
    fc.record({
      kind: fc.constant('erase' as const),
      unit: fc.constantFrom('character' as const, 'word' as const, 'line' as const),
      backward: fc.boolean(),
    }),
  );

  test('hold, kept and removed together, what the version says, whatever is done', { timeout: 300_000 }, () => {
    const editor = createEditor({ namespace: 'test', editable: false, nodes: documentNodes, onError: raise });
    let desk = new Map<string, readonly Edit[]>();
    const now = (block: string): readonly Edit[] => desk.get(block) ?? [];
    const around = {
      document,
      title: null,
      mediaUrl: () => '',
      suggestions: (block: string) => now(block).map((edit): Suggestion => ({ ...edit, ...by })),
      words: {} as Surroundings['words'],
    };
    const nodes = new Map<string, string>();
    editor.update(
      () => {
        for (const { id } of paragraphs) {
          const node = $create(DocumentParagraphNode);
          $getRoot().append(node);
          nodes.set(id, node.getKey());
        }
      },
      { discrete: true },
    );
    const redraw = (ids: Iterable<string>): void =>
      editor.update(
        () => {
          for (const id of ids) {
            const node = $getNodeByKey(nodes.get(id) ?? '');
            const paragraph = ground.paragraphs.get(id);
            if (node instanceof DocumentParagraphNode && paragraph)
              $fillParagraph(around, node, paragraph as Paragraph);
          }
        },
        { discrete: true },
      );
    const shownPlace = ({ block, at }: Readonly<{ block: number; at: number }>): EditPlace => {
      const paragraph = paragraphs[block] as Paragraph;
      const pieces = piecesOf(paragraph, now(paragraph.id));
      // On a whole character of what is shown.
      const live = [...editedText(paragraph, now(paragraph.id)).join('\n')].slice(0, at).join('').length;
      return { block: paragraph.id, at: Math.min(shownAt(pieces, live, 'after'), widthOf(pieces)) };
    };
    fc.assert(
      fc.property(
        fc.array(fc.record({ one: place, other: fc.option(place), act }), { minLength: 1, maxLength: 5 }),
        (steps) => {
          const dirty = [...desk.keys()];
          desk = new Map();
          redraw(dirty);
          for (const step of steps) {
            const ends = [shownPlace(step.one), shownPlace(step.other ?? step.one)].toSorted(
              (a, b) => (ground.rank.get(a.block) ?? 0) - (ground.rank.get(b.block) ?? 0) || a.at - b.at,
            );
            const [from, to] = ends as [EditPlace, EditPlace];
            const done = edited(ground, now, { from, to }, step.act);
            if (!done) continue;
            desk = new Map([...desk, ...done.edits]);
            redraw(done.edits.keys());
            for (const id of done.edits.keys()) {
              const paragraph = paragraphs.find((one) => one.id === id) as Paragraph;
              const read = editor.read(() => readBack(nodes.get(id) ?? ''));
              const [said, reads] = [paragraph.text, editedText(paragraph, now(id))];
              expect(read.version).toBe(said.replaceAll('\uFFFC', ''));
              expect(read.drawn).toBe(paragraph.objects.length + reads.length - 1);
              const whole = {
                from: { block: id, at: 0 },
                to: { block: id, at: widthOf(piecesOf(paragraph, now(id))) },
              };
              expect(selectedText(ground, now, whole)).toBe(reads.join('\n').replaceAll('\uFFFC', ''));
            }
          }
        },
      ),
      { numRuns: 10_000, seed: 4 },
    );
  });
});

function raise(fault: Error): never {
  throw fault;
}

function readBack(key: string): Readonly<{ version: string; drawn: number }> {
  const node = $getNodeByKey(key);
  const children = node instanceof DocumentParagraphNode ? node.getChildren() : [];
  return {
    version: children
      .filter((child) => !(child instanceof SuggestedTextNode || child instanceof RemovedTextNode))
      .map((child) => child.getTextContent())
      .join(''),
    drawn: children.filter((child) => child instanceof DrawnNode).length,
  };
}

/**
 * What kind of document this is, by signs that any lawyer would name: how its title ends, who
 * speaks to whom, how it is signed. Signs are weighed; what shows too few of them is "other".
 */
import type { DocumentKind, SubKind } from '../rules/rule.ts';
import { signs } from './kind-signs.ts';
import type { View } from './kind-signs.ts';
import type { Document } from './model.ts';
import { normativeFormOf, subKindOf } from './sub-kind.ts';
import { paragraphsIn } from './walk.ts';

export type Recognition = Readonly<{
  kind: DocumentKind;
  subKind: SubKind;
  /** One Chinese sentence that names the signs seen. */
  why: string;
}>;

const names: Readonly<Record<DocumentKind, string>> = {
  contract: '合同',
  normative: '行政规范性文件',
  decision: '重大行政决策',
  enforcement: '重大执法决定',
  statute: '法律、法规或者司法解释',
  other: '其他文件',
};

/** The least weight of signs that makes a kind. */
const enough = 3;

export function recogniseKind(document: Document): Recognition {
  const view = viewOf(document);
  const seen = signs.flatMap((sign) => {
    const found = sign.see(view);
    return found === null ? [] : [{ ...sign, found }];
  });
  const kinds = [...new Set(signs.map((sign) => sign.kind))];
  const weights = kinds.map((kind) => ({
    kind,
    weight: seen.filter((sign) => sign.kind === kind).reduce((sum, sign) => sum + sign.weight, 0),
  }));
  const best = weights.reduce((a, b) => (b.weight > a.weight ? b : a));
  if (best.weight < enough) {
    return {
      kind: 'other',
      subKind: 'unknown',
      why: '未见合同、规范性文件、决策或者执法文书的明显特征，识别为其他文件。',
    };
  }
  const reasons = seen.filter((sign) => sign.kind === best.kind && sign.weight > 0).map((sign) => sign.found);
  return {
    kind: best.kind,
    subKind: subKindIn(best.kind, view),
    why: `${reasons.slice(0, 3).join('，')}，识别为${names[best.kind]}。`,
  };
}

function subKindIn(kind: DocumentKind, { titles, top, text }: View): SubKind {
  if (kind === 'contract') return subKindOf(titles, top, text);
  return kind === 'normative' ? normativeFormOf(titles) : 'unknown';
}

const titleLines = 12;
const textLimit = 60_000;

function viewOf(document: Document): View {
  const lines: string[] = [];
  let length = 0;
  for (const paragraph of paragraphsIn(document.body)) {
    const line = paragraph.text.replace(/[\s\u3000#*┌┐└┘├┤┬┴┼─│]+/gu, '');
    if (line === '') continue;
    lines.push(line);
    length += line.length;
    if (length > textLimit) break;
  }
  const head = lines.slice(0, titleLines * 2);
  const near = lines.slice(0, titleLines).map((line) => line.replace(/^附件[一二三四五六七八九十\d]*[:：]?/u, ''));
  const single = near.filter((line) => line.length >= 2 && line.length <= 60);
  const joined = near.flatMap((_, at) => [2, 3].map((count) => near.slice(at, at + count).join('')));
  // Files made from PDF run the title and the first line together.
  const glued = near.slice(0, 3).filter((line) => line.length > 60);
  return {
    titles: [...single, ...joined.filter((line) => line.length <= 90), ...glued.map((line) => line.slice(0, 120))],
    head,
    top: head.join('\n'),
    text: lines.join('\n'),
    tail: paragraphsIn(document.body)
      .slice(-30)
      .map((paragraph) => paragraph.text.replace(/[\s\u3000]+/gu, ''))
      .join('\n'),
    articles: document.clauses.filter(({ scheme }) => scheme === 'article').length,
  };
}

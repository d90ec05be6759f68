/** The parts of a document: main text, annexes, signature blocks, documents within the document. */
import { readAnnexLabel } from './label.ts';
import type { Label } from './label.ts';
import type { Line, Start } from './starts.ts';

/** Lines [from, to) that number their clauses on their own. */
export type Part = Readonly<{ from: number; to: number; annex: Label | null }>;

const blank = /^[\s\u3000]*$/u;
const sentence = /[。；;]/u;
/** Title of a document of its own: numbering begins anew below it. */
const titleEnd =
  /(?:办法|规定|细则|规则|条例|方案|制度|章程|协议书?|合同书?|条款|准则|指引)(?:[（(][^）)]{1,12}[）)])?$/u;

/** Splits a document at its annexes and at titles of documents inside it. */
export function partsOf(lines: readonly Line[], starts: readonly Start[]): Part[] {
  const cuts: { at: number; annex: Label | null }[] = [{ at: 0, annex: null }];
  const annexes = annexStarts(lines, starts);
  const firsts = new Set(starts.filter(beginsDocument).map((start) => start.line));
  let seen = false;
  lines.forEach((line, at) => {
    const annex = annexes.get(at);
    if (annex) {
      cuts.push({ at, annex });
      seen = false;
    } else if (seen && isInnerTitle(line) && hasFirst(lines, firsts, at)) {
      cuts.push({ at, annex: cuts.at(-1)?.annex ?? null });
      seen = false;
    }
    if (firsts.has(at)) seen = true;
  });
  return cuts.map((cut, at) => ({ from: cut.at, to: cuts[at + 1]?.at ?? lines.length, annex: cut.annex }));
}

function beginsDocument({ label }: Start): boolean {
  return label.value === 1 && ['volume', 'chapter', 'article', 'han-comma'].includes(label.key);
}

function isInnerTitle(line: Line): boolean {
  const text = line.text.trim();
  if (line.cell || line.contents || line.paragraph.label !== null) return false;
  return text.length >= 4 && text.length <= 40 && titleEnd.test(text) && !/[，。；：:“”、]/u.test(text);
}

/** A first chapter or clause within the next few lines. */
function hasFirst(lines: readonly Line[], firsts: ReadonlySet<number>, at: number): boolean {
  for (let next = at + 1, shown = 0; next < lines.length && shown < 5; next += 1) {
    if (firsts.has(next)) return true;
    if (!blank.test(lines[next]?.text ?? '')) shown += 1;
  }
  return false;
}

/**
 * Annexes by line. The list of annexes at the end of the main text (附件：1. …, or several lines one
 * below the other) is no annex; where a number comes twice, the later one is.
 */
function annexStarts(lines: readonly Line[], starts: readonly Start[]): Map<number, Label> {
  const visible = lines.filter((line) => !blank.test(line.text) && !line.contents);
  const candidates = new Map<number, Label>();
  visible.forEach((line, at) => {
    const found = annexLine(line);
    if (found && !isAnnexList(line, found, visible[at + 1], visible[at - 1])) candidates.set(line.index, found);
  });
  const lastOf = new Map<string, number>();
  for (const [at, { label }] of candidates) lastOf.set(label, at);
  const firstClause = starts[0]?.line ?? Number.POSITIVE_INFINITY;
  return new Map([...candidates].filter(([at, { label }]) => lastOf.get(label) === at && at > firstClause));
}

function annexLine(line: Line | undefined): Label | null {
  if (!line || line.cell || line.contents) return null;
  if (line.paragraph.label?.startsWith('附') === true) {
    const automatic = readAnnexLabel(line.paragraph.label);
    return automatic && { ...automatic, content: 0, from: 0, to: 0 };
  }
  const text = line.text.trimEnd();
  const found = readAnnexLabel(text);
  if (!found || sentence.test(text) || text.length > 60) return null;
  const gap = text.slice(found.to, found.content);
  const title = text.slice(found.content);
  if (found.value === null) return title === '' ? found : null;
  // "附件一所列…" goes on without a gap: that is a sentence about the annex.
  return title === '' || gap !== '' || /^[《（(]/u.test(title) ? found : null;
}

/** Several titled annex lines one below the other are a list. */
function isAnnexList(line: Line, annex: Label, next: Line | undefined, before: Line | undefined): boolean {
  const titled = annex.content < line.text.trimEnd().length;
  return titled && (annexLine(next) !== null || annexLine(before) !== null || closes(next));
}

/** The lines that follow the main text: a signature, or an issuing body and its date. */
function closes(line: Line | undefined): boolean {
  return line !== undefined && (signs(line) || dateLine.test(line.text));
}

const mark =
  /(?:盖章|签章|公章|签字|签名|印章|[（(]章[）)]|签署[页处日]|签[订约][日时地]|法定代表人|委托代理人|授权代表|经办人)/u;
const role =
  /^[\s\u3000]*(?:[甲乙丙丁戊]方|[出承]租[方人]|[发承]包[方人]|[买卖供需借贷][方人]|委托[方人]|受托[方人]|采购[方人]|供应商|当事人)/u;
const dateLine =
  /^[\s\u3000]*(?:二[〇○零]|[12][09]|[＿_\s\u3000]*)[^。，；]{0,14}年[^。，；]{0,10}月[^。，；]{0,10}日[\s\u3000]*$/u;
const shortLine = 70;

/** Where a part's signature block begins, after its first clause; null without one. */
export function signatureStart(lines: readonly Line[], part: Part, starts: readonly Start[]): number | null {
  const begun = new Set(starts.map((start) => start.line));
  const firstClause = starts[0]?.line;
  if (firstClause === undefined) return null;
  const lastClause = starts.at(-1)?.line ?? part.from;
  for (let at = firstClause + 1; at < part.to; at += 1) {
    const line = lines[at];
    if (!line || begun.has(at) || !signs(line)) continue;
    // Before the last clause only a block of several such lines counts, as on a signature page.
    const near = lines.slice(at, Math.min(at + 6, part.to));
    if (at < lastClause && (near.filter(signs).length < 2 || near.some((other) => begun.has(other.index)))) continue;
    return backTo(lines, at, Math.max(firstClause, lastBefore(begun, at)));
  }
  return datedEnd(lines, part, lastClause);
}

function signs(line: Line): boolean {
  const text = line.text;
  if (text.length > shortLine || /[。；]/u.test(text)) return false;
  return mark.test(text) && (/[:：（(]/u.test(text) || text.trim().length <= 12);
}

/** Party lines right above belong to the block. */
function backTo(lines: readonly Line[], from: number, floor: number): number {
  let start = from;
  for (let at = from - 1; at > floor; at -= 1) {
    const text = lines[at]?.text ?? '';
    if (blank.test(text)) continue;
    if (!role.test(text) || text.length > shortLine || /[。；，]/u.test(text)) break;
    start = at;
  }
  return start;
}

function lastBefore(begun: ReadonlySet<number>, at: number): number {
  let last = -1;
  for (const line of begun) if (line < at && line > last) last = line;
  return last;
}

/** An issuing body and a date alone on their lines at the end. */
function datedEnd(lines: readonly Line[], part: Part, lastClause: number): number | null {
  for (let at = part.to - 1; at > lastClause; at -= 1) {
    const line = lines[at];
    if (!line || blank.test(line.text)) continue;
    if (!dateLine.test(line.text)) {
      if (at < part.to - 6) return null;
      continue;
    }
    let above = at - 1;
    while (above > lastClause && blank.test(lines[above]?.text ?? '')) above -= 1;
    const name = lines[above]?.text ?? '';
    return above > lastClause && name.length <= 40 && !/[。；，：:]/u.test(name) ? above : at;
  }
  return null;
}

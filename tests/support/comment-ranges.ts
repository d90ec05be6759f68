/**
 * What stands between the marks of each comment, read from a part's XML by a reader of its own: the
 * judge of an annotated copy must not be the program that made it. Deleted text, field instructions,
 * fallbacks, text boxes and reading aids are not text of the range (ISO/IEC 29500-1 17.13.4, 17.16).
 */
import { SaxesParser } from 'saxes';

const unseen = new Set(['del', 'moveFrom', 'Fallback', 'txbxContent', 'rt', 'delText', 'instrText', 'pict', 'object']);
const breaks: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011' };

/** Text by comment id. A comment whose marks do not both stand in the part, in order, is missing. */
export function commentedTexts(xml: string): ReadonlyMap<string, string> {
  const parser = new SaxesParser({ xmlns: false });
  const open = new Map<string, string>();
  const closed = new Map<string, string>();
  const stack: string[] = [];
  const fields: { result: boolean }[] = [];
  const add = (text: string): void => {
    if (stack.some((name) => unseen.has(name)) || fields.some(({ result }) => !result)) return;
    for (const [id, before] of open) open.set(id, before + text);
  };
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    const value = (wanted: string): string =>
      Object.entries(attributes).find(([key]) => localName(key) === wanted)?.[1] ?? '';
    if (local === 'commentRangeStart') open.set(value('id'), '');
    if (local === 'commentRangeEnd') {
      const text = open.get(value('id'));
      if (text !== undefined) closed.set(value('id'), text);
      open.delete(value('id'));
    }
    if (local === 'fldChar') {
      const type = value('fldCharType');
      if (type === 'begin') fields.push({ result: false });
      else if (type === 'end') fields.pop();
      else fields[fields.length - 1] = { result: true };
    }
    if (stack.at(-1) === 'r') add(breaks[local] ?? '');
    stack.push(local);
  });
  const take = (text: string): void => {
    if (stack.at(-1) === 't') add(text);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(xml).close();
  return closed;
}

/**
 * A part without the marks of the given comments, as a list of its tags and texts in which runs that
 * stand side by side with one format, and texts that do, are one: equal for a part and its annotated copy.
 */
export function rejoined(xml: string, without: ReadonlySet<string> = new Set()): readonly string[] {
  const own = [...without].join('|');
  const bare =
    own === ''
      ? xml
      : xml
          .replace(new RegExp(`<(?:[\\w.-]+:)?commentRange(?:Start|End)[^>]*\\bid="(?:${own})"[^>]*/>`, 'gu'), '')
          .replace(
            new RegExp(`<([\\w.-]+:)r(?: [^>]*)?><\\1commentReference[^>]*\\bid="(?:${own})"[^>]*/></\\1r>`, 'gu'),
            '',
          );
  const tags = (bare.match(/<[^>]*>|[^<]+/gu) ?? []).map(withoutSpace);
  // Some programs set every tag on a line of its own.
  return joinRuns(tags.filter((tag, at) => tag.trim() !== '' || isText(tags[at - 1] ?? '')));
}

function isText(tag: string): boolean {
  return /^<(?:[\w.-]+:)?t[\s/>]/u.test(tag);
}

function withoutSpace(tag: string): string {
  return isText(tag) ? tag.replace(/ xml:space="preserve"/u, '') : tag;
}

/** Drops `</t></r><r…><rPr>…</rPr><t>` and its shorter forms where the run begun is the like of the run ended. */
function joinRuns(tags: readonly string[]): readonly string[] {
  const result: string[] = [];
  /** Head of the last run that was opened: its tag and properties. */
  let head = '';
  let at = 0;
  while (at < tags.length) {
    const tag = tags[at] ?? '';
    if (!isRun(tag)) {
      push(result, tag);
      at += 1;
      continue;
    }
    const next = runHead(tags, at);
    const joins = result.at(-1) === closing(tag) && next.text === head;
    if (joins) {
      result.pop();
      const first = tags[next.end] ?? '';
      if (result.at(-1) === closing(first) && /^<(?:[\w.-]+:)?t>$/u.test(first)) {
        result.pop();
        next.end += 1;
      }
    } else for (const one of tags.slice(at, next.end)) push(result, one);
    head = next.text;
    at = next.end;
  }
  return result;
}

/** Two stretches of text are one. */
function push(result: string[], tag: string): void {
  const last = result.at(-1);
  if (last !== undefined && !last.startsWith('<') && !tag.startsWith('<')) result[result.length - 1] = last + tag;
  else result.push(tag);
}

function isRun(tag: string): boolean {
  return /^<(?:[\w.-]+:)?r[\s>]/u.test(tag) && !tag.endsWith('/>');
}

function closing(tag: string): string {
  return `</${/^<([^\s/>]+)/u.exec(tag)?.[1] ?? ''}>`;
}

function runHead(tags: readonly string[], at: number): { text: string; end: number } {
  const run = tags[at] ?? '';
  const name = /^<((?:[\w.-]+:)?)r/u.exec(run)?.[1] ?? '';
  const properties = tags[at + 1] ?? '';
  if (!properties.startsWith(`<${name}rPr`)) return { text: run, end: at + 1 };
  const close = properties.endsWith('/>') ? at + 1 : tags.indexOf(`</${name}rPr>`, at);
  // A change of format nests one more of the same name.
  const last = tags[close + 1] === `</${name}rPrChange>` ? tags.indexOf(`</${name}rPr>`, close + 1) : close;
  return { text: tags.slice(at, last + 1).join(''), end: last + 1 };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

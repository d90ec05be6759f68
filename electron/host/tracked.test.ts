import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { apply } from '../../shared/document/apply.ts';
import type { Edit, EditText } from '../../shared/document/suggestion.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { annotatedCases, annotatedSource } from '../../tests/support/annotated-cases.ts';
import { commentedTexts } from '../../tests/support/comment-ranges.ts';
import { docxOf, paragraph, run, wordNamespace } from '../../tests/support/docx.ts';
import { findRange } from '../../tests/support/find-range.ts';
import { accepted, detailOf, readingOf, rejected, rejectedOf, textsOf } from '../../tests/support/readings.ts';
import { markedFile } from './annotate.ts';
import { readDocxFile } from './parse/docx.ts';
import { readZip } from './parse/zip.ts';
import { writers } from './writers.ts';

const by = { author: '王芳', date: '2026-03-04T13:06:07' };

function xmlOf(file: Uint8Array): string {
  return strFromU8(readZip(file).find(({ name }) => name.endsWith('document.xml'))?.bytes ?? new Uint8Array());
}

function track(file: Uint8Array, edits: readonly Edit[], rejections: readonly number[] = []): Uint8Array {
  const { bytes, left } = markedFile(file, {
    comments: [],
    edits: edits.map((edit) => ({ ...edit, ...by })),
    rejected: rejections.map((change) => ({ change, ...by })),
  });
  expect(left).toEqual([]);
  return bytes;
}

const replacements: readonly (readonly [string, EditText])[] = [
  ['deleted', ['']],
  ['replaced', ['新文字\t甲\n乙 & <丙>']],
  ['cut in two', ['上半', '下半']],
];

describe.each(replacements)('what is %s', (_, text) => {
  it.each(annotatedCases)('$name', (one) => {
    const file = annotatedSource(one);
    const { raw } = readDocxFile(file);
    const document = normalise(raw);
    const edits: Edit[] = findRange(document, one.from, one.to).map((span) => ({ kind: 'replace', span, text }));
    const copy = track(file, edits);
    const after = readDocxFile(copy).raw;
    expect(readingOf(after, accepted)).toEqual(textsOf(apply(document, edits).document));
    expect(readingOf(after, rejected)).toEqual(readingOf(raw, rejected));
    // Without our changes even formats, links, fields and others' changes are what they were.
    expect(
      detailOf(
        after,
        rejectedOf(after, (author) => author === by.author),
      ),
    ).toEqual(detailOf(raw, () => 'keep'));
    const ids = [...xmlOf(copy).matchAll(/<w:(?:ins|del|rPrChange) [^>]*w:id="(\d+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** The body as it is written, with our signature and the ids left out. */
function bodyOf(file: Uint8Array): string {
  return (/<w:body>(.*?)(?:<w:sectPr\/>)?<\/w:body>/su.exec(xmlOf(file))?.[1] ?? '')
    .replace(/ w:id="\d+" w:author="王芳" w:date="2026-03-04T13:06:07Z"/gu, '')
    .replaceAll(' xml:space="preserve"', '');
}

const theirs = (kind: 'ins' | 'del', content: string): string =>
  `<w:${kind} w:id="90" w:author="李明" w:date="2026-03-01T09:00:00Z">${content}</w:${kind}>`;
const theirMark = (kind: 'ins' | 'del'): string =>
  `<w:pPr><w:rPr><w:${kind} w:id="91" w:author="李明" w:date="2026-03-02T09:00:00Z"/></w:rPr></w:pPr>`;
const gone = (text: string): string => `<w:r><w:delText>${text}</w:delText></w:r>`;
const said = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const ins = (content: string): string => `<w:ins>${content}</w:ins>`;
const del = (content: string): string => `<w:del>${content}</w:del>`;
const p = (...content: readonly string[]): string => `<w:p>${content.join('')}</w:p>`;
const edit = (block: string, from: number, to: number, ...text: EditText): Edit => ({
  kind: 'replace',
  span: { block, from, to },
  text,
});
const join = (block: string): Edit => ({ kind: 'join', block });
const bold = '<w:b/>';
const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const field = (wrap: (content: string) => string, instruction: string, result: string): string =>
  wrap('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') +
  wrap(`<w:r>${instruction}</w:r>`) +
  wrap('<w:r><w:fldChar w:fldCharType="separate"/></w:r>') +
  result +
  wrap('<w:r><w:fldChar w:fldCharType="end"/></w:r>');
const same = (content: string): string => content;

describe('is written as Word does:', () => {
  it.each<[string, string, Edit[], string]>([
    [
      'a replacement, in the format of what it replaces',
      p(said('甲方'), said('三十日', bold), said('内付款')),
      [edit('p1', 2, 4, '六十')],
      p(
        said('甲方'),
        del(`<w:r><w:rPr>${bold}</w:rPr><w:delText>三十</w:delText></w:r>`),
        ins(said('六十', bold)),
        said('日', bold),
        said('内付款'),
      ),
    ],
    [
      'an insertion, in the format of the character before',
      p(said('甲方', bold), said('付款')),
      [edit('p1', 2, 2, '应当')],
      p(said('甲方', bold), ins(said('应当', bold)), said('付款')),
    ],
    [
      "a deletion inside another's insertion",
      p(said('租期'), theirs('ins', said('三十年'))),
      [edit('p1', 3, 4, '')],
      p(said('租期'), theirs('ins', said('三') + del(gone('十')) + said('年'))),
    ],
    [
      "an insertion beside another's, which ends before it and goes on after it",
      p(said('租期'), theirs('ins', said('三年'))),
      [edit('p1', 3, 3, '十')],
      p(said('租期'), theirs('ins', said('三')), ins(said('十')), theirs('ins', said('年'))),
    ],
    [
      'a field that goes, with its instruction',
      p(said('依照'), field(same, '<w:instrText>REF a</w:instrText>', said('第五条')), said('执行')),
      [edit('p1', 2, 5, '本条')],
      p(
        said('依照'),
        field(del, '<w:delInstrText>REF a</w:delInstrText>', del(gone('第五条'))),
        ins(said('本条')),
        said('执行'),
      ),
    ],
    [
      'half of the result of a field, which stays',
      p(field(same, '<w:instrText>REF a</w:instrText>', said('第五条'))),
      [edit('p1', 1, 3, '六条')],
      p(field(same, '<w:instrText>REF a</w:instrText>', said('第') + del(gone('五条')) + ins(said('六条')))),
    ],
    [
      'a simple field that goes, spelled out',
      p('<w:fldSimple w:instr="DATE">', said('今日'), '</w:fldSimple>'),
      [edit('p1', 0, 2, '')],
      p(field(del, '<w:delInstrText>DATE</w:delInstrText>', del(gone('今日')))),
    ],
    [
      'a new item of a list, whose mark is new',
      p(`<w:pPr>${list}</w:pPr>`, said('付款')),
      [edit('p1', 2, 2, '', '开票')],
      p(`<w:pPr>${list}<w:rPr><w:ins/></w:rPr></w:pPr>`, said('付款')) + p(`<w:pPr>${list}</w:pPr>`, ins(said('开票'))),
    ],
    [
      'a section break, which stays with the last paragraph',
      p('<w:pPr><w:sectPr/></w:pPr>', said('付款')),
      [edit('p1', 1, 1, '', '')],
      p('<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>', said('付')) + p('<w:pPr><w:sectPr/></w:pPr>', said('款')),
    ],
    [
      'a link cut in two',
      p('<w:hyperlink w:anchor="a">', said('价目表'), '</w:hyperlink>'),
      [edit('p1', 2, 2, '', '')],
      p('<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>', '<w:hyperlink w:anchor="a">', said('价目'), '</w:hyperlink>') +
        p('<w:hyperlink w:anchor="a">', said('表'), '</w:hyperlink>'),
    ],
    [
      'a paragraph that goes with its mark',
      p(said('付款')) + p(said('交货')),
      [edit('p1', 0, 2, ''), join('p1')],
      p('<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>', del(gone('付款'))) + p(said('交货')),
    ],
    [
      "the end of another's new paragraph",
      p(theirMark('ins'), said('付款')) + p(said('交货')),
      [join('p1')],
      p(theirMark('ins').replace('</w:rPr>', '<w:del/></w:rPr>'), said('付款')) + p(said('交货')),
    ],
    ['text in an empty paragraph', '<w:p/>', [edit('p1', 0, 0, '空')], p(ins(said('空')))],
    [
      'a paragraph in front of an empty one',
      '<w:p/>',
      [edit('p1', 0, 0, '空', '')],
      p('<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>', ins(said('空'))) + p(),
    ],
    [
      'text between two characters and a tab',
      p('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>'),
      [edit('p1', 1, 2, ''), edit('p1', 3, 3, '\n')],
      p(said('甲'), del('<w:r><w:tab/></w:r>'), said('乙'), ins('<w:r><w:br/></w:r>')),
    ],
  ])('%s', (_, body, edits, wanted) => {
    const file = docxOf({ body: `${body}<w:sectPr/>` });
    expect(bodyOf(track(file, edits)).replace(/w:id="\d+"/gu, '')).toBe(wanted.replace(/w:id="\d+"/gu, ''));
  });
});

describe("others' changes that are rejected", () => {
  it.each<[string, string, string]>([
    [
      'an insertion is deleted by us',
      p(said('租期'), theirs('ins', said('三十年'))),
      p(said('租期'), theirs('ins', del(gone('三十年')))),
    ],
    [
      'a deletion is put back behind it',
      p(said('租期'), theirs('del', gone('二')), said('十年')),
      p(said('租期'), theirs('del', gone('二')), ins(said('二')), said('十年')),
    ],
    [
      'a deleted paragraph ends again',
      p(theirMark('del'), said('付款')) + p(said('交货')),
      p(theirMark('del'), said('付款')) + p('<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>') + p(said('交货')),
    ],
    [
      'a new paragraph runs on again',
      p(theirMark('ins'), said('付款')) + p(said('交货')),
      p(theirMark('ins').replace('</w:rPr>', '<w:del/></w:rPr>'), said('付款')) + p(said('交货')),
    ],
  ])('%s', (_, body, wanted) => {
    const file = docxOf({ body: `${body}<w:sectPr/>` });
    const copy = track(file, [], [0]);
    expect(bodyOf(copy).replace(/w:id="\d+"/gu, '')).toBe(wanted.replace(/w:id="\d+"/gu, ''));
    expect(readingOf(readDocxFile(copy).raw, accepted)).toEqual(readingOf(readDocxFile(file).raw, rejected));
  });
});

describe('comments and changes in one copy', () => {
  const comment = {
    text: ['问题：期限不明'],
    author: '王芳',
    initials: '王',
    date: by.date,
    utc: '2026-03-04T05:06:07Z',
  };
  it.each<[string, Edit, string]>([
    ['of which a part is replaced', edit('p1', 5, 7, '六十'), '在六十日内'],
    ['behind which text comes', edit('p1', 9, 9, '一次性'), '在三十日内'],
    ['in front of which text goes', edit('p1', 0, 4, ''), '在三十日内'],
    ['that is cut in two', edit('p1', 6, 6, '', ''), '在三十日内'],
  ])('a comment stands at its text %s', (_, change, wanted) => {
    const file = docxOf({ body: paragraph(run('乙方应当在三'), run('十日内交货。', bold)) });
    const range = findRange(normalise(readDocxFile(file).raw), '在三十日内');
    const { bytes } = markedFile(file, {
      comments: [{ ...comment, range }],
      edits: [{ ...change, ...by }],
      rejected: [],
    });
    const xml = xmlOf(bytes);
    expect(commentedTexts(xml).get('0')?.replace('一次性', '')).toBe(wanted);
    const undone = xml
      .replace(/<w:ins [^>]*>(?:(?!<w:ins ).)*?<\/w:ins>/gu, '')
      .replace(/<\/?w:del( [^>]*)?>/gu, '')
      .replaceAll('delText', 't');
    expect(commentedTexts(undone).get('0')).toBe('在三十日内');
  });
});

describe('the copies of the product', () => {
  const body = p(said('租期'), theirs('ins', said('三十年'))) + p('<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>');
  const original = docxOf({ body });
  const at = '2026-03-04T05:06:07.890Z';
  const suggestion = { ...edit('p1', 0, 2, '期限'), id: 's1', author: '王芳', at };
  const changes = { suggestions: [suggestion], rejected: [{ change: 0, author: '张敏', at }] };

  it('carry the suggestions and the counter-changes, each signed by its author', async () => {
    const document = normalise(readDocxFile(original).raw);
    const xml = xmlOf(await writers.annotated({ original, document, annotations: [], changes }));
    const signed = [...xml.matchAll(/<w:(ins|del) [^>]*w:author="([^"]*)"/gu)].map(([, kind, who]) => `${kind} ${who}`);
    expect(signed).toEqual(['del 王芳', 'ins 王芳', 'ins 李明', 'del 张敏']);
  });

  it('read in the clean one as they were meant', async () => {
    const { raw } = readDocxFile(await writers.clean({ original, changes }));
    expect(readingOf(raw, () => 'keep').flat()[0]).toBe('期限');
    expect(raw.changes).toEqual([]);
  });

  it('are not made where a suggestion cannot be written', async () => {
    const row = `<w:tr><w:trPr><w:del w:id="9" w:author="李明" w:date="2026-03-01T09:00:00Z"/></w:trPr><w:tc>${p()}</w:tc></w:tr>`;
    const deleted = docxOf({ body: `<w:tbl>${row}</w:tbl>${p()}` });
    const suggestions = [{ ...suggestion, ...edit('p1', 0, 0, '货架') }];
    const made = writers.clean({ original: deleted, changes: { suggestions, rejected: [] } });
    await expect(made).rejects.toMatchObject({ kind: 'invalid' });
  });
});

it('every other part stays as it is', () => {
  const file = docxOf({
    body: paragraph('租期三十年。'),
    files: { 'customXml/item1.xml': Buffer.from('<a/>'), 'word/odd.bin': Uint8Array.of(1, 2, 3) },
  });
  const [before, after] = [readZip(file), readZip(track(file, [edit('p1', 2, 3, '二')]))];
  const changed = before.filter(({ bytes }, at) => !Buffer.from(bytes ?? []).equals(after[at]?.bytes ?? Buffer.of(0)));
  expect(changed.map(({ name }) => name)).toEqual(['word/document.xml']);
  expect(after.length).toBe(before.length);
  expect(xmlOf(file)).toContain(wordNamespace);
});

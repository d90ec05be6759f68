import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf, rootAttributes, side, table } from '../../tests/support/docx.ts';
import { cleanFile } from './annotate.ts';
import { readDocxFile } from './parse/docx.ts';
import { readZip } from './parse/zip.ts';

const by = 'w:id="1" w:author="李明" w:date="2026-03-01T09:00:00Z"';
const said = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const gone = (text: string): string => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const p = (...content: readonly string[]): string => `<w:p>${content.join('')}</w:p>`;
const deletedMark = `<w:pPr><w:jc w:val="left"/><w:rPr><w:del ${by}/></w:rPr></w:pPr>`;
const centred = '<w:pPr><w:jc w:val="center"/></w:pPr>';

function cleaned(body: string): string {
  const { bytes } = cleanFile(docxOf({ body }), { edits: [], rejected: [] });
  const xml = strFromU8(readZip(bytes).find(({ name }) => name === 'word/document.xml')?.bytes ?? new Uint8Array());
  return /<w:body>(.*)<\/w:body>/su.exec(xml)?.[1] ?? '';
}

describe('a clean copy', () => {
  it.each<[string, string, string]>([
    ['keeps what came', p(said('租期'), `<w:ins ${by}>${said('三年')}</w:ins>`), p(said('租期'), said('三年'))],
    ['leaves out what went', p(said('租期'), gone('二十年'), said('三年')), p(said('租期'), said('三年'))],
    [
      'leaves out what went of what came',
      p(`<w:ins ${by}>${said('三')}${gone('十')}${said('年')}</w:ins>`),
      p(said('三'), said('年')),
    ],
    [
      'keeps the format of today',
      p(`<w:r><w:rPr><w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange></w:rPr><w:t>付款</w:t></w:r>`),
      p('<w:r><w:rPr><w:b/></w:rPr><w:t>付款</w:t></w:r>'),
    ],
    [
      'runs paragraphs together, in the form of the last',
      p(deletedMark, said('付款')) + p(deletedMark, gone('作废')) + p(centred, said('交货')),
      p(centred, said('付款'), said('交货')),
    ],
    [
      'keeps a last paragraph in its cell',
      table([p(deletedMark, said('单价'))]),
      table([p('<w:pPr><w:jc w:val="left"/><w:rPr></w:rPr></w:pPr>', said('单价'))]),
    ],
    [
      'leaves out a row that went',
      table(['品名'], ['货架']).replace('<w:tr>', `<w:tr><w:trPr><w:del ${by}/></w:trPr>`),
      table(['货架']),
    ],
    [
      'runs on into a content control',
      `${p(deletedMark, said('付款'))}<w:sdt><w:sdtContent>${p(said('交货'))}</w:sdtContent></w:sdt>`,
      `<w:sdt><w:sdtContent>${p(said('付款'), said('交货'))}</w:sdtContent></w:sdt>`,
    ],
    [
      'has no marks of comments',
      p('<w:commentRangeStart w:id="4"/>', said('付款'), '<w:commentRangeEnd w:id="4"/>') +
        p('<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="4"/></w:r>'),
      p(said('付款')) + p(),
    ],
    ['is the original where nothing was changed', p(said('甲'), '<!-- 乙 -->'), p(said('甲'), '<!-- 乙 -->')],
  ])('%s', (_, body, wanted) => expect(cleaned(body)).toBe(wanted));

  it('has no comments part, and every other part as it was', () => {
    const comments = `<w:comments ${rootAttributes()}><w:comment w:id="4"><w:p/></w:comment></w:comments>`;
    const people = {
      path: 'people.xml',
      relationship: 'http://schemas.microsoft.com/office/2011/relationships/people',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml',
      xml: '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>',
    };
    const settings = side('settings', `<w:settings ${rootAttributes()}/>`);
    const file = docxOf({ body: p(said('甲')), parts: [side('comments', comments), settings, people] });
    const { bytes } = cleanFile(file, { edits: [], rejected: [] });
    const [before, after] = [readZip(file), readZip(bytes)];
    const text = (name: string): string => strFromU8(after.find((one) => one.name === name)?.bytes ?? new Uint8Array());
    const names = after.map(({ name }) => name);
    expect(before.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([
      'word/comments.xml',
      'word/people.xml',
    ]);
    expect(text('[Content_Types].xml')).not.toMatch(/comments|people/u);
    expect(text('[Content_Types].xml')).toContain('settings');
    expect(text('word/_rels/document.xml.rels')).toMatch(/^(?!.*(?:comments|people)).*settings/su);
    expect(readDocxFile(bytes).raw.notices).toEqual([]);
  });
});

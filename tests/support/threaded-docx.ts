/** A contract that came back from the other side with a thread of two comments, and one more that is settled. */
import { docxOf, paragraph, rootAttributes, side } from './docx.ts';

const keys = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';

const said = (id: number, key: string, text: string): string =>
  `<w:comment w:id="${id}" w:author="李明" w:initials="李" w:date="2026-03-01T09:00:00Z">` +
  `<w:p w14:paraId="${key}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;

const marked = (id: number, text: string): string =>
  `<w:commentRangeStart w:id="${id}"/><w:r><w:t>${text}</w:t></w:r><w:commentRangeEnd w:id="${id}"/>` +
  `<w:r><w:commentReference w:id="${id}"/></w:r>`;

const comments =
  `<w:comments ${rootAttributes()} ${keys}>${said(1, '00000011', '租期是否过长？')}` +
  `${said(2, '00000012', '可以缩短。')}${said(3, '00000013', '押金已核。')}</w:comments>`;

const extended =
  '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">' +
  '<w15:commentEx w15:paraId="00000011" w15:done="0"/>' +
  '<w15:commentEx w15:paraId="00000012" w15:paraIdParent="00000011" w15:done="0"/>' +
  '<w15:commentEx w15:paraId="00000013" w15:done="1"/></w15:commentsEx>';

/** With `plain`, the same as Word before 2013 wrote it: comments without threads, states and ids. */
export function threadedDocx(plain = false): Uint8Array {
  const parts = [side('comments', plain ? comments.replace(/ w14:paraId="\d+"/gu, '') : comments)];
  if (!plain) {
    parts.push({
      ...side('commentsExtended', extended, 'commentsExtended.xml'),
      relationship: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
    });
  }
  const body =
    paragraph('青麓区仓库租赁合同') +
    paragraph('租期', marked(1, '三十年'), marked(2, '。')) +
    paragraph(marked(3, '押金一万元'));
  return docxOf({ body: `${body}<w:sectPr/>`, parts });
}

import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OpinionPaper } from '../opinion/paper.ts';
import { opinionParts } from './opinion-docx.ts';

const paper: OpinionPaper = {
  name: '合同审查意见书（档案密集架采购合同）',
  blocks: [
    { kind: 'title', text: '云州市临河区司法局' },
    { kind: 'title', text: '合同审查意见书' },
    { kind: 'number', text: '云司合审〔2026〕413号' },
    { kind: 'addressee', text: '区政府办公室：' },
    { kind: 'paragraph', text: '你单位送审的《档案密集架采购合同》（第2稿）收悉。经审查，提出如下意见：' },
    { kind: 'heading', level: 1, text: '一、必须修改的内容' },
    { kind: 'item', item: 'i1', severity: 'high', text: '1. 第七条。同时约定仲裁与诉讼，约定的仲裁无效。' },
    { kind: 'annex-note', text: '附件：条款审查意见表' },
    { kind: 'signature', office: '云州市临河区司法局', date: '2026年11月23日' },
  ],
  table: {
    title: '条款审查意见表',
    columns: ['条款位置', '原文', '问题', '依据', '修改建议', '等级'],
    rows: [
      { item: 'i1', severity: 'high', cells: ['第七条', '可以向…', '或裁或审', '《仲裁法》', '择一约定', '▲必须修改'] },
    ],
  },
};

const stamp = { author: '王芳', at: '2026-11-23T08:30:00.000Z' };

function texts(parts: ReadonlyMap<string, Uint8Array>): string[][] {
  return [...parts].map(([name, bytes]) => [name, strFromU8(bytes)]);
}

async function xml(name: string, source: OpinionPaper = paper): Promise<string> {
  return strFromU8((await opinionParts(source, stamp)).get(name) ?? new Uint8Array());
}

describe('opinionParts', () => {
  it('gives the same bytes for the same paper and stamp', async () => {
    const [first, second] = await Promise.all([opinionParts(paper, stamp), opinionParts(paper, stamp)]);
    expect(texts(first)).toEqual(texts(second));
  });

  it('lays out A4 with the margins, grid and sizes of the standard', async () => {
    const document = await xml('word/document.xml');
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(document).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
    expect(document).toMatch(/w:linePitch="580"/u);
    expect(document).toMatch(/<w:spacing w:val="-5"\/>/u);
    expect(document).toContain('方正小标宋简体');
    expect(document).toMatch(/<w:sz w:val="44"\/>/u);
  });

  it('repeats the table head and turns its page', async () => {
    const document = await xml('word/document.xml');
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toMatch(/w:orient="landscape"/u);
    expect(await xml('word/document.xml', { ...paper, table: null })).not.toContain('<w:tbl>');
  });

  it('keeps the signature with what stands before it, and a row on one page', async () => {
    const document = await xml('word/document.xml');
    const kept = [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:keepNext\/>(?:(?!<\/w:p>).)*<\/w:p>/gu)].map(([one]) =>
      one.replace(/<[^>]*>/gu, ''),
    );
    expect(kept).toEqual([
      '一、必须修改的内容',
      '1. 第七条。同时约定仲裁与诉讼，约定的仲裁无效。',
      '附件：条款审查意见表',
      '云州市临河区司法局',
    ]);
    expect(document.match(/<w:cantSplit\/>/gu)).toHaveLength(2);
  });

  it('does not stretch a line before a long word', async () => {
    const blocks: OpinionPaper['blocks'] = [
      { kind: 'paragraph', text: '本意见仅适用于第1稿。' },
      { kind: 'paragraph', text: '校验值为db51320e…71bfd417。' },
    ];
    const document = await xml('word/document.xml', { ...paper, blocks, table: null });
    expect([...document.matchAll(/<w:jc w:val="(\w+)"/gu)].map(([, side]) => side)).toEqual(['both', 'left']);
  });

  it('numbers odd pages right and even pages left', async () => {
    expect(await xml('word/settings.xml')).toContain('w:evenAndOddHeaders');
    const footers = await Promise.all([xml('word/footer1.xml'), xml('word/footer2.xml')]);
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/u.exec(footer)?.[1]).sort()).toEqual(['left', 'right']);
  });

  it('names a substitute for each font that a machine may lack', async () => {
    const table = await xml('word/fontTable.xml');
    for (const font of ['仿宋_GB2312', '楷体_GB2312', '方正小标宋简体']) expect(table).toContain(`w:name="${font}"`);
    expect(table).toMatch(/<w:altName w:val="[^"]*宋体/u);
  });

  it('states author and time as given', async () => {
    const core = await xml('docProps/core.xml');
    expect(core).toContain('王芳');
    expect(core.match(/2026-11-23T08:30:00Z/gu)).toHaveLength(2);
  });
});

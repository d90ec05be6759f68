import { describe, expect, it } from 'vitest';
import type { OpinionItem } from '../review/events.ts';
import type { MatterState, Version } from '../review/state.ts';
import { buildOpinion, conclusionsFor, conclusionSentence, printedDate } from './paper.ts';

const version: Version = {
  id: 'v1',
  ordinal: 2,
  purpose: '送审',
  files: [{ sha256: 'ab'.repeat(32), name: '合同.docx', format: 'docx', role: 'main' }],
  addedAt: '2026-11-23T01:00:00.000Z',
  addedBy: '王芳',
};

const mismatch: OpinionItem = {
  id: 'i1',
  finding: null,
  rule: 'amt-capital-mismatch',
  severity: 'high',
  weight: 'must',
  clause: '第二条（一）',
  quote: '￥128,500.00元（大写：壹拾贰万捌仟元整）',
  problem: '小写 128,500.00 元，大写折合 128,000.00 元，相差 500.00 元',
  basis: [
    { law: '民法典', article: '510' },
    { law: '民法典', article: '511' },
  ],
  advice: '建议核对后统一，并写明两者不一致时以何者为准。',
};

const vague: OpinionItem = {
  ...mismatch,
  id: 'i2',
  severity: 'medium',
  weight: 'should',
  clause: '第二条（二）',
  quote: '适时支付',
  problem: '没有天数或者日期',
  basis: [],
  advice: '改为验收合格之日起二十个工作日内',
};

function state(changes: Partial<MatterState> = {}, opinion: Partial<MatterState['opinion']> = {}): MatterState {
  return {
    id: 'm1',
    number: '2026-0413',
    openedAt: '2026-11-20T01:00:00.000Z',
    openedBy: '王芳',
    sample: false,
    fields: {
      title: '档案密集架采购合同',
      kind: 'contract',
      subKind: 'procurement',
      stance: 'a',
      publicPayer: true,
      unit: '区政府办公室',
      counterparty: '',
      amountFen: null,
      urgent: false,
      asOf: '2026-11-23',
    },
    versions: [version],
    reopened: [],
    decisions: {},
    comments: [],
    threads: [],
    suggestions: [],
    judged: [],
    items: [vague, mismatch],
    exports: [],
    reviewed: null,
    opinion: {
      number: '云司合审〔2026〕413号',
      office: '云州市临河区司法局',
      addressee: '区政府办公室',
      conclusion: 'revise',
      conclusionText: '',
      body: true,
      table: true,
      date: '2026-11-23',
      ...opinion,
    },
    undoable: null,
    lastEvent: 'e1',
    ...changes,
  };
}

const texts = (matter: MatterState): string[] =>
  buildOpinion(matter, { version, head: null }).blocks.flatMap((block) => ('text' in block ? [block.text] : []));

describe('buildOpinion', () => {
  it('composes the paper in the order of weight', () => {
    expect(texts(state())).toEqual([
      '云州市临河区司法局',
      '合同审查意见书',
      '云司合审〔2026〕413号',
      '区政府办公室：',
      '你单位送审的《档案密集架采购合同》（第2稿）收悉。经审查，提出如下意见：',
      '一、必须修改的内容',
      '1. 第二条第（一）项。“￥128,500.00元（大写：壹拾贰万捌仟元整）”：小写128,500.00元，大写折合128,000.00元，相差500.00元。依据《中华人民共和国民法典》第五百一十条、第五百一十一条，建议核对后统一，并写明两者不一致时以何者为准。',
      '二、建议修改的内容',
      '2. 第二条第（二）项。“适时支付”：没有天数或者日期。建议改为验收合格之日起二十个工作日内。',
      '三、审查结论',
      '按照上述意见修改完善后可以签订。',
      '本意见仅适用于第2稿（SHA-256：abababab…abababab），内容有实质变更的，应当重新送审。本意见不涉及价格、技术和商业条件是否适当的判断。',
      '附件：条款审查意见表',
    ]);
  });

  it('closes up the numbering when a part is empty', () => {
    const headings = texts(state({ items: [vague] })).filter((text) => /^[一二三]、/u.test(text));
    expect(headings).toEqual(['一、建议修改的内容', '二、审查结论']);
  });

  it('states a conclusion that stands alone without number and heading', () => {
    expect(
      texts(state({ items: [] }, { conclusion: 'lawful', addressee: '', office: '', number: '' })).slice(0, 3),
    ).toEqual([
      '合同审查意见书',
      '你单位送审的《档案密集架采购合同》（第2稿）收悉。经审查，结论如下：',
      '未发现违反法律、法规的内容，可以签订。',
    ]);
  });

  it('never presets a conclusion', () => {
    expect(texts(state({}, { conclusion: null }))).toContain('（审查结论待定）');
  });

  it('leaves out the running text or the table', () => {
    const tableOnly = buildOpinion(state({}, { body: false }), { version, head: null });
    expect(tableOnly.blocks.some((block) => block.kind === 'item')).toBe(false);
    expect(tableOnly.table?.rows).toHaveLength(2);
    expect(buildOpinion(state({}, { table: false }), { version, head: null }).table).toBeNull();
  });

  it('names the record when it has a head', () => {
    const paper = buildOpinion(state(), { version, head: { count: 12, hash: 'cd'.repeat(32) } });
    expect(JSON.stringify(paper)).toContain('审查工作记录共12条，末条校验值为cdcdcdcd…cdcdcdcd。');
  });

  it('states each table row in six cells with a shape for its severity', () => {
    const { table } = buildOpinion(state(), { version, head: null });
    expect(table?.rows[0]?.cells).toEqual([
      '第二条第（一）项',
      mismatch.quote,
      '小写128,500.00元，大写折合128,000.00元，相差500.00元。',
      '《民法典》第五百一十条、第五百一十一条',
      mismatch.advice,
      '▲必须修改',
    ]);
  });
});

describe('conclusions', () => {
  it.each(['contract', 'normative', 'decision', 'enforcement', 'statute', 'other'] as const)(
    'of %s each have a sentence',
    (kind) => {
      const sentences = conclusionsFor(kind).map((conclusion) => conclusionSentence(conclusion, kind));
      expect(new Set(sentences).size).toBe(sentences.length);
      expect(sentences.every((text) => text.endsWith('。'))).toBe(true);
    },
  );

  it('offer exploratory reform for decisions alone', () => {
    expect(conclusionsFor('decision')).toContain('exploratory');
    expect(conclusionsFor('contract')).not.toContain('exploratory');
  });
});

describe('printedDate', () => {
  it.each([
    ['2026-03-05', '2026年3月5日'],
    ['2026-11-23', '2026年11月23日'],
    ['', ''],
  ])('%s', (day, printed) => expect(printedDate(day)).toBe(printed));
});

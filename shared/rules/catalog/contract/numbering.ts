/** Numbers of articles and items that are left out, given twice or run backwards. */
import type { Span } from '../../../document/model.ts';
import { writeHan } from '../../../document/numerals.ts';
import { readCount } from '../../../facts/number.ts';
import { fold } from '../../../facts/source.ts';
import { bodyParagraphs, lineOf } from '../../builders.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

type Numbered = Readonly<{ value: number; label: string; at: Span }>;

const article =
  /(^\s*[【[]?\s*|[。；\n]\s*)(第\s*([一二三四五六七八九十百零〇]{1,7}|\d{1,3})\s*条)(?!之|第|款|的|规定|约定|[、，,和及与至所中]|项)/gu;
/** A line that is nothing but numbers of articles with a word each: 第一条、第二条、第四条. */
const outline =
  /^\s*(?:第[^条、，；。]{1,4}条[^第、，；。]{0,12}[、，；]\s*){1,40}第[^条、，；。]{1,4}条[^第、，；。]{0,12}[。（(]/u;
const listed = /(^|[、，；]\s*)(第\s*([一二三四五六七八九十百零〇]{1,7}|\d{1,3})\s*条)/gu;
/** Texts that quote or amend articles number what is not their own. */
const amending = /(?:修改为|删去|增加一[条款项]|改为)[：:]?\s*[“"]?\s*(?:第[^条]{1,6}条)?|修正案|决定如下/u;

function articlesOf(context: RuleContext): Numbered[] {
  return bodyParagraphs(context).flatMap((paragraph) => {
    if (paragraph.region.kind !== 'body') return [];
    const line = fold(lineOf(paragraph));
    const shift = line.length - paragraph.text.length;
    return [...line.matchAll(outline.test(line) ? listed : article)].flatMap((match): Numbered[] => {
      const value = readCount(match[3] ?? '');
      const from = Math.max(0, match.index + (match[1]?.length ?? 0) - shift);
      // A computed number stands beside the text: then the opening words are marked.
      const end = match.index + match[0].length - shift;
      const to = end > from ? end : openingEnd(paragraph.text);
      if (value === null || to <= from || paragraph.text === '') return [];
      return [{ value, label: (match[2] ?? '').replace(/\s/gu, ''), at: { block: paragraph.id, from, to } }];
    });
  });
}

/** The end of a paragraph's first words. */
function openingEnd(text: string): number {
  return Math.min(text.trimEnd().length, 20, /[，,。；;：:]/u.exec(text)?.index || 20);
}

/** Items （一）（二）… of one list, in runs that begin anew at one. */
const item =
  /^\s*(?:[（(]\s*([一二三四五六七八九十]{1,3})\s*[）)]|([一二三四五六七八九十]{1,3})、|(\d{1,2})[.、．](?!\d)|(\d{1,2})[.．](\d{1,2})(?![\d.．])(?!\s*(?:元|万|亿|米|亩|%|％|平方|公|吨|折|倍|年|月|日|至|-|—|～)))/u;

function itemRuns(context: RuleContext): Numbered[][] {
  const runs = new Map<'paren' | 'comma' | 'digit' | 'decimal', Numbered[][]>([
    ['decimal', []],
    ['paren', []],
    ['comma', []],
    ['digit', []],
  ]);
  let major = '';
  for (const paragraph of bodyParagraphs(context)) {
    if (paragraph.region.kind !== 'body' || paragraph.text === '') continue;
    const line = lineOf(paragraph);
    if (/^\s*(?:第[^，。条章]{1,7}[条章节]|附\s*[件录表])/u.test(line)) {
      runs.get('paren')?.push([]);
      runs.get('digit')?.push([]);
    }
    if (/^\s*附\s*[件录表]/u.test(line)) {
      runs.get('comma')?.push([]);
      runs.get('decimal')?.push([]);
    }
    const match = item.exec(line);
    const value = readCount(match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[5] ?? '');
    if (!match || value === null) continue;
    const kind =
      match[1] !== undefined
        ? 'paren'
        : match[2] !== undefined
          ? 'comma'
          : match[5] !== undefined
            ? 'decimal'
            : 'digit';
    // 2.1 after 1.9 begins anew.
    if (kind === 'decimal' && match[4] !== major) runs.get('decimal')?.push([]);
    if (kind === 'decimal') major = match[4] ?? '';
    if (kind === 'comma') runs.get('paren')?.push([]);
    if (kind === 'paren' || kind === 'comma') runs.get('digit')?.push([]);
    const shift = line.length - paragraph.text.length;
    const end = match[0].length - shift;
    const to = end > 0 ? end : openingEnd(paragraph.text);
    const numbered = { value, label: match[0].trim(), at: { block: paragraph.id, from: 0, to } };
    const all = runs.get(kind) ?? [];
    const last = all.at(-1);
    if (value === 1 || !last) all.push([numbered]);
    else last.push(numbered);
  }
  // A list that does not begin at one is a piece of something else.
  return [...runs.values()].flat().filter((run) => run[0]?.value === 1 && run.length > 1);
}

/** Numbers written in a row by hand in one sentence, as a drafter's note lists them, are left to the eye. */
function breaks(run: readonly Numbered[], unit: string, text: string): Hit[] {
  return run.flatMap((one, index): Hit[] => {
    const before = run[index - 1];
    if (!before || one.value === before.value + 1 || one.value === 1) return [];
    // An excerpt does not begin at one, and leaves out what it does not need.
    if (run[0]?.value !== 1 && one.value - before.value > 2) return [];
    // The number that seems left out may stand inside a line that lost its break.
    const lost = Array.from({ length: Math.max(0, one.value - before.value - 1) }, (_, at) => before.value + 1 + at);
    const label = (value: number): string =>
      one.label.replace(/[一二三四五六七八九十]+|\d+(?=\D*$)/u, (old) =>
        /\d/u.test(old) ? String(value) : writeHan(value),
      );
    if (unit === '项' && lost.length > 0 && lost.every((value) => text.includes(label(value)))) return [];
    const said =
      one.value === before.value
        ? `“${one.label}”重复编号。`
        : one.value > before.value
          ? `编号从“${before.label}”跳到“${one.label}”，缺${one.value - before.value - 1}${unit}。`
          : `“${before.label}”之后又出现“${one.label}”，次序颠倒。`;
    return [{ at: one.at, related: [before.at], message: said }];
  });
}

/** Past so many breaks the numbers are not one sequence: parts, forms, contracts bound together. */
const oneSequence = 3;

const clauseNumber: Rule = {
  id: 'clause-number',
  title: '条款编号不连续或者重复',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract', 'normative'],
  why: '条、项的编号跳号、重号时，引用指向哪一条说不清，也常常意味着有内容在改稿中丢失。',
  basis: [{ law: '立法法', article: '65', note: '法律的条、项依序编号，起草其他文本可以参照' }],
  advice: '核对是否漏了内容，再从头重新编号，并同步修改引用。',
  traps: [
    '分为几个部分的文本，每一部分可以重新从第一条编起。',
    '引用别的法律、修改其他文件时出现的条号不是本文件的编号。',
  ],
  check: (context) => {
    if (bodyParagraphs(context).some(({ text }) => amending.test(text) && /第[^条]{1,6}条/u.test(text))) return [];
    const numbered = articlesOf(context);
    // Two articles of an excerpt may be far apart; a whole text runs on.
    const hits = numbered.length > 1 ? breaks(numbered, '条', '') : [];
    const items = itemRuns(context).flatMap((run) => breaks(run, '项', readingOf(context.document).text));
    return [...(hits.length > oneSequence ? [] : hits), ...(items.length > oneSequence ? [] : items)];
  },
  examples: {
    hits: [
      { text: '第五条 交货地点为甲方仓库。\n第七条 乙方负责安装。', quote: '第七条', says: '缺1条' },
      { text: '第一条 标的。\n第二条 价款。\n第二条 付款。\n第三条 验收。', says: '重复编号' },
      {
        text: '第四条 乙方义务：\n（一）按时到岗；\n（二）保持整洁；\n（四）服从调度。',
        quote: '（四）',
        says: '跳到',
      },
      {
        text: '第一条 为加强管理，制定本办法。\n第二条 本办法适用于全区。\n第四条 区城管局负责实施。',
        kind: 'normative',
        says: '第四条',
      },
      { text: '1. 项目：路灯检修。\n2. 地点：青麓路。\n2. 费用：3万元。\n3. 工期：十天。', says: '重复编号' },
      { text: '第３条 服务期一年。第５条 服务费12万元。', says: '第5条' },
      { text: '3.1 甲方提供场地。\n3.2 甲方指派代表。\n3.4 甲方组织验收。' },
    ],
    nearMisses: [
      { text: '第五条 交货。\n第六条 安装。\n第七条 验收。' },
      { text: '第一部分 通用条款\n第一条 定义。\n第二条 标准。\n第二部分 专用条款\n第一条 工期。\n第二条 价款。' },
      { text: '一、标的\n（一）名称\n（二）数量\n二、价款\n（一）总价\n（二）付款' },
      { text: '第三条 乙方应遵守《民法典》第五百零九条。第五百一十条规定的情形，双方协商。' },
      {
        text: '关于修改停车管理办法的决定\n一、将第五条修改为：\n第五条 停车应当缴费。\n第九条 本办法自公布之日起施行。',
        kind: 'normative',
      },
      { text: '1.1 项目概况\n1.2 服务内容\n2.1 服务费' },
    ],
  },
};

export const numberingRules: readonly Rule[] = [clauseNumber];

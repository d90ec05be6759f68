import { describe, expect, it } from 'vitest';
import { cellLeads } from './rows.ts';
import { sample } from './sample.ts';
import { allParagraphs } from './walk.ts';

/** Every cell that goes by something, as one line. */
function linesOf(notation: string): string[] {
  const { document } = sample(notation);
  const leads = cellLeads(document);
  return allParagraphs(document).flatMap(({ id, text }) => {
    const lead = leads.get(id);
    return lead === undefined ? [] : [`${lead}${text}`];
  });
}

describe('a row read as one line', () => {
  it.each<[string, string, string[]]>([
    ['a label and its value', '| 合同总价 | 80,000元 |\n| 定金 | 2万元 |', ['合同总价：80,000元', '定金：2万元']],
    [
      'columns with heads',
      '| 情形 | 违约金（每日） |\n| 逾期交付 | 合同价的1% |',
      ['情形：逾期交付', '违约金（每日）：逾期交付：合同价的1%'],
    ],
    ['pairs side by side', '| 工期 | 30日 | 质保期 | 两年 |', ['工期：30日', '质保期：两年']],
    ['a value in several steps', '| 尾款 | 终验后 | 10% |', ['尾款：终验后', '尾款：终验后：10%']],
    [
      'a label that sounds like a head',
      '| 项目名称 | 青麓区绿道维护 |\n| 工期 | 30日 |',
      ['项目名称：青麓区绿道维护', '工期：30日'],
    ],
    ['a row of one cell', '| 说明 |\n| 见附件 |', []],
  ])('reads %s', (_, notation, lines) => {
    expect(linesOf(notation)).toEqual(lines);
  });
});

import { describe, expect, it } from 'vitest';
import { recogniseKind } from '../document/kind.ts';
import { sample } from '../document/sample.ts';
import { readFacts } from '../facts/facts.ts';
import { openingFields } from './opening.ts';

function opened(text: string, fileName = '文件.docx') {
  const { document } = sample(text);
  const { kind, subKind } = recogniseKind(document);
  return openingFields({ document, facts: readFacts(document), kind, subKind, fileName, today: '2026-03-02' });
}

const purchase = `合同编号：临采2026-07
设备采购合同
甲方（采购人）：云州市临河区政务服务中心
乙方（供应商）：云州明理设备有限公司
第一条 合同总价为人民币128,500.00元（大写：壹拾贰万捌仟伍佰元整）。
第二条 乙方应当于2026年5月1日前交付。
甲方（盖章）：云州市临河区政务服务中心
乙方（盖章）：云州明理设备有限公司`;

describe('what a matter is opened with', () => {
  it('reads title, parties, stance and total of a contract', () => {
    expect(opened(purchase)).toMatchObject({
      title: '设备采购合同',
      kind: 'contract',
      stance: 'a',
      publicPayer: true,
      unit: '云州市临河区政务服务中心',
      counterparty: '云州明理设备有限公司',
      amountFen: 12_850_000,
      urgent: false,
      asOf: '2026-03-02',
    });
  });

  it('takes the side of the public body when it is the second party', () => {
    const lease = purchase
      .replaceAll('云州明理设备有限公司', '#')
      .replaceAll('云州市临河区政务服务中心', '云州明理设备有限公司')
      .replaceAll('#', '云州市临河区政务服务中心');
    expect(opened(lease)).toMatchObject({
      stance: 'b',
      publicPayer: false,
      unit: '云州市临河区政务服务中心',
      counterparty: '云州明理设备有限公司',
    });
  });

  it.each([
    ['今天的会议记录。\n没有标题。', '会议记录.docx', '会议记录'],
    ['今天的会议记录。', '.docx', '.docx'],
    ['今天的会议记录。', `${'长'.repeat(500)}.txt`, `${'长'.repeat(399)}…`],
    ['临河区政务公开办法（试行）\n第一条 为了规范政务公开，制定本办法。', '甲.docx', '临河区政务公开办法（试行）'],
  ])('names %j after its title or its file', (text, file, title) => {
    expect(opened(text, file).title).toBe(title);
  });

  it('leaves open what was not read', () => {
    expect(opened('今天的会议记录。')).toMatchObject({
      stance: 'neutral',
      publicPayer: null,
      unit: '',
      counterparty: '',
      amountFen: null,
    });
  });
});

/** Made-up matters for the development page and for tests of the screens. Every name is fictional. */
import type { Document, Span } from '../../shared/document/model.ts';
import { allParagraphs } from '../../shared/document/walk.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { readText } from '../../shared/import/text.ts';
import type { MatterFields } from '../../shared/review/events.ts';
import type { Basis, Finding, Nature, Severity } from '../../shared/rules/rule.ts';

export type MadeUp = Readonly<{
  number: string;
  fields: Partial<MatterFields> & Readonly<{ title: string }>;
  reviewer: string;
  openedAt: string;
  counts: readonly [number, number, number, number];
  open: number;
  items: number;
  exported: boolean;
  files: number;
  sample: boolean;
}>;

export const shelvesText = `# 档案密集架采购合同
甲方：云州市临河区人民政府办公室
乙方：云州恒立档案设备有限公司
第一条 采购内容
甲方向乙方采购档案密集架及配套档案柜，品名、规格和数量见附件一。
第二条 合同价款及支付
（一）合同总价为人民币￥128,500.00元（大写：壹拾贰万捌仟元整），该价款包含货物、运输、安装、调试、培训及三年质保期内的全部费用。
（二）合同签订后五个工作日内支付合同总价的30%，货到验收合格后适时支付剩余价款。
第三条 交付与验收
乙方应于2026年3月31日前完成交付。甲方逾期三日未提出异议的，视为验收合格。
第四条 质量保证
质保期为三年，自验收合格之日起计算。
第五条 违约责任
乙方逾期交付的，每逾期一日按合同总价的万分之五支付违约金。
第六条 保密
双方对履行本合同中知悉的对方信息负有保密义务。
第七条 争议解决
因本合同发生争议的，双方协商解决；协商不成的，可向云州仲裁委员会申请仲裁或者向甲方所在地人民法院起诉。
附件一 价格表
| 品名 | 规格 | 数量 | 单价（元） | 小计（元） |
| 密集架 | HC-80 | 18 组 | 6,500 | 117,000 |
| 档案柜 | 六门 | 5 台 | 2,300 | 11,550 |
`;

export const shelves: Document = normalise(readText(shelvesText, 'md'));

const civilCode = '中华人民共和国民法典';

/** Findings as the rules would give them, each placed on words that the document really holds. */
export const shelvesFindings: readonly Finding[] = [
  finding('high', 'drafting', '大小写金额不一致', '第二条（一）', '￥128,500.00元（大写：壹拾贰万捌仟元整）', {
    message: '小写 128,500.00 元，大写折合 128,000.00 元，相差 500.00 元。',
    advice: '与承办单位核对后统一，并写明两者不一致时以何者为准。',
    basis: [{ law: civilCode, article: '510' }],
  }),
  finding(
    'high',
    'unlawful',
    '或裁或审，仲裁约定无效',
    '第七条',
    '可向云州仲裁委员会申请仲裁或者向甲方所在地人民法院起诉',
    {
      message: '同时约定仲裁和诉讼，仲裁约定一般无效。',
      advice: '择一约定；选择诉讼的，写明管辖法院。',
      basis: [{ law: '最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释', article: '7' }],
    },
  ),
  finding('high', 'drafting', '数量乘单价与小计不符', '附件一', '11,550', {
    message: '5 × 2,300 = 11,500，小计写 11,550。',
    advice: '核对数量、单价和小计后改正。',
    basis: [{ law: civilCode, article: '510' }],
  }),
  finding('medium', 'drafting', '付款期限不明确', '第二条（二）', '货到验收合格后适时支付', {
    message: '“适时支付”没有天数或日期。',
    advice: '改为验收合格之日起二十个工作日内支付。',
    basis: [{ law: civilCode, article: '511' }],
  }),
  finding('medium', 'risk', '默示验收期限过短', '第三条', '三日未提出异议的，视为验收合格', {
    message: '三日内不提异议即视为合格，检验时间偏短。',
    advice: '改为十个工作日，并排除不易发现的隐蔽瑕疵。',
    basis: [{ law: civilCode, article: '621' }],
  }),
  finding('low', 'risk', '保密义务没有期限', '第六条', '负有保密义务', {
    message: '没有写明保密期限。',
    advice: '写明合同终止后仍应保密的年限。',
    basis: [{ law: civilCode, article: '509' }],
  }),
];

type Rest = Readonly<{ message: string; advice: string; basis: readonly Basis[] }>;

function finding(
  severity: Severity,
  nature: Nature,
  title: string,
  clause: string,
  quote: string,
  rest: Rest,
): Finding {
  const at = spanOf(quote);
  return {
    rule: `made-up-${title.length}-${at.block}`,
    severity,
    nature,
    title,
    document: 0,
    at,
    related: [],
    grounds: [],
    quote,
    clause,
    page: null,
    fingerprint: hex(title + quote),
    ...rest,
  };
}

function spanOf(quote: string): Span {
  const paragraph = allParagraphs(shelves).find(({ text }) => text.includes(quote));
  if (!paragraph) throw new Error(`Not in the made-up contract: ${quote}`);
  const from = paragraph.text.indexOf(quote);
  return { block: paragraph.id, from, to: from + quote.length };
}

/** 64 hexadecimal digits that depend on the text; no real hash is needed here. */
export function hex(text: string): string {
  const seed = [...text].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0, 7);
  return Array.from({ length: 8 }, (_, at) => ((seed ^ (at * 2_654_435_761)) >>> 0).toString(16).padStart(8, '0')).join(
    '',
  );
}

export const madeUp: readonly MadeUp[] = [
  row('2026-0418', '滨河路路灯维修服务合同', 'contract', 'service', '九湾街道', 128_500_000, '王芳', [3, 4, 1, 0], 8),
  row('2026-0417', '区级政务云平台运维合同', 'contract', 'service', '大数据局', 386_000_000, '王芳', [1, 6, 2, 1], 4),
  row('2026-0416', '关于规范小微停车场管理的通知', 'normative', 'unknown', '综合执法局', null, '陈立', [2, 3, 0, 0], 5),
  row('2026-0415', '老旧厂区征收补偿安置方案', 'decision', 'unknown', '住建局', null, '李敏', [4, 5, 1, 0], 10),
  row('2026-0414', '社区食堂委托经营协议', 'contract', 'cooperation', '七里街道', 42_000_000, '王芳', [0, 3, 2, 0], 0),
  row('2026-0412', '责令改正违法行为决定', 'enforcement', 'unknown', '应急局', null, '陈立', [0, 1, 1, 0], 2),
  row('2026-0411', '产业园招商合作协议', 'contract', 'investment', '招商局', 2_400_000_000, '李敏', [6, 5, 3, 2], 9),
  row('2026-0410', '村集体土地承包合同', 'contract', 'land', '九湾街道', 18_000_000, '王芳', [1, 2, 0, 0], 0, true),
  row('2026-0409', '校园配餐服务合同', 'contract', 'service', '教体局', 96_000_000, '陈立', [2, 2, 2, 0], 0, true),
  row('2026-0408', '办公用品零星采购合同', 'contract', 'procurement', '办公室', 850_000, '王芳', [0, 1, 2, 1], 1),
];

function row(
  number: string,
  title: string,
  kind: MatterFields['kind'],
  subKind: MatterFields['subKind'],
  unit: string,
  amountFen: number | null,
  reviewer: string,
  counts: MadeUp['counts'],
  open: number,
  exported = false,
): MadeUp {
  const day = 8 + Number(number.slice(-2)) / 2;
  return {
    number,
    fields: { title, kind, subKind, unit, amountFen, counterparty: kind === 'contract' ? '云州某某有限公司' : '' },
    reviewer,
    openedAt: new Date(Date.UTC(2026, 10, Math.floor(day), 1 + (Number(number.slice(-1)) % 8), 12)).toISOString(),
    counts,
    open,
    items: counts[0] + counts[1] + counts[2] + counts[3] - open,
    exported,
    files: number.endsWith('7') ? 3 : 1,
    sample: false,
  };
}

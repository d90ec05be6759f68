import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recogniseKind } from './kind.ts';
import { sample } from './sample.ts';
import { normativeFormOf } from './sub-kind.ts';

const kindOf = (...lines: string[]): string => recogniseKind(sample(lines.join('\n')).document).kind;
const subKindOf = (...lines: string[]): string => recogniseKind(sample(lines.join('\n')).document).subKind;

const parties = ['甲方：云州市临河区七里街道办事处', '乙方：云州和邻社区服务有限公司'];
const clauses = [
  '第一条 标的',
  '第二条 违约责任',
  '本合同自双方签字盖章之日起生效。',
  '甲方（盖章）：',
  '乙方（盖章）：',
];

describe('contracts under many names', () => {
  it.each([
    '房屋租赁合同',
    '物业服务协议书',
    '战略合作框架协议',
    '招商引资意向书',
    '共建合作备忘录',
    '《道路养护合同》补充协议（二）',
    '办公用品采购订单',
    '国有建设用地使用权出让合同（示范文本）',
    '森林管护责任书',
  ])('%s', (title) => {
    expect(kindOf(title, ...parties, ...clauses)).toBe('contract');
  });

  it('known by parties and signature where the title says nothing', () => {
    expect(kindOf('密集架项目', ...parties, ...clauses)).toBe('contract');
  });
});

describe('normative documents', () => {
  it.each([
    [
      [
        '云州市临河区人民政府办公室文件',
        '云临政办发〔2026〕31号',
        '关于印发《临河区政府合同管理办法》的通知',
        '各街道办事处：',
        '现印发给你们，请认真贯彻执行。',
      ],
    ],
    [['云州市临河区人民政府关于加强停车管理的意见', '为规范停车秩序，提出如下意见：', '一、总体要求', '二、保障措施']],
    [
      [
        '临河区合同审查办法（试行）',
        '第一条 为规范合同管理，制定本办法。',
        '第二条 适用。',
        '第三条 本办法自2026年1月1日起施行。',
      ],
    ],
    [
      [
        '临河区养犬管理规定（征求意见稿）',
        '第一章 总则',
        '第一条 为了加强管理，根据有关法律，制定本规定。',
        '第二条 适用。',
        '第三条 自公布之日起施行。',
      ],
    ],
    [['云州市住房和城乡建设局公告', '〔2026〕第4号', '为规范装修活动，现公告如下：', '一、装修人应当登记。']],
    [['关于禁止在河道内采砂的通告', '为保护河道，现通告如下：', '本通告自发布之日起施行。']],
  ])('%j', (lines) => {
    expect(kindOf(...lines)).toBe('normative');
  });
});

describe('decisions', () => {
  it.each([
    [
      [
        '临河区中心小学布局调整方案（送审稿）',
        '本方案属于重大行政决策事项，拟提请区政府常务会议审议。',
        '一、决策依据',
        '二、公众参与',
        '三、专家论证',
        '四、风险评估',
      ],
    ],
    [['关于调整城区供水价格的决策事项说明', '已开展公众参与、专家论证和风险评估，提请审议。']],
    [
      [
        '临河区国土空间专项规划（草案）',
        '规划编制中开展了公开征求意见、专家论证、风险评估和合法性审查。',
        '现提请区政府常务会议审议。',
      ],
    ],
  ])('%j', (lines) => {
    expect(kindOf(...lines)).toBe('decision');
  });
});

describe('enforcement', () => {
  it.each([
    '行政处罚决定书',
    '责令限期改正通知书',
    '责令停止违法行为通知书',
    '行政强制执行决定书',
    '查封（扣押）决定书',
    '行政处罚事先告知书',
    '限期拆除决定书',
    '撤销行政许可决定书',
    '不予行政处罚决定书',
  ])('%s', (title) => {
    expect(
      kindOf(
        '云州市临河区综合行政执法局',
        title,
        '云临综执〔2026〕第5号',
        '当事人：旺角烧烤店',
        '责令改正，并处罚款二千元。不服本决定的，可以申请行政复议。',
      ),
    ).toBe('enforcement');
  });
});

describe('statutes', () => {
  it.each([
    [
      [
        '# 中华人民共和国试验法',
        '2020年1月1日 第十三届全国人民代表大会常务委员会第一次会议通过',
        '第一条 为了试验，制定本法。',
      ],
    ],
    [
      [
        '云州市停车条例',
        '2020年5月1日云州市第三届人民代表大会常务委员会第二次会议通过',
        '第一条 为了试验，制定本条例。',
      ],
    ],
    [['最高人民法院关于审理试验案件适用法律若干问题的规定（二）', '法释〔2026〕1号', '第一条 试验。']],
    [['试验管理暂行条例', '1990年5月19日 中华人民共和国国务院令第55号发布', '第一条 为了试验，制定本条例。']],
  ])('%j', (lines) => {
    expect(kindOf(...lines)).toBe('statute');
  });

  it('not a notice that names one', () => {
    expect(kindOf('关于贯彻《试验条例》的通知', '（中华人民共和国国务院令第55号发布）', '请遵照执行。')).toBe(
      'normative',
    );
  });
});

describe('other', () => {
  it.each([[['购物清单', '鸡蛋', '牛奶']], [['会议记录', '今天讨论了三件事。']], [[]]])('%j', (lines) => {
    expect(recogniseKind(sample(lines.join('\n')).document)).toMatchObject({ kind: 'other', subKind: 'unknown' });
  });
});

describe('sub-kinds', () => {
  it.each([
    ['档案密集架采购合同', 'procurement'],
    ['政府采购物业服务合同', 'procurement'],
    ['社区服务用房租赁合同', 'lease'],
    ['道路改造工程施工合同', 'construction'],
    ['小区物业服务合同', 'property'],
    ['劳务派遣协议', 'labour'],
    ['借款合同', 'loan'],
    ['项目投资协议书', 'investment'],
    ['污水处理厂特许经营协议', 'administrative'],
    ['采矿权出让合同', 'administrative'],
    ['国有土地上房屋征收补偿安置协议', 'expropriation'],
    ['国有建设用地使用权出让合同', 'land'],
    ['战略合作框架协议', 'cooperation'],
    ['法律顾问服务合同', 'service'],
    ['车辆买卖合同', 'sale'],
    ['合同', 'unknown'],
  ])('%s → %s', (title, subKind) => {
    expect(subKindOf(title, ...parties, ...clauses)).toBe(subKind);
  });
});

describe('forms of normative documents', () => {
  it.each([
    [['临河区停车管理办法'], 'measures'],
    [['临河区人民政府办公室关于印发《临河区停车管理办法（试行）》的通知'], 'measures'],
    [['关于印发临河区烟花爆竹管控方案的通知'], 'opinions'],
    [['临河区人民政府关于促进文旅消费的若干措施'], 'opinions'],
    [['关于禁止露天烧烤的通告'], 'notice'],
    [['临河区司法局文件', '关于开展清理工作的通知'], 'notice'],
    [['临河区简报'], 'unknown'],
  ])('%j → %s', (titles, form) => {
    expect(normativeFormOf(titles)).toBe(form);
  });
});

it('says in one sentence why', () => {
  const { why } = recogniseKind(sample(['房屋租赁合同', ...parties, ...clauses].join('\n')).document);
  expect(why).toBe('标题为“房屋租赁合同”，列有甲方、乙方，写明订立合同，识别为合同。');
});

describe('the whole-document cases', () => {
  it.each([
    ['clean-lease', 'contract', 'lease'],
    ['parking-measures', 'normative', 'measures'],
    ['penalty-decision', 'enforcement', 'unknown'],
    ['relocation-plan', 'decision', 'unknown'],
  ])('%s', (name, kind, subKind) => {
    const text = readFileSync(join(import.meta.dirname, '../../tests/cases', name, 'document.txt'), 'utf8');
    expect(recogniseKind(sample(text).document)).toMatchObject({ kind, subKind });
  });
});

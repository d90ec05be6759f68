/**
 * The traps a reader of Chinese public documents falls into: pairs of texts that look alike and are
 * judged otherwise. Each names the rules that must report it and those that must not.
 */
import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { catalog } from './catalog/index.ts';
import type { DocumentKind, SubKind } from './rule.ts';
import { review } from './run.ts';

type Case = Readonly<{
  text: string;
  kind?: DocumentKind;
  subKind?: SubKind;
  publicPayer?: boolean;
  found?: readonly string[];
  quiet?: readonly string[];
}>;

const asOf = '2026-11-24';

function foundBy({
  text,
  kind = 'contract',
  subKind = 'unknown',
  publicPayer,
}: Case): ReturnType<typeof review>['findings'] {
  const documents = [sample(text).document] as const;
  return review({ documents, kind, subKind, stance: 'a', publicPayer: publicPayer ?? null, asOf }, catalog).findings;
}

const rulesOf = (given: Case): Set<string> =>
  new Set(foundBy(given).flatMap(({ rule, grounds }) => [rule, ...grounds.map((ground) => ground.rule)]));

const traps: Readonly<Record<string, readonly Case[]>> = {
  '1 定金 has a ceiling and a double return; 订金, 预付款, 押金 and 保证金 have neither': [
    { text: '合同总价100万元，乙方交付定金30万元。', found: ['deposit-over-20'] },
    { text: '合同总价100万元，甲方预付订金30万元。', quiet: ['deposit-over-20', 'deposit-word-nature'] },
    { text: '合同总价100万元，甲方支付预付款30万元。', quiet: ['deposit-over-20'] },
    { text: '乙方交纳押金5万元，甲方违约的，应双倍返还押金。', found: ['deposit-word-nature'] },
    { text: '乙方交纳押金5万元，该押金具有定金性质，甲方违约的，应双倍返还。', quiet: ['deposit-word-nature'] },
  ],
  '2 two connected courts are valid, arbitration or court is not': [
    {
      text: '发生争议的，任何一方均可向甲方所在地或者乙方所在地人民法院起诉。',
      quiet: ['disp-arb-or-court', 'disp-no-connection', 'disp-vague-court'],
    },
    {
      text: '发生争议的，可向云州仲裁委员会申请仲裁，也可向甲方所在地人民法院起诉。',
      found: ['disp-arb-or-court'],
    },
  ],
  '3 a penalty over 30 % of the price is a hint, for the law compares with the loss': [
    { text: '合同总价100万元。乙方违约的，应按合同总价的40%向甲方支付违约金。', found: ['penalty-lump-over-30'] },
    { text: '违约金超过因违约造成的损失百分之三十的，可以请求适当减少。', quiet: ['penalty-lump-over-30'] },
  ],
  '4 a paper that quotes a penalty of superior law, or sets steps of discretion, sets none': [
    { kind: 'normative', text: '在人行道上乱堆物料的，处二百元以上一千元以下罚款。', found: ['norm-penalty'] },
    {
      kind: 'normative',
      text: '在人行道上乱堆物料的，依照《云州市市容管理条例》第二十条的规定，处二百元以上一千元以下罚款。',
      quiet: ['norm-penalty'],
    },
    {
      kind: 'normative',
      text: '临河区城市管理行政处罚裁量基准\n| 违法行为 | 依据 | 情节 | 裁量幅度 |\n| 占道经营 | 《云州市市容管理条例》第二十条 | 轻微 | 处二百元以上四百元以下罚款 |',
      quiet: ['norm-penalty'],
    },
  ],
  '5 short periods of procedure are working days, long ones calendar days': [
    {
      kind: 'enforcement',
      text: '行政处罚决定书\n听证告知书已于2026年6月1日送达。\n现决定处罚款五万元。\n2026年6月5日',
      found: ['enf-notice-days'],
    },
    {
      kind: 'enforcement',
      text: '行政处罚决定书\n听证告知书已于2026年6月1日送达。\n现决定处罚款五万元。\n2026年6月9日',
      quiet: ['enf-notice-days'],
    },
    {
      kind: 'enforcement',
      text: '行政处罚决定书\n本案于2026年3月2日立案。\n现决定处罚款五万元。\n2026年5月29日',
      quiet: ['enf-90d'],
    },
    {
      kind: 'enforcement',
      text: '行政处罚决定书\n本案于2026年3月2日立案。\n现决定处罚款五万元。\n2026年6月8日',
      found: ['enf-90d'],
    },
  ],
  '6 以上 and 以下 include the number, 超过 and 不满 do not': [
    { text: '评审费：10万元以下的收1%；10万元以上的收2%。', found: ['threshold-gap'] },
    { text: '评审费：不满10万元的收1%；10万元以上的收2%。', quiet: ['threshold-gap'] },
    { text: '评审费：10万元以下的收1%；超过10万元的收2%。', quiet: ['threshold-gap'] },
    { text: '评审费：不满10万元的收1%；超过10万元的收2%。', found: ['threshold-gap'] },
  ],
  '7 thirty days is the default of a public payer, sixty the most; between them is a hint': [
    { publicPayer: true, text: '采购合同\n甲方应在验收合格后60个工作日内付款。', found: ['sme-pay-60'] },
    { publicPayer: true, text: '采购合同\n甲方应在验收合格后30日内付款。', quiet: ['sme-pay-60'] },
  ],
  '8 public bodies and non-profit institutions may not stand surety; a company may': [
    { text: '桐溪街道办事处为云川建材有限公司的借款承担连带保证责任。', found: ['guar-organ'] },
    { text: '桐溪街道青石社区居民委员会为养老服务公司的贷款提供保证。', found: ['guar-village'] },
    { text: '临河区第二幼儿园为供应商的贷款提供担保。', found: ['guar-publicgood'] },
    { text: '云川康复医院有限公司为该笔借款提供担保。', quiet: ['guar-publicgood', 'guar-organ'] },
    {
      text: '临河区中心医院分期购入CT机，在付清价款前由出卖人保留所有权。',
      quiet: ['guar-publicgood'],
    },
  ],
  '9 a sub-district office may contract; an office within it may not': [
    {
      text: '甲方：云州市临河区桐溪街道办事处\n乙方：云川保洁有限公司',
      quiet: ['party-internal-organ', 'party-branch'],
    },
    { text: '甲方：桐溪街道综合治理办公室\n乙方：云川保洁有限公司', found: ['party-internal-organ'] },
    { text: '甲方：临河区旧城改造指挥部\n乙方：云川保洁有限公司', found: ['party-internal-organ'] },
  ],
  '10 local departments are reviewed by the government of their level since 2024': [
    {
      kind: 'enforcement',
      text: '行政处罚决定书\n如不服本决定，可以自收到本决定书之日起六十日内向云州市城市管理局申请行政复议。\n临河区城市管理局',
      found: ['enf-remedy-organ'],
    },
    {
      kind: 'enforcement',
      text: '行政处罚决定书\n如不服本决定，可以自收到本决定书之日起六十日内向临河区人民政府申请行政复议。\n临河区城市管理局',
      quiet: ['enf-remedy-organ'],
    },
    {
      kind: 'enforcement',
      text: '行政处罚决定书\n如不服本决定，可以自收到本决定书之日起六十日内向国家税务总局云州市税务局申请行政复议。\n国家税务总局临河区税务局',
      quiet: ['enf-remedy-organ'],
    },
  ],
  '11 a sub-district follows local rules on major decisions': [
    {
      kind: 'decision',
      text: '桐溪街道办事处关于老旧小区停车改造的决定\n经研究，街道办事处决定实施停车改造。',
      found: ['dec-lower-level'],
    },
    {
      kind: 'decision',
      text: '桐溪街道办事处关于老旧小区停车改造的决定\n参照《重大行政决策程序暂行条例》和《云州市重大行政决策程序实施办法》，街道办事处决定实施停车改造。',
      quiet: ['dec-lower-level'],
    },
  ],
  '12 a change of government is no excuse, a public interest with compensation is': [
    { text: '因政府换届、领导变动的，甲方可以解除本协议且不承担责任。', found: ['gov-change-excuse'] },
    { text: '因国家利益、社会公共利益需要依法变更本协议的，甲方给予补偿。', quiet: ['gov-change-excuse'] },
    { text: '甲方不得以政府换届、领导变动为由解除本协议。', quiet: ['gov-change-excuse'] },
  ],
  '13 arbitration is void in an administrative agreement, fine in a civil contract': [
    {
      text: '国有土地上房屋征收补偿协议\n因本协议发生争议的，提交云州仲裁委员会仲裁。',
      found: ['disp-arb-adminagreement'],
    },
    {
      text: '物业服务合同\n甲方：临河区司法局\n因本合同发生争议的，提交云州仲裁委员会仲裁。',
      quiet: ['disp-arb-adminagreement'],
    },
  ],
  '14 performance bond 10 %, bid bond 2 %, quality bond 3 %, deposit 20 % are four ceilings': [
    { text: '政府采购合同\n履约保证金为合同金额的10%。', quiet: ['proc-perf-bond-10'] },
    { text: '政府采购合同\n履约保证金为合同金额的12%。', found: ['proc-perf-bond-10'] },
    { text: '投标保证金为采购预算金额的2%。', quiet: ['proc-bid-bond-2', 'proc-perf-bond-10'] },
    { text: '投标保证金为采购预算金额的3%。', found: ['proc-bid-bond-2'], quiet: ['proc-perf-bond-10'] },
    { text: '建设工程施工合同\n质量保证金为工程结算价的3%。', quiet: ['const-quality-bond-3', 'deposit-over-20'] },
    {
      text: '建设工程施工合同\n质量保证金为工程结算价的5%。',
      found: ['const-quality-bond-3'],
      quiet: ['proc-perf-bond-10'],
    },
    {
      text: '定金为合同总价的20%，履约保证金为合同总价的10%，投标保证金为采购预算的2%。',
      quiet: ['deposit-over-20', 'proc-perf-bond-10', 'proc-bid-bond-2'],
    },
  ],
  '15 no amount prevails over the other': [
    { text: '合同总价￥128,500.00元（大写：壹拾贰万捌仟元整）。', found: ['amt-capital-mismatch'] },
  ],
  '16 a blank date of signing is filled by hand, unless a period counts from it': [
    {
      text: '甲方（盖章）：＿＿＿＿　乙方（盖章）：＿＿＿＿\n签订日期：　　年　月　日',
      quiet: ['blank-field', 'sign-date-blank'],
    },
    {
      text: '建设工程施工合同\n工期自签订之日起90日。\n签订日期：　　年　月　日',
      found: ['sign-date-blank'],
      quiet: ['blank-field'],
    },
  ],
};

describe.each(Object.entries(traps))('%s', (_, cases) => {
  it.each(cases.map((given) => [given.text.replaceAll('\n', ' / '), given] as const))('%s', (_text, given) => {
    const rules = rulesOf(given);
    expect((given.found ?? []).filter((id) => !rules.has(id))).toEqual([]);
    expect((given.quiet ?? []).filter((id) => rules.has(id))).toEqual([]);
  });
});

describe('what a trap says of itself', () => {
  const one = (id: string, given: Case): ReturnType<typeof foundBy>[number] | undefined =>
    foundBy(given).find(({ rule }) => rule === id);

  it('a penalty held against the price is a notice that names the loss as the measure', () => {
    const finding = one('penalty-lump-over-30', {
      text: '合同总价100万元。乙方违约的，应按合同总价的40%向甲方支付违约金。',
    });
    expect(finding?.severity).toBe('notice');
    expect(`${finding?.message}${finding?.advice}`).toContain('实际损失');
  });

  it('a term of 45 days is graver than none, milder than one of 90', () => {
    const at = (days: number): string | undefined =>
      one('sme-pay-60', { publicPayer: true, text: `采购合同\n甲方应在验收合格后${days}日内付款。` })?.severity;
    expect([at(30), at(45), at(90)]).toEqual([undefined, 'notice', 'high']);
  });

  it('two amounts that differ are a fault of drafting, and neither is called the right one', () => {
    const finding = one('amt-capital-mismatch', { text: '合同总价￥128,500.00元（大写：壹拾贰万捌仟元整）。' });
    expect(finding?.nature).toBe('drafting');
    expect(`${finding?.message}${finding?.advice}`).not.toMatch(/以大写(?:金额)?为准|以小写(?:金额)?为准/u);
  });
});

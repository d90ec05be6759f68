/** What the contract rules share: sums, the contract total, who the payer is. */
import type { Amount, Party } from '../../../facts/facts.ts';
import { isTotalLabel } from '../../../facts/labels.ts';
import { yuan } from '../../../facts/money.ts';
import { inBody, sentenceOf } from '../../around.ts';
import { mentions } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { RuleContext } from '../../rule.ts';

/** "128,500.00 元" */
export function money(fen: number): string {
  return `${yuan(fen)} 元`;
}

/** An amount that is a sum agreed as such: no bound, no unit price, and only one of the two forms. */
export function isSum(amount: Amount): boolean {
  return (
    amount.fen !== null && !amount.bound && amount.per === null && (amount.kind === 'figure' || amount.pair === null)
  );
}

const notTotal =
  /暂列|预算|限价|控制价|上限|报价区间|不含税|不含增值税|税额|税金|年度|每年|第[一二三四五六七八九十\d]年|[每当]月|月度|标段|分项|单项|原合同|原协议|变更前|变更后|调整[前后]|补充(?:协议|合同)|追加|估算|概算|其中|第[一二三四五六七八九十\d]+[包期批]|单价|超过|达到|不足|万元以[上下]/u;
export const provisional = /暂定|暂估|预估|预计|大约|约[为\d￥¥]|据实|按实|审定|估算/u;

export type Total = Readonly<{ amount: Amount; fen: number; provisional: boolean }>;

/** Every place that states the contract total, in reading order. */
export function statedTotals(context: RuleContext): Total[] {
  return inBody(context, context.facts.amounts).flatMap((amount) => {
    if (amount.label === null || amount.fen === null || !isTotalLabel(amount.label) || !isSum(amount)) return [];
    const sentence = sentenceOf(context, amount.at);
    const near = sentence.before.slice(-40);
    if (notTotal.test(near) || /^[^，。；]{0,4}以[上下内]/u.test(sentence.after)) return [];
    return [{ amount, fen: amount.fen, provisional: provisional.test(sentence.text) }];
  });
}

/** The contract total as first stated; null when none is. */
export function contractTotal(context: RuleContext): Total | null {
  return statedTotals(context)[0] ?? null;
}

const wholePrice = /^(?:共计|合计|总计|总额|服务费总额|租金总额|总费用)$/u;

/** What shares of the price are taken of: the contract total, else the one sum that is called a whole (货款共计20万元). */
export function priceBase(context: RuleContext): Pick<Total, 'amount' | 'fen'> | null {
  const total = contractTotal(context);
  if (total) return total;
  const [whole, ...others] = inBody(context, context.facts.amounts).flatMap((amount) =>
    amount.fen !== null && isSum(amount) && wholePrice.test(amount.label ?? '') ? [{ amount, fen: amount.fen }] : [],
  );
  return whole && others.every(({ fen }) => fen === whole.fen) ? whole : null;
}

/** Whether the paying side is, or may be, a public body; false only when that is known not to be. */
export function mayBePublic(context: RuleContext): boolean {
  if (context.input.publicPayer !== null) return context.input.publicPayer;
  const named = context.facts.parties.filter((party) => party.name !== '');
  if (isPrivateTrade(context)) return false;
  return named.length === 0 || named.some((party) => isPublic(party) || party.nature === 'unknown');
}

const buyers = '(?:甲方|买方|需方|购买方|购货方|采购方|付款方|买受人|定作人)';
const privateTrade = pattern(
  `${buyers}[^。；，\\n]{0,4}[，、][^。；，）\\n]{0,8}(?:民营|私营|民企|个体)|(?:双方|甲乙双方)(?:均|都)(?:为|是|系)[^。；，\\n]{0,8}(?:民营|私营|企业|公司|个体)|(?:民营|私营)(?:企业|公司)[^。；，\\n]{0,6}${buyers}`,
);

/** Whether the text says outright that the paying side is in private business. */
export function isPrivateTrade(context: RuleContext): boolean {
  return mentions(context, privateTrade);
}

/** Whether the paying side is known to be a public body. */
export function isPublicPayer(context: RuleContext): boolean {
  return context.input.publicPayer ?? context.facts.parties.some((party) => party.role === '甲方' && isPublic(party));
}

export function isPublic(party: Party): boolean {
  return party.nature === 'government' || party.nature === 'institution';
}

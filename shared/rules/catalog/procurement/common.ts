/** What the procurement rules share: whether a contract is, or may be, a public body's purchase. */
import { mentions } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { RuleContext } from '../../rule.ts';
import { isPublicPayer, mayBePublic } from '../contract/common.ts';

const purchaseWords = pattern(
  '政府采购|采购人|采购代理机构|中标通知书|成交通知书|采购文件|磋商文件|询价文件|谈判文件|中标供应商|成交供应商|单一来源|采购项目编号',
);
const buying = pattern('采购|购买|购置|供货|供应|服务|养护|维护|开发|承办|印制');
const othersTrade = pattern('出租[方人]|出让[方人]|借款[方人]|招商|征收|捐赠|劳动合同');

/** By its sub-kind or its own words a purchase by a public body. */
export function isProcurement(context: RuleContext): boolean {
  if (context.input.publicPayer === false) return false;
  if (companyBuys(context) && !mentions(context, purchaseWords)) return false;
  if (context.input.subKind === 'procurement' || mentions(context, purchaseWords)) return true;
  return isPublicPayer(context) && mentions(context, buying) && !mentions(context, othersTrade);
}

/** Firms trade among themselves unless the text speaks of public procurement. */
function companyBuys({ facts }: RuleContext): boolean {
  const buyer = facts.parties.find(({ role, aliases }) => [role, ...aliases].some((name) => buyerRole.test(name)));
  return buyer?.nature === 'company';
}
const buyerRole = /^(?:甲方|买方|需方|买受人|购买方|购货方|采购方)$/u;

/** A purchase, or a text too short to tell that does not say otherwise. */
export function mayBeProcurement(context: RuleContext): boolean {
  return isProcurement(context) || (context.input.subKind === 'unknown' && mayBePublic(context));
}

/** Enough of a contract to say what it lacks: both sides are named, or it runs over several paragraphs. */
export function isWhole(context: RuleContext): boolean {
  const { parties } = context.facts;
  const named = parties.filter(({ name }) => name !== '').length;
  if (named >= 2 || context.document.body.length >= 5 || statesItems(context)) return true;
  return context.document.body.length >= 3 && mentions(context, pattern('政府采购(?:项目)?合同'));
}

/** A public purchase whose terms are numbered one after another, be it in one paragraph. */
function statesItems(context: RuleContext): boolean {
  const { text } = readingOf(context.document);
  const marks = text.match(
    /(?:^|[\n。；，])\s*(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|第[一二三四五六七八九十]{1,2}条|\d{1,2}[.．、])/gu,
  );
  return (marks?.length ?? 0) >= 4 && mentions(context, pattern('政府采购'));
}

/** A remark that something is not there: （未载明企业规模）, （无验收安排）. `thing` is the source of a pattern. */
export function remarksAbsence(context: RuleContext, thing: string): boolean {
  return new RegExp(`(?:未|无|没有|缺少?)[^。；，）)]{0,12}(?:${thing})`, 'u').test(readingOf(context.document).text);
}

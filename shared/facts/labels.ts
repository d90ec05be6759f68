/** What an amount is called: the label words of contracts, and how to find the one that names it. */
import { clauseBefore, sentenceBefore } from './source.ts';

const words = [
  '合同总价款|合同总价|合同总金额|合同总额|合同价款|合同金额|合同价格|合同价(?!税)|签约合同价',
  '不含税总价|不含税金额|不含税价款|不含税价|含税总价|含税金额|含税价款|含税价|价税合计|税额|税金',
  '总价款|总造价|总价|总金额|总额|总计|合计|共计|总费用|服务费总额|租金总额',
  '最高限价|控制价|预算金额|预算价|预算|暂定价|暂估价|暂列金额|概算',
  '履约保证金|投标保证金|质量保证金|质保金|保修金|工资保证金|租赁保证金|保证金|履约担保|押金|订金|定金|诚意金',
  '预付款|首付款|首期款|进度款|中期款|尾款|余款|结算价款|结算价|结算款|首期|剩余款项',
  '月租金|年租金|日租金|租金标准|租金|物业费|管理费|服务费|加工费|施工费|维修费|养护费|印刷费|培训费|运费|咨询费|设计费|监理费|代理费|承包费|报酬|工资',
  '违约金|赔偿金|补偿款|补偿费|滞纳金|罚款|借款金额|贷款金额|借款本金|借款|贷款|本金|利息|货款|工程款|工程价款|价款|金额|单价|费用|款项',
].join('|');

const label = new RegExp(words, 'gu');
/** 合同总价的20%即…: the base of a share, not the name of the sum after it. */
const baseOfShare = /^(?:（[^）]{0,8}）|\([^)]{0,8}\))?的?\s*(?:\d|百分之|千分之|万分之|[一二三四五六七八九]成|比例)/u;
const restated = /[,，]\s*(?:人民币|大写|小写|即|计|合|共计|为)?[（(]?(?:人民币|大写|小写|[￥¥])?[:：]?\s*$/u;

const general = /^(?:合计|共计|总计|总额)$/u;

/** The label that names an amount beginning at `at` of a folded text; null when none does. */
export function labelBefore(text: string, at: number): string | null {
  let before = clauseBefore(text, at, 40);
  if (before.trim() === '' || restated.test(text.slice(Math.max(0, at - 12), at)))
    before = sentenceBefore(text, at, 40);
  let found: string | null = null;
  let end = 0;
  for (const match of before.matchAll(label)) {
    const after = before.slice(match.index + match[0].length);
    if (after.length > 26 || baseOfShare.test(after) || /^(?:的|之|中)[^为]{0,6}(?:之一)?$/u.test(after)) continue;
    // 服务总价合计, 履约保证金金额: the general word only closes the one that says what is summed.
    if (
      found !== null &&
      match.index === end &&
      (match[0] === '金额' || (isTotalLabel(found) && general.test(match[0])))
    ) {
      end += match[0].length;
      continue;
    }
    found = match[0];
    end = match.index + match[0].length;
  }
  return found;
}

/** Labels that all mean the whole contract price. */
export function isTotalLabel(name: string): boolean {
  return /^(?:签约)?合同(?:总价款?|总金额|总额|价款|金额|价格|价)$|^总(?:价款?|造价|金额|额|费用)$|^价税合计$|^含税总价$/u.test(
    name,
  );
}

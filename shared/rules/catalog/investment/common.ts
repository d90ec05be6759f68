/** What the investment rules share: who promises, and when a promise is refused. */
import { stretchBefore } from '../../builders.ts';
import type { Place } from '../../builders.ts';

/** The side that may not promise: an office and those who act for it. Source of a pattern. */
export const authorities =
  '(?:甲方|政府|管委会|管理委员会|街道(?:办事处|办)?|园区|开发区|财政[局所部]?|区级|县级|市级|国资|平台公司|城投|引导基金|[^，。；：\\s]{1,6}局)';

const refuses =
  /不(?:予|以|因此|作出?|做出?|会|得|再|另行?|单独|承诺|保证|给予|提供|设置?|安排|承担|享有|存在|参与|约定|支付|享受|对[^，。；]{1,10}给予){1,3}|无(?:权|须|需)|未(?:约定|承诺)|并非|拒绝|取消|禁止|严禁/u;

/** 甲方不作任何返还承诺, 不对乙方单独给予奖励: the stretch between commas that ends the match refuses what it names. */
export function notPromised({ paragraph, match }: Place): boolean {
  return (
    refuses.test(stretchBefore(paragraph.text, match.to)) || /^[^，。；]{0,6}不予/u.test(paragraph.text.slice(match.to))
  );
}

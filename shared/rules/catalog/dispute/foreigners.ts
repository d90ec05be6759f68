/** Whether a contract has a party from abroad, as its names, seats and places of registration show. */
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { RuleContext } from '../../rule.ts';

const countries =
  '境外|国外|外国|香港|澳门|台湾|新加坡|美国|英国|德国|法国|日本|韩国|澳大利亚|加拿大|意大利|荷兰|瑞士|瑞典|俄罗斯|越南|泰国|马来西亚|印度|以色列|开曼|维尔京|百慕大|西班牙|葡萄牙|巴西|新西兰|芬兰|挪威|丹麦|比利时|奥地利|爱尔兰|阿联酋|沙特|迪拜|蒙古国|印尼|印度尼西亚|菲律宾|老挝|缅甸|柬埔寨|哈萨克斯坦|乌克兰|波兰|土耳其|捷克|匈牙利|希腊|墨西哥|阿根廷|智利|埃及|南非|冰岛|卢森堡|尼泊尔|巴基斯坦|斯里兰卡';
const cities =
  '巴黎|伦敦|纽约|东京|大阪|米兰|罗马|柏林|慕尼黑|汉堡|法兰克福|维也纳|莫斯科|首尔|釜山|曼谷|悉尼|墨尔本|多伦多|温哥华|洛杉矶|旧金山|芝加哥|波士顿|马德里|巴塞罗那|里斯本|阿姆斯特丹|布鲁塞尔|苏黎世|日内瓦|斯德哥尔摩|哥本哈根|赫尔辛基|都柏林|布达佩斯|布拉格|华沙|雅典|河内|吉隆坡|雅加达|马尼拉|加尔各答|新德里|开罗';
/** A party that says it lies in a foreign place: 位于纽约州, 总部设在伦敦. */
export const foreignSeat = `(?:位于|总部(?:设)?在|设立于|成立于)(?:${countries}|${cities}|(?:特拉华|加利福尼亚|内华达|得克萨斯|德克萨斯|佛罗里达|伊利诺伊|马萨诸塞|新泽西|宾夕法尼亚|俄亥俄)州)`;
const places = `(?:${countries})`;
const bodies =
  '(?:公司|企业|集团|法人|机构|大学|学院|供应商|银行|株式会社|[剧乐舞歌]团|艺术团|马戏团|芭蕾舞团|[剧乐]院|乐队|团体|事务所|俱乐部|协会|研究[所院]|工作室|基金会|商会|出版社|医院|实验室|四重奏)';

const foreignParty = pattern(
  [
    'Ltd|LTD|Limited|LIMITED|Inc\\b|INC|LLC|GmbH|Corp|S\\.A\\.|Pte|PLC|Company|Holdings|株式会社',
    `[（(](?:英属)?${places}(?:群岛|特别行政区)?[）)]`,
    `[（(](?:英属)?${places}[^）)。；，路街]{0,8}(?:注册|设立|登记|成立|籍)[^）)]{0,6}[）)]`,
    `${places}[^。；，：:\\n]{0,16}${bodies}`,
    `(?:境外|外国|国外|外籍|海外)(?:团体|院团|公司|企业|主体|法人|组织|当事人|艺术家|专家|个人|卖方|乙方)`,
    '(?:外方|外商)(?:当事人|公司|投资者)?[：:为]',
    `(?:注册|设立|登记)(?:地|于|在)[^。；，]{0,4}${places}`,
    `(?:住所|地址|住址|营业地|总部)(?:地|所在地)?[：:为在位于\\s]{0,3}(?:${countries}|${cities})`,
    `(?:公司|企业|法人)[^。；]{0,24}${foreignSeat}`,
    `国籍[：:为]\\s*${places}`,
  ].join('|'),
);

const notForeign = /产地|进口|原产|品牌/u;
const street = new RegExp(
  `^(?:[\u4e00-\u9fff]{2,4}[：:为在位于\\s]{1,3})?${places}(?:[\u4e00-\u9fff]{0,2}[路街道巷]|城|广场|花园|园区?|大厦|风情|料理|菜)`,
  'u',
);

/** A party from abroad is named: not the goods' origin, and not a street called after a place. */
export function namesForeigner({ document }: RuleContext): boolean {
  const { candidates, paragraphs } = readingOf(document);
  return candidates(foreignParty).some((at) => {
    const line = paragraphs[at]?.text ?? '';
    return foreignParty
      .all(line)
      .some(
        ({ text, from }) => !notForeign.test(text) && !street.test(line.slice(from, from + 30).replace(/^[（(]/u, '')),
      );
  });
}

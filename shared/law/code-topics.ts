/**
 * Which articles of the 民法典 treat a subject that drafts cite it for. A list says where the subject is at home and
 * where else the code speaks of it, so that 第五百九十条定金罚则 can be told from 第五百八十六条.
 */

export type Topic = Readonly<{
  name: string;
  words: RegExp;
  articles: readonly (readonly [from: number, to: number])[];
}>;

export const codeTopics: readonly Topic[] = [
  { name: '定金', words: /定金/u, articles: [[586, 588]] },
  { name: '违约金', words: /违约金/u, articles: [[585, 588]] },
  {
    name: '不可抗力',
    words: /不可抗力/u,
    articles: [
      [180, 180],
      [194, 194],
      [563, 563],
      [590, 590],
      [832, 842],
    ],
  },
  { name: '情势变更', words: /情势变更/u, articles: [[533, 533]] },
  { name: '格式条款', words: /格式(?:条款|合同)/u, articles: [[496, 498]] },
  { name: '租赁合同', words: /(?:房屋)?租赁(?:合同|期限|物)|转租/u, articles: [[703, 734]] },
  {
    name: '保证合同',
    words: /保证(?:合同|期间|责任|方式)|连带责任保证/u,
    articles: [
      [386, 393],
      [681, 702],
    ],
  },
  { name: '买卖合同', words: /买卖合同/u, articles: [[595, 647]] },
  { name: '赠与合同', words: /赠与/u, articles: [[657, 666]] },
  { name: '借款合同', words: /借款合同/u, articles: [[667, 680]] },
  { name: '承揽合同', words: /承揽/u, articles: [[770, 787]] },
  { name: '建设工程合同', words: /建设工程合同/u, articles: [[788, 808]] },
  { name: '委托合同', words: /委托合同/u, articles: [[919, 936]] },
  { name: '物业服务合同', words: /物业服务合同/u, articles: [[937, 950]] },
  { name: '合伙合同', words: /合伙合同/u, articles: [[967, 978]] },
  { name: '债权转让', words: /债权转让/u, articles: [[545, 550]] },
  { name: '诉讼时效', words: /诉讼时效/u, articles: [[188, 199]] },
  { name: '居住权', words: /居住权/u, articles: [[366, 371]] },
  { name: '表见代理', words: /表见代理/u, articles: [[172, 172]] },
];

/** The subject first named in some words, of those the list knows; null when none is. */
export function topicIn(words: string): Topic | null {
  const found = codeTopics.flatMap((topic) => {
    const at = words.search(topic.words);
    return at < 0 ? [] : [{ topic, at }];
  });
  return found.toSorted((a, b) => a.at - b.at)[0]?.topic ?? null;
}

/** Whether an article ("586", "120-1") is among those that treat a subject. */
export function treats({ articles }: Topic, article: string): boolean {
  const number = Number.parseInt(article, 10);
  return articles.some(([from, to]) => number >= from && number <= to);
}

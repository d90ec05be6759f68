/** What villages and neighbourhoods may not write into the rules they give themselves. */
import { bodyParagraphs, mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import { villagePapers } from './common.ts';

const ownRules = pattern(
  '村规民约|居民公约|村民公约|管理规约|业主公约|业主规约|小区公约|社区公约|自治公约|自治章程|村规|楼栋公约|文明公约|村民自治',
);
/** A paper that is itself such rules says so at its head; a law only mentions them. */
const headLines = 6;
const amount = '(?:\\d|[一二三四五六七八九十百千])';
const rights =
  '(?:承包(?:权|地|资格)?|分红|福利|入户|落户|分配|收益(?:权|分配)?|股(?:权|份)|宅基地|补助|补贴|待遇|口粮|选举权|成员资格|村民资格|慰问|低保|权利)';
const penalty = [
  `罚(?:款|金)?[^。；，\\n]{0,8}${amount}[^。；，\\n]{0,6}元|(?:处以?|处罚|罚处|给予|缴纳|交纳|课以|收取|予以|进行|可以?|应当?)[^。；，\\n]{0,12}罚(?:款|金)|罚款`,
  '没收[^。；，\\n]{0,14}',
  '(?:扣留|扣押|扣下|暂扣)[^。；，\\n]{0,14}',
  '(?:停止|中断|切断|停|断)(?:对其|其|户)?(?:供应|供给|供|用)?(?:自来)?(?:水|电|气|暖)',
  `(?:取消|剥夺|停发|停止(?:发放|享受)?|收回|不予?(?:发放|享受|分配|享有)|扣除|扣发|暂停|丧失|不得(?:享受|享有|参与|参加|分得|申请)|不(?:再)?(?:享受|享有|参与|分给|享有))[^。；，\\n]{0,20}${rights}`,
  `(?:外嫁女|出嫁女|嫁出|离婚|丧偶|入赘|招婿|上门女婿)[^。；\\n]{0,30}(?:不(?:得|再|予|能)?(?:享有|享受|参与|参加|分配|分得|分|具有)|取消|收回|退出|无权|丧失|没有)`,
].join('|');

const penalises = phrase({
  find: pattern(penalty),
  unless: pattern(
    '违约金|(?:由|报|移送|交由|移交|提请)[^。；，]{0,20}(?:依法|机关|部门|派出所|公安|城管|执法)[^。；]{0,12}(?:处理|处罚|查处|罚款)|(?:公安|城管|行政机关|执法部门|主管部门)[^。；，]{0,10}(?:依法)?[^。；，]{0,6}(?:处罚|罚款|没收)|停水停电(?:通知|检修)|评选|评优|先进|文明(?:户|家庭)|星级|荣誉|积分兑换|刑法|不得(?:以任何(?:理由|方式))?(?:罚款|没收|扣留|停水|断电|取消|剥夺)|不得[^。；，]{0,8}(?:罚款|没收|剥夺|取消)',
  ),
  when: ({ paragraph }, context) =>
    ownRules.test(paragraph.text) ||
    bodyParagraphs(context)
      .slice(0, headLines)
      .some(({ text }) => ownRules.test(text)),
  message: ({ match }) => `自治规约规定${quoted(match.text)}。`,
});

const villageRule: Rule = {
  id: 'sub-village-rule',
  title: '自治规约设罚款、没收或剥夺成员权利',
  severity: 'high',
  nature: 'unlawful',
  kinds: villagePapers,
  why: '行政处罚只能由有权的行政机关实施；自治规约不得设罚款、没收，也不得剥夺成员的土地承包权和集体收益分配权。',
  basis: [
    { law: '行政处罚法', article: '17' },
    { law: '农村土地承包法', article: '5' },
    { law: '农村集体经济组织法', article: '57' },
  ],
  advice: '改为批评教育、公示劝导、责成恢复原状或者移送有权机关依法处理，删去剥夺承包、分红等权利的条款。',
  traps: ['业主大会依法约定的违约金不是罚款。', '移送公安、城管依法处罚，荣誉评选和激励，都不在此列。'],
  check: (context) => (mentions(context, ownRules) ? penalises(context) : []),
  examples: {
    hits: [
      { text: '村规民约：乱倒垃圾的罚款200元，不交的取消当年分红。', kind: 'other', quote: '罚款200元', says: '罚款' },
      { text: '石桥村村规民约\n第六条 外嫁女及其子女不享有集体收益分配。', kind: 'normative', says: '外嫁女' },
      { text: '居民公约\n三、违规停放的电动车予以没收。\n四、拒不改正的停水停电。', kind: 'other', says: '没收' },
      { text: '管理规约：拖欠物业费的业主，由物业暂扣门禁卡并停止供水。', kind: 'contract' },
    ],
    nearMisses: [
      { text: '村规民约：乱倒垃圾的批评教育，屡教不改的报城管部门依法处理。', kind: 'other' },
      { text: '管理规约：违反装修约定的，按业主大会决定支付违约金。', kind: 'other' },
      { text: '村规民约：违反本规约的，取消当年文明户评选资格。', kind: 'other' },
      { text: '居民公约：任何组织不得对居民罚款，也不得停水停电。', kind: 'normative' },
      { text: '乱倒垃圾的，由综合行政执法机关处二百元以下罚款。', kind: 'normative' },
    ],
  },
};

export const villageRules: readonly Rule[] = [villageRule];

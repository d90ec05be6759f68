/** Purchases of one kind in parts: below the threshold each, above it together. */
import type { Amount } from '../../../facts/facts.ts';
import { inBody, rowBefore, sentenceOf } from '../../around.ts';
import { mentions, phrase, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { settingOf } from '../../rule.ts';
import type { Hit, Rule, RuleContext, Setting } from '../../rule.ts';
import { isSum } from '../contract/common.ts';

/** Procurement thresholds are set by each province: the office enters its own. */
const openTender: Setting = { key: 'proc-open-tender-wan', title: '公开招标数额标准（万元）', value: 200 };
const directLimit: Setting = { key: 'proc-direct-limit-wan', title: '零星采购限额（万元）', value: 10 };

const evades = pattern(
  '(?:拆分|分拆|拆成|拆为|化整为零|分解|分割)[^。；]{0,40}(?:规避|避免|避开|绕开|无需|免于|不(?:再)?(?:达到|超过|走)|低于|以下)[^。；]{0,16}(?:招标|限额|数额|标准|采购程序)|(?:规避|避免|避开|绕开|为免)[^。；]{0,12}(?:公开招标|招标|采购限额)[^。；]{0,30}(?:拆分|分拆|拆成|分成|分为|化整为零|分别|分次|分期)',
);
const many = pattern(
  '([2-9]|1\\d|[两二三四五六七八九十多数])\\s*(?:份|个|笔|次|单)[^。；]{0,24}?(?:合同|协议|采购|订单|项目)?[^。；]{0,16}?(?:各|均|每[份个笔次单]|分别)',
);
const sameItem = /同(?:一)?(?:预算|品目|类|种|型号|项目|供应商|批)|同品目|相同|类似|同样/u;
const apart = pattern(
  '不同(?:项目|品目|时段|预算)|预算调整|经(?:财政部门)?批准(?:采用|变更)|框架协议|电子卖场|定点采购|公开招标方式',
);
const counts: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  多: 3,
  数: 3,
};

type Lot = Readonly<{ at: Amount['at']; count: number; fen: number }>;

/** 三份合同各9.8万元, or the sums of several purchases of one kind told one after another. */
function lotsOf(context: RuleContext): Lot[] {
  const all = inBody(context, context.facts.amounts).filter((amount) => amount.fen !== null && !amount.bound);
  // 每次60万元, 每份9.8万元 is a sum here, not a unit price.
  const sums = all.filter((amount) => isSum(amount) || amount.kind === 'plain');
  const each = all.filter((amount) => amount.per === null || /^[次份个件]$/u.test(amount.per));
  const told = places(context, many).flatMap(({ at, match, sentenceFrom, sentence }): Lot[] => {
    const amount = each.find(
      (one) => one.at.block === at.block && one.at.from >= match.to - 2 && one.at.to <= sentenceFrom + sentence.length,
    );
    const count = counts[match.groups[0]?.text ?? ''] ?? Number(match.groups[0]?.text);
    return amount?.fen && count >= 2 && sameItem.test(sentence) ? [{ at: amount.at, count, fen: amount.fen }] : [];
  });
  if (told.length > 0) return told;
  const listed = sums.filter((amount) => {
    const sentence = sentenceOf(context, amount.at).text;
    return amount.fen !== null && /采购|合同|购置|购买|订购/u.test(`${sentence}${rowBefore(context, amount.at.block)}`);
  });
  const [first] = listed;
  const paragraph = first ? sentenceOf(context, first.at).text : '';
  const alike = mentions(context, pattern('同(?:一)?(?:品目|类|种|型号|供应商)|同品目|相同品目|再次|又(?:与|向|签)'));
  if (!first || listed.length < 3 || !alike || paragraph === '') return [];
  const fens = listed.flatMap(({ fen }) => (fen === null ? [] : [fen]));
  const largest = Math.max(...fens);
  return [{ at: first.at, count: listed.length, fen: largest }];
}

const split: Rule = {
  id: 'proc-split',
  title: '疑似化整为零规避招标',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract', 'other'],
  why: '同一财政年度、同一预算项目下同一品目多次以非公开招标方式采购，累计超过公开招标数额标准的，属于化整为零规避公开招标。',
  basis: [
    { law: '政府采购法', article: '28' },
    { law: '政府采购法实施条例', article: '28' },
    { law: '招标投标法', article: '4' },
  ],
  advice: '说明各次采购的预算项目、品目和采购方式依据；属于同一预算项目同一品目的，合并后按规定方式采购。',
  traps: ['不同预算项目、不同品目的零星采购，预算调整或者经批准采用其他方式的，不在此列。'],
  settings: [openTender, directLimit],
  check: (context) => {
    if (context.input.publicPayer === false || mentions(context, apart)) return [];
    const evading = phrase({
      find: evades,
      unless: pattern('不得|禁止|严禁|不应|不准|防止'),
      message: ({ match }) => `拆分采购以规避招标：${quoted(match.text, 60)}。`,
      grade: () => ({ nature: 'unlawful' }),
    })(context);
    if (evading.length > 0) return evading;
    const tender = settingOf(context, openTender);
    const direct = settingOf(context, directLimit);
    return lotsOf(context).flatMap(({ at, count, fen }): Hit[] => {
      const wan = fen / 1_000_000;
      const total = Number((wan * count).toFixed(2));
      if (wan < tender && total > tender) {
        return [
          {
            at,
            message: `同类采购 ${count} 次，累计约 ${total} 万元，超过公开招标数额标准（按本单位设定的${tender}万元）。`,
          },
        ];
      }
      const near = wan <= direct && wan >= direct * 0.9 && count >= 3;
      return near
        ? [
            {
              at,
              severity: 'notice',
              message: `同类采购 ${count} 次，每次 ${wan} 万元，贴近零星采购限额（按本单位设定的${direct}万元），合计约 ${total} 万元。`,
            },
          ]
        : [];
    });
  },
  examples: {
    hits: [
      { text: '一周内三份同品目合同各9.8万元。', quote: '9.8万元', says: '按本单位设定的10万元' },
      {
        text: '本年度同一预算项目下的办公电脑分五次采购，每次60万元，均采用询价方式，品目相同。',
        says: '累计约 300 万元',
      },
      { text: '为避免公开招标，甲方将该项目拆分为四个合同分别签订。', says: '规避招标' },
    ],
    nearMisses: [
      { text: '不同项目、不同时段的零星采购。' },
      { text: '采购人不得将项目化整为零规避公开招标。' },
      { text: '三个不同项目的采购合同各9.8万元，属不同品目。' },
      { text: '本合同分三期付款，每期支付9.8万元。' },
    ],
  },
};

export const splittingRules: readonly Rule[] = [split];

/** How long a lease may run. */
import { daysBetween } from '../../../facts/dates.ts';
import { inBody, sentenceOf, textOf } from '../../around.ts';
import { places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule } from '../../rule.ts';

const noLease =
  /土地承包|承包经营|承包期|土地经营权|流转|出让|地役权|居住权|特许经营|林地|使用权期限为|使用年限|累计|折旧|合理使用/u;
const leaseTerm = /(?:租赁|承租|租用|出租)(?:期限|期|年限|时间|使用)|租期|租赁期间/u;
/** 同意乙方租用30年: the verb itself stands before the length. */
const usedFor = /(?:租用|承租|租赁|租给[^，。；]{0,8}|出租|租借)(?:使用)?(?:共计?|长达|满|达)?\s*$/u;
/** 享有30年的租赁使用权: what is granted stands after it. */
const tenure = /^(?:的)?(?:期限的)?(?:租赁(?:期|使用权|权)|租期|承租(?:权|期)|租用(?:权|期)|使用租赁权)/u;
const untilLand = pattern(
  '(?:租赁期限|租期|租赁期)[^。；，\\n]{0,14}(?:至|到|与)[^。；，\\n]{0,12}(?:土地使用权|产权|经营期限?)[^。；，\\n]{0,8}(?:期满|届满|终止|到期|相同|一致|止)',
);
const notPast: number = 20;

const lease20: Rule = {
  id: 'lease-20y',
  title: '租赁期限超过二十年',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['lease', 'cooperation', 'investment', 'administrative'],
  why: '租赁期限不得超过二十年，超过部分无效；届满可以续订，自续订之日起也不得超过二十年。',
  basis: [{ law: '民法典', article: '705' }],
  advice: '把租期缩短到二十年以内，约定期满协商续租；依附租期的投资、回收安排一并重算。',
  check: (context) => {
    const byLength = inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
      const years = duration.unit === 'year' ? duration.amount : duration.unit === 'month' ? duration.amount / 12 : 0;
      if (years <= notPast || years > 200) return [];
      const sentence = sentenceOf(context, duration.at);
      const near = sentence.before.slice(-30);
      if (!leaseTerm.test(near) && !usedFor.test(near) && !tenure.test(sentence.after)) return [];
      if (noLease.test(sentence.text) || /不得超过|不超过|最长/u.test(near)) return [];
      return [{ at: duration.at, message: `租赁期限为 ${duration.text}，超过二十年，超过部分无效。` }];
    });
    const dates = inBody(context, context.facts.dates);
    const byDates = dates.flatMap((from, at): Hit[] => {
      const to = dates[at + 1];
      if (!to || to.at.block !== from.at.block || from.iso === null || to.iso === null) return [];
      const days = daysBetween(from.iso, to.iso);
      const sentence = sentenceOf(context, from.at);
      // Twenty years hold five leap days at most; one more day covers both ways of counting.
      if (days <= 20 * 365 + 6 || !leaseTerm.test(sentence.before.slice(-30)) || noLease.test(sentence.text)) return [];
      if (!/^[^。；]{0,10}(?:至|到|—|-|~)/u.test(textOf(context, from.at.block).slice(from.at.to, to.at.from)))
        return [];
      return [
        {
          at: { block: from.at.block, from: from.at.from, to: to.at.to },
          message: `租赁期限自 ${from.iso} 至 ${to.iso}，约 ${Math.floor(days / 365.25)} 年，超过二十年。`,
        },
      ];
    });
    const open = places(context, untilLand).map((place): Hit => ({
      at: place.at,
      severity: 'medium',
      nature: 'risk',
      message: `租期随${quoted(place.match.text)}确定，可能超过二十年。`,
    }));
    return byLength.length > 0 ? byLength : [...byDates, ...open];
  },
  examples: {
    hits: [
      { text: '租期25年。', quote: '25年', says: '超过二十年' },
      {
        text: '第三条 租赁期限自2026年1月1日起至2056年12月31日止。',
        quote: '2026年1月1日起至2056年12月31日',
        says: '30 年',
      },
      { text: '（二）出租方同意承租方租用二十五年；', quote: '二十五年' },
      { text: '承租人对该仓库享有长达30年的租赁使用权。', quote: '30年' },
      { text: '场地租赁期为三百个月，自交付之日起算。', quote: '三百个月' },
      { text: '租赁期限至土地使用权期满之日止。', says: '可能超过二十年' },
    ],
    nearMisses: [
      { text: '租期15年，到期可续租。' },
      { text: '租赁期限自2026年1月1日至2045年12月31日。' },
      { text: '土地经营权流转期限为25年，租金按年支付。' },
      { text: '本合同租赁期限最长不得超过二十年。' },
      { text: '房屋建成30年，租期3年。' },
    ],
  },
};

export const leaseTerms: readonly Rule[] = [lease20];

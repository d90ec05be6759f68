/** Employment contracts: what may not be done after leaving, how long, and for what pay. */
import { inBody, textOf } from '../../around.ts';
import { mentions, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { lengths } from './lengths.ts';
import type { Length } from './lengths.ts';

const restrains = pattern(
  '竞业(?:限制|禁止|避止)|(?:离职|离开|解除|终止)[^。；]{0,16}(?:后|之日起)[^。；]{0,24}(?:不得|不能|禁止|不可|不准|不)[^。；]{0,24}(?:从事|从业|就业|任职|经营|加入|受聘|服务|自营|同类|同行|竞争|工作|到)|同业竞争|不得[^。；]{0,10}(?:从事|经营|加入)[^。；]{0,14}(?:同类|竞争|同行)',
);
const compensated = pattern('补偿');
const uncompensated = pattern(
  '(?:无|不(?:予|再|另|支付|给付|给予|享有|另行)*|没有|放弃)[^。；，]{0,8}(?:任何)?(?:经济)?补偿|补偿[^。；，]{0,8}(?:已)?(?:包含|包括|含|计入|折算|视为|并入)[^。；，]{0,6}(?:在|于|进)?[^。；，]{0,6}(?:工资|月薪|薪酬|年薪|报酬|奖金)',
);
const aboutRestraint = /竞业|离职|离开|解除劳动|终止劳动/u;
/** 本合同不约定竞业限制, 离职后不受竞业限制: none is agreed. */
const noRestraint =
  /(?:不(?:约定|设|作|受|负|承担|存在|适用|构成|属于)|无|没有|未约定|免除|解除)[^。；，]{0,8}竞业|离职后[^。；，]{0,4}(?:自由择业|不受)|不(?:限制|影响|妨碍)[^。；，]{0,6}(?:就业|择业|从业)/u;
const secrecy = /保密|商业秘密|泄露|披露/u;
const forever = /终身|永久|永远|无限期|不限期|一生/u;

/** Lengths longer than two years that a restraint names: in its sentence, in its row, up to a day after leaving. */
function longRestraints(context: RuleContext): Length[] {
  const tabled = mentions(context, restrains);
  return lengths(context).filter(
    ({ months, sentence, before, after, at }) =>
      months > 24.5 &&
      (restrains.test(sentence) ||
        (tabled &&
          at !== null &&
          readingOf(context.document).leadOf(at.block) !== '' &&
          /期限|时间|年限/u.test(before) &&
          aboutRestraint.test(sentence))) &&
      !noRestraint.test(sentence) &&
      !(secrecy.test(sentence) && !/竞业|同类|竞争/u.test(`${before}${after}`)) &&
      !/保密|劳动合同期限|工作(?:满)?|合同期|支付/u.test(before.slice(-10)),
  );
}

/** 自离职之日起至2032年12月31日（离职日为2026年12月31日） is told by two days. */
function untilDay(context: RuleContext): Hit[] {
  return places(context, restrains).flatMap((place): Hit[] => {
    const inside = inBody(context, context.facts.dates).filter(
      ({ at, iso }) =>
        iso !== null &&
        at.block === place.at.block &&
        at.from >= place.sentenceFrom &&
        at.to <= place.sentenceFrom + place.sentence.length,
    );
    const text = textOf(context, place.at.block);
    const left = inside.find(({ at }) =>
      /(?:离职|解除|终止)[^，。；（(]{0,6}(?:日|日期|时间)(?:为|是|：)?$/u.test(text.slice(0, at.from)),
    );
    const end = inside.find(({ at }) => /(?:起)?(?:至|到|止于)$/u.test(text.slice(0, at.from)));
    const days = left && end ? Date.parse(end.iso ?? '') - Date.parse(left.iso ?? '') : 0;
    if (!end || days <= 2 * 366 * 86_400_000) return [];
    return [{ at: end.at, message: `离职后的竞业限制到${quoted(end.text)}为止，超过两年。` }];
  });
}

const noncompete: Rule = {
  id: 'svc-noncompete',
  title: '竞业限制过长或者没有补偿',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '解除或者终止劳动合同后的竞业限制最长两年，并应在限制期内按月给付经济补偿；没有补偿的限制约不住人，还会引发仲裁。',
  basis: [
    { law: '劳动合同法', article: '24' },
    { law: '劳动合同法', article: '23' },
  ],
  advice: '把期限改为不超过两年，限定人员、范围和地域，写明按月补偿的标准和支付方式。',
  traps: ['保密义务的期限不受两年限制。', '在职期间的竞业限制、公司之间的竞争约定不适用这一规定。'],
  check: (context): Hit[] => {
    if (!mentions(context, pattern('离职|劳动|员工|职工|受聘|聘用|竞业|从业|辞职|解除'))) return [];
    const found = places(
      context,
      restrains,
      (sentence) => !/股东|转让方|收购|在职期间(?!.*离职)|独家|供应商不得|排他/u.test(sentence),
    );
    const [first] = found.filter(({ sentence }) => !noRestraint.test(sentence));
    const long = longRestraints(context);
    if ((!first && long.length === 0) || mentions(context, pattern('股权转让|合作协议|加盟|经销'))) return [];
    const endless = found.filter(({ sentence }) => forever.test(sentence) && !noRestraint.test(sentence));
    const tooLong = [
      ...endless.map(({ at, match }): Hit => ({
        at,
        message: `离职后的竞业限制没有止期：${quoted(match.text)}，超过两年。`,
      })),
      ...long.map(({ at, text }): Hit => ({ at, message: `离职后的竞业限制为${quoted(text)}，超过两年。` })),
      ...untilDay(context),
    ].slice(0, 1);
    const unpaid = !mentions(context, compensated) || mentions(context, uncompensated);
    const pays: Hit[] =
      first && unpaid && tooLong.length === 0
        ? [{ at: first.at, nature: 'risk', message: `约定了竞业限制（${quoted(first.match.text)}），没有经济补偿。` }]
        : [];
    return [...tooLong, ...pays];
  },
  examples: {
    hits: [
      { text: '离职后五年内不得从业。', quote: '五年', says: '超过两年' },
      { text: '员工应遵守竞业限制，期限为解除劳动合同后36个月，公司按月补偿。', says: '超过两年' },
      {
        text: '| 竞业限制 | 内容 |\n| 期限 | 离职后四年 |\n| 补偿 | 每月2,000元 |\n岗位为研发主管。',
        says: '超过两年',
      },
      { text: '受聘人离开单位后一年内不从事同类业务，竞业限制补偿视为已含在月薪中。', says: '没有经济补偿' },
      { text: '核心岗位员工离职后永久不得到同行企业任职，公司一次性支付补偿。', says: '没有止期' },
      { text: '劳动合同\n第十条 乙方离职后一年内不得到同类企业任职。', says: '没有经济补偿' },
      { text: '受聘人员竞业限制期一年，单位不支付任何补偿。', says: '没有经济补偿' },
    ],
    nearMisses: [
      { text: '离职后一年内限制从事同类业务并按月补偿。' },
      { text: '员工竞业限制期为离职后两年，每月补偿金为工资的百分之三十。' },
      { text: '员工离职后五年内对商业秘密保密。' },
      { text: '乙方离职后五年内不得披露客户资料，双方不约定竞业限制。' },
      { text: '供应商合同：乙方五年内不得提高单价。' },
    ],
  },
};

export const noncompeteRules: readonly Rule[] = [noncompete];

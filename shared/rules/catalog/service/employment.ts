/** Employment contracts: penalties laid on employees, probation, non-competition. */
import type { Duration } from '../../../facts/facts.ts';
import { clauseOf, inBody, sentenceOf, textOf } from '../../around.ts';
import { mentions, phrase, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const employment = pattern(
  '劳动合同|劳动者|用人单位|员工|职工|聘用(?:合同|人员)|受聘|入职|离职|辞职|转正|试用期|劳动关系|雇员|竞业',
);
const worker = '(?:员工|劳动者|职工|乙方|受聘(?:人员|方|人)?|聘用人员|雇员|教师|技术人员|应聘|被聘用?人|本人)';

const laborPenalty: Rule = {
  id: 'svc-labor-penalty',
  title: '约定由劳动者承担违约金',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '除专项培训服务期和竞业限制以外，用人单位不得与劳动者约定由劳动者承担违约金，扣押金、扣工资的变相约定也一样。',
  basis: [{ law: '劳动合同法', article: '25' }],
  advice: '删去该违约金；出资专项培训的另签服务期协议，违约金不超过尚未履行部分应分摊的培训费。',
  traps: [
    '违反专项培训服务期、竞业限制的违约金是法律允许的。',
    '用人单位自己承担的违约金、经济补偿不受限制。',
    '非劳动关系的服务合同另有规则。',
  ],
  check: phrase({
    find: pattern(
      '违约金|罚金|(?:扣除?|扣发|扣留|没收|不予?退还|不退)[^。；，]{0,8}(?:工资|押金|保证金|奖金|薪酬|风险金)|赔偿(?:金|甲方|公司|单位|用人单位)?[^。；，]{0,8}(?:\\d|[一二三四五六七八九十百千万两]+(?:万|千|个月|元))',
    ),
    also: [
      pattern(worker),
      pattern(
        '离职|辞职|辞去|跳槽|解除|终止|违反|违约|服务(?:不满|未满|期)|不满|未满|提前|擅自|旷工|调离|走人|迟到|不辞而别|离开',
      ),
    ],
    unless: pattern('培训|竞业|同业竞争|保密|商业秘密|依法|不得|造成[^。；]{0,10}损失'),
    negatable: true,
    when: ({ sentence }, context) =>
      ofEmployment(context) &&
      !employerPays.test(sentence) &&
      (/员工|劳动者|职工|受聘|聘用人员|雇员|离职|辞职/u.test(sentence) ||
        mentions(context, pattern('劳动合同|聘用合同|用人单位|劳动者'))),
    message: ({ sentence }) => `约定由劳动者承担违约金或者变相的扣罚：${quoted(sentence, 50)}`,
  }),
  examples: {
    hits: [
      { text: '员工提前离职支付违约金1万元。', says: '由劳动者承担违约金' },
      { text: '劳动合同书\n第九条 乙方在合同期内辞职的，应向甲方支付两个月工资的违约金。' },
      { text: '受聘人员工作不满三年离开的，单位没收其风险保证金5,000元。' },
      { text: '劳动合同\n劳动者擅自解除合同的，扣发当月工资。' },
    ],
    nearMisses: [
      { text: '员工违反培训服务期按未履行部分返还培训费，支付相应违约金。' },
      { text: '劳动者违反竞业限制约定的，支付违约金5万元。' },
      { text: '劳动合同\n用人单位逾期支付工资的，应向劳动者支付违约金。' },
      { text: '服务合同\n乙方提前终止合同的，支付违约金1万元。' },
    ],
  },
};

/** The employer owes it: 应向劳动者支付, 甲方逾期支付工资的. */
const employerPays =
  /(?:向|给|对)(?:劳动者|员工|乙方|职工|受聘|其)[^。；，]{0,10}(?:支付|给付|承担)|(?:^|[。；，条\s])(?:甲方|用人单位|公司|单位)(?:应|须|需|逾期|未|违约|违反|拖欠)/u;

function ofEmployment(context: RuleContext): boolean {
  return mentions(context, employment);
}

/** Months of a length: days by thirty, years by twelve. */
function monthsOf({ unit, amount }: Pick<Duration, 'unit' | 'amount'>): number {
  switch (unit) {
    case 'year':
      return amount * 12;
    case 'quarter':
      return amount * 3;
    case 'month':
      return amount;
    case 'week':
      return (amount * 7) / 30;
    default:
      return unit === 'hour' ? 0 : amount / 30;
  }
}

type Length = Readonly<{ months: number; text: string; at: Hit['at']; before: string; sentence: string }>;

/** Lengths of time and 自…至… periods, each with the words before it. */
function lengths(context: RuleContext): Length[] {
  const named = inBody(context, context.facts.durations).map((duration): Length => {
    const { before } = clauseOf(context, duration.at);
    return {
      months: monthsOf(duration),
      text: duration.text,
      at: duration.at,
      before,
      sentence: sentenceOf(context, duration.at).text,
    };
  });
  const dates = inBody(context, context.facts.dates);
  const ranged = dates.flatMap((from, index): Length[] => {
    const to = dates[index + 1];
    if (!to?.iso || !from.iso || to.at.block !== from.at.block) return [];
    const text = textOf(context, from.at.block);
    if (!/^[^，。；]{0,6}(?:至|到|—|-|~|～|–)\s*$/u.test(text.slice(from.at.to, to.at.from))) return [];
    const [y1 = 0, m1 = 0, d1 = 0] = from.iso.split('-').map(Number);
    const [y2 = 0, m2 = 0, d2 = 0] = to.iso.split('-').map(Number);
    const at = { block: from.at.block, from: from.at.from, to: to.at.to };
    const { before, text: sentence } = sentenceOf(context, at);
    return [
      {
        months: Math.round(((y2 - y1) * 12 + (m2 - m1) + (d2 - d1 + 1) / 30) * 10) / 10,
        text: text.slice(at.from, at.to),
        at,
        before,
        sentence,
      },
    ];
  });
  return [...named, ...ranged];
}

/** The longest lawful probation for a term in months: 劳动合同法 article 19. */
function probationLimit(months: number): number {
  if (months < 3) return 0;
  if (months < 12) return 1;
  return months < 36 ? 2 : 6;
}

const again = pattern(
  '(?:再次|重新|第二次|另行|再)约定[^。；，]{0,6}试用期|续[签订][^。；]{0,16}(?:试用期|试用)|(?:延长|顺延|追加)[^。；，]{0,6}试用期|试用期[^。；，]{0,12}(?:延长|顺延|再延)|(?:转岗|调岗|换岗)[^。；]{0,14}(?:重新|再|另)?[^。；，]{0,4}试用期',
);
const only = pattern(
  '(?:仅|只|先|单独)(?:签订?|订立|签署|约定)[^。；，]{0,6}试用期?(?:合同|协议|期)?[^。；，]{0,6}|试用期(?:劳动)?合同|试用期?满?(?:合格|考核合格|通过)?(?:后)?[，,]?(?:再|方可?|才)[^。；，]{0,8}(?:签订?|订立|签署)[^。；，]{0,6}(?:正式)?(?:劳动)?合同',
);

const probation: Rule = {
  id: 'svc-probation',
  title: '试用期超过法定上限',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '试用期长短与合同期限挂钩，同一单位对同一劳动者只能约定一次；超出的部分要按转正工资补发并支付赔偿金。',
  basis: [{ law: '劳动合同法', article: '19' }],
  advice: '按合同期限缩短或者删去试用期；只签试用期合同的，直接订立固定期限劳动合同。',
  traps: ['三年以上和无固定期限合同可以约定六个月。', '设备的试用期不是劳动试用期。'],
  check: (context): Hit[] => {
    if (
      !mentions(context, pattern('试用')) ||
      !mentions(context, pattern('劳动|员工|职工|聘|入职|转正|工资|录用|用人单位|岗位'))
    )
      return [];
    const all = lengths(context);
    const trial = all.filter(({ before }) => /试用(?:期|期限|期间)?[^，。；]{0,10}$/u.test(before));
    const term = termMonths(
      context,
      all.filter((one) => !trial.includes(one)),
    );
    const tooLong = trial.flatMap(({ months, text, at }): Hit[] => {
      if (term === null) return months > 6 ? [{ at, message: `试用期为${quoted(text)}，超过最长的六个月。` }] : [];
      const limit = probationLimit(term.months);
      if (months <= limit + 0.05) return [];
      const lawful =
        limit === 0 ? '不得约定试用期' : `试用期不得超过${['', '一', '二', '', '', '', '六'][limit] ?? limit}个月`;
      return [{ at, message: `合同期限为${quoted(term.text)}，${lawful}，约定的是${quoted(text)}。` }];
    });
    const repeated = [again, only].flatMap((wanted) =>
      places(context, wanted, (sentence) => !/不得|不再|不约定|禁止|视为|包含在/u.test(sentence))
        .slice(0, 1)
        .map(({ at, match }): Hit => ({
          at,
          message: `试用期只能约定一次并包含在劳动合同期限内：${quoted(match.text)}。`,
        })),
    );
    return [...tooLong, ...repeated];
  },
  examples: {
    hits: [
      { text: '劳动合同期限一年，试用期三个月。', quote: '三个月', says: '试用期不得超过二个月' },
      { text: '聘用合同\n合同期限自2026年1月1日至2026年8月31日，其中试用期2个月，月工资4,000元。', says: '一个月' },
      { text: '本劳动合同以完成普查任务为期限，试用期一个月。', says: '不得约定试用期' },
      { text: '劳动合同期限三年，试用期六个月，用人单位可以延长试用期三个月。', says: '只能约定一次' },
      { text: '员工入职先签试用期合同，合格后再签正式劳动合同。' },
    ],
    nearMisses: [
      { text: '劳动合同期限三年，试用期六个月。' },
      { text: '劳动合同期限自2026年1月1日至2026年12月31日，试用期两个月。' },
      { text: '无固定期限劳动合同，试用期6个月。' },
      { text: '设备采购合同：设备试用期三个月，期满验收。' },
      { text: '劳动合同续签时不再约定试用期。' },
    ],
  },
};

/** The term of the contract in months; 0 where it ends with a task, a very long one where it is open. */
function termMonths(context: RuleContext, others: readonly Length[]): { months: number; text: string } | null {
  const { text } = readingOf(context.document);
  const task = /以完成[^。；，]{0,16}(?:任务|工作|项目)[^。；，]{0,6}(?:为(?:合同)?期限|之日止|时止)/u.exec(text)?.[0];
  if (task) return { months: 0, text: task };
  const open = /无固定期限/u.exec(text)?.[0];
  const named = others.find(
    ({ before, sentence, months }) =>
      months >= 0.5 &&
      /(?:合同|聘用?|协议|服务|用工|劳动|为期|期限)[^，。；]{0,12}$/u.test(before.slice(-24)) &&
      /期|年|月/u.test(sentence) &&
      !/工资|竞业|保密|离职|提前|通知/u.test(before),
  );
  if (named) return { months: named.months, text: named.text };
  if (open) return { months: 999, text: open };
  const loose = others.find(
    ({ sentence, before, months }) =>
      months >= 1 &&
      /劳动合同|聘用合同|合同/u.test(sentence) &&
      !/工资|竞业|保密|离职|提前|通知|试用/u.test(before.slice(-8)),
  );
  return loose ? { months: loose.months, text: loose.text } : null;
}

const restrains = pattern(
  '竞业(?:限制|禁止|避止)|(?:离职|离开|解除|终止)[^。；]{0,16}(?:后|之日起)[^。；]{0,24}(?:不得|不能|禁止|不可|不准)[^。；]{0,24}(?:从事|从业|就业|任职|经营|加入|受聘|服务|自营|同类|同行|竞争|工作|到)|同业竞争|不得[^。；]{0,10}(?:从事|经营|加入)[^。；]{0,14}(?:同类|竞争|同行)',
);
const compensated = pattern('补偿');
const uncompensated = pattern(
  '(?:无|不(?:予|再|另|支付|给付|给予|享有|另行)*|没有|放弃)[^。；，]{0,8}(?:任何)?(?:经济)?补偿',
);

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
    const [first] = found;
    if (!first || mentions(context, pattern('股权转让|合作协议|加盟|经销'))) return [];
    const long = lengths(context).filter(
      ({ months, sentence, before }) =>
        months > 24.5 && restrains.test(sentence) && !/保密|劳动合同期限|工作(?:满)?|合同期/u.test(before.slice(-10)),
    );
    const tooLong = long
      .slice(0, 1)
      .map(({ at, text }): Hit => ({ at, message: `离职后的竞业限制为${quoted(text)}，超过两年。` }));
    const unpaid = !mentions(context, compensated) || mentions(context, uncompensated);
    const pays: Hit[] =
      unpaid && tooLong.length === 0
        ? [{ at: first.at, nature: 'risk', message: `约定了竞业限制（${quoted(first.match.text)}），没有经济补偿。` }]
        : [];
    return [...tooLong, ...pays];
  },
  examples: {
    hits: [
      { text: '离职后五年内不得从业。', quote: '五年', says: '超过两年' },
      { text: '员工应遵守竞业限制，期限为解除劳动合同后36个月，公司按月补偿。', says: '超过两年' },
      { text: '劳动合同\n第十条 乙方离职后一年内不得到同类企业任职。', says: '没有经济补偿' },
      { text: '受聘人员竞业限制期一年，单位不支付任何补偿。', says: '没有经济补偿' },
    ],
    nearMisses: [
      { text: '离职后一年内限制从事同类业务并按月补偿。' },
      { text: '员工竞业限制期为离职后两年，每月补偿金为工资的百分之三十。' },
      { text: '员工离职后五年内对商业秘密保密。' },
      { text: '供应商合同：乙方五年内不得提高单价。' },
    ],
  },
};

export const employmentRules: readonly Rule[] = [laborPenalty, probation, noncompete];

/** Employment contracts: penalties laid on employees, and probation. */
import { mentions, phrase, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { lengths } from './lengths.ts';
import type { Length } from './lengths.ts';

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
        '离职|辞职|辞去|跳槽|解约|解除|终止|违反|违约|视为|否则|服务(?:不满|未满|期|满)|工作满|考取|结婚|怀孕|生育|调岗|不满|未满|提前|擅自|旷工|调离|走人|迟到|不辞而别|离开',
      ),
    ],
    unless: pattern(
      '竞业|同业竞争|保密|商业秘密|依法|不得(?:与|要求|约定|向|由)|(?:辞职|离职)[^。；，]{0,4}不承担|不约定违约金|(?:不需|无需|无须|不必|不用|不)(?:再)?(?:支付|承担|交纳)[^。；，]{0,8}违约金',
    ),
    negatable: true,
    when: ({ sentence }, context) =>
      ofEmployment(context) &&
      !(/造成[^。；]{0,10}损失/u.test(sentence) && !/(?:不以|无论|不论|不管)[^。；]{0,6}造成/u.test(sentence)) &&
      !employerPays.test(sentence) &&
      !paidTraining(sentence) &&
      (context.input.subKind === 'labour' ||
        /员工|劳动者|职工|受聘|聘用人员|雇员|离职|辞职/u.test(sentence) ||
        mentions(context, pattern('劳动合同|聘用合同|用人单位|劳动者'))),
    message: ({ sentence }) => `约定由劳动者承担违约金或者变相的扣罚：${quoted(sentence, 50)}`,
  }),
  examples: {
    hits: [
      { text: '员工提前离职支付违约金1万元。', says: '由劳动者承担违约金' },
      { text: '劳动合同书\n第九条 乙方在合同期内辞职的，应向甲方支付两个月工资的违约金。' },
      { text: '受聘人员工作不满三年离开的，单位没收其风险保证金5,000元。' },
      { text: '劳动合同\n乙方合同期内生育的视为违约，支付违约金5,000元。' },
      { text: '员工须在单位服务满四年，否则支付违约金3万元；单位只安排过入职培训。' },
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

/** A training the employer paid for may be secured by a penalty; one it did not pay for may not. */
function paidTraining(sentence: string): boolean {
  const unpaid =
    /(?:未|没有)(?:提供|出资|支付|安排|进行|组织|为)[^。；，]{0,8}培训|(?:仅|只)[^。；，]{0,8}(?:入职|岗前|上岗)培训|(?:入职|岗前|上岗)培训/u;
  return /培训/u.test(sentence) && !unpaid.test(sentence);
}

/** The employer owes it: 应向劳动者支付, 甲方逾期支付工资的. */
const employerPays =
  /(?:向|给|对)(?:劳动者|员工|乙方|职工|受聘|其)[^。；，]{0,10}(?:支付|给付|承担)|(?:^|[。；，条\s])(?:甲方|用人单位|公司|单位)(?:应|须|需|逾期|未|违约|违反|拖欠)/u;

const trade = pattern('(?:供货|买卖|采购|购销|施工|承揽|租赁|加工|运输|物业服务|承包)(?:合同|协议)');
const labourWords = pattern('劳动合同|聘用合同|用人单位|劳动者|劳动关系|入职|离职|试用期');

function ofEmployment(context: RuleContext): boolean {
  if (mentions(context, trade) && !mentions(context, labourWords)) return false;
  return context.input.subKind === 'labour' || mentions(context, employment);
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

const hired = pattern('劳动|员工|职工|聘|入职|转正|工资|录用|用人单位|岗位');
const goodsOnTrial = /软件|许可|产品|设备|系统|机器|试用版|用户/u;

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
    if (!mentions(context, pattern('试用')) || !(context.input.subKind === 'labour' || mentions(context, hired)))
      return [];
    const all = lengths(context);
    const trial = all.filter(
      ({ before, after, sentence }) =>
        !goodsOnTrial.test(sentence) &&
        (/试用(?:期|期限|期间)?[^，。；]{0,10}$/u.test(before) ||
          /^[^，。；]{0,4}(?:为|是|系|作为)?试用期/u.test(after)),
    );
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
      places(
        context,
        wanted,
        (sentence) =>
          !/不得|不再|不(?:另行|重新|得)?(?:约定|设|设置|设定|安排)|无试用期|免除试用|禁止|视为|包含在/u.test(sentence),
      )
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
      { text: '劳动合同期限自2026年3月1日起至2028年2月29日止，前五个月为试用期。', says: '五个月' },
      { text: '员工入职先签试用期合同，合格后再签正式劳动合同。' },
    ],
    nearMisses: [
      { text: '劳动合同期限三年，试用期六个月。' },
      { text: '劳动合同期限自2026年1月1日至2026年12月31日，试用期两个月。' },
      { text: '无固定期限劳动合同，试用期6个月。' },
      { text: '设备采购合同：设备试用期三个月，期满验收。' },
      { text: '劳动合同续签时不再约定试用期。' },
      { text: '本次续签劳动合同两年，不设试用期，岗位不变。' },
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

export const employmentRules: readonly Rule[] = [laborPenalty, probation];

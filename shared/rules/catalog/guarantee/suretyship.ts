/** Terms of suretyship (保证): how long it lasts, of which kind it is, whether it stands alone. */
import { daysBetween } from '../../../facts/dates.ts';
import type { DateFact, Duration } from '../../../facts/facts.ts';
import { inBody, rowBefore, sentenceOf } from '../../around.ts';
import { affirms } from '../../affirm.ts';
import { phrase, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const interpretation = '最高人民法院关于适用《民法典》有关担保制度的解释';
const paidOff =
  '(?:还清|清偿|偿清|付清|偿还完毕|清偿完毕|归还完毕|偿付完毕|归还|结清|履行完毕|全部偿还|还本付息|偿还|还完|偿完|受偿|全部实现|实现完毕|消灭)';
const suretyTerm = '(?:保证期间|保证期限|保证期|担保期间|担保期限|担保期|保证责任|担保责任|保证担保)';

const inSuretyWords = new RegExp(suretyTerm, 'u');

const untilPaid: Rule = {
  id: 'guar-period-until-paid',
  title: '保证期间写到债务还清为止',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '写“直到本息还清为止”的保证期间视为约定不明，只按主债务到期后六个月计算，债权人容易在不知不觉中失去保证。',
  basis: [{ law: interpretation, article: '32' }],
  advice: '写明确切的保证期间，如“自主债务履行期限届满之日起三年”，分期还款的写明自最后一期届满之日起算。',
  traps: ['抵押权随主债权存续，抵押期限写到债务清偿为止不受此限；写明届满后若干年的不报。'],
  check: phrase({
    find: pattern(
      `^\\s*(?:自[^。；，]{0,16}起)?[，,]?(?:直?至|到|截至|截止)[^。；]{0,30}${paidOff}[^。；]{0,8}$|${suretyTerm}[^。；]{0,40}(?:至|到|截止|持续|延续)[^。；]{0,36}${paidOff}|(?:至|到|截止于)[^。；]{0,30}${paidOff}[^。；]{0,24}(?:承担|负)?[^。；，]{0,8}(?:保证|担保)责任|${paidOff}[^。；，]{0,10}(?:之前|前|为止|之日止)[^。；]{0,16}(?:承担|负)[^。；，]{0,8}(?:保证|担保)责任`,
    ),
    unless: pattern(
      '(?:之日|届满|到期|期满|次日|完毕|还清|清偿|之)(?:之日)?(?:起|后)[^。；，]{0,6}(?:\\d|[一二两三四五六十]|半)\\s*(?:周?年|个月|日|天)|届满后[^。；，]{0,4}(?:\\d|[一二两三六])|质量保证|保证金|保修|履约保函|约定不明|没有约定|不得[^。；，]{0,12}(?:约定|写)|避免|不(?:约定|采用|写)',
    ),
    negatable: true,
    headings: true,
    when: ({ sentence, paragraph }, context) =>
      paragraph.region.kind === 'cell' && !inSuretyWords.test(sentence)
        ? inSuretyWords.test(rowBefore(context, paragraph.id))
        : inSuretyWords.test(sentence) &&
          (!/[抵质]押(?:担保)?(?:期限|期间|期|权)/u.test(sentence) || /保证/u.test(sentence)),
    message: ({ match }) => `保证期间没有确切的止日：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '保证期间至主债务本息全部还清时止。', says: '没有确切的止日' },
      { text: '第五条 丙方的保证责任自本合同生效之日起，直至乙方全部借款本金、利息清偿完毕之日为止。' },
      { text: '| 保证人 | 何望 |\n| 保证期间 | 直至全部借款还清为止 |', quote: '直至全部借款还清为止' },
      { text: '| 担保期限 | 担保期限至债务人清偿全部债务为止 |' },
    ],
    nearMisses: [
      { text: '保证期间为主债务履行期届满之日起二年。' },
      { text: '保证人承担保证责任的期间至主债务履行期限届满之日后三年止，本息偿还顺序按约定。' },
      { text: '不得把保证期间写成至本息还清为止，双方约定为三年。' },
      { text: '抵押期限至抵押人还清全部借款之日止。' },
      { text: '履约保证金待乙方赔偿款付清后退还，质量保证责任期两年。' },
    ],
  },
};

const suretyWord = /保证期间|保证期限|保证期|担保期间|担保期限|担保期|保证责任|担保责任/gu;
const debtWord =
  /借款期|贷款期|借款|贷款|还款|归还|偿还|主债务|主债权|债务履行期|债务|借期|主合同|融资期限|授信|货款|价款|租金|欠款|工程款|付清|到期/gu;
const otherDay = /签订|签署|订立|发放|放款|通知/u;

/** Whether a place tells of the surety's time or of the debt's, by the nearest word before it. */
function toldOf(context: RuleContext, fact: DateFact | Duration): 'surety' | 'debt' | null {
  const sentence = sentenceOf(context, fact.at);
  const before = `${rowBefore(context, fact.at.block)} ${sentence.before}`;
  const last = (word: RegExp): number => [...before.matchAll(word)].at(-1)?.index ?? -1;
  const comma = Math.max(before.lastIndexOf('，'), before.lastIndexOf(','));
  const surety = last(suretyWord);
  const debt = last(debtWord);
  if ('iso' in fact && otherDay.test(before)) return null;
  if (surety > comma && surety >= 0) return 'surety';
  if (surety < 0 && debt < 0)
    return /到期|归还|偿还|还清|付清|结清|清偿|届满|付款/u.test(sentence.after.slice(0, 12)) ? 'debt' : null;
  return surety > debt ? 'surety' : 'debt';
}

/** The last day, or else the length, told of each of the two. */
function endsOf<F extends DateFact | Duration>(
  context: RuleContext,
  facts: readonly F[],
): Record<'surety' | 'debt', F | null> {
  const told = facts.map((fact) => [toldOf(context, fact), fact] as const);
  const last = (kind: 'surety' | 'debt'): F | null => told.findLast(([found]) => found === kind)?.[1] ?? null;
  return { surety: last('surety'), debt: last('debt') };
}

const sameEnd = pattern(
  '(?:保证|担保)(?:期间|期限|期)[^。；]{0,16}(?:与|同|和|等同于|即为|为)[^。；，]{0,10}(?:借款|贷款|主债务|债务|主合同|还款|融资)[^。；，]{0,8}(?:期限|履行期|履行期限|期间|期)(?:相同|一致|相等|同时届满|同步|同长|相同步)?(?:$|[。；，、])|(?:保证|担保)(?:期间|期限|期)[^。；]{0,24}(?:于|至)[^。；，]{0,14}(?:履行期限?|借款期限?|到期日)[^。；，]{0,4}(?:届满|到期)?(?:之日|时|当日)?(?:止|终止|届满|为止)',
);

/** The surety counts from the same day as the loan, not from the day the debt falls due. */
const fromLoanDay =
  /(?:借款|放款|发放|签订|签署|订立|生效|出借|交付)(?:(?!到期|届满|期满)[^。；，]){0,8}(?:之日|日|当日|时)起/u;

const early: Rule = {
  id: 'guar-period-early',
  title: '保证期间不晚于债务到期日',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '保证期间在债务到期之前或者同日届满的，债权人还不能主张债权，保证就已经结束，法律视为没有约定保证期间。',
  basis: [{ law: '民法典', article: '692' }],
  advice: '把保证期间改为自主债务履行期限届满之日起算，并写明年数。',
  traps: ['保证期间自债务履行期届满之日起计算的，不论长短都晚于到期日。'],
  check: (context) => {
    const dates = endsOf(
      context,
      inBody(context, context.facts.dates).filter((date) => date.iso !== null),
    );
    if (dates.surety?.iso && dates.debt?.iso) {
      if (dates.surety.iso > dates.debt.iso) return [];
      const gap = daysBetween(dates.surety.iso, dates.debt.iso);
      const how = gap === 0 ? '同日' : `早 ${gap} 日`;
      return [
        {
          at: dates.surety.at,
          related: [dates.debt.at],
          message: `保证期间至 ${dates.surety.iso}，债务 ${dates.debt.iso} 到期，前者${how}届满。`,
        },
      ];
    }
    const lengths = endsOf(context, inBody(context, context.facts.durations));
    if (lengths.surety && lengths.debt) {
      const { surety, debt } = lengths;
      const counted = sentenceOf(context, surety.at);
      if (!fromLoanDay.test(counted.text) || /届满|到期|期满/u.test(counted.before.slice(-20))) return [];
      if (surety.days > debt.days) return [];
      return [
        {
          at: surety.at,
          related: [debt.at],
          message: `保证期间${surety.text}与债务期限${debt.text}从同一天起算，不晚于债务到期日。`,
        },
      ];
    }
    return places(context, sameEnd)
      .filter(
        ({ sentence }) => !/届满之日起|届满后|期满后|到期后|次日起|之日起[^。；]{0,4}[\d一二两三六]/u.test(sentence),
      )
      .map(({ at, match }): Hit => ({ at, message: `保证期间与债务期限同时届满：${quoted(match.text)}。` }));
  },
  examples: {
    hits: [
      { text: '借款2026-06-30到期，保证期间至2026-06-30。', quote: '2026-06-30', says: '同日届满' },
      {
        text: '第二条 借款期限自2026年1月1日至2027年12月31日。\n第六条 丙方的保证期间为2026年1月1日起至2027年6月30日止。',
        quote: '2027年6月30日',
        says: '早 184 日',
      },
      { text: '保证期间与主债务履行期限相同。', says: '同时届满' },
      { text: '借款期限二年。保证期间为一年，自借款发放之日起计算。', quote: '一年', says: '同一天起算' },
    ],
    nearMisses: [
      { text: '借款2026-06-30到期，保证期间至2028-06-30。' },
      { text: '借款期限自2026年1月1日至2026年12月31日，保证期间为主债务履行期届满之日起六个月。' },
      { text: '保证期间与借款合同约定的债务履行期限届满之日起二年相同。' },
      { text: '本合同于2026年1月5日签订，货物质量保证期至2026年12月31日，借款不在此列。' },
    ],
  },
};

const suretyship = pattern(
  '(?:提供|承担|负)[^。；，抵质金]{0,12}(?:保证|担保)(?:责任)?|(?:作为?|担任)[^。；，]{0,10}(?:保证人|担保人)|(?:保证人|担保人|保证方|担保方)[^。；，]{0,30}(?:责任|保证|担保)|以保证(?:方式|担保)|作保|担保该',
);
const ofDebt = /借款|贷款|债务|债权|融资|还款|本息|货款|租金|欠款|垫款|授信|应付/u;
const mode = pattern(
  '一般保证|连带|不能履行|无力(?:偿还|履行|清偿|还款)|(?:不履行|未(?:履行|偿还|清偿|归还|按期|按时|还))[^。；]{0,24}(?:即|就|时|，|由)[^。；]{0,12}(?:承担|履行|代|偿还|清偿)|无条件(?:承担|履行|代为|支付|偿付)|强制执行[^。；]{0,16}仍不能|先诉抗辩|补充(?:清偿)?责任|见索即付|保函',
);

const modeMissing: Rule = {
  id: 'guar-mode-missing',
  title: '没有约定保证方式',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '没有写明是一般保证还是连带责任保证的，按一般保证处理，债权人须先对债务人诉讼并强制执行后才能找保证人。',
  basis: [
    { law: '民法典', article: '686' },
    { law: interpretation, article: '25' },
  ],
  advice: '写明“连带责任保证”或者“一般保证”；希望债务到期未还即可要求保证人清偿的，用前者。',
  yieldsTo: ['guar-organ', 'guar-village', 'guar-publicgood'],
  traps: ['产品质量、工期的“保证”不是担保；写“债务人不能履行时才承担”或“未还即承担”的，已能判断方式。'],
  check: (context) => {
    if (affirms(context, mode)) return [];
    return phrase({
      find: suretyship,
      unless: pattern(
        '质量保证|保证质量|保证金|保修|工期|履约担保|投标担保|不(?:提供|承担|得|能|予|为)|无需|未(?:经|提供|设)|抵押担保|质押担保|反担保|担保公司',
      ),
      when: ({ sentence }) => ofDebt.test(sentence) && !/抵押|质押|保证(?:按|及时|不|向|所|其|在)/u.test(sentence),
      message: ({ match }) => `${quoted(match.text)}没有写明是一般保证还是连带责任保证。`,
    })(context).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '丁公司为上述借款提供保证。', quote: '提供保证', says: '没有写明' },
      { text: '第四条 保证人云川柏舟商贸有限公司对乙方的货款债务承担担保责任，保证期间三年。' },
      { text: '何望作为保证人，自愿为借款人的还款义务担保。' },
    ],
    nearMisses: [
      { text: '丁公司为上述借款提供连带责任保证。' },
      { text: '丁公司为上述借款提供保证，债务人无力偿还时由其承担保证责任。' },
      { text: '乙方对所供设备提供三年质量保证，货款按期支付。' },
      { text: '借款人到期未还款的，由担保人即时承担还款的担保责任。' },
      { text: '乙方以自有厂房为借款提供抵押担保。' },
    ],
  },
};

const main = '(?:主合同|借款合同|贷款合同|主债权|主债务|基础合同|主协议|原合同)';
const secured = '(?:担保|保证|抵押|质押|本合同|本协议|本函|保证书|承诺书)';

const independent: Rule = {
  id: 'guar-independent',
  title: '约定担保独立于主合同',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '担保合同是从合同，主合同无效担保合同也无效；约定担保独立、或者对主合同无效的后果承担担保责任的，该约定无效。',
  basis: [{ law: interpretation, article: '2' }],
  advice: '删去独立性约定；需要独立担保效力的，改由银行等金融机构开立独立保函。',
  traps: ['金融机构开立的独立保函适用专门规定；主合同解除后担保继续，是法律本来的规定。'],
  check: phrase({
    find: pattern(
      `${secured}[^。；]{0,20}独立(?:于|存在于)[^。；，]{0,6}${main}|${secured}[^。；，]{0,12}(?:具有|具备|享有)?[^。；，]{0,4}独立(?:性|的?效力|有效|存在)|${secured}[^。；，]{0,8}(?:是|系|为|属)[^。；，]{0,6}独立(?:的|性)?(?:担保|保证)|${secured}[^。；，]{0,20}不(?:随|从属于|依附于?|依赖于?|受)[^。；，]{0,6}${main}|(?:不论|无论|不管)${main}[^。；，]{0,8}(?:效力|是否|有效|无效)[^。；]{0,20}(?:承担|负|有效|不受影响)|${secured}[^。；，]{0,16}与${main}[^。；，]{0,8}(?:效力)?[^。；，]{0,4}(?:无关|相互独立|彼此独立)|${main}[^。；]{0,20}(?:无效|被撤销|不成立|未生效|失效)[^。；]{0,30}(?:不影响[^。；，]{0,16}${secured}|${secured}[^。；，]{0,18}(?:仍|依然|继续|不受影响|不因此|不随之|不受)|(?:仍|依然|继续|均)(?:应|需|须|然)?(?:当)?[^。；，]{0,8}(?:承担|负)|承担(?:连带)?(?:保证|担保|清偿)责任)|${secured}[^。；，]{0,20}(?:效力)?(?:不因|不受|不以)[^。；，]{0,8}${main}[^。；，]{0,12}(?:无效|效力|撤销|不成立)|(?:担保|保证|抵押|质押)[^。；]{0,30}效力[^。；，]{0,4}(?:不受|不因)[^。；，]{0,4}${main}[^。；，]{0,8}(?:效力|无效|影响)|独立(?:的|性)?担保(?:合同|责任)?[^。；]{0,16}${main}`,
    ),
    unless: pattern(
      '独立保函|见索即付|备用信用证|银行保函|随之无效|亦无效|也无效|同时无效|相应无效|一并无效|均无效|过错|不具有独立|不得|(?:该|有关|此|上述|前述)(?:约定|条款)[^。；，]{0,6}(?:无效|不(?:产生|具有|发生)[^。；，]{0,4}效力)',
    ),
    message: ({ match }) => `约定担保不随主合同无效：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '主合同无效的，本保证合同仍然有效。', says: '不随主合同无效' },
      { text: '第九条 本担保独立于借款合同，不受其效力影响。', quote: '担保独立于借款合同' },
      { text: '借款合同被确认无效后，保证人对借款人返还本金的义务仍承担保证责任。' },
      { text: '本抵押具有独立效力，无论借款合同是否有效，抵押人均承担责任。', says: '不随主合同无效' },
      { text: '担保的效力不因主合同无效或者被撤销而受影响。' },
    ],
    nearMisses: [
      { text: '银行开立见索即付独立保函。' },
      { text: '主合同无效的，本保证合同随之无效。' },
      { text: '主合同解除后，保证人对债务人应承担的民事责任仍承担保证责任。' },
      { text: '本合同部分条款无效的，不影响其他条款的效力。' },
    ],
  },
};

export const suretyshipRules: readonly Rule[] = [untilPaid, early, modeMissing, independent];

/** How a fine is paid, and what is added when it is not (行政处罚法 articles 67, 68, 72, 73). */
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readCount } from '../../../facts/number.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { eachPlace, finesOf, statementAround } from './case-file.ts';

const penalties = '行政处罚法';
const coercion = '行政强制法';

const surcharge = /加处|滞纳金|逾期[^，。；]{0,10}(?:缴|交|履行|支付)/u;
const notFine = /税款|税费|社会保险|电费|水费|利息|违约金/u;
const capped = pattern(
  '以[^，。；]{0,10}(?:为限|为上限)|(?:未|不)(?:超出|超过|高于)|低于罚款|(?:相等|等额|同额|持平|本数)|(?:至多|最多|最高)[^，。；]{0,12}(?:罚款|相等|相同|本金)|(?:不(?:得)?(?:超出|超过|高于)|上限(?:为|是)?)[^，。；]{0,4}(?:罚款|本金|金钱|原|应缴|\\d|[一二三]|上述|前述|该|决定)|不超出罚款|不超过罚款',
);
const uncapped = /(?:不设|无|没有|未设|不受)[^，。；]{0,6}(?:上限|封顶|限制|限额)|上不封顶|不封顶/u;
const overCap = /(?:不超过|上限为?|最高)[^，。；]{0,10}(?:[二两三四五2-5]倍|[2-9]00%|百分之[二三四五]百)/u;
const suspended =
  /(?:复议|诉讼)[^，。；]{0,12}(?:期间|期内)[^，。；]{0,14}(?:不停止|照常|继续|仍|计入|一并)[^，。；]{0,6}(?:计算|加处|计收|计)|(?:加处)[^，。；]{0,10}(?:不因|包括)[^，。；]{0,12}(?:复议|诉讼)/u;

const late: Rule = {
  id: 'enf-late-3pct',
  title: '加处罚款的比例或上限不符',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '到期不缴纳罚款的，每日按罚款数额的百分之三加处，总额不得超出罚款数额，复议、诉讼期间不予计算。',
  basis: [
    { law: penalties, article: '72' },
    { law: penalties, article: '73' },
    { law: coercion, article: '45' },
  ],
  advice: '改为“每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额”。',
  traps: ['税款、社会保险费的滞纳金另有标准。', '写明不超出罚款数额的，不必另写天数。'],
  check: (context) => {
    const rates = inBody(context, context.facts.percentages).filter(({ at, percent }) => {
      const text = statementAround(context, at)?.text ?? '';
      const daily = /每[日天]|按[日天]|逐日/u.test(text);
      return (daily || (surcharge.test(text) && /日|天/u.test(text))) && !notFine.test(text) && percent < 100;
    });
    const wrong = rates.find(({ percent }) => percent !== 3);
    if (wrong) return [{ at: wrong.at, message: `加处罚款的比例是${quoted(wrong.text)}，不是每日百分之三。` }];
    const above = eachPlace(
      context,
      new RegExp(`${uncapped.source}|${overCap.source}`, 'u'),
      ([words], { text, paragraph }) =>
        surcharge.test(paragraph.text) && !notFine.test(text)
          ? { message: `加处罚款${quoted(words)}，法律规定不得超出罚款数额。` }
          : null,
    );
    const running = eachPlace(context, suspended, ([words], { text }) =>
      /不予计算|不计算|不得/u.test(text) ? null : { message: `复议、诉讼期间不应计算加处罚款：${quoted(words)}。` },
    );
    if (above.length + running.length > 0) return [...above, ...running].slice(0, 1);
    const fines = finesOf(context);
    const most = Math.max(0, ...fines.map(({ fen }) => fen));
    const extra = inBody(context, context.facts.amounts).find(
      ({ at, fen }) =>
        fen !== null &&
        most > 0 &&
        fen > most &&
        /加处(?:的)?(?:罚款)?[^，。；]{0,12}$/u.test(clauseOf(context, at).before),
    );
    if (extra) return [{ at: extra.at, message: `加处罚款${quoted(extra.text)}，超出了罚款数额。` }];
    const [rate] = rates;
    return rate && !mentions(context, capped)
      ? [
          {
            at: rate.at,
            severity: 'low',
            nature: 'drafting',
            message: `写了每日${quoted(rate.text)}加处罚款，没有写总额不超出罚款数额。`,
          },
        ]
      : [];
  },
  examples: {
    hits: [
      { text: '逾期不缴纳的，每日5%加处罚款且不设上限。', says: '不是每日百分之三' },
      { text: '到期不缴纳罚款的，每日按罚款数额的千分之三加处罚款。', quote: '千分之三' },
      { text: '每日按罚款数额的百分之三加处罚款，上不封顶。', says: '不得超出' },
      { text: '罚款2000元，逾期六十日，应缴加处罚款3600元。', quote: '3600元' },
      { text: '逾期不缴的，每日按罚款数额的3%加处罚款。', says: '没有写总额' },
    ],
    nearMisses: [
      { text: '逾期不缴的，每日3%加处罚款，不超过罚款数额。' },
      { text: '到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。' },
      { text: '逾期缴纳税款的，按日加收万分之五的滞纳金。' },
      { text: '逾期缴纳的，每日按罚款数额的3%加处罚款，以罚款数额为限。' },
    ],
  },
};

/** A fine of up to one hundred yuan may be collected on the spot, in fen (article 68). */
const smallFine = 10_000;

const days = '(\\d{1,3}|[一二两三四五六七八九十]{1,4})';

/** 缴款期限：收到决定书后3日内, as forms list it. */
function namedPeriod(context: RuleContext): Hit[] {
  return inBody(context, context.facts.durations).flatMap(({ at, text, days: longest, unit }): Hit[] => {
    const { before } = sentenceOf(context, at);
    const named = /(?:缴款|缴纳|缴费|交款|交纳|缴罚|缴付)(?:的)?(?:期限|时间|时限)[^，。；]{0,16}$/u.test(before);
    return named && unit !== 'hour' && longest < 15 && !/延期|分期/u.test(before) && mentions(context, pattern('罚'))
      ? [{ at, message: `缴纳罚款期限${quoted(text)}，短于十五日。` }]
      : [];
  });
}

const payPeriod: Rule = {
  id: 'enf-pay-15d',
  title: '缴纳罚款的期限或方式不符',
  severity: 'low',
  nature: 'risk',
  kinds: ['enforcement'],
  why: '当事人应当自收到决定书之日起十五日内到指定银行或者通过电子支付系统缴纳罚款，执法人员一般不得自行收缴。',
  basis: [
    { law: penalties, article: '67' },
    { law: penalties, article: '68' },
  ],
  advice: '写明自收到决定书之日起十五日内到指定银行或者通过电子支付系统缴纳。',
  check: (context) => [
    ...namedPeriod(context),
    ...phrase({
      find: pattern(
        `${days}\\s*(日|天|个?工作日)(?:以|之)?内[^。；，]{0,20}(?:缴纳|缴清|缴至|缴到|缴付|缴款|缴罚|交纳|交至|交清|上缴|到账|转入|汇至)`,
      ),
      unless: pattern(
        '抵岸|交至[^，。；]{0,6}(?:机关|单位|财政)|延期|分[^，。；]{0,4}期|强制执行|催告|保证金|违建|(?:^|[^非])税|费|土地',
      ),
      when: ({ match, sentence, sentenceFrom }) => {
        const value = readCount(match.groups[0]?.text ?? '');
        const named = /罚|处罚/u.test(sentence) || !mentions(context, pattern('费|税|保证金'));
        return value !== null && value < 15 && named && !/加处/u.test(sentence.slice(0, match.from - sentenceFrom));
      },
      message: ({ match }) => `缴纳罚款期限${quoted(match.text)}，短于十五日。`,
    })(context),
    ...phrase({
      find: pattern(
        '(?:自|于|从|按)?[^，。；自于从]{0,12}(?:(?:作出|签发|制作|印发|落款|签署)之日|告知书[^，。；]{0,6}之日)起[^，。；]{0,10}(?:日|天)内[^。；]{0,24}缴',
      ),
      message: ({ match }) => `缴款期限从${quoted(match.text)}起算，应自收到决定书之日起算。`,
    })(context),
    ...phrase({
      find: pattern(
        '(?:交|缴)(?:纳|付|款)?(?:给|至|到|予|由)?[^。；，]{0,8}(?:执法人员|办案人员|执法队|执法大队|中队|队长|个人账户|个人账号|个人微信|私人账户|本局财务|微信|支付宝|现金)|(?:执法人员|办案人员|执法队员)[^。；，]{0,8}(?:收取|收缴|代收|代缴)|当场(?:收缴|收取)|(?:执法人员|承办人|经办人|办案人员|执法队员?|队长|队员|中队长|个人|私人)[^。；，]{0,8}(?:微信|支付宝|收款码|二维码|账户|账号|银行卡)|(?:微信|支付宝|现金)[^。；，]{0,8}(?:转|付|支付|交|缴)[^。；，]{0,8}|(?:转账|汇款|打款|扫码|扫)[^。；，]{0,10}(?:个人|执法人员|私人)',
      ),
      also: [pattern('罚|缴款')],
      unless: pattern(
        '不得|严禁|禁止|不准|不允许|不能|一百元以下|100元以下|事后(?:将|会)?难以执行|边远|偏远|水上|交通不便|(?:可以|才能|方可|的)当场收缴',
      ),
      when: ({ at, match }, inner) =>
        !/当场|收缴|收取/u.test(match.text) ||
        finesOf(inner).some((fine) => fine.at.block === at.block && fine.fen > smallFine),
      message: ({ match }) => `要求把罚款交给执法人员、个人账户或者交现金：${quoted(match.text)}。`,
    })(context),
  ],
  examples: {
    hits: [
      { text: '处罚款二百元，7日内缴纳。', says: '短于十五日' },
      { text: '（一）罚款金额：500元；\n（二）缴款期限：收到决定书后一周内。', quote: '一周' },
      { text: '罚款应在收到本决定书之日起十日内缴至指定银行。', quote: '十日内缴至' },
      { text: '罚款直接交给执法人员。', says: '执法人员' },
      { text: '罚款六百元，扫中队长个人收款码支付。', says: '个人' },
    ],
    nearMisses: [
      { text: '处罚款二百元，15日内缴纳。' },
      { text: '自收到本处罚决定书之日起十五日内缴至指定银行。' },
      { text: '执法人员不得收缴罚款，罚款不得交给执法人员。' },
      { text: '罚款八十元，执法人员当场收缴并出具财政票据。' },
    ],
  },
};

export const payingRules: readonly Rule[] = [late, payPeriod];

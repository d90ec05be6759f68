/** How a decision is served (行政处罚法 article 61). */
import { quoted } from '../../builders.ts';
import type { Rule } from '../../rule.ts';
import { firstStep, stepsOf, workingDaysAtLeast } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';
import { lacking, statementAround } from './case-file.ts';

const penalties = '行政处罚法';

type Stage = 'served' | 'decided';
const serviceStages: StepWords<Stage> = [
  ['served', /送达|签收|寄[出送达]|交[邮寄]|付邮|投邮|邮寄|公告|交付|领取|收到|送交|转交/u],
  ['decided', /作出|制作|印发|签发|落款|出具|下达|决定/u],
];
const sevenDays = 7;

const serviceLack = lacking({
  subject:
    '送达回(?:证|执)|送达(?:凭证|证明|记录|材料|手续|证据)|签收(?:记录|凭证|证明|单)|(?:邮寄|快递)(?:凭证|回执|单)|公告(?:凭证|记录|截图)|确认书|送达',
  unless: /告知书|催告|听证|未成功|拒收|拒签|音像|录像|(?:直接|邮寄)送达不能|无法(?:直接)?送达|通知书/u,
  message: (words) => `决定书没有送达凭证：${words}。`,
});
const lateService = /(?:才|方|迟至|直到|拖延)[^，。；]{0,10}送达|送达[^，。；]{0,6}(?:超过|逾)/u;

const service: Rule = {
  id: 'enf-service-7d',
  title: '决定书没有在七个工作日内送达',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '决定书应当宣告后当场交付；当事人不在场的，在七个工作日内依法送达，没有凭证的无从证明已经送达。',
  basis: [
    { law: penalties, article: '61' },
    { law: penalties, article: '85' },
  ],
  advice: '核对作出和送达日期，补送达回证、邮寄或者公告凭证；电子送达的附当事人的确认书。',
  traps: ['邮寄的看寄出日，公告的看发布日。', '七日是工作日，不含作出当日。'],
  check: (context) => {
    const steps = stepsOf(context, serviceStages);
    const told = /告知|催告|听证/u;
    const own = steps.filter(({ at }) => {
      const text = statementAround(context, at)?.text ?? '';
      return !told.test(text) || /决定书?/u.test(text);
    });
    const decided = firstStep(own, 'decided');
    const served =
      decided &&
      firstStep(
        own.filter(({ day }) => day >= decided.day),
        'served',
      );
    const days = decided && served ? workingDaysAtLeast(decided.day, served.day) : 0;
    if (decided && served && days > sevenDays)
      return [
        {
          at: served.at,
          related: [decided.at],
          message: `${quoted(decided.text)}作出，${quoted(served.text)}才送达，其间至少${days}个工作日，超过七日。`,
        },
      ];
    const late = context.facts.durations.filter(({ at, days: longest }) => {
      const text = statementAround(context, at)?.text ?? '';
      return longest > 11 && lateService.test(text) && !/视为|申请|起诉|复议/u.test(text);
    });
    if (late.length > 0)
      return late.slice(0, 1).map(({ at, text }) => ({ at, message: `决定作出后${quoted(text)}才送达，超过七日。` }));
    return serviceLack(context);
  },
  examples: {
    hits: [
      { text: '6月1日作出，6月25日送达。', says: '超过七日' },
      { text: '处罚决定书落款日期为2026年3月2日，送达回证签收日期为2026年3月27日。', quote: '2026年3月27日' },
      { text: '处罚决定书作出后二十日才送达当事人。', quote: '二十日' },
      { text: '处罚决定书卷内无送达回证。', says: '没有送达凭证' },
    ],
    nearMisses: [
      { text: '6月1日作出，6月5日送达。' },
      { text: '2026年9月28日作出处罚决定，2026年10月13日送达。' },
      { text: '处罚决定书于2026年6月1日作出，6月4日邮寄，6月20日当事人签收。' },
      { text: '2026年6月1日送达事先告知书，2026年7月1日作出决定并当场交付。' },
    ],
  },
};

export const serviceRules: readonly Rule[] = [service];

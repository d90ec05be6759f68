/** Administrative licences: the term for deciding, reasons and remedies of a refusal (行政许可法 articles 32, 38, 42). */
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule } from '../../rule.ts';
import { firstStep, lastStep, workingDaysAtLeast } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';
import { caseSteps, eachPlace, firstPlace, lacking, statementAround, statementsOf } from './case-file.ts';

const law = '行政许可法';

type Stage = 'accepted' | 'told' | 'received' | 'decided';
const stages: StepWords<Stage> = [
  ['told', /补正|补齐|补充材料/u],
  ['accepted', /(?<!不予)受理/u],
  ['decided', /(?:准予|不予)?许可(?:的)?(?:决定)|决定|颁发|发证|核发|准予|不予/u],
  ['received', /收到|提交|递交|申请/u],
];
const extended =
  /(?:经|已|报)[^，。；]{0,14}(?:批准|同意)[^，。；]{0,10}(?:延长|延期)|延长[^，。；]{0,14}(?:批准|告知|决定|十|10)|(?:法律|法规|条例)[^，。；]{0,10}(?:另有|特别)规定|听证|专家评审|检验|检测|鉴定/u;
const notExtended = /(?:未|无|没有|没)[^，。；]{0,10}(?:延长|延期|批准|听证|评审)/u;
const refusal = /不予(?:行政)?许可|不予(?:批准|核准|颁发|登记|换发|延续)|驳回[^，。；]{0,8}申请|不准予/u;
const reasonLack = lacking({
  subject:
    '理由|依据|原因|救济(?:途径|权利)?|(?:复议|诉讼)(?:和|或者?|、|与)?(?:复议|诉讼)?(?:的)?(?:权利|途径|期限)?|说明',
  when: (context) => statementsOf(context).some(({ text }) => refusal.test(text)),
  unless: /罚款|听证/u,
  message: (words) => `不予许可的决定缺少理由或者救济告知：${words}。`,
});
const repeated =
  /(?:分(?:两|二|三|多|几)次|多次|两次|再次|又|反复|先后|陆续|第[二三]次)[^，。；]{0,12}(?:告知|要求|通知|提出)?[^，。；]{0,8}(?:补正|补充|补交|补齐|补材料)|(?:补正|补充材料)[^。；]{0,20}(?:后|之后)[^。；]{0,6}(?:又|再次|再)[^。；]{0,10}(?:要求|告知|补)/u;
const promised = /承诺[^，。；]{0,12}?(\d{1,2}|[一二三四五六七八九十]{1,3})\s*个?工作日/u;

const licence: Rule = {
  id: 'lic-decision',
  title: '行政许可的期限、理由或告知不符',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '许可应自受理之日起二十个工作日内决定，可经批准延长十个；不予许可的说明理由并告知救济，材料不齐的五日内一次告知。',
  basis: [
    { law, article: '42' },
    { law, article: '82' },
    { law, article: '38' },
    { law, article: '32' },
  ],
  advice: '核对受理和决定日期（按工作日）及延长手续；不予许可的补写理由和救济途径，补正一次告知。',
  traps: ['法律、法规另有期限的从其规定。', '听证、检验、专家评审等所需时间不计入，但要书面告知。'],
  check: (context) => {
    if (!mentions(context, pattern('许可|受理|补正|核准|颁证|证照'))) return [];
    const sentences = statementsOf(context);
    const steps = caseSteps(context, stages, 'decided');
    const accepted = firstStep(steps, 'accepted');
    const decided =
      accepted &&
      lastStep(
        steps.filter(({ day }) => day > accepted.day),
        'decided',
      );
    const days = accepted && decided ? workingDaysAtLeast(accepted.day, decided.day) : 0;
    const allowed = sentences.some(({ text }) => extended.test(text) && !notExtended.test(text)) ? 30 : 20;
    const hits: Hit[] = [];
    if (accepted && decided && days > allowed)
      hits.push({
        at: decided.at,
        related: [accepted.at],
        message: `${quoted(accepted.text)}受理，${quoted(decided.text)}决定，其间至少${days}个工作日，超过${allowed}个工作日。`,
      });
    const late = context.facts.durations.find((duration) => {
      const text = statementAround(context, duration.at)?.text ?? '';
      const working = duration.unit === 'working-day' ? duration.amount : Math.floor((duration.days * 5) / 7) - 3;
      return (
        /受理/u.test(text) &&
        /(?:才|后|历时|已|仍|超过|未)/u.test(text) &&
        /决定|许可|审批|办结/u.test(text) &&
        !/复议|诉讼|起诉|不得|应当|内(?:作出|决定)/u.test(text) &&
        working > allowed
      );
    });
    const nth = eachPlace(context, /受理[^，。；]{0,16}第\s*(\d{2,3})\s*个工作日/u, ([words, count], { text }) =>
      Number(count) > allowed && /决定|许可|办结/u.test(text)
        ? { message: `${quoted(words)}才决定，超过${allowed}个工作日。` }
        : null,
    );
    if (hits.length === 0) hits.push(...nth.slice(0, 1));
    if (hits.length === 0 && late)
      hits.push({ at: late.at, message: `受理后${quoted(late.text)}，超过${allowed}个工作日。` });
    const [, promise] = sentences.map(({ text }) => promised.exec(text)).find((found) => found) ?? [];
    if (hits.length === 0 && accepted && decided && promise && days > Number(promise))
      hits.push({
        at: decided.at,
        severity: 'notice',
        nature: 'risk',
        message: `承诺${promise}个工作日，实际至少${days}个工作日。`,
      });
    const lacks = reasonLack(context);
    const refused = firstPlace(context, refusal, /如|可以|应当|的，/u);
    if (lacks.length > 0) hits.push(...lacks);
    else if (refused && !mentions(context, pattern('复议|诉讼|起诉')))
      hits.push({ at: refused, message: '不予许可，没有告知申请行政复议、提起行政诉讼的权利。' });
    else if (refused && !mentions(context, pattern('因|由于|鉴于|不符合|理由|经审查|原因|不具备|缺少')))
      hits.push({ at: refused, message: '不予许可，没有说明理由。' });
    const received = firstStep(steps, 'received');
    const told =
      received &&
      firstStep(
        steps.filter(({ day }) => day > received.day),
        'told',
      );
    const waited = received && told ? workingDaysAtLeast(received.day, told.day) : 0;
    if (received && told && waited > 5)
      hits.push({
        at: told.at,
        related: [received.at],
        message: `${quoted(received.text)}收到申请，${quoted(told.text)}才告知补正，其间至少${waited}个工作日，超过五日。`,
      });
    const twice = eachPlace(context, repeated, ([words], { text }) =>
      /不得|一次(?:性)?告知/u.test(text) && !/未一次|没有一次/u.test(text)
        ? null
        : { message: `补正没有一次告知：${quoted(words)}。` },
    );
    const once = eachPlace(context, /(?:未|没有)[^，。；]{0,6}一次(?:性)?[^，。；]{0,10}(?:告知|补正)/u, ([words]) => ({
      message: `补正没有一次告知：${quoted(words)}。`,
    }));
    return [...hits, ...[...once, ...twice].slice(0, 1)].slice(0, 2);
  },
  examples: {
    hits: [
      { text: '2026年6月1日受理，7月20日作出不予许可决定，未写理由和救济途径。', says: '超过20个工作日' },
      { text: '不予行政许可决定书\n松柏公司：经研究，对你公司的申请不予许可。', says: '没有告知申请行政复议' },
      { text: '本局2026年3月2日收到申请，2026年3月20日告知补正材料。', says: '超过五日' },
      { text: '申请人补正后，窗口又要求补充材料，未一次性告知。', says: '一次告知' },
    ],
    nearMisses: [
      { text: '2026年6月1日受理，6月25日作出准予许可决定。' },
      { text: '2026年6月1日受理，经批准延长十个工作日并告知理由，7月6日作出准予许可决定。' },
      { text: '不予许可决定书写明了理由，并告知申请行政复议和提起行政诉讼的权利。' },
      { text: '2026年3月2日收到申请，3月5日一次告知需要补正的全部内容。' },
    ],
  },
};

export const licenceRules: readonly Rule[] = [licence];

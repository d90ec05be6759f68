/** The remedies a decision names: their periods and the organ of review (行政复议法 articles 20 to 28). */
import type { Duration } from '../../../facts/facts.ts';
import { inBody, rowBefore, sentenceOf, textOf } from '../../around.ts';
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { columnsOf } from '../../columns.ts';
import { spanOf, statementsOf } from './case-file.ts';

const review = '行政复议法';

type Remedy = 'review' | 'suit';

/** The remedy named first, or last, in a stretch of text. */
function remedyIn(text: string, end: 'first' | 'last'): Remedy | null {
  const found = [...text.matchAll(/复议|起诉|诉讼|(?:向|到)[^，。；]{0,12}法院/gu)].at(end === 'first' ? 0 : -1)?.[0];
  return found === undefined ? null : found === '复议' ? 'review' : 'suit';
}

/** What else a period in such a sentence may be for. */
const forOther = /缴|交纳|改正|拆除|履行|恢复|清除|陈述|申辩|听证|受理|审查|补正|答复|移送|审理|作出|强制执行/u;
const afterReview =
  /复议决定|不服复议|(?<![不未])经复议|复议后|(?:收到|受理|接到|对)[^，。；]{0,8}复议申请(?!书)|复议机关(?:逾期|应|在)|法律另有规定/u;

type RemedyPeriod = Readonly<{ remedy: Remedy; duration: Duration }>;

/** Periods told for review and suit, in sentences, lists and tables. */
function remedyPeriods(context: RuleContext): RemedyPeriod[] {
  return inBody(context, context.facts.durations).flatMap((duration): RemedyPeriod[] => {
    const remedy = remedyOf(context, duration);
    return remedy === null ? [] : [{ remedy, duration }];
  });
}

function remedyOf(context: RuleContext, { at, unit }: Duration): Remedy | null {
  const { before, after } = sentenceOf(context, at);
  if (unit === 'hour' || afterReview.test(`${before}${after}`)) return null;
  const [toNext = ''] = after.split(/\d+\s*(?:日|天|个月|个工作日)|[一二三四五六七八九十]+(?:日|天|个月|个工作日)/u);
  if (/^以?之?内/u.test(after)) {
    const [first = ''] = toNext.split(/(?<=复议|起诉|诉讼|法院)/u);
    const named = remedyIn(first, 'first');
    if (named !== null) return forOther.test(first) ? null : named;
    if (forOther.test(toNext)) return null;
    return remedyIn(before, 'last') ?? remedyInRow(context, at.block);
  }
  if (/(?:期限|时限|时效|期间)[^，。；]{0,10}$/u.test(before)) return remedyIn(before, 'last');
  return textOf(context, at.block).trim().length <= 16 ? remedyInRow(context, at.block) : null;
}

/** In a table the remedy heads the row, or the column whose row is named 期限. */
function remedyInRow(context: RuleContext, block: string): Remedy | null {
  const row = rowBefore(context, block);
  if (row === '') return null;
  const { paragraphs, indexOf } = readingOf(context.document);
  const here = paragraphs[indexOf.get(block) ?? -1]?.region;
  const head = paragraphs.find(
    ({ region }) =>
      here?.kind === 'cell' &&
      region.kind === 'cell' &&
      region.table === here.table &&
      region.column === here.column &&
      region.row === 0,
  );
  return remedyIn(row, 'first') ?? remedyIn(head?.text ?? '', 'first');
}

const byLandLaw = pattern('土地管理法');

/** What is wrong with a period told; null when nothing is. */
function periodFault(context: RuleContext, { remedy, duration }: RemedyPeriod): string | null {
  const { amount, unit, text } = duration;
  const days = unit === 'working-day' ? amount * 1.4 : unit === 'month' ? amount * 30 : duration.days;
  if (remedy === 'review') return days < 60 ? `告知的复议期限${quoted(text)}，短于六十日。` : null;
  // An order to pull down under the land law is sued against within fifteen days (article 83).
  if (days === 15 && mentions(context, byLandLaw)) return null;
  const sixMonths = unit === 'month' ? amount === 6 : unit === 'year' ? amount === 0.5 : days >= 180 && days <= 184;
  return sixMonths ? null : `告知的起诉期限${quoted(text)}，不是六个月。`;
}

const remedyPeriod: Rule = {
  id: 'enf-remedy-period',
  title: '告知的复议、诉讼期限有误',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '申请复议的期限一般为六十日，直接起诉一般为六个月；告知短了，等于剥夺权利，期限还会重新计算。',
  basis: [
    { law: '行政复议法', article: '20' },
    { law: '行政诉讼法', article: '46' },
    { law: '行政诉讼法', article: '45' },
    { law: '土地管理法', article: '83' },
  ],
  advice: '改为“六十日内申请行政复议，六个月内提起行政诉讼”；法律另有规定的写明依据。',
  check: (context) =>
    remedyPeriods(context).flatMap((period): Hit[] => {
      const fault = periodFault(context, period);
      return fault === null ? [] : [{ at: period.duration.at, message: fault }];
    }),
  examples: {
    hits: [
      { text: '可在30日内申请复议、3个月内起诉。', says: '短于六十日' },
      {
        text: '当事人如不服，可自收到之日起六十日内申请行政复议，也可三个月内向人民法院提起诉讼。',
        says: '不是六个月',
      },
      { text: '对本决定有异议的，可于20天内向区政府提出复议申请。', says: '短于六十日' },
      { text: '不服本决定的，十五日内向区政府申请行政复议。', says: '十五日' },
      {
        text: '权利告知：\n1.行政复议：自收到本决定之日起四十日内，向临河区人民政府提出；\n2.行政诉讼：自收到本决定之日起二个月内，向临河区人民法院提起。',
        says: '四十日',
      },
      { text: '| 途径 | 期限 |\n| --- | --- |\n| 行政复议 | 60日 |\n| 行政诉讼 | 三个月 |', quote: '三个月' },
    ],
    nearMisses: [
      { text: '可在60日内申请复议、6个月内起诉。' },
      { text: '对复议决定不服的，可在收到复议决定书之日起十五日内提起诉讼。' },
      { text: '可自收到本决定书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。' },
      { text: '依照《土地管理法》第八十三条，可在十五日内向人民法院起诉。' },
      { text: '自收到本决定书之日起十五日内缴纳罚款；不服的，可以依法申请行政复议或者提起行政诉讼。' },
    ],
  },
};

const organAsked = [
  /(?:向|到|至)([^，。；]{2,50}?)(?:依法)?(?:申请|提出|提起|递交)[^，。；]{0,8}复议/gu,
  /复议(?:受理)?机关(?:为|是|系|名称)?[:为是]?\s*([^，。；]{2,40})/gu,
  /(?:申请|提出|提起)(?:行政)?复议(?:的)?(?:机关)?[，,]?(?:应|可以?)?(?:向|为|是)([^，。；]{2,40}?)(?:提出|申请|递交|$|[，。；])/gu,
];
const vertical = /海关|金融监(?:督)?管|金融管理|外汇|税务|国家安全|人民银行|银保监|证监|国务院|[^\p{Script=Han}]部$/u;
const judicial = /司法(?:局|厅)/u;
const department =
  /(?:局|厅|委员会|[住建农业卫生健康教育交通]委|总队|支队|大队)(?![\p{Script=Han}]*(?:政府))|上(?:一)?级[^，。；]{0,8}(?:主管)?(?:部门|机关)|主管部门|本(?:机关|局|办|单位)|我局/u;

/** Who made the decision: the title, the first lines and the words before 可以…复议. */
function makerOf({ document }: RuleContext, before: string): string {
  const { text } = readingOf(document);
  return `${before}\n${text.slice(0, 120)}\n${text.slice(-80)}`;
}

function wrongOrgan(context: RuleContext, asked: string, before: string): string | null {
  const maker = makerOf(context, before);
  const organs = asked.split(/或者?|、|以及|也可/u).filter((part) => part.trim() !== '');
  if (vertical.test(asked) || vertical.test(maker.replace(asked, ''))) {
    const local = organs.find((organ) => /人民政府|区政府|市政府|县政府/u.test(organ));
    const central = /税务|海关|外汇|金融|国家安全/u.test(maker.replace(asked, ''));
    return central && local !== undefined && !/处罚决定书.{0,4}政府/u.test(maker) ? local : null;
  }
  if (/省(?:级)?人民政府|省政府|国务院/u.test(maker) && /本机关|原/u.test(asked)) return null;
  // 青麓区桐溪街道办事处, 青麓区城市管理局: the district that set them up, not the city above it.
  const ofDistrict = /[\p{Script=Han}]{2}区[\p{Script=Han}]{2,14}(?:街道办事处|局|镇人民政府)/u.test(
    maker.replace(asked, ''),
  );
  const city = organs.find((organ) => /^[\p{Script=Han}]{2,4}市人民政府$/u.test(organ.trim()));
  if (ofDistrict && city !== undefined && organs.length === 1) return city;
  const wrong = organs.find((organ) => department.test(organ) && !/人民政府|区政府|市政府|县政府/u.test(organ));
  if (wrong === undefined) return null;
  if (judicial.test(wrong) && (judicial.test(maker.replace(asked, '')) || /窗口|受理|收件|材料|接待/u.test(asked)))
    return null;
  return wrong;
}

/** The organs that sentences name. */
function inSentences(context: RuleContext): Hit[] {
  return statementsOf(context).flatMap((statement): Hit[] => {
    if (!/复议/u.test(statement.text)) return [];
    for (const source of organAsked) {
      for (const match of statement.text.matchAll(source)) {
        const asked = match[1] ?? '';
        const wrong = wrongOrgan(context, asked, statement.text.slice(0, match.index));
        if (wrong === null) continue;
        const at = match.index + match[0].indexOf(wrong);
        const found = { ...match, index: at, 0: wrong } as RegExpExecArray;
        return [{ at: spanOf(statement, found), message: `告知向${quoted(wrong.trim())}申请复议，复议机关不对。` }];
      }
    }
    return [];
  });
}

/** The organs under the head 复议机关, each beside the office that decided. */
function inColumn(context: RuleContext): Hit[] {
  return columnsOf(context, /复议机关/u).flatMap(({ cells }) =>
    cells.flatMap(({ id, text }): Hit[] => {
      const wrong = wrongOrgan(context, text, rowBefore(context, id));
      return wrong === null
        ? []
        : [
            {
              at: { block: id, from: 0, to: text.length },
              message: `告知向${quoted(wrong.trim())}申请复议，复议机关不对。`,
            },
          ];
    }),
  );
}

const remedyOrgan: Rule = {
  id: 'enf-remedy-organ',
  title: '告知的复议机关不对',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '2024年起，地方政府部门、派出机关的行政行为由本级人民政府或者设立它的人民政府复议，上一级主管部门不再受理。',
  basis: [
    { law: review, article: '24' },
    { law: review, article: '27' },
    { law: review, article: '28' },
  ],
  advice: '部门的决定改为向本级人民政府申请，街道办事处、乡镇政府的决定改为向设立它或者上一级人民政府申请。',
  traps: [
    '海关、金融、外汇、税务、国家安全机关仍由上一级主管部门复议。',
    '对司法行政部门的决定，可以选择上一级司法行政部门。',
    '司法局作为收件窗口出现，不等于复议机关。',
  ],
  check: (context) => [...inSentences(context), ...inColumn(context)],
  examples: {
    hits: [
      {
        text: '处罚文书汇总\n| 作出机关 | 复议机关 |\n| 松阳县水利局 | 云江市水务局 |',
        quote: '云江市水务局',
      },
      { text: '某区城管局处罚决定：可向市城市管理局申请行政复议。', quote: '市城市管理局' },
      {
        text: '行政处罚决定书\n如不服，可在六十日内向临河区人民政府或者云州市住房和城乡建设局申请行政复议。\n临河区住房和城乡建设局',
        says: '云州市住房和城乡建设局',
      },
      { text: '不服本决定的，可以向上一级主管部门申请复议。', says: '上一级主管部门' },
      { text: '复议机关：云州市市场监督管理局；复议期限：六十日。', says: '云州市市场监督管理局' },
    ],
    nearMisses: [
      { text: '某街道办事处处罚决定：可向某区人民政府申请行政复议。' },
      { text: '国家税务总局临河区税务局决定：可向国家税务总局云州市税务局申请行政复议。' },
      { text: '临河区司法局决定：可向临河区人民政府或者云州市司法局申请行政复议。' },
      { text: '可以向临河区人民政府（收件窗口设在区司法局）申请行政复议。' },
    ],
  },
};

export const remedyRules: readonly Rule[] = [remedyPeriod, remedyOrgan];

/** Discretion standards: fines that leave the range of the statute, tiers that overlap or leave a gap. */
import type { Span } from '../../../document/model.ts';
import { decimalToFen, unitPowers } from '../../../facts/money.ts';
import { readCount } from '../../../facts/number.ts';
import { fold } from '../../../facts/source.ts';
import { bodyParagraphs, mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isStatute } from './common.ts';

const about = pattern('裁量(?:权)?(?:基准|标准)|裁量细化|基准表|细化标准|裁量幅度|裁量权|处罚基准');

/** A range of money in fen; an end that is not stated is null. `statutory` is what the superior law allows. */
type Range = Readonly<{
  at: Span;
  text: string;
  least: number | null;
  most: number | null;
  statutory: boolean;
  /** The words between the range before and this one: what the tier is called. */
  lead: string;
  /** Its sentence speaks of a penalty below the range, 减轻处罚. */
  reduced: boolean;
}>;

const number = '(\\d[\\d,]*(?:\\.\\d+)?|[一二两三四五六七八九十百千万]+?)';
const unit = '(亿元|千万元|百万元|万元|千元|百元|元|万)';
const rangePattern = new RegExp(
  `${number}\\s*${unit}?\\s*(?:以上(?:的)?[，、]?\\s*(?:不满|至)?|至|到|-|—|~|、(?=\\d[\\d.]*[万千百]?元以下|[一二三四五六七八九十百千]+[万千百]?元以下))\\s*${number}\\s*${unit}(?:以下)?|(上限|最高|不超过|不满|低于)(?:为|至|可达|[：:])?\\s*${number}\\s*${unit}|(下限|最低|不低于|不少于)(?:为|[：:])?\\s*${number}\\s*${unit}|${number}\\s*${unit}(以下|以上)|(?:罚款|处以?|^\\s*)(?:金额)?(?:为|[：:])?\\s*${number}\\s*${unit}(?!元|\\s*(?:以[上下]|不满|至|到|-|—|~|、\\S{1,6}元以下))`,
  'gu',
);
const superior = /上位法|法定|《[^》]*》|法律规定|条例规定|办法规定|处罚依据|法律依据|处罚幅度|法条/u;
const tierWords = /轻微|较轻|从轻|一般|较重|从重|严重|特别|情节|档|阶次|初次|首次|再次|多次/u;

function fenOf(text: string | undefined, unitText: string | undefined): number | null {
  const power = unitPowers[unitText ?? '元'] ?? (unitText === '百元' ? 4 : undefined);
  if (text === undefined || power === undefined) return null;
  const plain = text.replaceAll(',', '');
  const decimal = /^\d/u.test(plain) ? plain : String(readCount(plain) ?? '');
  return decimal === '' ? null : decimalToFen(decimal, power);
}

/** Ranges in reading order. In a table the head of the column says whose range it is, else the words before it. */
function rangesOf(context: RuleContext): Range[] {
  const paragraphs = bodyParagraphs(context);
  return paragraphs.flatMap((paragraph) => {
    const text = fold(paragraph.text);
    const { region } = paragraph;
    const head =
      region.kind === 'cell'
        ? paragraphs.find(
            ({ region: other }) =>
              other.kind === 'cell' &&
              other.table === region.table &&
              other.row === 0 &&
              other.column === region.column,
          )?.text
        : undefined;
    let end = 0;
    return [...text.matchAll(rangePattern)].map((match): Range => {
      const [
        whole,
        from,
        fromUnit,
        to,
        toUnit,
        cap,
        capNumber,
        capUnit,
        floor,
        floorNumber,
        floorUnit,
        lone,
        loneUnit,
        side,
        fixed,
        fixedUnit,
      ] = match;
      const lead = text.slice(end, match.index);
      end = match.index + whole.length;
      const range =
        from !== undefined
          ? { least: fenOf(from, fromUnit ?? toUnit), most: fenOf(to, toUnit) }
          : cap !== undefined
            ? { least: null, most: fenOf(capNumber, capUnit) }
            : floor !== undefined
              ? { least: fenOf(floorNumber, floorUnit), most: null }
              : fixed !== undefined
                ? { least: fenOf(fixed, fixedUnit), most: fenOf(fixed, fixedUnit) }
                : side === '以下'
                  ? { least: null, most: fenOf(lone, loneUnit) }
                  : { least: fenOf(lone, loneUnit), most: null };
      const named = lead.split(/[；。，;]/u).at(-1) ?? '';
      const sentence =
        text
          .slice(0, match.index)
          .split(/[。；;]/u)
          .at(-1) ?? '';
      const reduced = sentence.includes('减轻') || lead.includes('减轻');
      const statutory =
        superior.test(named) || (superior.test(lead) && !tierWords.test(named)) || superior.test(head ?? '');
      const at = { block: paragraph.id, from: match.index, to: end };
      return { at, text: whole, ...range, statutory: statutory && !tierWords.test(named), lead, reduced };
    });
  });
}

/** A tier against the range that governs it: the nearest statutory one before, else the first after it. */
function beyondStatute(ranges: readonly Range[]): Hit[] {
  return ranges.flatMap((tier, index): Hit[] => {
    if (tier.statutory) return [];
    const law =
      ranges.slice(0, index).findLast(({ statutory }) => statutory) ??
      ranges.slice(index + 1).find(({ statutory }) => statutory);
    if (!law) return [];
    const { reduced } = tier;
    const over = law.most !== null && tier.most !== null && tier.most > law.most;
    const openOver = law.most !== null && tier.most === null && tier.least !== null && tier.least > law.most;
    const under = !reduced && law.least !== null && tier.least !== null && tier.least < law.least;
    const openUnder =
      !reduced && law.least !== null && tier.most !== null && tier.most <= law.least && tier.least === null;
    if (!(over || openOver || under || openUnder)) return [];
    const message = `基准${quoted(tier.text)}${over || openOver ? '高于' : '低于'}上位法幅度${quoted(law.text)}。`;
    return [{ at: tier.at, related: [law.at], message }];
  });
}

/** Neighbouring tiers of one act: the next begins where the one before ends. */
function brokenTiers(ranges: readonly Range[]): Hit[] {
  return ranges.flatMap((tier, index): Hit[] => {
    const before = ranges[index - 1];
    if (!before || tier.statutory || before.statutory || !tierWords.test(tier.lead)) return [];
    if (before.most === null || tier.least === null || before.least === null || tier.least < before.least) return [];
    // 罚款200元 after 罚款50元: single amounts leave no gap.
    if (tier.least === tier.most || before.least === before.most || tier.least === before.most) return [];
    const fault = tier.least < before.most ? '重叠' : '断档';
    const message = `裁量档次${quoted(before.text)}与${quoted(tier.text)}${fault}。`;
    return [{ at: tier.at, related: [before.at], message, severity: 'medium', nature: 'drafting' }];
  });
}

const lawNamed = pattern('上位法|法定|《|条例|法律|依据|办法第|法第');
const fined = pattern('罚款|处罚');
/** 罚款200元: a tier of one amount is a tier. */
const fixedFine = pattern('罚款?[^。；，]{0,6}(?:\\d|[一二两三四五六七八九十百千万]+元)|处[^。；，]{0,6}元');

const benchmark: Rule = {
  id: 'norm-penalty-benchmark',
  title: '裁量基准超出法定幅度或者档次不衔接',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '裁量基准只能在法定的处罚种类和幅度内细化，突破上限下限等于自设处罚，档次重叠、断档则无从适用。',
  basis: [
    { law: '行政处罚法', article: '34' },
    { law: '行政处罚法', article: '76' },
    { law: '优化营商环境条例', article: '60' },
  ],
  advice: '逐项对照上位法条款改回法定幅度，列明法律依据，使相邻档次首尾相接，并依法向社会公布。',
  traps: ['标明“减轻处罚”并列明法定减轻事由的档次，可以低于法定下限。'],
  check: (context) => {
    if (isStatute(context) || !mentions(context, about)) return [];
    const ranges = rangesOf(context);
    const hits = [...beyondStatute(ranges), ...brokenTiers(ranges)];
    if (hits.length > 0 || (ranges.length === 0 && !mentions(context, fixedFine))) return hits;
    if (mentions(context, lawNamed) || !mentions(context, fined)) return [];
    return [
      { at: null, missing: 'legal-basis', message: '裁量基准规定了罚款幅度，没有写明法律依据。', nature: 'risk' },
    ];
  },
  examples: {
    hits: [
      { text: '基准表：违法行为A，罚款5-8万元（上位法上限5万元）。', quote: '5-8万元', says: '高于' },
      {
        text: '临河区市容行政处罚裁量基准\n| 违法行为 | 法律依据 | 情节 | 罚款 |\n| 乱倒渣土 | 《云州市市容条例》第二十条：处一万元以上五万元以下罚款 | 严重 | 三万元以上六万元以下 |',
        says: '高于',
      },
      { text: '行政处罚裁量基准\n法定幅度：2000元以上2万元以下。\n情节轻微的，罚款1000元至2000元。', says: '低于' },
      {
        text: '裁量基准\n上位法幅度：《云州市养犬条例》第九条，处300元以上1000元以下罚款。\n轻微档：罚款200元。',
        says: '低于',
      },
      { text: '裁量基准：上位法1万元以上10万元以下；较轻档次1万元至3万元，一般档次4万元至6万元。', says: '断档' },
      { text: '行政处罚裁量基准表\n情节一般的，罚款500元以上1000元以下。', says: '没有写明法律依据' },
      {
        text: '乱贴广告行政处罚裁量基准\n| 情形 | 处罚 |\n| 当场清除 | 罚款50元 |\n| 多次张贴 | 罚款300元 |',
        says: '没有写明法律依据',
      },
    ],
    nearMisses: [
      { text: '基准表：上位法1-5万元，情节轻微1-2万元。' },
      {
        text: '裁量基准：《云州市养犬条例》第九条规定处500元以上2000元以下罚款；轻微500元至1000元，一般1000元至1500元，严重1500元至2000元。',
      },
      { text: '裁量基准：法定幅度1万元以上5万元以下；具有主动消除危害后果情形减轻处罚的，处5000元以上1万元以下。' },
      { text: '停车收费：小型车5元，大型车10元以上。' },
    ],
  },
};

export const discretion: readonly Rule[] = [benchmark];

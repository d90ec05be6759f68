/** Time in the making of a normative document: for comments, for the legality review, for filing. */
import { blockNumber } from '../../../document/walk.ts';
import { readCount } from '../../../facts/number.ts';
import { inBody, sentenceOf } from '../../around.ts';
import { mentions, places, quoted } from '../../builders.ts';
import { lackingMaterial } from '../../materials.ts';
import { pattern } from '../../pattern.ts';
import { openPeriods } from '../../periods.ts';
import { reviewTimes } from '../../reviewing.ts';
import { settingOf } from '../../rule.ts';
import type { Hit, Rule, RuleContext, Setting } from '../../rule.ts';
import { firstStep, stepsOf } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';
import { economicActivity } from '../../subjects.ts';
import { isStatute, made } from './common.ts';

const organic = '地方各级人民代表大会和地方各级人民政府组织法';
/** 优化营商环境条例 62: days, the first and the last included. */
const commentDays = 30;

const comments = pattern(
  '征集(?:时间|期限|期间|起止)|(?:公开)?征求(?:社会|公众|各方面?)?意见|公开征集|征集意见|意见征集|公开征询|听取(?:社会|公众)意见|《[^《》]{2,40}》[^。；]{0,24}(?:网站|公众号|网上)[^。；，]{0,4}(?:公示|公开|挂网|挂出)',
);
const excused = pattern('缩短(?:了)?(?:期限|时间|为)?|情况紧急|紧急|应急|依法保密|国家秘密|不宜公开|保密');

const commentPeriod: Rule = {
  id: 'norm-comment-30d',
  title: '公开征求意见不足30日或者没有公开征求意见',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '与生产经营密切相关的文件，除依法需要保密外，应当公开征求意见，期限一般不少于30日。',
  basis: [
    { law: '优化营商环境条例', article: '62' },
    { law: organic, article: '75' },
  ],
  advice: '补足征求意见的期限；确需缩短或者依法保密不公开的，写明理由并留存记录。',
  traps: ['起止日期含首日满30日的，期限足够；写明缩短理由的，不算不足。'],
  check: (context) => {
    if (!made(context) || mentions(context, excused)) return [];
    const short = openPeriods(context, comments)
      .filter(({ days }) => days < commentDays)
      .map(({ at, text, days }) => ({ at, message: `征求意见${quoted(text)}，共${days}日，不足${commentDays}日。` }));
    if (short.length > 0) return short;
    const grave = mentions(context, economicActivity) ? ({ severity: 'high' } as const) : {};
    return commentsLacking(context).map((hit) => ({ ...hit, ...grave }));
  },
  examples: {
    hits: [
      { text: '征求意见自5月1日至5月7日。', quote: '5月1日至5月7日', says: '共7日' },
      { text: '集市管理办法起草说明\n面向社会公开征求意见，期限为十五日。', says: '不足30日' },
      { text: '现就《早市经营规范》公开征求意见，请于6月20日前反馈。\n青麓区商务局\n2026年6月9日', says: '共12日' },
      { text: '征集时间：2026/9/1-2026/9/12\n名称：早市经营规范（征求意见稿）', says: '共12日' },
      { text: '外卖平台管理规定送审，卷内没有公开征求意见的记录。', says: '写明没有' },
      { text: '| 程序 | 时间 |\n| 公开征求意见 | 公开征求意见：２０２６年３月２日—３月１６日 |', says: '共15日' },
    ],
    nearMisses: [
      { text: '征求意见自5月1日至5月31日。' },
      { text: '征求意见自5月1日至5月7日；因情况紧急缩短期限，已在公告中说明。' },
      { text: '征求意见期限为30日。' },
      { text: '公示名单自5月1日至5月7日。' },
    ],
  },
};

const commentsLacking = lackingMaterial({
  name: '公开征求意见的记录',
  words: comments,
  needed: economicActivity,
});

const shortest: Setting = { key: 'norm-review-min-days', title: '规范性文件合法性审核最短时限（工作日）', value: 5 };
const longest: Setting = { key: 'norm-review-max-days', title: '规范性文件合法性审核最长时限（工作日）', value: 15 };

const reviewTime: Rule = {
  id: 'norm-review-time',
  title: '合法性审核时间过短或者过长',
  severity: 'low',
  nature: 'risk',
  kinds: ['normative'],
  why: '审核时间太短难以审透，太长影响出台；通行的做法是五至十五个工作日，各单位以本地规定为准。',
  basis: [
    {
      law: '国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见',
      article: null,
      note: '国办发〔2018〕115号；审核时限以本地规定核对',
    },
  ],
  advice: '核对本地规定的审核时限：过短的推迟上会补足时间，过长的催办并记明原因。',
  traps: ['审核中退回补正、另行论证的时间一般不计入。'],
  settings: [shortest, longest],
  check: (context) => {
    if (isStatute(context) || mentions(context, pattern('退回补正|补正材料|扣除'))) return [];
    const [least, most] = [settingOf(context, shortest), settingOf(context, longest)];
    return reviewTimes(context)
      .filter(({ days }) => days < least || days > most)
      .slice(0, 1)
      .map(({ at, related, days, said }) => ({
        at,
        related,
        message:
          days < least
            ? `${quoted(said, 50)}，审核时间至多${days}个工作日，少于${least}个工作日（按本单位设定）。`
            : `${quoted(said, 50)}，审核时间约${days}个工作日，多于${most}个工作日（按本单位设定）。`,
      }));
  },
  examples: {
    hits: [
      { text: '6月1日报送，6月2日提交会议。', says: '1个工作日' },
      { text: '办法草案于2026年3月2日送区司法局审核，2026年4月10日出具审核意见。', says: '多于15个工作日' },
      { text: '要求法制机构在两个工作日内出具合法性审核意见。', says: '少于5个工作日' },
    ],
    nearMisses: [
      { text: '6月1日报送，6月10日出具意见。' },
      { text: '合法性审核时限为10个工作日。' },
      { text: '一、自2026年6月1日起，各站每日核对台账，并反馈结果。\n二、工作方案于2026年2月28日前书面报送。' },
      { text: '办法草案3月2日送审，其间退回补正材料，4月20日出具审核意见。' },
    ],
  },
};

const filingLimit: Setting = { key: 'norm-filing-days', title: '规范性文件公布后报送备案的期限（日）', value: 15 };
/** Farther apart, in paragraphs, the two dates tell of different things. */
const near = 6;
type Stage = 'filed' | 'published';
const filingStages: StepWords<Stage> = [
  ['filed', /备案|报备/u],
  ['published', /公布|印发|发布|公开|施行/u],
];

const filing: Rule = {
  id: 'norm-file-deadline',
  title: '规范性文件备案超过期限',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '规范性文件应当报送备案，期限由地方规定；迟报、漏报会失去上级及时纠错的机会，也会被通报。',
  basis: [
    { law: organic, article: '75' },
    { law: '法规规章备案审查条例', article: '25' },
    { law: '地方规范性文件备案规定', article: null, note: '备案期限由各地规定，常见为公布之日起15日内' },
  ],
  advice: '核对本地备案期限，已超过的及时补报并说明原因，尚未报送的立即报送备案报告和文件文本。',
  traps: ['自公布之日起算，期限内报送的，即使备案机关登记在后也不算迟报。'],
  settings: [filingLimit],
  check: (context) => {
    if (isStatute(context)) return [];
    const limit = settingOf(context, filingLimit);
    const steps = stepsOf(context, filingStages);
    const [published, filed] = [firstStep(steps, 'published'), firstStep(steps, 'filed')];
    if (published && filed && Math.abs(blockNumber(published.at.block) - blockNumber(filed.at.block)) <= near) {
      const days = filed.day - published.day;
      const said = `${quoted(published.text)}公布，${quoted(filed.text)}报备，共${days}日，超过${limit}日（按本单位设定）。`;
      return days > limit ? [{ at: filed.at, related: [published.at], message: said }] : [];
    }
    return filedAfter(context, limit);
  },
  examples: {
    hits: [
      { text: '2026-03-01公布，2026-04-10报备。', says: '共40日' },
      { text: '停车管理办法于2026年3月1日印发，至2026年5月6日才报送区人大常委会备案。', says: '66日' },
      { text: '文件公布后三十日才报送备案。', says: '三十日' },
      { text: '该规定自发布之日起第二十八天才向区人大常委会备案。', says: '28日' },
      { text: '| 环节 | 日期 |\n| 公布 | ２０２６年６月１日 |\n| 备案 | ２０２６年６月３０日 |', says: '29日' },
    ],
    nearMisses: [
      { text: '2026-03-01公布，2026-03-12报备。' },
      { text: '自公布之日起15日内报送备案。' },
      { text: '企业应当在30日内办理备案。' },
    ],
  },
};

const nthDay = pattern(
  '(?:公布|印发|发布)[^，。；]{0,8}第(\\d{1,3}|[一二三四五六七八九十百]{1,5})[日天][^。；]{0,16}(?:报备|备案)',
);

/** 公布后四十日报备, 公布之日起第40日报备: a length between publication and filing. */
function filedAfter(context: RuleContext, limit: number): Hit[] {
  const ordinal = places(context, nthDay).flatMap(({ at, match }): Hit[] => {
    const days = readCount(match.groups[0]?.text ?? '') ?? 0;
    return days > limit
      ? [{ at, message: `${quoted(match.text)}，公布后${days}日才报备，超过${limit}日（按本单位设定）。` }]
      : [];
  });
  if (ordinal.length > 0) return ordinal;
  return inBody(context, context.facts.durations).flatMap(({ at, text, days }) => {
    const { before, after } = sentenceOf(context, at);
    const since = /(?:公布|印发|发布)[^，。；]{0,10}$/u.test(before);
    const until = /^[^。；]{0,16}(?:报备|备案)/u.test(after) || /备案[^。；]{0,12}$/u.test(before);
    return since && until && days > limit
      ? [{ at, message: `公布后${quoted(text)}才报备，超过${limit}日（按本单位设定）。` }]
      : [];
  });
}

export const makingDeadlines: readonly Rule[] = [commentPeriod, reviewTime, filing];

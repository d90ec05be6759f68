/** Hearings: whether one is offered, announced in time and led by somebody else (行政处罚法 articles 63, 64). */
import { quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule, RuleContext, Setting } from '../../rule.ts';
import { settingOf } from '../../rule.ts';
import { stepsOf, weekdaysBetween } from '../../steps.ts';
import type { Step, StepWords } from '../../steps.ts';
import { dayNumber } from '../../../facts/dates.ts';
import { readingOf } from '../../reading.ts';
import type { Span } from '../../../document/model.ts';
import {
  eachPlace,
  finesOf,
  firstPlace,
  gravePenalty,
  labelled,
  lacking,
  partyOf,
  statementsOf,
  spanOf,
  tellsProcedure,
} from './case-file.ts';
import { mentions } from '../../builders.ts';

const law = '行政处罚法';

const citizenFine: Setting = {
  key: 'enf-hearing-fine-citizen',
  title: '对公民罚款应当告知听证的数额（元）',
  value: 10_000,
};
const organisationFine: Setting = {
  key: 'enf-hearing-fine-organisation',
  title: '对法人或者其他组织罚款应当告知听证的数额（元）',
  value: 100_000,
};

/** A large fine by the office's own limit; a sum that reaches it has a right to a hearing. */
function largeFine(context: RuleContext): { at: Span; limit: number } | null {
  const setting = partyOf(context) === 'citizen' ? citizenFine : organisationFine;
  const limit = settingOf(context, setting);
  const fine = finesOf(context).find(({ fen }) => fen >= limit * 100);
  return fine ? { at: fine.at, limit } : null;
}

const grave = new RegExp(gravePenalty.source, 'u');
const heavyTaking = /没收[^，。；]{0,16}(?:较大|巨大|全部设备)/u;
const notPunished = /不予|未予?处罚|撤销|申请听证|恢复|解除|不(?:宜|应|必)吊销/u;

/** Where a penalty of article 63 stands, its kind aside from the sum. */
function graveAt(context: RuleContext): Span | null {
  return firstPlace(context, grave, notPunished) ?? firstPlace(context, heavyTaking, notPunished);
}

const offered = pattern('听证');
const hearingLack =
  '听证(?:告知|权|程序|通知|的?权利)|(?:告知|赋予)[^，。；]{0,16}听证|(?:要求|申请|举行|组织)(?:举行)?听证';
const partyDid =
  /(?:当事人|其|公司|单位|相对人|[李王张赵]某)[^，。；]{0,10}(?:未|没有|不|放弃)(?:在[^，。；]{0,12})?(?:申请|要求|提出)|放弃听证|逾期未/u;

const hearingOffer: Rule = {
  id: 'enf-hearing-offer',
  title: '应当告知听证权利而没有告知',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '较大数额罚款、没收较大价值财物、降低资质、吊销许可证件、责令停产停业等处罚，应当告知当事人有要求听证的权利。',
  basis: [{ law, article: '63' }],
  advice: '补作听证告知，在期限届满或者听证之后再作决定；罚款数额的标准以本部门、本地规定为准。',
  traps: ['已经告知而当事人没有申请的，不必举行听证。', '“较大数额”各部门各地标准不同，公民与单位也不同。'],
  settings: [citizenFine, organisationFine],
  check: (context) => {
    const large = largeFine(context);
    const heavy = graveAt(context) ?? large?.at ?? null;
    const found = lacking({
      subject: hearingLack,
      unless: partyDid,
      when: () =>
        heavy !== null || !mentions(context, pattern('罚款[^，。；]{0,6}[1-9一二三四五六七八九]?[百0]{1,2}元')),
      due: () => (mentions(context, tellsProcedure) ? heavy : null),
      present: offered,
      message: (words) => `没有听证告知：${words}。`,
      silent: (words) => `作出或者拟作出${words}，全文没有提到听证。`,
    })(context);
    if (large === null || graveAt(context) !== null || found.length === 0) return found;
    const configured = [citizenFine, organisationFine].some(({ key }) => context.input.settings?.[key] !== undefined);
    return found.map((hit) => ({
      ...hit,
      message: `${hit.message.slice(0, -1)}（按本单位设定的${large.limit}元）。`,
      ...(configured || hit.message.startsWith('没有听证告知')
        ? {}
        : ({ severity: 'notice', nature: 'risk' } as const)),
    }));
  },
  examples: {
    hits: [
      { text: '拟吊销经营许可证并罚款20万元，卷内无听证告知。', says: '没有听证告知' },
      { text: '本局拟责令松柏公司停产停业，告知书只写明陈述申辩权，未告知有要求听证的权利。', says: '没有听证告知' },
      { text: '经立案调查，决定吊销其餐饮服务许可证，已告知陈述、申辩权。', quote: '吊销', says: '没有提到听证' },
      { text: '立案后告知松柏公司陈述申辩权，决定罚款三十万元。', says: '按本单位设定的100000元' },
      { text: '| 处罚 | 降低资质等级 |\n| 听证告知书 | 未见 |', quote: '未见' },
    ],
    nearMisses: [
      { text: '拟吊销经营许可证，已告知听证权利。' },
      { text: '拟对李某罚款二百元，告知陈述申辩权。' },
      { text: '责令停产停业一案，听证告知书送达后，当事人未申请听证。' },
      { text: '立案后告知陈述申辩权，决定对松柏公司罚款二万元。' },
    ],
  },
};

type Stage = 'told' | 'notified' | 'held';
const stages: StepWords<Stage> = [
  ['told', /告知书|听证告知/u],
  ['notified', /通知/u],
  ['held', /听证|开庭/u],
];
/** The day on which a 听证通知书 is signed: the date that stands alone at its end. */
function noticeDay({ document, facts }: RuleContext, held: Step<Stage>): Step<Stage> | undefined {
  const { paragraphs, indexOf } = readingOf(document);
  if (!paragraphs.slice(0, 4).some(({ text }) => /听证[^，。；]{0,4}通知书\s*$/u.test(text))) return undefined;
  return facts.dates
    .flatMap(({ at, text, year, month, day }): Step<Stage>[] => {
      const counted = dayNumber(year ?? 0, month ?? 0, day ?? 0);
      const alone =
        paragraphs[indexOf.get(at.block) ?? -1]?.text.replace(/[（(][^（()）]{0,10}[）)]/gu, '').trim() === text;
      return alone && counted !== null && counted <= held.day ? [{ step: 'notified', day: counted, at, text }] : [];
    })
    .at(-1);
}

const ahead = /提前|(?:日|天|工作日)前|(?:举行|召开|开庭|听证会?)之?前/u;

const hearingSeven: Rule = {
  id: 'enf-hearing-7d',
  title: '举行听证的通知提前不足七个工作日',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '行政机关应当在举行听证的七日前通知当事人时间、地点；这里的七日是工作日，少了会影响当事人准备。',
  basis: [
    { law, article: '64' },
    { law, article: '85' },
  ],
  advice: '改期举行，在举行前至少七个工作日送达听证通知书；当事人书面同意提前的，附上同意书。',
  traps: ['从听证通知起算，不从听证告知起算。', '当事人书面同意缩短的，另当别论。'],
  check: (context) => {
    if (statementsOf(context).some(({ text }) => /同意[^，。；]{0,10}(?:提前|缩短)|自愿[^，。；]{0,8}提前/u.test(text)))
      return [];
    const steps = stepsOf(context, stages);
    const held = steps.filter(({ step }) => step === 'held').at(-1);
    const notified =
      held && (steps.findLast(({ step, day }) => step === 'notified' && day <= held.day) ?? noticeDay(context, held));
    const days = held && notified ? weekdaysBetween(notified.day, held.day) : 7;
    if (held && notified && days < 7)
      return [
        {
          at: held.at,
          related: [notified.at],
          message: `${quoted(notified.text)}通知，${quoted(held.text)}听证，其间只有${days}个工作日（未扣除节假日）。`,
        },
      ];
    const soon = eachPlace(
      context,
      /(?:听证[^。；]{0,4}通知|通知[^。；]{0,4}听证)[^。；]{0,12}(?:第二天|隔[日天]|(?:两|二|三|四|五|六|2|3|4|5|6)(?:日|天|个工作日)(?:之?后|即|就))[^。；]{0,24}(?:举行|召开|听证|开庭)|听证[^。；]{0,4}通知[^。；]{0,12}(?:次日|翌日|当[日天]|第[一二三四五六2-6][日天])[^。；]{0,10}(?:举行|召开|听证|开庭)|通知[^。；]{0,10}(?:次日|翌日|当[日天])[^。；]{0,8}(?:举行|召开)[^。；]{0,4}听证/u,
      ([words]) => ({ message: `通知与听证之间不足七个工作日：${quoted(words)}。` }),
    );
    if (soon.length > 0) return soon.slice(0, 1);
    return context.facts.durations.flatMap((duration) => {
      if ((duration.unit !== 'day' && duration.unit !== 'working-day') || duration.amount >= 7) return [];
      const statement = statementsOf(context).find(
        ({ paragraph, from, text }) =>
          paragraph.id === duration.at.block && from <= duration.at.from && duration.at.to <= from + text.length,
      );
      if (!statement || !/听证/u.test(statement.text) || !/通知/u.test(statement.text)) return [];
      const offset = duration.at.from - statement.from;
      const near = statement.text.slice(Math.max(0, offset - 4), offset + duration.text.length + 2);
      return ahead.test(near) && !/不得|不足/u.test(statement.text)
        ? [{ at: duration.at, message: `提前${quoted(duration.text)}通知听证，不足七个工作日。` }]
        : [];
    });
  },
  examples: {
    hits: [
      {
        text: '听证通知书\n松柏公司：本局定于2026年9月9日举行听证。\n临河区城市管理局\n2026年9月3日',
        says: '4个工作日',
      },
      { text: '6月1日通知6月5日听证。', says: '4个工作日' },
      { text: '本局于2026年9月7日向当事人送达听证通知书，2026年9月11日举行听证会。', quote: '2026年9月11日' },
      { text: '听证会通知书二〇二六年六月一日送达，听证会定于二〇二六年六月九日上午召开。', says: '6个工作日' },
      { text: '本局提前三日通知当事人参加听证。', quote: '三日' },
    ],
    nearMisses: [
      { text: '6月1日通知6月12日听证。' },
      { text: '2026年6月1日送达听证告知书，6月3日当事人申请听证。' },
      { text: '听证通知书于2026年6月1日送达，听证会于2026年6月10日举行。' },
      { text: '本局在举行听证的七个工作日前通知当事人。' },
    ],
  },
};

const name =
  '([\\p{Script=Han}]{1,2}某{1,2}|[\\p{Script=Han}]{2,3}?)(?=[，。；、,;（()）\\s]|$|主持|担任|负责|同时|即|系|是|也|又|既|兼|为|一?并|和|与|及|共同|等|承办|调查|负责|办理|经办|对|于|到|向|在|赴|进行|两|二|询问|勘验|检查|陈述|提出|出庭|[:：])';
const chairs = [
  new RegExp(`主持人?(?:员)?(?:为|是|系|由|:|：|，|指定)*(?:本局|本机关)?${name}`, 'gu'),
  new RegExp(
    `(?:由|指定|安排|指派|委派|，|。|^)(?:执法人员|办案人员|承办人|调查人员)?${name}(?:同志)?(?:担任)?(?:听证)?主持`,
    'gu',
  ),
];
const inquirers = [
  new RegExp(
    `(?:承办(?:人|人员)?|调查(?:人员|人|取证人)|办案(?:人员|人)|经办(?:人|人员)|主办(?:人|人员)?|执法人员|检查人员|询问人)(?:为|是|系|由|有|:|：|，)*${name}(?:[、和及，]${name})?(?:[、和及]${name})?`,
    'gu',
  ),
  new RegExp(`(?:由|，|。|^)${name}(?:、${name})?(?:负责)?(?:立案)?(?:调查取证|承办|调查|办理)`, 'gu'),
];
const same =
  /主持[^。；]{0,24}(?:即|就是|兼|同时|亦|也|又|系|是|为|由)[^。；，]{0,10}(?:本案|该案)?的?(?:承办|调查|办案|经办|主办)(?:人|人员|机构)?|(?:承办|调查|办案|经办|主办)(?:人|人员)?[^。；]{0,14}(?:兼|担任|主持|任)[^。；，]{0,8}(?:主持|听证)|由[^。；，]{0,6}(?:承办|负责调查|调查|办案|经办|主办)[^。；，]{0,10}主持|主持人?:[^。；，]{0,8}\((?:本案|该案|案件)?的?(?:承办|调查|办案|经办|主办)/u;
const differs =
  /非本案|不是本案|并非|不是(?:承办|调查|办案)|未参与|没有参与|不得|另行指定|另行安排|非(?:承办|调查|办案)/u;

function namesIn(text: string, sources: readonly RegExp[]): Set<string> {
  return new Set(
    sources.flatMap((source) =>
      [...text.matchAll(source)].flatMap((match) => match.slice(1).filter((found) => found !== undefined)),
    ),
  );
}

const hearingChair: Rule = {
  id: 'enf-hearing-chair',
  title: '听证主持人是本案调查人员',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '听证由行政机关指定的非本案调查人员主持；调查的人自己主持，听证失去意义，构成程序违法。',
  basis: [{ law, article: '64' }],
  advice: '另行指定非本案调查人员主持，重新组织听证。',
  traps: ['调查人员在听证会上陈述案情是应当的，只是不能主持。'],
  check: (context) => {
    const told = eachPlace(context, same, ([words], { text }) =>
      differs.test(text) ? null : { message: `主持人就是办案的人：${quoted(words)}。` },
    );
    if (told.length > 0) return told;
    const sentences = statementsOf(context);
    if (!sentences.some((statement) => statement.text.includes('主持'))) return [];
    const investigating = new Set(
      sentences.flatMap((statement) => [...namesIn(labelled(context, statement), inquirers)]),
    );
    return sentences
      .flatMap((statement) => {
        const chair = [...namesIn(labelled(context, statement), chairs)].find((found) => investigating.has(found));
        const match = chair === undefined ? null : new RegExp(chair, 'u').exec(statement.text);
        return match && !/^(?:本案|听证|人员|担任|不[得能应宜])/u.test(match[0])
          ? [{ at: spanOf(statement, match), message: `${match[0]}既办理本案，又主持听证。` }]
          : [];
      })
      .slice(0, 1);
  },
  examples: {
    hits: [
      { text: '听证笔录\n主持人：沈某（本案办案人员）', says: '主持人' },
      { text: '| 岗位 | 姓名 |\n| --- | --- |\n| 听证主持人 | 罗建平 |\n| 办案人员 | 郑海、罗建平 |', says: '罗建平' },
      { text: '主持人张三即承办人。', says: '办案的人' },
      { text: '听证主持人：王某某\n本案调查人员：王某某、赵某', quote: '王某某', says: '又主持听证' },
      { text: '本案由赵明、李亮承办。听证会由赵明主持，记录员周琳。', says: '赵明' },
      { text: '听证会由本案调查人员担任主持人。' },
    ],
    nearMisses: [
      { text: '主持人李四，承办人张三。' },
      { text: '听证由非本案调查人员王某主持，调查人员赵某、李某出席并陈述案情。' },
      { text: '本案承办人赵明。听证会由法制科周琳主持。' },
    ],
  },
};

export const hearingRules: readonly Rule[] = [hearingOffer, hearingSeven, hearingChair];

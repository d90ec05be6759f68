/** From award to contract: signing in time, as bid, by whom; buying more from the same supplier. */
import type { Amount, Duration } from '../../../facts/facts.ts';
import { readFacts } from '../../../facts/facts.ts';
import { daysBetween } from '../../../facts/dates.ts';
import { fold } from '../../../facts/source.ts';
import { affirms } from '../../affirm.ts';
import { clauseOf, inBody, rowBefore, sentenceOf } from '../../around.ts';
import { bodyParagraphs, mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isSum, money } from '../contract/common.ts';
import { signDate } from '../contract/effect.ts';
import { goodsHits } from './bid-goods.ts';
import { overTenth } from './supplement.ts';

const notice =
  /(?:中标|成交|中选|入围|定标)?(?:结果)?通知书|中标(?:日期|时间|结果)|成交(?:日期|时间|结果)|发出(?:日期|之日)/u;
/** 自通知书发出之日起45日内签订合同. */
const signWithin = /(?:签订|订立|签署|签约)[^。；，]{0,14}(?:合同|协议)|签约/u;
/** 双方于2026年7月1日在云州市签订本合同, 于…签字盖章. */
const signs = /^，?[^，。；至到止]{0,14}(?:签订|签署|订立|签约|签字|盖章)/u;
/** 于2027年6月1日签订补充协议: another paper than the contract. */
const signsMore =
  /^，?[^，。；]{0,10}(?:签订|签署|订立|达成|出具)[^，。；]{0,8}(?:补充|变更|续[期签约租]?|解除|终止|备忘|确认书|附加)/u;

const sign30: Rule = {
  id: 'proc-sign-30d',
  title: '签约超过中标通知书发出后三十日',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract', 'other'],
  why: '采购人（招标人）应当在中标、成交通知书发出之日起三十日内，按采购文件和投标文件签订书面合同。',
  basis: [
    { law: '政府采购法', article: '46' },
    { law: '招标投标法', article: '46' },
  ],
  advice: '核实通知书的发出日期；确已逾期的，书面说明原因，涉及质疑、投诉处理期间的一并写明并留存材料。',
  traps: ['通知书落款日与实际发出日可能不同，以发出之日起算。'],
  check: (context) => {
    const dates = inBody(context, context.facts.dates).filter((date) => date.iso !== null);
    const noticed = dates.findLast((date) => {
      const clause = clauseOf(context, date.at);
      const before = `${rowBefore(context, date.at.block)}${clause.before.slice(-30)}`;
      return (
        notice.test(before) ||
        /^，?[^，。；]{0,16}(?:发出|收到|取得|领取|送达|签发|下发)?[^，。；]{0,8}通知书/u.test(
          sentenceOf(context, date.at).after,
        )
      );
    });
    const others = dates.filter(
      (date) => date !== noticed && !signsMore.test(sentenceOf(context, date.at).after.slice(0, 40)),
    );
    const signed = signDate(context, others) ?? others.find((date) => signs.test(sentenceOf(context, date.at).after));
    if (noticed?.iso && signed?.iso) {
      const days = daysBetween(noticed.iso, signed.iso);
      if (days <= 30 || days > 1100) return [];
      const message = `通知书 ${noticed.iso} 发出，合同 ${signed.iso} 签订，相隔 ${days} 日，超过 30 日。`;
      return [{ at: signed.at, related: [noticed.at], message }];
    }
    return inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
      const sentence = sentenceOf(context, duration.at);
      const after = signWithin.test(sentence.after.slice(0, 40)) && notice.test(sentence.before.slice(-40));
      if (
        !after ||
        duration.days <= 30 ||
        duration.sense === 'floor' ||
        /不得?超过|不迟于[^，]{0,4}30/u.test(sentence.before.slice(-6))
      )
        return [];
      return [{ at: duration.at, message: `约定通知书发出后${duration.text}内签订合同，超过 30 日。` }];
    });
  },
  examples: {
    hits: [
      { text: '通知书2026-01-05，签订2026-03-10。', quote: '2026-03-10', says: '相隔 64 日' },
      {
        text: '根据2026年3月2日发出的成交通知书，双方订立本合同。\n合同签订日期：2026年4月20日',
        quote: '2026年4月20日',
        says: '相隔 49 日',
      },
      { text: '中标人应在中标通知书发出之日起四十五日内与招标人签订合同。', quote: '四十五日', says: '超过 30 日' },
    ],
    nearMisses: [
      { text: '通知书2026-01-05，签订2026-01-28。' },
      { text: '中标通知书发出日期：2026年3月2日\n合同签订日期：　　年　月　日' },
      { text: '采购人应在成交通知书发出之日起三十日内与供应商签订合同。' },
      { text: '合同签订日期：2026年4月20日，服务期自2026年7月1日起。' },
    ],
  },
};

const awardWord =
  /(?:投标|中标|成交|响应|磋商|谈判|询价|竞标|入围|最终|投标文件|响应文件|采购文件|招标文件|通知书)[^，。；]{0,10}(?:报价|价格|价款|金额|总价|价|总额)/u;
const contractWord = /(?:合同|签约|本协议|协议)[^，。；]{0,6}(?:总价款?|价款|金额|价格|总额|价)/u;
const otherBasis =
  /不含税|预算|限价|控制价|下浮|暂定|单价|上限|估算|保证金|违约金|补充|变更|增加|原合同|每[月年]|第[一二三\d][年期]/u;

type Named = Readonly<{ award: Amount | null; contract: Amount | null }>;

/** The price of the award and that of the contract, each by the words before it. */
function prices(context: RuleContext): Named {
  const sums = inBody(context, context.facts.amounts).filter(isSum);
  const lead = (amount: Amount): string =>
    `${rowBefore(context, amount.at.block)}${clauseOf(context, amount.at).before.slice(-24)}`;
  const isAward = (amount: Amount): boolean => awardWord.test(lead(amount)) && !otherBasis.test(lead(amount));
  return {
    award: sums.find(isAward) ?? null,
    contract:
      sums.find((amount) => !isAward(amount) && contractWord.test(lead(amount)) && !otherBasis.test(lead(amount))) ??
      null,
  };
}

/** The award's price as another file of the matter states it: a bid, a notice of award. */
function awardElsewhere(context: RuleContext): Amount | null {
  for (const [documentIndex, document] of context.input.documents.entries()) {
    if (documentIndex === context.documentIndex) continue;
    const { award } = prices({ ...context, document, documentIndex, facts: readFacts(document) });
    if (award) return award;
  }
  return null;
}

const terms: readonly (readonly [name: string, words: RegExp])[] = [
  ['工期', /工期/u],
  ['交货期', /交货|供货(?:期|时间)|交付/u],
  ['质保期', /质保|质量保证期/u],
  ['保修期', /保修/u],
  ['服务期', /服务期|服务年限/u],
  ['响应时间', /响应时间|到场/u],
];
const awarded = /投标|中标|成交|响应文件|招标|采购文件|磋商|谈判|承诺|通知书/u;
const agreedHere =
  /合同|本协议|约定|签约|改为|变更为|调整为|^第[一二三四五六七八九十\d]+条|^[（(]?[一二三四五六七八九十\d]+[）)、.．]/u;

/** 中标工期90日历天，合同工期120日历天: one term, two lengths. */
function termHits(context: RuleContext): Hit[] {
  const durations = inBody(context, context.facts.durations);
  const before = (duration: Duration): string => clauseOf(context, duration.at).before.slice(-30);
  return terms.flatMap(([term, words]): Hit[] => {
    const bid = durations.find(
      (duration) =>
        words.test(before(duration)) &&
        awarded.test(before(duration) + sentenceOf(context, duration.at).before.slice(-40)),
    );
    if (!bid) return [];
    const agreed = durations.find((duration) => {
      const lead = before(duration);
      if (duration === bid || awarded.test(lead) || !agreedHere.test(lead)) return false;
      // 合同却约定为120日: the term is named once, where the bid's is.
      return words.test(lead) || (!terms.some(([, other]) => other.test(lead)) && follows(context, bid, duration));
    });
    if (!bid || !agreed || bid.days === agreed.days) return [];
    return [
      {
        at: agreed.at,
        related: [bid.at],
        message: `合同${term}为${agreed.text}，投标（中标）${term}为${bid.text}，两者不一致。`,
      },
    ];
  });
}

/** Whether a length is the next one after another in its sentence. */
function follows(context: RuleContext, one: Duration, next: Duration): boolean {
  const sentence = sentenceOf(context, one.at);
  return next.at.block === one.at.block && next.at.from > one.at.to && next.at.from < sentence.to;
}

const bidColumn = /^(?:中标|投标|成交|响应|采购|招标|磋商|谈判|询价)[^合同]{0,10}$/u;
const ownColumn = /合同|协议|签约/u;

/** A table that sets the bid beside the contract, row by row. */
function tableHits(context: RuleContext): Hit[] {
  const cells = bodyParagraphs(context).flatMap((paragraph) =>
    paragraph.region.kind === 'cell' ? [{ paragraph, region: paragraph.region, text: plain(paragraph.text) }] : [],
  );
  const heads = cells.filter(({ region }) => region.row === 0);
  return heads
    .filter(({ text }) => ownColumn.test(text) && !bidColumn.test(text))
    .flatMap(({ region: own }) => {
      const bid = heads.find(({ region, text }) => region.table === own.table && bidColumn.test(text));
      if (!bid) return [];
      const column = (at: number): typeof cells =>
        cells.filter(({ region }) => region.table === own.table && region.row > 0 && region.column === at);
      return column(own.column).flatMap((agreed): Hit[] => {
        const offered = column(bid.region.column).find(({ region }) => region.row === agreed.region.row);
        if (!offered || offered.text === '' || agreed.text === '' || sameCell(context, offered, agreed)) return [];
        const item = rowBefore(context, offered.paragraph.id);
        const message = `${item}：投标（中标）为${quoted(offered.text)}，合同为${quoted(agreed.text)}，两者不一致。`;
        const at = { block: agreed.paragraph.id, from: 0, to: agreed.paragraph.text.length };
        return [{ at, message }];
      });
    });
}

function plain(text: string): string {
  return fold(text).replace(/\s/gu, '');
}

type Cell = Readonly<{ paragraph: Readonly<{ id: string }>; text: string }>;

function sameCell({ facts }: RuleContext, one: Cell, other: Cell): boolean {
  if (one.text.includes(other.text) || other.text.includes(one.text)) return true;
  const sum = ({ paragraph }: Cell): number | null =>
    facts.amounts.find(({ at }) => at.block === paragraph.id)?.fen ?? null;
  const days = ({ paragraph }: Cell): number | null =>
    facts.durations.find(({ at }) => at.block === paragraph.id)?.days ?? null;
  return [sum, days].some((of) => of(one) !== null && of(one) === of(other));
}

const baseShifted = pattern(
  '(?:中标|成交|投标)[^。；，]{0,8}(?:价|报价|金额)[^。；，]{0,6}(?:的)?基础上[^。；，]{0,6}(?:上浮|上调|增加|提高|下浮|下调|降低|让利|优惠|加价)[^。；，]{0,10}',
);
const swapped = pattern(
  '(?:投标|响应|中标|成交|采购|招标|磋商)(?:文件|结果|通知书)?[^。；]{0,50}(?:合同|协议|双方)[^。；，]{0,16}(?:改为|改成|变更为|调整为|降为|降低为|替换为|改供|改用|却)[^。；，]{0,16}',
);

const changedFromBid = phrase({
  find: pattern(`${baseShifted.source}|${swapped.source}`),
  unless: pattern('评审|澄清|更正|设计变更|签证|不可抗力|保证金|预算|不一致|为准'),
  negatable: true,
  message: ({ match }) => `合同改变了投标（中标、成交）的内容：${quoted(match.text, 60)}。`,
});

const deviation: Rule = {
  id: 'proc-deviation',
  title: '合同与投标、采购文件不一致',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract', 'other'],
  why: '合同的标的、价款、质量、履行期限等主要条款应当与采购文件和中标人的投标文件一致，双方不得另行订立背离实质性内容的协议。',
  basis: [
    { law: '政府采购法', article: '46' },
    { law: '招标投标法', article: '46' },
    { law: '招标投标法实施条例', article: '57' },
  ],
  advice: '以中标（成交）结果和投标文件为准改正合同；确有澄清、更正的，附评审记录或者更正公告。',
  traps: ['含税与不含税、暂定价与结算价不是同一口径；预算价、最高限价高于中标价是正常的。'],
  check: (context) => {
    if (context.documentIndex > 0) return [];
    const own = prices(context);
    const award = own.award ?? awardElsewhere(context);
    const said = changedFromBid(context);
    const compared = [...termHits(context), ...tableHits(context), ...goodsHits(context)];
    const found = [...compared, ...said.filter(({ at }) => !compared.some((hit) => hit.at?.block === at?.block))];
    if (!award?.fen || !own.contract?.fen || Math.abs(award.fen - own.contract.fen) <= 100) return found;
    const message = `投标（中标、成交）价 ${money(award.fen)}，合同价 ${money(own.contract.fen)}，相差 ${money(Math.abs(award.fen - own.contract.fen))}。`;
    return [{ at: own.contract.at, related: own.award ? [own.award.at] : [], message }, ...found];
  },
  examples: {
    hits: [
      { text: '投标报价90万元，合同价100万元。', quote: '100万元', says: '相差 100,000.00 元' },
      { text: '第一条 中标金额：人民币326,000元。\n第三条 合同总价为人民币336,000元。', quote: '336,000元' },
      { text: '中标工期为90日历天，合同工期为120日历天。', quote: '120日历天', says: '工期' },
      { text: '磋商文件要求采购会议平板20台。双方约定：乙方供应投影仪20台，价款18万元。', says: '标的' },
      { text: '| 成交价 | 58万元 |\n| 合同金额 | 60万元 |', quote: '60万元' },
    ],
    nearMisses: [
      { text: '投标报价90万元，合同价90万元。' },
      { text: '最高限价100万元，合同价90万元。' },
      { text: '中标金额326,000元（含税），合同总价为人民币叁拾贰万陆仟元整。' },
      { text: '投标质保期三年，合同质保期三年。' },
    ],
  },
};

/** Whoever conducts purchases for others: the central agencies and the tendering firms. */
const agency =
  '(?:集中采购(?:机构|中心|单位)|政府采购中心|公共资源交易中心|采购中心|招标(?:代理)?(?:有限)?公司|招标有限(?:责任)?公司)';
const agentSigns = pattern(
  `${agency}[^。；，]{0,12}以[^。；，]{0,10}名义[^。；，]{0,16}(?:签|订立)|${agency}[^。；，]{0,6}(?:受|经|根据|凭)[^。；，]{0,14}(?:委托|授权)[^。；，]{0,10}(?:代签|签订|签署|签约|代为)|${agency}[^。；，]{0,10}代(?:为|表|替)?[^。；，]{0,10}(?:签订|签署|签约|签字|签)|` +
    '代理(?:机构|公司|单位|服务机构|有限公司|服务公司)[^。；]{0,30}(?:代(?:为|其|表)?[^。；，]{0,10}(?:签订|签署|签约|签)|以(?:采购人|甲方)(?:的)?名义[^。；，]{0,10}签)|(?:委托|授权)[^。；人]{0,24}(?:代理[^。；，人]{0,8}|公司[^。；，]{0,4}|机构[^。；，]{0,4})(?:代为|代表|代)[^。；，]{0,10}(?:签订|签署|签约|签)|由[^。；，]{0,12}代理(?:机构|公司)[^。；，]{0,12}(?:签订|签署|签约|代签|签字|盖章)|(?:甲方|采购人)?代理人[：:][^。；，\\n]{2,24}(?:公司|机构|中心)[^。；\\n]{0,4}[（(](?:代|以)[^。；）)]{0,16}签|(?:委托|授权|指派)[^。；]{0,12}代理[^。；，]{0,24}(?:与|同|和)[^。；，]{0,20}(?:签订|签署|签约|订立)|代理(?:机构|公司|有限公司)?[^。；，]{0,12}(?:受|经|根据)[^。；，]{0,14}(?:委托|授权)[^。；]{0,24}(?:签订|签署|签约|签字|盖章|订立)|(?:甲方|采购人)[^。；，：:\\n]{0,6}(?:盖章|签章|签字|代表)[^。；：:\\n]{0,8}[:：][^。；\\n]{0,12}(?:代理|招标)[^。；\\n]{0,6}(?:公司|机构|中心)|代理(?:机构|公司|有限公司)[^。；，]{0,10}(?:代替|代理|作为[^。；，]{0,8}代理人)[^。；，]{0,12}(?:签订|签署|签约|签字|盖章)',
);

const agentAuth: Rule = {
  id: 'proc-agent-auth',
  title: '代理机构代签未附授权委托书',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '采购代理机构以采购人名义签订政府采购合同的，应当提交采购人的授权委托书，作为合同附件。',
  basis: [{ law: '政府采购法', article: '43' }],
  advice: '补附采购人的授权委托书，写明授权签约的项目和权限，并在附件目录中列明；或者改由采购人直接签订。',
  traps: ['代理机构只组织采购、见证签约，没有以采购人名义签字的，不需要签约授权。'],
  check: (context) =>
    affirms(context, pattern('授权委托书|授权书|委托书|授权文件|授权函'))
      ? []
      : phrase({
          find: agentSigns,
          unless: pattern(
            '不得|无权|不代|见证|组织(?:签|采购)|法定代表人|签订[^。；，]{0,8}委托(?:代理)?(?:协议|合同)|自行签',
          ),
          negatable: true,
          headings: true,
          message: ({ match }) => `${quoted(match.text)}，材料中未见采购人的授权委托书。`,
        })(context).slice(0, 1),
  examples: {
    hits: [
      { text: '采购人委托某代理公司代签（无附件）。', says: '未见采购人的授权委托书' },
      { text: '第二条 本合同由采购代理机构以采购人名义与供应商签订。' },
      { text: '甲方授权云川招标代理有限公司代表其签署本合同，乙方予以认可。' },
    ],
    nearMisses: [
      { text: '附件一：采购人授权委托书。\n本合同由采购代理机构以采购人名义签订。' },
      { text: '本项目由采购代理机构组织采购，合同由采购人与供应商签订。' },
      { text: '采购代理机构不得代采购人签订合同。' },
    ],
  },
};

const single = pattern('单一来源|添购|配套要求|继续(?:从|向)原供应商');

const addTenSingle: Rule = {
  id: 'proc-add-10-single',
  title: '单一来源添购超过原合同10%',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract', 'other'],
  why: '以保证一致性、服务配套为由采用单一来源方式向原供应商添购的，添购总额不得超过原合同采购金额的百分之十。',
  basis: [{ law: '政府采购法', article: '31' }],
  advice: '压减添购金额到原合同的10%以内；超出的，另行论证采购方式或者重新采购。',
  traps: ['只能从唯一供应商处采购、紧急采购是另外的单一来源情形，不受这一比例限制。'],
  check: (context) =>
    mentions(context, single) && context.input.publicPayer !== false
      ? overTenth(context, { added: /添购|追加|增购|补充采购|续购|增加采购|采购/u, subject: '添购' })
      : [],
  examples: {
    hits: [
      { text: '原合同50万元，单一来源添购12万元。', quote: '12万元', says: '占 24%' },
      {
        text: '原采购合同金额为860,000元。为保证服务配套，采用单一来源方式向原供应商添购模块，添购金额为95,000元。',
        quote: '95,000元',
        says: '占 11%',
      },
      { text: '本次单一来源添购金额为原合同金额的15%。', quote: '15%' },
    ],
    nearMisses: [
      { text: '原合同50万元，添购4万元。' },
      { text: '原合同50万元，采用单一来源方式添购5万元。' },
      { text: '添购资金总额不得超过原合同采购金额的10%，采用单一来源方式。' },
      { text: '原合同50万元，公开招标采购12万元设备。' },
    ],
  },
};

export const awardRules: readonly Rule[] = [sign30, deviation, agentAuth, addTenSingle];

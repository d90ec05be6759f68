/** When and to whom to pay: vague terms, the account's name. */
import type { Span } from '../../../document/model.ts';
import { isHeading, isUnticked, leads, places, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { comparableName } from '../../../facts/party-names.ts';
import { fold } from '../../../facts/source.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const paid = '(?:支付|付款|付清|结清|拨付|给付|结算|划拨|付给|付讫)';
/** Words without a time, and events without one. What must follow is looked at natively, near by. */
const events =
  '项目完成|服务期满|验收|评审|审核|审计|审定|审查|确认|通过|完成|完毕|结束|合格|上线|发票|票据|收据|交付|交货|到货|移交|签订|签约|签署|生效|完工|竣工|期满|届满|报告|检测|归档|开通|试运行|决算|备案|送达|安装';
const trigger = pattern(
  '及时|尽快|适时|择机|视情况|视资金情况|视资金安排|条件成熟时|年底前后|合理时间内|合理期限内|方便时|资金宽裕时|尽早|酌情' +
    `|(?:${events})[^。；，]{0,10}?(?:之?后|以后)`,
);
const followed = new RegExp(`^(?:[，,]?(?:由)?[^。；，、]{0,16}?(?:一次性)?${paid})`, 'u');
/** The event with its verb: 收到发票后, 提供正规票据后. */
const eventHead = /(?:收到|收悉|开具|提供|出具|提交)[^。；，]{0,10}$/u;
const hasTime =
  /\d+\s*个?(?:工作)?[日天]|[一二三四五六七八九十两]+个?(?:工作)?[日天]|个?月内|个月|当[日天月]|次[日月]|同时|\d+月|[_×]\s*个?(?:工作)?[日天]|\s{2,}[日天]|每[月季年]|按[月季年]|月底|年底前(?!后)|季度|即时|当场|立即|货到付款|货到即付|前付|\d+\s*小时/u;
const notPrice =
  /违约金|赔偿|保证金|押金|工资|利息|税款|保险|质保金|医疗|报酬给|罚|退还|返还|垫付|代[付缴]|水电|清偿债务|结算资料|结算报告|结算书|办理结算/u;

const payVague: Rule = {
  id: 'pay-time-vague',
  title: '付款期限不明确',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '付款时间没有天数或日期，履行期限不明时对方可以随时要求履行，是否逾期无从判断。',
  basis: [{ law: '民法典', article: '511' }],
  advice: '写明起算事件和具体天数，如“验收合格并收到发票之日起20日内”；机关、事业单位向中小企业付款不得超过60日。',
  check: (context) => {
    const seen = new Set<string>();
    return places(context, trigger).flatMap((place): Hit[] => {
      const at = vagueSpan(place);
      const key = `${place.at.block}:${place.sentenceFrom}`;
      if (!at || seen.has(key) || isHeading(place.paragraph) || isUnticked(place) || !isVague(place, context))
        return [];
      seen.add(key);
      const words = place.paragraph.text.slice(at.from, at.to);
      return [{ at, message: `付款时间只写${quoted(words)}，没有日期也没有天数。` }];
    });
  },
  examples: {
    hits: [
      { text: '验收合格后甲方适时支付尾款。', says: '没有日期也没有天数' },
      { text: '第六条 项目完成后，由甲方一次性付清全部服务费。', quote: '项目完成后，由甲方一次性付清' },
      { text: '3. 物业费由采购人在考核结束后付清，保证金另行退还。', quote: '结束后付清' },
      { text: '| 节点 | 付款时间 |\n| 初验 | 初验通过后尽快支付 |', says: '没有日期' },
      { text: '三、需方收到发票后付款。', quote: '收到发票后付款' },
    ],
    nearMisses: [
      { text: '验收合格之日起20日内甲方支付尾款。' },
      { text: '第五条 付款：验收合格后支付合同价的70%。上述款项均在甲方收到发票后15个工作日内支付。' },
      { text: '乙方应及时支付工人工资。' },
      { text: '验收合格后支付尾款。\n| 期次 | 付款时间 |\n| 尾款 | 验收后30日内 |' },
      { text: '财政资金到位后支付。' },
      { text: '交售完毕，按每斤奖化肥八两及时向产方结算兑现，产方所产全部收购，收购中严守等级，不得压价。' },
    ],
  },
};

/** The trigger with the verb of payment after it; null when nothing is paid there. */
function vagueSpan({ paragraph, match }: Place): Span | null {
  const after = followed.exec(paragraph.text.slice(match.to, match.to + 40));
  if (!after) return null;
  const head = /^(?:发票|票据|收据|报告)/u.test(match.text)
    ? eventHead.exec(paragraph.text.slice(Math.max(0, match.from - 14), match.from))
    : null;
  return { block: paragraph.id, from: match.from - (head?.[0].length ?? 0), to: match.to + after[0].length };
}

/** From the comma before the event to the one after the verb: what is paid, without 押金随后退还 behind it. */
function clauseAt({ paragraph: { text }, match, sentenceFrom }: Place): string {
  const before = text.slice(sentenceFrom, match.from);
  const after = /^[，,]?[^，,。；]*/u.exec(text.slice(match.to))?.[0] ?? '';
  const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf(',')) + 1) + match.text + after;
  return clause.replace(/[，,]?不(?:另)?计(?:任何)?利息$/u, '');
}

/** The sentence up to the second comma after the event: what is said later is no longer of the payment. */
function upTo({ sentence, sentenceFrom, match }: Place): string {
  const end = match.to - sentenceFrom;
  return sentence.slice(0, end) + sentence.slice(end).split(/[，,]/u).slice(0, 3).join('，');
}

const days = '(?:\\d|[一二三四五六七八九十])\\s*个?(?:工作)?[日天]内?|个月内|每月';
const someDays = new RegExp(days, 'u');
const everyTime = new RegExp(`(?:上述|前述|以上|各期|各笔|每期|每笔|所有)[^。；]{0,30}(?:${days})`, 'u');

/** A line on payment, or a cell of a payment table, that names days. */
function givesTime(text: string): boolean {
  return someDays.test(text) && (/付|结算/u.test(text) || (text.length <= 32 && !/[，。；]/u.test(text)));
}

/** No time in the sentence, nor anywhere in its clause where payment is spoken of. */
function isVague(place: Place, context: RuleContext): boolean {
  const sentence = fold(place.sentence);
  const label = fold(readingOf(context.document).leadOf(place.paragraph.id));
  if (hasTime.test(sentence) || notPrice.test(clauseAt(place)) || /资金到位|拨款到|财政拨/u.test(sentence))
    return false;
  if (
    !/款|费|价|金|租|报酬|酬|剩余|余额|发票|[%％]/u.test(`${label}${fold(upTo(place))}`) ||
    /通知|误期|延误|迟延|逾期/u.test(place.paragraph.text.slice(place.match.from, place.match.to + 24))
  )
    return false;
  const { paragraphs, indexOf } = readingOf(context.document);
  const here = indexOf.get(place.paragraph.id) ?? 0;
  const near = [
    ...leads(context, place.paragraph),
    ...paragraphs.slice(Math.max(0, here - 3), here + 8).map(({ text }) => text),
  ].map(fold);
  // 适时, 视资金情况 are vague by themselves; only a time for every payment settles them.
  const byEvent = place.match.text.endsWith('后');
  return !near.some((text) => (byEvent ? givesTime(text) : everyTime.test(text)));
}

const entitled = /财政|国库|非税|工会|监管|共管|专户|法院|公证|农民工|工资|待结算|公共资源|土地收储/u;

const accountName: Rule = {
  id: 'pay-account-name',
  title: '收款户名与当事人名称不符',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '把合同款付到不是当事人的账户，可能不产生清偿效力，也有资金安全和廉政风险。',
  basis: [{ law: '民法典', article: '509' }],
  yieldsTo: ['party-name-inconsistent'],
  advice: '核对收款方开户许可或基本存款账户信息；确需付给第三人的，取得收款方的书面指定并作为附件。',
  check: (context) => {
    if (
      /指定[^。；]{0,40}(?:账户|帐户|收款|代收|收取|受领)|(?:委托|授权)[^。；]{0,40}(?:代收|收款|收取)|统一收款|代为收取/u.test(
        readingOf(context.document).text,
      )
    )
      return [];
    const known = new Set(context.facts.parties.map((party) => comparableName(party.name)));
    return context.facts.parties.flatMap((party) =>
      party.mentions.flatMap((mention): Hit[] => {
        if (mention.place !== 'account' || party.name === '') return [];
        const name = comparableName(mention.name);
        if (known.has(name) || entitled.test(name) || comparableName(party.name).includes(name)) return [];
        const branch =
          /分公司|支公司|分店|营业部/u.test(name) && name.startsWith(comparableName(party.name).slice(0, 4));
        return [
          {
            at: mention.at,
            related: [party.at],
            message: `收款户名为“${mention.name}”，${party.role}为“${party.name}”，两者不同。`,
            ...(branch ? { severity: 'notice' as const } : {}),
          },
        ];
      }),
    );
  },
  examples: {
    hits: [
      { text: '乙方：甲乙丙公司\n户名：张三', quote: '张三', says: '两者不同' },
      {
        text: '甲方：青麓区档案局\n乙方：云川松石信息有限公司\n第六条 甲方将款项汇入乙方下列账户：\n户名：云川柏舟商贸有限公司\n开户行：青麓农商银行',
        quote: '云川柏舟商贸有限公司',
      },
      {
        text: '供应商：云川松石信息有限公司\n| 项目 | 内容 |\n| 户名 | 云川柏舟商贸有限公司 |',
        quote: '云川柏舟商贸有限公司',
      },
      {
        text: '受托人：云川松石信息有限公司\n委托人按季付款，户名云川柏舟商贸有限公司，账号3200。',
        quote: '云川柏舟商贸有限公司',
      },
      {
        text: '出租人：云川宏图置业有限公司\n承租人：青麓区水务局\n出租人账户名称：云川宏图物业管理有限公司',
        quote: '云川宏图物业管理有限公司',
      },
    ],
    nearMisses: [
      { text: '乙方：甲乙丙公司\n户名：甲乙丙公司' },
      { text: '乙方：云川松石信息有限公司\n户名：＿＿＿＿＿＿' },
      { text: '乙方：青麓区机关事务中心\n户名：青麓区财政局非税收入专户' },
      { text: '乙方：云川松石（集团）有限公司\n账户名称：云川松石(集团)有限公司' },
      { text: '乙方：云川松石信息有限公司\n乙方书面指定由下列账户收款：\n户名：云川柏舟商贸有限公司' },
    ],
  },
};

export const paymentRules: readonly Rule[] = [payVague, accountName];

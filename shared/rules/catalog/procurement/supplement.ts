/** Buying more under a contract already awarded. */
import type { Amount } from '../../../facts/facts.ts';
import { clauseOf, inBody, rowBefore, sentenceOf } from '../../around.ts';
import { mentions, phrase, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { money } from '../contract/common.ts';

const supplementWord = /补充采购|追加采购|追加|加购|增购|增加采购|补充合同|补充协议|新增采购|增补/u;
const originalWord =
  /原[^，。；、\d]{0,8}(?:合同|协议)|《[^》]{2,30}合同》[（(]?|(?:此前|先前|已)签[^，。；\d]{0,10}合同|主合同|原(?:中标|成交|采购|签约)(?:合同)?(?:价|金额|总价)?|首次采购|已签(?:订)?(?:的)?合同|(?:首|初)次合同/u;

/** Words for what is bought on top, and how a message calls it. */
type Addition = Readonly<{ added: RegExp; subject: string }>;

/** Purchases on top of an original contract that come to more than a tenth of it, by share or by sums. */
export function overTenth(context: RuleContext, { added: addedWord, subject }: Addition): Hit[] {
  const amounts = inBody(context, context.facts.amounts).filter(
    (amount) =>
      amount.fen !== null && !amount.bound && amount.per === null && (amount.kind === 'figure' || amount.pair === null),
  );
  const byShare = inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
    const clause = clauseOf(context, percentage.at);
    const share =
      originalWord.test(clause.before) &&
      (addedWord.test(clause.before) ||
        addedWord.test(clause.after.slice(0, 14)) ||
        addedWord.test(sentenceOf(context, percentage.at).before.slice(-40)));
    if (
      !share ||
      percentage.percent <= 10 ||
      percentage.percent > 100 ||
      /不超过|不得超过|支付|付|保证金/u.test(clause.text)
    )
      return [];
    return [{ at: percentage.at, message: `${subject}金额为原合同的 ${percentage.decimal}%，超过 10%。` }];
  });
  if (byShare.length > 0) return byShare;
  const byRows = tenthByTable(context, addedWord, subject);
  if (byRows.length > 0) return byRows;
  const lead = ({ at }: Amount): string => `${rowBefore(context, at.block)}${clauseOf(context, at).before}`;
  // 原采购合同：2025年12月签订，金额80万元: the sum is named in the clause before its own.
  const origin = (amount: Amount): string =>
    /^(?:总)?(?:金额|价款|总价)(?:为|共|计|：|:)*(?:人民币)?$/u.test(clauseOf(context, amount.at).before)
      ? `${lead(amount)}${sentenceOf(context, amount.at).before.slice(-40)}`
      : lead(amount);
  const original = amounts.find((amount) => originalWord.test(origin(amount)) && !/单价/u.test(lead(amount)));
  if (!original?.fen) return [];
  const added = amounts.filter((amount) => {
    const clause = clauseOf(context, amount.at);
    // 在原合同50万元基础上添购6万元: what leads to the second sum begins after the first.
    const own = `${rowBefore(context, amount.at.block)}${clause.before.slice(clause.before.lastIndexOf('元') + 1)}`;
    const named = /^(?:总)?(?:金额|价款|总价|费用)(?:为|共|计|：|:)*(?:人民币)?[￥¥]?$/u.test(own)
      ? sentenceOf(context, amount.at).before.slice(-30)
      : own;
    return (
      amount !== original &&
      addedWord.test(named) &&
      !/原[^，。；]{0,8}合同(?!标的|货物)|减少|调减|总价(?:变更|调整)|合计|单价/u.test(own) &&
      !/保证金|违约金|签证|变更签证/u.test(clause.text)
    );
  });
  const sum = added.reduce((left, amount) => left + (amount.fen ?? 0), 0);
  const last = added.at(-1);
  if (!last || sum * 10 <= original.fen || sum >= original.fen * 5) return [];
  const share = Math.floor((sum * 1000) / original.fen) / 10;
  return [
    {
      at: last.at,
      related: [original.at],
      message: `原合同 ${money(original.fen)}，${subject}${added.length > 1 ? '累计' : ''} ${money(sum)}，占 ${share}%，超过 10%。`,
    },
  ];
}

/** The same in a table: the original contract in one row, what is bought on top in others. */
function tenthByTable({ facts }: RuleContext, addedWord: RegExp, subject: string): Hit[] {
  return facts.tables.flatMap(({ rows }): Hit[] => {
    const sums = rows.flatMap(({ cells }) => {
      const at = cells.findIndex((cell) => cell !== null && cell.fen !== null);
      const cell = cells[at];
      if (!cell || cell.fen === null) return [];
      const label = cells
        .slice(0, at)
        .map((one) => one?.text ?? '')
        .join(' ');
      return /合计|总计|单价/u.test(label) ? [] : [{ at: cell.at, fen: cell.fen, label }];
    });
    const original = sums.find(({ label }) => originalWord.test(label));
    const added = sums.filter((sum) => sum !== original && addedWord.test(sum.label));
    const last = added.at(-1);
    const sum = added.reduce((left, { fen }) => left + fen, 0);
    if (!original || !last || sum * 10 <= original.fen || sum >= original.fen * 5) return [];
    const share = Math.floor((sum * 1000) / original.fen) / 10;
    const message = `原合同 ${money(original.fen)}，${subject} ${money(sum)}，占 ${share}%，超过 10%。`;
    return [{ at: last.at, related: [original.at], message }];
  });
}

const buysMore = pattern('补充采购|追加|增购|增加采购|补充合同|补充协议|新增采购|增补');

/** 原单价3,200元，现单价3,680元: what is bought on top costs more apiece. */
function dearer(context: RuleContext): Hit[] {
  if (!mentions(context, buysMore)) return [];
  const prices = inBody(context, context.facts.amounts).flatMap((amount) => {
    const own = `${rowBefore(context, amount.at.block)}${clauseOf(context, amount.at).before.slice(-24)}`;
    // 原合同课桌椅500套，每套260元: a price apiece is named in the clauses before its own.
    const apiece = amount.per !== null && !/[年月日天季周时]/u.test(amount.per);
    const lead = apiece ? `${own}${sentenceOf(context, amount.at).before.slice(-40)}` : own;
    return amount.fen !== null && (/单价/u.test(own) || apiece) ? [{ amount, fen: amount.fen, lead }] : [];
  });
  const old = prices.find(({ lead }) => /原|首次|此前|已签/u.test(lead));
  const now = prices.find(
    (price) => price !== old && /现|补充|追加|增购|新增|本次|调整|变更|提高|上调|增至|改为/u.test(price.lead),
  );
  if (!old || !now || now.fen <= old.fen) return [];
  return [
    {
      at: now.amount.at,
      related: [old.amount.at],
      message: `追加采购的单价 ${money(now.fen)}，高于原合同单价 ${money(old.fen)}，改变了合同的其他条款。`,
    },
  ];
}

const namedGoods =
  /(?:标的|采购内容|货物)(?:为|是)([^。；，]{1,20})，[^。；]{0,12}(?:采购|购买|购置)([^。；，]{1,16})/u;

/** 原合同标的为打印机，现追加采购空调: two names without a word in common. */
function otherThing(text: string): boolean {
  const [, old, now] = namedGoods.exec(text) ?? [];
  if (!old || !now || /另一|其他|不同/u.test(now)) return true;
  if (/同型号|同类|相同|同品牌|上述|该/u.test(now)) return false;
  return !sharesWord(old, now);
}

/** Whether two names of goods have two characters in a row in common. */
function sharesWord(one: string, other: string): boolean {
  return Array.from({ length: one.length - 1 }, (_, at) => one.slice(at, at + 2)).some((pair) => other.includes(pair));
}

const otherGoods = phrase({
  find: pattern(
    '(?:补充|追加|增加|新增|增购)[^。；，]{0,12}(?:采购|购买|购置)?[^。；]{0,24}(?:原(?:采购)?合同(?:中)?(?:未|没有|不)(?:包含|列明|约定|涉及|采购)|不同于原合同|与原合同(?:标的|内容)?不同|原合同(?:标的|清单)?(?:以|之)外)[^。；，]{0,10}|原[^。；，]{0,8}合同(?:的)?(?:标的|采购内容|货物)(?:为|是)[^。；，]{1,20}，[^。；]{0,12}(?:补充|追加|增加|新增)(?:采购|购买|购置)(?:另一|其他|不同)?[^。；，]{1,16}',
  ),
  unless: pattern('不得|另行(?:招标|采购|依法)|重新采购'),
  when: ({ match }) => otherThing(match.text),
  message: ({ match }) => `补充采购的标的与原合同不同：${quoted(match.text, 60)}。`,
});

const oldGoods = pattern(
  '原[^。；，\\n]{0,8}合同(?:的)?(?:标的物?|采购内容|货物)(?:为|是|系|：)([\\p{Han}A-Za-z]{2,16})',
);
const newGoods = pattern(
  '(?:现|本次|另行?|又)[^。；，\\n]{0,6}(?:补充|追加|增加|新增|增购)(?:采购|购买|购置)(?:的)?(?:标的|货物)?(?:为|是|：)?([\\p{Han}A-Za-z]{2,16})',
);

/** 原合同标的为记录仪，金额60万元；现补充采购冰箱一批: the two goods stand in sentences of their own. */
function otherGoodsApart(context: RuleContext): Hit[] {
  const old = places(context, oldGoods)[0]?.match.groups[0]?.text;
  if (old === undefined) return [];
  return places(context, newGoods).flatMap(({ match, at }): Hit[] => {
    const now = match.groups[0]?.text ?? '';
    if (/^(?:同|该|上述|此|原|第|合同|[一二三四五六七八九十百两]+[台套件个批])|同型号|同类|相同/u.test(now)) return [];
    if (sharesWord(old, now)) return [];
    return [{ at, message: `原合同标的为${quoted(old)}，补充采购的是${quoted(now)}，标的不同。` }];
  });
}

const supplement10: Rule = {
  id: 'proc-supplement-10',
  title: '补充采购超过原合同金额10%',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['procurement', 'service', 'sale', 'property'],
  yieldsTo: ['proc-add-10-single'],
  why: '政府采购合同履行中追加同一标的，在不改变其他条款的前提下可以签补充合同，但累计不得超过原合同采购金额的10%。',
  basis: [{ law: '政府采购法', article: '49' }],
  advice: '把累计追加金额控制在原合同的10%以内且不改变单价等条款；超出部分另行依法采购。',
  check: (context) =>
    context.input.publicPayer === false
      ? []
      : [
          ...overTenth(context, { added: supplementWord, subject: '追加' }),
          ...dearer(context),
          ...(otherGoods(context).length > 0 ? otherGoods(context) : otherGoodsApart(context)),
        ],
  examples: {
    hits: [
      { text: '原合同100万元，补充采购15万元。', publicPayer: true, quote: '15万元', says: '占 15%' },
      {
        text: '第一条 原合同采购金额为860,000元。\n第二条 本次追加同型号电脑20台，追加金额为96,000元。',
        publicPayer: true,
        quote: '96,000元',
        says: '占 11.1%',
      },
      {
        text: '双方同意追加采购，追加金额为原合同金额的百分之二十。',
        publicPayer: true,
        quote: '百分之二十',
        says: '20%',
      },
      {
        text: '| 事项 | 金额（万元） |\n| --- | --- |\n| 原采购合同 | 80 |\n| 本次追加 | 9.5 |',
        publicPayer: true,
        says: '占 11.8%',
      },
      {
        text: '原合同标的为会议音响，价款30万元；本次追加采购办公桌椅一批，价款2万元。',
        publicPayer: true,
        says: '标的不同',
      },
    ],
    nearMisses: [
      { text: '原合同100万元，补充采购8万元，其他条款不变。', publicPayer: true },
      { text: '追加金额累计不得超过原合同采购金额的10%。', publicPayer: true },
      { text: '原合同100万元，经协商减少服务内容，补充协议调减20万元。', publicPayer: true },
      { text: '原合同100万元，补充采购15万元。', publicPayer: false },
    ],
  },
};

export const supplements: readonly Rule[] = [supplement10];

/** Limits that do not fit together: one matter in days and working days, tiers that overlap or leave a gap. */
import type { Duration } from '../../../facts/facts.ts';
import { readCount } from '../../../facts/number.ts';
import { fold } from '../../../facts/source.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { bodyParagraphs, mentions } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import type { Span } from '../../../document/model.ts';

const act =
  /验收|付款|支付|付清|答复|回复|整改|交付|交货|送货|供货|开具发票|提供发票|提交|退还|返还|响应|开工|确认|提出异议|异议|更换|维修|修复|通知|审核|审定|审结|办结|到场|补足|移交|安装|缴纳|缴存|交纳|腾退|归还/u;
/** One word for acts that are the same. */
const sameAct: Readonly<Record<string, string>> = {
  支付: '付款',
  付清: '付款',
  回复: '答复',
  交货: '交付',
  送货: '交付',
  供货: '交付',
  返还: '退还',
  交纳: '缴纳',
  缴存: '缴纳',
  提出异议: '异议',
  提供发票: '开具发票',
  修复: '维修',
  审定: '审核',
  审结: '审核',
};
const actors = /甲方|乙方|丙方|采购人|供应商|发包人|承包人|出租人|承租人|委托人|受托人|买方|卖方|需方|供方|双方/gu;
const daysDefined = pattern(
  '(?:本合同|本协议|合同|文中|上述|所称|除[^。；]{0,10}外)[^。；]{0,16}[“"「]?(?:日|天|工作日|天数)[”"」]?[^。；，]{0,10}(?:自然日|日历日|日历天|工作日|是指|系指|均指|均为)',
);

type Matter = Readonly<{ duration: Duration; act: string; actor: string; object: string; event: string }>;

/** The event a time is counted from, by its last four characters: 收到发票后, 合同终止之日起. */
const since = /([\p{Script=Han}]{4})(?:之日起|之后|后|起)$/u;

/** What is to be done within a time: the first act after it, who does it, and to what. */
function matterOf(context: RuleContext, duration: Duration): Matter | null {
  const clause = clauseOf(context, duration.at);
  const own = clause.after.replace(/^以?之?内|^前/u, '');
  // 合同终止后七日内，乙方移交…: what is done stands behind the comma.
  const after = own === '' ? sentenceOf(context, duration.at).after.replace(/^以?之?内[，,]?|^前[，,]?/u, '') : own;
  const found = act.exec(after.slice(0, 24));
  if (!found) return null;
  const owner =
    [...after.slice(0, found.index).matchAll(actors)].at(-1)?.[0] ??
    [...clause.before.matchAll(actors)].at(-1)?.[0] ??
    '';
  const object = after
    .slice(found.index + found[0].length, found.index + found[0].length + 6)
    .replace(/[完毕成的。，；、]/gu, '');
  const named = /(?:履约|质量|投标)?(?:保证金|押金)|发票|资料|报告/u.exec(clause.before)?.[0] ?? '';
  const event = since.exec(clause.before)?.[1] ?? '';
  return { duration, act: sameAct[found[0]] ?? found[0], actor: owner, object: object === '' ? named : object, event };
}

const letters = /^[甲乙丙]方$/u;

/** 采购人 may be what another place calls 甲方; two letters, or two names, are two sides. */
function maySame(one: string, other: string): boolean {
  return one === other || one === '' || other === '' || letters.test(one) !== letters.test(other);
}

/** The same act by the same side; acts that come often must also agree in their number or their object. */
function sameMatter(one: Matter, other: Matter): boolean {
  if (one.act !== other.act || !maySame(one.actor, other.actor)) return false;
  if (/^(?:验收|答复|开具发票|异议|整改)$/u.test(one.act)) return true;
  if (one.event !== '' && one.event === other.event) return true;
  if (one.object !== '' && one.object === other.object) return true;
  return (
    one.duration.amount === other.duration.amount &&
    (one.object === '' || other.object === '' || one.object.slice(0, 2) === other.object.slice(0, 2))
  );
}

const dayKindMixed: Rule = {
  id: 'day-kind-mixed',
  title: '同一事项“日”与“工作日”混用',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['contract'],
  why: '五日与五个工作日可能相差数天，遇长假更多；同一事项两处单位不同，是否逾期就有两个答案。',
  basis: [
    { law: '民法典', article: '200' },
    { law: '民法典', article: '203' },
  ],
  advice: '统一两处的单位，或者在定义条款写明“日”为自然日、“工作日”不含法定节假日和休息日。',
  traps: ['“日”与“工作日”分别用于不同事项，或者合同已有定义的，不算混用。'],
  check: (context) => {
    if (mentions(context, daysDefined)) return [];
    const matters = inBody(context, context.facts.durations)
      .filter(({ unit, amount }) => (unit === 'day' || unit === 'working-day') && amount <= 90)
      .flatMap((duration) => matterOf(context, duration) ?? []);
    const working = matters.filter(({ duration }) => duration.unit === 'working-day');
    const pair = working.flatMap((one) => {
      const other = matters.find((matter) => matter.duration.unit === 'day' && sameMatter(one, matter));
      return other ? [[other, one] as const] : [];
    })[0];
    if (!pair) return [];
    const [plain, work] = pair;
    return [
      {
        at: work.duration.at,
        related: [plain.duration.at],
        message: `${work.act}的期限一处为“${plain.duration.text}”，一处为“${work.duration.text}”。`,
      },
    ];
  },
  examples: {
    hits: [
      {
        text: '第五条 甲方收货后5日内验收；附件二：甲方收货后5个工作日内完成验收。',
        quote: '5个工作日',
        says: '验收的期限',
      },
      { text: '第二条 协议期满后十日内，乙方归还场地。\n第九条 乙方应于协议期满后5个工作日内归还场地。' },
      {
        text: '第三条 采购人应在收到报告后十日内答复。\n第九条 报告经采购人十个工作日内书面答复后定稿。',
        says: '“十日”，一处为“十个工作日”',
      },
      {
        text: '| 环节 | 时限 |\n| 退还 | 期满后15日内退还履约保证金 |\n第八条 甲方于15个工作日内退还履约保证金。',
        says: '退还的期限',
      },
    ],
    nearMisses: [
      { text: '乙方5日内通知，甲方7个工作日内答复。' },
      { text: '甲方收货后5日内验收，验收合格后10个工作日内付款。' },
      { text: '本合同所称“日”均为自然日。甲方5日内验收，复验于5个工作日内验收完毕。' },
      { text: '甲方于5日内支付预付款，于10个工作日内支付尾款。' },
    ],
  },
};

type Bound = Readonly<{
  side: 'upper' | 'lower';
  inclusive: boolean;
  value: number;
  unit: string;
  at: Span;
  paragraph: number;
  text: string;
  /** The two characters before it in its clause, which say what is measured; '' where none do. */
  of: string;
}>;

const number = String.raw`\d+(?:[,，]\d{3})*(?:\.\d+)?|[一二两三四五六七八九十百千]+`;
const unit =
  '万元|亿元|元|%|％|日历天|工作日|日|天|个月|年|人次|人|平方米|㎡|分钟|小时|分(?!之)|次|公里|吨|岁|周岁|台|件|户|亩|米|公斤';
const bound = new RegExp(
  `(不超过|不高于|不多于|不大于|不低于|不少于|不小于|未超过|未达到?|超过|超出|高于|大于|多于|不满|不足|未满|低于|小于|少于|达到)?(${number})\\s*(${unit})?\\s*(?:[（(](不?含)[^）)]{0,8}[）)])?\\s*((?:及|\\(含\\)|（含）)?以(?:上|下|内|外)|之内|及以[上下])?(?:[（(](不?含)[^）)]{0,8}[）)])?(?!\\s*(?:方式|内容|条款|简称|文件|资料|人员|单位|情形|规定))`,
  'gu',
);

function boundsOf(context: RuleContext): Bound[] {
  return bodyParagraphs(context).flatMap((paragraph, index): Bound[] => {
    const text = fold(paragraph.text);
    if (!/以[上下内]|超过|不满|不足|低于|高于|未满|大于|小于|达到/u.test(text)) return [];
    return [...text.matchAll(bound)].flatMap((match): Bound[] => {
      const [all, prefix = '', digits = '', ownUnit = '', noteBefore, suffix = '', noteAfter] = match;
      if (prefix === '' && suffix === '') return [];
      const value = readCount(digits);
      // 10万元以上20万元以下 names each unit; 80—90分以上 may leave it to the last.
      if (value === null || ownUnit === '') return [];
      const side = sideOf(prefix, suffix);
      if (side === null) return [];
      const note = noteBefore ?? noteAfter;
      const inclusive = note === undefined ? side.inclusive : note === '含';
      const at = { block: paragraph.id, from: match.index, to: match.index + all.length };
      const of = /[\u4e00-\u9fff]{2}$/u.exec(text.slice(0, match.index))?.[0] ?? '';
      return [{ ...side, inclusive, value, unit: ownUnit.replace('％', '%'), at, paragraph: index, text: all, of }];
    });
  });
}

/** Which side a bound closes, and whether the number itself belongs to it (民法典第1259条). */
function sideOf(prefix: string, suffix: string): Pick<Bound, 'side' | 'inclusive'> | null {
  if (/以外/u.test(suffix)) return null;
  if (suffix.includes('上')) return { side: 'lower', inclusive: !/^(?:超过|超出|高于|大于|多于)$/u.test(prefix) };
  if (/下|内/u.test(suffix))
    return /^(?:超过|超出|不低于|不少于)$/u.test(prefix) ? null : { side: 'upper', inclusive: true };
  if (/^(?:不超过|不高于|不多于|不大于|未超过)$/u.test(prefix)) return { side: 'upper', inclusive: true };
  if (/^(?:不低于|不少于|不小于|达到)$/u.test(prefix)) return { side: 'lower', inclusive: true };
  if (/^(?:超过|超出|高于|大于|多于)$/u.test(prefix)) return { side: 'lower', inclusive: false };
  return { side: 'upper', inclusive: false };
}

/** 从业三年以上 and 服务期三年以内 are times of two things. */
function otherTime(one: Bound, other: Bound): boolean {
  return /[年月日天]$/u.test(one.unit) && one.of !== '' && other.of !== '' && one.of !== other.of;
}

/** How many paragraphs apart two tiers of one scale may stand. */
const reach = 3;
const fines = /罚款|罚金|没收|拘留|有期徒刑|处罚/u;

/** A scale of the office's own making, as against a range copied from the law. */
const discretion = pattern('裁量|(?:罚款|处罚|违约金|扣款)(?:的)?(?:标准|档次|分档|细化)');

type Clash = Readonly<{ upper: Bound; lower: Bound; kind: 'overlap' | 'gap' }>;

function clashes(bounds: readonly Bound[]): Clash[] {
  return bounds.flatMap((upper, at): Clash[] => {
    if (upper.side !== 'upper') return [];
    const lower = bounds
      .slice(Math.max(0, at - 8), at + 9)
      .find(
        (other) =>
          other.side === 'lower' &&
          other.value === upper.value &&
          other.unit === upper.unit &&
          Math.abs(other.paragraph - upper.paragraph) <= reach &&
          !otherTime(upper, other),
      );
    if (!lower || lower.inclusive !== upper.inclusive) return [];
    return [{ upper, lower, kind: upper.inclusive ? 'overlap' : 'gap' }];
  });
}

const endsSaid = pattern(
  '(?:不含|含|包括)(?:上限|下限|本数|起点|上端|下端)[^。；，]{0,4}[、，]?(?:但)?(?:不含|不包括|含|包括)(?:上限|下限|本数|止点|上端|下端)',
);

const thresholdGap: Rule = {
  id: 'threshold-gap',
  title: '分档边界重叠或有空档',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract', 'normative'],
  why: '“以上”“以下”“以内”包括本数，“超过”“不满”不包括；相邻两档都含或者都不含临界值，恰为该值时适用哪一档没有答案。',
  basis: [{ law: '民法典', article: '1259' }],
  advice: '让每个临界值只落在一档：一档写“以下（含本数）”，下一档写“超过”；或者一档写“不满”，下一档写“以上”。',
  traps: ['已注明“含”“不含”的按注明计算；照录法律规定的罚款幅度，不因此改写。'],
  check: (context) => {
    // 每档含下限、不含上限, said once for the whole scale.
    if (mentions(context, endsSaid)) return [];
    const scaled = boundsOf(context);
    const found = clashes(scaled);
    const isFine = ({ upper, lower }: Clash): boolean =>
      [upper, lower].some(({ paragraph }) => fines.test(bodyParagraphs(context)[paragraph]?.text ?? ''));
    const seen = new Set<string>();
    return found
      .filter((clash) => !isFine(clash) || mentions(context, discretion))
      .filter(({ upper }) => {
        const key = `${upper.value}${upper.unit}`;
        return !seen.has(key) && seen.add(key);
      })
      .map(({ upper, lower, kind }): Hit => {
        const said = `“${upper.text.trim()}”与“${lower.text.trim()}”`;
        const value = `${upper.value}${upper.unit}`;
        const message =
          kind === 'overlap' ? `${said}都包括${value}，两档重叠。` : `${said}都不包括${value}，留有空档。`;
        const fine = isFine({ upper, lower, kind });
        return { at: lower.at, related: [upper.at], message, ...(fine ? { severity: 'notice' as const } : {}) };
      });
  },
  examples: {
    hits: [
      { text: '10万元以下收1%；10万元以上收2%。', quote: '10万元以上', says: '两档重叠' },
      { text: '考核得分不满80分的扣减服务费5%，超过80分的全额支付。', says: '留有空档' },
      {
        text: '| 档次 | 标准 |\n| 面积100平方米以内 | 每月300元 |\n| 面积100平方米以上 | 每月500元 |',
        says: '100平方米',
      },
      { text: '采购金额五万元以下的，由科室负责人审批；五万元以上的，由分管领导审批。', kind: 'normative' },
    ],
    nearMisses: [
      { text: '10万元以下（含）收1%；超过10万元收2%。' },
      { text: '不满80分的为不合格，80分以上的为合格。' },
      { text: '迟延10日以内的，每日扣1%；以上款项从尾款中扣除。' },
      { text: '处一万元以上三万元以下罚款；情节严重的，处三万元以上五万元以下罚款。', kind: 'normative' },
      { text: '10万元以下（不含10万元）收1%；10万元以上收2%。' },
      { text: '从业两年以上的单位可以报名；服务期两年以内。' },
      { text: '按下列档次计费（含下限、不含上限）：8万元以下收1%；8万元以上收2%。' },
    ],
  },
};

export const limitRules: readonly Rule[] = [dayKindMixed, thresholdGap];

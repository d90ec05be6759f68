/** When a contract takes effect, from when it is performed, and whether it renews itself. */
import { daysBetween } from '../../../facts/dates.ts';
import type { DateFact } from '../../../facts/facts.ts';
import { clauseOf, inBody, rowBefore, sentenceOf } from '../../around.ts';
import { bodyParagraphs, mentions, phrase, places, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { isPublic, mayBePublic } from './common.ts';

const takesEffect = pattern(
  '(?:起|后|时|日|合同|协议|即|即行|方可|方|正式|之日|才|同时|立即|章|字|签订|签署|批准|备案|公证)(?:成立并|成立、|成立即|正式|同时|发生法律)?(?:生效|发生效力)',
);
/** What else may take effect in a contract. */
const otherSubject =
  /补充|附件|保函|通知|变更|修改|修订|更改|条款|解除|终止|授权|委托书|判决|裁决|承诺|要约|转让|抵押权|质权|原合同|主合同|借款合同|保险|决定|规定|办法|送达|结算/u;
const conditions: readonly (readonly [string, RegExp])[] = [
  ['备案', /备案/u],
  ['批准', /批准|经[^，]{0,14}同意|审批|批复|核准|审核(?:通过|同意)|审查同意/u],
  [
    '缴纳款项',
    /(?:缴纳|交纳|支付|收到|到账|付清|提交|交付)[^，]{0,14}(?:保证金|定金|押金|预付款|首付款|款)|(?:保证金|定金|押金|预付款|首付款)[^，]{0,8}(?:到账|缴纳|交纳|支付|到位)/u,
  ],
  ['资金到位', /验资|到位/u],
  ['公证', /公证/u],
  ['鉴证', /鉴证|见证/u],
  ['登记', /登记/u],
];

type Effect = Readonly<{
  place: Place;
  said: string;
  extra: string;
  sign: 'sign' | 'seal' | 'both' | 'any' | null;
  date: boolean;
}>;

/** The words from the sentence's start, or the last 生效, that say on what the effect depends. */
function effects(context: RuleContext): Effect[] {
  return places(context, takesEffect).flatMap((place): Effect[] => {
    const { match, sentence, sentenceFrom } = place;
    const head = sentence.slice(0, match.to - sentenceFrom);
    const after = sentence.slice(match.to - sentenceFrom);
    if (!/^(?:[。；;，,、）)\s]|并|且|至|$|（)/u.test(after) || /^之日|^前/u.test(after)) return [];
    const earlier = head.slice(0, -3).lastIndexOf('生效');
    const said = earlier < 0 ? head : head.slice(earlier + 2);
    if (otherSubject.test(said.replace(/本(?:合同|协议)(?:及|和)?(?:其)?附件/u, ''))) return [];
    const extra = conditions.filter(([, word]) => word.test(said)).map(([name]) => name);
    const signs = /签字|签名/u.test(said);
    const seals = /盖\s*(?:公)?章|公章|印章/u.test(said);
    const any = /签订|签署|签章|订立|签约|签定/u.test(said);
    const sign = signs && seals ? 'both' : signs ? 'sign' : seals ? 'seal' : any ? 'any' : null;
    const date = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*起?$|\d月\d{1,2}日起/u.test(
      said.replace(/生效$|(?:正式)?生效$/u, ''),
    );
    if (sign === null && extra.length === 0 && !date) return [];
    return [{ place, said, extra: extra.join('、'), sign, date }];
  });
}

/** Two effect clauses that cannot both be meant: other conditions, other ways of signing, a day. */
function differ(one: Effect, other: Effect): boolean {
  if (one.extra !== other.extra) return true;
  if (one.date !== other.date) return true;
  if (one.sign === null || other.sign === null) return one.sign !== other.sign;
  return one.sign !== 'any' && other.sign !== 'any' && one.sign !== other.sign;
}

const effectConflict: Rule = {
  id: 'effect-conflict',
  title: '生效条件前后不一',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '合同何时生效决定义务从何时开始；两处写的条件不同，先履行的一方可能面对“尚未生效”的抗辩。',
  basis: [
    { law: '民法典', article: '502' },
    { law: '民法典', article: '158' },
  ],
  advice: '只保留一处生效条款；需要审批或者备案的，写明它是生效条件还是签订后的手续。',
  traps: ['签字盖章并经批准是一个复合条件；“签订后依法备案”不是生效条件；补充协议、附件的生效另计。'],
  check: (context) => {
    const found = effects(context);
    const [first, ...others] = found;
    if (!first) return [];
    const other = others.find((effect) => differ(first, effect));
    if (!other) return [];
    return [
      {
        at: other.place.at,
        related: [first.place.at],
        message: `生效条件一处为${quoted(first.said)}，此处为${quoted(other.said)}。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '第二条签订之日生效；第十五条经财政局备案后生效。', says: '经财政局备案后生效' },
      {
        text: '第一条 本合同自双方签字盖章之日起生效。\n第十八条 本合同经主管部门批准后生效。',
        says: '批准后生效',
      },
      {
        text: '第三条 本协议自乙方缴纳履约保证金之日起生效。\n第二十条 本协议自双方法定代表人签字并加盖公章之日起生效。',
        says: '加盖公章',
      },
    ],
    nearMisses: [
      { text: '第十五条经双方签章之日起生效，签订后依法备案。' },
      { text: '本合同自2026年5月6日生效。经双方签字的补充协议具有同等效力。' },
      { text: '本合同经双方签字盖章并报区财政局批准后生效。' },
      { text: '本合同自签订之日起生效。补充协议经双方盖章后生效。' },
      { text: '第一条 本合同自签订之日起生效。\n第二十条 本合同自双方签字盖章之日起生效。' },
    ],
  },
};

const signedNear = /(?:签订|签署|订立|签约|签定)(?:日期|时间|日|于)?|落款(?:日期|时间)?/u;
const notSigning = /通知书|公告|中标|成交|原合同|原协议|主合同|补充协议|委托书|招标|届满|到期|之日起|前完成/u;
const startWord =
  /(?:服务|租赁|供货|履行|合同|合作|承包|承租|租用|使用|维护|托管|劳务|项目|工作|聘用|委托|保洁|物业|经营|许可)?(?:期限|期间|期|时间|周期)|工期|租期|起租|起始日|开始日期|自|从/u;
const performs =
  /服务|租|供货|履行|合同期|合作|承包|使用|维护|委托|保洁|物业|经营|工期|开工|期限|期间|起始|开始|有效期|施工|聘|运营/u;
const otherTerm =
  /质保|保修|原(?:合同|协议|租)|上[一]?(?:期|年|轮)|质量保证|有效期至|缺陷责任|出生|成立于|法(?:施行|生效)|施行|中标|公告|签订|签署|订立|投标/u;

/** The day on which the contract was signed, as it says; null when blank or not said. */
export function signDate(context: RuleContext, dates: readonly DateFact[]): DateFact | null {
  const told = dates.filter((date) => {
    const { before, after } = clauseOf(context, date.at);
    const near = `${rowBefore(context, date.at.block)}${before.slice(-20)}`;
    return (signedNear.test(near) || /^(?:签订|签署|订立)/u.test(after)) && !notSigning.test(near);
  });
  const last = told.at(-1);
  if (last) return last;
  // A line that holds nothing but a date, or 日期：…, in the signature block.
  const paragraphs = bodyParagraphs(context);
  const tail = new Set(paragraphs.slice(-12).map(({ id }) => id));
  const alone = dates.findLast(
    (date) =>
      tail.has(date.at.block) &&
      /^\s*(?:日\s*期|时\s*间)?\s*[:：]?\s*$/u.test(clauseOf(context, date.at).before) &&
      clauseOf(context, date.at).after.trim() === '' &&
      paragraphs.length > 3,
  );
  return alone ?? null;
}

/** The first day of performance: a date that opens a period of service, lease or supply. */
function startDate(context: RuleContext, dates: readonly DateFact[]): DateFact | null {
  return (
    dates.find((date) => {
      const { before, after } = clauseOf(context, date.at);
      const sentence = sentenceOf(context, date.at);
      const lead = `${rowBefore(context, date.at.block)}${before}`;
      if (
        otherTerm.test(lead.slice(-24)) ||
        !performs.test(`${lead}${sentence.before.slice(-30)}${after.slice(0, 30)}`)
      )
        return false;
      if (/(?:起始|开始|开工|起租|进场|起)(?:日期|时间|日)?\s*[:：为是]?\s*$/u.test(lead)) return true;
      return (
        startWord.test(lead.slice(-24)) && /^\s*(?:（[^）]*）)?\s*(?:起|开始|至|到|—|-|–|~|～|正式|由乙方)/u.test(after)
      );
    }) ?? null
  );
}

const excused = pattern('追认|应急|抢险|紧急采购|已完成(?:的)?服务|服务确认|续签|续租|续约|补充协议|补签|顺延原|衔接');

const backdate: Rule = {
  id: 'effect-backdate',
  title: '履行起始日早于签订日',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '先履行后签约，履行期间权利义务没有书面依据；政府采购合同应当采用书面形式，审计、巡察会追问倒签合同的原因。',
  basis: [
    { law: '民法典', article: '490' },
    { law: '政府采购法', article: '44' },
  ],
  advice: '把起始日改到签订日之后；确已先行履行的，写明原因和追认范围，并补齐采购、审批手续。',
  traps: ['续签合同为与上期衔接、应急采购追认已写明原因的，只作较轻的提示；签订日期空白的无法判断。'],
  check: (context) => {
    const dates = inBody(context, context.facts.dates).filter((date) => date.iso !== null);
    const start = startDate(context, dates);
    const signed = signDate(
      context,
      dates.filter((date) => date !== start),
    );
    if (!signed?.iso || !start?.iso || signed.iso <= start.iso) return [];
    const days = daysBetween(start.iso, signed.iso);
    if (days > 1100) return [];
    const grave = days > 15;
    const severity = mentions(context, excused) ? (grave ? 'low' : 'notice') : grave ? 'medium' : 'notice';
    return [
      {
        at: start.at,
        related: [signed.at],
        severity,
        message: `履行自 ${start.iso} 开始，合同 ${signed.iso} 签订，早了 ${days} 日。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '签订日2026-05-20，服务期自2026-01-01起。', quote: '2026-01-01', says: '早了 139 日' },
      {
        text: '合同签订日期：2026年3月20日\n第三条 租赁期限自2026年3月10日起至2027年3月9日止。',
        quote: '2026年3月10日',
        says: '早了 10 日',
      },
      {
        text: '第二条 供货期：2026年1月1日至2026年12月31日。\n第九条 其他\n甲方（盖章）：\n乙方（盖章）：\n日期：2026年6月8日',
        says: '早了 158 日',
      },
    ],
    nearMisses: [
      { text: '签订日2025-12-25，服务期自2026-01-01起。' },
      { text: '签订日期：　　年　月　日；服务期自2026年1月1日起至2026年12月31日止。' },
      { text: '签订日期：2026年3月20日。原合同租赁期自2023年3月10日起至2026年3月9日止，本合同租期自2026年4月1日起。' },
      { text: '中标通知书于2026年1月5日发出，服务期自2026年2月1日起，签订日期：2026年1月20日。' },
    ],
  },
};

const renews =
  '(?:自动|自行|默认|当然)(?:地)?[^。；，]{0,6}(?:续期|续签|续约|续展|续租|续订|延续|顺延|延期|延长|展期|续)|(?:视为|即视为|视同|视作)[^。；，]{0,14}(?:续约|续签|续期|续订|续租|延续|展期|同意续|自动)|(?:期满|届满|到期)[^。；]{0,30}(?:自动|仍)?(?:继续有效|继续履行|继续执行)[^。；，]{0,8}(?:年|月|期)?';
const notTerm = /节假日|工作日|休息日|工期|不可抗力|停工|还款|付款|交货|停电|天气|利率|保险期|有效期限?的?投标/u;
const multiYear = pattern(
  '一次(?:采购|招标)[^。；]{0,10}分年|(?:采购|招标|磋商)文件[^。；]{0,40}(?:续签|续约|年限)|考核合格[^。；]{0,20}续签|最(?:长|多)[^。；，]{0,12}(?:[三3两二2]年|次)|总(?:服务)?(?:期限|年限)[^。；]{0,12}(?:不超过|[三3]年)',
);

/** Known to concern a public body, as payer or by a party's name. */
function involvesPublic(context: RuleContext): boolean {
  return context.input.publicPayer ?? context.facts.parties.some(isPublic);
}

const autoRenew: Rule = {
  id: 'auto-renew',
  title: '约定期满自动续期',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['procurement', 'service', 'property', 'sale', 'lease', 'cooperation', 'construction'],
  yieldsTo: ['lease-renew-20y'],
  why: '机关、事业单位采购必须按规定的方式和程序进行；期满自动续期等于不经采购程序再签一份合同，也脱离了采购文件确定的期限。',
  basis: [
    { law: '政府采购法', article: '64' },
    { law: '政府采购法', article: '46' },
  ],
  advice: '删去自动续期，期满前重新采购；采购文件已载明可以续签的，写明总年限和以考核合格为条件的书面续签。',
  traps: ['采购文件已写明分年签订、考核合格续签和总年限的不在此列；节假日顺延、工期顺延不是续约。'],
  check: (context) => {
    const { subKind } = context.input;
    const bought = ['procurement', 'service', 'property', 'unknown'].includes(subKind);
    if (!(bought ? mayBePublic(context) : involvesPublic(context)) || mentions(context, multiYear)) return [];
    return phrase({
      find: pattern(renews),
      unless: pattern(
        '不(?:得|再|予|会|设|约定|适用|采用|实行)?(?:自动|自行|视为|默认)|重新(?:采购|招标)|不作为|另行(?:签订|协商)(?:合同|协议)',
      ),
      negatable: true,
      when: ({ sentence }) =>
        !notTerm.test(sentence) &&
        /期满|届满|到期|期限|合同|协议|续期|续签|续租|续约|签约|服务期|租期|租赁期|期内|终止前/u.test(sentence),
      message: ({ match }) => `合同${quoted(match.text)}，未经采购程序即可延续。`,
      grade: ({ sentence }, ctx) => {
        const lets = ctx.facts.parties.some(
          (party) => isPublic(party) && /出租/u.test([party.role, ...party.aliases].join()),
        );
        if (lets) {
          return {
            severity: 'notice',
            advice: '出租方为机关、事业单位的，期满应按国有资产出租的规定公开招租，删去自动续租。',
          };
        }
        const tail =
          /(?:新(?:的)?(?:供应商|服务商|单位|服务单位|中标人|物业|合同)|交接|移交|接管)/u.test(sentence) &&
          /最长|不超过|至多|最多|\d+\s*(?:日|天|个月)/u.test(sentence);
        return tail ? { severity: 'notice' } : {};
      },
    })(context);
  },
  examples: {
    hits: [
      { text: '合同期满双方无异议自动续期一年。', says: '未经采购程序' },
      { text: '第三条 服务期届满前一个月，双方均未书面提出终止的，视为续约，期限一年。', publicPayer: true },
      {
        text: '甲方：青麓区文化馆\n乙方：云川松石物业服务有限公司\n本协议到期后自动顺延，每次顺延一年，次数不限。',
        says: '自动顺延',
      },
      { text: '街道继续使用乙方系统的，视为同意续期一年，无须另行签约。' },
    ],
    nearMisses: [
      { text: '合同期满甲方依法重新组织采购。' },
      { text: '付款日遇节假日的，自动顺延至下一工作日。' },
      { text: '本合同期满后不自动续期。' },
      { text: '按采购文件，本项目一次采购、分年签订，合同期满考核合格的自动续签，总期限不超过三年。' },
      {
        text: '甲方：云川柏舟商贸有限公司\n乙方：云川松石物业服务有限公司\n合同期满自动续期一年。',
        publicPayer: false,
      },
    ],
  },
};

export const effectRules: readonly Rule[] = [effectConflict, backdate, autoRenew];

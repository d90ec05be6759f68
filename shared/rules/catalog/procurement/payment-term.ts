/** The thirty and sixty days within which a public body pays. */
import type { Duration } from '../../../facts/facts.ts';
import { readCount } from '../../../facts/number.ts';
import { fold } from '../../../facts/source.ts';
import { clauseOf, inBody, rowBefore, sentenceOf } from '../../around.ts';
import { places } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isPublicPayer, mayBePublic } from '../contract/common.ts';

const pays = '(?:支付|付款|付清|付讫|结清|结付|拨付|划付|给付|兑付|付给|付至|汇至|汇入|汇给|转至|转入|划至|打入)';
const payAfter = new RegExp(
  `^(?:以?内|之内|后|前|期满|届满)?(?:[^。；，]{0,40}?|，(?:由|再)?(?:甲方|采购人|采购单位|采购方|发包人|需方|买方|委托人|委托方|街道办(?:事处)?)?[^。；，]{0,24}?)${pays}`,
  'u',
);
const payBefore = new RegExp(`(?:${pays}|账期|结算周期|回款期)(?:期限|时间|期|周期|账期|节点)?[^。；，]{0,24}$`, 'u');
const delivered =
  /验收|终验|初验|验讫|交付|交货|供货|到货|送达|移交|收到|收货|发票|开票|结算|对账|确认|完工|竣工|签收|入库|提交|安装调试|服务完成|考核/u;
/** The supplier as the one who pays: 供应商应向甲方缴纳, not 向供应商支付 nor 供应商交货后. */
const sellerPays =
  /(?<![向给至付对])(?:乙方|供应商|承包人|承租人|卖方|中标人)(?:应当?|须|负责|需|在|于|向(?:甲方|采购人|出租人|发包人))[^。；，后]{0,20}(?:支付|付款|缴)/u;
/** 验收合格后第85日, 于第75日前: the day itself is named. */
const namedDay = pattern(
  '(?:后|起|于|在|至|迟|晚)(?:的)?第\\s*([\\d０-９]{1,3}|[一二两三四五六七八九十百]{1,6})\\s*个?(?:日历|自然|工作)?[日天]',
);
const notTerm =
  /质保|保证金|保修|预付|押金|定金|租金|逾期|超过|解除|终止|异议|缺陷责任|维保期|质量保证|利息|违约|工资|试运行|有效期/u;

type Length = Pick<Duration, 'at' | 'text' | 'days' | 'sense'>;

function namedDays(context: RuleContext): Length[] {
  return places(context, namedDay).flatMap(({ match, at }): Length[] => {
    const days = readCount(fold(match.groups[0]?.text ?? ''));
    if (days === null) return [];
    const whole = match.text.endsWith('工作日') || match.text.includes('工作') ? Math.ceil((days * 7) / 5) : days;
    return [{ at, text: match.text.replace(/^[后起于在至迟晚]的?/u, ''), days: whole, sense: 'term' }];
  });
}

const smePay60: Rule = {
  id: 'sme-pay-60',
  title: '付款期限超过60日',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['sale', 'procurement', 'service', 'construction', 'property'],
  why: '机关、事业单位向中小企业采购，付款期限自交付或验收合格之日起一般不得超过30日，另有约定的最长不得超过60日。',
  basis: [
    { law: '保障中小企业款项支付条例', article: '9' },
    { law: '保障中小企业款项支付条例', article: '10' },
  ],
  advice:
    '把付款期限缩短到交付（约定验收的自验收合格）之日起30日内，确有必要的不超过60日；请先核实对方是否属于中小企业。',
  check: (context) => {
    if (!mayBePublic(context)) return [];
    const days = [...inBody(context, context.facts.durations), ...namedDays(context)];
    return days.flatMap((duration): Hit[] => {
      if (duration.days <= 30 || duration.text === '一个月' || duration.days > 1100 || duration.sense === 'floor')
        return [];
      const clause = clauseOf(context, duration.at);
      const sentence = sentenceOf(context, duration.at);
      const near = sentence.before.slice(-40) + duration.text + sentence.after.slice(0, 40);
      if (notTerm.test(clause.text) || /质保|保修|缺陷责任|大型企业/u.test(sentence.text)) return [];
      const paidAfter = payAfter.exec(sentence.after)?.[0];
      // 半年考核合格后10日内支付: the ten days are the term, the half year is not.
      if (paidAfter !== undefined && /[日天月年周]以?内|合格后|通过后/u.test(paidAfter.slice(2))) return [];
      const named = `${rowBefore(context, duration.at.block)}${clause.before}`;
      if (paidAfter === undefined && !payBefore.test(named)) return [];
      if (!delivered.test(near) || sellerPays.test(clause.text)) return [];
      const over = duration.days > 60;
      const unknown = isPublicPayer(context) ? '' : '（如付款方为机关、事业单位而对方为中小企业）';
      if (!over) {
        return [
          {
            at: duration.at,
            severity: 'notice',
            nature: 'risk',
            message: `付款期限为 ${duration.text}（最长 ${duration.days} 日），长于一般的 30 日，未超过约定上限 60 日${unknown}。`,
          },
        ];
      }
      const nature = isPublicPayer(context) ? 'unlawful' : 'risk';
      return [
        {
          at: duration.at,
          nature,
          message: `付款期限为 ${duration.text}，最长可达 ${duration.days} 日，超过 60 日${unknown}。`,
        },
      ];
    });
  },
  examples: {
    hits: [
      { text: '验收合格后90日内付款。', publicPayer: true, quote: '90日', says: '超过 60 日' },
      {
        text: '第八条 甲方自货物验收合格并收到发票之日起六十个工作日内支付全部货款。',
        publicPayer: true,
        quote: '六十个工作日',
        says: '最长可达 84 日',
      },
      {
        text: '甲方：青麓区图书馆\n乙方：云川松石文化有限公司\n五、付款期限为乙方交付成果后三个月。',
        quote: '三个月',
        says: '最长可达 93 日',
      },
      { text: '设备款由采购人在供应商交货后75天内汇至供应商账户。', publicPayer: true, quote: '75天' },
      { text: '甲方于验收合格后第70日结清余款。', publicPayer: true, says: '第70日' },
      {
        text: '服务验收合格后45日内，采购人一次性支付服务费。',
        publicPayer: true,
        quote: '45日',
        says: '未超过约定上限 60 日',
      },
    ],
    nearMisses: [
      { text: '验收合格后30日内付款。', publicPayer: true },
      { text: '质保期满后90日内支付质保金。', publicPayer: true },
      { text: '甲方逾期付款超过90日的，乙方可以解除合同。', publicPayer: true },
      { text: '验收合格后90日内付款。', publicPayer: false },
      { text: '每年分两期支付：半年考核合格后10个工作日内支付当年服务费的50%。', publicPayer: true },
      { text: '承租人应于交付房屋后90日内向甲方支付装修押金。', publicPayer: true },
      { text: '乙方应在收到通知后60个工作日内完成安装，甲方按约付款。', publicPayer: true },
    ],
  },
};

export const paymentTerms: readonly Rule[] = [smePay60];

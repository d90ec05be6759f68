/** Small suppliers: payment withheld altogether, paid in paper, late without interest, size unstated. */
import type { Percentage } from '../../../facts/facts.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { affirms } from '../../affirm.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext, SubKind } from '../../rule.ts';
import { isPublicPayer, mayBePublic } from '../contract/common.ts';
import { signedOn } from '../guarantee/loan.ts';
import { knownThrough, lprOn } from '../guarantee/lpr.ts';
import { isProcurement, isWhole, remarksAbsence } from './common.ts';

const regulation = '保障中小企业款项支付条例';
const purchases: readonly SubKind[] = ['sale', 'procurement', 'service', 'construction', 'property'];

/** A breach of the regulation only where the payer is a public body; else a question of fairness. */
function payerNature(_: Place, context: RuleContext): Pick<Hit, 'nature'> {
  return isPublicPayer(context) ? { nature: 'unlawful' } : {};
}

const stopPaying =
  '(?:停付|缓付|压付|暂停|暂缓|拒绝|停止|中止|不予|拒付|扣留|扣押|缓付|有权不|可以?不|不再|延迟|推迟|冻结)';
const allMoney =
  '(?:全部|所有|一切|任何|剩余|余下|未付|后续|全额|整个|当期全部|其他)[^。；，]{0,10}(?:款项?|费用?|价款|货款|工程款|服务费|合同款|报酬|余款|付款)';
const anyFault = pattern(
  '曝光|差错|失误|缺陷|低于\\d+分|争议|异议|投诉|瑕疵|纠纷|考核|不满意|不合格|不达标|问题|任何一项|任一|扣分|未通过|整改|举报|差评|违规|分歧|信访',
);

const withholdAll: Rule = {
  id: 'sme-withhold-all',
  title: '有争议即停付全部款项',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: purchases,
  why: '部分有争议而不影响其他部分履行的，对无争议部分仍应及时付款；一有争议就停付全部款项又不担责，属不合理的付款条件。',
  basis: [
    { law: regulation, article: '15' },
    { law: regulation, article: '7' },
  ],
  advice: '改为只暂缓与争议相当的金额，无争议部分按期支付，并写明核实、处理争议的期限。',
  traps: ['只扣留与争议相当的金额、验收不合格因而未到付款条件的，不在此列。'],
  check: phrase({
    find: pattern(
      `(?:${anyFault.source})[^。；，]{0,10}：[^。；，]{0,6}${stopPaying}[^。；，]{0,14}${allMoney}|${stopPaying}[^。；，]{0,14}${allMoney}|${allMoney}[^。；，]{0,12}${stopPaying}|${stopPaying}[^。；，]{0,4}一切(?:支付|付款)|(?:暂停|停止|拒绝|中止)(?:支付|付款)[^。；]{0,16}(?:直至|直到|且不承担)`,
    ),
    also: [anyFault],
    unless: pattern(
      '无争议|争议部分|有异议部分|相应(?:部分|金额|款项|数额|的)|相当|对应|等额|不影响|其余|验收(?:不合格|未通过|未合格)|未(?:能)?通过验收|发票|解除合同|(?:甲方|采购人|委托[方人]|发包[方人]|需方|买方)不得',
    ),
    negatable: true,
    message: ({ sentence }) => `一有争议即可停付全部款项：${quoted(sentence, 60)}`,
  }),
  examples: {
    hits: [
      { text: '任何一项考核有争议的，甲方可暂停支付全部服务费且不承担责任。', says: '停付全部款项' },
      { text: '第八条 服务期内收到群众投诉的，采购人有权拒绝支付剩余款项，由此造成的后果由供应商承担。' },
      { text: '货物存在任何瑕疵，需方可将全部货款暂缓支付，不视为逾期。' },
    ],
    nearMisses: [
      { text: '对有争议部分暂缓支付，其余款项按期支付。' },
      { text: '考核扣分的，甲方扣减相应服务费后支付剩余款项。' },
      { text: '验收不合格的，甲方有权拒绝支付全部价款，乙方应当重新交付。' },
      { text: '甲方不得因部分争议暂停支付全部服务费。' },
    ],
  },
};

const paper =
  '(?:(?:商业|银行)?承兑汇票|商业汇票|汇票|商票|应收账款(?:电子)?(?:债权)?凭证|电子债权凭证|债权凭证|融资凭证|云信|远期支票|供应链(?:金融)?(?:票据|凭证|产品|融资)|非现金(?:支付)?方式|票据)';
const forced =
  /不得(?:[^。；，]{0,8}(?:拒绝|拒收)|拒|有异议|提出异议|要求(?:现金|现款|转账|付息|贴现))|(?:必须|须|应|应当|应予|一律|无条件)(?:无条件)?(?:接受|接收|收取)|(?:只能|仅|只|一律|全部|均)(?:能|可)?(?:以|用|采用|使用|通过)|不接受(?:其他|现金)|视为(?:同意|接受)|(?:有权|可以?)(?:单方面?|自行|自主|任意|随时)?(?:决定|选择|指定|采用|改用)|无权(?:拒绝|要求)|单方(?:决定|选择|指定)|放弃[^。；，]{0,12}(?:权利|异议)|(?:贴现|贴息|兑付|融资)(?:费用?|利息|息|成本)?[^。；，]{0,8}(?:由)?(?:乙方|供应商|承包人|卖方|供方|受托方)(?:自行)?(?:承担|负担|自负|自理)/u;
const tenor =
  /(?:[3-9]|1[0-2]|[三四五六七八九十]|十[一二])个月|(?:9\d|1[0-9]\d|[2-3]\d\d)[日天]|半年|一年|九十[日天]|一百[一二三四五六七八九十零〇]{0,4}[日天]/u;
const willing = pattern(
  '(?:经|征得|取得|由)?(?:乙方|供应商|承包人|卖方|供方|受托人|双方|对方)(?:书面)?(?:自愿|同意|选择|协商|认可)|协商一致|可(?:以)?选择|不得强制|不强制|保证金|也可|不延长|计入付款期',
);

const noncash: Rule = {
  id: 'sme-noncash',
  title: '强制接受汇票等非现金支付',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: purchases,
  why: '机关、事业单位和大型企业不得强制中小企业接受商业汇票、应收账款电子凭证等非现金支付，也不得借此变相延长付款期限。',
  basis: [{ law: regulation, article: '11' }],
  advice: '改为银行转账；乙方自愿接受汇票的，写明经其书面同意、票据期限计入付款期限、贴现费用由谁承担。',
  traps: ['经对方同意使用汇票、票据期限计入付款期的约定是许可的；以汇票交保证金是另一回事。'],
  check: (context) => {
    if (!mayBePublic(context) && !mentions(context, pattern('大型企业'))) return [];
    return phrase({
      find: pattern(paper),
      also: [pattern('支付|付款|结算|接受|拒|抵付|付给')],
      unless: willing,
      negatable: true,
      when: ({ sentence }) =>
        (forced.test(sentence) || tenor.test(sentence)) &&
        !/投标|(?:乙方|供应商)[^。；，]{0,6}以[^。；，]{0,10}(?:提交|缴纳)/u.test(sentence),
      message: ({ sentence }) =>
        forced.test(sentence)
          ? `约定以非现金方式付款而对方不能拒绝：${quoted(sentence, 60)}`
          : `以远期票据付款，实际延长了付款期限：${quoted(sentence, 60)}`,
      grade: payerNature,
    })(context);
  },
  examples: {
    hits: [
      { text: '甲方以6个月商业承兑汇票支付，乙方不得拒绝。', says: '不能拒绝' },
      { text: '第六条 采购人可以应收账款电子凭证支付货款，供应商应当接受，贴现费用由供应商承担。' },
      { text: '工程进度款全部以期限180日的银行承兑汇票支付。', says: '非现金方式' },
    ],
    nearMisses: [
      { text: '经乙方同意可使用银行承兑汇票，期限计入付款期。' },
      { text: '履约保证金可以支票、汇票、保函等形式提交，采购人不得拒绝。' },
      { text: '甲方不得强制乙方接受商业汇票。' },
      { text: '甲方以银行转账方式支付货款。' },
    ],
  },
};

const lateBuyer =
  '(?:逾期|迟延|延迟|延期|拖延|推迟|未(?:能)?(?:按[^。；，]{0,8}|及时))(?:付款|支付|拨付|结算|给付|付清)|(?:付款|支付|款项)[^。；，]{0,6}(?:逾期|迟延|延迟|延期)|(?:财政|资金|拨款)[^。；，]{0,14}(?:延迟|未到位|不到位|逾期)';
const noInterest =
  '(?:不(?:再|另|予)?(?:支付|计付|计取|计算|计|承担|视为|构成|属于|认定为)|免(?:除|于|予)?(?:支付|承担)?|无需|无须|不用|不(?:得|再)?(?:要求|主张|收取|计收|追究|追索))[^。；]{0,14}(?:利息|息|违约|责任|滞纳金|赔偿)';
const sellerLate =
  /(?:乙方|供应商|承包人|卖方|供方|受托人|承租人|借款人|中标人)(?:应|未|如|若|不能)?(?:按[^。；，]{0,6})?(?:逾期|迟延|延迟|延期|未)[^。；，]{0,4}(?:付款|支付|给付|缴)/u;
const depositRate = pattern('(?:活期|同期|银行)[^。；，]{0,6}存款(?:基准)?利率|存款利率');
const perYear: Readonly<Record<NonNullable<Percentage['per']>, number>> = { day: 365, month: 12, year: 1 };

/** 逾期付款 with a rate or a cap that stays below the one-year LPR. */
function lowRates(context: RuleContext): Hit[] {
  const lpr = lprOn(signedOn(context));
  if (!lpr) return [];
  const unverified = lpr.verified ? '' : `（${knownThrough} 之后的LPR未能核实，请按签订当月公布值复核）`;
  const late = new RegExp(lateBuyer, 'u');
  return inBody(context, context.facts.percentages).flatMap((rate): Hit[] => {
    const sentence = sentenceOf(context, rate.at);
    if (!late.test(sentence.text) || sellerLate.test(sentence.text)) return [];
    if (rate.per !== null && rate.percent > 0 && /利息|利率|违约金|滞纳金|计息/u.test(sentence.text)) {
      const yearly = Number((rate.percent * perYear[rate.per]).toFixed(4));
      if (yearly >= lpr.percent) return [];
      return [
        {
          at: rate.at,
          ...(isPublicPayer(context) ? { nature: 'unlawful' as const } : {}),
          message: `逾期付款按 ${rate.text} 计算，折合年利率 ${yearly}%，低于一年期LPR ${lpr.percent}%${unverified}。`,
        },
      ];
    }
    const cap = /(?:不超过|不得超过|最高|上限|封顶|为限|以)[^，]{0,16}$/u.test(clauseOf(context, rate.at).before);
    return cap && rate.percent <= 1 && /违约金|利息|滞纳金|累计|总额/u.test(sentence.text)
      ? [
          {
            at: rate.at,
            severity: 'notice',
            message: `逾期付款的违约金以 ${rate.text} 封顶，逾期稍长即低于一年期LPR ${lpr.percent}%${unverified}。`,
          },
        ]
      : [];
  });
}

const interestLow: Rule = {
  id: 'sme-interest-low',
  title: '逾期付款不计息或利率过低',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: purchases,
  why: '机关、事业单位和大型企业迟延支付中小企业款项的，应当支付逾期利息，约定的利率不得低于合同订立时一年期LPR。',
  basis: [{ law: regulation, article: '17' }],
  advice: '改为逾期付款按合同订立时一年期LPR以上的利率计付利息；没有约定的，依法按日万分之五。',
  traps: ['保证金无息退还、供应商逾期交货的违约金，与采购方逾期付款的利息无关。'],
  check: (context) => {
    if (!mayBePublic(context) && !mentions(context, pattern('大型企业'))) return [];
    const ours = ({ sentence }: Place): boolean =>
      !sellerLate.test(sentence) && !/保证金|押金|质保金|退还|返还/u.test(sentence);
    return [
      ...phrase({
        find: pattern(
          `(?:${lateBuyer})[^。；]{0,40}${noInterest}|${noInterest}[^。；，]{0,10}(?:逾期|迟延)(?:付款|支付)`,
        ),
        unless: pattern(
          '(?:甲方|采购人|采购方|委托[方人]|发包[方人]|需方|买方)不得|不承担逾期(?:交货|供货|完工)|过错|不可抗力|乙方(?:原因|未(?:开具|提供|提交|按))|供应商(?:原因|未)|发票',
        ),
        when: ours,
        message: ({ sentence }) => `约定付款方逾期付款不计利息或者不担责：${quoted(sentence, 60)}`,
        grade: payerNature,
      })(context),
      ...phrase({
        find: depositRate,
        also: [pattern(lateBuyer)],
        when: ours,
        message: ({ match }) => `逾期付款只按${quoted(match.text)}计息，低于一年期LPR。`,
        grade: payerNature,
      })(context),
      ...lowRates(context),
    ];
  },
  examples: {
    hits: [
      { text: '甲方逾期付款不支付利息。', says: '不计利息' },
      { text: '因财政资金延迟拨付导致付款逾期的，不视为采购人违约。' },
      { text: '第九条 甲方逾期付款的，按银行同期活期存款利率支付利息。', says: '活期存款利率' },
      {
        text: '采购人逾期支付货款的，每逾期一日按未付金额的万分之零点五支付违约金。',
        publicPayer: true,
        quote: '万分之零点五',
        says: '1.825%',
      },
    ],
    nearMisses: [
      { text: '甲方逾期按日万分之五支付利息。' },
      { text: '履约保证金在期满后无息退还，逾期退还的按日支付利息。' },
      { text: '供应商逾期支付违约金的，采购人可从货款中扣除，不计利息。' },
      { text: '采购人逾期付款的，按一年期LPR计付利息。' },
    ],
  },
};

const size = pattern('中小企业|小型企业|微型企业|中型企业|小微企业|大型企业|企业规模|规模类型|企业划型|声明函');

const status: Rule = {
  id: 'sme-status',
  title: '没有载明供应商企业规模',
  severity: 'notice',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['procurement', 'service', 'sale', 'property'],
  why: '付款期限、保证金、逾期利息的规定因对方是否属于中小企业而不同；中小企业订立合同时应当主动告知，写进合同才有据可查。',
  basis: [{ law: regulation, article: '3' }],
  advice: '在首部或者专条写明乙方的企业规模类型，并把声明函列为附件。',
  traps: ['已附中小企业声明函，或者写明属大型、中型、小型、微型企业的，规模已经明确。'],
  check: (context) => {
    if (affirms(context, size)) return [];
    // A note that says it is not stated is answer enough; else the text must be a whole purchase.
    const asked =
      remarksAbsence(context, '规模|声明函') ||
      (isProcurement(context) && isWhole(context) && !isUnnamed(context) && !sellerIsNoFirm(context));
    return asked ? [{ at: null, missing: 'sme-status', message: '没有载明供应商的企业规模，也没有声明函。' }] : [];
  },
  examples: {
    hits: [
      { text: '（未载明企业规模）', says: '企业规模' },
      {
        text: '采购人（甲方）：青麓区档案局\n供应商（乙方）：云川松石信息有限公司\n第一条 乙方向甲方提供档案数字化服务。',
        subKind: 'procurement',
      },
      {
        text: '甲方：青麓区文化馆\n乙方：云川柏舟文化有限公司\n甲方向乙方采购舞台灯具一批，总价二十万元。',
        publicPayer: true,
      },
    ],
    nearMisses: [
      { text: '乙方声明属于小型企业，附声明函。' },
      { text: '采购人：青麓区档案局\n供应商：云川松石信息有限公司\n供应商为中型企业。', subKind: 'procurement' },
      { text: '采购人应于十日内验收。' },
      {
        text: '采购人（甲方）：＿＿＿＿\n供应商（乙方）：＿＿＿＿\n第一条 乙方供货。\n第二条 甲方验收。\n第三条 甲方付款。',
        subKind: 'procurement',
      },
      { text: '甲方：云川宏图有限公司\n乙方：云川松石信息有限公司\n甲方向乙方采购服务。', publicPayer: false },
    ],
  },
};

/** A form whose sides are all open shows neither a public buyer nor a small supplier. */
function isUnnamed({ facts: { parties } }: RuleContext): boolean {
  return parties.length > 0 && parties.every(({ name }) => name === '');
}

/** Public bodies and natural persons have no size of enterprise. */
function sellerIsNoFirm(context: RuleContext): boolean {
  const seller =
    context.facts.parties.find((party) =>
      /供应商|乙方|承包|受托|卖方|供方/u.test([party.role, ...party.aliases].join()),
    ) ?? null;
  return seller !== null && ['government', 'institution', 'village', 'person'].includes(seller.nature);
}

export const smallSuppliers: readonly Rule[] = [withholdAll, noncash, interestLow, status];

/** Collateral and companies as guarantors: forfeiture, registration, the resolution of the company. */
import { isPublic } from '../contract/common.ts';
import type { Party } from '../../../facts/facts.ts';
import { affirms } from '../../affirm.ts';
import { mentions, phrase, quoted, stretchBefore } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { guarantorHits } from './guarantors.ts';

const interpretation = '最高人民法院关于适用《民法典》有关担保制度的解释';

const collateral =
  '(?:抵押(?:物|房屋|房产|财产|车辆|土地|权益|资产|厂房|设备)?|质押?(?:物|财产|股权|标的)|质押|担保物|担保财产|房屋|房产|住房|厂房|商铺|车辆|股权|设备|该房|土地使用权)';
const forfeits =
  '(?:(?:即|则|应|自动|直接|无条件|全部|无偿|均)*归[^。；，]{0,14}所有|(?:自动|直接|无条件|应)[^。；，]{0,8}过户|过户(?:给|至|到)|抵债|抵偿|抵顶|折抵|抵作|抵扣[^。；，]{0,6}(?:借款|债务|本息)|所有权[^。；，]{0,8}(?:转移|归|转归|移转|属于)|(?:由|任由)[^。；，]{0,10}(?:取得|享有)[^。；，]{0,6}所有权|(?:归|属)[^。；，]{0,8}(?:债权人|出借人|抵押权人|质权人|甲方|乙方)(?:所有)?)';
const unpaidDebt =
  /(?:逾期|到期|届期|期满|期限届满)[^。；]{0,14}(?:不|未|无|没)|逾期|不(?:能|履行|还|偿还|清偿|归还|按|按期)|未(?:能|按|还|偿|清|归|履|如)|无力(?:偿还|还款|清偿|归还|履行)|还不(?:上|清|起)|违约/u;

const forfeit: Rule = {
  id: 'mortgage-forfeit',
  title: '约定不还款则担保物归债权人',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '债务到期之前约定“还不上就归债权人所有”的，债权人不能因此取得担保物，只能就它依法优先受偿。',
  basis: [
    { law: '民法典', article: '401' },
    { law: '民法典', article: '428' },
  ],
  advice: '改为“债务人不履行到期债务的，债权人可以与担保人协议折价，或者就拍卖、变卖所得价款优先受偿”，多退少补。',
  traps: ['债务到期之后另行签订的以物抵债协议，以及折价、拍卖、变卖优先受偿的约定，不受此限。'],
  check: phrase({
    find: pattern(
      `${collateral}[^。；]{0,40}?${forfeits}|(?:取得|获得|享有|占有)[^。；，]{0,10}${collateral}[^。；，]{0,8}(?:所有权|产权)|以[^。；，]{0,16}${collateral}[^。；，]{0,16}(?:抵债|抵偿|抵顶|折抵|清偿)`,
    ),
    also: [pattern('还|偿|债|借款|贷款|本息|抵押|质押')],
    unless: pattern(
      '拍卖|变卖|折价|优先受偿|另行(?:签订|协商|约定)|不得|不归|清算|多退少补|协商|租赁期|装修|附属物|承包期|证(?:照|件)?归',
    ),
    negatable: true,
    when: ({ sentence }) => unpaidDebt.test(sentence) && /抵押|质押|出质|借|贷|债|本息|还款|偿还|不还/u.test(sentence),
    message: ({ sentence }) => `到期前就约定担保物归债权人：${quoted(sentence, 60)}`,
  }),
  examples: {
    hits: [
      { text: '逾期不还，抵押房屋直接归甲方所有。', says: '归甲方所有' },
      { text: '第七条 借款人到期未能清偿本息的，质押股权自动过户至质权人名下。' },
      { text: '乙方无力偿还借款的，以其抵押的车辆抵偿全部债务。' },
      { text: '如到期不能归还贷款，抵押物的所有权即转移给贷款人。' },
    ],
    nearMisses: [
      { text: '逾期不还，甲方可就抵押房屋折价或拍卖价款优先受偿。' },
      { text: '借款到期未还的，双方可另行签订以房屋抵债的协议。' },
      { text: '租赁期满，承租人添附的设备归出租人所有。' },
      { text: '债务人不履行债务的，抵押物不得直接归抵押权人所有。' },
    ],
  },
};

const immovable =
  '(?:房屋|房产|厂房|商铺|门面|门市|楼房|写字楼|办公楼|办公用房|综合楼|住宅|住房|公寓|别墅|仓库|车间|不动产|建筑物|建设用地使用权|土地使用权|海域使用权|在建工程|土地|商品房|铺面)';

const mortgageRegister: Rule = {
  id: 'mortgage-register',
  title: '不动产抵押没有约定登记',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '房屋、建设用地使用权和在建建筑物抵押的，抵押权自登记时才设立；没有约定由谁、何时办理登记，债权人可能始终没有抵押权。',
  basis: [{ law: '民法典', article: '402' }],
  advice: '写明办理抵押登记的一方和期限，以取得登记证明作为放款或者履行的前提，并约定未办成时的替代担保。',
  traps: ['动产抵押自合同生效时设立，不要求登记；禁止承租人抵押租赁物的条款不是设立抵押。'],
  check: (context) => {
    if (affirms(context, pattern('登记'))) return [];
    return phrase({
      find: pattern(
        `${immovable}[^。；]{0,26}(?:提供|设定|设立|作为?|用于|进行|办理|为)?[^。；，]{0,14}(?:抵押(?:担保)?|作抵)|抵押(?:物|财产|标的物?|房产)?(?:为|是|系|:|：|给)[^。；]{0,24}${immovable}|(?:抵押|抵押担保)[^。；，]{0,10}${immovable}`,
      ),
      unless: pattern(
        '不得|不能|未(?:被|设|经|办)|没有|不存在|无(?:任何)?(?:抵押|查封|权利)|是否|转让、|、抵押|抵押、|出租|解除抵押|注销|擅自|抵押情况|银行按揭|按揭|抵押贷款方式|已(?:被|设定)?抵押|保证[^。；]{0,20}无|承租人|租赁|通知|如[^。；，]{0,10}抵押',
      ),
      negatable: true,
      message: ({ match }) => `以不动产设定抵押（${quoted(match.text)}），全文没有约定办理抵押登记。`,
    })(context).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '乙方以其名下厂房为还款提供抵押。', says: '没有约定办理抵押登记' },
      { text: '第三条 抵押物：坐落于云州市临河区滨河路8号的商铺两间，担保主债权80万元。' },
      { text: '借款人将建设用地使用权抵押给出借人，担保借款本金二百万元及利息。' },
    ],
    nearMisses: [
      { text: '签约后10日内双方到登记机构办理抵押登记，登记完成后放款。' },
      { text: '乙方以厂房为还款提供抵押，于七日内办理不动产抵押登记。' },
      { text: '乙方以其自有的挖掘机为还款提供抵押。' },
      { text: '承租人不得将租赁房屋转租、抵押。' },
    ],
  },
};

const guarantees =
  '(?:提供[^。；，]{0,14}(?:保证|担保|抵押|质押|出质)|承担[^。；，]{0,14}(?:保证|担保|连带)[^。；，]{0,6}责任|作为?[^。；，]{0,10}(?:保证人|担保人|抵押人|出质人)|担任[^。；，]{0,8}(?:保证人|担保人)|(?:对|为)[^。；]{1,30}承担[^。；，]{0,6}(?:共同|连带)[^。；，]{0,4}(?:还款|清偿|偿还)责任|加入[^。；，]{0,16}债务|债务加入|(?:抵押|质押|出质)给)';
const company = '(?:公司|集团|股份公司)';
const relatedDebt = /借款|贷款|债务|债权|融资|还款|本息|货款|租金|欠款|授信|清偿|回购/u;
const professional = /担保(?:有限|股份|集团)?(?:责任)?公司|银行|保险|信托|保函|分公司/u;
const resolved = pattern(
  '股东(?:大)?会|董事会|股东[^。；，]{0,6}(?:决议|决定|同意)|公司决议|决议|三分之二以上[^。；]{0,20}股东|股东[^。；]{0,10}三分之二',
);

const surety = '(?:保证人|担保人|抵押人|出质人)';
const ownersDebt = pattern(
  [
    `${surety}的?(?:控股)?(?:股东|实际控制人)[^。；，]{0,12}(?:为|即|系|是)[^。；，]{0,6}(?:借款人|债务人|乙方)`,
    `(?:借款人|债务人)[^。；，]{0,14}(?:为|即|系|是)[^。；，]{0,10}(?:股东|实际控制人)`,
    '为(?:其|本公司)的?(?:控股)?(?:股东|实际控制人)[^。；，]{0,14}(?:借款|债务|贷款|担保|保证|抵押)',
  ].join('|'),
);
const membersResolved = pattern('股东(?:大)?会|股东[^。；，]{0,6}(?:决议|决定|同意)|三分之二以上[^。；]{0,20}股东');

const loanPaper = pattern('^[^。；，]{0,12}(?:借款|贷款|还款)(?:合同|协议)(?:书)?');
/** A subsidiary's business, or one's own debt: no resolution is asked for. */
const needless = /全资子公司|自身(?:债务|借款|贷款)|为(?:其|本公司)(?:自身|自己)|为本(?:合同|协议|借款|笔)/u;
/** 为云川公司的借款: the company named is the debtor. */
const asDebtor = /(?:为|对|替|给)[^，。；、]{0,16}$/u;

function guarantorCompany(context: RuleContext): Hit[] {
  const isCompany = (party: Party): boolean =>
    party.nature === 'company' && !isPublic(party) && /公司/u.test(party.name) && !professional.test(party.name);
  return guarantorHits(
    context,
    isCompany,
    (party) => `${party.role}“${party.name}”提供担保，材料中未见其股东会或者董事会决议。`,
  );
}

const resolution: Rule = {
  id: 'guar-company-resolution',
  title: '公司担保未见决议',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '公司对外担保应按章程由董事会或者股东会决议，为股东、实际控制人担保的必须由股东会决议；债权人没有审查决议的，担保可能对公司不发生效力。',
  basis: [
    { law: '公司法', article: '15' },
    { law: interpretation, article: '7' },
    { law: interpretation, article: '8' },
  ],
  advice: '签约前取得担保公司的章程和决议，核对限额、表决回避和签章，并把决议列为合同附件。',
  traps: ['金融机构开立保函、担保公司提供担保、为全资子公司经营担保的，不以决议为前提。'],
  check: (context) => {
    // For its own shareholder's debt the board cannot speak for the company.
    if (affirms(context, mentions(context, ownersDebt) ? membersResolved : resolved)) return [];
    // 借款合同 第六条 担保：某公司以厂房提供抵押: the debt is the contract's own, the company not the borrower.
    const loan = mentions(context, loanPaper);
    const borrowers = context.facts.parties.filter(({ role, name }) => /借款|债务|欠款/u.test(role) && name !== '');
    const said = phrase({
      find: pattern(`${company}[^。；]{0,40}?${guarantees}`),
      unless: pattern(
        '不(?:提供|承担|得|予)|质量保证|保证金|保证质量|工期|履约担保|要求[^。；]{0,10}提供|(?:由|经)[^。；，]{0,4}银行|不再',
      ),
      negatable: true,
      when: ({ sentence, match, paragraph }) => {
        const who = `${stretchBefore(paragraph.text, match.from)}${match.text}`;
        const pledgedForLoan = loan && !borrowers.some(({ name }) => who.includes(name));
        return (
          !asDebtor.test(stretchBefore(paragraph.text, match.from)) &&
          (relatedDebt.test(sentence) || pledgedForLoan) &&
          !needless.test(sentence) &&
          !professional.test(`${stretchBefore(paragraph.text, match.from)}${match.text}`) &&
          !(
            /抵押|质押|出质/u.test(match.text) &&
            !pledgedForLoan &&
            !/(?:为|对|担保)[^。；，]{1,24}(?:借款|贷款|债务|融资|还款|欠款|货款|欠付|履行|清偿|偿还)/u.test(sentence)
          )
        );
      },
      message: ({ match }) => `公司提供担保（${quoted(match.text)}），材料中未见其股东会或者董事会决议。`,
    })(context);
    return said.length > 0 ? said.slice(0, 1) : guarantorCompany(context);
  },
  examples: {
    hits: [
      { text: '丙有限公司为乙方借款提供连带责任保证。', says: '未见其股东会或者董事会决议' },
      {
        text: '借款人（甲方）：何望\n保证人（丙方）：云川松石置业有限公司\n第一条 借款金额三十万元。',
        quote: '云川松石置业有限公司',
      },
      { text: '保证人云川木业有限公司提供连带责任保证，借款人系保证人的股东，附保证人董事会决议。' },
      { text: '云川柏舟股份有限公司自愿加入乙方对甲方的货款债务，与乙方共同清偿。' },
      { text: '第五条 云川宏图有限公司以其商铺为承租人的租金债务提供抵押担保。（未附股东会决议）' },
    ],
    nearMisses: [
      { text: '丙有限公司提供连带责任保证，附件二为股东会决议。' },
      { text: '云川融资担保有限公司为乙方借款提供连带责任保证。' },
      { text: '云川松石有限公司为其全资子公司的经营贷款提供保证。' },
      { text: '乙方公司对所供产品承担质量保证责任，货款按期支付。' },
    ],
  },
};

export const collateralRules: readonly Rule[] = [forfeit, mortgageRegister, resolution];

/** What a price leaves open: tax, an upper limit, the currency. */
import type { Amount, Party } from '../../../facts/facts.ts';
import { isTotalLabel } from '../../../facts/labels.ts';
import { clauseOf, inBody, rowBefore } from '../../around.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { contractTotal, mayBePublic } from './common.ts';

const priceLabel =
  /价款|价格|货款|工程款|服务费|物业费|管理费|施工费|承包费|养护费|维修费|加工费|设计费|监理费|咨询费|代理费|报酬|租金|单价|总费用|总金额|总价|合计|总计|共计|费用|运费|造价|承包价|设备款|材料款|采购款|商品款/u;
const taxed = pattern(
  '含税|价税|税率|征收率|免税|增值税|税费|税金|税额|税款|包干|计税|票价|个点|专票|普票|专用发票|普通发票',
);
const untaxed = pattern(
  '补偿|补助|征收|拆迁|安置|行政事业性收费|捐赠|赠与|劳动合同|劳动者|借款|贷款|出借|承包地|承包经营权|承包土地|出让金|股权|出资|彩礼|慰问',
);
const settled = pattern('发票|开票|票据|支付|付款|结算|付清|转账|结清');

/** Who is paid: the side that lets, sells, works or serves; else 乙方. */
function payee(context: RuleContext): Party | null {
  const { parties } = context.facts;
  const earns = /出租|供应商|供货|供方|卖方|出卖|承包|受托|承揽|转让方|服务方|服务单位|中标|施工/u;
  return (
    parties.find((party) => earns.test([party.role, ...party.aliases].join())) ??
    parties.find((party) => party.role === '乙方') ??
    null
  );
}

/** The words that lead to an amount nobody named: in its clause, its row, or over its column. */
function leadOf(context: RuleContext, { at }: Amount): string {
  const cell = context.facts.tables.flatMap(({ columns, rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap((value, column) => (value?.at.block === at.block ? [columns[column]?.title ?? ''] : [])),
    ),
  );
  return `${cell.join('')}${rowBefore(context, at.block)}${clauseOf(context, at).before.slice(-10)}`;
}

function price(context: RuleContext): Amount | null {
  return (
    inBody(context, context.facts.amounts).find((amount) => {
      const label = amount.label ?? leadOf(context, amount);
      if (amount.fen === null || amount.bound || (!isTotalLabel(label) && !priceLabel.test(label))) return false;
      return !/保证金|定金|违约|押金|赔偿|预算|限价|补偿|扣/u.test(clauseOf(context, amount.at).before);
    }) ?? null
  );
}

const taxAmbiguous: Rule = {
  id: 'amt-tax-ambiguous',
  title: '价款未写明是否含税',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  subKinds: ['sale', 'procurement', 'lease', 'construction', 'service', 'property', 'cooperation'],
  why: '增值税是价外税；价款没有写明含税与否，结算时谁负担税款、税率调整后价款是否跟着变，都容易起争议。',
  basis: [
    { law: '增值税法', article: '7' },
    { law: '增值税法', article: '6' },
  ],
  advice: '写明含税总价、税率或者征收率和发票种类，并约定税率调整时不含税价不变还是含税价不变。',
  traps: ['征收补偿、行政事业性收费、借款、捐赠、工资不属应税交易；收款方是机关或者自然人的不要求。'],
  yieldsTo: ['amt-total-conflict', 'amt-capital-mismatch'],
  check: (context) => {
    if (mentions(context, taxed) || mentions(context, untaxed) || !mentions(context, settled)) return [];
    const paid = payee(context);
    if (paid && (paid.nature === 'person' || paid.nature === 'government')) return [];
    const found = price(context);
    return found ? [{ at: found.at, message: `${found.label ?? '价款'} ${found.text}没有写明是否含税。` }] : [];
  },
  examples: {
    hits: [
      { text: '合同价款为50万元，乙方开具发票。', quote: '50万元', says: '没有写明是否含税' },
      { text: '第四条 服务费每月人民币8,000元，由甲方按月支付。', says: '服务费' },
      { text: '| 项目 | 金额 |\n| 合同总价 | 326,000元 |\n付款：供应商开具等额发票后二十日内付款。' },
    ],
    nearMisses: [
      { text: '合同含税价款50万元，增值税税率6%，乙方开具增值税专用发票。' },
      { text: '合同总价50万元，为完成全部工作的包干价，甲方分两期支付。' },
      { text: '甲方应支付乙方房屋征收补偿总额50万元。' },
      { text: '出租人：何望\n承租人：青麓区档案局\n租金每月3,000元，按季支付。' },
    ],
  },
};

const asSpent =
  '(?:据实|按实|以实)(?:际)?(?:发生额?)?(?:进行)?(?:结算|支付|核算|核销|报销|计算|计价|列支|付款|结付|承担)|实报实销|(?:按|按照|根据|依|以)[^。；，]{0,6}实际(?:发生|支出|用量|使用|数量|工程量|工作量|完成|供货|采购|耗用|维修|产生|服务)[^。；，]{0,16}(?:结算|支付|计算|计费|报销|付款|核算|计价|核销|为准|结付)';
const capped = pattern(
  '不(?:得|应|能)?(?:超过|超出|超|高于|突破|大于|逾)[^。；，]{0,24}(?:元|预算|总价|金额|概算|价款|费用|限额|%|％|额度|批复)|最高限[价额]|最高[^。；，]{0,10}(?:元|限额)|封顶|上限|控制价|控制在|限额|预算(?:金额|总额|总价|价|额度|为)|以[^。；，]{0,20}为限|最多[^。；，]{0,10}元|[元额]以内|总额控制|最高额|(?:超出|超过|高于)[^。；，]{0,12}，?[^。；，]{0,12}(?:审批|报批|补充协议|不予支付|由(?:乙方|供应商|承包人)承担)|至多[^。；，]{0,10}元',
);

const budgetOpen: Rule = {
  id: 'amt-budget-open',
  title: '据实结算没有总额上限',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['procurement', 'service', 'property', 'construction'],
  why: '机关、事业单位的支出以批准的预算为限；据实结算又不设上限，金额在签约时无法与预算核对，可能形成超预算支付和拖欠。',
  basis: [
    { law: '预算法', article: '13' },
    { law: '保障中小企业款项支付条例', article: '8' },
  ],
  advice: '写明最高限额（与批复的预算一致），并约定将要超出时先报批、签补充协议，未经批准的超出部分不予支付。',
  traps: ['合同解除后按已完成部分据实结算、变更签证据实增减，总价本身是确定的，不在此列。'],
  check: (context) => {
    if (!mayBePublic(context) || mentions(context, capped)) return [];
    return phrase({
      find: pattern(asSpent),
      unless: pattern(
        '解除|终止|退还|变更|增减|漏项|水电|水费|电费|燃气|采暖|赔偿|损失|违约|提前|撤销|医疗|不(?:再|予)|退租',
      ),
      negatable: true,
      // 签证部分据实结算 beside a fixed price is no open price.
      when: ({ sentence }, ctx) => !/签证/u.test(sentence) || contractTotal(ctx) === null,
      message: ({ match }) => `价款${quoted(match.text)}，全文没有最高限额。`,
    })(context).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '维修费用按实际发生额据实结算。', publicPayer: true, says: '没有最高限额' },
      {
        text: '甲方：青麓区文化馆\n乙方：云川松石印务有限公司\n第三条 印刷费用实报实销，乙方按季提交清单。',
        quote: '实报实销',
      },
      { text: '第五条 绿化养护费以实际完成工作量为准，采购人按月支付。', publicPayer: true },
    ],
    nearMisses: [
      { text: '维修费用据实结算，全年累计不超过预算30万元。', publicPayer: true },
      { text: '维修费用按实际工程量据实结算，年度最高限额为20万元。', publicPayer: true },
      { text: '合同解除的，甲方对乙方已完成的工作据实结算。', publicPayer: true },
      { text: '甲方：云川柏舟商贸有限公司\n乙方：云川松石印务有限公司\n印刷费用据实结算。', publicPayer: false },
    ],
  },
};

const money = '(?:美元|美金|欧元|英镑|日元|港币|港元|瑞士法郎|澳元|加元|新加坡元|新元|USD|EUR|HKD|GBP|JPY|US\\$)';
const foreignMoney = pattern(money);
const foreigner = pattern(
  `境外[^。；，]{0,6}(?:乙方|甲方|公司|企业|机构|供应商|主体|卖方|买方|服务商|专家|个人|账户|汇|付|支付|组织|团队|收款|投标)|外方|外籍|外国(?:公司|企业|专家|供应商)|(?:香港|澳门|台湾|新加坡|美国|德国|日本|英国|法国|韩国|意大利)[^。；，\\n]{0,14}(?:公司|企业|集团|大学|事务所|株式会社)|Co\\.|Ltd|Inc\\b|GmbH|株式会社|跨境支付|涉外|离岸|进口合同|${money}`,
);
const renminbi = pattern('人民币|RMB|CNY|[￥¥]');
const ownCurrency = /人民币|[￥¥]|RMB|CNY|美元|美金|欧元|英镑|日元|港[币元]|USD|EUR|HKD|GBP|JPY|\$|元人民币/u;

const currencyMissing: Rule = {
  id: 'amt-currency-missing',
  title: '涉外金额没有写明币种',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '有境外当事人或者几种货币并用时，光写数字不知道以什么货币、按哪一天的汇率支付，没有约定的只能以履行地法定货币履行。',
  basis: [
    { law: '民法典', article: '514' },
    { law: '民法典', article: '510' },
  ],
  advice: '每个金额写明币种；以外币计价的写明汇率的取用日期和来源，以及汇兑费用由谁负担。',
  traps: ['全文已声明一律以人民币计价的，不必逐处再写。'],
  check: (context) => {
    if (
      !mentions(context, foreigner) ||
      mentions(context, pattern('币种|计价货币|(?:均|一律|统一)[^。；，]{0,8}(?:以|为)?人民币'))
    )
      return [];
    // One currency throughout, though named once: nothing to mistake.
    if (mentions(context, renminbi) && !mentions(context, foreignMoney)) return [];
    const bare = inBody(context, context.facts.amounts).filter((amount) => {
      if (amount.kind !== 'figure' || amount.fen === null || ownCurrency.test(amount.text)) return false;
      const { before, after } = clauseOf(context, amount.at);
      return !ownCurrency.test(`${before.slice(-8)}|${after.slice(0, 6)}`) && amount.pair === null;
    });
    const [first, ...others] = bare;
    if (!first) return [];
    const message = `金额“${first.text}”没有写明币种，而合同涉及境外当事人或者外币。`;
    return [{ at: first.at, related: others.map((amount) => amount.at), message }];
  },
  examples: {
    hits: [
      { text: '合同总价200,000，境外乙方开票后付款。', quote: '200,000', says: '没有写明币种' },
      { text: '乙方：（新加坡）松石科技公司\n第三条 软件许可费总价为30万元，电汇至乙方账户。', quote: '30万元' },
      { text: '设备总价50,000美元，安装费用20,000元由外方另行开票。', quote: '20,000元' },
    ],
    nearMisses: [
      { text: '合同总价人民币200,000元，境外乙方开票后付款。' },
      { text: '设备总价50,000美元，外方开具形式发票。' },
      { text: '乙方不得将甲方数据传输至境外，合同总价200,000元。' },
      { text: '外方专家的费用总计30万元，本合同金额均以人民币计价。' },
    ],
  },
};

export const priceTerms: readonly Rule[] = [taxAmbiguous, budgetOpen, currencyMissing];

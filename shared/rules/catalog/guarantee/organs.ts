/** Guarantees by those who may not give them, and promises that are guarantees in disguise. */
import { phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { readingOf } from '../../reading.ts';
import { debt, guaranteeing, guarantorHits, ofNature } from './guarantors.ts';
import type { Party, PartyNature } from '../../../facts/facts.ts';

const organ =
  '(?:人民政府|[省市区县镇乡州旗]政府|街道办事处|街道办|管委会|管理委员会|财政局|[一-龥]{2,8}局|[省市][一-龥]{2,8}厅|委员会办公室|机关事务[一-龥]{0,4}中心|指挥部)';
const restrained = pattern(
  '不(?:提供|承担|得|予|为|对|应|作)|禁止|严禁|无权|担保公司|融资担保|业主委员会|仲裁委员会|质量|工期|国际(?:金融)?组织|转贷|商业银行|村民委员会|居民委员会|村委会|居委会',
);

const village =
  '(?:居委会|居民委员会|村委会?|村民委员会|[村居]民小组|居委|(?:社区|村)(?:对|为|以|自愿|同意|在|愿|承诺|就|向|将|作为|提供|出具|加盖|（盖章）))';

/** 依法代行集体经济组织职能 and a recorded vote, both stated. */
function actsForCollective(text: string): boolean {
  return /代行/u.test(text) && /(?:会议|表决|决议|讨论)/u.test(text);
}

/** What the text says, and what the head of the contract says by naming the guarantor. */
function both(
  said: (context: RuleContext) => Hit[],
  nature: PartyNature,
  message: (party: Party) => string,
): (context: RuleContext) => Hit[] {
  return (context) => {
    const found = said(context);
    return found.length > 0 ? found : guarantorHits(context, (party) => party.nature === nature, message);
  };
}

const organGuarantee: Rule = {
  id: 'guar-organ',
  title: '机关为他人债务提供担保',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '机关法人不得为保证人，地方政府及其部门不得为任何单位和个人的债务以任何方式提供担保。',
  basis: [
    { law: '民法典', article: '683' },
    { law: '最高人民法院关于适用《民法典》有关担保制度的解释', article: '5' },
    { law: '预算法', article: '35' },
  ],
  advice: '取消该担保，改由有担保资格的主体增信。',
  check: both(
    phrase({
      find: pattern(`(?:${organ}|[甲乙丙丁戊]方)[^。；]{0,40}?${guaranteeing}`),
      also: [debt],
      unless: restrained,
      negatable: true,
      when: ({ match }, context) => ofNature(context, match.text, new RegExp(organ, 'u'), 'government'),
      message: ({ match }) => `机关为债务提供担保：${quoted(match.text, 60)}。`,
    }),
    'government',
    (party) => `${party.role}“${party.name}”属机关，不得作担保人。`,
  ),

  examples: {
    hits: [
      { text: '某街道办事处为丙公司借款承担连带保证责任。', says: '机关为债务提供担保' },
      { text: '第三条 桐溪区人民政府作为保证人，对上述贷款本息承担清偿责任。', says: '作为保证人' },
      {
        text: '借款人（甲方）：云川松石置业有限公司\n保证人（丙方）：青麓区水务局',
        quote: '青麓区水务局',
        says: '属机关',
      },
      { text: '甲方：松岭镇人民政府\n第四条 甲方在担保人栏加盖公章，借款人到期未还的由甲方代为偿还。', says: '机关' },
      { text: '高新区管委会同意为乙方融资提供担保，担保期限三年。', quote: '管委会同意为乙方融资提供担保' },
    ],
    nearMisses: [
      { text: '某融资担保公司为丙公司借款承担连带保证责任。' },
      { text: '借款人：云川松石置业有限公司\n保证人：云川融资担保有限公司' },
      { text: '街道办事处不为乙方借款提供任何担保。' },
      { text: '区教育局保证按期付款，并承担逾期付款的违约责任。' },
    ],
  },
};

const villageGuarantee: Rule = {
  id: 'guar-village',
  title: '居委会、村委会提供担保',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '居民委员会、村民委员会提供担保的，担保合同无效；依法代行集体经济组织职能的村委会经法定讨论决定的除外。',
  basis: [
    { law: '最高人民法院关于适用《民法典》有关担保制度的解释', article: '5' },
    { law: '民法典', article: '101' },
  ],
  advice: '取消担保；属于村委会代行集体经济组织职能的，补附未设集体经济组织的说明和村民会议表决材料。',
  check: both(
    phrase({
      find: pattern(
        `(?:${village}|[甲乙丙丁戊]方)[^。；]{0,40}?(?:${guaranteeing}|(?:房屋|土地|资产)[^。；，]{0,6}(?:抵押|质押))`,
      ),
      also: [debt],
      unless: pattern('不(?:提供|承担|得|予|为|对)|禁止|无权|通行|质量|见证'),
      negatable: true,
      when: ({ match }, context) =>
        ofNature(context, match.text, new RegExp(village, 'u'), 'village') &&
        (/居/u.test(match.text) || !actsForCollective(readingOf(context.document).text)),
      message: ({ match }) => `基层自治组织为债务提供担保：${quoted(match.text, 60)}。`,
    }),
    'village',
    (party) => `${party.role}“${party.name}”属基层群众性自治组织，一般不得作担保人。`,
  ),

  examples: {
    hits: [
      { text: '某社区居委会为养老公司贷款提供保证。', says: '基层自治组织' },
      { text: '第五条 白鹿村村民委员会对乙方借款承担连带责任保证，承担连带清偿责任。', says: '村民委员会' },
      { text: '保证人：青麓区新桥社区居民委员会\n借款人：林知远', quote: '青麓区新桥社区居民委员会' },
      { text: '梅坪村村委会作为共同还款人，与借款人一并偿还贷款。', says: '基层自治组织' },
      { text: '村委会以集体资产抵押，为丙方融资增信。', says: '抵押' },
    ],
    nearMisses: [
      { text: '某村委会代行集体经济组织职能，为合作社贷款提供担保，经村民会议表决后担保，附决议。' },
      { text: '居委会不为任何债务提供担保。' },
      { text: '村委会保证施工道路通行，并承担协调责任。' },
    ],
  },
};

const disguised: Rule = {
  id: 'guar-disguised',
  title: '差额补足、兜底等变相担保',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '向债权人承诺差额补足、流动性支持，具有担保意思的按保证处理；机关作出即属违规担保、变相举债。',
  basis: [
    { law: '最高人民法院关于适用《民法典》有关担保制度的解释', article: '36' },
    { law: '预算法', article: '35' },
  ],
  advice: '删去该承诺；确需支持的，通过预算安排的合法方式另行处理。',
  check: phrase({
    find: pattern(
      '差额补足|补足[^。；，]{0,8}差额|(?:差额|缺口|不足部分|短缺部分)[^。；，]{0,12}(?:补足|补齐|弥补|垫付|补偿|承担|解决)|流动性支持|兜底|代为(?:偿还|清偿|还款)|(?:由|即由)[^。；，]{0,10}代偿|债务加入|加入[^。；，]{0,8}债务|安慰函|承担[^。；，]{0,6}(?:还款|偿还|偿付)(?:责任|义务)|(?:纳入|列入|安排)[^。；，]{0,10}(?:预算|财政支出|中期财政规划)[^。；，]{0,10}(?:偿还|还款|偿付|归还|清偿)|(?:回购|收购|受让)[^。；，]{0,12}(?:股权|股份|本金|投资份额|出资)|(?:保证|承诺|确保)[^。；]{0,24}(?:最低|固定|保底)[^。；，]{0,6}(?:收益|回报)|(?:保证|承诺|确保)[^。；]{0,16}本金[^。；，]{0,6}(?:不受损失|安全|不亏损|保本|足额)',
    ),
    also: [
      pattern('政府|街道|管委会|财政|甲方|区级|管理委员会|[局委办]'),
      pattern('还款|债务|融资|借款|贷款|本金|本息|投资[人方]|社会资本|债权|项目公司|收益|股权'),
    ],
    unless: pattern(
      '不(?:提供|承担|得|予|为|对)|禁止|救助|社会保险|保险|退换|质量|业主|困难群众|低保|与(?:政府|财政|机关)[^。；，]{0,8}无关',
    ),
    negatable: true,
    message: ({ match, sentence }) => `对他人债务承诺${quoted(match.text)}：${quoted(sentence, 60)}`,
  }),
  examples: {
    hits: [
      { text: '区政府承诺对项目公司还款不足部分予以差额补足。', quote: '不足部分予以差额补足', says: '差额补足' },
      { text: '第六条 管委会为平台公司融资提供流动性支持。', quote: '流动性支持' },
      { text: '管委会承诺投资方本金不受损失，每年收益不足的部分由财政补足。', says: '承诺' },
      { text: '街道办对合作社贷款本息代为偿还。', quote: '代为偿还' },
    ],
    nearMisses: [
      { text: '区政府承诺依法提供政策咨询和协调服务。' },
      { text: '甲方不对乙方债务承担差额补足义务。' },
      { text: '民政部门对困难群众实施兜底救助，财政按规定保障资金，债务不在其列。' },
    ],
  },
};

export const publicGuarantees: readonly Rule[] = [organGuarantee, villageGuarantee, disguised];

/** Roles and who owes what: parties nobody introduced, payment that runs the wrong way. */
import { mentions, phrase, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const further = '丙方|丁方|戊方|担保人|保证人|担保方|保证方|共同借款人|共同还款人|共同承租人|连带责任人';
const duty =
  '(?:应|须|需|必须|负责|承担|有权|不得|无权|同意|自愿|愿意|负有|享有|保证|按|于|向|对|在|提供|支付|协助|配合|履行|收到|参与|委派)';
const casual = pattern(
  '如有|若有|如(?:设|涉及)|必要时|(?:提供|更换|增加|另行?|寻找|落实|要求|指定)[^。；，]{0,10}(?:担保人|保证人|担保方)|监理|见证|招标代理',
);
const twoSided = pattern(
  '甲方|乙方|甲乙|双方|首部|[买卖供需]方|买受人|出卖人|委托[方人]|受托[方人]|转让[方人]|受让[方人]|定作人|承揽人|出租[方人]|承租[方人]|采购人|供应商|发包[方人]|承包[方人]|出借[方人]|借款[方人]',
);

/** Whether the text ever says who a role is: 丙方：…, （以下简称丙方）, 甲乙丙三方, 由…作为担保人. */
function introduced(context: RuleContext, role: string): boolean {
  const letter = /^[丙丁戊]方$/u.test(role) ? role.slice(0, 1) : '';
  const known = context.facts.parties.some((party) => party.role === role || party.aliases.includes(role));
  if (known) return true;
  const ways = [
    `${role}\\s*(?:[（(][^）)\\n]{0,16}[）)]\\s*){0,2}[:：]`,
    `(?:简称|称|为|即|是|作|任)(?:为)?\\s*[“"「]?${role}`,
    `[（(][^）)\\n]{0,12}${role}[^）)\\n]{0,8}[）)]`,
    `${role}\\s*[（(]`,
    `${role}[^。；\\n]{0,24}(?:三方|四方|各方)`,
    `${role}(?:是|系|为|指)(?:指)?[^。；，]{2,30}(?:公司|局|院|校|会|先生|女士|银行|中心)`,
    ...(letter === '' ? [] : [`甲[、，]?乙[^。；，\\n]{0,4}${letter}`, ...(letter === '丙' ? ['三方'] : ['四方'])]),
  ];
  return new RegExp(ways.join('|'), 'u').test(readingOf(context.document).text);
}

const undefinedRole: Rule = {
  id: 'party-role-undefined',
  title: '正文出现首部没有列明的当事人',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '没有列为当事人、也没有签字的人不受合同约束，给它设定的义务落空，给它的权利也难以主张。',
  basis: [{ law: '民法典', article: '470' }],
  advice: '确需其承担义务的，在首部补列名称、住所并在签署栏签章；套用范本留下的，删去相应条款。',
  traps: ['“如有担保人”“乙方应提供担保人”等假设性、事务性提及，没有为第三人设定义务。'],
  check: (context) => {
    if (!mentions(context, twoSided)) return [];
    // Asked once a role: the answer takes a look at the whole text.
    const asked = new Set<string>();
    return phrase({
      find: pattern(`(${further})[^。；，\\n]{0,4}?(?:${duty}|为[^。；，]{0,14}(?:提供|承担))`),
      unless: casual,
      when: ({ match, paragraph }) => {
        const role = match.groups[0]?.text ?? '';
        const before = paragraph.text.slice(Math.max(0, match.from - 4), match.from);
        if (/反$|非$|为$|由$|向$|作$|和第三/u.test(before) || asked.has(role)) return false;
        asked.add(role);
        return !introduced(context, role);
      },
      message: ({ match }) => `正文写有${quoted(match.groups[0]?.text ?? '')}的权利义务，首部没有列明这一当事人。`,
    })(context);
  },
  examples: {
    hits: [
      { text: '首部仅甲乙双方；第六条丙方应提供验收报告。', quote: '丙方应', says: '“丙方”' },
      {
        text: '甲方：青麓区文化馆\n乙方：云川松石文化有限公司\n第三条 丁方负责舞台搭建，甲方支付费用。',
        says: '“丁方”',
      },
      {
        text: '出借人：林知远\n借款人：何望\n第五条 保证人对借款本息承担连带责任。',
        quote: '保证人对',
      },
    ],
    nearMisses: [
      { text: '首部列甲乙丙三方。' },
      { text: '甲方：青麓区文化馆\n乙方：云川松石文化有限公司\n丙方：云州市临河区剧场\n第三条 丙方负责场地。' },
      { text: '甲方与乙方约定：如有担保人，担保人应承担连带责任。' },
      { text: '乙方应提供担保人，甲方审核后放款。' },
      { text: '甲方、乙方与云川松石物业有限公司（以下简称丙方）约定，丙方负责移交。' },
    ],
  },
};

const payers =
  '采购人|采购方|采购单位|需方|买方|买受人|购货方|发包人|发包方|建设单位|委托人|委托方|委托单位|承租人|承租方|定作人|定作方|受让人|受让方|招标人';
const earners =
  '供应商|供货方|供货人|供方|卖方|出卖人|销货方|承包人|承包方|受托人|受托方|受托单位|出租人|出租方|承揽人|承揽方|转让人|转让方|中标人|服务方|施工单位';
const priceWord =
  '(?:合同价款|合同款|合同金额|合同总价|货款|价款|采购款|设备款|服务费|物业费|工程款|工程价款|进度款|租金|报酬|咨询费|设计费|监理费|加工费|维修费|运费|首付款|尾款|余款|预付款|全部款项|款项)';
const anyParty = new RegExp(`甲方|乙方|${payers}|${earners}`, 'gu');
const pays = pattern(
  `(?:向|给)\\s*(甲方|乙方|${payers}|${earners})[^。；，]{0,20}?(?:支付|给付|付清|缴纳|交纳|缴付|结清|拨付|付讫|结算|付)[^。；，退返]{0,18}?${priceWord}`,
);
/** 由乙方支付给甲方, 将货款汇至甲方账户: the price stands before, in its clause or the one before it. */
const paysOver = pattern(
  `(?:支付|给付|付|缴纳|交纳|汇|转账?|划转?|拨付|结算)(?:给|至|到|入|予|与)?\\s*(甲方|乙方|${payers}|${earners})(?:账户|帐户|指定|银行|名下|[。，；,;]|$)`,
);
const priced = pattern(priceWord);
const back =
  /退|返还|违约金|赔偿|保证金|押金|差价|罚|多付|预收|代收|代缴|代付|垫付|转付|水电|追回|多领|抵扣|未履行部分/u;

/** Which side pays, by the words beside 甲方 and 乙方: null where they do not say. */
function roleSide(context: RuleContext, word: string): 'payer' | 'earner' | null {
  if (new RegExp(`^(?:${payers})$`, 'u').test(word)) return 'payer';
  if (new RegExp(`^(?:${earners})$`, 'u').test(word)) return 'earner';
  const party = context.facts.parties.find(({ role }) => role === word);
  const aliases = party?.aliases ?? [];
  if (aliases.some((alias) => new RegExp(payers, 'u').test(alias))) return 'payer';
  if (aliases.some((alias) => new RegExp(earners, 'u').test(alias))) return 'earner';
  const other = word === '甲方' ? '乙方' : '甲方';
  const { text } = readingOf(context.document);
  const beside = new RegExp(
    `${word}\\s*(?:[:：][^；。，\\n（(]{2,30})?[（(]\\s*(?:(${payers})|(${earners}))`,
    'u',
  ).exec(text);
  if (beside) return beside[1] === undefined ? 'earner' : 'payer';
  const buys = (one: string, from: string): boolean =>
    new RegExp(
      `(?<![向从由给])${one}(?:因[^。；，]{0,12}需要?[，,]?)?(?:拟|需要?|现|决定|同意)?(?:向${from})?(?:采购|购买|订购|购置|租用|承租|租赁|聘请|委托${from}|发包|将[^。；，]{2,24}(?:委托|发包|承包)给${from})|${from}(?:向|为)${one}(?:供应|出售|销售|出租|提供[^。；，]{0,16}服务)|${from}(?:受${one}委托|承接|出租)`,
      'u',
    ).test(text);
  const asPayer = buys(word, other);
  const asEarner = buys(other, word);
  return asPayer === asEarner ? null : asPayer ? 'payer' : 'earner';
}

const swapped: Rule = {
  id: 'party-obligation-swap',
  title: '付款方向疑似写反',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '应当收款的一方被写成付款人，照字面履行则义务颠倒，付款、催款和违约责任都失去依据。',
  basis: [{ law: '民法典', article: '509' }],
  advice: '对照首部的角色，把付款人和收款人改正，并一并检查开票、违约责任条款的主语。',
  traps: ['退还预付款、支付违约金、缴纳保证金，本来就是收款一方向付款一方支付。'],
  check: (context) =>
    [
      ...places(context, pays),
      ...places(context, paysOver).filter(({ sentence, sentenceFrom, match }) =>
        priced.test(sentence.slice(0, match.from - sentenceFrom)),
      ),
    ].flatMap(({ paragraph, match, sentence, sentenceFrom }): Hit[] => {
      const target = match.groups[0]?.text ?? '';
      const before = sentence.slice(0, match.from - sentenceFrom);
      const subject = [...before.matchAll(anyParty)].at(-1);
      if (!subject || subject[0] === target || back.test(owed(sentence, subject.index, match.to - sentenceFrom)))
        return [];
      if (
        /收到(?!货|产品|设备|物资|服务|成果|[^，。；款]{0,8}并验收)|收取|要求|催告|同意$|向$/u.test(
          before.slice(subject.index + subject[0].length),
        )
      )
        return [];
      if (roleSide(context, subject[0]) !== 'earner' || roleSide(context, target) !== 'payer') return [];
      const at = { block: paragraph.id, from: sentenceFrom + subject.index, to: match.to };
      return [{ at, message: `${subject[0]}是收款的一方，条款却写${quoted(paragraph.text.slice(at.from, at.to))}。` }];
    }),
  examples: {
    hits: [
      {
        text: '甲方采购设备……乙方应于30日内向甲方支付货款。',
        quote: '乙方应于30日内向甲方支付货款',
        says: '收款的一方',
      },
      {
        text: '采购人（甲方）：青麓区档案局\n供应商（乙方）：云川松石信息有限公司\n第六条 验收合格后，乙方向甲方一次性支付合同价款。',
        quote: '乙方向甲方一次性支付合同价款',
      },
      { text: '甲方向乙方采购课桌一批。乙方交货后，应于十日内将货款汇至甲方账户。', says: '收款的一方' },
      {
        text: '委托方（甲方）：青麓区文化馆\n受托方（乙方）：云川松石公司\n服务费按季由乙方支付给甲方，凭发票结算。',
        says: '收款的一方',
      },
      { text: '第四条 出租人应于每季度首月向承租人支付租金。', quote: '出租人应于每季度首月向承租人支付租金' },
    ],
    nearMisses: [
      { text: '甲方采购设备……甲方应于30日内向乙方支付货款。' },
      { text: '甲方采购设备，乙方逾期交货的，应向甲方支付货款5%的违约金。' },
      { text: '甲方（出租人）：何望\n乙方（承租人）：青麓区档案局\n乙方应按季向甲方支付租金。' },
      { text: '甲方委托乙方养护绿地，合同解除的，乙方应向甲方退还未履行部分的服务费。' },
    ],
  },
};

/** From the subject to the end of its clause: what is owed may be named after the price it is a share of. */
function owed(sentence: string, from: number, to: number): string {
  const rest = /^[^，。；]{0,16}/u.exec(sentence.slice(to))?.[0] ?? '';
  return sentence.slice(from, to) + rest;
}

export const roleRules: readonly Rule[] = [undefinedRole, swapped];

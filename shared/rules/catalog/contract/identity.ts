/** Who the parties are: address and registration, numbers with a check digit, branches. */
import { birthOf, creditCodeFault, idNumberFault } from '../../../facts/id-numbers.ts';
import type { CreditCodeFault, IdNumberFault } from '../../../facts/id-numbers.ts';
import type { Paragraph } from '../../../document/model.ts';
import type { Party } from '../../../facts/facts.ts';
import { comparableName } from '../../../facts/party-names.ts';
import { fold } from '../../../facts/source.ts';
import { affirms } from '../../affirm.ts';
import { bodyParagraphs } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Basis, Hit, Rule, RuleContext } from '../../rule.ts';

const contractContents: Basis = { law: '民法典', article: '470' };

const address = /住\s*所|地\s*址|住\s*址|注册地|所在地|办公地|住\s*地|坐落|户籍/u;
const registration = /信用代码|代码|法定代表|法人代表|负\s*责\s*人|身份证|公民身份|注册号|证件号|登记号|执照/u;
const addresses = new RegExp(address.source, 'gu');
const registrations = new RegExp(registration.source, 'gu');

/** What is told of a party from its name to the next party's, within some lines. */
function toldOf(context: RuleContext, party: Party): string {
  const { indexOf } = readingOf(context.document);
  const paragraphs = bodyParagraphs(context);
  const start = indexOf.get(party.at.block) ?? 0;
  const others = context.facts.parties.filter((other) => other !== party).map((other) => other.at);
  const lines: string[] = [];
  for (let index = start; index < Math.min(paragraphs.length, start + 9); index += 1) {
    const paragraph = paragraphs[index];
    if (!paragraph) break;
    const next = others.filter((at) => at.block === paragraph.id && (index > start || at.from > party.at.to));
    const end = next.length > 0 ? Math.min(...next.map((at) => at.from)) : paragraph.text.length;
    lines.push(paragraph.text.slice(index === start ? party.at.from : 0, end));
    if (next.length > 0 || (index > start && /^\s*(?:第[一1]条|[一1][、.．])/u.test(paragraph.text))) break;
  }
  return lines.join('\n');
}

function infoHits(context: RuleContext): Hit[] {
  const named = context.facts.parties.filter(
    (party) => party.name !== '' && /方|人|单位|商/u.test(party.role) && !party.role.startsWith('监理'),
  );
  if (named.length === 0) return [];
  const text = readingOf(context.document).text;
  // Two columns, or a signature block, give each party's address in its own place.
  const scattered = (text.match(addresses)?.length ?? 0) >= Math.max(2, named.length);
  const told = named.map((party) => [party, toldOf(context, party)] as const);
  const homeless = told.filter(([, words]) => !scattered && !address.test(words)).map(([party]) => party);
  const [first, ...others] = homeless;
  if (first) {
    const who = homeless.map((party) => `${party.role}“${party.name}”`).join('、');
    return [{ at: first.at, related: others.map((party) => party.at), message: `没有写明${who}的住所。` }];
  }
  if (scattered && (text.match(registrations)?.length ?? 0) >= named.length) return [];
  const unregistered = told
    .filter(([party, words]) => party.nature !== 'government' && !registration.test(words))
    .map(([party]) => party);
  const [bare] = unregistered;
  if (!bare) return [];
  const what = bare.nature === 'person' ? '身份证件号码' : '统一社会信用代码和法定代表人';
  return [{ at: bare.at, severity: 'notice', message: `${bare.role}“${bare.name}”没有写明${what}。` }];
}

const infoMissing: Rule = {
  id: 'party-info-missing',
  title: '当事人信息不完整',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '当事人的名称和住所是合同的一般内容；住所不明，通知送达、确定管辖都会遇到困难。',
  basis: [contractContents],
  advice: '在首部补写各方住所；单位补写统一社会信用代码和法定代表人，自然人补写身份证号码。',
  traps: ['住所写在签署栏、送达条款或者附表的，信息已经完整。'],
  check: infoHits,
  examples: {
    hits: [
      { text: '乙方：甲乙公司。', quote: '甲乙公司', says: '住所' },
      {
        text: '采购人（甲方）：青麓区档案局\n供应商（乙方）：云川松石信息有限公司\n第一条 服务内容为档案数字化。',
        says: '甲方“青麓区档案局”、乙方“云川松石信息有限公司”的住所',
      },
      {
        text: '出租人：何望，住址：云州市临河区滨河路8号\n承租人：林知远，住址：云州市青麓区南街2号',
        says: '身份证件号码',
      },
    ],
    nearMisses: [
      { text: '乙方：甲乙公司，住所某区某路1号，代码91…。' },
      {
        text: '甲方：青麓区档案局\n乙方：云川松石信息有限公司\n第一条 标的\n甲方（盖章）　　乙方（盖章）\n地址：滨河路1号　　地址：南街2号\n负责人：何望　　法定代表人：林知远',
      },
      {
        text: '| 甲方 | 青麓区档案局 | 地址 | 滨河路1号 | 负责人 | 何望 |\n| 乙方 | 云川松石信息有限公司 | 地址 | 南街2号 | 法定代表人 | 林知远 |',
      },
      { text: '甲方：＿＿＿＿\n乙方：＿＿＿＿' },
    ],
  },
};

type Written = Readonly<{ block: string; from: number; to: number; number: string }>;

/** Numbers written after a label, in the same paragraph or in the cell that follows it. */
function labelled(context: RuleContext, label: RegExp): Written[] {
  const paragraphs = bodyParagraphs(context);
  return paragraphs.flatMap((paragraph, index): Written[] => {
    const text = fold(paragraph.text);
    return [...text.matchAll(label)].flatMap((match): Written[] => {
      const end = match.index + match[0].length;
      const own = numberAt(paragraph.id, text, end);
      if (own) return [own];
      const below = text.slice(end).trim() === '' ? numbersBelow(context, paragraph) : [];
      if (below.length > 0) return below;
      const next = paragraphs[index + 1];
      const sameRow =
        next?.region.kind === 'cell' && paragraph.region.kind === 'cell' && next.region.row === paragraph.region.row;
      if (!next || !sameRow || text.slice(end).trim().length > 1) return [];
      const found = numberAt(next.id, fold(next.text), 0);
      return found ? [found] : [];
    });
  });
}

/** Numbers in the column that a cell heads. */
function numbersBelow(context: RuleContext, { region, text: head }: Paragraph): Written[] {
  if (region.kind !== 'cell') return [];
  const { leadOf } = readingOf(context.document);
  return bodyParagraphs(context).flatMap((paragraph): Written[] => {
    const at = paragraph.region;
    if (at.kind !== 'cell' || at.table !== region.table || at.column !== region.column || at.row <= region.row)
      return [];
    if (!leadOf(paragraph.id).startsWith(head.trim())) return [];
    const found = numberAt(paragraph.id, fold(paragraph.text), 0);
    return found ? [found] : [];
  });
}

/** A run of digits and letters, spaces between them allowed; masked and blank ones are none. */
function numberAt(block: string, text: string, offset: number): Written | null {
  const lead = /^[\s:：为是“")]*/u.exec(text.slice(offset))?.[0].length ?? 0;
  const from = offset + lead;
  const run = /^[\dA-Za-z*×＊]+(?: [\dA-Za-z*×＊]+){0,8}/u.exec(text.slice(from, from + 40))?.[0] ?? '';
  const number = run.replaceAll(' ', '');
  if (number.length < 8 || /[*×＊…]|[xX]{2}/u.test(number) || /^[…*×＊_]/u.test(text.slice(from + run.length)))
    return null;
  return { block, from, to: from + run.length, number };
}

const creditLabel = /(?:统一)?社会?信用代码(?:证)?(?:号码?)?(?:[(（][^)）]{0,8}[)）])?/gu;

function creditMessage(code: string, fault: CreditCodeFault): string {
  switch (fault.kind) {
    case 'length':
      return `统一社会信用代码“${code}”有 ${fault.length} 位，应为 18 位。`;
    case 'letters':
      return `统一社会信用代码“${code}”含有不使用的字符 ${fault.letters}。`;
    case 'check':
      return `统一社会信用代码“${code}”校验不符，末位按前17位计算应为 ${fault.expected}。`;
  }
}

/** The first digit that codes of a kind of body begin with. */
const firstDigit: Readonly<Partial<Record<Party['nature'], RegExp>>> = {
  company: /^[39]/u,
  government: /^1/u,
  institution: /^[15]/u,
};

const creditCode: Rule = {
  id: 'party-uscc-checksum',
  title: '统一社会信用代码有误',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '统一社会信用代码有固定的位数、字符和校验位，算不通的必有笔误，可能指向别的单位或者根本不存在的单位。',
  basis: [
    contractContents,
    { law: 'GB 32100—2015 法人和其他组织统一社会信用代码编码规则', article: null, note: '18位，末位为加权模31校验码' },
  ],
  advice: '对照营业执照或者登记证书改正，并在企业信用信息公示系统核对主体名称。',
  traps: ['注册号（15位）、组织机构代码（9位）和打了星号的代码不作校验。'],
  check: (context) =>
    labelled(context, creditLabel).flatMap(({ number, ...at }): Hit[] => {
      const fault = creditCodeFault(number);
      if (fault) return [{ at, message: creditMessage(number, fault) }];
      const { indexOf } = readingOf(context.document);
      const near = (indexOf.get(at.block) ?? 0) - 3;
      const owner = context.facts.parties.findLast((party) => {
        const index = indexOf.get(party.at.block) ?? -1;
        return (
          index >= near &&
          (index < (indexOf.get(at.block) ?? 0) || (party.at.block === at.block && party.at.to <= at.from))
        );
      });
      const expected = owner ? firstDigit[owner.nature] : undefined;
      if (!owner || !expected || expected.test(number)) return [];
      return [
        {
          at,
          severity: 'notice',
          message: `${owner.role}“${owner.name}”的代码首位为 ${number.slice(0, 1)}，与其单位性质不符。`,
        },
      ];
    }),
  examples: {
    hits: [
      { text: '统一社会信用代码：91310000MA1K000000', quote: '91310000MA1K000000', says: '校验不符' },
      { text: '乙方：云川松石信息有限公司（统一社会信用代码 91000000MA1K0000）', says: '有 16 位' },
      { text: '| 名称 | 统一社会信用代码 |\n| 云川松石公司 | 91310000MA1K000000 |', quote: '91310000MA1K000000' },
      { text: '| 统一社会信用代码 | 91000000MAIK00007K |', quote: '91000000MAIK00007K', says: '不使用的字符 I' },
    ],
    nearMisses: [
      { text: '统一社会信用代码：91000000MA1K00007K' },
      { text: '统一社会信用代码：91000000********7K' },
      { text: '统一社会信用代码：＿＿＿＿＿＿＿＿' },
      { text: '注册号：310000000012345' },
    ],
  },
};

const idLabel =
  /(?:公民身份号码|公民身份证号码?|(?:居民)?身份证(?:件)?(?:号码|号|编号)?|身份号码)(?:[(（][^)）]{0,8}[)）])?/gu;

function idMessage(number: string, fault: IdNumberFault): string {
  switch (fault.kind) {
    case 'length':
      return `身份证号码“${number}”有 ${fault.length} 位，应为 18 位。`;
    case 'form':
      return `身份证号码“${number}”含有不应有的字符。`;
    case 'birth':
      return `身份证号码“${number}”所含出生日期 ${fault.birth} 不存在。`;
    case 'check':
      return `身份证号码“${number}”校验不符，末位按前17位计算应为 ${fault.expected}。`;
  }
}

const idNumber: Rule = {
  id: 'party-idcard-checksum',
  title: '身份证号码有误',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '身份证号码写错，签约人与登记的人对不上，起诉、扣款、办理登记都要先更正。',
  basis: [contractContents, { law: 'GB 11643—1999 公民身份号码', article: null, note: '18位，含出生日期和模11校验码' }],
  advice: '对照身份证原件改正，并把复印件列为附件。',
  traps: ['护照、通行证等其他证件，15位旧号码和打了星号的号码不作校验。'],
  check: (context) =>
    labelled(context, idLabel).flatMap(({ number, ...at }): Hit[] => {
      if (/^\d{15}$/u.test(number)) return [];
      const fault = idNumberFault(number);
      if (fault) return [{ at, message: idMessage(number, fault) }];
      const birth = birthOf(number);
      return birth > context.input.asOf
        ? [{ at, message: `身份证号码“${number}”所含出生日期 ${birth} 尚未到来。` }]
        : [];
    }),
  examples: {
    hits: [
      { text: '身份证号 110101199002301234', quote: '110101199002301234', says: '1990-02-30 不存在' },
      { text: '出租人：何望，公民身份号码：110105194912310021', says: '末位按前17位计算应为 X' },
      { text: '| 身份证号码 | 1101051949123100 |', says: '有 16 位' },
    ],
    nearMisses: [
      { text: '身份证号 11010519491231002X' },
      { text: '身份证号码：110105********002X' },
      { text: '身份证号：110105491231002' },
      { text: '附件：乙方身份证复印件一份，联系电话13800000000' },
    ],
  },
};

const branchEnd = /(?:分公司|支公司|分行|支行|分所|分店|营业部|营业所|办事处|分支机构|分中心)$/u;
/** Sub-districts' offices are organs; banks, insurers and carriers contract through licensed branches. */
const licensed = /银行|保险|人寿|财险|财产|证券|电信|移动|联通|铁塔|供电|电力|电网|邮政|石油|石化|烟草|自来水|燃气/u;
const subDistrict = /街道|[镇乡区县市]办事处|人民政府|社区/u;
const credentials = pattern('营业执照|授权');
const gives = /保证人|担保人|抵押人|出质人/u;
const securing = pattern(
  '(?:分公司|分行|支行|分所|营业部|办事处|乙方|丙方)[^。；]{0,30}(?:提供[^。；，]{0,10}(?:担保|保证)|承担[^。；，]{0,10}(?:保证|担保|连带)[^。；，]{0,4}责任)',
);

const branch: Rule = {
  id: 'party-branch',
  title: '分支机构签约',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  why: '分公司没有法人资格，可以用自己的名义签约，责任由公司承担；没有执照或者授权的，签约权限和履行能力都难以核实。',
  basis: [
    { law: '民法典', article: '74' },
    { law: '公司法', article: '13' },
    { law: '最高人民法院关于适用《民法典》有关担保制度的解释', article: '11' },
  ],
  advice: '附分支机构营业执照；金额较大的附公司授权书，或者由公司作为当事人；提供担保的须有公司决议。',
  traps: ['街道办事处是派出机关；银行、保险、通信、电力等持照分支机构在经营范围内签约，不在此列。'],
  check: (context) =>
    context.facts.parties.flatMap((party): Hit[] => {
      const name = comparableName(party.name).replace(/\([^()]{0,20}\)?$/u, '');
      if (!branchEnd.test(name) || subDistrict.test(name) || affirms(context, credentials)) return [];
      const secures = gives.test([party.role, ...party.aliases].join()) || affirms(context, securing);
      if (secures) {
        const message = `${party.role}“${party.name}”是分支机构，又提供担保，材料中未见公司决议或者授权。`;
        return [{ at: party.at, severity: 'high', message }];
      }
      if (licensed.test(name)) return [];
      return [{ at: party.at, message: `${party.role}“${party.name}”是分支机构，材料中未见营业执照或者公司授权。` }];
    }),
  examples: {
    hits: [
      { text: '乙方：某公司上海分公司（无授权）。', says: '分支机构' },
      {
        text: '甲方：青麓区教育局\n乙方：云川松石建设有限公司临河分公司\n第一条 乙方负责校舍维修。',
        quote: '云川松石建设有限公司临河分公司',
      },
      {
        text: '出借人：林知远\n借款人：何望\n保证人：云川柏舟商贸有限公司南街营业部\n第一条 保证人承担连带责任。',
        says: '又提供担保',
      },
    ],
    nearMisses: [
      { text: '乙方：某公司上海分公司，附总公司授权书。' },
      { text: '甲方：云州市青麓街道办事处\n乙方：云川松石物业服务有限公司' },
      { text: '甲方：青麓区财政局\n乙方：云川农商银行滨河支行\n第一条 乙方代理收付。' },
      { text: '乙方：云川松石建设有限公司临河分公司\n附件：营业执照副本复印件' },
    ],
  },
};

export const identityRules: readonly Rule[] = [infoMissing, creditCode, idNumber, branch];

/** The parties: one name throughout, able to sign, not represented by the same person. */
import type { Party } from '../../../facts/facts.ts';
import { comparableName } from '../../../facts/party-names.ts';
import type { Span } from '../../../document/model.ts';
import { textOf } from '../../around.ts';
import { bodyParagraphs, mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

/** How two names of one party differ; null when they are the same or one is a declared short form. */
function difference(name: string, other: string): 'slip' | 'branch' | 'short' | 'other' | null {
  const a = comparableName(name);
  const b = comparableName(other);
  if (a === b) return null;
  if (/分公司|分行|支行|分所/u.test(a) !== /分公司|分行|支行|分所/u.test(b) && (a.startsWith(b) || b.startsWith(a)))
    return 'branch';
  if (a.length === b.length && a.length >= 4) {
    const differing = [...a].filter((char, at) => char !== b[at]).length;
    if (differing <= 2) return 'slip';
  }
  if (a.endsWith(b) || b.endsWith(a)) return 'short';
  return 'other';
}

function formOf(name: string): string {
  return /股份有限公司|有限责任公司|有限公司|合伙|集团/u.exec(comparableName(name))?.[0] ?? '';
}

/** 股份 against 责任, and the like: the legal form itself differs. */
function sameForm(name: string, other: string): boolean {
  return formOf(name) === formOf(other);
}

const nameInconsistent: Rule = {
  id: 'party-name-inconsistent',
  title: '当事人名称前后不一致',
  severity: 'high',
  nature: 'drafting',
  kinds: ['contract'],
  why: '首部与落款、附件的名称不同，可能签错主体，权利义务由谁承担会有争议。',
  basis: [{ law: '民法典', article: '470' }],
  advice: '以登记证照上的名称为准统一全文；两者确为不同单位的，查明由谁签约并相应改写。',
  check: (context) => {
    const shortForms = new Set(context.facts.terms.map((term) => comparableName(term.term)));
    return context.facts.parties.flatMap((party) => {
      if (party.name === '') return [];
      const seen = new Set<string>();
      return party.mentions.flatMap((mention): Hit[] => {
        const key = comparableName(mention.name);
        if (seen.has(key) || shortForms.has(key)) return [];
        if (party.nature !== 'person' && (comparableName(party.name).length < 4 || key.length < 4)) return [];
        if (/^[（(]?(?:盖章|签字|签章|公章)/u.test(mention.name) || mention.name.length < 2) return [];
        seen.add(key);
        const kind = difference(party.name, mention.name);
        if (kind === null || !comparableNature(party, mention.name)) return [];
        // Another body's account is for pay-account-name; a letter off is a slip in the name.
        if (mention.place === 'account' && kind !== 'slip') return [];
        const severity =
          kind === 'branch' || ((kind === 'slip' || kind === 'short') && sameForm(party.name, mention.name))
            ? 'medium'
            : 'high';
        const note = { slip: '，疑似错别字', branch: '，总公司与分支机构混用', short: '，一处似为简称', other: '' }[
          kind
        ];
        return [
          {
            at: mention.at,
            related: [party.at],
            severity,
            message: `${party.role}此处为“${mention.name}”，首部为“${party.name}”${note}。`,
          },
        ];
      });
    });
  },
  examples: {
    hits: [
      {
        text: '乙方：某某科技有限公司\n第一条 服务内容\n乙方（盖章）：某某科技股份有限公司',
        quote: '某某科技股份有限公司',
        says: '首部为“某某科技有限公司”',
      },
      {
        text: '甲方（采购人）：青麓区文化和旅游局\n乙方（供应商）：云川松石印务有限公司\n第一条 标的\n采购人（公章）：青麓区文化和旅游局　　供应商（公章）：云川松实印务有限公司',
        quote: '云川松实印务有限公司',
        says: '疑似错别字',
      },
      {
        text: '承租方（乙方）：云川柏舟商贸有限公司\n第一条 租赁物\n附件一：移交清单\n乙方：青麓柏舟商贸有限公司',
        quote: '青麓柏舟商贸有限公司',
      },
    ],
    nearMisses: [
      { text: '乙方：某某科技有限公司\n第一条 服务内容\n乙方（盖章）：某某科技有限公司' },
      { text: '乙方：云川松石信息有限公司\n第一条 标的\n乙方账户名称：云川柏舟商贸有限公司' },
      { text: '乙方：云川松石（集团）有限公司\n第一条 标的\n乙方（公章）：云川松石(集团)有限公司（盖章）' },
      { text: '甲方：青麓区档案局\n第一条 标的\n甲方（盖章）：　　　　　　\n法定代表人：' },
      { text: '甲方：青麓区档案局（以下简称“档案局”）\n第一条 标的\n甲方（盖章）：档案局' },
      { text: '甲方：＿＿＿＿＿＿\n第一条 标的\n甲方（盖章）：青麓区档案局' },
    ],
  },
};

/** A person signing for an organisation is no second name of it. */
function comparableNature(party: Party, name: string): boolean {
  return party.nature === 'person' ? true : !/^[\u4e00-\u9fff]{2,3}$/u.test(comparableName(name));
}

const internal =
  /(?:科|科室|股|处室|领导小组|指挥部|项目部|筹备组|筹备处|工作专班|专班|工作组|党建办|综治办|安监办|城管办|拆迁办|征收办|内设办公室|办公室|居民小组|业务部|工程部)$/u;
const standing =
  /(?:办事处|公证处|管理处|派出所|税务所|研究室|事务处|信访办|人民政府办公室|政府办公室|党委办公室|县委办公室|区委办公室|市委办公室|人大常委会办公室|政协办公室|代表处|联络处|咨询科|车管科)$/u;

const internalOrgan: Rule = {
  id: 'party-internal-organ',
  title: '内设或临时机构作签约主体',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '科室、指挥部、领导小组、项目部等一般没有法人资格，以其名义签约效力和责任归属都不确定。',
  basis: [
    { law: '民法典', article: '97' },
    { law: '民法典', article: '171' },
  ],
  advice: '核对机构登记；没有法人资格的，改由设立它的机关或者法人作为当事人签订并盖章。',
  check: (context) =>
    context.facts.parties.flatMap((party): Hit[] => {
      const name = comparableName(party.name).replace(/[（(][^（()）]*[)）]$/u, '');
      if (!internal.test(name) || standing.test(name) || party.nature === 'person' || name.length < 4) return [];
      if (registeredNear(context, party)) return [];
      const signs = party.mentions.filter((mention) => mention.place === 'signature');
      if (signs.some((mention) => !internal.test(comparableName(mention.name)))) return [];
      const under = /公司/u.test(name);
      return [
        {
          at: party.at,
          message: `${party.role}“${party.name}”似为内设或临时机构，一般不能以自己名义签约。`,
          ...(under ? { severity: 'medium' as const } : {}),
        },
      ];
    }),
  examples: {
    hits: [
      { text: '甲方：某街道城市更新指挥部。', quote: '某街道城市更新指挥部', says: '内设或临时机构' },
      {
        text: '采购人（甲方）：青麓区农业农村局办公室\n供应商（乙方）：云川松石商贸有限公司',
        quote: '青麓区农业农村局办公室',
      },
      {
        text: '发包方：青麓区水库除险加固工程建设领导小组（以下简称甲方）\n承包方：云川松石建设有限公司',
        quote: '青麓区水库除险加固工程建设领导小组',
      },
      { text: '甲方：青麓区财政局\n乙方：云川松石建设有限公司滨河路项目部', quote: '云川松石建设有限公司滨河路项目部' },
    ],
    nearMisses: [
      { text: '甲方：某街道办事处。' },
      { text: '甲方：青麓区人民政府办公室\n乙方：云川松石物业服务有限公司' },
      { text: '甲方：青麓区公证处\n乙方：青麓市政管理处' },
      { text: '甲方：青麓区创建工作指挥部\n统一社会信用代码：11310000MB1A00000X\n乙方：云川松石文化有限公司' },
      { text: '第三条 乙方应向甲方办公室提交月报，并接受指挥部检查。' },
    ],
  },
};

/** A public body's own credit code (first digit 1) within three lines of the name. */
function registeredNear(context: RuleContext, party: Party): boolean {
  const { indexOf } = readingOf(context.document);
  const at = indexOf.get(party.at.block);
  if (at === undefined) return false;
  return bodyParagraphs(context)
    .slice(at, at + 4)
    .some((paragraph) => /统一社会信用代码[^\dA-Z]{0,8}1[\dA-Z]{17}/u.test(paragraph.text.normalize('NFKC')));
}

/** Two people of one name: different identity numbers stand after the name, or the text says so. */
function sameName(context: RuleContext, name: string, ...places: readonly Span[]): boolean {
  if (mentions(context, sameNameSaid)) return true;
  const numbers = places.map(
    ({ block, to }) => /\d{4}[\dXx*＊×]{11,14}/u.exec(textOf(context, block).slice(to, to + 40))?.[0],
  );
  return name !== '' && numbers.every((number) => number !== undefined) && new Set(numbers).size === numbers.length;
}
const sameNameSaid = pattern('同名(?:不同人|同姓|同字)|重名|同名者|非同一人|不是同一人|系同名');

/** People whom the text gives to a party, and earlier to the other. */
function samePerson(context: RuleContext): Hit[] {
  const [first, ...others] = context.facts.parties;
  if (!first) return [];
  return others.flatMap((party, index): Hit[] =>
    party.people.flatMap((person): Hit[] => {
      const earlier = [first, ...others.slice(0, index)];
      const match = earlier
        .flatMap((one) => one.people.map((other) => ({ one, other })))
        .find(({ other }) => other.name === person.name && !/^(?:某|签字|签名|盖章|姓名)/u.test(other.name));
      if (!match || sameName(context, person.name, match.other.at, person.at)) return [];
      const kin =
        match.one.nature === 'company' &&
        party.nature === 'company' &&
        [person.title, match.other.title].every((title) => title.startsWith('法'));
      return [
        {
          at: person.at,
          related: [match.other.at],
          message: `${party.role}的${person.title}与${match.one.role}的${match.other.title}同为“${person.name}”。`,
          ...(kin ? { severity: 'notice' as const } : {}),
        },
      ];
    }),
  );
}

const sideWord =
  '(?:甲方|乙方|采购人|供应商|发包[人方]|承包[人方]|出租[人方]|承租[人方]|委托[人方]|受托[人方]|买方|卖方|供方|需方)';
const sideCell = new RegExp(`^\\s*${sideWord}`, 'u');
const personCell = /法定代表人|法人代表|负责人|代理人|授权代表|签约代表|经办人|^\s*代表/u;

/** A table with a column for each side: the same name stands in both. */
function sameColumns(context: RuleContext): Hit[] {
  const cells = bodyParagraphs(context).flatMap(({ id, text, region }) =>
    region.kind === 'cell' ? [{ id, text: text.trim(), ...region }] : [],
  );
  return cells.flatMap((one): Hit[] => {
    if (!/^[\u4e00-\u9fff·]{2,4}$/u.test(one.text) || personCell.test(one.text)) return [];
    const inTable = cells.filter(({ table }) => table === one.table);
    const side = (column: number): string =>
      inTable.find((cell) => cell.column === column && cell.row < one.row && sideCell.test(cell.text))?.text ?? '';
    const label = inTable.find((cell) => cell.row === one.row && personCell.test(cell.text))?.text ?? '';
    const other = inTable.find(
      (cell) => cell.row === one.row && cell.column < one.column && cell.text === one.text && cell.id !== one.id,
    );
    if (!other || label === '' || side(one.column) === '' || side(other.column) === '') return [];
    const at = { block: one.id, from: 0, to: one.text.length };
    if (side(one.column) === side(other.column) || sameName(context, one.text, at)) return [];
    return [
      {
        at,
        related: [{ block: other.id, from: 0, to: other.text.length }],
        message: `${side(one.column)}与${side(other.column)}的${label}同为“${one.text}”。`,
      },
    ];
  });
}

const bothSides = `(?:双方|甲乙双方|甲、乙双方|${sideWord}(?:[、和与及]|以及|同时[^。；，]{0,4})${sideWord})`;
/** 由某某代表双方签字: said outright. */
const forBoth = phrase({
  find: pattern(
    `(?:同时|一并|分别|一人)?(?:代表|代理|受托于)${bothSides}[^。；，]{0,10}(?:签|订)|同一(?:代理人|代表|人)[^。；，]{0,6}(?:代理|代表)${bothSides}`,
  ),
  unless: pattern(
    '不得|禁止|不能|无权|各自的?|授权代表双方|双方(?:的)?(?:法定代表人|负责人|代表)(?:分别)?代表|(?:经|取得|征得)双方[^。；，]{0,8}同意|追认',
  ),
  message: ({ match }) => `写明由同一人${quoted(match.text)}。`,
});

const sameAgent: Rule = {
  id: 'party-same-agent',
  title: '同一人代表双方签约',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '代理人同时代理双方实施法律行为，未经被代理的双方同意或者追认，不能约束双方，也有利益冲突。',
  basis: [{ law: '民法典', article: '168' }],
  advice: '更换一方的签约代表，或取得双方的书面同意；核对身份证号以排除同名，并核查双方是否存在关联关系。',
  check: (context) => {
    const found = [...samePerson(context), ...sameColumns(context)];
    return found.length > 0 ? found : forBoth(context);
  },
  examples: {
    hits: [
      {
        text: '甲方：青麓区档案局\n乙方：云川松石信息有限公司\n甲方委托代理人：王五；乙方委托代理人：王五。',
        says: '同为“王五”',
      },
      {
        text: '甲方（盖章）：青麓区新桥村村民委员会　　乙方（盖章）：云川柏舟农业有限公司\n负责人：何望　　　　　　　　　　　　　　法定代表人：何望',
        says: '乙方的法定代表人与甲方的负责人同为“何望”',
      },
      {
        text: '出租人：云川宏图置业有限公司\n经办人：林知远\n承租人：云川松石商贸有限公司\n经办人：林知远',
        says: '承租人的经办人',
      },
      { text: '| 项目 | 甲方 | 乙方 |\n| 名称 | 青麓商贸公司 | 云川物业公司 |\n| 负责人 | 何望 | 何望 |' },
      { text: '双方确认：本合同由林知远代表双方签字。' },
    ],
    nearMisses: [
      { text: '甲方：青麓区档案局\n乙方：云川松石信息有限公司\n甲方委托代理人：王五；乙方法定代表人：赵六。' },
      { text: '乙方：云川松石信息有限公司\n法定代表人：何望\n委托代理人：何望' },
      { text: '甲方（盖章）：　　　　乙方（盖章）：\n法定代表人：　　　　　法定代表人：' },
      { text: '本合同由授权代表双方签字后生效。' },
    ],
  },
};

export const partyRules: readonly Rule[] = [nameInconsistent, internalOrgan, sameAgent];

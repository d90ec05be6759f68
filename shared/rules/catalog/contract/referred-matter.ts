/** References that lead somewhere, but to another matter than they say; annexes nobody refers to. */
import type { Paragraph } from '../../../document/model.ts';
import { writeHan } from '../../../document/numerals.ts';
import type { Reference } from '../../../facts/facts.ts';
import { readCount } from '../../../facts/number.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { bodyParagraphs, lineOf, quoted } from '../../builders.ts';
import { withoutDenials } from '../../denials.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

/** What a clause may be about: its name, the words of a heading, the words of its text. */
type Matter = Readonly<{ name: string; said: RegExp; text: RegExp }>;

const matters: readonly Matter[] = [
  { name: '付款', said: /付款|支付|价款|结算|费用|报酬|租金/u, text: /付款|支付|价款|结算|费用|报酬|租金|付清|元/u },
  { name: '违约责任', said: /违约|赔偿责任|罚则/u, text: /违约|赔偿|责任/u },
  { name: '验收', said: /验收|检验/u, text: /验收|检验|合格|验货|考核/u },
  { name: '保密', said: /保密|商业秘密/u, text: /保密|秘密|泄露|披露/u },
  { name: '争议解决', said: /争议|纠纷|管辖/u, text: /争议|纠纷|仲裁|法院/u },
  { name: '质量保证', said: /质保|质量保证|保修|售后/u, text: /质保|质量|保修|售后|维修/u },
  { name: '知识产权', said: /知识产权|著作权/u, text: /知识产权|著作权|专利|版权|成果/u },
  { name: '解除终止', said: /解除|终止/u, text: /解除|终止/u },
  { name: '不可抗力', said: /不可抗力/u, text: /不可抗力/u },
  { name: '交付', said: /交付|交货|供货/u, text: /交付|交货|供货|送达|移交|送货/u },
  { name: '期限', said: /(?:服务|合同|租赁|履行)?期限|工期/u, text: /期|日|年|月/u },
  { name: '通知送达', said: /送达|通知/u, text: /送达|通知|地址/u },
  { name: '服务内容', said: /服务(?:内容|范围|事项)|标的/u, text: /服务|标的|内容|范围/u },
];

const head = /^\s*[【[]?\s*第\s*([一二三四五六七八九十百零〇]+|\d{1,3})\s*条[】\]]?[\s\u3000：:、.]*/u;

type Article = Readonly<{ value: number; paragraph: Paragraph; opening: string; text: string }>;

/** Articles with their opening words (heading or first clause) and whole text. */
function articles(context: RuleContext): Article[] {
  const found: { value: number; paragraph: Paragraph; opening: string; text: string }[] = [];
  for (const paragraph of bodyParagraphs(context)) {
    const line = lineOf(paragraph);
    const match = head.exec(line);
    const value = match?.[1] === undefined ? null : readCount(match[1]);
    if (value !== null && match) {
      const rest = line.slice(match[0].length);
      found.push({ value, paragraph, opening: rest.split(/[，,。；：:\s\u3000]/u)[0]?.slice(0, 16) ?? '', text: rest });
    } else {
      const last = found.at(-1);
      if (last && last.text.length < 4000) {
        last.text += `\n${line}`;
        if (last.opening === '') last.opening = line.split(/[，,。；：:]/u)[0]?.slice(0, 16) ?? '';
      }
    }
  }
  return found;
}

/** What a remark at the reference says of its target: 第五条（保密条款）, 第五条为保密. */
function toldAt(text: string, number: string): string {
  return new RegExp(`${number}(?:约定)?(?:为|是|系|内容为|[（(])([^，。；）)]{2,10})`, 'u').exec(text)?.[1] ?? '';
}

function matterOf(text: string): Matter | null {
  const found = matters.filter(({ said }) => said.test(text));
  // 违约责任及争议解决 is about both; nothing can be said against it.
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The matter a sentence refers for: 付款按第五条执行, 第五条约定的违约责任. */
function wantedAt(context: RuleContext, { at }: Reference): Matter | null {
  const { before, after } = clauseOf(context, at);
  const tail = /^(?:的|所|约定|规定|中)*(?:约定|规定)?的?([^，。；]{2,6})/u.exec(after)?.[1] ?? '';
  const named = /^(?:约定|规定|所述)?的/u.test(after) ? matterOf(tail) : null;
  if (named) return named;
  if (!/(?:按照?|依照?|依据|根据|适用|执行|详?见|参照|遵照|遵守|以|依)(?:本(?:合同|协议))?$/u.test(before)) return null;
  const sentence = sentenceOf(context, at).before;
  return matterOf(before.slice(-16)) ?? matterOf(after.slice(0, 10)) ?? matterOf(sentence.slice(-20));
}

const selfRefers =
  /^[^，。；]{0,14}(?:按照?|依照?|依据|根据|适用|详?见|以)(?:本条|本合同本条)(?:的)?(?:上述|前述)?(?:约定|规定)?(?:内容)?(?:执行|办理|处理|为准|履行)?[。；]?$/u;

const wrongMatter: Rule = {
  id: 'xref-self',
  title: '引用的条款说的是另一件事',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '调整条款顺序后引用的条号仍指向旧位置，读者循着引用找到的是不相干的内容，只能靠解释补救。',
  basis: [{ law: '民法典', article: '466' }],
  advice: '按主题找到应引的条款，改正条号；循环引用的，把具体内容写进本条。',
  traps: ['同一条内引用另一款、另一项是正常的。', '被引条文没有标题、主题不明的，不能断定引错。'],
  check: (context) => {
    const known = articles(context);
    const circular = known.flatMap(({ value, paragraph, text, opening }): Hit[] => {
      const body = text.replace(opening.length < text.length && !/[按依见]/u.test(opening) ? opening : '', '').trim();
      const own = new RegExp(
        `(?:按照?|依照?|根据|见)(?:本合同)?第(?:${value}|${writeHan(value)})条(?:约定|规定)?(?:执行|办理|处理)?[。；]?$`,
        'u',
      );
      if (body.length > 26 || !(selfRefers.test(body) || own.test(body)) || paragraph.text === '') return [];
      return [
        {
          at: { block: paragraph.id, from: 0, to: Math.min(paragraph.text.trimEnd().length, 40) || 1 },
          message: `第${value}条的内容只是按本条执行，没有实际约定。`,
        },
      ];
    });
    const wrong = inBody(context, context.facts.references)
      .filter(({ kind, value }) => kind === 'article' && value !== null)
      .flatMap((reference): Hit[] => {
        const wanted = wantedAt(context, reference);
        if (!wanted) return [];
        const target = known.find(({ value }) => value === reference.value);
        const own = bodyParagraphs(context).find(({ id }) => id === reference.at.block);
        const told = toldAt(own?.text ?? '', reference.text.replace(/^本(?:合同|协议)/u, ''));
        const found = matterOf(told === '' ? (target?.opening ?? '') : told);
        if (!found || found === wanted || target?.paragraph.id === reference.at.block) return [];
        if (wanted.text.test(target?.text ?? '')) return [];
        // 违反保密义务的，按第九条处理: a breach is referred to the article on breach.
        if (found.name === '违约责任' && /违反|违约|未|逾期|不|泄/u.test(sentenceOf(context, reference.at).before))
          return [];
        const right = known.find((article) => article !== target && matterOf(article.opening) === wanted);
        const hint = right ? `；${wanted.name}似在第${right.value}条` : '';
        return [
          {
            at: reference.at,
            message: `此处说的是${wanted.name}，而所引${quoted(reference.text)}是${found.name}${hint}。`,
          },
        ];
      });
    return [...circular, ...wrong];
  },
  examples: {
    hits: [
      {
        text: '第四条 付款按第五条执行。\n第五条 保密\n双方对知悉的信息予以保密。',
        quote: '第五条',
        says: '而所引“第五条”是保密',
      },
      {
        text: '第二条 价款及支付：总价30万元，验收后付清。\n第六条 不可抗力：发生不可抗力的，及时通知。\n第七条 乙方逾期交货的，违约责任依照本合同第六条承担。\n第八条 违约责任：每逾期一日支付万分之五。',
        says: '违约责任似在第8条',
      },
      { text: '第九条 争议解决按本条约定执行。\n第十条 本合同一式两份。', says: '没有实际约定' },
      { text: '第三条 验收标准见第七条。\n第七条 争议解决：向甲方住所地人民法院起诉。', says: '验收' },
    ],
    nearMisses: [
      { text: '第四条 付款\n按季度支付。\n第五条 保密\n未尽的付款事宜按第四条执行。' },
      { text: '第四条 付款按第五条执行。\n第五条 双方另有约定的除外。' },
      { text: '第六条 违约责任：一方违约的，赔偿损失。\n第七条 乙方泄密的，按第六条承担违约责任。' },
      { text: '第五条 保密及付款。\n第六条 付款按第五条执行。' },
    ],
  },
};

const annexLine =
  /^\s*[【[（(]?\s*(附\s*[件录表]\s*([一二三四五六七八九十]{1,3}|\d{1,2})?)\s*[】\])）]?\s*[:：、.．]?\s*([^\n。；]{0,40})$/u;
const generic =
  /(?:本合同|合同|协议|上述|下列|全部|各|所有|及其?|的|以下|该)附\s*[件录表](?!\s*[一二三四五六七八九十\d])|附\s*[件录表][一二三四五六七八九十\d、，和及至到]{1,10}(?:均|都|皆|全部)?(?:为|是|作为|系)[^。；]{0,12}组成|附\s*[件录表](?:为|是|均|作为|系|与|构成|同为|具有|的效力|部分)/u;

const annexUnreferenced: Rule = {
  id: 'annex-unreferenced',
  title: '附件没有被正文引用',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['contract'],
  why: '正文从未提到的附件，是不是合同内容、对谁有约束力都要另行证明。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '在正文相应条款中引用该附件，或者写明全部附件是合同的组成部分。',
  traps: ['正文概括写明附件为合同组成部分的，各附件都已被引用。'],
  check: (context) => {
    const paragraphs = bodyParagraphs(context);
    const heads = paragraphs.flatMap((paragraph) => {
      const match = annexLine.exec(withoutDenials(lineOf(paragraph)).replace(/\u3000*。?\s*$/u, ''));
      if (!match?.[1] || lineOf(paragraph).length > 50) return [];
      const value = match[2] === undefined ? null : readCount(match[2]);
      return [
        { paragraph, value, name: match[1].replace(/\s/gu, ''), title: (match[3] ?? '').replace(/[《》\s]/gu, '') },
      ];
    });
    // A file that begins with an annex is an annex, unless it says itself that nothing refers to it.
    const [opening] = paragraphs;
    if (!opening || heads.length === 0) return [];
    if (heads[0]?.paragraph === opening && withoutDenials(opening.text) === opening.text) return [];
    const ids = new Set(heads.map(({ paragraph }) => paragraph.id));
    const body = paragraphs.filter(({ id }) => !ids.has(id)).map(lineOf);
    if (body.some((line) => generic.test(line))) return [];
    const numbers = new Set(
      context.facts.references.flatMap(({ kind, value, at }) =>
        kind === 'annex' && value !== null && !ids.has(at.block) ? [value] : [],
      ),
    );
    const seen = new Set<string>();
    return heads.flatMap(({ paragraph, value, name, title }): Hit[] => {
      const core = title.replace(/^.*[:：]/u, '');
      const mentioned =
        (value === null ? body.some((line) => /附\s*[件录表]/u.test(line)) : numbers.has(value)) ||
        (core.length > 2 && body.some((line) => line.includes(core)));
      // A list of annexes and the annex itself name it twice.
      if (mentioned || seen.has(name) || (value === null && title === '')) return [];
      seen.add(name);
      const to = Math.min(paragraph.text.trimEnd().length, 30);
      if (to === 0) return [];
      const named = title === '' ? name : `${name}（${title}）`;
      return [{ at: { block: paragraph.id, from: 0, to }, message: `附有${named}，正文没有任何一处引用它。` }];
    });
  },
  examples: {
    hits: [
      {
        text: '第一条 服务内容见附件一。\n附件一《服务清单》\n附件二《廉政承诺》',
        quote: '附件二《廉政承诺》',
        says: '没有任何一处引用',
      },
      { text: '第一条 乙方提供保洁服务。\n第二条 服务费每月8,000元。\n附件：安全责任书', says: '安全责任书' },
      { text: '第三条 价格见附件1。\n附件1 报价单\n附件2 人员名单\n附件3 考核表', says: '附件3' },
      { text: '第一条 租期三年。\n第二条 租金每年5万元。\n附表一 家具清单' },
    ],
    nearMisses: [
      { text: '第十二条 附件为合同组成部分。\n附件一 服务清单\n附件二 廉政承诺' },
      { text: '第三条 双方签署的廉政承诺书与本合同同时生效。\n附件 廉政承诺书' },
      { text: '第一条 服务内容见附件一，考核见附件二。\n附件一 服务清单\n附件二 考核表' },
      { text: '本合同附件包括报价单、图纸。\n附件1：报价单\n附件2：图纸' },
      { text: '第九条 附表一、二均为本合同的组成部分。\n附表一 家具清单\n附表二 水电底数' },
    ],
  },
};

export const referredMatter: readonly Rule[] = [wrongMatter, annexUnreferenced];

/** The papers a contract consists of: copies, pages, languages and which of several papers prevails. */
import { readCount } from '../../../facts/number.ts';
import { fold } from '../../../facts/source.ts';
import { bodyParagraphs, mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const n = '(\\d{1,3}|[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3})';
const whole = new RegExp(`(?:一式|壹式|共)\\s*${n}\\s*份`, 'gu');
const share = new RegExp(`${n}\\s*份`, 'gu');
const originals = new RegExp(`正本\\s*(?:为|共)?\\s*${n}\\s*份[^。；]{0,4}副本\\s*(?:为|共)?\\s*${n}\\s*份`, 'u');
const kind = new RegExp(`(?:(?:其中)?[，,：:]?\\s*(?:正本|副本)\\s*(?:为|共)?\\s*${n}\\s*份[、，,]?){1,2}`, 'gu');
const rest = /其余|剩余|余下|余(?:由|交|报|归)|若干|分别(?:留存|保存|执存)|[_＿][\s_＿]*份|[（(]\s+[）)]\s*份/u;

/** How many holders share "各执一份": three for 三方, the names joined by 、和与 each one, else the parties. */
function holders(stretch: string, context: RuleContext): number {
  const names = stretch
    .replace(/(?:由|各|分别|均|自|执|持|存|留存|保存)+$/u, '')
    .split(/[、及和与]/u)
    .filter((name) => /[\u4e00-\u9fff]/u.test(name) && !/^(?:副本|正本|每份|由)$/u.test(name.trim()));
  // 甲、乙、丙三方: the number sums up the names before it.
  const counted = /([三四五六])方$/u.exec(names.at(-1) ?? '')?.[1];
  if (counted) return readCount(counted) ?? names.length;
  if (names.length === 2 && /(?:^|[^\u4e00-\u9fff])甲方?$/u.test(names[0] ?? '') && /双方|两方/u.test(names[1] ?? ''))
    return 2;
  const sizes = names.map((name) => {
    const group = /([双两三四五])方/u.exec(name)?.[1];
    if (group) return group === '双' || group === '两' ? 2 : (readCount(group) ?? 1);
    return /[甲乙丙丁戊]{2,5}(?=方|$)/u.exec(name)?.[0].length ?? 1;
  });
  const sum = sizes.reduce((total, size) => total + size, 0);
  return sum === 0 || (sum === 1 && /^(?:每|各|任何)?方?$/u.test(names[0] ?? ''))
    ? Math.max(2, context.facts.parties.length)
    : Math.max(sum, 1);
}

/** The copies handed out after 一式N份, added up; null where the text leaves it open. */
function handedOut(after: string, context: RuleContext): number | null {
  if (rest.test(after)) return null;
  let sum = 0;
  for (const stretch of after.split(/[，,；;。]/u)) {
    for (const match of stretch.matchAll(share)) {
      const count = readCount(match[1] ?? '');
      const before = stretch.slice(0, match.index);
      if (count === null || /每$|一式$|同等/u.test(before)) return null;
      // 正本四份，甲方、乙方各二份: the first number sums up the others.
      if (/^\s*(?:其中)?(?:正本|副本)(?:为|共)?\s*$/u.test(before)) continue;
      const each = /各|每方|分别|均(?:执|持)/u.exec(before);
      sum += each ? count * holders(before.slice(0, each.index + each[0].length), context) : count;
    }
  }
  return sum === 0 ? null : sum;
}

const ofKind = new RegExp(`(正本|副本)\\s*(?:为|共|一式)?\\s*${n}\\s*份[，,：:（(]([^；;。）)]{2,60})`, 'gu');

/** 正本二份，双方各执二份: the originals, or the duplicates, shared out by themselves. */
function kindHits(context: RuleContext): Hit[] {
  return bodyParagraphs(context).flatMap((paragraph) => {
    const text = fold(paragraph.text);
    return [...text.matchAll(ofKind)].flatMap((match): Hit[] => {
      const [all, name = '', digits = '', after = ''] = match;
      const total = readCount(digits);
      // Where both kinds stand before the shares, the shares are of both.
      const shares = after.replace(new RegExp(`${n}\\s*份[^，。；]{0,2}(?:具有|均|同等|都|一致|为准)`, 'gu'), '');
      const sum = /正本|副本/u.test(after) ? null : handedOut(shares, context);
      const one = new RegExp(share.source, 'u').test(text.slice(Math.max(0, match.index - 8), match.index));
      if (total === null || sum === null || sum === total || one) return [];
      const at = { block: paragraph.id, from: match.index, to: match.index + all.length - after.length - 1 };
      return [{ at, message: `${name} ${total} 份，而各方所执相加为 ${sum} 份。` }];
    });
  });
}

function copyHits(context: RuleContext): Hit[] {
  const own = bodyParagraphs(context).flatMap((paragraph) => {
    const text = fold(paragraph.text);
    return [...text.matchAll(whole)].flatMap((match): Hit[] => {
      const total = readCount(match[1] ?? '');
      const from = match.index;
      const tail = text.slice(from + match[0].length).split(/(?:一式|壹式)/u)[0] ?? '';
      const [first = '', second = ''] = tail.split('。');
      const sentence = new RegExp(share.source, 'u').test(first.replace(kind, '')) ? first : `${first}。${second}`;
      if (total === null || total < 2) return [];
      const at = { block: paragraph.id, from, to: from + match[0].length };
      const parts = originals.exec(sentence);
      const split = parts ? (readCount(parts[1] ?? '') ?? 0) + (readCount(parts[2] ?? '') ?? 0) : null;
      if (split !== null && split !== total && (parts?.index ?? 99) < 5) {
        return [{ at, message: `约定一式 ${total} 份，而正本与副本相加为 ${split} 份。` }];
      }
      // 甲方执四份（正本二份、副本二份）, and the split of the whole into originals and copies, are not shares.
      const shares = sentence.replace(/[（(][^（）()]{0,30}[）)]/gu, '');
      const after = handedOut(split === null ? shares : shares.replace(originals, ''), context);
      // 甲方执三份，乙方执二份，本合同共一式六份: the shares may stand first.
      const earlier =
        text
          .slice(0, from)
          .split(/[。；;\n]/u)
          .at(-1) ?? '';
      const ahead = after === null && /执|[留保]?存|持|[归报送交]/u.test(earlier) && !rest.test(first);
      const sum = ahead ? handedOut(earlier, context) : after;
      // The second sentence goes on with the copies.
      if (/正本/u.test(first) && /^\s*副本/u.test(second)) return [];
      if (sum === null || sum === total || handedOut(`${first}。${second}`, context) === total) return [];
      return [{ at, message: `约定一式 ${total} 份，而各方所执相加为 ${sum} 份。` }];
    });
  });
  return own.length > 0 ? own : kindHits(context);
}

const copiesSum: Rule = {
  id: 'copies-sum',
  title: '合同份数与分配不符',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '份数与各方所执对不上，归档时会缺件或者多出一份说不清去处的原件。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '按实际需要重新写明总份数和每一方、每一个备案部门所执的份数。',
  traps: ['“各执”的份数要乘以当事人数。', '写明其余由某部门存档的，余数已经有着落。'],
  check: copyHits,
  examples: {
    hits: [
      { text: '一式六份，甲方三份，乙方二份。', quote: '一式六份', says: '相加为 5 份' },
      { text: '第十二条 本合同一式肆份，甲乙双方各执壹份，具有同等法律效力。', says: '相加为 2 份' },
      { text: '本协议共8份，采购人执4份，供应商执2份，代理机构执1份。', says: '相加为 7 份' },
      { text: '本合同一式五份，正本二份、副本四份。', says: '正本与副本相加为 6 份' },
      { text: '合同一式三份，甲、乙、丙三方各执两份。', says: '相加为 6 份' },
      { text: '本协议正本二份，双方各执二份；副本四份，双方各执二份。' },
    ],
    nearMisses: [
      { text: '一式六份，甲方四份，乙方二份。' },
      { text: '本合同一式肆份，甲乙双方各执贰份。' },
      { text: '本协议一式五份，双方各执两份，报区财政局备案一份。' },
      { text: '本合同一式六份，甲方执二份，其余由档案部门保存。' },
      { text: '本合同一式捌份，正本贰份、副本陆份，甲乙双方各执正本壹份、副本叁份。' },
      { text: '一式五份：甲、乙双方各执二份，财政局备案一份。' },
    ],
  },
};

const pages =
  /(?:(本(?:合同|协议)(?:书)?|合同文本|全文|正文|文本|实际)?[^，。；\n]{0,6})(?:共|合计|总计|实际|计|实有)\s*(\d{1,4}|[一二三四五六七八九十百]{1,5})\s*页/gu;
const mark = /第\s*(\d{1,4}|[一二三四五六七八九十]{1,4})\s*页/gu;
const otherPaper = /附件|图纸|清单|目录|证书|材料|投标文件|报告|扫描|复印|说明书|附表/u;

type Count = Readonly<{ at: { block: string; from: number; to: number }; text: string; value: number }>;

function pageFigures(context: RuleContext, wanted: RegExp, group: number): Count[] {
  const numbered = bodyParagraphs(context).filter(({ text }) => text.includes('页'));
  return numbered.flatMap((paragraph) =>
    [...fold(paragraph.text).matchAll(wanted)].flatMap((match): Count[] => {
      const value = readCount(match[group] ?? '');
      const before = paragraph.text.slice(Math.max(0, match.index - 12), match.index + match[0].length);
      if (value === null || otherPaper.test(before)) return [];
      const at = { block: paragraph.id, from: match.index, to: match.index + match[0].length };
      return [{ at, text: paragraph.text.slice(at.from, at.to), value }];
    }),
  );
}

const pageCount: Rule = {
  id: 'page-count',
  title: '页数标注与实际不符',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['contract', 'normative', 'decision', 'enforcement', 'other'],
  why: '写明的总页数与文件不一致，会让人怀疑有缺页、换页，原件的完整性难以证明。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '定版后重新核对总页数和页码，双方在骑缝处盖章。',
  traps: ['附件、图纸自己的页数不是合同的页数。', '由文字处理软件自动生成的页码随文变化，不作核对。'],
  check: (context) => {
    const totals = pageFigures(context, pages, 2);
    const marks = pageFigures(context, mark, 1);
    const [first, ...others] = totals;
    const { document } = context;
    if (
      first &&
      document.format === 'pdf' &&
      document.pages.length > 0 &&
      totals.every(({ value }) => value !== document.pages.length)
    ) {
      return [{ at: first.at, message: `写明${quoted(first.text)}，文件实际有 ${document.pages.length} 页。` }];
    }
    const other = others.find(({ value }) => value !== first?.value);
    if (first && other) {
      return [
        { at: first.at, related: [other.at], message: `页数前后不一：${quoted(first.text)}与${quoted(other.text)}。` },
      ];
    }
    const last = marks.reduce((most, { value }) => Math.max(most, value), 0);
    if (first && last > first.value) {
      return [{ at: first.at, message: `写明${quoted(first.text)}，而页码已经编到第 ${last} 页。` }];
    }
    // Running numbers printed in the text itself, one a page: 第1页, 第2页, 第4页.
    const gap = marks.find(
      ({ value }, at) => at > 0 && marks.length > 2 && value > (marks[at - 1]?.value ?? value) + 1,
    );
    return gap && marks[0]?.value === 1 ? [{ at: gap.at, message: `页码不连续，${quoted(gap.text)}之前缺页。` }] : [];
  },
  examples: {
    hits: [
      { text: '本合同共8页。\n第11页', quote: '本合同共8页', says: '第 11 页' },
      { text: '第二十条 本协议正文共十二页。\n第1页 共15页', says: '前后不一' },
      { text: '第1页\n第一条 标的。\n第2页\n第二条 价款。\n第4页\n第三条 违约责任。', quote: '第4页', says: '不连续' },
    ],
    nearMisses: [
      { text: '本合同共11页。\n第11页 共11页' },
      { text: '本合同共8页，附件图纸共20页。' },
      { text: '第1页\n第一条 标的。\n第2页\n第二条 价款。\n第3页\n第三条 违约责任。' },
      { text: '乙方提交的报告不少于30页，见第35页图表。' },
    ],
  },
};

const foreignTongue = '(?:英|日|俄|法|德|韩|外|西班牙|阿拉伯|葡|越南?|老挝)';
const languages = pattern(
  `(?:中[、，和与及/]?${foreignTongue}[文语]?|中文[^。；]{0,12}${foreignTongue}[文语]|${foreignTongue}[文语][^。；]{0,12}中文|双语)`,
);
const prevails = pattern(
  '以中文[^。；]{0,14}(?:为准|优先|解释)|(?:译本|译文|[英日俄法德韩外]文(?:版|文本|本)?)[^。；，]{0,10}(?:仅供参考|供参考|不具有?[^。；，]{0,8}效力|不作为)|(?:仅|只|均)(?:以|用)中文(?:书写|写成|签署|签订)|以[^。；]{0,10}中文[^。；]{0,10}为准|中文(?:文本|版本?|本|合同)?[^。；，]{0,6}优先|优先[^。；]{0,6}中文',
);
const otherPrevails = pattern(`以${foreignTongue}[文语][^。；]{0,14}(?:为准|优先)`);

const inOneLine = phrase({
  find: languages,
  also: [pattern('合同|协议|文本|备忘录|附件|作准|同等效力|译本')],
  unless: pattern('翻译|译成|译为|网站|界面|说明书|手册|标识|讲解|导览|授课|培训|宣传|铭牌|课程'),
  when: ({ sentence }, context) =>
    /文本|版本|写成|书就|签署|签订|订立|各执|各持|一式|正本|效力|语言|份|[中英]文版/u.test(sentence) &&
    !mentions(context, prevails),
  message: ({ sentence }, context) =>
    mentions(context, otherPrevails)
      ? `合同有中外文两种文本，却以外文为准：${quoted(sentence, 50)}`
      : `合同有中外文两种文本，没有约定不一致时以中文为准：${quoted(sentence, 50)}`,
});

const chineseCopy = pattern('中文(?:版|本|文本)[^。；，]{0,10}份');
const foreignCopy = pattern(`${foreignTongue}[文语](?:版|本|文本)[^。；，]{0,10}份`);

/** Copies in either language, an item each: （一）中文版四份；（二）英文版两份. */
function overLines(context: RuleContext): Hit[] {
  if (!mentions(context, chineseCopy) || mentions(context, prevails)) return [];
  return phrase({
    find: foreignCopy,
    unless: pattern('翻译|译成|说明书|手册|讲解|宣传|课程'),
    message: ({ match }) => `合同另有${quoted(match.text)}，没有约定不一致时以中文为准。`,
  })(context).slice(0, 1);
}

const langVersions: Rule = {
  id: 'lang-versions',
  title: '中外文文本没有约定以中文为准',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['contract'],
  why: '两种文字的文本约定同等效力时，词句不一致只能按条款、性质、目的去解释，翻译的出入会变成争议。',
  basis: [{ law: '民法典', article: '466' }],
  advice: '写明各文本含义不一致时以中文文本为准，外文本仅供参考。',
  traps: ['翻译、网站或者说明书的语种要求是服务内容，不是合同文本。'],
  check: (context) => {
    const said = inOneLine(context);
    return said.length > 0 ? said : overLines(context);
  },
  examples: {
    hits: [
      { text: '中英文本各执一份，同等效力。', says: '没有约定不一致时以中文为准' },
      { text: '第十五条 本协议以中文和俄文写成，两种文本具有同等效力。', says: '俄文' },
      { text: '本合同采用中、日双语签署，一式四份。\n发生歧义的，以日文文本为准。', says: '以外文为准' },
      { text: '合同文本\n（一）中文版三份，由甲方保存；\n（二）英文版两份，由乙方保存。' },
    ],
    nearMisses: [
      { text: '本合同有中英文两种文本，中英文不一致的，以中文为准。' },
      { text: '乙方应将展陈说明翻译成中英文两种文本。' },
      { text: '本合同以中文书就，一式四份。' },
      { text: '第十五条 本协议以中文和俄文写成。两种文本含义有出入时，中文文本优先。' },
      { text: '本合同仅以中文书写，英文译本供参考，共四份。' },
    ],
  },
};

const papers = [
  /协议书|合同协议|合同书/u,
  /专用(?:合同)?(?:条款|条件)/u,
  /通用(?:合同)?(?:条款|条件)/u,
  /招标文件|采购文件|磋商文件|谈判文件|询价(?:文件|通知书)|比选文件/u,
  /投标(?:文件|函)|响应文件|应答文件/u,
  /(?:中标|成交)通知书/u,
  /补充协议|补充合同|变更(?:协议|文件)/u,
  /清单/u,
  /图纸/u,
  /技术(?:规范|标准|要求|文件|方案|规格)|标准(?:及|和)/u,
  /报价(?:单|表|书|文件)/u,
  /承诺(?:书|函)/u,
  /澄清|答疑/u,
  /会议纪要|洽商|备忘录/u,
  /合同条款/u,
  /附件/u,
  /委托书|任务书|需求书/u,
] as const;
const composed = pattern(
  '(?:合同|协议)(?:文件)?[^。；]{0,8}(?:由|包括|包含)|(?:合同|协议)(?:的)?附件[：:为有]|不可分割|(?:以上|上述|下列)(?:各?附件|文件)|(?:组成|构成)(?:部分)?|合同文件[^。；]{0,6}(?:如下|为|有)|与本合同(?:具有)?同等(?:法律)?效力',
);
const ordered = pattern(
  '解释(?:的)?(?:优先)?(?:顺序|次序)|优先(?:顺序|次序|解释|级|适用)|(?:不一致|不相一致|矛盾|冲突|抵触|歧义|出入|不符|相悖|差异)[^。；]{0,30}(?:以|按|依)[^。；]{0,60}(?:为准|顺序|次序|优先|解释)|效力(?:顺序|优先|高于)|依次为准|按(?:上述|下列|以下|前述|所列)[^。；]{0,6}(?:顺序|次序)|(?:顺序|次序)(?:在先|靠前)|(?:排列|排序|列)(?:在|于)?[前先]|(?:在|列)前(?:的|者)[^。；，]{0,6}优先|优先于',
);

const priorityOrder: Rule = {
  id: 'priority-order',
  title: '多份合同文件没有约定优先顺序',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  why: '合同由几份文件拼成，内容相互抵触时要靠解释；工程经过招标的，实质内容仍以招标文件、投标文件和中标通知书为结算依据。',
  basis: [
    { law: '民法典', article: '466' },
    { law: '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）', article: '22' },
  ],
  advice: '写明各文件的解释顺序和时间在后者优先的规则；经过招标的，排序不得改变中标的价款、工期、质量和范围。',
  traps: ['已经写明不一致时以哪份文件为准的，顺序可以确定。', '只有合同和附件两份文件的，一般不致抵触。'],
  check: (context) => {
    if (mentions(context, ordered)) return [];
    const { paragraphs } = readingOf(context.document);
    for (const [index, paragraph] of paragraphs.entries()) {
      const match = composed.first(paragraph.text);
      if (!match) continue;
      // The files named in the sentence, or in the list that the line introduces.
      const list = /[：:]\s*$/u.test(paragraph.text)
        ? paragraphs.slice(index + 1, index + 13).map(({ text }) => text.slice(0, 60))
        : [];
      const text = [paragraph.text, ...list].join('\n');
      const named = papers.flatMap((paper) => paper.exec(text)?.[0] ?? []);
      if (named.length < 3) continue;
      const at = { block: paragraph.id, from: match.from, to: match.to };
      return [{ at, message: `合同由${named.join('、')}等文件组成，没有约定不一致时以哪份为准。` }];
    }
    return [];
  },
  examples: {
    hits: [
      { text: '合同由协议书、招标文件、投标文件、清单组成。', says: '没有约定不一致时以哪份为准' },
      { text: '下列文件构成本合同的组成部分：\n（1）成交通知书\n（2）磋商文件\n（3）响应文件', says: '响应文件' },
      { text: '第一条 本合同包括专用条款、通用条款、报价单及双方签署的补充协议。', says: '专用条款' },
      { text: '合同附件：1.采购文件；2.响应文件；3.成交通知书；4.需求清单。' },
    ],
    nearMisses: [
      { text: '合同由协议书、专用条款、投标文件组成，文件不一致时以协议书、专用条款、投标文件依次为准。' },
      { text: '下列文件构成本合同：中标通知书、投标文件、图纸。\n上述文件的解释顺序以排列在先者为准。' },
      { text: '附件为本合同的组成部分，与本合同具有同等法律效力。' },
      { text: '乙方按招标文件编制投标文件，收到中标通知书后签订合同。' },
      { text: '合同文件包括协议书、中标通知书、投标函，排列在前的优先于排列在后的。' },
    ],
  },
};

export const versionRules: readonly Rule[] = [copiesSum, pageCount, langVersions, priorityOrder];

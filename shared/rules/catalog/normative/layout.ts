/** How the text of an official document is laid out: heading numbers, the date of issue, standard characters. */
import { lineOf, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Paragraph } from '../../../document/model.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isStatute } from './common.ts';
import { unsimplified } from './traditional.ts';

const layout = { law: 'GB/T 9704—2012 党政机关公文格式', article: null } as const;
const article = /^\s*第[一二三四五六七八九十百零〇\d]+[条章]/u;
const isBody = ({ region }: Paragraph): boolean => region.kind === 'body';

const han = '[一二三四五六七八九十]{1,3}';
const marker = new RegExp(
  `(?:^|[\\s。；…])(${han}、|（${han}）、?|\\(${han}\\)、?|\\d{1,2}[、.．](?!\\d)|[（(]\\d{1,2}[）)]、?)` +
    // 一、受理（一）受理范围: the second level opens on the line of the first.
    `|(?<=^\\s*${han}、[^。；（]{2,40})(?<!第)(（一）)(?!项|款|点|目)`,
  'gu',
);

/** A heading number as written: which of the four levels it is of, and what is wrong with its marks. */
type Mark = Readonly<{ level: 1 | 2 | 3 | 4; text: string; fault: string | null; block: string; from: number }>;

function markOf(text: string): Pick<Mark, 'level' | 'fault'> {
  if (/^[一二三四五六七八九十]/u.test(text)) return { level: 1, fault: null };
  if (/^[（(][一二三四五六七八九十]/u.test(text)) {
    const fault = text.startsWith('(') ? '用了半角括号' : text.endsWith('、') ? '括号后又加顿号' : null;
    return { level: 2, fault };
  }
  if (/^\d/u.test(text)) return { level: 3, fault: text.endsWith('、') ? '阿拉伯数字后用了顿号' : null };
  return { level: 4, fault: text.endsWith('、') ? '括号后又加顿号' : null };
}

function marksOf(context: RuleContext): Mark[] {
  const { paragraphs } = readingOf(context.document);
  const end = paragraphs.findIndex(({ text }) => /^\s*附件?\s*[：:\d]/u.test(text));
  return paragraphs
    .slice(0, end < 0 ? undefined : end)
    .filter((paragraph) => isBody(paragraph) && !/[“《]/u.test(paragraph.text.slice(0, 2)))
    .flatMap(({ id, text }) =>
      [...text.matchAll(marker)].map((match) => {
        const found = match[1] ?? match[2] ?? '';
        return { ...markOf(found), text: found, block: id, from: match.index + match[0].length - found.length };
      }),
    );
}

/** The first mark that stands where its level may not: （一） before any 一、, 1. under 一、 where （一） is used too. */
function misplaced(marks: readonly Mark[]): readonly [Mark, string] | null {
  const first = marks[0];
  if (!first || !marks.some(({ level }) => level === 1)) return null;
  if (first.level === 2) return [first, '第二层序数出现在第一层之前'];
  const usesSecond = marks.some(({ level }) => level === 2);
  const at = marks.findIndex(({ level }, index) => level === 3 && marks[index - 1]?.level === 1);
  const skipped = at < 0 ? undefined : marks[at];
  if (!skipped) return null;
  return [skipped, usesSecond ? '越过了“（一）”一层' : '两层时第二层宜用“（一）”'];
}

const headingLevel: Rule = {
  id: 'norm-heading-level',
  title: '层次序数不规范',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['normative', 'decision'],
  why: '公文结构层次序数依次为“一、”“（一）”“1.”“（1）”，混用或者越级，引用时指不准位置。',
  basis: [{ ...layout, note: '7.3.3 结构层次序数' }],
  advice: '按“一、”“（一）”“1.”“（1）”逐级编号，阿拉伯数字后用下圆点，括号用全角且其后不加标点。',
  traps: ['条款式文件、表格、附件清单和引文中的编号，不按公文层次要求。'],
  check: (context) => {
    const { paragraphs } = readingOf(context.document);
    if (isStatute(context) || paragraphs.some((paragraph) => article.test(lineOf(paragraph)))) return [];
    const marks = marksOf(context);
    const hit = ({ text, block, from }: Mark, why: string): Hit => ({
      at: { block, from, to: from + text.length },
      message: `层次序数${quoted(text)}不规范：${why}。`,
    });
    const faulty = marks.find(({ fault }) => fault !== null);
    if (faulty?.fault) return [hit(faulty, faulty.fault)];
    const wrong = misplaced(marks);
    return wrong ? [hit(...wrong)] : [];
  },
  examples: {
    hits: [
      { text: '一、…… 1、……', quote: '1、', says: '顿号' },
      { text: '关于整治占道的通知\n（一）总体要求\n一、工作任务\n二、保障措施', quote: '（一）', says: '第一层之前' },
      { text: '一、目标\n（一）、近期目标\n（二）、远期目标', quote: '（一）、', says: '顿号' },
      { text: '一、范围\n(一)沿街商铺\n(二)农贸市场', quote: '(一)', says: '半角' },
    ],
    nearMisses: [
      { text: '一、…… （一）……' },
      { text: '一、目标\n（一）近期\n1.完成排查。\n（1）商铺。\n二、要求' },
      { text: '第一条 目的。\n第二条 范围：\n1、商铺；\n2、市场。' },
      { text: '一、目标\n二、要求\n附件：1、名单 2、表格' },
      { text: '一、申请的审核（一）初审\n1.是否齐全；\n2.是否有效。\n（二）复核' },
    ],
  },
};

const hanDate =
  /^(.{0,24}?)((?:[二２2][〇零○0０]|20)[〇零○一二三四五六七八九\d]{2}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日)\s*(?:印发|发布)?\s*$/u;
/** 党政机关公文格式 took effect in July 2012; until then the date was written in Han numerals. */
const sinceYear = 2013;

const issueDate: Rule = {
  id: 'norm-issue-date',
  title: '成文日期写法不规范',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['normative', 'decision'],
  why: '成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位。',
  basis: [{ ...layout, note: '7.3.5.4 成文日期' }],
  advice: '改为“2026年6月1日”的写法，不用汉字数字，月、日不补零。',
  traps: ['正文引用的日期、合同落款和历史文件，不按成文日期要求。'],
  check: (context) => {
    if (isStatute(context)) return [];
    return readingOf(context.document).paragraphs.flatMap((paragraph): Hit[] => {
      if (paragraph.text.trim().length > 44 || /[。；]/u.test(paragraph.text)) return [];
      const found = hanDate.exec(paragraph.text);
      const [lead = '', date = ''] = [found?.[1], found?.[2]];
      if (!found || /[，至到自于—]|会议|通过|以前|截/u.test(lead)) return [];
      const inHan = /[〇零○一二三四五六七八九十]/u.test(date);
      const padded = /[年月]0\d/u.test(date);
      if (!(inHan || padded) || yearOf(date) < sinceYear) return [];
      const from = paragraph.text.indexOf(date);
      const message = `成文日期${quoted(date)}${inHan ? '用了汉字数字' : '月、日补了零'}。`;
      return [{ at: { block: paragraph.id, from, to: from + date.length }, message }];
    });
  },
  examples: {
    hits: [
      { text: '2026年06月01日', quote: '2026年06月01日', says: '补了零' },
      { text: '关于整治占道的通知\n请遵照执行。\n临河区城市管理局\n二〇二六年六月一日', says: '汉字数字' },
      { text: '请遵照执行。\n云桥街道办事处 2026年3月05日', quote: '2026年3月05日' },
    ],
    nearMisses: [
      { text: '2026年6月1日' },
      { text: '本办法自二〇二六年六月一日起施行。' },
      { text: '关于清理旧文件的通知\n二〇〇八年五月六日' },
      { text: '临河区人民政府\n2026年10月20日' },
    ],
  },
};

const digits = '〇一二三四五六七八九';

/** The year of a date in Arabic or Han numerals. */
function yearOf(date: string): number {
  const year = [...(date.split('年')[0] ?? '')].map((char) => {
    const at = digits.indexOf(char === '零' || char === '○' ? '〇' : char);
    return at >= 0 ? String(at) : char;
  });
  return Number(year.join(''));
}

const kept = pattern(
  '商标|字号|题词|古籍|书法|碑|匾|香港|澳门|台湾|臺灣|澳門|臺北|台灣|港澳台|姓名|人名|篆|拓片|繁体|异体|老字号|商号|文物保护|[\\p{Han}]{2,4}同志(?:任|为)|印章',
);

const standardCharacters: Rule = {
  id: 'norm-simplified',
  title: '使用了繁体字或者异体字',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['normative', 'decision'],
  why: '国家机关以普通话和规范汉字为公务用语用字，公文中的繁体字、异体字不合规范，也影响检索。',
  basis: [
    { law: '国家通用语言文字法', article: '9' },
    { law: '国家通用语言文字法（2025年修订）', article: null, note: '2026年1月1日起施行，条号以新文本核对' },
  ],
  advice: '改为规范汉字；姓名、注册商标、古籍引文等确需保留的除外。',
  traps: ['姓名、注册商标和字号、古籍书法引文、港澳台机构名称、题词，可以保留原字。'],
  check: (context) =>
    isStatute(context)
      ? []
      : readingOf(context.document)
          .paragraphs.flatMap((paragraph): Hit[] => {
            if (kept.test(paragraph.text)) return [];
            const chars = [...new Set([...paragraph.text].filter((char) => unsimplified.has(char)))];
            const [first] = chars;
            if (first === undefined) return [];
            const from = paragraph.text.indexOf(first);
            let to = from;
            while (unsimplified.has(paragraph.text[to] ?? '')) to += 1;
            return [
              { at: { block: paragraph.id, from, to }, message: `不是规范汉字：${chars.slice(0, 8).join('、')}。` },
            ];
          })
          .slice(0, 3),
  examples: {
    hits: [
      { text: '「規範」性文件', quote: '規範', says: '規、範' },
      { text: '第三条 商户應當保持門前整洁。', quote: '應當', says: '應' },
      { text: '| 序号 | 事项 |\n| 1 | 環境整治 |', quote: '環' },
    ],
    nearMisses: [
      { text: '规范性文件' },
      { text: '保护“聚豐園”等老字号招牌的原有字形。' },
      { text: '参加人姓名：張德義。' },
      { text: '乾坤、瞭望、著作、徵调式等用字符合规范。' },
    ],
  },
};

export const documentLayout: readonly Rule[] = [headingLevel, issueDate, standardCharacters];

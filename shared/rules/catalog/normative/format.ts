/** How an official document is laid out: its title, its number. */
import { quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isStatute } from './common.ts';

const regulationTitle: Rule = {
  id: 'norm-title',
  title: '规范性文件称“条例”',
  severity: 'low',
  nature: 'drafting',
  kinds: ['normative'],
  why: '“条例”是法规的名称，规章尚且不得使用，规范性文件更不宜使用。',
  basis: [
    { law: '规章制定程序条例', article: '7' },
    { law: '规章制定程序条例', article: '36' },
  ],
  advice: '改称规定、办法、细则或者意见。',
  check: (context) => {
    if (isStatute(context)) return [];
    const { paragraphs } = readingOf(context.document);
    const first = paragraphs
      .slice(0, 6)
      .find(
        ({ text }) =>
          /^\s*《?[^《》。；，]{2,30}条例》?(?:[（(](?:试行|暂行|送审稿|草案|征求意见稿|修订|讨论稿|修订草案)[）)])?\s*$/u.test(
            text,
          ) && !/省|自治区|中国共产党|人大/u.test(text),
      );
    if (!first) return issuedAs(context);
    const from = first.text.search(/\S/u);
    const to = first.text.trimEnd().length;
    return [{ at: { block: first.id, from, to }, message: `文件名称${quoted(first.text)}以“条例”结尾。` }];
  },
  examples: {
    hits: [
      { text: '《某街道停车管理条例》', quote: '《某街道停车管理条例》', says: '条例' },
      { text: '白鹿镇集市管理条例\n第一条 为规范集市，制定本条例。', quote: '白鹿镇集市管理条例' },
      { text: '松阳街道养犬条例（试行）\n第一条 目的。', says: '养犬条例' },
      { text: '关于印发《白鹿镇集市管理条例》的通知\n各村：现予印发。', says: '白鹿镇集市管理条例' },
    ],
    nearMisses: [
      { text: '《〈某市物业管理条例〉实施办法》' },
      { text: '桐溪区停车管理办法\n第一条 根据《某市停车管理条例》，制定本办法。' },
      { text: '关于贯彻落实《物业管理条例》的通知' },
    ],
  },
};

const issued = pattern(
  '关于(?:印发|公布|发布|颁布|施行|试行|实施|制定|出台|下发)《[^《》]{0,16}(?:街道|[区县镇乡])[^《》]{1,26}条例(?:（[^）]{1,6}）)?》|关于《[^《》]{0,16}(?:街道|[区县镇乡])[^《》]{1,26}条例(?:（[^）]{1,6}）)?》(?:的)?(?:公布|发布|印发|颁布|施行|试行)',
);
const orderHead = /^[\p{Script=Han}]{2,20}(?:[区县镇乡](?:人民)?政府|管委会|管理委员会|办事处|局)令/u;
const ordered = pattern('(?:公布|发布|颁布|印发)《[^《》]{2,30}条例(?:（[^）]{1,6}）)?》');

/** The document that a covering notice issues, where the office named its own paper so. */
function issuedAs(context: RuleContext): Hit[] {
  const head = readingOf(context.document).paragraphs.slice(0, 6);
  const named = head.some(({ text }) => orderHead.test(text.trim())) ? [issued, ordered] : [issued];
  return head
    .filter(({ text }) => text.length < 80 && !/贯彻|人大|人民代表大会|转发|学习|自治/u.test(text))
    .flatMap(({ id, text }) =>
      named
        .flatMap((wanted) => wanted.all(text))
        .map((match) => ({
          at: { block: id, from: match.from, to: match.to },
          message: `所印发的文件以“条例”为名：${quoted(match.text)}。`,
        })),
    )
    .slice(0, 1);
}

const wrongNumber = pattern(
  '[\\p{Han}]{1,8}(?:发|函|规|字|办|政|批|复|通)\\s?[\\[\\(（【［<]\\s?20\\d{2}\\s?[\\]\\)）】］>]\\s?第?\\s?0*\\d+\\s?号|[\\p{Han}]{1,8}(?:发|函|规|字|办|政|批|复|通)〔20\\d{2}〕(?:第\\s?\\d+|0\\d+)\\s?号|^\\s*[\\p{Han}]{1,8}(?:发|函|规|字|办|政|批|复|通)〔20\\d{2}〕\\s?\\d+\\s*$|^\\s*[\\p{Han}]{2,10}〔20\\d{2}〕\\s?\\d+\\s*$',
);
/** The format took effect in July 2012; older numbers are quoted as they were given. */
const isRecent = (text: string): boolean => Number(/20\d{2}/u.exec(text)?.[0] ?? 0) >= 2013;
/** Numbers of central organs are quoted as their databases print them. */
const isLocal = (text: string): boolean =>
  !/^(?:国|中|财|银|发改|人社|建|教|卫|民|司|税|工信|农|水|环|商|文)/u.test(text);

const otherNumber = pattern('民初|行初|民终|刑|执|令|法释');

const number: Rule = {
  id: 'norm-doc-no',
  title: '发文字号格式不规范',
  severity: 'low',
  nature: 'drafting',
  kinds: ['normative', 'decision'],
  why: '党政机关公文的发文字号由机关代字、年份、发文顺序号组成，年份用六角括号，顺序号不编虚位、不加“第”。',
  basis: [{ law: 'GB/T 9704—2012 党政机关公文格式', article: null, note: '7.2.5 发文字号' }],
  advice: '改为“机关代字〔年份〕顺序号号”的形式，例如“×府发〔2026〕3号”。',
  check: (context) =>
    readingOf(context.document)
      .paragraphs.flatMap(({ id, text }, index) =>
        wrongNumber
          .all(text)
          .filter(
            (match) => !otherNumber.test(match.text) && (index < 6 || isLocal(match.text)) && isRecent(match.text),
          )
          .slice(0, 1)
          .map((match) => ({
            at: { block: id, from: match.from, to: match.to },
            message: `发文字号${quoted(match.text)}不合格式。`,
          })),
      )
      .slice(0, 3),
  examples: {
    hits: [
      { text: '某府发[2026]第003号。', quote: '某府发[2026]第003号', says: '不合格式' },
      { text: '桐溪区司法局文件，桐司规（2026）5号。', quote: '桐司规（2026）5号' },
      { text: '白鹿镇人民政府，白政发〔2026〕第7号。', says: '白政发' },
      { text: '松阳街道办事处文件\n松街发〔2026〕12\n关于清理楼道杂物的通知', quote: '松街发〔2026〕12' },
      { text: '《松阳街道早市规定》（松街规[2022]4号）同时废止。', quote: '松街规[2022]4号' },
    ],
    nearMisses: [
      { text: '某府发〔2026〕3号。' },
      { text: '临川市人民法院（2026）临民初12号判决书。' },
      { text: '桐溪区人民政府令第5号。' },
    ],
  },
};

export const documentFormat: readonly Rule[] = [regulationTitle, number];

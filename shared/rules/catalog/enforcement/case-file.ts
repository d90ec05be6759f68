/**
 * How an enforcement file is read: what paper it is, whom it concerns, what is fined, and what it says is
 * lacking. The rules of this folder compare these readings; their dated steps come from ../../steps.ts.
 */
import type { Document, Paragraph, Span } from '../../../document/model.ts';
import type { Amount } from '../../../facts/facts.ts';
import { fold } from '../../../facts/source.ts';
import { clauseOf, inBody, rowBefore, sentenceOf } from '../../around.ts';
import { mentions, quoted } from '../../builders.ts';
import { columnsOf } from '../../columns.ts';
import { pattern } from '../../pattern.ts';
import type { Pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, RuleContext } from '../../rule.ts';
import { closingDay, stepsOf } from '../../steps.ts';
import type { Step, StepWords } from '../../steps.ts';

/** decision 决定书, notice 告知书, urge 催告书, record 笔录; file is what tells of a case in its own words. */
export type Paper = 'decision' | 'notice' | 'urge' | 'record' | 'file';

const titles: readonly (readonly [Exclude<Paper, 'file'>, RegExp])[] = [
  ['decision', /^[^。；，：]{0,40}决定书(?:[（(][^（()）]{0,12}[）)])?$/u],
  ['notice', /^[^。；，：]{0,40}告知书(?:[（(][^（()）]{0,12}[）)])?$/u],
  ['urge', /^[^。；，：]{0,40}催告(?:通知)?书(?:[（(][^（()）]{0,12}[）)])?$/u],
  ['record', /^[^。；，：]{0,40}笔录(?:[（(][^（()）]{0,12}[）)])?$/u],
];

/** 3.听证告知书 in a list of papers is no title. */
const listItem = /^\s*(?:\d{1,2}|[（(]?[一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3})[.．、\s（(]/u;

/** What paper it is, by a title within the first lines. */
export function paperOf({ document }: RuleContext): Paper {
  for (const { text } of readingOf(document).paragraphs.slice(0, 4)) {
    if (listItem.test(text)) continue;
    const paper = titles.find(([, title]) => title.test(text.trim()))?.[0];
    if (paper) return paper;
  }
  return 'file';
}

/** The dated steps of a file; the date that a decision closes with is the day on which it was `decided`. */
export function caseSteps<S extends string>(context: RuleContext, words: StepWords<S>, decided: S): Step<S>[] {
  const steps = stepsOf(context, words);
  const closing = holdsDecision(context) ? closingDay(context) : null;
  const known = steps.some(({ step }) => step === decided);
  return closing === null || known ? steps : [...steps, { step: decided, ...closing }];
}

/** Whether it is a decision, or a file in which the decision stands after other papers. */
function holdsDecision({ document }: RuleContext): boolean {
  const [, title] = titles[0] ?? [];
  return readingOf(document).paragraphs.some(({ text }) => !listItem.test(text) && title?.test(text.trim()) === true);
}

const spotWords = pattern(
  '当场(?:作出|对|处罚|行政处罚|决定|罚款|处以?|开具|下达|制作|出具|给予|予以|填写)[^。；，]{0,12}|简易程序',
);
const notSpot = pattern('(?:不|未|无)(?:适用|符合|能|得|宜)[^。；，]{0,6}(?:当场|简易)|普通程序|一般程序');

/** Whether the penalty is imposed on the spot (行政处罚法 article 51). */
export function isSpot(context: RuleContext): boolean {
  return mentions(context, spotWords) && !mentions(context, notSpot);
}

const organisation = pattern('公司|合作社|企业|工厂|协会|学校|医院|有限|你单位|该单位|(?:^|[^执])法人');
const citizen = pattern(
  '[，、,](?:男|女)[，、,]|\\d\\s*周?岁|公民|个人|身份证|性别|先生|女士|经营者|个体|村民|居民|市民|住户|行人|摊主|摊贩|店主|商贩|\\p{Han}某|[李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文](?:某|[甲乙丙丁])',
);
const partyLine = pattern('(?:当事人|被处罚(?:人|单位)|相对人|违法行为人)');

export type PartyKind = 'citizen' | 'organisation';

/** Whether the party is a person or an organisation; null when the file does not show it. */
export function partyOf({ document }: RuleContext, near = ''): PartyKind | null {
  const { text, candidates, paragraphs } = readingOf(document);
  const line = paragraphs[candidates(partyLine)[0] ?? -1]?.text ?? '';
  for (const scope of [near, line, text]) {
    if (organisation.test(scope)) return 'organisation';
    if (citizen.test(scope)) return 'citizen';
  }
  return null;
}

export type Fine = Readonly<{
  at: Span;
  text: string;
  fen: number;
  /** Told as intended (拟处, 告知) rather than decided. */
  intended: boolean;
}>;

const finedBefore = /(?<!加处|加处的|加)(?:罚款|罚没款?|处罚)[^，。；]{0,16}$|(?:处以?|罚)(?:人民币)?[\s￥¥]*$/u;
const finedAfter = /^整?(?:[（(][^（()）]{0,24}[）)])?(?:人民币)?的?(?:行政)?(?:罚款|处罚)/u;
const notFined = /没收|违法所得|货值|加处|以[上下]|每|倍|价[值款格]|标准|依据|幅度|缴纳|已缴/u;
const fineHead = /^\s*(?:处罚|实际)?罚款(?:数额|金额)?(?:[（(]元[）)])?\s*$/u;
const intention = /拟|告知/u;
const decision = /决定|实际|最终/u;

/** The fines that are imposed or intended; ranges of a statute, confiscated sums and late fees are not among them. */
export function finesOf(context: RuleContext): Fine[] {
  const { amounts } = context.facts;
  // | 决定书 | 行为 | 罚款 |: what stands under the head is a fine.
  const columns = columnsOf(context, fineHead).flatMap(({ cells }) => cells.map(({ id }) => id));
  return inBody(context, amounts).flatMap((amount) => {
    const { fen, at, text } = amount;
    if (fen === null || amount.bound || isWrittenAgain(amounts, amount)) return [];
    const clause = clauseOf(context, at);
    const named = finedBefore.exec(clause.before)?.[0];
    const fined =
      columns.includes(at.block) ||
      (named === undefined ? finedAfter.test(clause.after) : !notFined.test(named.replace(/^处罚决定/u, '')));
    if (!fined || /^\s*以[上下]/u.test(clause.after)) return [];
    const before = sentenceOf(context, at).before;
    const intended = lastOf(before, intention) > lastOf(before, decision);
    return [{ at, text, fen, intended }];
  });
}

/** The capitals beside a figure, or the figure beside its capitals. */
function isWrittenAgain(amounts: readonly Amount[], amount: Amount): boolean {
  return amount.pair !== null && amount.pair < amounts.indexOf(amount);
}

function lastOf(text: string, words: RegExp): number {
  return [...text.matchAll(new RegExp(words.source, 'gu'))].at(-1)?.index ?? -1;
}

/** Penalties that a hearing must be offered for by their kind (article 63), fines and sums aside. */
export const gravePenalty = pattern(
  '吊销|降低[^，。；]{0,6}(?:资质|等级)|停产停业|停业(?:整顿|整改)|责令[^，。；]{0,8}(?:停业|停产|关闭|歇业)|限制[^，。；]{0,4}(?:从业|开展生产经营)|禁止从业|终身禁|撤销(?:资质|许可)',
);

export type Statement = Readonly<{ paragraph: Paragraph; text: string; from: number }>;

/** The sentences of the body, folded, with their offset in their paragraph. */
export function statementsOf({ document }: RuleContext): readonly Statement[] {
  const known = read.get(document);
  if (known) return known;
  const { paragraphs, sentences } = readingOf(document);
  const statements = paragraphs.flatMap((paragraph, index) =>
    sentences(index).map(({ from, to }) => ({ paragraph, text: fold(paragraph.text.slice(from, to)), from })),
  );
  read.set(document, statements);
  return statements;
}

/** Some thirty rules ask for the sentences of one document; documents never change. */
const read = new WeakMap<Document, readonly Statement[]>();

/** The sentence that a place stands in. */
export function statementAround(context: RuleContext, at: Span): Statement | undefined {
  return statementsOf(context).find(
    ({ paragraph, from, text }) => paragraph.id === at.block && from <= at.from && at.to <= from + text.length,
  );
}

/** A sentence as its row tells it: 听证主持人:陆某 for a cell that follows its label. */
export function labelled(context: RuleContext, { paragraph, text }: Statement): string {
  const label = rowBefore(context, paragraph.id);
  return label === '' ? text : `${label}:${text}`;
}

/** The place of a match in a statement. */
export function spanOf({ paragraph, from }: Statement, match: RegExpExecArray): Span {
  return { block: paragraph.id, from: from + match.index, to: from + match.index + match[0].length };
}

const no =
  '(?:没有|没(?!收)|不再(?=送|报|提|进|作|经|履)|缺少|缺失|缺乏|欠缺|缺|不见|不存在|不具[备有]|看不[到出]|未|无|漏|遗漏|省略|跳过|略去)';
/** 未成年, 无异议, 无证经营, 未在规定期限内: not a lack. */
const notLack = '(?!成年|满|遂|异议|证[经驾行照]|照[经]|关|效|误|偿|害|权|必要|[须需]|[在于][^，。；]{0,10}期限)';
const afterwards =
  '(?:缺失|缺|没有(?!问题|异议)|未(?:见|附|制作|形成|入卷|归卷|归档|存档|随案|随卷|履行|进行|提供|组织|作出|开展|办理|出具|留存|送达|找到|体现|做|签发|予|经|取得|交付|落实|完成|实施|公布|公示|记录|记载|反映|填写|告知|写|载明|开启|启用|使用|说明|列明|注明)|无(?:记录|记载|材料|从)?(?=[，。；、）)]|$)|无(?:记录|记载)|空白|为空|空缺|不在卷|待补|遗失|没附|不全|不齐)';
const excused =
  /(?:的|者)[，,]?[^，。；]{0,8}(?:不得|应当|应|无效)|不得|如(?:果)?(?:未|没有)|若(?:未|没有|无)|凡未|无[须需]|不[须需](?:要)?|并非(?:没有|未)|(?:未发现|没有|无)[^，。；]{0,6}(?:缺失|遗漏|缺漏|缺项|瑕疵|不当)|不属于/u;
const emptyCell =
  /^\s*(?:无|缺|缺失|没有|未(?:见|附|办理|办|制作|进行|开展|履行|组织|审核|讨论|告知|送达|填写?|入卷)|空白|否|×|✗|[/／—-]+)\s*$/u;

const lackPatterns = new Map<string, readonly [RegExp, RegExp, RegExp]>();

function lackPatternsOf(subject: string): readonly [RegExp, RegExp, RegExp] {
  const known = lackPatterns.get(subject);
  if (known) return known;
  const made = [
    new RegExp(`${no}${notLack}[^，。；]{0,26}?(?:${subject})`, 'u'),
    new RegExp(
      `(?:${subject})[^，。；:]{0,10}?[，:]?\\s*(?:(?:卷内|案卷|卷中|材料|中|里|均|也|都|尚|亦|却|但|仍|一直|从|并|栏|为|是))*${afterwards}|(?:${subject})[^，。；:]{0,6}[:]\\s*(?:(?:无|缺|未|没有)(?=$|[，。；、)]|[见附写填载注说列提办制做送取进履归作开组审])|/|—)`,
      'u',
    ),
    new RegExp(subject, 'u'),
  ] as const;
  lackPatterns.set(subject, made);
  return made;
}

/**
 * Where the file itself says that something is not there: 卷内无告知书, 告知书未见, a table row 告知书 | 无.
 * `subject` is the source of a native expression that is tried on single sentences.
 */
export function lacksOf(context: RuleContext, subject: string, unless?: RegExp): Span[] {
  const [before, after, named] = lackPatternsOf(subject);
  const stated = statementsOf(context).flatMap((statement) => {
    const { text } = statement;
    if (!named.test(text) || excused.test(text) || unless?.test(text)) return [];
    const match = before.exec(text) ?? after.exec(text);
    return match ? [spanOf(statement, match)] : [];
  });
  return [...stated, ...emptyCells(context, named)];
}

function emptyCells({ document }: RuleContext, named: RegExp): Span[] {
  const { paragraphs } = readingOf(document);
  return paragraphs.flatMap((paragraph, index) => {
    const { region, text, id } = paragraph;
    if (region.kind !== 'cell' || !emptyCell.test(text)) return [];
    const { table, row, column } = region;
    const left = paragraphs[index - 1];
    const sameRow = left?.region.kind === 'cell' && left.region.table === table && left.region.row === row;
    // 单据号 at the head of a record's column, of which the row says 无.
    const head = paragraphs.find(
      (cell) => cell.region.kind === 'cell' && cell.region.table === table && cell.region.column === column,
    );
    const heads = column > 1 && row > 0 && head !== undefined && named.test(head.text);
    return heads || (sameRow && named.test(left.text)) ? [{ block: id, from: 0, to: text.length }] : [];
  });
}

export type LackRule = Readonly<{
  /** What is lacking, as source of a native expression. */
  subject: string;
  /** The lack is none where its sentence holds this. */
  unless?: RegExp;
  /** Only asked when this holds. */
  when?: (context: RuleContext) => boolean;
  /** The file need not say that it is lacking: it should be told wherever this is seen … */
  due?: (context: RuleContext) => Span | null;
  /** … and is not told by any of these words. */
  present?: Pattern;
  message: (words: string) => string;
  silent?: (words: string) => string;
  /** What grade a silent file deserves: the file may be elsewhere. */
  silentGrade?: Pick<Hit, 'severity' | 'nature'>;
}>;

/** A step or paper that a file says is lacking, or that it should tell and does not: one hit. */
export function lacking(rule: LackRule): (context: RuleContext) => Hit[] {
  return (context) => {
    if (rule.when && !rule.when(context)) return [];
    const said = lacksOf(context, rule.subject, rule.unless)[0];
    if (said) return [{ at: said, message: rule.message(wordsAt(context, said)) }];
    if (!rule.due || !rule.present || mentions(context, rule.present)) return [];
    const due = rule.due(context);
    return due === null
      ? []
      : [{ at: due, message: (rule.silent ?? rule.message)(wordsAt(context, due)), ...rule.silentGrade }];
  };
}

/** The words at a place, as a message shows them. */
export function wordsAt({ document }: RuleContext, { block, from, to }: Span): string {
  const { paragraphs, indexOf } = readingOf(document);
  return quoted(paragraphs[indexOf.get(block) ?? -1]?.text.slice(from, to) ?? '');
}

/** The first place in a sentence that holds a match; what its sentence must not hold as well. */
export function firstPlace(context: RuleContext, wanted: RegExp, unless?: RegExp): Span | null {
  for (const statement of statementsOf(context)) {
    if (unless?.test(statement.text)) continue;
    const match = wanted.exec(statement.text);
    if (match && match[0] !== '') return spanOf(statement, match);
  }
  return null;
}

/** Every sentence's first match as a hit. */
export function eachPlace(
  context: RuleContext,
  wanted: RegExp,
  tell: (match: RegExpExecArray, statement: Statement) => Omit<Hit, 'at'> | null,
): Hit[] {
  return statementsOf(context).flatMap((statement) => {
    const match = wanted.exec(statement.text);
    const told = match && match[0] !== '' ? tell(match, statement) : null;
    return match && told ? [{ at: spanOf(statement, match), ...told }] : [];
  });
}

/** What shows that a file tells its procedure, so that a step it does not name may be missing. */
export const tellsProcedure = pattern(
  '卷内|案卷|在卷|附卷|入卷|卷宗|立案|调查终结|审批|签字|签发|批准|审核|告知|听证|送达|讨论',
);

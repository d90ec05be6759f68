/** What the rules on normative documents share: which words give a legal basis, what is not normative. */
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { PhraseRule } from '../../builders.ts';
import { lineOf, phrase } from '../../builders.ts';
import type { Hit, RuleContext } from '../../rule.ts';

/** A superior rule named as the basis of what a sentence says, or a reference to the law at large. */
export const legalBasis = pattern(
  '(?:依照|依据|按照|根据|遵照|违反|适用|执行|落实|依|按)[^。；]{0,16}《|(?:依照|依据|按照|根据)[^。；]{0,14}(?:法律|法规|规章|条例|有关规定|相关规定|规定处理)|依法|法律、(?:行政)?法规|法律(?:另有)?规定|国务院(?:决定|批准)|《[^》]{2,40}》第[一二三四五六七八九十百]+条|赋权|移送',
);

/** Words of a superior rule, as source of a pattern: what follows it is not this paper's own. */
export const superior = '依照《|依据《|按照《|根据《|依法|法律、(?:行政)?法规|国务院批准|国家统一';

/** Here: the issuer's own area. */
export const local =
  '(?:本地|本区|本市|本县|本镇|本省|本街道|本园区|本辖区|我[区市县镇]|当地|属地|辖区内?|区内|县内|市内|镇内)';
/** Elsewhere, as local papers call what comes from outside. */
export const outside =
  '(?:外地|外埠|外省|外市|外区|外县|外来|省外|区外|县外|市外|镇外|非本[地区市县省]|在?外[区市县省地]注册|注册在外[区市县省地]|非辖区|域外|异地|注册地不在[^。；，]{0,6}|[不未]在(?:本[地区市县镇]|辖区|我[区市县])[^。；，]{0,4}注册|(?:本[地区市县省]|辖区|我[区市县])(?:以|之)外)';

/** Government rules (规章) say at their head that they are an order; they may set penalties. */
const order = /(?:人民政府|部|委员会|局|银行|总署|署)令\s*[（(〔[第]/u;
const ownSubject = /裁量(?:权)?基准|裁量细化/u;

const promulgated =
  /(?:人民代表大会(?:常务委员会)?[^。；]{0,20}会议[^。；]{0,60}(?:通过|修订|修正|决定)|(?:国务院|主席)令\s*第|审判委员会第\d+次会议[^。；]{0,20}通过)/u;

const statuteTitle = /^\s*[\p{Script=Han}]{2,40}(?:法|法典|条例)\s*$/u;

/**
 * Laws, regulations and judicial interpretations tell at their head by whom they were promulgated; texts without
 * that line are known by a title that names no place and by their length.
 */
export function isStatute(context: RuleContext): boolean {
  const { paragraphs } = readingOf(context.document);
  const head = paragraphs.slice(0, 4).map(({ text }) => text);
  if (head.some((text) => text.length < 120 && promulgated.test(text))) return true;
  return statuteTitle.test(head[0] ?? '') && !/[区县镇乡市省]|街道/u.test(head[0] ?? '') && articlesIn(context) >= 20;
}

/** A phrase that no policy paper of an executive organ may hold; statutes themselves are left alone. */
export function policy(rule: PhraseRule): (context: RuleContext) => Hit[] {
  const check = phrase(rule);
  return (context) => (isStatute(context) ? [] : check(context));
}

/** Whether a document is a government rule or a discretion standard, to which limits on 规范性文件 do not go. */
export function beyondLimits(context: RuleContext): boolean {
  const head = readingOf(context.document)
    .paragraphs.slice(0, 4)
    .map((paragraph) => paragraph.text)
    .filter((text) => text.length < 60 && !text.includes('《'));
  return head.some((text) => order.test(text) || ownSubject.test(text));
}

const centralOrgan =
  /^(?:中国人民银行|国务院|中共中央|国家[\p{Script=Han}]{1,10}(?:局|委员会)|中国[\p{Script=Han}]{2,12}委员会|[\p{Script=Han}]{2,8}总局|(?:财政|公安|教育|司法|民政|商务|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|文化和旅游|应急管理|工业和信息化)部)/u;

/** Whether the document comes from a central organ, whose powers often rest on laws it does not repeat. */
export function fromCentralOrgan(context: RuleContext): boolean {
  return readingOf(context.document)
    .paragraphs.slice(0, 3)
    .some(({ text }) => centralOrgan.test(text.trim()));
}

/**
 * A phrase by which a normative document sets what only superior law may set. Sentences, articles and
 * lists that name their legal basis are left alone; of a central organ's document it is a question and no
 * more.
 */
export function setting(rule: Omit<PhraseRule, 'unlessLead' | 'grade'>): (context: RuleContext) => Hit[] {
  const check = phrase({
    ...rule,
    unlessLead: legalBasis,
    when: (place, context) => !legalBasis.test(place.sentence) && (rule.when?.(place, context) ?? true),
    grade: (_, context) =>
      fromCentralOrgan(context)
        ? {
            severity: 'medium',
            nature: 'risk',
            advice: '请核对这一内容在法律、行政法规中是否已有规定：有的写明条款，没有的删除。',
          }
        : {},
  });
  return (context) => (beyondLimits(context) || isStatute(context) ? [] : check(context));
}

const ownTitle =
  /(办法|规定|细则|规则|实施方案|暂行办法|暂行规定|意见|若干措施|若干政策)(?:[（(](?:试行|暂行|修订|送审稿|征求意见稿|草案)[）)])?\s*$/u;
const articleHead = /^\s*第[一二三四五六七八九十百]+条/u;

const issues = /(?:印发|发布|公布|颁布|下发)《([^《》]{3,50})》(?:的)?(?:通知|公告|通告|决定)?\s*$/u;

/**
 * The title of a document in articles: a short line at the head that ends as such documents do, else the name that
 * the notice issuing it gives; null for others.
 */
export function titleOf(context: RuleContext): { id: string; text: string } | null {
  const { paragraphs } = readingOf(context.document);
  const found = paragraphs
    .slice(0, 12)
    .find(
      ({ text }) =>
        text.trim().length <= 50 &&
        !/[。；，]/u.test(text) &&
        ownTitle.test(text.trim()) &&
        !/的(?:通知|批复|函|决定)$/u.test(text.trim()),
    );
  return found ? { id: found.id, text: found.text } : issuedTitle(context);
}

function issuedTitle(context: RuleContext): { id: string; text: string } | null {
  for (const { id, text } of readingOf(context.document).paragraphs.slice(0, 6)) {
    const name = text.length < 100 ? issues.exec(text.trim())?.[1] : undefined;
    if (name !== undefined && ownTitle.test(name)) return { id, text: name };
  }
  return null;
}

const itemHead = /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;
const rulesTitle = /(?:办法|规定|细则|规则|若干(?:措施|意见|政策))(?:[（(][^（）()]{1,6}[）)])?\s*$/u;

/** Whether the document is one of rules in articles or, as short local ones are, in items 一、二、三、. */
export function inRules(context: RuleContext): boolean {
  if (inArticles(context)) return true;
  const title = titleOf(context);
  if (!title || !rulesTitle.test(title.text)) return false;
  return itemsIn(context) >= 3 || articlesIn(context) >= 2;
}

/** Whether the document is written in articles (第X条), three at least. */
export function inArticles(context: RuleContext): boolean {
  return articlesIn(context) >= 3;
}

/** How many items 一、 or （一） the document has. */
export function itemsIn(context: RuleContext): number {
  return readingOf(context.document).paragraphs.filter((paragraph) => itemHead.test(lineOf(paragraph))).length;
}

function articlesIn(context: RuleContext): number {
  return readingOf(context.document).paragraphs.filter((paragraph) => articleHead.test(lineOf(paragraph))).length;
}

const internalWords = pattern(
  '内部管理|内部采购|只适用于本|个别文字|错别字|不改变权利义务|机关内部|各科室征求|不涉及企业和|考勤|值班|人事任免|任免|表彰|机构编制|内设机构|工作方案|工作要点|财务报销|印章|公务用车|转发|请示报告|职工食堂|干部|奖惩|机关[^，。；]{0,8}(?:管理)?制度|保密(?:管理)?制度|财务管理制度|公务(?:车辆|接待)|仅适用于(?:本)?(?:机关|单位|局)(?:内部)?|学习计划|文字(?:性)?修改',
);

/** Internal papers need none of this: their title, or the sentence that speaks of them, says what they are. */
function isInternal(context: RuleContext): boolean {
  return readingOf(context.document)
    .paragraphs.slice(0, 4)
    .some(({ text }) => text.length < 120 && internalWords.test(text));
}

/** Whether a document, by its head, is made for people outside the office. */
export const made = (context: RuleContext): boolean => !isInternal(context) && !isStatute(context);

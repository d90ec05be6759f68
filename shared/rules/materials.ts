/**
 * What a file of papers is said to lack: a submission, a case file, an archive. A paper is lacking where the
 * text says so (未附合法性审查意见; a table row 合法性审查意见 | 无; an unticked box), or where the text
 * lists what the file holds and the paper is nowhere named. A draft alone, without such words, proves
 * nothing of its file.
 */
import type { Paragraph, Span } from '../document/model.ts';
import { bodyParagraphs, isUnticked, leads, lineOf, mentions, places, quoted } from './builders.ts';
import type { Place } from './builders.ts';
import { pattern } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { readingOf } from './reading.ts';
import type { Hit, RuleContext } from './rule.ts';

/** Where the words of a paper stand, and whether the text says that it is not there. */
export type Mention = Readonly<{ at: Span; sentence: string; absent: boolean }>;

const near = 26;
/** 无…, 未…, 缺…: the gap behind may name other papers, but not another act. */
const absentBefore =
  /(?:没有|未(?:移交|归档|附|提供|提交|收集|入卷|装订)(?:的)?[：:]|未曾|未经(?:过)?|未有|尚未|均未|未(?!来|成年|必|满|到|尽|收|采纳)|无需|无须|不需要?|无(?!障碍|人机|线|锡|偿|异议|害|关|证|照)|缺(?:少|乏|失)?(?!水|席|口)|欠缺?|不(?:再|必|含|包括|组织|开展|进行)|省略了?|跳过|绕过|略去|免(?:去|予|于|除|做)|取消了?(?![^。；，：:]{0,10}(?:许可|资格|审批|收费|备案))|拒绝|来不及|[后再]补[办做交送齐]?|忽略了?|没(?!收)[做作开送走])([^。；，：:]{0,24})$/u;
/** The same from the last denial on: 未说明采纳情况、也无解读. */
const lastAbsent = new RegExp(`^[\\s\\S]*${absentBefore.source}`, 'u');
const otherAct = /已|收到|采纳(?!说明|情况|理由)|异议|通过|不同|重大|影响|结论|存在|具有|附有|仅|只|有关/u;
const absentAfter =
  /^[^。；，：:｜]{0,10}[，：:｜\s（(“"]*(?:卷内|卷中|目前|现|均|尚|仍|暂|也|亦|都|还|并|一直|材料中|档案中|至今|经查|此次|本次)*(?:未(?:附|提供|提交(?!审议|讨论|会议|常务)|见|出具|开展|进行|履行|组织|作|做|办理|报送|填|归|移交|载|记|引用|注明|取得|形成|召开|完成|编制|单独|纳入|安排|启动|送|落实|补|归档|随|经|听取|征求|说明|作说明|载明|邀请|实施|制作|留存|走|入卷|存卷|装卷|立卷|报|提请|上会|请示|上报|$)|没有(?!收|异议|意见|不同|提出)|没(?!有|收)|缺(?!陷|点|口)(?:失|少|漏|项)?|空白|空缺|暂缺|待补|待后|后补|会后|事后|以后再?补|随后补|再补|从略|省略|略去|免去|(?:为|是)?(?:“|")?(?:无|否|×|✗|—{1,3}|[－-]{2,3}|\/)(?=$|[。；，、）)｜”"\s]))/u;
/** A form's entry that waives the step: 集体讨论：免于讨论. */
const waivedAfter = /^[^。；，：:｜]{0,6}[：:｜]\s*(?:免[于予去除]?|无需|无须|不需|不必|不再|不上会|暂不|略)/u;
/** A rule of procedure speaks of what is to be done, not of what was done. */
const general =
  /的，?[^。；，]{0,12}不(?:得|予|应|能|宜)|，[^。；，]{0,8}不得(?:提交|提请|上会|出台|审议|讨论|印发|发布|作出|作为)|^[^。；，]{0,30}(?:应当|须|必须|应)(?:附|提供|提交|报送|包括|包含|载明|具备)|(?:应当?|须)将[^。；]{0,60}(?:归档|立卷|存档|入卷|装卷)/u;

/** Every place that names the paper, with what the text says of it. */
export function mentionsOf(context: RuleContext, words: Pattern): Mention[] {
  const ticked = /[☑√■✓✔]/u.test(readingOf(context.document).text);
  return places(context, words).flatMap((place): Mention[] => {
    const { sentence, sentenceFrom, match, at } = place;
    if (general.test(sentence)) return [];
    const before = sentence.slice(Math.max(0, match.from - sentenceFrom - near), match.from - sentenceFrom);
    const after = sentence.slice(match.to - sentenceFrom, match.to - sentenceFrom + near);
    const gaps = [absentBefore, lastAbsent].flatMap((denial) => denial.exec(before)?.[1] ?? []);
    const inside = /^(?:未(?!予?采)|无|没有?)/u.test(match.text);
    const absent =
      inside ||
      gaps.some((gap) => !otherAct.test(gap)) ||
      absentAfter.test(after) ||
      waivedAfter.test(after) ||
      (ticked && isUnticked(place)) ||
      absentInRow(context, place);
    return [{ at, sentence, absent }];
  });
}

const emptyCell =
  /^\s*(?:无|否|没有|缺|缺失|暂缺|×|✗|✕|未[\p{Script=Han}]{1,6}|待补|后补|空白?|[（(]?未填[）)]?|□\s*有\s*[☑√■✓✔]\s*无)\s*[。]?\s*$/u;

/** A later cell of the row that says no. */
function absentInRow(context: RuleContext, { paragraph, match }: Place): boolean {
  const { region } = paragraph;
  if (region.kind !== 'cell') return false;
  if (paragraph.text.length - match.text.length > 20) return false;
  return rowOf(context, paragraph).some(
    (cell) => cell.region.kind === 'cell' && cell.region.column > region.column && emptyCell.test(cell.text),
  );
}

function rowOf(context: RuleContext, { region }: Paragraph): Paragraph[] {
  if (region.kind !== 'cell') return [];
  return bodyParagraphs(context).filter(
    (other) => other.region.kind === 'cell' && other.region.table === region.table && other.region.row === region.row,
  );
}

const only = pattern(
  '(?:仅|只|光)(?:有|附有?|附了|含有?|包括|包含|提供|提交|报送|报|存有?|见到?|收录?|归档|归|装订|列|留存|保存|放了?|装|带了?)[^。；]{1,60}',
);
const ofFiles = /材料|草案|送审|上会|卷|归档|[仅只]存|档案|存档|会签|文稿|发文|附件|纪要/u;
const listed = pattern(
  '(?:送审|报审|上会|卷内|卷宗|案卷|归档|存档|档案|本卷|提请审议|提交审议|提交讨论|提交会议|提请讨论|随卷|会议|议题|审签|送签|报签)[^。；，]{0,10}(?:材料|资料|文件|清单|目录|附件|文书)[^。；，：:]{0,10}(?:如下|包括|包含|含|有|为|共|[：:])|(?:归档|档案|卷内|送审|上会|报送|审议|讨论|会议)(?:文件|材料)?(?:清单|目录)|^[^。；，：:]{0,16}(?:决策|议题|送审|审议|会议|上会|送签|签发|签批|报签|印发|提请|卷内|归档|案卷|报审|发文)[^。；，：:]{0,8}(?:材料|资料|文件|文书|卷宗)(?:清单|目录|一览表?)?[：:]?\\s*$|^\\s*(?:所附|随附|附送)?(?:材料|资料)(?:清单|目录|一览表?)\\s*[：:]?\\s*$|^[^。；，：:]{0,8}程序(?:的)?(?:履行|完成|办理|开展)(?:情况)?[：:]?\\s*$|^[^。；，：:]{0,6}报送(?:的)?材料[^。；，：:]{0,4}[：:]|(?:送审|上会|提请[^。；]{0,12}(?:审议|讨论)|提交[^。；，]{0,12}(?:会议|审议|讨论))[^。；]{0,14}材料(?:目录|清单)?(?:含|有|包括|为|如下|[：:])',
);
const submits = pattern(
  '(?:现?将|现就|现报|特提请|提请|报请|呈请|恳请|送请)[^。；]{0,60}(?:审议|审定|常务会|党工委会|党组会|会议讨论|会议研究)|送审(?:说明|单|表|函|报告)',
);
const annexes = pattern('^\\s*附件?\\s*[：:]|^\\s*附\\s*[：:]|随[文函]附|附(?:送|上|有)|^\\s*附件\\s*\\d');
const duty = /应当|必须|须|不得/u;
/** 送审材料：… on a line of its own after the articles of a draft belongs to none of them. */
const ownLine =
  /^\s*(?:本次|随文|附)?(?:送审|报审|上会|报送|提请|卷内|案卷|本卷|归档|存档|档案|随卷|附卷)(?:的)?(?:材料|资料|文件|卷宗)?(?:目录|清单)?\s*[：:（(]/u;
const inArticle = /^\s*第[一二三四五六七八九十百零〇\d]+条/u;

const sameSentence = (one: Place, other: Place): boolean =>
  one.at.block === other.at.block && one.sentenceFrom === other.sentenceFrom;

/** Where the text lists what the file holds: 送审材料只有草案, 卷内目录：…, or a submission with its annexes. */
export function fileLists(context: RuleContext): Place[] {
  const states = (place: Place): boolean =>
    !duty.test(place.sentence) &&
    (ownLine.test(place.paragraph.text) || !leads(context, place.paragraph).some((lead) => inArticle.test(lead)));
  const stated = [...places(context, only, (sentence) => ofFiles.test(sentence)), ...places(context, listed)];
  const named = stated
    .filter(states)
    .filter((place, at, all) => all.findIndex((other) => sameSentence(other, place)) === at);
  if (named.length > 0) return named;
  const submission = places(context, submits).filter(states);
  return submission.length > 0 ? places(context, annexes).filter(states) : [];
}

/** Whether a list tells what was kept, after the event. */
export function isArchive({ sentence }: Place): boolean {
  return /存|归档|档案/u.test(sentence);
}

export type MaterialRule = Readonly<{
  /** As said in messages: 合法性审查意见. */
  name: string;
  /** Words that name the paper, or the step that leaves it behind. */
  words: Pattern;
  /** Words that show by themselves that the step was left out: 直接提交常务会议. */
  skipped?: Pattern;
  /** Where the text does not say it outright: only asked when the body of a document holds this. */
  needed?: Pattern;
  /** A reason given for the absence, anywhere in the documents. */
  excused?: Pattern;
  when?: (context: RuleContext) => boolean;
  /** Which lists of papers are evidence when they do not name it: all but those of archives unless given. */
  lists?: false | ((place: Place) => boolean);
  /** Where the text says outright that a step the law demands was left out. */
  saidNature?: 'unlawful';
}>;

/** A paper that the file should hold: at most one hit, where the text says or shows that it is not there. */
export function lackingMaterial(rule: MaterialRule): (context: RuleContext) => Hit[] {
  return (context) => {
    if (rule.excused && mentions(context, rule.excused)) return [];
    if (rule.when && !rule.when(context)) return [];
    const found = mentionsOf(context, rule.words);
    const [said, ...further] = found.filter(({ absent }) => absent);
    if (said) {
      const related = further.map(({ at }) => at);
      const message = `文中写明没有${rule.name}：${quoted(said.sentence, 60)}`;
      return [{ at: said.at, related, message, ...(rule.saidNature && { nature: rule.saidNature }) }];
    }
    if (found.length > 0 || mentions(context, rule.words)) return [];
    if (rule.needed && !mentions(context, rule.needed)) return [];
    const skipped = rule.skipped && places(context, rule.skipped).find(({ sentence }) => !general.test(sentence));
    if (skipped) {
      return [{ at: skipped.at, message: `${quoted(skipped.sentence, 60)}，没有提到${rule.name}。` }];
    }
    if (rule.lists === false) return [];
    const list = fileLists(context).find(rule.lists ?? ((place) => !isArchive(place)));
    return list ? [{ at: list.at, message: `所列材料中没有${rule.name}：${quoted(lineOf(list.paragraph), 60)}` }] : [];
  };
}

/** How the decision is reached: legal review, collective discussion, ninety days (行政处罚法 articles 57, 58, 60). */
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { firstStep, lastStep, orderHit } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';
import type { Span } from '../../../document/model.ts';
import {
  caseSteps,
  eachPlace,
  finesOf,
  firstPlace,
  gravePenalty,
  lacking,
  paperOf,
  statementsOf,
} from './case-file.ts';

const law = '行政处罚法';
const grave = new RegExp(gravePenalty.source, 'u');
const notPunished = /不予|未予?处罚|撤销|恢复/u;
/** An office's decision of two hundred thousand yuan is grave by any local list. */
const graveFen = 20_000_000;

function graveAt(context: RuleContext): Span | null {
  return (
    firstPlace(context, grave, notPunished) ??
    firstPlace(
      context,
      /(?:情节|案情|案件)(?:较为|十分|特别)?(?:复杂|重大)|疑难复杂|重大(?:违法|行政处罚|处罚|案件|复杂)|重大公共利益|多个法律关系/u,
      /不(?:属于|复杂)|并非|简单/u,
    ) ??
    finesOf(context).find(({ fen }) => fen >= graveFen)?.at ??
    null
  );
}

const oneMan =
  /(?:仅|只|直接|由)[^，。；]{0,16}(?:局长|主任|领导|负责人|科长|队长|镇长|书记|一人|个人)[^，。；]{0,10}(?:签字|签发|签批|批准|审批|决定|同意|拍板|签署)|(?:负责人|领导|局长|审批)(?:审批)?意见:[^，。；]{0,6}(?:同意|照此|照办|批准|准予|可)|(?:局长|主任|主要领导|主要负责人|分管领导|分管负责人|单位负责人|副局长|科长|队长|镇长)[^，。；]{0,8}(?:一人|个人|签字|签发|批准|审批|同意|拍板)/u;
const listing = /卷内|案卷|在卷|卷宗|材料(?:包括|有|为|目录)|案卷目录/u;

type Stage = 'reviewed' | 'decided' | 'filed';
const stages: StepWords<Stage> = [
  ['reviewed', /法制审核|法核|合法性审核|审核意见|法制机构审核|审核/u],
  ['filed', /立案/u],
  ['decided', /(?:作出|下达|制作|签发|出具|印发)[^，。；]{0,16}(?:决定|处罚)|决定/u],
];
const names: Readonly<Record<Stage, string>> = { reviewed: '法制审核', decided: '处罚决定', filed: '立案' };

const unreviewed = lacking({
  subject: '(?:法制|法核|合法性|法律|法治)[^，。；]{0,6}(?:审核|审查)|法核|审核(?:意见|环节|程序|记录|材料)?',
  unless: /设备|技术审核|监控|抓拍|资格|审核人(?:员)?(?:未|没有|无|不具)|价格审核/u,
  due: (context) => {
    const heard = firstPlace(
      context,
      /^听证会?$|(?:经|举行|组织|召开)(?:过|了)?[^，。；]{0,4}听证/u,
      /未|没有|不|告知/u,
    );
    const known = heard ?? graveAt(context);
    return known && (listingOrOneMan(context) || heard !== null) && paperOf(context) !== 'notice' ? known : null;
  },
  present: pattern('审核|合法性审查|法制机构|法核'),
  message: (words) => `决定前没有法制审核：${words}。`,
  silent: (words) => `写了${words}，全文没有提到法制审核。`,
  silentGrade: { severity: 'medium', nature: 'risk' },
});

const legalReview: Rule = {
  id: 'enf-legal-review',
  title: '应当法制审核而没有审核',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '涉及重大公共利益、经过听证、疑难复杂的案件，作出决定前应当法制审核；未经审核或者审核未通过的，不得作出决定。',
  basis: [{ law, article: '58' }],
  advice: '由法制审核人员补审并出具书面意见；审核未通过的，撤回决定草案重新办理。',
  traps: ['一般案件不是都要法制审核。', '监控设备的“法制和技术审核”是另一回事。'],
  check: (context) => {
    const steps = caseSteps(context, stages, 'decided');
    const late = orderHit(firstStep(steps, 'reviewed'), firstStep(steps, 'decided'), names);
    return late.length > 0 ? late : unreviewed(context);
  },
  examples: {
    hits: [
      { text: '经听证的吊销案无审核。', says: '没有法制审核' },
      { text: '本案举行了听证，随后报局长签发，作出责令停产停业决定。', says: '没有提到法制审核' },
      { text: '案情疑难复杂，涉及多个法律关系，处罚决定未送法制审核即作出。' },
      { text: '2026年5月6日作出处罚决定，法制审核意见书落款为2026年5月12日。', says: '晚于' },
    ],
    nearMisses: [
      { text: '经听证的吊销案，附法制审核意见书。' },
      { text: '未经法制审核的，不得作出行政处罚决定。' },
      { text: '对李某罚款二百元，案情简单，由分管负责人审批。' },
      { text: '2026年5月6日法制审核通过，2026年5月12日作出处罚决定。' },
    ],
  },
};

function listingOrOneMan(context: RuleContext): boolean {
  return statementsOf(context).some(({ text }) => listing.test(text) || oneMan.test(text));
}

/** A qualification that is still being sought: 资格证书正在备考中. */
const studying = (context: RuleContext): Hit[] =>
  mentions(context, pattern('审核'))
    ? eachPlace(
        context,
        /(?:法律|职业|审核)?资格[^，。；]{0,8}(?:备考|报考|在考|待考|申领|尚在|正在|未通过|未过|没过|没通过|拟考)|(?:法考|司法考试|资格考试)[^，。；]{0,6}(?:未|没有?|尚未)[^，。；]{0,4}(?:通过|过|合格)|(?:正在|尚在|还在)[^，。；]{0,4}(?:备考|报考|准备)[^，。；]{0,10}(?:资格|法考|司法考试)/u,
        ([words]) => ({ message: `审核人员还没有取得法律职业资格：${quoted(words)}。` }),
      )
    : [];

const unqualified = lacking({
  subject: '(?:法律)?职业资格(?:证书?)?|法律资格|法考|司法考试|(?:审核)?资格(?:证书?|信息|证明|材料)|法律职业',
  when: (context) => mentions(context, pattern('审核|初审|法制')),
  unless: /执法资格|执业药师|资质|经营资格|驾驶/u,
  due: (context) =>
    firstPlace(
      context,
      /(?:法制|法核)?审核(?:人员|人|员)(?:为|是|系|由|:)?[^，。；]{0,12}(?:新|初次|首次|刚|聘用|借调|辅助|实习|科员|[\p{Script=Han}]某|:)|(?:初次|首次|第一次|刚|没有|未)[^，。；]{0,4}(?:从事|承担|担任|做过?|接触)[^，。；]{0,12}审核|审核[^，。；]{0,16}(?:新任|新入职|刚入职|新招录|新调入|见习|试用|初次|首次|第一次)/u,
      /多年|(?:19|20)\d\d年(?:起|以来)[^，。；]{0,8}从事|一直从事/u,
    ),
  present: pattern('资格|法考|司法考试|律师证|公职律师'),
  message: (words) => `审核人员没有法律职业资格的记载：${words}。`,
  silent: (words) => `${words}，没有写明是否具有法律职业资格。`,
});

const reviewer: Rule = {
  id: 'enf-reviewer',
  title: '法制审核人员的资格没有体现',
  severity: 'notice',
  nature: 'risk',
  kinds: ['enforcement'],
  why: '初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格。',
  basis: [{ law, article: '58' }],
  advice: '核对审核人员是否初次从事审核、有无法律职业资格，把证书编号附卷。',
  traps: ['原来就从事法制审核的人员，不溯及要求。'],
  check: (context) => [...studying(context), ...unqualified(context)].slice(0, 1),
  examples: {
    hits: [
      { text: '审核人为新任科员，无资格信息。' },
      { text: '法制审核由初次从事审核工作的周某承担，其未取得法律职业资格。', says: '法律职业资格' },
      { text: '法制审核人员：周某（聘用人员）。\n审核意见：同意。', says: '没有写明' },
    ],
    nearMisses: [
      { text: '审核人具有法律职业资格，证号附后。' },
      { text: '法制审核人员周某持有国家统一法律职业资格证书。' },
      { text: '当事人不具有执业药师资格，仍从事处方审核。' },
    ],
  },
};

const together =
  '集体(?:讨论|研究|审议|决定|审理|会商)|(?:局务|局长办公|党组|案审|案件审理|审理委员|负责人|班子|党委|重大案件|案件讨论|审委)[^，。；]{0,6}会|集体';

/** What is done in the place of a meeting. */
const instead =
  /(?:会议|讨论)[^，。；]{0,6}改(?:为|以|用)|(?:电话|微信|邮件|逐一|个别|分别|书面)[^，。；]{0,4}(?:征求|征询)[^，。；]{0,8}意见|传签|圈阅|会签|(?:直接|随即|当即|径行|径直)[^，。；]{0,4}(?:作出|下达|签发|制作)[^，。；]{0,8}(?:决定|处罚)/u;

const collective: Rule = {
  id: 'enf-collective',
  title: '重大处罚没有集体讨论',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '对情节复杂或者重大违法行为给予行政处罚，应当由行政机关负责人集体讨论决定，不能由一人审批。',
  basis: [{ law, article: '57' }],
  advice: '提交负责人集体讨论，形成讨论记录入卷后再作决定；已经讨论的补入记录。',
  traps: ['情节简单的一般处罚由负责人审批即可。', '局务会、案件审理委员会讨论都算集体讨论。'],
  check: lacking({
    subject: `${together}(?:记录|笔录|纪要|材料|程序)?|讨论(?:笔录|记录|纪要)`,
    unless: /举行听证|听证会|一般案件|情节简单|无需|不需/u,
    due: (context) => {
      if (paperOf(context) === 'notice') return null;
      return listingOrOneMan(context) || firstPlace(context, instead) !== null ? graveAt(context) : null;
    },
    present: pattern(together),
    message: (words) => `没有集体讨论的记录：${words}。`,
    silent: (words) => `写了${words}，没有看到负责人集体讨论。`,
    silentGrade: { nature: 'risk' },
  }),
  examples: {
    hits: [
      { text: '拟吊销许可证，因时间紧改为传签，由主要负责人批准。' },
      { text: '吊销案仅分管局长签字。', quote: '吊销' },
      { text: '处罚审批表\n拟处罚：责令停产停业。\n负责人意见：同意。', quote: '责令停产停业' },
      { text: '本案违法情节复杂，拟罚款三十万元，卷内没有集体讨论记录。', says: '没有集体讨论' },
      { text: '责令停产停业决定由局长一人审批后作出。' },
      { text: '| 材料 | 情况 |\n| --- | --- |\n| 负责人集体讨论笔录 | 无 |', quote: '无' },
    ],
    nearMisses: [
      { text: '吊销案附集体讨论笔录。' },
      { text: '罚款二百元，案情简单，由分管局长签字。' },
      { text: '吊销许可证的意见经2026年5月8日局务会讨论通过，由局长签发。' },
    ],
  },
};

const extended =
  /(?:经|已|报)[^，。；]{0,14}(?:批准|同意|审批)[^，。；]{0,10}(?:延长|延期)|(?:延长|延期)[^，。；]{0,14}(?:批准|审批|同意|决定|手续|通知书)|(?:扣除|不计入|不计算)[^，。；]{0,14}(?:期间|时间|期限|日|天)|(?:期间|时间|期限)[^，。；]{0,10}(?:扣除|不计入|不计算)|中止(?:调查|办理|案件)|(?:条例|规章|规定|法律|法规)[^，。；]{0,16}另有规定/u;
const notExtended = /(?:未|无|没有|没|缺少?|不符合)[^，。；]{0,16}(?:延长|延期|扣除|中止|批准|审批|手续|依据)/u;
const ninety = 90;

const ninetyDays: Rule = {
  id: 'enf-90d',
  title: '立案到决定超过九十日',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '处罚决定应当自立案之日起九十日内作出，法律、法规、规章另有规定的除外；超期构成程序违法。',
  basis: [{ law, article: '60' }],
  advice: '说明延长或者扣除期间的依据并附审批手续；没有依据的，承认超期并评估决定的效力。',
  traps: ['经批准延长、鉴定公告等依法扣除的期间，不算超期。', '九十日是自然日。'],
  check: (context) => {
    const sentences = statementsOf(context);
    if (sentences.some(({ text }) => extended.test(text) && !notExtended.test(text))) return [];
    const steps = caseSteps(context, stages, 'decided');
    const filed = firstStep(steps, 'filed');
    const decided = lastStep(
      steps.filter(({ day }) => filed !== null && day > filed.day),
      'decided',
    );
    const days = filed && decided ? decided.day - filed.day : 0;
    if (filed && decided && days > ninety)
      return [
        {
          at: decided.at,
          related: [filed.at],
          message: `${quoted(filed.text)}立案，${quoted(decided.text)}作出决定，共${days}日，超过九十日。`,
        },
      ];
    const nth = eachPlace(context, /立案[^，。；]{0,6}第\s*(\d{2,3})\s*[日天]/u, ([words, count]) =>
      Number(count) > ninety ? { message: `${quoted(words)}才作出决定，超过九十日。` } : null,
    );
    if (nth.length > 0) return nth;
    return context.facts.durations
      .filter(
        ({ unit, days: longest, amount }) => longest > ninety && !(unit === 'month' && amount <= 3) && unit !== 'year',
      )
      .flatMap((duration) => {
        const statement = sentences.find(
          ({ paragraph, from, text }) =>
            paragraph.id === duration.at.block && from <= duration.at.from && duration.at.to <= from + text.length,
        );
        const told =
          statement && /立案|办案/u.test(statement.text) && /决定|处罚|结案|办结|历时|用时/u.test(statement.text);
        return told && !/复议|诉讼|不得|以内/u.test(statement.text)
          ? [{ at: duration.at, message: `立案到作出决定历时${quoted(duration.text)}，超过九十日。` }]
          : [];
      })
      .slice(0, 1);
  },
  examples: {
    hits: [
      { text: '1月5日立案，6月20日决定。', says: '共166日' },
      {
        text: '行政处罚决定书\n本机关于2026年1月5日立案调查。\n决定罚款二万元。\n临河区城市管理局\n2026年4月27日',
        quote: '2026年4月27日',
        says: '共112日',
      },
      { text: '立案日期：2026年2月3日\n处罚决定书作出日期：2026年5月20日', says: '共106日' },
      { text: '| 阶段 | 时间 |\n| --- | --- |\n| 立案 | 2026.1.5 |\n| 作出处罚决定 | 2026.4.30 |', says: '共115日' },
      { text: '本案自立案至作出处罚决定历时五个月，未办理延期审批。', quote: '五个月' },
    ],
    nearMisses: [
      { text: '1月5日立案，3月20日决定。' },
      { text: '2026年1月5日立案，因案情复杂经局长批准延长三十日，2026年4月28日作出处罚决定。' },
      { text: '二〇二六年一月五日立案，二〇二六年四月五日作出处罚决定。' },
      { text: '可以在收到本决定书之日起六个月内向人民法院起诉。' },
    ],
  },
};

export const decidingRules: readonly Rule[] = [legalReview, reviewer, collective, ninetyDays];

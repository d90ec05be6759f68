/** Rights of those addressed: linked restrictions, remedies, retroactivity, proofs. */
import type { Span } from '../../../document/model.ts';
import type { DateFact } from '../../../facts/facts.ts';
import { clauseOf, inBody, textOf } from '../../around.ts';
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isStatute, policy, setting } from './common.ts';

const denied = '(?:不得|不予|暂停|停止|暂缓|拒绝|限制|不能|不|一律不)';
const handled =
  '(?:办理|申办|申请|受理|核发|发放|享受|申领|迁入|安排|开具|出具|审批|报名|评定|落实|入学|就读|提供|参保|迁移|分配)';
const publicRight =
  '(?:证照|执照|户籍|户口|身份证|学籍|公租房|养老|落户|居住证|社保|入学|就学|入园|学位|贷款|不动产|登记|医保|低保|养老金|许可|宅基地|分红|救助|证明)';
const deniedRight = [
  `${denied}(?:为其|给予|其)?${handled}[^。；，]{0,20}${publicRight}`,
  `(?:子女|家庭成员|户口|户籍|${publicRight})[^。；，]{0,8}${denied}[^。；，]{0,4}${handled}`,
  '(?:暂停|停止|中断|切断|停供)[^。；，]{0,4}(?:水电|供水|供电|供气|供热|用水|用电)',
].join('|');

const linked: Rule = {
  id: 'norm-rights-limit',
  title: '不当关联，限制法定权利或公共服务',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '没有法律、法规依据，规范性文件不得减损权利或者增加义务；以欠费、未配合等为由停办证照、入学，属于不当关联。',
  basis: [
    { law: '优化营商环境条例', article: '64' },
    { law: '最高人民法院关于适用《行政诉讼法》的解释', article: '148' },
  ],
  advice: '删去不当关联的限制，相关义务另循法定途径实现；有法律、法规依据的，写明条款。',
  check: setting({
    find: pattern(`${deniedRight}|列入[^。；，]{0,10}(?:黑名单|失信(?:联合)?(?:惩戒)?(?:对象)?(?:人)?名单)`),
    also: [
      pattern(
        '拖欠|欠缴|欠费|欠交|未缴|未参加|未接种|不配合|拒不|不服从|未签订|不签|拒绝|未完成|未履行|不履行|不参加|未缴纳|未交|未搬|不搬|未整改|未按|未落实|未接受',
      ),
    ],
    unless: pattern(
      '不得(?:以|因|将|拒绝|限制|把)|(?:严禁|禁止)[^。；，]{0,4}(?:以|因|将)|奖补|补贴资格|评选|本项目|志愿|法院|失信被执行人',
    ),
    message: ({ match }) => `以未履行其他义务为由限制权利：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '拖欠物业费者不得办理居住证、子女不得入学。', says: '限制权利' },
      { text: '第九条 拒不参加社区统一保洁的商户，列入失信名单。', says: '失信名单' },
      { text: '三、欠缴卫生费的村民，暂缓办理低保。', quote: '暂缓办理低保' },
      { text: '第八条 未签订搬迁协议的家庭，子女不予安排入学。', quote: '子女不予安排入学' },
    ],
    nearMisses: [
      { text: '提供虚假材料的，取消本补贴申报资格；拖欠物业费的，依法通过诉讼解决。' },
      { text: '依照《社会保险法》第六十三条，欠缴社会保险费的，由征收机构处理，不得办理相关登记。' },
      { text: '申请材料不齐的，一次性告知补正，不予受理登记的说明理由。' },
    ],
  },
};

const denyRemedy: Rule = {
  id: 'norm-remedy-deny',
  title: '排除复议、诉讼权利',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '公民、法人认为行政行为侵犯其权益的，有权申请复议、提起诉讼；诉讼制度只能由法律规定。',
  basis: [
    { law: '行政复议法', article: '2' },
    { law: '行政诉讼法', article: '2' },
    { law: '立法法', article: '11' },
  ],
  advice: '删去该规定，改为告知可以依法申请行政复议或者提起行政诉讼。',
  check: policy({
    find: pattern(
      '不服[^。；，]{0,8}，?(?:一律|概)不(?:予)?受理|不(?:再|予)?接受[^。；，]{0,8}(?:异议|申诉|复议|诉讼)|不得再?(?:提出?|有)任何异议|(?:复议|诉讼|起诉)(?:的)?(?:申请|请求)?[^。；，]{0,4}(?:不予受理|不予接收|概不受理|不受理|不予处理)|(?:不得|不能|无权|不可|不准)[^。；，]{0,4}(?:向[^。；，]{0,8}法院)[^。；，]{0,6}(?:起诉|提起|告)|(?:不得|无权|不准|放弃)[^。；，]{0,6}起诉|(?:不得|不能|无权|不予受理)[^。；，]{0,10}(?:申请|提起|提出)?[^。；，]{0,6}(?:行政复议|复议|行政诉讼|诉讼)|(?:认定|处理|决定|处罚|审批|许可|裁定)[^。；，]{0,10}(?:为|是|系)(?:最终|终局)(?:决定|裁决|认定|结论|结果|处理)',
    ),
    unless: pattern(
      '竞赛|评审|考试|成绩|比赛|仲裁|同一事项|重复|逾期|复议期间|诉讼期间|停止执行|超过|法律规定由|申请复核|复核申请|不得(?:在|于|以|告知|写明|规定|作出)|不停止|刑事诉讼|诉讼代理|阻碍|限制|剥夺|不符合|受理条件|补正|复议机关|复议机构|调解|起诉期限',
    ),
    message: ({ match }) => `排除或限制了法定救济：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '对认定结果不得申请行政复议。', says: '法定救济' },
      { text: '对清退不服的商户提出的复议申请一律不予受理。', says: '法定救济' },
      { text: '第十五条 街道的处理决定为最终决定。', says: '最终决定' },
      { text: '街道复核后作出的处理决定为终局决定，当事人不得再申请复议。', says: '终局' },
      { text: '六、申请人对清退决定不服的，不得提起行政诉讼。', says: '行政诉讼' },
    ],
    nearMisses: [
      { text: '对认定结果不服可依法复议或诉讼。' },
      { text: '创业大赛评审结果为最终结果。' },
      { text: '任何单位不得限制当事人申请行政复议的权利。' },
    ],
  },
};

const takesEffect =
  /^\s*(?:零时)?(?:起|开始)?(?:正式|试行|开始|统一)?(?:施行|实施|执行|生效|适用|计收|收取|计算|追溯)/u;
const issuedAfter = /^\s*(?:印发|发布|公布|下发|签发)/u;
const adverse = pattern('罚款|处罚|收费|不得|取消|限制|追回|义务|征收|禁止');
const favourable = pattern('提高[^。；]{0,8}补助|补助标准|补贴标准|降低收费|减免|放宽|免收|养老金|救助标准');

/** The date of issue: as said in words, else the last line that holds a date alone; the last day where none is told. */
function issuedOn(context: RuleContext): DateFact | null {
  const dates = inBody(context, context.facts.dates).filter(({ year, month }) => year !== null && month !== null);
  const said = dates.find(({ at }) => issuedAfter.test(clauseOf(context, at).after));
  const alone = dates.filter(({ at, day }) => day !== null && standsAlone(context, at)).at(-1);
  return said ?? alone ?? null;
}

/** A line that is a date, with the issuer's name before it at most. */
function standsAlone(context: RuleContext, at: Span): boolean {
  const line = textOf(context, at.block);
  return line.length < 40 && /^[^，。；：]*$/u.test(line) && line.slice(at.to).trim() === '';
}

const days = ({ year, month, day }: DateFact): number => (year ?? 0) * 372 + (month ?? 0) * 31 + (day ?? 31);

/** Dates on which the document itself takes effect: 自2026年1月1日起施行, 从同年二月起执行. */
function effectiveDates(context: RuleContext): DateFact[] {
  return inBody(context, context.facts.dates).filter(({ form, at }) => {
    if (form !== 'complete' && form !== 'month') return false;
    const { before, after, text } = clauseOf(context, at);
    return (
      takesEffect.test(after) &&
      (/(?:自|从|于|由)\s*$/u.test(before) || /^\s*(?:零时)?(?:起|开始)/u.test(after)) &&
      !/废止|有效期|统计|原|《/u.test(text)
    );
  });
}

const ownPaper = '本(?:办法|规定|细则|通知|意见|方案|规则|标准|公告)';
const earlierActs = [
  `适用于(?:${ownPaper})?(?:施行|实施|印发|发布|生效)(?:之|以)?前[^。；，]{0,12}(?:行为|事项|情形|违法|建设|项目|活动)`,
  `对(?:${ownPaper})?(?:施行|实施|印发|发布|生效)(?:之|以)?前[^。；，]{0,16}(?:行为|事项|情形|违法|建设|项目|活动)[^。；，]{0,4}(?:同样|也|亦|一并|均)[^。；，]{0,4}(?:适用|按|依照)`,
  `(?:施行|实施|印发|发布)(?:之|以)?前[^。；，]{0,16}(?:行为|事项|情形|建设)的?，?[^。；，]{0,4}(?:同样|也|亦|一并|均)?(?:适用|按照?|依照?)${ownPaper}`,
  `(?:以前|以往|此前|过去)[^。；，]{0,14}不符合${ownPaper}[^。；]{0,10}(?:追回|取消|拆除|处罚|收回)`,
  `${ownPaper}(?:施行|实施|印发|发布|生效|出台)(?:之|以)?前[^。；]{1,30}?(?:同样|也|亦|一并|均)?[^。；，]{0,4}(?:适用|按照?|依照?)${ownPaper}`,
  `(?:此前|以往|过去|之前)[^。；]{0,20}?(?:同样|也|亦|一并|均)[^。；，]{0,4}(?:适用|按照?|依照?)${ownPaper}`,
  '追溯(?:至|到|适用)[^。；，]{0,16}',
].join('|');

const retroactive: Rule = {
  id: 'norm-retro',
  title: '溯及既往',
  severity: 'high',
  nature: 'risk',
  kinds: ['normative'],
  why: '不利于相对人的规定不得溯及既往，为了更好地保护权利和利益的特别规定除外。',
  basis: [{ law: '立法法', article: '104', note: '规范性文件参照' }],
  advice: '施行日期改为印发之日或者以后；属于有利追溯的，在文中写明。',
  check: (context) => {
    const issued = issuedOn(context);
    const early = isStatute(context) || issued === null ? [] : effectiveDates(context);
    const before = policy({
      find: pattern(earlierActs),
      unless: pattern(
        '过渡期|之日起[^。；，]{0,10}[日月年]内|换证|重新登记|不(?:溯及|追溯|适用)|按(?:照)?(?:原|当时)|从旧|不再追究',
      ),
      negatable: true,
      message: ({ match }) => `规定适用于施行以前：${quoted(match.text)}。`,
    });
    const hits: Hit[] = [
      ...early
        .filter((date) => issued !== null && days(date) < days(issued))
        .map((date) => ({ at: date.at, message: `${quoted(date.text)}起施行，早于印发日期${issued?.text ?? ''}。` })),
      ...before(context),
    ];
    if (hits.length === 0) return [];
    // Only what favours those addressed may reach back.
    const mild = mentions(context, favourable) && !mentions(context, adverse);
    return mild ? hits.map((hit) => ({ ...hit, severity: 'notice' as const })) : hits;
  },
  examples: {
    hits: [
      { text: '本办法自2024年1月1日起执行（2026年5月印发）。', says: '早于印发日期' },
      {
        text: '临川区停车收费规定\n第十条 违反规定的，取消资格。\n第十二条 本规定自2026年1月1日起施行。\n2026年3月20日',
        quote: '2026年1月1日',
      },
      { text: '第十一条 本办法适用于本办法施行前发生的违规建设行为。', says: '施行以前' },
      {
        text: '关于收取清洁费的通知\n一、商户每月缴费五十元。\n二、本通知从2026年3月1日起执行。\n桐溪街道办事处\n二〇二六年九月二日',
        says: '早于印发日期',
      },
    ],
    nearMisses: [
      { text: '本办法自2026年6月1日起施行。' },
      { text: '第十二条 本规定自2026年5月1日起施行。\n2026年3月20日' },
      { text: '本办法不适用于施行前发生的行为。' },
      { text: '原办法自2020年1月1日起施行，现予废止。\n2026年3月20日' },
    ],
  },
};

const vouching = '(?:村委会|居委会|村居|[村居]|社区|街道|派出所|单位)';
const circumstance = '(?:无违法|无犯罪|亲属关系|婚姻|居住|收入|未婚|无房|贫困|无业|健在|同住)';
/** 由村（居）证明其收入属实; 村居加盖公章的收入情况说明; a row of papers: 未婚证明 | 村委会. */
const proven = [
  `由[^。；，]{0,8}${vouching}(?:（[^）]{1,4}）)?[^。；，]{0,4}证明[^。；，]{1,16}`,
  `${vouching}[^。；，]{0,6}(?:盖公?章|签章|签字|签名)的[^。；，]{0,12}(?:说明|证明|意见|材料)`,
  `(?:材料|需带|须带|需提交)[^。；，]{0,10}${circumstance}[^。；，]{0,6}证明`,
  `${circumstance}[^。；，]{0,6}证明：[^。；，]{0,8}${vouching}`,
].join('|');

const proof: Rule = {
  id: 'norm-proof',
  title: '要求提供没有依据的证明',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '证明事项应当有法律、法规或者国务院决定依据，清单之外不得索要；能核验、能告知承诺的不得设定。',
  basis: [{ law: '优化营商环境条例', article: '44' }],
  advice: '列明证明事项的依据；没有依据的取消，改为部门核验或者告知承诺。',
  check: policy({
    find: pattern(
      '(?:居委会|居民委员会|村委会|村民委员会|社区|派出所|街道|单位)[^。；，]{0,6}(?:出具|开具|开的)[^。；，]{0,10}(?:证明|意见)|(?:邻居|邻里|同事|房东|两名[^。；，]{0,6}|社区|居委会|村委会|楼长|组长)[^。；，]{0,8}(?:签名|签字|盖章|作证)的?[^。；，]{0,8}证明|(?:提供|提交|出具|开具)[^。；，]{0,14}(?:无违法|无犯罪|无违规|亲属关系|婚姻状况|居住|收入|未婚|无房|贫困|同意)[^。；，]{0,6}证明' +
        `|${proven}`,
    ),
    unless: pattern('告知承诺|证明事项清单|依照《|根据《|按照《|法律|法规|不得|无需|不再|取消|数据共享|核验'),
    unlessLead: pattern('不再要求|取消下列|不得要求'),
    negatable: true,
    message: ({ match }) => `要求提供证明：${quoted(match.text)}，没有写明法律、法规或者国务院决定依据。`,
  }),
  examples: {
    hits: [
      { text: '须提交居委会出具的无犯罪证明。', says: '要求提供证明' },
      { text: '第六条 申请临时救助的，由村委会开具贫困证明。', says: '贫困证明' },
      { text: '三、报名时提供婚姻状况证明和身份证。', quote: '提供婚姻状况证明' },
    ],
    nearMisses: [
      { text: '通过数据共享核验。' },
      { text: '申请人无需提供居委会出具的居住证明。' },
      { text: '依照《户口登记条例》，由派出所出具注销证明。' },
    ],
  },
};

export const rights: readonly Rule[] = [linked, denyRemedy, retroactive, proof];

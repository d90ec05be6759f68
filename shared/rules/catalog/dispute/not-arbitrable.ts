/** Disputes that are closed to commercial arbitration: administrative agreements and acts, labour. */
import { isTitle, leads, mentions, phrase, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { arbitrationLaw, submits } from './common.ts';

/** Kinds of arbitration that are not commercial arbitration. */
const otherArbitration = pattern('劳动|人事争议|土地承包');

const certainAgreement = pattern(
  '(?:征收|征用|拆迁)[^。\\n]{0,10}(?:补偿|安置)[^。\\n]{0,6}(?:协议|合同)|特许经营(?:权)?(?:协议|合同)|(?:采矿权|探矿权|矿业权|海域使用权|水资源)[^。\\n]{0,4}出让|(?:公共租赁|保障性|经济适用)住?房[^。\\n]{0,6}(?:协议|合同)|政府和社会资本合作',
);
const landGrant = pattern('(?:土地|建设用地)使用权出让');
const investmentAgreement = pattern('招商|投资(?:合作)?(?:协议|合同)|入园|项目落户|产业扶持');
const privilege = pattern(
  '许可|奖励|奖补|扶持|兑现|补贴|补助|返还|税收|财政|减免|优惠政策|土地指标|用地指标|供地|收回土地|优益权|公共利益',
);

/** How sure it is, from its title and opening, that a document is an administrative agreement. */
function administrativeAgreement(context: RuleContext): 'certain' | 'perhaps' | 'no' {
  const { text } = readingOf(context.document);
  const head = text.slice(0, 600);
  if (context.input.subKind === 'administrative' || certainAgreement.test(head)) return 'certain';
  if (context.input.subKind === 'expropriation' || landGrant.test(head)) return 'perhaps';
  const investment = context.input.subKind === 'investment' || investmentAgreement.test(head);
  return investment && privilege.test(text) ? 'perhaps' : 'no';
}

function gradeAgreement(_: Place, context: RuleContext): Pick<Hit, 'severity' | 'advice'> {
  return administrativeAgreement(context) === 'certain'
    ? {}
    : { severity: 'notice', advice: '请先说明本合同是否属于行政协议；属于的，删去仲裁条款，改为行政复议或行政诉讼。' };
}

const arbAdministrative: Rule = {
  id: 'disp-arb-adminagreement',
  title: '行政协议约定仲裁',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '征收补偿、特许经营等行政协议的争议走行政复议、行政诉讼；其中的仲裁条款，法院应当确认无效。',
  basis: [
    { law: '最高人民法院关于审理行政协议案件若干问题的规定', article: '26' },
    { law: '最高人民法院关于审理行政协议案件若干问题的规定', article: '2' },
  ],
  advice: '删去仲裁条款，改为“依法申请行政复议或者提起行政诉讼”；认为属于民事合同的，在送审说明中写明定性理由。',
  check: phrase({
    find: pattern(`${submits}[^。；，]{0,20}仲裁(?:机构|委员会)?(?:仲裁|裁决)?`),
    unless: otherArbitration,
    negatable: true,
    when: (_, context) => administrativeAgreement(context) !== 'no',
    message: ({ match }, context) =>
      administrativeAgreement(context) === 'certain'
        ? `本协议属于行政协议，却约定仲裁：${quoted(match.text)}。`
        : `本合同可能属于行政协议，约定了仲裁：${quoted(match.text)}。`,
    grade: gradeAgreement,
  }),
  examples: {
    hits: [
      { text: '房屋征收补偿协议：争议提交仲裁。', quote: '提交仲裁', says: '属于行政协议' },
      {
        text: '青岩区生活垃圾焚烧项目特许经营协议\n第二十条 因本协议产生的争议，由临川仲裁委员会仲裁。',
        quote: '由临川仲裁委员会仲裁',
      },
      {
        text: '临川高新区项目投资协议\n第三条 甲方给予乙方产业扶持资金。\n第十条 争议提交临川仲裁委员会仲裁。',
        subKind: 'investment',
        says: '可能属于行政协议',
      },
    ],
    nearMisses: [
      { text: '房屋征收补偿协议：争议可申请行政复议或提起行政诉讼。' },
      { text: '办公用品采购合同\n第九条 争议提交临川仲裁委员会仲裁。' },
      { text: '国有土地上房屋征收补偿协议\n第十条 双方不得就本协议申请仲裁，争议依法提起行政诉讼。' },
    ],
  },
};

const arbOrdinary = pattern('仲裁(?:委员会|委|院|中心)');
const arbitrator = '仲裁(?:委员会|委|院|中心)';
const misplaced =
  '(?:行政(?:处罚|许可|征收|征用|决定|强制|裁决|争议|纠纷|行为|审批|处理|确认|收费|命令)|(?:罚款|责令[^，。；]{2,4}|强制拆除|强制执行|查封|扣押|没收|吊销[^，。；]{0,4}|撤销许可|征收|收回[^，。；]{0,4})的?(?:决定|处理)|吊销|劳动(?:合同|关系|争议|纠纷|报酬|人事)|人事争议|聘用(?:合同|关系|争议|纠纷)?|工伤|社会保险|用工)';
const misplacedWords = new RegExp(misplaced, 'u');
const misplacedLead = new RegExp(`${misplaced}[^。；]{0,20}(?:争议|纠纷|情形)?[^。；]{0,6}[：:]\\s*$`, 'u');
const employment = /劳动合同|聘用合同|聘用协议|聘任合同|劳动协议|雇用合同/u;

/** The paper itself is a contract of employment, by its name. */
function isEmployment(context: RuleContext): boolean {
  return readingOf(context.document)
    .paragraphs.slice(0, 4)
    .some((paragraph) => isTitle(context, paragraph) && employment.test(paragraph.text));
}

const disputeMisplaced: Rule = {
  id: 'disp-labor-dispute',
  title: '劳动争议、行政争议约定商事仲裁',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '行政争议不能仲裁，劳动争议由劳动人事争议仲裁委员会处理；约定给商事仲裁机构的，约定落空。',
  basis: [arbitrationLaw('第二条、第三条、第七十七条')],
  advice: '行政争议改为依法申请行政复议或者提起行政诉讼；劳动、聘用争议改为劳动人事争议仲裁委员会。',
  check: phrase({
    find: pattern(
      `${misplaced}[^。；]{0,40}${arbitrator}|${arbitrator}[^。；，]{0,16}${misplaced}[^。；，]{0,8}(?:争议|纠纷|案件)|(?:争议|纠纷)[^。；]{0,40}${arbitrator}`,
    ),
    unless: pattern(
      '(?:劳动|人事)(?:人事)?(?:争议)?(?:调解)?仲裁|除外|以外|之外|不适用|不含|不属于|不(?:提交|适用|通过|得)[^。；，]{0,10}仲裁|其他争议|民事争议',
    ),
    negatable: true,
    when: ({ match, paragraph, sentence }, context) =>
      mentions(context, arbOrdinary) &&
      // 可以申请复议 keeps the right way open, 不得申请复议 closes it.
      !/复议/u.test(sentence.replace(/不(?:得|能|再)[^。；，]{0,8}复议/gu, '')) &&
      (misplacedWords.test(match.text) ||
        leads(context, paragraph).some((lead) => misplacedLead.test(lead)) ||
        isEmployment(context)),
    message: ({ match }) => `把不能交商事仲裁的争议约定给仲裁委员会：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      {
        text: '因行政处罚发生的争议提交仲裁委员会。',
        quote: '行政处罚发生的争议提交仲裁委员会',
        says: '不能交商事仲裁',
      },
      { text: '双方因履行劳动合同产生纠纷的，提交临川仲裁委员会裁决。', says: '劳动合同' },
      { text: '第七条 乙方对行政许可结果有异议的，可向青岩仲裁委员会申请仲裁。', says: '行政许可' },
      { text: '对甲方责令停业决定不服引起的争议，乙方只能向青岩仲裁委员会申请仲裁，不得申请复议。' },
    ],
    nearMisses: [
      { text: '因履行本合同发生的民事争议提交仲裁委员会。' },
      { text: '因劳动合同发生争议的，向临川区劳动人事争议仲裁委员会申请仲裁。' },
      { text: '乙方因违法受到行政处罚的，自行承担；其他争议由甲方所在地人民法院管辖。' },
    ],
  },
};

export const notArbitrable: readonly Rule[] = [arbAdministrative, disputeMisplaced];

/** Expropriation as a decision: time for views, what the notice must say, and who may clear a house. */
import { absentParts, mentions, places, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { mentionsOf } from '../../materials.ts';
import { pattern } from '../../pattern.ts';
import { openPeriods } from '../../periods.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule } from '../../rule.ts';
import { isStatute, policy } from '../normative/common.ts';

const houses = '国有土地上房屋征收与补偿条例';
/** 土地管理法 47 and 条例 10: days of notice, counted from the day after the first. */
const noticeDays = 30;

const expropriation = pattern('征收|征地|拆迁|拟征|补偿方案|安置方案');
const collective = pattern('集体土地|拟征收土地|征地|农用地|宅基地|土地征收|征收土地');
const unrelated = pattern('(?:不涉及|不属于|与)[^。；，]{0,8}(?:征收|征地|拆迁)[^。；，]{0,2}(?:无关|[。；，]|$)');
const opened = pattern('征求意见|公告|公示|征集意见|听取意见|公布');

/** Papers that must stand behind either kind of expropriation; the land kind has its own survey. */
const papers = [
  ['社会稳定风险评估', pattern('社会稳定(?:性)?风险评估|稳定(?:风险)?评估|社稳评|稳评')],
  [
    '补偿费足额到位、专户存储的证明',
    pattern('专户(?:存储|储存|存款)?|足额到位|资金到位|补偿(?:费用?|资金)(?:到位|存储|落实)'),
  ],
  ['土地现状调查', pattern('现状调查|土地现状')],
] as const;

const notice: Rule = {
  id: 'dec-expro-30d',
  title: '征收公告、征求意见不足三十日或者前置材料欠缺',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['decision'],
  why: '集体土地的征收公告至少三十日，房屋征收补偿方案征求意见不得少于30日，并须先做社会稳定风险评估、落实资金。',
  basis: [
    { law: '土地管理法', article: '47' },
    { law: houses, article: '10' },
    { law: houses, article: '12' },
  ],
  advice: '先分清集体土地和国有土地上房屋，重新公告或者征求意见满三十日，补社会稳定风险评估和资金到位材料。',
  traps: ['期间从公告次日起算，满三十日的不算不足。'],
  check: (context) => {
    if (!mentions(context, expropriation) || mentions(context, unrelated)) return [];
    const land = mentions(context, collective);
    const short = openPeriods(context, opened).flatMap((period): Hit[] => {
      const days = period.from !== null && period.to !== null ? period.to - period.from : period.days;
      if (days >= noticeDays) return [];
      const what = land ? '征收土地公告' : '征收补偿方案征求意见';
      return [{ at: period.at, message: `${what}${quoted(period.text)}，从次日起算${days}日，不足${noticeDays}日。` }];
    });
    const lacking = papers.flatMap(([name, words]): Hit[] => {
      const gap = mentionsOf(context, words).find(({ absent }) => absent);
      return gap ? [{ at: gap.at, nature: 'risk', message: `征收材料没有${name}：${quoted(gap.sentence, 60)}` }] : [];
    });
    return [...short, ...lacking];
  },
  examples: {
    hits: [
      { text: '房屋征收补偿方案征求意见自6月1日至6月10日。', quote: '6月1日至6月10日', says: '9日' },
      { text: '拟征收土地公告期限为十五日。', says: '征收土地公告' },
      {
        text: '旧城片区房屋征收方案征求意见自2026年3月1日起至2026年4月5日止，未作社会稳定风险评估。',
        says: '社会稳定',
      },
      { text: '| 征收材料 | 有无 |\n| 补偿资金专户存储证明 | 无 |', says: '专户' },
    ],
    nearMisses: [
      { text: '方案征求意见自6月1日至7月1日，附社会稳定风险评估报告和专户存储证明。' },
      { text: '拟征收土地公告期为三十日，公告期自2026年5月1日至2026年5月31日。' },
      { text: '停车方案公开征求意见自6月1日至6月10日。' },
    ],
  },
};

const decides = pattern(
  '征收决定|(?:决定|即日起|现决定|依法)[^。；]{0,20}征收|征收[^。；，]{0,20}(?:两侧|范围内|片区|地块|区域)[^。；，]{0,8}房屋|对[^。；，]{2,24}房屋[^。；，]{0,6}(?:实施|进行|予以)征收',
);
/** The law's own words on what is due, quoted or taught. */
const ofLaw = /应当及时公告|应当载明|被(?:依法)?征收的|市、县级人民政府作出|第[一二三四五六七八九十百]+条）/u;
const isNotice = pattern('公告|通告|决定');
const otherPaper = pattern(
  '征求意见|征求《|尚未作出征收决定|不是征收决定|补偿决定|征集意见|拟征收|意向|征收补偿协议|起草|送审|上会',
);
const noticeParts: readonly Part[] = [
  ['征收补偿方案', pattern('补偿(?:安置)?方案|补偿与安置方案')],
  ['行政复议权利', pattern('复议')],
  ['行政复议期限', pattern('(?:60|６０|六十)\\s*(?:个)?(?:日|天)|复议[^。；]{0,20}[日月]内')],
  ['行政诉讼权利', pattern('诉讼|起诉')],
  ['起诉期限', pattern('(?:6|６|六)\\s*个?月|(?:诉讼|起诉)[^。；]{0,20}[日月]内|[日月]内[^。；]{0,24}(?:诉讼|起诉)')],
];
const planLater = pattern('补偿(?:安置)?方案[^。；，]{0,4}(?:另行|待|以后|后续)(?:公告|公布|制定|印发|发布)');
const wrongIssuer = pattern(
  '(?:街道(?:办事处|办)?|[镇乡](?:人民)?政府|征收(?:办|中心|办公室|部门|管理局)|指挥部|[住城][\\p{Han}]{0,8}局|管委会|村(?:民)?委(?:员)?会|拆迁办|工作组|开发公司|城投公司)[^。；，]{0,12}(?:作出|发布|公告|决定|通告|印发)',
);

const decisionNotice: Rule = {
  id: 'exp-decision-notice',
  title: '征收决定公告内容或者作出机关不合规定',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['decision', 'normative'],
  why: '房屋征收决定由市、县级人民政府作出，公告应当载明征收补偿方案和行政复议、行政诉讼权利等事项。',
  basis: [
    { law: houses, article: '13' },
    { law: houses, article: '8' },
  ],
  advice: '改由市、县级人民政府作出并公告，附征收补偿方案，写明六十日内申请行政复议、六个月内起诉。',
  traps: ['补偿方案征求意见公告、针对单户的补偿决定，不是征收决定公告。'],
  check: (context) => {
    if (isStatute(context) || !mentions(context, isNotice) || mentions(context, otherPaper)) return [];
    const [place] = places(context, decides).filter(({ sentence }) => !ofLaw.test(sentence));
    if (!place || !mentions(context, pattern('房屋|国有土地|征收补偿|被征收'))) return [];
    const absent = [...(mentions(context, planLater) ? ['征收补偿方案'] : []), ...absentParts(context, noticeParts)];
    const issuer = places(context, wrongIssuer)[0];
    const faults = [
      ...(issuer ? [`由${quoted(issuer.match.text, 24)}，不是市、县级人民政府`] : []),
      ...(absent.length > 0 ? [`没有写明${absent.join('、')}`] : []),
    ];
    return faults.length > 0 ? [{ at: place.at, message: `征收决定公告${faults.join('；')}。` }] : [];
  },
  examples: {
    hits: [
      { text: '某街道办事处公告：自即日起征收幸福路两侧房屋，望配合。', says: '不是市、县级人民政府' },
      { text: '临河区人民政府房屋征收决定公告\n一、征收范围：北门片区房屋。\n二、补偿方案附后。', says: '行政复议' },
      {
        text: '青麓区房屋征收管理局发布征收决定：对老机场地块房屋予以征收，附补偿方案；不服的可在60日内申请行政复议或者6个月内提起行政诉讼。',
        says: '征收管理局',
      },
    ],
    nearMisses: [
      { text: '某区人民政府征收决定公告，附补偿方案并告知60日内复议、6个月内起诉。' },
      { text: '房屋征收补偿方案征求意见公告：北门片区房屋，征求意见三十日。' },
      { text: '房屋征收补偿决定：被征收人王某逾期未签约，补偿如下。' },
    ],
  },
};

const clearing = pattern(
  '由(?:甲方|征收(?:人|方|部门)|街道|镇政府|指挥部|政府|本(?:机关|部门|单位)|实施单位)[^。；，]{0,8}(?:清空|拆除|腾空|搬离|破拆|腾房)|强行腾|强制(?:搬迁|拆除|腾空|腾退|搬离|清空|清场|清退|拆迁|执行)|强拆|强行(?:拆除|搬迁|腾空|清空)|(?:组织|实施|代为|直接|予以|可以?|有权|派人|进场)[^。；，]{0,8}(?:腾空|拆除|搬离|拆迁|破拆|清空|搬迁)',
);
const refusing = pattern(
  '逾期|期满|拒不|拒绝|未(?:按期|按时|在[^。；，]{0,12})?(?:搬|腾|签约)|不(?:搬|腾|签约)|超期|到期',
);

const selfDemolish: Rule = {
  id: 'exp-self-demolish',
  title: '行政机关自行强制搬迁、拆除',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['decision', 'normative', 'contract'],
  why: '被征收人逾期不搬迁的，由作出征收决定的市、县级人民政府依法申请人民法院强制执行，不得自行强拆。',
  basis: [{ law: houses, article: '28' }],
  advice: '删去自行强制搬迁、拆除的内容，改为期满不复议、不起诉又不搬迁的，依法申请人民法院强制执行。',
  traps: ['依法申请人民法院强制执行，以及对征收范围内违法建筑依法拆除，不在此列。'],
  check: policy({
    find: clearing,
    also: [refusing],
    unless: pattern(
      '法院|违法建[设筑]|违章|违建|临时建筑|依法拆除|乙方(?:自行|负责)|自行(?:拆除|搬离|腾空)|城乡规划法|承租(?:人|方)|租赁|广告|店招|不得(?:强|组织|实施|采取)',
    ),
    negatable: true,
    when: ({ sentence }, context) =>
      /搬迁|腾空|搬离|腾退|征收|拆迁/u.test(sentence) || readingOf(context.document).says(expropriation),
    message: ({ match, sentence }) => `由行政机关或者实施单位${quoted(match.text, 20)}：${quoted(sentence, 60)}`,
  }),
  examples: {
    hits: [
      { text: '逾期不搬迁的，由街道组织强制拆除。', says: '强制拆除' },
      { text: '房屋征收补偿决定\n三、被征收人期满仍未腾空的，由区征收中心组织腾空。', says: '组织腾空' },
      { text: '征收补偿协议\n第八条 乙方逾期未交房的，甲方有权强行拆除。', kind: 'contract', says: '强行拆除' },
      { text: '| 情形 | 措施 |\n| 拒不搬迁 | 拒不搬迁的住户由实施单位强制搬迁 |', says: '强制搬迁' },
    ],
    nearMisses: [
      { text: '逾期不申请复议、不起诉又不搬迁的，由区人民政府依法申请人民法院强制执行。' },
      { text: '征收范围内的违法建筑逾期不拆的，由城管部门依法强制拆除。' },
      { text: '征收补偿协议：乙方逾期搬迁的，搬迁奖励不予发放，甲方不得强制搬迁。' },
    ],
  },
};

export const expropriationDecisions: readonly Rule[] = [notice, decisionNotice, selfDemolish];

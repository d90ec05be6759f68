/** One side's sweeping powers: exempt from everything, change at will, end at will without paying. */
import type { Paragraph } from '../../../document/model.ts';
import { phrase, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Rule, RuleContext } from '../../rule.ts';

const exemption =
  '概不(?:负责|承担|赔偿|受理)|一概不(?:负责|承担)|(?:均|一律|都|也|亦)不负责(?:$|[。，；]|赔偿)|(?:均|也|亦|都|将|即)?(?:不|无须|无需|毋须|不再)(?:需要?)?(?:承担|负)(?:任何|一切|全部|所有)?[^。；，不]{0,10}(?:责任|赔偿)|不(?:对|因|就|向)[^。；，]{0,24}(?:承担|负)[^。；，]{0,8}(?:责任|赔偿)|不(?:予)?承担[^。；，]{0,24}(?:损失|后果|风险)|(?:无须|无需|毋须|不需|不必)(?:对|就|向)[^。；，]{0,24}(?:承担|负)[^。；，]{0,8}(?:责任|赔偿)|免(?:除|于)[^。；，]{0,10}(?:责任|义务|赔偿)|(?:不|不予|无需|无须)(?:进行|作出|给予)?(?:任何)?(?:赔偿|补偿)|免责';
const anyCause =
  '(?:无论|不论|不管)[^。；，]{0,8}(?:原因|情况|情形|事由|缘由|过错)|(?:任何|何种|一切)(?:情况|情形|条件|时候)下?|(?:任何|一切|何种|所有)(?:原因|事由|因素)|(?:任何|一切|所有|全部)[^。；，任]{0,12}(?:损失|损害|损毁|损坏|丢失|灭失|后果|风险|索赔|纠纷)|任何(?:问题|意外|事故|故障|风险|后果)|损失[^。；，]{0,8}一概';
/** The other side's own doing, or a law's exemption: a cause that is named and innocent. */
const ownDoing =
  /不可抗力|故意|重大过失|(?:因|由于|系|属于?|如)[^。；，向对给]{0,12}(?:甲方|乙方|丙方|对方|另一方|自身|本人|[人方商户])(?:自身|单方)?的?[^。；，]{0,8}(?:原因|违约|过错|过失|不当|违反|未|擅自|拒|迟|逾期|延误|拖|不善|疏忽|失误|责任|操作|隐瞒|虚假)|擅自|(?:乙方|丙方|对方|承租[人方]|供应商|承包[人方]|受托[人方]|中标人)(?:人员)?未|未经[^。；，]{0,10}(?:同意|许可|批准)|违反(?:本|合同|约定|规定|前)|自行承担(?:因其|自身)|双方(?:互|均|都)|互不|任何一方|各自|法律(?:另有|规定)|依法(?:免|不)|过错(?:方|责任)/u;

const gross: Rule = {
  id: 'exempt-gross',
  title: '概括免除一方责任',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '不分原因地免除一方全部责任，会把故意和重大过失造成的财产损失也免掉，这一部分自始无效；一方提供的格式文本还可能整条无效。',
  basis: [
    { law: '民法典', article: '506' },
    { law: '民法典', article: '497' },
  ],
  advice: '列明可以免责的具体情形和范围，并补写“因一方故意或者重大过失造成损失的，不适用免责约定”。',
  traps: ['不可抗力免责、因对方自身原因而不承担责任、双方互不追究，都有具体事由，不属概括免责。'],
  yieldsTo: ['unilateral-terminate-free'],
  check: phrase({
    find: pattern(exemption),
    also: [pattern(anyCause)],
    unless: pattern(
      '人身伤害|人身损害|人身伤亡|人员伤亡|伤亡|伤残|工伤|安全事故|不得免除|不(?:能|应|得|可)免责|免责(?:事由|条款|情形|声明)(?:的|由|按)',
    ),
    negatable: true,
    when: ({ sentence }) => !ownDoing.test(sentence),
    message: ({ sentence }) => `不问原因地免除一方责任：${quoted(sentence, 60)}`,
  }),
  examples: {
    hits: [
      { text: '因系统故障造成的任何损失，乙方概不负责。', quote: '概不负责', says: '不问原因' },
      { text: '第八条 场地内停水停电的，无论何种原因，出租方均不承担赔偿责任。', says: '无论何种原因' },
      { text: '委托方在任何情况下都无须承担任何经济责任。' },
      { text: '| 责任 | 仓储期间发生的一切损失，保管方不予赔偿 |' },
    ],
    nearMisses: [
      { text: '因不可抗力造成系统中断，乙方在影响范围内免责。' },
      { text: '因乙方操作不当造成的一切损失，甲方不承担责任。' },
      { text: '无论何种原因，乙方均不得停止供水。' },
      { text: '除供应商故意或者重大过失外，因网络中断造成的任何间接损失，供应商不承担赔偿责任。' },
      { text: '承租人擅自改动电路引起的任何损失，出租人概不负责。' },
    ],
  },
};

const changing = '(?:变更|调整|修改|增减|更改|改变|变动|增加|减少|提高|降低|取消|扩大|缩减)';
const changeable =
  '(?:范围|内容|数量|价格|单价|价款|费用|费率|租金|标准|期限|时间|地点|规格|要求|条款|合同|协议|项目|工作量|方案|区域|岗位|人数|工期|配置|服务|面积|场地|线路|路段|报酬|批次|频次|办法|细则|位置)';
const submission =
  '无条件|(?:不得|无权)(?:有|提出|持|表示)?(?:任何)?(?:异议|反对意见)|(?:不得|无权)(?:拒绝|推诿|反对|拒不)|(?:须|应|应当|必须|一律|均应)(?:当)?(?:立即)?(?:接受|执行|服从|同意|照办)|不得(?:因此|以此|据此)?(?:要求|主张|索要|提出)[^。；]{0,12}(?:补偿|赔偿|索赔|调价|增加|涨价|加价|费用)|(?:无需|无须|不必|不需)(?:经|征得|取得|与|通知)?[^。；]{0,8}(?:同意|协商|认可)|视为[^。；，]{0,6}(?:同意|接受|认可)|不(?:予|作|另行?)(?:任何)?(?:补偿|调整价款|调价|增加费用|支付费用)';
const agreed = pattern(
  '协商|协议(?:变更|调整)|双方(?:确认|签|同意|书面|另)|补充协议|(?:书面)?变更(?:单|协议|通知单)|相应(?:调整|增减|增加|减少|顺延|补偿)|合理(?:补偿|调整)|给予[^。；，]{0,6}补偿|据实结算|法律法规|国家政策|政府(?:指导|定)价|不得(?:单方|擅自|随意|自行)',
);

const atWill = '(?:随时|单方面?|自行|任意|有权|可以?|保留|根据[^。；，]{0,10}需要|视[^。；，]{0,8}(?:情况|需要)|决定)';
const submits = pattern(submission);

/** The end of a paragraph with the next one: （一）甲方可单方调价； （二）乙方应当服从。 */
function joinedWithNext(context: RuleContext, { id, text }: Paragraph, sentence: string): string {
  if (!text.trimEnd().endsWith(sentence.trimEnd())) return '';
  const { paragraphs, indexOf } = readingOf(context.document);
  return `${sentence}${paragraphs[(indexOf.get(id) ?? -2) + 1]?.text.slice(0, nextReach) ?? ''}`;
}

/** How much of the paragraph that follows is read with a sentence, in UTF-16 units. */
const nextReach = 80;

const change: Rule = {
  id: 'unilateral-change',
  title: '一方可单方变更合同',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '变更合同须双方协商一致；一方随时改范围、改价而对方只能照办，属于加重对方责任，作为格式条款可能无效。',
  basis: [
    { law: '民法典', article: '543' },
    { law: '民法典', article: '497' },
  ],
  advice: '改为书面变更程序：提出方列明变更内容，双方签字确认后执行，价款和期限随之调整；紧急情形可先执行后补签。',
  traps: ['有权变更但写明双方书面确认、相应调整价款的，是正常的变更管理。'],
  check: phrase({
    find: pattern(
      [
        `${atWill}[^。；]{0,20}${changing}[^。；，]{0,10}${changeable}`,
        `${atWill}[^。；]{0,6}对[^。；，]{0,24}${changeable}[^。；，]{0,12}${changing}`,
        `${changeable}[^。；，]{0,12}(?:由|以|按)[^。；，]{0,12}${atWill}[^。；，]{0,6}(?:${changing}|确定|决定)`,
        `无条件(?:接受|服从|执行|同意)[^。；，]{0,40}${changing}`,
      ].join('|'),
    ),
    negatable: true,
    when: ({ sentence, paragraph }, context) =>
      [sentence, joinedWithNext(context, paragraph, sentence)].some((text) => submits.test(text) && !agreed.test(text)),
    message: ({ sentence }) => `一方可单方变更合同内容，对方只能接受：${quoted(sentence, 60)}`,
  }),
  examples: {
    hits: [
      { text: '甲方可随时调整服务范围和价格，乙方须无条件执行。', says: '只能接受' },
      { text: '第七条 采购人有权单方面修改服务标准，供应商不得提出任何异议。' },
      { text: '出租方可以自行提高租金，无需征得承租方同意。' },
      { text: '委托方有权对工作内容、完成期限进行调整，受托方不得因此要求增加费用。' },
      { text: '第七条 变更\n（一）发包方可单方扩大养护范围；\n（二）承包方应当无条件执行。', says: '只能接受' },
      { text: '收费办法由出租人随时单方修改，承租人无权提出异议。' },
    ],
    nearMisses: [
      { text: '甲方调整服务范围的，双方签署书面变更并相应调整价款。' },
      { text: '甲方有权随时检查服务质量，乙方应无条件接受检查。' },
      { text: '乙方不得单方变更项目负责人，甲方提出更换的，乙方应当执行。' },
      { text: '发包人有权调整施工范围，承包人应执行，增减的工程量据实结算。' },
    ],
  },
};

const freeEnd =
  '(?:随时|无条件|(?:无需|无须|不需|毋须|不必)(?:说明|提供|任何)*(?:任何)?理由|单方面?|任意|自行决定|有权提前|可以?提前)[^。；]{0,18}(?:解除|终止|解约|撤销)|任何(?:时候|时间|情况下|时间内)[^。；，]{0,10}(?:解除|终止|解约)|(?:不经|无需经?|无须经?|不需经?)[^。；，]{0,8}(?:同意|协商|通知)[^。；，]{0,8}(?:解除|终止|解约)|(?:解除|终止|解约)[^。；]{0,14}(?:无需|无须|不需|毋须|不必)[^。；，]{0,6}理由';
const unpaid =
  /(?:不|无需|无须|不再|毋须|不必)(?:需要?)?(?:承担|负|支付|给予|进行|作|向|予)[^。；]{0,14}(?:责任|赔偿|补偿|费用|违约金|损失)|不予(?:任何)?(?:赔偿|补偿)|概不(?:负责|赔偿|补偿|承担)|不(?:赔偿|补偿)|免责|免(?:除|于)[^。；，]{0,10}责任|(?:乙方|承租[方人]|供应商|承包[方人]|受托[方人])[^。；，]{0,4}(?:不得|无权|放弃)[^。；，]{0,8}(?:要求|主张|索赔|请求|索要)|(?:乙方|承租[方人]|供应商|承包[方人]|受托[方人])[^。；，]{0,4}(?:自行|独自)承担[^。；，]{0,14}损失/u;
const grounded =
  /(?:严重|根本|一方|对方|[方人商])(?:构成)?违约(?!责任|金)|违约(?:的|情形|行为|时|达)|违反|擅自|转包|违规|过错|拖欠|拒绝|拒不|欠付|停业|破产|吊销|未(?:按|能|履行|达|经|通过)|不(?:合格|达标|能履行|履行)|逾期|不可抗力|法定|依法|公共利益|国家利益|情形|所列|情况之一|协商一致|任何一方|双方均|据实结算|按实(?:际)?(?:结算|支付)|已(?:完成|履行)[^。；]{0,16}(?:结算|支付)|结清|[^不无]给予[^。；，]{0,8}补偿|应(?:当)?(?:赔偿|补偿)/u;

/** The sentence and what is said next, in its paragraph or the one after: the exemption often stands there. */
function passage({ paragraph, sentence, sentenceFrom }: Place, context: RuleContext): string {
  const own = paragraph.text.slice(sentenceFrom, sentenceFrom + sentence.length + 50);
  return own.length > sentence.length ? own : joinedWithNext(context, paragraph, sentence) || own;
}

const terminateFree: Rule = {
  id: 'unilateral-terminate-free',
  title: '任意解除且不承担责任',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '没有事由就能解除、解除后又分文不赔，排除了对方请求结算和赔偿的主要权利；即使委托合同可以随时解除，也应赔偿对方损失。',
  basis: [
    { law: '民法典', article: '933' },
    { law: '民法典', article: '566' },
    { law: '民法典', article: '497' },
  ],
  advice: '限定可以解除的事由，写明提前通知的天数，并约定按已完成的工作结算和赔偿直接损失。',
  traps: ['以对方违约、不可抗力或者公共利益为条件的解除，以及解除后据实结算的，不属任意解除。'],
  yieldsTo: ['proc-terminate', 'gov-change-excuse'],
  check: phrase({
    find: pattern(freeEnd),
    negatable: true,
    when: (place, context) => {
      const said = passage(place, context).replace(/(?:前款|上述|前述|上款|该)情形/gu, '');
      return unpaid.test(said) && !grounded.test(said);
    },
    message: ({ sentence }) => `一方可以任意解除而不承担责任：${quoted(sentence, 60)}`,
  }),
  examples: {
    hits: [
      { text: '甲方可随时解除合同且不承担任何赔偿。', quote: '随时解除', says: '任意解除' },
      { text: '第十一条 出租人有权无需任何理由终止本合同，对承租人不予补偿。' },
      { text: '委托方单方面终止服务的，无需向受托方支付任何费用。' },
      { text: '发包方可以任意解除合同。承包方不得要求任何赔偿或者补偿。', says: '任意解除' },
    ],
    nearMisses: [
      { text: '发生第九条所列情形，甲方提前15日书面通知可解除，据实结算。' },
      { text: '乙方严重违约的，甲方有权单方解除合同，且不承担任何责任。' },
      { text: '因公共利益需要，甲方可以提前终止合同，给予乙方合理补偿。' },
      { text: '甲方可随时解除合同，按已完成的工作量结算服务费。' },
    ],
  },
};

export const oneSidedTerms: readonly Rule[] = [gross, change, terminateFree];

/** Administrative agreements: that changing them is compensated, and which way a dispute goes. */
import { mentions, phrase, quoted, stretchBefore } from '../../builders.ts';
import { affirms } from '../../affirm.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule } from '../../rule.ts';

const court = '最高人民法院关于审理行政协议案件若干问题的规定';

/** Words by which an agreement shows itself as administrative. */
const administrative = pattern(
  '征收补偿|房屋征收|征地补偿|补偿安置|安置补偿|征迁补偿|土地征收|拆迁补偿|搬迁补偿|特许经营|行政协议|招商(?:引资)?|投资(?:合作)?协议|落户协议|入园协议|使用权出让|出让合同|矿业权|采砂权|采矿权|探矿权|海域使用|出让期|政府(?:和|与)社会资本|PPP|国有自然资源|息诉|腾退(?:补偿)?协议',
);
const ordinary = pattern(
  '采购合同|买卖合同|购销|租赁合同|劳动合同|借款|施工合同|物业服务|技术服务|软件|承揽|货物|保洁|服务合同|委托合同|运输合同',
);

const ends =
  '(?:单方|有权|可以?|随时|提前|无条件|直接)[^。；，\\n]{0,12}(?:变更|解除|终止|收回|撤销|调整|取消|中止|缩短|核减|停止|关闭)|(?:变更|解除|终止|收回|撤销|取消)[^。；，\\n]{0,10}(?:本)?(?:协议|合同|项目|特许经营权?|经营权|土地|用地)|(?:土地|用地|经营权|项目|协议|合同)[^。；，\\n]{0,4}(?:收回|解除|终止|变更)(?:时|后|的)';
const noPay =
  '(?:不(?:予|作|给予|再|支付|承担|进行|另行)?[^。；，\\n]{0,8}(?:任何)?(?:补偿|赔偿)|(?:无需|无须|不必|免于)[^。；，\\n]{0,10}(?:补偿|赔偿)|不得[^。；，\\n]{0,14}(?:补偿|赔偿|索赔|异议|主张)|放弃[^。；，\\n]{0,10}(?:补偿|赔偿|索赔)|无权[^。；，\\n]{0,10}(?:补偿|赔偿|索赔)|(?:损失|费用)[^。；，\\n]{0,6}(?:由)?(?:乙方|其)?自(?:行)?(?:承担|负)|不承担[^。；，\\n]{0,8}(?:责任|补偿|赔偿))';

const compensate: Rule = {
  id: 'admin-agreement-compensate',
  title: '单方变更、解除行政协议不予补偿',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['investment', 'expropriation', 'land', 'cooperation', 'administrative'],
  why: '行政机关依法变更、解除行政协议给相对人造成损失的应当补偿；预先约定一概不予补偿的难获支持。',
  basis: [
    { law: court, article: '16' },
    { law: '行政诉讼法', article: '78' },
  ],
  advice: '写明可以变更、解除的公共利益事由、通知程序和补偿办法；因对方违约解除的，另行约定。',
  traps: ['以乙方违约、弄虚作假为解除事由的不予补偿，是违约责任。', '写明“依法补偿”的不在此列。'],
  yieldsTo: ['gov-change-excuse'],
  check: phrase({
    find: pattern(`(?:${ends})[^。；\\n]{0,50}(?:${noPay})`),
    also: [pattern('甲方|政府|管委会|街道|征收|行政机关|实施机构|主管部门|[^，。；\\s]局')],
    unless: pattern(
      '依法(?:给予)?(?:合理)?补偿|(?:乙方|企业|项目公司|被征收人|特许经营者)[^。；]{0,20}(?:违约|违反|弄虚作假|虚假|虚报|伪造|瞒报|造假|隐瞒|逾期|未按|未能|拒不|擅自|骗取|欺诈|不履行|未履行|未达)|不可抗力|乙方(?:可以?|有权)[^。；，]{0,6}(?:解除|终止)',
    ),
    when: (place, context) =>
      // 甲方不得单方解除而不予补偿 forbids it; 不得要求补偿 is the wrong itself.
      !/(?:不得|无权|不能|禁止|不应)[^，。；]{0,12}$/u.test(stretchBefore(place.paragraph.text, place.match.from)) &&
      !/(?<!不)给予[^。；，]{0,6}补偿/u.test(place.sentence) &&
      // Where nothing shows an administrative agreement, only 补偿 and 协议 tell it from a purchase.
      (mentions(context, administrative) ||
        ['investment', 'expropriation', 'land', 'administrative'].includes(context.input.subKind) ||
        (/补偿|协议/u.test(place.sentence) && !mentions(context, ordinary))) &&
      /甲方|政府|管委会|街道|机关|机构|部门|局/u.test(place.sentence),
    message: ({ match }) => `约定${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '甲方可单方解除，乙方不得要求补偿。', says: '不得要求补偿' },
      { text: '投资协议\n第十条 管委会有权根据规划调整收回土地，对乙方的投入不予补偿。', says: '不予补偿' },
      { text: '采砂权出让期内，甲方可以单方缩短年限而无须补偿，乙方按期撤离。', says: '无须补偿' },
      { text: '特许经营协议：实施机构可以提前终止本协议，由此造成的损失乙方自行承担。' },
    ],
    nearMisses: [
      { text: '因公共利益需要解除的，甲方依法补偿；乙方违约解除的，不予补偿。' },
      { text: '投资协议：乙方弄虚作假骗取扶持资金的，甲方可解除协议且不予补偿。' },
      { text: '采购合同：甲方有权解除合同，不承担赔偿责任。' },
      { text: '特许经营协议：甲方不得单方收回特许经营权而不予补偿。' },
    ],
  },
};

const civil = pattern(
  '民事诉讼|民事审判|民事(?:案件|纠纷)|(?:甲方|征收(?:人|部门)|街道(?:办事处|办)?|管委会|政府|行政机关)[^。；，\\n]{0,12}(?:向[^。；，\\n]{0,16})?(?:法院)?[^。；，\\n]{0,8}(?:提起诉讼|起诉)|(?:任何|任一|双方)(?:一方)?[^。；，\\n]{0,14}(?:向[^。；，\\n]{0,20}法院)?[^。；，\\n]{0,6}(?:提起诉讼|起诉)|(?:任何|任一)(?:一方)?[^。；，\\n]{0,8}向[^。；，\\n]{0,24}法院',
);
const remedies = pattern('行政诉讼|行政复议|申请复议');
const onlyCourt = pattern(
  '(?:争议|纠纷|分歧|协商不成|协商未果)[^。；\\n]{0,60}(?:法院|诉讼|起诉)|(?:向|由)[^。；，\\n]{0,24}(?:人民)?法院[^。；，\\n]{0,6}(?:起诉|提起诉讼|诉讼|裁判|管辖|解决)',
);

const route: Rule = {
  id: 'disp-adminagreement-route',
  title: '行政协议约定民事诉讼或行政机关起诉',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['investment', 'expropriation', 'land', 'cooperation', 'administrative'],
  why: '行政协议争议由相对人申请复议或者提起行政诉讼；相对人不履行的，行政机关经催告后作书面决定，再申请法院强制执行，不能自己起诉。',
  basis: [
    { law: court, article: '4' },
    { law: court, article: '24' },
  ],
  advice: '改为“乙方可依法申请行政复议或者提起行政诉讼；乙方经催告不履行的，甲方作出书面决定并申请人民法院强制执行”。',
  traps: ['申请人民法院强制执行不是起诉。', '约定仲裁的由另一条规则提示。'],
  check: (context): Hit[] => {
    if (!mentions(context, administrative)) return [];
    const said = phrase({
      find: civil,
      unless: pattern('行政诉讼|不得|行政复议|申请(?:人民)?法院强制执行|强制执行|第三人|侵权'),
      message: ({ match }) => `行政协议约定${quoted(match.text, 60)}。`,
    })(context);
    if (said.length > 0) return said;
    if (affirms(context, remedies)) return [];
    return phrase({
      find: onlyCourt,
      unless: pattern('仲裁|强制执行|不得'),
      message: ({ match }) => `行政协议只约定向法院诉讼，没有告知行政复议和行政诉讼：${quoted(match.text, 60)}。`,
    })(context).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '房屋征收补偿协议：乙方逾期不搬，甲方可向法院提起民事诉讼。', says: '民事诉讼' },
      { text: '招商引资协议\n第十二条 发生争议的，任何一方均可向项目所在地人民法院起诉。', says: '任何一方' },
      { text: '特许经营协议：履行中的争议协商不成的，由甲方所在地人民法院管辖。', says: '没有告知行政复议' },
    ],
    nearMisses: [
      { text: '征收补偿协议：乙方经催告不履行的，甲方依法作出书面决定并申请法院强制执行。' },
      { text: '征收补偿协议：乙方对本协议有争议的，可依法申请行政复议或者向人民法院提起行政诉讼。' },
      { text: '设备采购合同：争议由任何一方向甲方所在地人民法院起诉。' },
    ],
  },
};

export const administrativeRoutes: readonly Rule[] = [compensate, route];

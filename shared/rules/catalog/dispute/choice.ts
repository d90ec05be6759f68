/** Whether a court, a way of settling disputes and a law are chosen at all, and so that they can be found. */
import { missing, phrase, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import { settles } from '../contract/whole.ts';
import { namesForeigner } from './foreigners.ts';
import { hasExclusiveCourt } from './jurisdiction.ts';

const dispMissing: Rule = {
  id: 'disp-missing',
  title: '没有争议解决条款',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '合同一般应当写明解决争议的方法；没有约定的，只能按法定管辖起诉，也不能仲裁。',
  basis: [{ law: '民法典', article: '470' }],
  advice: '补写协商不成时由哪里的人民法院管辖，或者提交哪一个仲裁委员会仲裁，二者只选一种。',
  traps: ['只摘录几条的文本看不出全貌，不作提示。', '争议解决写在附件、专用条款里的，已有约定。'],
  check: missing({
    present: pattern('争议|纠纷|仲裁|诉讼|起诉|法院|争端|协商不成|调解|裁决|管辖|复议'),
    when: (context) => settles(context),
    missing: 'disputes',
    message: '全文没有解决争议的方法（诉讼或者仲裁）。',
  }),
  examples: {
    hits: [
      {
        text: '第一条 乙方提供书架十组，总价2万元。\n第二条 验收合格后十日内付款。\n第三条 逾期的支付违约金。\n第四条 本合同一式两份。',
        says: '解决争议',
      },
      { text: '委托方委托受托方编制应急预案，期限两个月，费用5万元，分两期支付，受托方违约的退还费用。' },
      {
        text: '车辆租赁协议\n| 项目 | 约定 |\n| --- | --- |\n| 租赁期限 | 12个月 |\n| 租金 | 每月4,000元，按季支付 |\n| 违约责任 | 逾期每日万分之五 |\n| 生效 | 双方签字盖章后生效 |',
      },
    ],
    nearMisses: [
      { text: '乙方提供书架十组，总价2万元，验收后付款，逾期支付违约金。\n第十六条 争议由甲方所在地人民法院管辖。' },
      { text: '第三条 总价2万元，验收合格后付款。' },
      { text: '乙方保洁，费用5万元，按月支付，违约的赔偿损失。发生分歧，协商不成的提交云州仲裁委员会。' },
    ],
  },
};

/** A court that no party, no place and no subject names. */
const vagueCourt = pattern(
  [
    '(?:当地|所在地|有关|相关|本地|属地|所属地|该地|附近|就近|具备管辖条件的)(?:的)?(?:有管辖权的)?(?:基层|各级)?(?:人民)?法院',
    '(?:向|到|在|由|交|诉至|诉诸|诉请|提交|提请)(?:人民)?法院(?:提起)?(?:诉讼|起诉|解决|裁决|处理|判决|管辖|仲裁|裁判)?',
    '(?:可|直接|依法)?(?:提起诉讼|起诉|诉讼)(?:至|到|于)?(?:人民)?法院',
    '(?:争议|纠纷)[^。；，]{0,10}[：:为是]\\s*(?:人民)?法院(?:管辖|诉讼|处理|判决|解决|审理)',
  ].join('|'),
);
const link =
  /(?:[甲乙丙丁]方|双方|一方|对方|原告|被告|买方|卖方|供方|需方|人|者|合同|协议|履行|签订|签署|工程|项目|房屋|不动产|标的物|租赁物|物业|货物|企业|单位|公司|街道|政府|委|局|守约方|违约方|承租方|出租方|发包方|承包方|委托方|受托方|服务|交货|交付|土地|坐落)(?:的)?(?:主?要?(?:办事机构)?|住所|注册|登记|营业)?$/u;

const dispVagueCourt: Rule = {
  id: 'disp-vague-court',
  title: '管辖法院无法确定',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['contract'],
  why: '“当地法院”“有关法院”找不到对应的地点，约定管辖不能确定的，按法定管辖由被告住所地或者合同履行地法院受理。',
  basis: [{ law: '最高人民法院关于适用《民事诉讼法》的解释', article: '30' }],
  advice: '写明连结点，例如“由甲方住所地有管辖权的人民法院管辖”。',
  traps: [
    '“有管辖权的人民法院”“依法向人民法院起诉”就是法定管辖，没有歧义。',
    '写明甲方、乙方、履行地、工程所在地之一的，可以确定。',
    '房屋租赁、建设工程合同由不动产所在地法院专属管辖，法院已由法律确定。',
  ],
  check: phrase({
    find: vagueCourt,
    also: [pattern('争议|争执|争端|异议|纠纷|协商|起诉|诉讼|管辖|解决|分歧|裁决|诉')],
    unless: pattern(
      '有管辖权|强制执行|保全|支付令|撤销|行政|复议|劳动|不服|指定|破产|上诉|申诉|再审|公证|拍卖|查封|冻结|裁定|协助|传票|诉讼费|法院的|生效的?[判裁]|判决[书后]|[据由以]法院判决|法院[^。；，]{0,6}判决[^。；，]{0,4}(?:的|为准|确定|承担|履行)',
    ),
    negatable: true,
    when: ({ match, paragraph, sentence }: Place, context) => {
      if (hasExclusiveCourt(context)) return false;
      const before = paragraph.text.slice(Math.max(0, match.from - 16), match.from);
      // 依法向人民法院起诉 is the court the law gives; 当地法院依法判决 is any court.
      if (/依法/u.test(sentence) && !/^(?:当地|有关|相关|本地|该地|附近|就近|所在地)/u.test(match.text)) return false;
      if (/^(?:所在地|所属地|属地)/u.test(match.text) && link.test(before)) return false;
      // 向法院起诉，由甲方住所地法院管辖: the sentence names one after all.
      return !/(?:[甲乙丙]方|原告|被告|履行|签订|工程|项目|房屋|不动产|标的物|人|[市县区州])(?:的)?(?:所在地|住所地|注册地|地)?(?:的)?(?:有管辖权的)?(?:基层)?(?:人民)?法院/u.test(
        sentence,
      );
    },
    message: ({ match }) => `${quoted(match.text)}指哪里的法院无法确定。`,
  }),
  examples: {
    hits: [
      { text: '协商不成的，向当地人民法院起诉。', quote: '当地人民法院', says: '无法确定' },
      { text: '第十二条 因本合同发生纠纷，由有关法院裁决。' },
      { text: '双方发生争议，可向人民法院提起诉讼。' },
      { text: '争议协商解决；不成的，由所在地人民法院管辖。', quote: '所在地人民法院' },
      { text: '争议解决方式：人民法院管辖。' },
    ],
    nearMisses: [
      { text: '协商不成的，向甲方住所地人民法院起诉。' },
      { text: '发生纠纷的，向有管辖权的人民法院起诉。' },
      { text: '协商不成的，依法向人民法院起诉。' },
      { text: '争议由工程所在地人民法院管辖。' },
      { text: '争议提交云州市青麓区人民法院管辖。' },
      { text: '有关赔偿按生效的法院判决执行。' },
      { text: '店面租赁合同\n协商不成的，向人民法院起诉。' },
      { text: '建筑安装工程承包合同\n双方发生纠纷，可直接向人民法院起诉。' },
    ],
  },
};

const governing = pattern(
  '适用[^。；，]{0,16}(?:中华人民共和国|中国|我国|国|地区|大陆|内地|香港|新加坡)[^。；，]{0,10}法|适用(?:的)?法律|法律(?:的)?适用|准据法|(?:受|依照?|依据|按照|遵从)[^。；，]{0,16}(?:中华人民共和国|中国)[^。；，]{0,8}法律?[^。；，]{0,10}(?:管辖|约束|解释|调整|解决)?|受[^。；，]{1,12}法律?(?:的)?(?:管辖|约束|支配)|联合国国际货物销售合同公约',
);

const govlawMissing: Rule = {
  id: 'govlaw-foreign-missing',
  title: '涉外合同没有约定适用法律',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '涉外合同没有选择法律的，按特征履行一方经常居所地或者最密切联系地确定，结果可能是外国法。',
  basis: [{ law: '涉外民事关系法律适用法', article: '41' }],
  advice: '写明本合同的订立、效力、解释、履行和争议解决适用中华人民共和国法律。',
  traps: ['在境内设立的外商投资企业是中国法人，不属于境外主体。'],
  check: missing({
    present: governing,
    when: (context) => namesForeigner(context),
    missing: 'governing-law',
    message: '当事人中有境外主体，合同没有约定适用哪一国的法律。',
  }),
  examples: {
    hits: [
      { text: '乙方为新加坡公司，合同未约定适用法律。', says: '境外主体' },
      { text: '甲方：云州市文旅局\n乙方：Blue Ridge Design Ltd.\n第一条 乙方为甲方设计夜游方案。' },
      { text: '供应商：日本青木株式会社\n货物为检测仪两台，总价30万美元。' },
      { text: '展览协议\n参展方：意大利蓝湾艺术团，住所地：米兰\n展期一个月，费用20万元。' },
    ],
    nearMisses: [
      { text: '乙方为新加坡公司，本合同适用中华人民共和国法律。' },
      { text: '乙方：青木（中国）有限公司\n第一条 乙方提供检测仪两台。' },
      { text: '甲方：云州市文旅局\n乙方：Blue Ridge Design Ltd.\n第九条 法律适用：中国法律。' },
      { text: '乙方供应的轴承产地为日本。' },
      { text: '蓝湾软件公司（许可方）位于特拉华州，本协议受特拉华州法律管辖。' },
      { text: '乙方住所地：临河区东京路8号\n乙方提供保洁服务。' },
    ],
  },
};

export const choiceRules: readonly Rule[] = [dispMissing, dispVagueCourt, govlawMissing];

/** Schools and hospitals as guarantors, property that cannot be mortgaged, organs as borrowers. */
import { phrase, places, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Basis, Hit, Rule } from '../../rule.ts';
import { debt, guaranteeing, guarantorHits } from './guarantors.ts';

const guaranteeInterpretation = (article: string): Basis => ({
  law: '最高人民法院关于适用《民法典》有关担保制度的解释',
  article,
});

/** Names of organs of the state as they stand in running text. */
const organ =
  '(?:人民政府|[省市区县乡镇旗州]政府|街道办事处|街道办|管理委员会|管委会|开发区管委|[市区县省][\\p{Han}]{1,12}?(?:局|厅|委员会|委)|机关单位|财政局|财政部门|政府部门|机关)';
const welfare =
  '(?:幼儿园|小学|中学|学校|大学|学院|职校|职高|技校|医院|卫生院|卫生服务中心|卫生室|保健院|疾控中心|血站|急救中心|养老院|敬老院|福利院|福利中心|养老服务中心|养老服务站|养老机构|养老中心|护理院|托老所|医疗机构|托育中心|托儿所|救助站|图书馆|博物馆|文化馆)';
/** Another body between the organ and the verb is the one that guarantees. */
const another = /公司|乙方|丙方|承包人|供应商|借款人应|企业|中标人|承租人|银行|要求|监督|督促|协调|由/u;
const innocent =
  /外国政府|国际(?:金融|经济)组织|世界银行|亚洲开发银行|转贷|业主委员会|仲裁委员会|反担保不|保证(?:质量|工期|安全|供应|真实)|不(?:得|能|应|予|提供|承担|对)[^。；，]{0,10}(?:担保|保证|责任)|无权[^。；，]{0,6}担保|无效|禁止|严禁|未提供/u;

function isGuarantor(place: Place): boolean {
  if (innocent.test(place.sentence) || !debt.test(place.sentence)) return false;
  return !another.test(betweenOf(place));
}

/** The words between the subject and what it does, objects (为…公司…借款) left out. */
function betweenOf({ match }: Place): string {
  const [, between] = match.groups;
  return (between?.text ?? '')
    .replace(/民办非企业(?:单位)?|事业单位/gu, '')
    .replace(/[为就对替给][^，。；]*?(?:借款|贷款|债务|融资|还款|本息)/u, '');
}

function subjectVerb(subject: string): string {
  return `(${subject})([^。；]{0,46}?)(?:${guaranteeing})`;
}

/** Property beside the public good's own facilities may secure a debt: 担保制度解释 art. 6. */
const otherProperty =
  /(?:公益|教育|医疗|养老|教学)?[^。；，]{0,6}设施以外|以外的|非(?:公益|教学|医疗|教育|养老)|商铺|门面|店铺|闲置|对外投资|股权|存款|应收账款|收费权/u;

const welfareName = new RegExp(welfare, 'u');
const welfarePattern = pattern(subjectVerb(welfare));

const guarPublicGood: Rule = {
  id: 'guar-publicgood',
  title: '学校、医院等公益主体作担保人',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '以公益为目的的非营利法人、非法人组织不得为保证人，以公益设施设立担保的一般无效。',
  basis: [{ law: '民法典', article: '683' }, guaranteeInterpretation('6')],
  advice: '核对该单位登记为营利还是非营利；非营利的取消担保，改由其他主体提供，并确认不属于保留所有权等例外。',
  check: (context) => {
    const said = phrase({
      find: welfarePattern,
      unless: pattern('有限公司|有限责任公司|营利法人|保留所有权|融资租赁|学校食堂|建设工程质量|助学贷款|学生'),
      negatable: true,
      when: (place) => isGuarantor(place) && !otherProperty.test(place.sentence),
      message: ({ match }) => `公益主体为债务提供担保：${quoted(match.text)}。`,
    })(context);
    const named = guarantorHits(
      context,
      (party) => party.nature === 'institution' && welfareName.test(party.name),
      (party) => `${party.role}“${party.name}”以公益为目的，一般不得作担保人。`,
    );
    return named.length > 0 ? named : said;
  },
  examples: {
    hits: [
      { text: '区中心幼儿园为供应商贷款提供担保。', quote: '幼儿园为供应商贷款提供担保' },
      {
        text: '担保人：青麓区人民医院\n第二条 担保人对借款本息承担连带责任。',
        quote: '青麓区人民医院',
        says: '以公益为目的',
      },
      { text: '松岭镇卫生院以门诊楼抵押，担保承建方的银行借款。', says: '为债务提供担保' },
      { text: '青麓第一中学对该笔银行贷款承担连带保证责任，保证期间二年。', says: '为债务提供担保' },
    ],
    nearMisses: [
      { text: '某营利性民办医院有限公司为借款提供担保。' },
      { text: '学校为教学设备的融资租赁由出租人保留所有权，不另提供贷款担保。' },
      { text: '幼儿园保证食材新鲜，供应商提供质量保证。' },
    ],
  },
};

const publicAsset =
  '(?:教学楼|教学用房|实验楼|宿舍楼|学生宿舍|综合楼|校舍|校区|教室|操场|教学设施|教学设备|教育设施|医疗设施|医疗设备|医疗用房|诊疗楼|门诊楼|门诊大楼|住院楼|住院大楼|住院部|病房楼|病房|园舍|公益设施|养老设施|养老住房|养老用房|养老床位|敬老院(?:房屋|用房)|图书馆|宅基地|自留地|自留山|土地所有权|集体所有[^。；，]{0,8}土地使用权|集体土地使用权|集体土地|(?:被|已|依法|正在|尚在|处于)[^。；，]{0,10}(?:查封|扣押|监管|冻结)(?:中|期间|状态)?的?[^。；，]{0,10}(?:财产|房产|房屋|设备|车辆|土地|厂房|商铺|机器|存货|货物)?|(?:权属|所有权|使用权|产权)[^。；，]{0,4}(?:不明|有争议|存在?争议|不清|尚有争议|未确定|存疑))';
const publicMortgage = pattern(
  `${publicAsset}[^。；]{0,24}(?:抵押|作抵|抵给)|抵押(?:物|财产|标的)(?:为|是|系|：|:)[^。；，]{0,20}${publicAsset}|抵押[^。；，]{0,6}(?:学校|医院|幼儿园)[^。；，]{0,10}${publicAsset}`,
);

const mortgagePublic: Rule = {
  id: 'mortgage-public',
  title: '以依法不得抵押的财产抵押',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '土地所有权、宅基地等集体土地使用权、非营利单位的公益设施以及权属不明、被查封的财产，依法不得抵押。',
  basis: [{ law: '民法典', article: '399' }],
  advice: '核实抵押物的权属、用途和登记类型，更换为可以抵押的财产并办理登记。',
  check: phrase({
    find: publicMortgage,
    unless: pattern(
      '不得|不能|不存在|无(?:任何)?(?:查封|抵押|权属)|未(?:被|设定|设立)|没有|保证[^。；]{0,16}(?:未|无|没有)|[^非]营利|有限公司|有限责任公司|以外|非公益|如|若|解除查封|收购|承包方不|租赁|抵押人不|期间|出租|转让、|、抵押|抵押、',
    ),
    negatable: true,
    message: ({ match }) => `抵押物属依法不得抵押的财产：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '以区小学教学楼作抵押。', quote: '教学楼作抵押' },
      { text: '借款人以其宅基地使用权及地上房屋提供抵押担保。', quote: '宅基地使用权及地上房屋提供抵押' },
      { text: '借款人将已被法院冻结的仓库抵押给出借人。', says: '依法不得抵押' },
      { text: '第三条 抵押物为青麓区人民医院住院楼一幢。', says: '依法不得抵押' },
    ],
    nearMisses: [
      { text: '以公司名下商铺作抵押。' },
      { text: '抵押人保证抵押物未被查封、扣押，也没有权属争议，可以抵押。' },
      { text: '学校教学楼不得抵押。' },
      { text: '乙方不得将承租的教学用房转让、抵押。' },
    ],
  },
};

const borrower = /借款人|借款方|贷款人?（借|融资(?:方|人)|回购义务人|承租人|甲方|乙方/u;
const sumOrUse =
  '(?:[\\d０-９.,，]+\\s*[万亿]?元|[一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+[万亿]?元|人民币|资金|用于)';
const borrows = pattern(
  `(${organ})([^。；，]{0,24}?)(?:借款|贷款|借入|借|融资|举借|拆借|筹措|筹集|融入|募集)[^。；，]{0,14}${sumOrUse}` +
    `|(${organ})([^。；]{0,40}?)(?:售后回租|融资租赁|回租)` +
    `|(${organ})([^。；]{0,40}?)(?:应收账款|收益权|收费权|特许经营权|资产|债权|股权)[^。；]{0,30}(?:回购|购回)` +
    `|(${organ})([^。；]{0,40}?)(?:购买服务|特许经营|委托代建|代建|垫资)[^。；]{0,30}(?:融资|筹措|筹集|建设资金|本息)` +
    `|(?:由|经)(${organ})([^。；，]{0,12}?)(?:分期|分年|逐年|按年)[^。；，]{0,12}(?:偿还|归还|支付)[^。；，]{0,8}(?:本息|融资|借款|贷款)`,
);
const lendingText = pattern('借款|贷款|融资租赁|回租|回购|借贷');
const transfer = pattern('转贷|国际金融组织|世界银行|外国政府|政府债券|备用金|借用|债券资金|公积金|个人住房|助学');

const govBorrow: Rule = {
  id: 'loan-gov-borrow',
  title: '机关举借债务',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '除经批准由省级政府发行地方政府债券外，地方政府及其所属部门不得以任何方式举借债务。',
  basis: [{ law: '预算法', article: '35' }],
  advice: '停止签订，报告财政部门；确有资金需求的，通过预算安排或者上级转贷的政府债券资金解决。',
  check: (context) => {
    const loan = places(context, lendingText).length > 0;
    const named = !loan
      ? []
      : context.facts.parties.flatMap((party): Hit[] => {
          const roles = [party.role, ...party.aliases].join();
          const borrowing =
            /借款[人方]|贷款申请人|回购义务人|融资[人方]/u.test(roles) ||
            (/承租人|承租方/u.test(roles) && places(context, pattern('融资租赁|回租')).length > 0);
          if (!borrowing || party.name === '' || !borrower.test(roles)) return [];
          if (party.nature === 'government')
            return [{ at: party.at, message: `${party.role}“${party.name}”属机关，不得举借债务。` }];
          if (party.nature === 'institution') {
            return [
              {
                at: party.at,
                severity: 'notice',
                nature: 'risk',
                message: `${party.role}“${party.name}”属事业单位，借款须经主管部门和财政部门批准，请核实。`,
              },
            ];
          }
          return [];
        });
    if (named.length > 0) return named;
    return places(context, borrows)
      .filter(({ sentence, match }) => {
        const between = match.groups.filter((_, at) => at % 2 === 1).find((group) => group !== null)?.text ?? '';
        return (
          !transfer.test(sentence) &&
          !/不得|禁止|严禁|批准|审批|监督|为.{0,12}提供|担保|贴息|发放|协调|支持|借用|应收账款融资服务|缓解/u.test(
            sentence,
          ) &&
          !/公司|企业|[乙丙丁]方/u.test(
            between.replace(/[向与从][^，。；]{0,24}?(?:公司|企业|集团|机构|[乙丙丁]方)/gu, ''),
          )
        );
      })
      .map((place): Hit => ({ at: place.at, message: `由机关借款或者融资：${quoted(place.match.text)}。` }));
  },
  examples: {
    hits: [
      { text: '借款人：某区住房和建设局，借款5000万元。', says: '属机关' },
      {
        text: '甲方（借款人）：青麓区人民政府\n乙方（贷款人）：云川农商银行\n借款用途：片区改造，贷款期限五年。',
        quote: '青麓区人民政府',
        says: '不得举借债务',
      },
      { text: '松岭镇人民政府将停车场收费权转让给乙方，五年后按原价加利息回购。', says: '由机关借款' },
      { text: '第一条 青麓区教育局向乙方借款3000万元，分三年偿还。', quote: '区教育局向乙方借款3000万元' },
    ],
    nearMisses: [
      { text: '青麓区水务局向区应急局借用抽水泵三台，期限一个月。' },
      { text: '借款人：某城市建设有限公司，借款5000万元。' },
      { text: '出借人：青麓区财政局\n借款人：云川松石置业有限公司\n借款1000万元。' },
      { text: '青麓区教育局使用上级转贷的政府债券资金借款2000万元。' },
      { text: '甲方：青麓区水务局\n甲方工作人员出差可向财务借款，凭票报销。' },
    ],
  },
};

export const publicGood: readonly Rule[] = [guarPublicGood, mortgagePublic, govBorrow];

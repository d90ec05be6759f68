/** How a contract changes and ends: by word of mouth, by assignment, by termination and what follows it. */
import { mentions, missing, phrase, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule } from '../../rule.ts';
import { contractDays, settles, threeMonths } from './whole.ts';

const oralAmend: Rule = {
  id: 'oral-amend',
  title: '允许口头变更合同',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  why: '变更内容约定不明确的推定为未变更；口头改动无凭可查，财政支付和审计也不认可。',
  basis: [
    { law: '民法典', article: '544' },
    { law: '政府采购法', article: '44' },
  ],
  advice: '改为任何变更都以书面补充协议为准；现场紧急指令也应在几日内补办书面确认。',
  traps: [
    '数量、面积、考勤以实际发生或者计量为准，是结算方法不是变更合同。',
    '口头通知后补书面确认的，变更仍以书面为凭。',
  ],
  check: phrase({
    find: pattern(
      '(?:口头|电话|当面|口述|语音)[^。；，]{0,14}(?:变更|修改|调整|增减|增加|补充|更改|改变|约定|协商|商定|商量|商议|同意|认可|确认|确定|达成|通知|指令|方式|形式)|(?:变更|变动|变化|改动|改变|修改|调整|更改|增减|补充|增加|缩短|延长|追加|减少)[^。；]{0,28}(?:口头|电话|当面)|(?:以|按照?|依)[^。；，]{0,8}实际(?:执行|履行|操作)(?:的)?(?:情况|内容|结果|状况)?[^。；，]{0,6}(?:为准|确定|认定)',
    ),
    unless: pattern(
      '不得|无效|不(?:发生|具有|产生|构成|作为|予|接受|认可|视为)[^。；]{0,12}|书面(?:确认|补充|形式|记录|通知)?[^。；]{0,4}(?:为准|确认|补)|(?:后|日内|时内)[^。；]{0,14}(?:书面|补签|补办)|(?:应当?|须|必须)[^。；]{0,10}书面|报修|投诉|咨询|争议|纠纷|举报|任何口头|未经书面',
    ),
    negatable: true,
    when: ({ match, sentence }) => {
      if (/实际/u.test(match.text))
        return !/数量|面积|工程量|考勤|计量|用量|重量|天数|人数|工时|签收|里程|次数/u.test(sentence);
      if (!/变更|变动|变化|改动|改变|修改|调整|增减|更改|追加/u.test(match.text))
        return /(?:服务|合同|价[款格]?|期限?|范围|数量|内容|工期|工作|条款|标准|地点|标的|租金|费用)[^。；]{0,16}(?:变更|变动|变化|改动|修改|调整|增减|增加|减少|追加|更改|改变|延长|缩短)|(?:变更|变动|变化|改动|修改|调整|增减|增加|减少|追加|更改|改变|延长|缩短)[^。；]{0,16}(?:服务|合同|价[款格]?|期限?|范围|数量|内容|工期|工作|条款|标准|地点|标的|租金|费用)/u.test(
          sentence,
        );
      return true;
    },
    message: ({ sentence }) => `允许不经书面改动合同：${quoted(sentence, 50)}`,
  }),
  examples: {
    hits: [
      { text: '双方可口头变更服务内容。', says: '不经书面' },
      { text: '第十三条 服务范围的增减，经双方负责人电话确认即可执行。' },
      { text: '本合同未尽事宜以双方实际履行情况为准。', quote: '以双方实际履行情况为准' },
      { text: '甲方可以口头通知乙方调整供货期限，乙方应当执行。' },
    ],
    nearMisses: [
      { text: '变更须签订书面补充协议，口头变更无效。' },
      { text: '工程量以实际履行情况为准，按月计量。' },
      { text: '紧急情况下甲方可口头通知变更排班，并在三日内书面确认。' },
      { text: '任何一方不得以口头方式变更本合同。' },
      { text: '业主可电话报修，乙方应在两小时内到场。' },
    ],
  },
};

const matter = '(?:合同|协议|权利(?:和|与|及|、)?义务|义务|项目|承包权|经营权)';
const assigns = pattern(
  `(?:无需|无须|不需|不必|毋须|不经|可不经|不用)[^。；，]{0,14}(?:同意|许可|批准|认可|通知)[^。；]{0,30}(?:转让|转移|转给|让与|移转|承继)|(?:转让|转移|转给|让与|移转)[^。；]{0,40}(?:无需|无须|不需|不必|毋须|不经|不用|无条件)[^。；，]{0,14}(?:同意|许可|批准|认可|接受|通知)|(?:可|可以|有权|得)(?:自行|自由|随时|任意|单方)(?:决定)?(?:将)?[^。；，]{0,20}(?:转让|转移|转给|让与)|有权将?[^。；，]{0,8}(?:合同|协议|权利(?:和|与|及|、)?义务)[^。；，]{0,10}(?:转让|转移|转给|让与)`,
);

const assignNoConsent: Rule = {
  id: 'assign-no-consent',
  title: '可以不经同意转让合同',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '把合同权利义务一并转让须经对方同意；预先放弃同意权，履约的人会换成从未审查过的第三方。',
  basis: [{ law: '民法典', article: '555' }],
  advice: '改为未经对方书面同意不得转让；需要留有余地的，列明受让人条件和事先审查程序。',
  traps: ['只转让债权、应收账款的，通知对方即可。', '未经同意不得转让，是禁止而不是许可。'],
  check: phrase({
    find: assigns,
    also: [pattern(matter)],
    unless: pattern(
      '不得[^。；]{0,20}(?:转让|转移|转给|转包)|禁止|不允许|无权|视为违约|(?:应当?|必须|[^无毋](?:须|需)|先|仅|只有)[^。；，]{0,6}(?:经|征得|取得|获得)[^。；，]{0,12}同意|经[^。；，]{0,10}(?:书面)?同意[后的]|(?:擅自|私自|未经[^。；]{0,16}同意)[^。；]{0,24}(?:的[，,]|解除|违约|承担)|著作权|专利|商标|土地使用权转让|股权转让',
    ),
    when: ({ sentence }) => !/债权|应收账款|收款权/u.test(sentence.replace(/债权债务|债权、债务/gu, '')),
    message: ({ match }) => `允许一方不经对方同意转让合同：${quoted(match.text, 50)}。`,
  }),
  examples: {
    hits: [
      { text: '乙方可将本合同全部转让给第三方，无需甲方同意。', says: '不经对方同意' },
      { text: '第十一条 承包人有权自行将合同权利义务转让给其关联公司。' },
      { text: '甲方可不经乙方许可，将本协议项下的权利和义务一并转移给新设公司。' },
      { text: '运营方可随时转让本项目经营权，管委会应予配合。' },
    ],
    nearMisses: [
      { text: '未经甲方书面同意，乙方不得转让本合同。' },
      { text: '乙方可将应收账款转让给银行，无需甲方同意，但应通知甲方。' },
      { text: '经甲方书面同意后，乙方可将本合同转让给第三方。' },
      { text: '乙方未经甲方同意转让本合同的，甲方有权解除合同。' },
    ],
  },
};

const terminateMissing: Rule = {
  id: 'terminate-missing',
  title: '履行期较长而没有解除、终止条款',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '没有约定解除事由，只能等到法定情形出现；没有约定行使期限的解除权，一年不用就消灭。',
  basis: [
    { law: '民法典', article: '562' },
    { law: '民法典', article: '563' },
  ],
  advice: '补写双方可以解除的事由、书面通知的方式、解除权行使期限，以及终止后的处理。',
  traps: ['短期或者一次履行完毕的合同，不必专设解除条款。'],
  check: missing({
    present: pattern('解除|终止|解约|退租'),
    when: (context) => (contractDays(context) ?? 0) > threeMonths && settles(context),
    missing: 'termination',
    message: '合同履行期超过三个月，全文没有解除或者终止的约定。',
  }),
  examples: {
    hits: [
      {
        text: '第一条 服务期限两年。\n第二条 服务费每年10万元，甲方按季支付。\n第三条 乙方逾期的，支付违约金。',
        says: '解除或者终止',
      },
      {
        text: '车辆租赁合同\n租赁期限自2026年3月1日至2027年2月28日，月租金6,000元，按月支付；争议由甲方住所地法院管辖。',
      },
      { text: '养护协议：养护期18个月，费用36万元，分三期支付，按附件标准验收，违约的赔偿损失。' },
    ],
    nearMisses: [
      {
        text: '服务期限两年，服务费每年10万元，按季支付，违约的支付违约金。\n第十一条 有下列情形之一，守约方书面通知后可解除合同。',
      },
      { text: '乙方十五日内交货，总价5万元，验收后付款，违约的赔偿损失。' },
      { text: '工期45日，工程款20万元，竣工验收后支付。' },
      { text: '第一条 服务期限两年。' },
    ],
  },
};

const ends = pattern(
  '(?:有权|可以?|可单方|得|应当?|均可)[^。；，]{0,14}(?:解除|终止)(?:本)?(?:合同|协议|委托|租赁|服务)?|(?:单方|提前|立即|协商|书面通知)[^。；，]{0,8}(?:解除|终止)(?:本)?(?:合同|协议)?|(?:合同|协议)(?:的)?(?:解除|终止)',
);
const ending = '(?:解除|终止|届满|期满|解约|退出|退场|终结|到期)';
const settlement =
  '(?:结算|清算|清理|返还|退还|退回|归还|交还|移交|交接|腾退|腾空|搬离|撤离|撤场|恢复原状|据实支付|已完成|已履行|已提供|已发生|已交付|已实施|未履行部分|未使用|结清|支付至|补偿|折价|善后)';
const afterEnd = pattern(`${ending}[^。]{0,80}${settlement}|${settlement}[^。]{0,40}${ending}`);

const terminateSettlement: Rule = {
  id: 'terminate-settlement',
  title: '约定了解除但没有解除后的处理',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '合同解除后已经履行的怎样结算、款物资料怎样交还，没有约定就要靠法律的一般规定和诉讼来解决。',
  basis: [
    { law: '民法典', article: '566' },
    { law: '民法典', article: '567' },
  ],
  advice: '写明解除后多少日内按已完成的工作量结算，返还预付款和财物，移交资料，并说明违约金是否仍然支付。',
  traps: ['解除后结算、退还、腾退、移交任一事项已有约定的，不再提示。'],
  check: (context): Hit[] => {
    if (mentions(context, afterEnd)) return [];
    const [first, ...others] = places(
      context,
      ends,
      (sentence) => !/不得|无权|劳动合同|劳动关系|委托代理|不可单方|不能解除|主合同/u.test(sentence),
    );
    if (!first) return [];
    const said = `约定${quoted(first.match.text)}，全文没有解除后结算、返还或者移交的安排。`;
    return [{ at: first.at, related: others.slice(0, 5).map(({ at }) => at), message: said }];
  },
  examples: {
    hits: [
      { text: '甲方有权解除合同。', quote: '有权解除合同', says: '没有解除后结算' },
      { text: '第九条 合同的解除\n乙方连续两次考核不合格的，采购人可书面通知供应商终止协议。' },
      { text: '承包人逾期三十日未开工的，发包人可以单方解除本合同并追究违约责任。' },
    ],
    nearMisses: [
      { text: '甲方有权解除合同，解除后15日内按已完成工作量结算并移交资料。' },
      { text: '合同终止的，乙方应在七日内腾退房屋。\n甲方有权解除合同。' },
      { text: '任何一方不得单方解除合同。' },
      { text: '第八条 甲方可以提前终止协议。\n第九条 已发生的费用在协议终止后十日内结清。' },
    ],
  },
};

export const changeRules: readonly Rule[] = [oralAmend, assignNoConsent, terminateMissing, terminateSettlement];

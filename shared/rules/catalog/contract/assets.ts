/** Public property that changes hands without being valued. */
import { absentParts, mentions, phrase, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { isPublic } from './common.ts';

const asset =
  '(?:国有资产|资产|公务(?:用)?车|公车|校车|车辆|汽车|轿车|客车|房产|房屋|办公用?房|办公楼|门面|商铺|厂房|仓库|设备|仪器|家具|股权|股份|固定资产|土地使用权|用地|地块|专利权?|船舶|苗木|林木|物资|机械|机具|机器|粮库|库房|冷库|用房|车库|场馆|校舍|宿舍|住房|门店|铺面|建筑物|构筑物|挖掘机|装载机|发电机|打印机|复印机|[一主电收影像投风缝洗]机|摩托车|电动车|电脑|计算机|空调|器材|医疗器械|锅炉|摊位|停车场|(?:培训|教学|综合|宿舍|实验|旧|附属)楼|(?:CT|DR|B超|彩超|核磁)[^。；，]{0,2}机?|附着物|设施|实物资产|器具|门诊楼|机房|债权|著作权|商标权|软件著作权)';
const passes =
  '(?:转让|出售|变卖|拍卖|置换|互换|作价(?:出资|入股)|对外投资|出资入股|投资入股|处置|卖给|售予|折价抵|交换|调换|竞得|竞买|变现|作价(?:转|抵|投)|抵偿|抵债|入股|售卖|作价[^。；，]{0,12}(?:对|向)[^。；，]{0,14}(?:出资|投资|入股)|作价[^。；，]{0,12}(?:出资|入股|投资|转让|出售))';

const papers: readonly Part[] = [
  ['资产评估（报告文号、基准日、评估值）', pattern('评估')],
  [
    '集体决策和审批依据',
    pattern(
      '批复|批准|审批|核准|备案|集体(?:决策|研究|决定)|党组|党委|党工委|办公会|会议纪要|同意处置|财政(?:局|厅|部门)[^。；]{0,10}同意',
    ),
  ],
];

/** Granting land is a procedure of its own. */
const landGrant = pattern('土地使用权出让|国有建设用地');

const publicSeller = pattern(
  '(?:街道办事处|管委会|管理委员会|人民政府|局|委员会|中心|学校|中学|小学|大学|学院|幼儿园|医院|卫生院|图书馆|文化馆|博物馆|研究院|研究所|广播站|林业站)[^。；]{0,30}(?:将|以|转让|出售|拍卖|置换|处置|投资)',
);

/** A line of the head that names the giving side: 转让方：云州市临河区教育局. */
const publicHead = pattern(
  '(?:出售单位|转让单位|甲\\s*方|转让[方人]|出让[方人]|出售[方人]|卖方|出卖人|委托[方人]|移交[方人]|处置(?:方|单位)|资产(?:占有|所有)(?:方|单位)|投资[方人]|出资[方人]|产权(?:人|单位))(?:[（(][^）)]{0,14}[）)])?[：:]\\s*[^\\n。；，]{0,30}(?:街道|办事处|管委会|管理委员会|政府|局|委员会|中心|学校|中学|小学|大学|学院|幼儿园|医院|卫生院|馆|研究院|研究所|站|大队|支队|厅|协会|园林处|管理处|管理所)',
);

/** The one who gives the asset away is a public body, as far as the text shows. */
function ofPublicBody(context: RuleContext, sentence: string): boolean {
  if (/国有资产|公务(?:用)?车|公车|行政事业|事业单位|机关|国有/u.test(sentence)) return true;
  if (context.facts.parties.some((party) => party.role === '甲方' && isPublic(party))) return true;
  return mentions(context, publicSeller) || mentions(context, publicHead);
}

const appraisalMissing: Rule = {
  id: 'asset-appraisal-missing',
  title: '处置国有资产没有评估或者审批依据',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '行政事业单位转让、拍卖、置换国有资产和对外投资应当评估，并经集体决策和审批；没有评估值，价格是否公允无从说明。',
  basis: [
    { law: '行政事业性国有资产管理条例', article: '36' },
    { law: '行政事业性国有资产管理条例', article: '19' },
  ],
  advice: '补附评估报告和处置批复，在合同中写明评估基准日、评估值和定价依据；成交价低于评估值的说明理由。',
  traps: [
    '经批准无偿划转、单位之间调剂的，按规定可以不评估。',
    '转让合同权利义务、债权，或者企业之间的买卖，不在此列。',
  ],
  check: phrase({
    find: pattern(
      `(?:将|把|以)[^。；]{0,30}${asset}[^。；]{0,40}${passes}|${asset}[^。；，]{0,24}${passes}|${passes}[^。；，]{0,16}${asset}|(?:标的|拍卖物|处置物|资产)[^。；，：:]{0,4}[：:][^。；]{0,20}${asset}[^。；]{0,20}(?:保留价|起拍价|底价|挂牌价)`,
    ),
    unless: pattern(
      '不得|禁止|无偿划转|无偿调拨|调剂|无偿移交|土地出让|未经|擅自|优先购买权|转让本合同|权利义务|如甲方|若甲方|出让方受让|视为违约|禁止|报废回收|招商|处置权|违约',
    ),
    negatable: true,
    when: ({ sentence, match }, context) =>
      ofPublicBody(context, sentence) &&
      !mentions(context, landGrant) &&
      !/^(?:将|以)?(?:乙方|承租|丙方)/u.test(match.text) &&
      !/垃圾|污水|突发|应急|事故|废物|废弃物/u.test(match.text) &&
      absentParts(context, papers).length > 0,
    message: ({ match }, context) =>
      `公共资产易手（${quoted(match.text)}），文件没有${absentParts(context, papers).join('，也没有')}。`,
  }),
  examples: {
    hits: [
      { text: '甲方将公务车辆三台以15万元转让给丙公司。', says: '资产评估' },
      {
        text: '甲方：云州市临河区教育局\n第一条 甲方以临河路旧办公楼与乙方位于青麓路的商铺进行置换，差价50万元。',
        says: '审批依据',
      },
      { text: '临河区文化馆将闲置舞台设备一批出售给青麓演艺公司，总价8万元。' },
      { text: '第一条 经评估，国有资产（门面房两间）作价60万元转让。', says: '没有集体决策和审批依据' },
      { text: '出资协议\n青麓区文化站（事业单位）以演播设备作价60万元对云川文旅公司出资，占股15%。' },
      { text: '拍卖委托合同\n委托人：临河区司法局\n标的：闲置门面三间，保留价40万元。' },
    ],
    nearMisses: [
      { text: '甲方将公务车辆三台依据云评报字〔2026〕8号报告评估值16.2万元，经财政部门批复后公开拍卖成交。' },
      { text: '经区财政局批准，甲方将办公设备一批无偿划转给区图书馆。' },
      { text: '甲方：云州市青麓商贸有限公司\n甲方将车辆两台转让给乙方，价款10万元。' },
      { text: '乙方不得将国有资产转让、抵押。' },
      { text: '未经甲方同意，承租人不得将房屋转让给他人。' },
    ],
  },
};

export const assetRules: readonly Rule[] = [appraisalMissing];

/** Investment agreements: markets closed to others, suppliers prescribed, approvals of others promised. */
import { headingAbove } from '../../around.ts';
import { leads, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import { authorities } from './common.ts';

const review = '公平竞争审查条例';

const trade = '(?:经营|供应|建设|运营|服务|提供|设置|投放|从事|承担|承接|清运|配送|开发|实施|销售|管理)';
const others =
  '同类|同类型|相同|类似|竞争|第二家|其他(?:企业|经营者|主体|单位|供应商|投资者)|与乙方[^。；，]{0,12}(?:的)?(?:企业|项目|经营者)|另一家';
/** 甲方不得承诺不引进同类企业: the promise itself is forbidden. */
const barred =
  /(?:不得|禁止|严禁|无权|不(?:会|再)?)(?:以[^，。；]{0,12})?(?:授予|承诺|约定|给予|赋予|保证|设定|设立|作出)[^。；]{0,30}$/u;

const exclusive: Rule = {
  id: 'inv-exclusive',
  title: '承诺独家经营或不引进同类企业',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '行政机关不得以协议妨碍其他经营者进入市场，不得违法授予特许经营权。',
  basis: [
    { law: review, article: '8' },
    { law: '反垄断法', article: '40' },
  ],
  advice: '删去独家、排他和不引进同类企业的承诺；确需特许经营的，依法以公开竞争方式确定经营者。',
  check: phrase({
    find: pattern(
      [
        `(?:仅|只|唯一|全部|统一|独家)(?:能|可|可以)?(?:由|允许|准许|授权|许可|交由|同意)乙方[^。；，]{0,14}${trade}`,
        `(?:授予|给予|赋予|享有|拥有|取得)[^。；，]{0,14}(?:独家|排他|唯一|垄断|专营)[^。；，]{0,14}权`,
        `不(?:再|得|予|会)?(?:另行|重复)?(?:引进|批准|新增|引入|审批|允许|准许|许可|核准|设立|招引|接纳)[^。；，]{0,20}(?:${others})(?:企业|项目|经营者|业态|单位)?`,
        '乙方(?:享有|为|是|作为)[^。；，]{0,14}(?:独家|唯一|排他)[^。；，]{0,12}(?:经营|运营|供应|服务|建设|物流|供货|承接)',
        `其他(?:企业|经营者|单位|主体|供应商)[^。；，]{0,8}(?:不得|不能|一律不|禁止)[^。；，]{0,6}(?:进入|经营|参与|从事|提供|介入)`,
      ].join('|'),
    ),
    also: [pattern('甲方|政府|辖区|区内|街道|管委会|园区|本区|本县|行政区域|区域内')],
    unless: pattern(
      '公开招标|竞争性|经招标|招投标|公开竞争|知识产权|著作权|专利|软件|商标|作品|独家代理|谈判期|不谋求|不构成[^。；，]{0,6}限制',
    ),
    when: (place) => !barred.test(place.sentence.slice(0, place.match.to - place.sentenceFrom)),
    message: ({ match }) => `行政机关承诺独占：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '五年内辖区仅由乙方经营充电桩。', quote: '仅由乙方经营', says: '独占' },
      { text: '第七条 协议期内，甲方不再引进同类企业入驻园区。', quote: '不再引进同类企业' },
      { text: '甲方授予乙方辖区户外广告独家经营权，期限十年。', says: '独家经营权' },
      { text: '街道同意不予批准与乙方经营同类业务的企业，为期六年。', says: '不予批准' },
    ],
    nearMisses: [
      { text: '乙方经公开招标取得五年特许经营权，甲方依法监管。' },
      { text: '甲方授予乙方软件著作权的独家使用许可。' },
      { text: '管委会不得授予任何企业独家运营权，各类经营者平等进入园区。' },
      { text: '甲方依法平等引进各类企业，不设置同类企业准入限制。' },
    ],
  },
};

const strict = '(?:只能|只可|只准|只得|必须|须|仅限|仅能|仅可|限定|统一|一律|只委托|只购买|只使用|专门)';
const must = `(?:${strict}|应当?|要求|需)`;
const use = '(?:使用|购买|采购|委托|选用|选择|接受|通过|聘请|租用|采用|订购|投保|交由|交|安装|接入|购置|办理|由|向)';
const chosen = '(?:指定|认可|推荐|所属|下属|确定|选定|关联|控股|名单内)';
const provider =
  '(?:公司|企业|机构|平台|品牌|产品|供应商|服务商|物流|设备|厂家|商家|中心|单位|协会|事务所|商户|经营者|系统)';
/** Whoever is fit: 具有资质的检测机构 names no one. */
const open =
  /资质|具有|具备|合格|符合|第三方|任[意何]|自行|自主|依法|正规|专业(?:的)?(?:公司|机构)|有能力|中标|成交|本公司|乙方公司|其他公司|项目公司|名义|子公司|附属|内部/u;

const designated: Rule = {
  id: 'inv-designated',
  title: '限定使用指定经营者的商品或服务',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '行政机关不得滥用行政权力，限定或者变相限定单位、个人使用其指定的经营者提供的商品或服务。',
  basis: [
    { law: '反垄断法', article: '39' },
    { law: review, article: '8' },
  ],
  advice: '改为写明质量标准、资质或性能要求，由乙方自主选择供应商。',
  yieldsTo: ['const-designate-supplier'],
  check: phrase({
    find: pattern(
      [
        `${must}[^。；，]{0,14}${use}[^。；，]{0,4}${authorities}[^。；，]{0,8}${chosen}的?[^。；，]{0,20}${provider}`,
        `${strict}[^。；，]{0,14}${use}[^。；，]{1,20}(?:有限公司|公司|集团|研究院|设计院|事务所|中心|平台|牌|品牌|商行)`,
        `${authorities}[^。；，]{0,6}(?:指定|限定|要求)[^。；，]{0,12}(?:由|使用|委托|购买|采购)[^。；，]{2,16}(?:公司|集团|中心|平台|牌)[^。；，]{0,8}(?:提供|实施|承担|编制|产品|服务|供应)`,
      ].join('|'),
    ),
    unless: pattern(
      '或(?:者)?(?:相当于|同等|同类)|甲供|账户|账号|地点|仓库|时间|联系人|收货人|媒体|网站|银行|不得(?:要求|限定|指定|强制|以)|质量标准的|政府采购(?:平台|网)|公共资源交易|电子卖场|采购平台',
    ),
    negatable: true,
    when: ({ match }) => !open.test(match.text),
    message: ({ match }) => `限定使用指定经营者：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '乙方须使用甲方指定的某物流公司。', says: '限定' },
      { text: '入驻企业必须购买松柏科技有限公司的监控设备。', says: '松柏科技有限公司' },
      { text: '（四）保洁须统一购买管委会下属众安后勤公司的服务，甲方不接受其他供应商。', says: '众安后勤公司' },
      { text: '第五条 乙方应当委托管委会指定的检测机构出具报告。', quote: '应当委托管委会指定的检测机构' },
    ],
    nearMisses: [
      { text: '货款汇入乙方指定账户；乙方自主选择合规的物流服务商。' },
      { text: '乙方应当使用甲方指定的银行账户收取货款。' },
      { text: '乙方须委托具有相应资质的检测公司出具报告。' },
      { text: '甲方不得要求乙方必须使用甲方指定的供应商。' },
    ],
  },
};

const approvals =
  '(?:规划许可|规划调整|规划条件|用地指标|建设用地|用地手续|土地指标|供地|环评|环境影响|行政审批|审批手续|审批通过|资质|许可证|施工许可|不动产权证|产权证|用地规划|控制性详细规划|控规|容积率|能评|选址|[^。；，]{0,8}(?:许可|批复|批准|核准))';
const office = '(?:甲方|政府|管委会|街道|出让方|开发区|园区)';
const assures = '(?:保证|承诺|确保|包办|负责(?:为乙方)?(?:取得|办妥|落实|调整|完成|办下|拿到|解决))';
/** 负责取得…批复 in the list of what 甲方 undertakes. */
const undertakes = pattern(
  `^[^。；，]{0,6}(?:(?:负责)?(?:为乙方|替乙方)(?:取得|办妥|落实|拿到|办下)|负责(?:取得|办妥|落实|完成|拿到|争取到|申领)|确保|保证)[^。；，]{0,24}${approvals}|负责(?:取得|办妥|落实|完成|拿到|争取到|申领)[^。；]{0,24}${approvals}`,
);
const rezones = `${office}[^。；，]{0,6}(?:保证|承诺|确保)[^。；，]{0,24}(?:(?:改|调整|变更|转)(?:为|成)[^。；，]{0,10}(?:用地|商业|住宅|商住|工业|仓储)|容积率[^。；，]{0,6}(?:调|提高|增加)|(?:调整|提高|调高)容积率)`;
const dutiesOfOffice = pattern(
  '甲方[^。；，]{0,4}(?:义务|责任|职责|承诺)|(?:管委会|街道|政府)[^。；，]{0,4}(?:义务|责任|承诺)',
);

const authority: Rule = {
  id: 'inv-authority',
  title: '保证取得其他机关的审批',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '规划许可、用地指标、环评批复由其他机关依法决定，对结果作保证超出本机关职权，承诺落空还可能承担赔偿责任。',
  basis: [
    { law: '优化营商环境条例', article: '31' },
    { law: '外商投资法实施条例', article: '27' },
    { law: '最高人民法院关于审理行政协议案件若干问题的规定', article: '11' },
  ],
  advice: '改为“在职权范围内依法协助乙方办理”，并写明以有权机关的决定为准。',
  check: phrase({
    find: pattern(`${office}[^。；，]{0,6}${assures}[^。；]{0,24}${approvals}|${rezones}|${undertakes.source}`),
    unless: pattern(
      '乙方[^。；，]{0,4}(?:自行|应|须)[^。；，]{0,6}(?:办理|申[请办]|取得|报批)|协助|配合|积极争取|在职权范围内|依法(?:办理|独立|审批|作出|决定)|不保证|不承诺|不作[^。；]{0,6}(?:保证|承诺)|不对[^。；]{0,16}(?:承诺|保证)|由有权机关|以[^。；，]{0,10}(?:决定|审批)为准',
    ),
    negatable: true,
    when: ({ match, paragraph, sentence }, context) =>
      !undertakes.test(match.text) ||
      /^(?:甲方|政府|管委会|街道|出让方|开发区|园区)/u.test(match.text) ||
      /甲方|政府|管委会|街道|出让方/u.test(sentence.slice(0, sentence.search(/负责|确保|保证|[为替]乙方/u))) ||
      [...leads(context, paragraph), headingAbove(context, paragraph)].some((lead) => dutiesOfOffice.test(lead)),
    message: ({ match }) => `对其他机关的审批结果作了保证：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '甲方保证乙方取得规划许可和用地指标。', says: '作了保证' },
      { text: '第三条 管委会承诺在六十日内完成项目环评审批手续。', quote: '管委会承诺在六十日内完成项目环评审批手续' },
      { text: '第五条 甲方的义务\n（一）提供联络员；\n（二）负责取得项目用地规划调整批准；', says: '规划调整' },
      { text: '甲方负责取得该地块的施工许可，费用由甲方承担。', says: '施工许可' },
      { text: '第四条 甲方责任\n1.确保项目取得取水许可；\n2.场地平整。', says: '取水许可' },
      { text: '管委会承诺将宗地容积率调至2.2。', says: '容积率' },
    ],
    nearMisses: [
      { text: '甲方依法协助乙方办理手续。' },
      { text: '甲方承诺在职权范围内协助乙方申请规划许可。' },
      { text: '乙方保证其具备相应资质，许可证在有效期内。' },
    ],
  },
};

export const investmentMarkets: readonly Rule[] = [exclusive, designated, authority];

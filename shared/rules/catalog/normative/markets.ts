/** Markets open to all: goods, fees and standards for outsiders, foreign capital, favours for chosen firms. */
import type { Paragraph, Span } from '../../../document/model.ts';
import { rowBefore } from '../../around.ts';
import { bodyParagraphs, leads, mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { local, outside, policy } from './common.ts';

const review = '公平竞争审查条例';

/** The same for all, or a ban on unequal treatment: what these rules ask for. */
const equal =
  '不区分|一视同仁|均(?:按|适用|执行)|同一(?:规则|频次|比例)|不得(?:增加|提高)|同等(?:对待|适用|享受|待遇|有效)|继续有效|予以认可|平等|统一(?:的)?标准|同一标准|相同(?:的)?(?:标准|条件)|与本[地区市县][^。；，]{0,8}(?:相同|一致)|不得(?:对|要求|限制|设置|以|因|重复|另|歧视|向|将|擅自|收取|减损|变相)|(?:禁止|严禁)(?:对|以|设置|限制|要求|向|任何)|不再|取消对|无需|无须|废止';
/** 本地产品无须备案: what spares locals makes a burden on others no equal treatment. */
const localsSpared = new RegExp(
  `(?:${local}|区属|当地)[^。；，]{0,14}(?:无需|无须|不再|不作|不适用|除外|不受|不要求|免予|免于)[^。；，]{0,14}`,
  'gu',
);
const equalWords = pattern(equal);

/** Whether a sentence asks for the same of all, apart from what it spares locals. */
function isEqual(sentence: string): boolean {
  return equalWords.test(sentence.replace(localsSpared, ''));
}

const superior = '依照《|依据《|按照《|根据《|依法|法律、(?:行政)?法规|国务院批准|国家统一';

const goods =
  '(?:商品|产品|货物|食品|冻品|烟花|农资|饮料|糕点|粮油|豆制品|日用品|家电|瓷砖|玻璃|板材|电缆|医疗器械|口罩|肉|奶|蛋|鱼|虾|沙石|黄沙|石子|预制菜|食材|蔬菜|瓜果|水果|猪肉|牛羊肉|肉品|肉类|生猪|活禽|禽蛋|鸡蛋|牛奶|乳品|水产|海鲜|酒|茶叶|粮食|大米|面粉|食用油|饮用水|桶装水|建材|砂石|石料|石材|混凝土|砂浆|水泥|钢材|砖|门窗|涂料|管材|沥青|煤炭|燃煤|药材|药品|种子|种苗|苗木|花卉|化肥|肥料|农药|饲料|烟花爆竹|家具|服装|电动车|液化气|设备|原料|材料|要素|数据|菌菇|果蔬|肉制品)';

/** Charges alone are norm-fee-discriminate's; a gate that costs a fee is a gate. */
const onlyCharged = /收费|加收|补贴|奖励/u;
const gate = /认证|检测|检验|备案|准入|准销|许可|登记|关卡|限量/u;

const outsideGoods: Rule = {
  id: 'norm-outside-goods',
  title: '限制外地、进口商品进入本地市场',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '对外地商品另设检测、备案、准入证或者限量，等于在本地市场外筑墙，审查标准明文禁止。',
  basis: [
    { law: review, article: '9' },
    { law: '反垄断法', article: '41' },
  ],
  advice: '删去只针对外来商品的检测、认证、备案和数量限制；确有质量安全要求的，改为本地外地同一标准。',
  traps: ['动植物检疫、食品安全等法律统一要求以及疫情防控期间依法采取的措施，不属于另设门槛。'],
  check: policy({
    find: pattern(
      `(?:${outside}|进口)[^。；，]{0,16}?(?:${goods}(?:：[^。；]{1,24})?|(?:进入|运入|调入|入[市区县场])(?:$|[^。；]))`,
    ),
    also: [
      pattern(
        '另行|另外|另须|另需|再次|重新|重复|二次|复检|额外|单独|方可|方能|才能|才可|准入证|准销证|准运证|通行证|许可|备案|检测|检验|认证|登记|审批|关卡|卡点|检查站|设卡|限量|配额|限制|禁止|不得|不准|严禁|暂停|加贴|专用标识|抽检|不超过',
      ),
    ],
    unless: pattern(`${superior}|动物|植物|疫情|疫区|疫病|非洲猪瘟|海关|互认|畅通|免于|采购|欢迎`),
    when: ({ sentence, match }) =>
      !isEqual(sentence) &&
      (!onlyCharged.test(sentence) || gate.test(sentence)) &&
      !/企业|公司|人员|经营者|商户|机构|劳动|学生|游客/u.test(match.text) &&
      (!sentence.includes('检疫') || /另行|重新|重复|二次|再次/u.test(sentence)),
    message: ({ match }) => `对外来商品另设门槛：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      {
        text: '市外预拌混凝土进入临河区工地，须先取得区建材站核发的准入证。',
        quote: '市外预拌混凝土',
        says: '另设门槛',
      },
      { text: '第八条 外地预制菜须另行送区检测中心检测，合格后方可上架。', quote: '外地预制菜' },
      { text: '第五条 市外桶装水应向街道备案后方可销售，本地产品无需备案。', says: '市外桶装水' },
      { text: '三、在青麓大桥设置检查站，对外省运入的水产逐车检查，每日限量放行。', says: '外省' },
      { text: '| 类别 | 要求 |\n| 进口水果 | 进口水果入场销售前重复检验两次 |', says: '进口水果' },
    ],
    nearMisses: [
      { text: '进入市场的预制菜均须符合食品安全标准。' },
      { text: '第八条 各部门不得对外地商品重复检测、重复认证。' },
      { text: '五、进口食品依照《食品安全法》第九十二条接受检验。' },
      { text: '外地和本地生产的水果按同一标准抽检。' },
      { text: '疫情防控期间，对中高风险地区外省冷链食品落实查验。' },
    ],
  },
};

type Origin = 'local' | 'outside';
const origins: readonly (readonly [Origin, RegExp])[] = [
  ['outside', new RegExp(`${outside}|外[区市县省]|进口`, 'u')],
  ['local', new RegExp(local, 'u')],
];
const charge = '((?:免收|免费|不收费?|全免)|\\d[\\d.]*|[一二两三四五六七八九十百千]+)';
const priced = new RegExp(`${charge}(?:元|角|分|万元|%|％|折)?`, 'u');

function originOf(words: string): Origin | null {
  return origins.find(([, named]) => named.test(words))?.[0] ?? null;
}

/** 本地经营户每月200元，外地经营户每月500元: one charge for each origin, side by side. */
const sideBySide = new RegExp(
  `(?:${local}|${outside})[^。；，、]{0,22}?${charge}元?[^。；，]{0,10}[，、；][^。；，]{0,6}(?:${outside}|${local}|外[区市县省])[^。；，]{0,22}?${charge}(?:元|角|%|％)`,
  'u',
);
const feeWords = pattern('费|收取|每月|每次|每吨|每车|租金|价格?|补贴|补助|奖励|标准');
const costWords = pattern('距离|运距|成本|车型|危废|危险废物|户籍|学生|学费|门票|就医|医保|公交|差旅|住宿');

function unequalCharges(context: RuleContext): Hit[] {
  const said = policy({
    find: feeWords,
    unless: costWords,
    when: ({ sentence }) => {
      const [, one, other] = sideBySide.exec(sentence) ?? [];
      return one !== undefined && one !== other && originOf(sentence) !== null;
    },
    message: ({ sentence }) => `按产地或注册地区别收费、补贴：${quoted(sentence, 60)}。`,
  })(context);
  if (said.length > 0) return said.slice(0, 1);
  if (!mentions(context, feeWords) || mentions(context, costWords)) return [];
  return unequalRows(context, priced, '按产地或注册地区别收费、补贴');
}

/** A table with a row for what is from here and one for what is from elsewhere, treated differently. */
function unequalRows(context: RuleContext, value: RegExp, said: string): Hit[] {
  const rows = bodyParagraphs(context).flatMap((paragraph) => {
    const { region, text } = paragraph;
    const origin = region.kind === 'cell' ? originOf(rowBefore(context, paragraph.id)) : null;
    return origin !== null && region.kind === 'cell' && value.test(text)
      ? [{ origin, table: region.table, column: region.column, at: wholeOf(paragraph), text: text.trim() }]
      : [];
  });
  const foreign = rows.filter(({ origin }) => origin === 'outside');
  for (const row of foreign) {
    const own = rows.find(
      ({ origin, table, column, text }) =>
        origin === 'local' && table === row.table && column === row.column && text !== row.text,
    );
    if (own) {
      const message = `${said}：本地${quoted(own.text)}，外地${quoted(row.text)}。`;
      return [{ at: row.at, related: [own.at], message }];
    }
  }
  return [];
}

const wholeOf = ({ id, text }: Paragraph): Span => ({ block: id, from: 0, to: text.length });

const dearer = policy({
  find: pattern(
    `(?:${outside}|进口)[^。；]{0,36}(?:加收|另收|多收|增收|另行收取|另行缴纳|额外(?:收|缴|交)|上浮|加倍|双倍|[两二三四1-9.]+倍|高出|高于|提高|不(?:享受|予|给予|得享受|发放|纳入)[^。；，]{0,8}(?:补贴|补助|优惠|奖励|返还)|(?:收取|缴纳|交纳)[^。；，]{0,12}(?:费|金|元)|费[^。；，]{0,14}(?:收取|缴纳|交纳))|${local}(?:企业)?(?:生产|制造|产品|出产|所产|品牌|注册|登记)[^。；]{0,30}(?:免收|免缴|减收|减半|减免|补贴|补助|奖励|优惠|下浮|[一二三四五六七八九1-9]折)|(?:购买|采购|使用|选用|选购|消费)[^。；，]{0,8}${local}[^。；，]{0,12}(?:产品|商品|设备|品牌|汽车|建材|货)[^。；]{0,24}(?:补贴|补助|奖励|优惠|立减|消费券)`,
  ),
  unless: pattern(
    `${equal}|${superior}|距离|运距|成本|车型|危废|危险废物|户籍|学生|人才|就医|医保|公交|老年人|养老金|社会保险`,
  ),
  message: ({ match }) => `按产地或注册地区别收费、补贴：${quoted(match.text, 60)}。`,
});

const feeDiscriminate: Rule = {
  id: 'norm-fee-discriminate',
  title: '按产地、注册地区别收费或补贴',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '同样的商品和服务，因为来自外地就多收费、少补贴，属于歧视性收费和补贴。',
  basis: [{ law: review, article: '9' }],
  advice: '取消按产地、注册地设置的收费和补贴差别，按成本、距离、车型等与产地无关的因素统一计算。',
  traps: ['按成本、运距、车型、危险废物类别确定不同收费的，与产地无关。'],
  check: (context) => {
    const unequal = unequalCharges(context);
    const told = new Set(unequal.flatMap(({ at, related = [] }) => [at, ...related].map((span) => span?.block)));
    return [...unequal, ...dearer(context).filter(({ at }) => !told.has(at?.block))];
  },
  examples: {
    hits: [
      { text: '外地生产的商品砂浆进入青麓区，每吨加收环境管理费２０元；区内产品免收。', says: '加收' },
      { text: '第六条 消费者购买本市生产的新能源汽车，每辆补贴三千元。', says: '补贴' },
      { text: '二、注册地不在临河区的快递企业，进场费按双倍标准缴纳。', says: '双倍' },
      { text: '第四条 夜市摊位费：本地经营者每月150元，外地经营者每月400元。', says: '区别收费' },
      { text: '| 来源 | 检测费 |\n| 本区产品 | 免收 |\n| 区外产品 | 每批200元 |', says: '区别收费' },
    ],
    nearMisses: [
      { text: '砂浆进场检测费按统一标准收取，不区分产地。' },
      { text: '第七条 外地车辆与本地车辆停车费按车型收取，大型车每次加收五元。' },
      { text: '外地企业与本区企业同等享受技改补贴，不得加收任何费用。' },
    ],
  },
};

const firm =
  '(?:企业|经营者|公司|机构|单位|商户|经营户|施工队伍?|团队|供应商|服务商|平台|商家|经营主体|市场主体|投资者|中介|物业|承包商|车辆|从业人员|驾驶员|队伍)';

/** A paper, an examination or a capital of this district's own asking. */
const ownPaper =
  '(?:准入证|准入|进[区市县场]证|备案证|许可证|上岗证|业绩|原件|缴验|查验|核验|签到|注册资[本金]|押金|保证金)';
/** Every job looked at, every lot tested once more. */
const everyOne =
  '逢[^。；，]{1,3}必[查检]|必[查检](?:$|[^。；])|逐[单批件车家户](?:检|查|复|抽|验)|全部?(?:检查|检验|复检|抽检)';
/** A grade above the locals', an examination, test or paper of this district once more. */
const stricter = [
  `(?:必须|须|应当?|需|要|不得)[^。；]{0,28}${ownPaper}|${ownPaper}[^。；，]{0,8}不(?:得)?(?:低于|少于)`,
  everyOne,
  `(?:比|较)${local}[^。；，]{0,10}(?:高|严|多)`,
  '(?:须|应当?|必须|需|要)[^。；，]{0,16}(?:考试|培训|检测|上岗证|考核|复检|年检|保证金|换证|测试|面试|验证|复审|报验|评级)',
  '(?:重新|再次|重复)[^。；，]{0,10}(?:取得|办理|检测|考核|认定|评定|申领|备案|登记|培训)',
].join('|');

const inspects = pattern('抽查|检查|抽检|检验|复检|巡查|年检|查验');
const rate =
  /\d[\d.]*\s*[%％‰]|百分之[一二三四五六七八九十]+|[\d一二两三四五六七八九十]+[次批成]|逐[单批件车家户]|全(?:部|检|数)|每[日周月季年]|免[于予]?/u;

/** 本地企业按5%抽查，外地企业按20%抽查: two rates side by side, in a sentence or in the rows of a table. */
function unequalChecks(context: RuleContext): Hit[] {
  const said = policy({
    find: inspects,
    unless: pattern(`${superior}|双随机|风险等级|信用等级`),
    when: ({ sentence }) => {
      const parts = sentence.split(/[，,、；;]/u);
      const rateOf = (origin: Origin): string | undefined =>
        rate.exec(parts.find((part) => originOf(part) === origin && rate.test(part)) ?? '')?.[0];
      const [own, foreign] = [rateOf('local'), rateOf('outside')];
      return own !== undefined && foreign !== undefined && own !== foreign;
    },
    message: ({ sentence }) => `本地、外地检查的比例或频次不同：${quoted(sentence, 60)}`,
  })(context);
  if (said.length > 0) return said.slice(0, 1);
  return mentions(context, inspects) ? unequalRows(context, checked, '本地、外地检查要求不同') : [];
}
const checked = /[抽复]?检|[抽检核巡]查|查验/u;

const asksMore = policy({
  find: pattern(`${outside}(?:[^。；，]{0,12}${firm}|[^。；，]{0,4}(?:注册)?的${firm})`),
  also: [
    pattern(
      `${stricter}|(?:另|还(?:须|需|应)|单独|额外|增加|提高|更高|高于|高一级|加倍|从严|从重|重点|每[月周季日次半年]|逐[次月户]|一律|必须|须|应当?|需)[^。；]{0,28}(?:备案|登记|报备|检查|抽查|监管|资质|资格|审查|审核|审批|许可|担保|报告|考核|评审|处罚|罚款|信用|证明|约谈|承诺书|人员)|[特一二甲乙]级(?:以上|及以上)?资质|从[严重](?:监管|处罚|查处|审查)`,
    ),
  ],
  unless: pattern(`${superior}|双随机|相互认可|互认|可以?自主|境外|外国`),
  when: ({ sentence }) => !isEqual(sentence),
  message: ({ match, sentence }) => `对${quoted(match.text)}另设要求：${quoted(sentence, 60)}`,
});

const standardDiscriminate: Rule = {
  id: 'norm-standard-discriminate',
  title: '对外地经营者另设资质、检查要求',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '资质标准、监管执法对外地经营者更严，是审查标准点名的歧视性要求。',
  basis: [{ law: review, article: '9' }],
  advice: '改为本地外地同一资质标准、同一检查频次，删去只针对外来经营者的备案、报告和担保。',
  traps: ['对所有经营者适用同一标准、同一抽查比例的，不论来自何处，不在此列。'],
  yieldsTo: ['norm-force-local'],
  check: (context) => {
    const unequal = unequalChecks(context);
    return unequal.length > 0 ? unequal : asksMore(context);
  },
  examples: {
    hits: [
      { text: '外地企业须另备案且每月检查。', quote: '外地企业', says: '另设要求' },
      {
        text: '第五条 市外保洁公司在临河区承接业务，应具备一级资质，区内公司具备三级资质即可。',
        quote: '市外保洁公司',
      },
      { text: '第七条 外来搬家公司的司机须参加本区组织的测试，本区公司不作要求。', says: '搬家公司' },
      { text: '（二）对非本区注册的餐饮经营者从重处罚。', says: '从重处罚' },
      { text: '五、安全检查按比例抽取：本区企业3%，区外企业30%。', says: '比例或频次' },
      { text: '（四）外埠装饰公司在建工地逢单必查。', says: '逢单必查' },
    ],
    nearMisses: [
      { text: '对所有企业按双随机检查。' },
      { text: '外地企业和本区企业均按5%的比例抽查。' },
      { text: '外地企业与本区企业适用相同的资质标准，登记手续一视同仁。' },
      { text: '不得要求外地企业另行备案、重复登记。' },
    ],
  },
};

const foreignFirm = '(?:外资|外商(?:投资|独资)?|(?:中外)?合资|外国投资者|境外投资者|外国企业|境外企业|港澳台资|涉外)';

const foreign: Rule = {
  id: 'norm-foreign',
  title: '排除、限制外商投资企业',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '没有法律、行政法规依据的规范性文件，不得减损外商投资企业权益、增加其义务或者设置市场准入条件。',
  basis: [
    { law: '外商投资法', article: '24' },
    { law: '外商投资法', article: '9' },
  ],
  advice: '删去按资本来源排除的内容，写明各类企业平等适用；属负面清单或者安全审查事项的，引用其条款。',
  traps: ['引用外商投资准入负面清单、国家安全审查的条款，是转述国家规定。'],
  check: policy({
    find: pattern(
      `${foreignFirm}[^。；]{0,20}(?:(?:不得|不能|不可|不予|禁止|暂不|不允许|不再|无权|不)[^。；，]{0,6}(?:申报|申请|参与|参加|享受|承接|入驻|投标|纳入|受理|适用|从事|进入|评选|补贴|奖励|支持|给予|注册|开办|设立|列入|竞标|准入|经营|入库)|除外|不在[^。；，]{0,6}(?:之列|范围)|另行(?:审批|申请|备案|报|提供|申报)|(?:须|需|应当?)(?:另|额外|单独|事先)[^。；]{0,16}(?:审批|批准|备案|同意|担保|证明))|(?:不包括|不含|排除|剔除)[^。；，]{0,8}${foreignFirm}|(?:仅限|只限|限于?|只能|须为|应为)[^。；，]{0,4}(?:内资|中资)`,
    ),
    unless: pattern(
      `负面清单|安全审查|平等|一视同仁|同等(?:对待|享受|适用)|不得(?:对|歧视|(?:违法|非法|擅自)?(?:减损|设置|干预|干涉|增加)|以|要求|强制|限制|将|因)|${superior}|国家规定|银行|保险|证券|外汇|金融|跨境|国家另有`,
    ),
    message: ({ match }) => `以资本来源排除或限制：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '外资企业不得申报。', quote: '外资企业不得申报', says: '资本来源' },
      { text: '第四条 扶持对象为在青麓区登记的企业（中外合资、外商独资企业除外）。', says: '除外' },
      { text: '三、外商投资企业租用园区厂房的，须另报管委会审批。', says: '外商投资' },
      { text: '| 项目 | 申报条件 |\n| 技改补助 | 仅限内资企业 |', quote: '仅限内资' },
    ],
    nearMisses: [
      { text: '各类市场主体平等申报。' },
      { text: '外商投资企业与内资企业同等享受本办法规定的支持政策，不得另行审批。' },
      { text: '属于外商投资准入负面清单禁止领域的，外资企业不得从事。' },
    ],
  },
};

/** Shareholding as a condition: 应当为国有控股企业. */
const owned =
  '(?:须|必须|应当?|限于?|只限|仅限|要求)[^。；，]{0,8}(?:为|是|系)?[^。；，]{0,6}(?:国有(?:控股|独资|全资|参股)?|国资|央企|上市公司(?:控股)?|外资控股)[^。；，]{0,4}(?:企业|公司|单位)|(?:民营|非国有|私营|中小)企业[^。；，]{0,8}(?:不列入|不得|不予|不接受|排除|除外|须联合)';
const procuring = pattern('采购|供应商|投标|招标|评分|评审|入库|磋商|响应人|竞标|应标|服务商|入围|询价|比选|遴选');

const smeFair: Rule = {
  id: 'norm-sme-fair',
  title: '采购以规模、年限、财务指标设门槛',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '政府采购不得在股权结构、经营年限、经营规模和财务指标等方面对中小企业实行差别待遇。',
  basis: [{ law: '中小企业促进法', article: '40' }],
  advice: '删去年限、资本、营收等门槛和加分，改为与履约直接相关的资质、人员、设备要求。',
  traps: ['专门面向中小企业采购的划型要求、法定资质以及与履约直接相关的人员设备要求，不属于差别待遇。'],
  check: policy({
    find: pattern(
      `${owned}|(?:注册资[本金]|实缴资本|经营(?:年限|时间|满|达)|(?:成立|设立|存续)(?:时间|年限|已?满|达|不少于|[\\d一二三四五六七八九十两])|连续经营|股权结构|国有控股|上市公司|资产(?:总额|规模)|总资产|净资产|营业(?:收入|额)|年?营收|年?销售(?:额|收入)|净利润|盈利|资产负债率|财务指标|从业人员(?:数|人数)?|员工(?:人数|总数|规模)|年?产值|企业规模|经营规模)[^。；]{0,20}(?:\\d|[一二三四五六七八九十百千万两]|以上|不低于|不少于|达到|加分|得分|超过|≥)`,
    ),
    unless: pattern(
      `专门面向|划型|划分标准|声明函|不得(?:以|将|设|把|对|要求|因)|(?:禁止|严禁)[^。；]{0,6}(?:以|将|设)|不以|${superior}|取消|不作为|不设`,
    ),
    when: (place, context) =>
      procuring.test(place.sentence) ||
      leads(context, place.paragraph).some(procuring.test) ||
      (place.paragraph.region.kind === 'cell' &&
        mentions(context, pattern('评审因素|评分(?:标准|办法|因素)|采购人|采购项目|供应商|投标人'))),
    message: ({ match }) => `采购条件含有${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '入库供应商须成立满三年，注册资本一千万元以上。', says: '采购条件含有' },
      { text: '第九条 评分办法：上年度营业收入超过5000万元的投标人加3分。', says: '营业收入' },
      {
        text: '| 序号 | 供应商资格 |\n| 1 | 供应商连续经营５年以上 |\n| 2 | 供应商净资产不低于800万元 |',
        says: '净资产',
      },
    ],
    nearMisses: [
      { text: '供应商须具备履约能力。' },
      { text: '采购人不得以注册资本、营业收入等规模条件限制中小企业。' },
      { text: '本项目专门面向中小企业采购，从业人员300人以下的供应商可以参加。' },
      { text: '第三条 规模以上企业，是指年营业收入2000万元以上的工业企业。' },
    ],
  },
};

const factorPreference: Rule = {
  id: 'norm-factor-pref',
  title: '给特定经营者用地、用能、收费优惠',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '没有法律、行政法规依据或者未经国务院批准，不得给特定经营者要素获取、行政事业性收费、社会保险费等优惠。',
  basis: [
    { law: review, article: '10' },
    { law: review, article: '11' },
  ],
  advice: '删去只给特定企业的水电、用地、收费和社保优惠；确有依据的写明条款，或改为普遍适用。',
  traps: ['对全部企业普遍适用、落实国家统一规定的降费政策，不是给特定经营者的优惠。'],
  check: policy({
    find: pattern(
      '(?:(?:重点|龙头|骨干|链主|总部|拟?上市|规上|规模以上|国有|本[地区市县]|入园|入驻|园区内?|落户|招商(?:引资)?|签约|特定|名单内|头部|引进|新引进|亿元(?:以上)?|独角兽|专精特新|高新技术|目录内|白名单|领军|瞪羚|百强|纳税大户|一企一策|“一企一策”|一事一议|亩均[^。；，]{0,10}|税收前[^。；，]{0,4}|(?:纳入|列入)[^。；，]{0,8}(?:名录|名单|目录)的?|名[录单]内?|经[^。；，]{1,10}认定的|[区县市省]外[^。；，]{0,2}迁入|迁入|新落户|外来投资)[^。；，]{0,8}(?:企业|项目|公司|商户|投资者|经营者|单位)|[甲乙丙丁某][^。；，]{0,4}公司|对[^。；，]{2,14}(?:有限公司|集团|公司))(?:：[^。；]{1,24})?',
    ),
    also: [
      pattern(
        '每度电|度电|每吨水|每方[水气]|水土保持|水价|电价|气价|用水|用电|用气|用能|水费|电费|气费|水电|蒸汽|热力|供热|土地|用地|地价|出让金|厂房|污水处理费|排污费|行政事业性收费|配套费|政府性基金|社会保险费|社保|养老保险|公积金|规费|能耗指标|排放指标|地下水|水资源费|残疾人就业保障金|残保金|教育费附加|水利建设基金|登记费|防空地下室|易地建设费',
      ),
      pattern(
        '减半|减免|免[收缴交征除]|全免|免费|优惠|不高于|[一二三四五六七八九1-9]折|下浮|降低|减按|减征|减收|减缴|返还|缓缴|低于|零地价|零租金|成计收|[%％]|先缴后返|优先(?:供应|保障|安排)|补贴|打折|代缴|补差|补足|财政承担|按[^。；，]{0,6}(?:半价|一半)',
      ),
    ],
    unless: pattern(
      `不(?:对|给予|向|为|针对|因)[^。；，]{0,14}(?:优惠|减免|减半|倾斜|补贴)|所有(?:企业|经营者|用户|市场主体)|全部企业|各类(?:企业|市场主体|经营主体)|普遍|国家(?:规定|政策|出台)|${superior}|不得|禁止|严禁|一视同仁|阶段性|清理|执行(?:国家|省)`,
    ),
    message: ({ match, sentence }) => `只给${quoted(match.text, 20)}要素、收费优惠：${quoted(sentence, 60)}`,
  }),
  examples: {
    hits: [
      { text: '重点企业水价减半。', quote: '重点企业', says: '优惠' },
      { text: '（二）对亩均产值前二十名企业给予每吨水三角钱的补贴；', says: '优惠' },
      { text: '第六条 新引进项目用地出让金按评估价的60%收取，差额由管委会补贴。', says: '出让金' },
      { text: '四、免收城市基础设施配套费，适用于名单内企业；社保费由镇财政承担三年。', says: '名单内企业' },
    ],
    nearMisses: [
      { text: '水价按政府定价执行。' },
      { text: '落实国家阶段性降低社会保险费率政策，各类企业均可享受。' },
      { text: '不得对重点企业减免土地出让金。' },
    ],
  },
};

export const openMarkets: readonly Rule[] = [
  outsideGoods,
  feeDiscriminate,
  standardDiscriminate,
  foreign,
  smeFair,
  factorPreference,
];

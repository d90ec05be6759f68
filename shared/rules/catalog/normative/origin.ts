/** Where goods and firms come from: gates, charges, standards and inspections that only outsiders meet (公平竞争审查条例 9). */
import type { Paragraph, Span } from '../../../document/model.ts';
import { rowBefore } from '../../around.ts';
import { bodyParagraphs, mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { local, outside, policy, superior } from './common.ts';

const review = '公平竞争审查条例';

/** The same for all, or a ban on unequal treatment: what these rules ask for. */
const equal =
  '不区分|一视同仁|均(?:须|应当?)?(?:按|适用|执行|符合)|同一(?:规则|频次|比例)|不得(?:增加|提高)|同等(?:对待|适用|享受|待遇|有效)|继续有效|予以认可|平等|统一(?:的)?标准|同一标准|相同(?:的)?(?:标准|条件)|与本[地区市县][^。；，]{0,8}(?:相同|一致)|不得(?:对|要求|限制|设置|以|因|重复|另|歧视|向|将|擅自|收取|减损|变相)|(?:禁止|严禁)(?:对|以|设置|限制|要求|向|任何)|不再|取消对|无需|无须|废止';
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
        '另行|另外|另须|另需|再次|重新|重复|二次|复检|额外|单独|方可|方能|才能|才可|准入证|准销证|准运证|通行证|许可|备案|检测|检验|认证|登记|审批|关卡|卡点|检查站|设卡|限量|限供|限售|配额|限制|禁止|不得|不准|严禁|暂停|加贴|专用标识|抽检|不超过',
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
  '(?:企业|经营者|公司|机构|单位|商户|经营户|施工队伍?|团队|供应商|服务商|平台|商家|经营主体|市场主体|投资者|中介|物业|承包商|车辆|从业人员|驾驶员|队伍|律所|事务所)';

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

export const originRules: readonly Rule[] = [outsideGoods, feeDiscriminate, standardDiscriminate];

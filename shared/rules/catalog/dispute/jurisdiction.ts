/** Choice of court and of law: real estate, court levels, courts without connection, foreign law. */
import { mentions, phrase, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { foreignSeat, namesForeigner } from './foreigners.ts';

const realtyTitle = pattern(
  '(?:房屋|厂房|商铺|门面|店面|办公用房|公寓|仓库|住房)[^\\n。]{0,8}租赁(?:合同|协议)|(?:施工|装修|装饰)[^\\n。]{0,6}(?:合同|协议)|建设工程施工|(?:修缮|改造|新建|扩建|绿化|防水|修复)[^\\n。]{0,4}(?:工程)[^\\n。]{0,6}(?:合同|协议)|土地承包(?:经营)?(?:权)?(?:合同|协议)|(?:经济适用|保障性|政策性|公共租赁|公租|廉租|共有产权|限价|安置|拆迁安置|配售)[^\\n。]{0,4}(?:住?房)[^\\n。]{0,8}(?:合同|协议)',
);
const works = pattern('(?:建筑|安装|土建|房屋建设|装饰)[^\\n。]{0,6}工程承包(?:合同|协议)');
const notRealty = pattern('勘察|设计合同|监理|物业服务|设备租赁|车辆租赁|场地租赁|咨询');

/** What a court clause hangs the court on: a party, a place of signing, or a named place. */
const courtClause = pattern(
  '(甲方|乙方|出租(?:人|方)|承租(?:人|方)|发包(?:人|方)|承包(?:人|方)|原告|被告|守约方|合同签订地|合同签署地|[\\p{Han}]{1,6}?(?:市|区|县))(?:的)?(?:所在地|住所地|注册地|登记地)?(?:[（(][^）)]{1,20}[）)])?(?:的)?(?:有管辖权的|有管辖权)?(?:基层|有关)?(?:人民)?法院',
);
const whereItIs = pattern(
  '(?:坐落|座落|位于|(?:工程|建设|施工|租赁|项目|房屋|厂房|商铺|仓库|场地)(?:地点|地址|位置|所在地)|(?:房屋|租赁物|标的物|商铺|门面|厂房|仓库)[：:])[：:为在于\\s]{0,3}[^。；，）)\\n]{0,40}',
);
const county = pattern('[\\p{Han}]{1,4}?(?:区|县|市)');

/** Leases of houses and construction go to the court of the place by law, whatever the clause says. */
export function hasExclusiveCourt(context: RuleContext): boolean {
  const title = readingOf(context.document).text.slice(0, 120);
  return (realtyTitle.test(title) || works.test(title)) && !notRealty.test(title);
}

/** Names of counties, districts and cities in a text, without their ending. */
function counties(text: string): string[] {
  return county
    .all(text)
    .map((match) =>
      match.text.slice(0, -1).replace(/^.*(?:省|市|位于|坐落|座落|地点|在|于|为|由|向|交|请|到|至|归|诉)/u, ''),
    );
}

/** Where the property of a contract lies: the words after 坐落, 位于 and their like; '' when not said. */
function propertyPlace(context: RuleContext): string {
  return whereItIs
    .all(readingOf(context.document).text)
    .map((match) => match.text)
    .join('；');
}

const byParty = /^(?:甲方|乙方|(?:出租|承租|发包|承包|买受|出卖)(?:人|方))$/u;
const district = /([\u4e00-\u9fff]{1,3}?)(?:区|县|旗)/gu;
const seat = pattern('住所|地址|住址|注册地|所在地');

/** The county a court clause names, or that a party it names has its seat in; '' when neither is told. */
function courtPlace(hook: string, context: RuleContext): string {
  if (!byParty.test(hook))
    return (
      counties(hook)
        .filter((name) => name !== '')
        .at(-1) ?? ''
    );
  const { paragraphs, candidates } = readingOf(context.document);
  const told = candidates(seat).flatMap((at) => {
    const text = paragraphs[at]?.text ?? '';
    const owner = text.includes(hook) ? text.slice(text.indexOf(hook)) : '';
    // 住所地 on a line of its own belongs to the party of the line above.
    const line = owner === '' && (paragraphs[at - 1]?.text ?? '').includes(hook) ? text : owner;
    const stretch =
      /(?:住所|地址|住址|注册地|所在地)(?:地|为|在)?[：:在位于为]*([^；。，\n]{0,30})/u.exec(line)?.[1] ?? '';
    return [...stretch.replace(/^.*市/u, '').matchAll(district)].flatMap((match) => match[1] ?? []);
  });
  return told[0] ?? '';
}

function exclusiveGrade({ match }: Place, context: RuleContext): Pick<Hit, 'severity' | 'nature'> {
  const court = courtPlace(match.groups[0]?.text ?? '', context);
  const lies = propertyPlace(context);
  return lies !== '' && court !== '' && !lies.includes(court)
    ? { severity: 'high', nature: 'unlawful' }
    : { severity: 'notice' };
}

const exclusiveRealty: Rule = {
  id: 'disp-exclusive-realty',
  title: '不动产纠纷约定了其他法院',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease', 'construction', 'land', 'sale', 'expropriation', 'property'],
  why: '房屋租赁、建设工程施工、农村土地承包等合同纠纷由不动产所在地法院专属管辖，约定别的法院无效。',
  basis: [
    { law: '民事诉讼法', article: '34' },
    { law: '最高人民法院关于适用《民事诉讼法》的解释', article: '28' },
  ],
  advice: '改为“由房屋（工程）所在地有管辖权的人民法院管辖”。',
  check: phrase({
    find: courtClause,
    unless: pattern(
      '仲裁|不动产所在地|房屋所在地|租赁物所在地|工程所在地|项目所在地|工程地|土地所在地|标的物所在地|专属管辖',
    ),
    negatable: true,
    when: ({ match }, context) => {
      const head = readingOf(context.document).text.slice(0, 300);
      if (!realtyTitle.test(head) || notRealty.test(head)) return false;
      const court = courtPlace(match.groups[0]?.text ?? '', context);
      return court === '' || !propertyPlace(context).includes(court);
    },
    message: ({ match }) => `本合同纠纷由不动产所在地法院专属管辖，条款约定的是${quoted(match.text)}。`,
    grade: exclusiveGrade,
  }),
  examples: {
    hits: [
      { text: '施工合同争议由乙方住所地法院管辖（工程不在该地）。', quote: '乙方住所地法院', says: '专属管辖' },
      {
        text: '房屋租赁合同\n房屋坐落于青岩市桐溪区和平路8号。\n争议由云岫市人民法院管辖。',
        quote: '争议由云岫市人民法院',
      },
      {
        text: '道路维修工程施工合同\n工程地点：临川市南屏县。\n第十二条 协商不成的，向合同签订地人民法院起诉。',
        says: '合同签订地人民法院',
      },
      { text: '商铺租赁协议（商铺位于青岩市桐溪区）：任何一方起诉，均应向云岫市南屏区人民法院提出。' },
    ],
    nearMisses: [
      { text: '施工合同争议由工程所在地人民法院管辖。' },
      { text: '房屋租赁合同\n房屋坐落于青岩市桐溪区和平路8号。\n争议由青岩市桐溪区人民法院管辖。' },
      { text: '物业服务合同\n争议由甲方住所地人民法院管辖。' },
      { text: '厂房租赁合同\n争议提交临川仲裁委员会仲裁，不向甲方所在地人民法院起诉。' },
      { text: '厂房租赁合同\n厂房：桐溪区和平路8号。\n甲方住所：桐溪区长街1号。\n争议由甲方住所地人民法院管辖。' },
    ],
  },
};

const level: Rule = {
  id: 'disp-level',
  title: '约定了法院级别',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '协议管辖不得违反级别管辖；直接写中级、高级人民法院，标的额不够的，约定无效。',
  basis: [{ law: '民事诉讼法', article: '35' }],
  advice: '删去法院级别，写“由××所在地有管辖权的人民法院管辖”。',
  check: phrase({
    find: pattern('(?:中级|高级|最高)(?:人民)?法院'),
    also: [pattern('起诉|诉讼|诉|管辖|受理|审理|审判|解决|裁[决判]|处理|判决|争议|纠纷')],
    unless: pattern(
      '最高人民法院(?:关于|《|公布|规定|的解释|司法解释)|再审|上诉|复议|申诉|解释|撤销|执行|保全|仲裁裁决|行政诉讼|根据|依照',
    ),
    negatable: true,
    message: ({ match }) => `管辖条款写明了法院级别：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '由省高级人民法院管辖。', quote: '高级人民法院', says: '法院级别' },
      { text: '第十四条 争议由临川市中级人民法院管辖。', quote: '中级人民法院' },
      { text: '协商不成的，可直接向最高人民法院提起诉讼。', quote: '最高人民法院' },
    ],
    nearMisses: [
      { text: '由甲方所在地有管辖权的人民法院管辖。' },
      {
        text: '违约金的调整依照《最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释》处理，争议由甲方住所地法院管辖。',
      },
      { text: '申请撤销仲裁裁决的，向仲裁机构所在地的中级人民法院提出，由其受理。' },
    ],
  },
};

const namedCourt = pattern('([\\p{Han}]{1,8}?(?:市|区|县))(?:[\\p{Han}]{1,4}?(?:市|区|县))?(?:基层)?(?:人民)?法院');
const region = pattern('[\\p{Han}]{1,4}?(?:省|市|自治区|区|县)');

const noConnection: Rule = {
  id: 'disp-no-connection',
  title: '约定法院与争议没有实际联系',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '协议选择的法院应当在双方住所地、合同履行地、签订地、标的物所在地等与争议有实际联系的地点。',
  basis: [{ law: '民事诉讼法', article: '35' }],
  advice: '改为甲方、乙方住所地或合同履行地等有实际联系的法院；确有联系的，在合同中写明该地点。',
  check: phrase({
    find: namedCourt,
    also: [pattern('管辖|起诉|诉|审理|受理|审判|裁[决判]|处理|解决')],
    unless: pattern('仲裁|境外|外国|所在地[^。；]{0,4}法院'),
    negatable: true,
    when: ({ match, paragraph }, context) => {
      const name = (match.groups[0]?.text ?? '').replace(/^.*(?:由|向|约定|提交|在|到|至|省)/u, '').slice(0, -1);
      if (name === '' || /^(?:该|本|当地|所在|任何|各)/u.test(name)) return false;
      const { text } = readingOf(context.document);
      // Real estate has its own court: disp-exclusive-realty says so.
      if (realtyTitle.test(text.slice(0, 300)) || namesForeigner(context)) return false;
      const rest = text.replace(paragraph.text, paragraph.text.replace(match.text, ''));
      return region.test(rest) && !rest.includes(name);
    },
    message: ({ match }) => `约定由${quoted(match.text)}管辖，但合同其他地方没有提到该地，看不出与争议的联系。`,
  }),
  examples: {
    hits: [
      { text: '双方均在甲省，约定丙市法院管辖。', says: '看不出与争议的联系' },
      {
        text: '甲方：桐溪区城市管理局，住所：青岩市桐溪区。\n乙方：松柏公司，住所：青岩市松阳区。\n争议由远洲市人民法院管辖。',
        says: '远洲市人民法院',
      },
      { text: '乙方住所：临川市南屏县。交货地点：临川市。\n第九条 向白鹿县人民法院起诉解决。', says: '白鹿县人民法院' },
    ],
    nearMisses: [
      { text: '双方约定“向甲方或乙方所在地人民法院起诉”。' },
      { text: '乙方住所：远洲市。\n甲方住所：青岩市。\n争议由远洲市人民法院管辖。' },
      { text: '争议由临川市人民法院管辖。' },
      { text: '合同签订地：白鹿县。\n甲方住所：临川市。\n争议由白鹿县人民法院管辖。' },
      {
        text: '甲方：青岩市桐溪区文化馆\n乙方：蓝湾咨询有限公司（注册地：新加坡）\n争议由云岫市人民法院管辖，适用中国法律。',
      },
    ],
  },
};

const abroad =
  '(?:外国|境外|美国|英国|英格兰|法国|德国|日本|韩国|新加坡|瑞士|瑞典|澳大利亚|加拿大|香港|澳门|台湾|伦敦|纽约|巴黎|东京|日内瓦|斯德哥尔摩)';
const foreignParty = pattern(
  'Ltd|LTD|Inc|INC|LLC|GmbH|Corp|株式会社|（(?:香港|澳门|台湾|新加坡)）|\\((?:香港|澳门|台湾|新加坡)\\)|境外(?:公司|机构|乙方|主体|供应商)|外国(?:公司|企业)|外方|世界银行|亚洲开发银行' +
    `|(?:公司|企业|法人)[^。；]{0,24}${foreignSeat}`,
);

const foreign: Rule = {
  id: 'disp-foreign',
  title: '国内合同约定外国法或境外管辖',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '没有涉外因素的合同选择外国法、境外法院或境外仲裁，可能不被承认，还使维权成本大增。',
  basis: [
    { law: '涉外民事关系法律适用法', article: '3' },
    { law: '民事诉讼法', article: '35' },
    { law: '最高人民法院关于适用《民事诉讼法》的解释', article: '529' },
  ],
  advice: '改为适用中华人民共和国法律，由境内有管辖权的人民法院或境内仲裁机构处理。',
  check: phrase({
    find: pattern(
      [
        `(?:适用(?:的)?(?:法律)?|准据法|依照|依据|按照|受)[为是：:|\\s]{0,3}[《“]?${abroad}[^。；，]{0,10}(?:法律|法|判例)`,
        `(?:由|向|提交|在|管辖[：:|\\s]{0,3})[^。；，]{0,6}${abroad}[^。；，]{0,14}(?:法院|仲裁)`,
        `${abroad}[^。；，]{0,10}(?:法院(?:管辖|审理|处理|作为|诉讼)|国际仲裁中心|仲裁院|仲裁中心)`,
        `${abroad}(?:国|特别行政区)?(?:地方|地区|高等|初审)法院`,
        `仲裁地(?:点)?[为在是：:|\\s]{0,3}${abroad}`,
        '(?:国际商会|ICC|SIAC|HKIAC|LCIA|斯德哥尔摩商会)[^。；，]{0,10}仲裁',
      ].join('|'),
    ),
    unless: pattern('香港路|台湾路'),
    // A loan from such a bank comes with its rules of procurement.
    unlessParagraph: pattern(
      '(?:世界银行|亚洲开发银行|亚洲基础设施投资银行|亚投行|新开发银行)[^。；，]{0,6}(?:贷款|赠款)',
    ),
    negatable: true,
    message: ({ match }, context) =>
      mentions(context, foreignParty)
        ? `约定了境外法律或境外争议解决：${quoted(match.text)}；合同有涉外因素，请核对是否经过批准。`
        : `合同看不出涉外因素，却约定${quoted(match.text)}。`,
    grade: (_, context) => (mentions(context, foreignParty) ? { severity: 'notice' } : {}),
  }),
  examples: {
    hits: [
      {
        text: '甲区某街道办事处与本区乙公司约定：适用新加坡法，由新加坡法院管辖。',
        quote: '适用新加坡法',
        says: '看不出涉外因素',
      },
      { text: '本合同的解释适用英国法律。', quote: '适用英国法律' },
      {
        text: '第十八条 争议提交香港国际仲裁中心按其规则仲裁。\n乙方：松柏科技有限公司',
        quote: '提交香港国际仲裁中心按其规则仲裁',
      },
      { text: '准据法：德国法律。' },
      { text: '许可方蓝湾软件公司位于纽约州。\n本协议受纽约州法律管辖。', says: '有涉外因素' },
      { text: '| 管辖 | 香港法院 |' },
    ],
    nearMisses: [
      { text: '适用中华人民共和国法律，由甲方所在地法院管辖。' },
      { text: '乙方注册于香港路12号，争议由临川市人民法院管辖。' },
      { text: '双方不得约定适用外国法律。' },
      { text: '本项目使用世界银行贷款，争议按其标准条款在新加坡仲裁。' },
    ],
  },
};

export const jurisdiction: readonly Rule[] = [exclusiveRealty, level, noConnection, foreign];

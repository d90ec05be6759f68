/**
 * The statutes that rules and drafts cite: what they are called, since when they hold, what ended
 * them, and how many articles each text has. Facts only; taken from the published texts, save where
 * `source` says otherwise.
 */
import type { Day } from '../rules/rule.ts';

/**
 * text: read in the published text. pages: from several secondary pages, official text not seen.
 * memory: generally known, not checked against a text.
 */
export type Source = 'text' | 'pages' | 'memory';

/** One text of a statute, from the day it took effect until the next one does. */
export type StatuteText = Readonly<{ from: Day; articles: number; source: Source }>;

export type Statute = Readonly<{
  /** Full title as promulgated, without 《》. */
  title: string;
  /** Further names in use; the title without 中华人民共和国 need not be listed. */
  names: readonly string[];
  issuer: '全国人民代表大会' | '全国人民代表大会常务委员会' | '国务院' | '最高人民法院';
  /** The day the statute first took effect. */
  inForceFrom: Day;
  repealed: Readonly<{ on: Day; by: string; successor: string; source: Source }> | null;
  /** Texts whose article count is known, newest first. Earlier ones are not listed. */
  texts: readonly StatuteText[];
}>;

type Spec = Readonly<{ names?: readonly string[]; texts: readonly StatuteText[] }>;

const text = (from: Day, articles: number, source: Source = 'text'): StatuteText => ({ from, articles, source });

function statute(issuer: Statute['issuer'], title: string, inForceFrom: Day, spec: Spec): Statute {
  return { title, names: spec.names ?? [], issuer, inForceFrom, repealed: null, texts: spec.texts };
}

const congress = (title: string, from: Day, ...texts: StatuteText[]): Statute =>
  statute('全国人民代表大会', `中华人民共和国${title}`, from, { texts });

const committee = (title: string, from: Day, ...texts: StatuteText[]): Statute =>
  statute('全国人民代表大会常务委员会', `中华人民共和国${title}`, from, { texts });

const council = (title: string, from: Day, ...texts: StatuteText[]): Statute =>
  statute('国务院', title, from, { texts });

const court = (title: string, names: readonly string[], from: Day, ...texts: StatuteText[]): Statute =>
  statute('最高人民法院', `最高人民法院${title}`, from, { names, texts });

const codes: readonly Statute[] = [
  congress('民法典', '2021-01-01', text('2021-01-01', 1260)),
  congress('立法法', '2000-07-01', text('2023-03-15', 120)),
  congress('行政处罚法', '1996-10-01', text('2021-07-15', 86)),
  congress('行政诉讼法', '1990-10-01', text('2017-07-01', 103)),
  congress('民事诉讼法', '1991-04-09', text('2024-01-01', 306)),
  congress('外商投资法', '2020-01-01', text('2020-01-01', 42)),
  statute('全国人民代表大会', '中华人民共和国地方各级人民代表大会和地方各级人民政府组织法', '1980-01-01', {
    names: ['地方组织法', '地方各级人大和地方各级人民政府组织法'],
    texts: [text('2022-03-12', 90)],
  }),
];

const laws: readonly Statute[] = [
  committee('个人信息保护法', '2021-11-01', text('2021-11-01', 74)),
  committee('中小企业促进法', '2003-01-01', text('2018-01-01', 61)),
  committee('仲裁法', '1995-09-01', text('2026-03-01', 96, 'pages'), text('2018-01-01', 80)),
  committee('保守国家秘密法', '1989-05-01', text('2024-05-01', 65)),
  committee('公司法', '1994-07-01', text('2024-07-01', 266)),
  committee('农村土地承包法', '2003-03-01', text('2019-01-01', 70)),
  committee('农村集体经济组织法', '2025-05-01', text('2025-05-01', 67)),
  committee('劳动合同法', '2008-01-01', text('2013-07-01', 98)),
  committee('反垄断法', '2008-08-01', text('2022-08-01', 70)),
  committee('国家通用语言文字法', '2001-01-01', text('2026-01-01', 32, 'pages'), text('2001-01-01', 28)),
  committee('土地管理法', '1987-01-01', text('2020-01-01', 87)),
  committee('城市房地产管理法', '1995-01-01', text('2020-01-01', 73)),
  committee('增值税法', '2026-01-01', text('2026-01-01', 38)),
  committee('建筑法', '1998-03-01', text('2019-04-23', 85)),
  committee('招标投标法', '2000-01-01', text('2017-12-28', 68)),
  committee('政府采购法', '2003-01-01', text('2014-08-31', 88)),
  committee('数据安全法', '2021-09-01', text('2021-09-01', 55)),
  committee('村民委员会组织法', '1998-11-04', text('2026-01-01', 50, 'pages'), text('2018-12-29', 41)),
  committee('民营经济促进法', '2025-05-20', text('2025-05-20', 78, 'pages')),
  committee('涉外民事关系法律适用法', '2011-04-01', text('2011-04-01', 52)),
  committee('电子签名法', '2005-04-01', text('2019-04-23', 36)),
  committee('税收征收管理法', '1993-01-01', text('2015-04-24', 94)),
  committee('著作权法', '1991-06-01', text('2021-06-01', 67)),
  committee('行政复议法', '1999-10-01', text('2024-01-01', 90)),
  committee('行政强制法', '2012-01-01', text('2012-01-01', 71)),
  committee('行政许可法', '2004-07-01', text('2019-04-23', 83)),
  committee('预算法', '1995-01-01', text('2018-12-29', 101)),
];

const regulations: readonly Statute[] = [
  council('优化营商环境条例', '2020-01-01', text('2020-01-01', 72)),
  council('保障中小企业款项支付条例', '2020-09-01', text('2025-06-01', 37)),
  council('保障农民工工资支付条例', '2020-05-01', text('2020-05-01', 64)),
  council('公平竞争审查条例', '2024-08-01', text('2024-08-01', 27)),
  council('国有土地上房屋征收与补偿条例', '2011-01-21', text('2011-01-21', 35)),
  council('中华人民共和国城镇国有土地使用权出让和转让暂行条例', '1990-05-19', text('2020-11-29', 53)),
  council('中华人民共和国外商投资法实施条例', '2020-01-01', text('2020-01-01', 49)),
  council('建设工程质量管理条例', '2000-01-30', text('2019-04-23', 82)),
  council('中华人民共和国招标投标法实施条例', '2012-02-01', text('2019-03-02', 84)),
  council('中华人民共和国政府信息公开条例', '2008-05-01', text('2019-05-15', 56)),
  council('政府投资条例', '2019-07-01', text('2019-07-01', 39)),
  council('中华人民共和国政府采购法实施条例', '2015-03-01', text('2015-03-01', 79)),
  statute('国务院', '中华人民共和国税收征收管理法实施细则', '2002-10-15', {
    names: ['税收征管法实施细则'],
    texts: [text('2016-02-06', 113)],
  }),
  council('法规规章备案审查条例', '2024-11-01', text('2024-11-01', 26)),
  council('网络数据安全管理条例', '2025-01-01', text('2025-01-01', 64)),
  council('行政事业性国有资产管理条例', '2021-04-01', text('2021-04-01', 61)),
  council('行政执法监督条例', '2026-02-01', text('2026-02-01', 44, 'pages')),
  council('规章制定程序条例', '2002-01-01', text('2018-05-01', 41)),
  council('重大行政决策程序暂行条例', '2019-09-01', text('2019-09-01', 44)),
];

const interpretations: readonly Statute[] = [
  court(
    '关于适用《中华人民共和国仲裁法》若干问题的解释',
    ['最高人民法院关于适用《仲裁法》若干问题的解释', '仲裁法解释', '仲裁法司法解释'],
    '2006-09-08',
    text('2006-09-08', 31),
  ),
  court(
    '关于审理涉及国有土地使用权合同纠纷案件适用法律问题的解释',
    ['国有土地使用权合同司法解释'],
    '2005-08-01',
    text('2021-01-01', 25),
  ),
  court(
    '关于审理城镇房屋租赁合同纠纷案件具体应用法律若干问题的解释',
    ['城镇房屋租赁司法解释'],
    '2009-09-01',
    text('2021-01-01', 16),
  ),
  court(
    '关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）',
    ['施工合同司法解释(一)', '建设工程施工合同司法解释（一）'],
    '2021-01-01',
    text('2021-01-01', 45),
  ),
  court(
    '关于适用《中华人民共和国民法典》合同编通则若干问题的解释',
    ['最高人民法院关于适用《民法典》合同编通则若干问题的解释', '民法典合同编通则解释'],
    '2023-12-05',
    text('2023-12-05', 69),
  ),
  court(
    '关于适用《中华人民共和国民法典》有关担保制度的解释',
    ['最高人民法院关于适用《民法典》有关担保制度的解释', '民法典担保制度解释'],
    '2021-01-01',
    text('2021-01-01', 71),
  ),
  court(
    '关于适用《中华人民共和国民事诉讼法》的解释',
    ['最高人民法院关于适用《民事诉讼法》的解释', '民诉法解释', '民事诉讼法解释'],
    '2015-02-04',
    text('2022-04-10', 550),
  ),
  court('关于审理民间借贷案件适用法律若干问题的规定', ['民间借贷司法解释'], '2015-09-01', text('2021-01-01', 31)),
  court(
    '关于审理行政协议案件若干问题的规定',
    ['行政协议司法解释', '行政协议司法解释(法释〔2019〕17号)'],
    '2020-01-01',
    text('2020-01-01', 29),
  ),
  court(
    '关于适用《中华人民共和国行政诉讼法》的解释',
    ['最高人民法院关于适用《行政诉讼法》的解释', '行诉法解释', '行政诉讼法解释'],
    '2018-02-08',
    text('2018-02-08', 163),
  ),
];

type Ended = readonly [title: string, from: Day];

/** Statutes ended on one day by one act. */
function repealed(
  issuer: Statute['issuer'],
  end: NonNullable<Statute['repealed']>,
  ...ended: readonly Ended[]
): readonly Statute[] {
  return ended.map(([title, inForceFrom]) => ({
    title: `中华人民共和国${title}`,
    names: [],
    issuer,
    inForceFrom,
    repealed: end,
    texts: [],
  }));
}

const ended: readonly Statute[] = [
  // 民法典 article 1260 names nine laws.
  ...repealed(
    '全国人民代表大会',
    { on: '2021-01-01', by: '《民法典》第一千二百六十条', successor: '中华人民共和国民法典', source: 'text' },
    ['婚姻法', '1981-01-01'],
    ['继承法', '1985-10-01'],
    ['民法通则', '1987-01-01'],
    ['收养法', '1992-04-01'],
    ['担保法', '1995-10-01'],
    ['合同法', '1999-10-01'],
    ['物权法', '2007-10-01'],
    ['侵权责任法', '2010-07-01'],
    ['民法总则', '2017-10-01'],
  ),
  // The three contract laws that 合同法 replaced; what they governed is now in the 民法典.
  ...repealed(
    '全国人民代表大会常务委员会',
    { on: '1999-10-01', by: '原《合同法》第四百二十八条', successor: '中华人民共和国民法典', source: 'memory' },
    ['经济合同法', '1982-07-01'],
    ['涉外经济合同法', '1985-07-01'],
    ['技术合同法', '1987-11-01'],
  ),
  ...repealed(
    '全国人民代表大会',
    { on: '2020-01-01', by: '《外商投资法》第四十二条', successor: '中华人民共和国外商投资法', source: 'text' },
    ['中外合资经营企业法', '1979-07-08'],
    ['外资企业法', '1986-04-12'],
    ['中外合作经营企业法', '1988-04-13'],
  ),
  ...repealed(
    '国务院',
    { on: '2026-01-01', by: '《增值税法》第三十八条', successor: '中华人民共和国增值税法', source: 'text' },
    ['增值税暂行条例', '1994-01-01'],
  ),
  {
    title: '城市房屋拆迁管理条例',
    names: [],
    issuer: '国务院',
    inForceFrom: '2001-11-01',
    repealed: {
      on: '2011-01-21',
      by: '《国有土地上房屋征收与补偿条例》第三十五条',
      successor: '国有土地上房屋征收与补偿条例',
      source: 'text',
    },
    texts: [],
  },
];

/** Every statute the registry knows, those in force first. */
export const statutes: readonly Statute[] = [...codes, ...laws, ...regulations, ...interpretations, ...ended];

/**
 * Names of further laws that exist; nothing else is recorded of them. They keep a near namesake in
 * the registry from being offered as a correction.
 */
export const otherNames: readonly string[] = [
  '宪法',
  '刑法',
  '刑事诉讼法',
  '监察法',
  '公务员法',
  '公证法',
  '律师法',
  '国家赔偿法',
  '预备役人员法',
  '公职人员政务处分法',
  '治安管理处罚法',
  '道路交通安全法',
  '消防法',
  '安全生产法',
  '突发事件应对法',
  '网络安全法',
  '密码法',
  '国家安全法',
  '食品安全法',
  '药品管理法',
  '产品质量法',
  '消费者权益保护法',
  '反不正当竞争法',
  '价格法',
  '广告法',
  '电子商务法',
  '城乡规划法',
  '环境保护法',
  '大气污染防治法',
  '水污染防治法',
  '噪声污染防治法',
  '固体废物污染环境防治法',
  '水法',
  '森林法',
  '草原法',
  '档案法',
  '统计法',
  '审计法',
  '会计法',
  '票据法',
  '证券法',
  '保险法',
  '信托法',
  '商业银行法',
  '中国人民银行法',
  '银行业监督管理法',
  '反洗钱法',
  '企业所得税法',
  '个人所得税法',
  '契税法',
  '印花税法',
  '城市维护建设税法',
  '企业破产法',
  '合伙企业法',
  '个人独资企业法',
  '企业国有资产法',
  '劳动法',
  '劳动争议调解仲裁法',
  '就业促进法',
  '社会保险法',
  '工会法',
  '职业病防治法',
  '教育法',
  '义务教育法',
  '高等教育法',
  '民办教育促进法',
  '未成年人保护法',
  '老年人权益保障法',
  '残疾人保障法',
  '妇女权益保障法',
  '慈善法',
  '红十字会法',
  '精神卫生法',
  '传染病防治法',
  '基本医疗卫生与健康促进法',
  '医师法',
  '人口与计划生育法',
  '农业法',
  '乡村振兴促进法',
  '农民专业合作社法',
  '农村土地承包经营纠纷调解仲裁法',
  '种子法',
  '专利法',
  '商标法',
  '标准化法',
  '计量法',
  '邮政法',
  '铁路法',
  '公路法',
  '港口法',
  '民用航空法',
  '海商法',
  '海关法',
  '对外贸易法',
  '出口管制法',
  '出境入境管理法',
  '护照法',
  '反恐怖主义法',
  '境外非政府组织境内活动管理法',
  '城市居民委员会组织法',
  '人民调解法',
  '法律援助法',
  '社区矫正法',
  '非物质文化遗产法',
  '文物保护法',
  '英雄烈士保护法',
  '反食品浪费法',
  '土地管理法实施条例',
  '城市房地产开发经营管理条例',
  '物业管理条例',
  '建设工程勘察设计管理条例',
  '建设工程安全生产管理条例',
  '外汇管理条例',
  '征信业管理条例',
  '市场主体登记管理条例',
  '社会团体登记管理条例',
  '行政区划管理条例',
  '城市道路管理条例',
  '城市市容和环境卫生管理条例',
  '无证无照经营查处办法',
  '行政法规制定程序条例',
  '行政复议法实施条例',
  '劳动合同法实施条例',
  '关键信息基础设施安全保护条例',
  '企业信息公示暂行条例',
  '机关事务管理条例',
  '党政机关公文处理工作条例',
  '公共机构节能条例',
];

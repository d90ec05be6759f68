/**
 * What a contract is about: its title decides; failing that, the words its first lines use most. And
 * what form a normative document has, by how its title ends.
 */
import type { SubKind } from '../rules/rule.ts';

/** Most telling first: 政府采购物业服务合同 is procurement before it is property. */
const byTitle: readonly (readonly [SubKind, RegExp])[] = [
  ['procurement', /政府采购|(?:公开招标|询价|磋商|谈判|单一来源)采购/u],
  ['labour', /劳动合同|劳动关系|劳务派遣|劳务(?:合同|协议)|聘[用任](?:合同|协议)|用工|培训服务期|竞业/u],
  ['expropriation', /征[收用地]|拆迁|搬迁|补偿安置|安置补偿|征迁|腾退/u],
  ['land', /土地(?:使用权|承包|经营权|流转|出让)|建设用地|宅基地|林地|山林|荒山|果园|滩涂|海域|承包经营权/u],
  ['property', /物业/u],
  ['lease', /租赁|出租|承租|转租|租用|借用/u],
  [
    'construction',
    /建设工程|建筑|施工|装[修饰]|安装工程|工程(?:承包|分包|监理|勘察|设计|总承包|造价|建设|合同)|监理|勘察|市政|绿化工程|修缮|改造工程/u,
  ],
  ['loan', /借[款贷]|贷款|抵押|质押|担保|保证合同|授信|融资(?!租赁)/u],
  ['administrative', /特许经营|政府和社会资本合作|PPP|行政协议|(?:探矿|采矿|矿业)权出让|排污权|息诉罢访/u],
  ['investment', /投资|股[权份]|增资|合资|合伙|联营|招商|入股|合作开发|房地产开发|项目公司/u],
  ['procurement', /采购/u],
  ['sale', /买卖|购销|销售|售[货购]|订[购货]|定购|供[货应用]|收购|预售|购房|认购|互易|贸易/u],
  [
    'service',
    /服务|委托|咨询|承揽|加工|运输|运单|联运|货运|保管|仓储|技术|软件|许可|研制|开发|出版|约稿|顾问|代理|代办|维护|保洁|保安|检测|评估|审计|广告|培训|维修|饲养|保险|租船|承包|经营管理/u,
  ],
  ['cooperation', /合作|战略|框架|共建|帮扶|意向|备忘|联合|协作/u],
];

const byText: readonly (readonly [SubKind, RegExp])[] = [
  ['procurement', /采购人|成交供应商|中标供应商|采购代理机构|响应文件|政府采购/gu],
  ['lease', /出租[方人]|承租[方人]|租金|租赁/gu],
  ['construction', /发包[方人]|施工|竣工|工程款|工期|监理/gu],
  ['property', /物业/gu],
  ['labour', /劳动者|用人单位|劳动报酬|试用期|社会保险/gu],
  ['loan', /借款[方人]|贷款[方人]|利率|还款|抵押/gu],
  ['investment', /股权|出资|投资[方人额]|分红|注册资本/gu],
  ['expropriation', /被征收人|征收|拆迁|搬迁|安置/gu],
  ['land', /土地使用权|承包地|宗地|出让金|亩/gu],
  ['sale', /买方|卖方|供方|需方|交货|货物|货款/gu],
  ['service', /服务[费期内]|委托[方人]|受托[方人]|咨询|承揽|报酬/gu],
  ['cooperation', /合作[方期内事]|共同推进|优势互补/gu],
];

const byForm: readonly (readonly [SubKind, RegExp])[] = [
  ['measures', /(?:办法|规定|细则|规则|规程|规范|标准|基准|准则|制度|目录)/u],
  ['opinions', /(?:意见|方案|计划|措施|规划|要点|政策|指引|指南)/u],
  ['notice', /(?:通知|通告|公告|决定|公示|批复|函)/u],
];

/** The paper that a notice issues counts before the notice: 关于印发《…办法》的通知 is measures. */
export function normativeFormOf(titles: readonly string[]): SubKind {
  const ends = titles.map((title) => title.replace(/(?:[（(〔][^）)〕]{1,12}[）)〕])+$/u, ''));
  const issued = ends.flatMap(
    (title) => /印发[《“]?([^》”]{2,60}?)[》”]?(?:[（(][^）)]{1,12}[）)])?的?(?:通知|公告)$/u.exec(title)?.[1] ?? [],
  );
  const found = [...issued, ...ends].map(
    (title) =>
      byForm.find(([, words]) => new RegExp(`${words.source}(?:[（(][^）)]{1,12}[）)])?$`, 'u').test(title))?.[0],
  );
  return found.find((form) => form !== undefined) ?? 'unknown';
}

/** A title, not a line about a contract: the word stands at its end. */
const contractTitle =
  /^.{0,40}(?:合同|协议|意向书|备忘录|订单|运单|契约|责任书|条款|条件)书?(?:[（(][^）)]{1,24}[）)])*(?:编号.*)?$/u;

/** How often the words must come before they say anything. */
const least = 4;

export function subKindOf(titles: readonly string[], top: string, text: string): SubKind {
  const named = titles.filter((title) => contractTitle.test(title));
  for (const title of named) {
    const found = byTitle.find(([, words]) => words.test(title));
    if (!found) continue;
    // A public buyer's purchase is procurement, whoever's title calls it a sale or a service.
    const bought = ['sale', 'service', 'procurement', 'property', 'construction'].includes(found[0]);
    return bought && publicPurchase.test(top) ? 'procurement' : found[0] === 'procurement' ? purchase(text) : found[0];
  }
  if (publicPurchase.test(top)) return 'procurement';
  const opening = text.slice(0, 8000);
  const counts = byText.map(([kind, words]) => [kind, opening.match(words)?.length ?? 0] as const);
  const [kind, count] = counts.reduce((a, b) => (b[1] > a[1] ? b : a));
  return count >= least ? kind : 'unknown';
}

const publicPurchase = /采购人|政府采购|成交供应商|中标供应商|成交通知书|中标通知书/u;

/** 采购合同 between companies is a sale; the words of public procurement make it procurement. */
function purchase(text: string): SubKind {
  return publicPurchase.test(text) || /政府|街道办事处|委员会|[局厅]|学校|医院/u.test(text.slice(0, 600))
    ? 'procurement'
    : 'sale';
}

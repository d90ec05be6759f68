/** What a policy or a decision is about, as far as its procedure depends on it. */
import { pattern } from './pattern.ts';

/** Touches what businesses do: fair competition review and their views are due (公平竞争审查条例 2, 优化营商环境条例 62). */
export const economicActivity = pattern(
  '产业|招商|企业|经营者|市场主体|经营主体|商户|采购|招标|招投标|奖补|补贴|扶持|收费|定价|价格|资质|特许经营|营商|市场准入|生产经营|从业|行业|物流|电商|餐饮|旅游|集市|停车|出租车|网约车|门店|摊|商业|园区|投资|个体工商户|农贸市场|外卖|物业',
);

/** May harm social stability or public safety: its risks are to be assessed (重大行政决策程序暂行条例 22). */
export const riskyMatter = pattern(
  '征地|拆迁|征收|搬迁|棚户区|旧城改造|旧村改造|城中村|垃圾(?:焚烧|处理|填埋|中转)|填埋场|焚烧|污水处理厂|变电站|殡仪馆|火葬场|公墓|邻避|化工|危废|危险废物|改制|职工安置|调价|(?:价格|收费|票价|水价|电价|气价)(?:标准)?(?:调整|上调|改革)|涨价|停车收费|公共安全|大型(?:群众性)?活动|撤并|医保|养老保险|加油站|高铁|机场|核电|信访|社会稳定|移民|禁摩|限行|集中安置|轨道交通',
);

/** Set duties or rights of people outside the office. */
export const outwardDuty = pattern(
  '(?:企业|商户|居民|村民|业主|个人|公民|法人|经营者|当事人|申请人|市民|单位|养犬人|摊主|群众)[^。；]{0,24}(?:应当|不得|必须|须|可以|享受)|处罚|罚款|收费|补贴|许可|禁止',
);

/** What the lease rules share: whether something is let, what it is, and who lets it. */
import { mentions } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { RuleContext } from '../../rule.ts';

const premises =
  '(?:房屋|用房|住房|住宅|公寓|宿舍|厂房|车间|仓库|库房|门面|门市|商铺|店铺|铺面|店面|铺位|铺|商场|市场|摊位|柜台|写字楼|办公楼|综合楼|大楼|楼房|楼宇|楼|办公室|食堂|门房|平房|板房|场地|场所|院落|院子|物业|房产|不动产|房间|活动中心|卫生室|校舍|会堂|房)';
const letting = '(?:出租|租给|租赁给|租与|转租|租借|出借|租出)';

/** A statement that premises are let or taken on lease. */
export const premisesLet = pattern(
  `${letting}[^。；，\\n]{0,16}${premises}|(?:将|把|以|其|有|愿)[^。；\\n]{0,40}${premises}[^。；\\n]{0,30}(?:${letting}|交[^。；，]{0,10}(?:承租|租用|使用))|(?:承租|租用|租赁|租下|租)[^。；，\\n期金赁]{0,20}${premises}|${premises}[^。；，\\n]{0,10}(?:租赁(?:合同|协议|物|期)|出租|租用|的?承租|租给)`,
);

/** A statement that anything is let. */
const anythingLet = pattern(
  '出租[^方人单]|出租[。；，]|租给|租赁给|租与|租用|承租[^方人单]|(?:将|把)[^。；\\n]{0,40}(?:交付?|提供|租赁)[^。；，\\n]{0,8}使用|租赁[^期费金合协双，。；]{1,16}(?:作|用于|供|，)|租赁(?:合同|协议)',
);
const rent = pattern('租金|租费|租赁费|房租|月租|年租|季租|日租|租价|承租费|使用费');
const notLease = pattern(
  '土地承包|承包经营|经营权流转|土地流转|流转(?:期|土地|耕地|费|价)|融资租赁|承包地|耕地|农田|劳务派遣|周转材料',
);

/** Whether the review is about a lease: by its sub-kind, else by its own words. */
export function isLease(context: RuleContext): boolean {
  if (mentions(context, notLease)) return false;
  return mentions(context, anythingLet) && (context.input.subKind === 'lease' || mentions(context, rent));
}

/** Whether premises are let: land, machines and hoardings are another matter. */
export function letsPremises(context: RuleContext): boolean {
  return mentions(context, premisesLet) && !mentions(context, notLease);
}

export function statesRent(context: RuleContext): boolean {
  return mentions(context, rent);
}

export type Lessor = 'office' | 'village';

const bodies: Readonly<Record<Lessor, string>> = {
  office:
    '(?:街道办事处|街道办|街道|管委会|管理委员会|人民政府|镇政府|乡政府|区政府|县政府|市政府|政府|[^，。；：\\s]{1,10}局|机关事务[^，。；\\s]{0,6}|机关|法院|检察院|党校|公安[^，。；\\s]{0,4}|行政单位|机关单位|卫健委|[^，。；：\\s]{1,8}(?:管理站|管理所|管理处|执法队|执法大队|事务中心|服务中心|监督所)|参公[^，。；]{0,8}|财政所|司法所)',
  village:
    '(?:村民委员会|居民委员会|村委会|居委会|村集体|村民小组|生产队|股份经济合作社|股份合作社|经济合作社|经济联合社|经济联合总社|集体经济组织|[^，。；：\\s]{1,6}村|[^，。；：\\s]{1,6}社区)',
};
/** How a text tells that a body lets; villages are asked for first. */
const words = (['village', 'office'] as const).map((lessor) => {
  const body = bodies[lessor];
  const patterns = [
    pattern(`(?:出租(?:方|人|单位)|产权(?:人|单位))[）)：:（(甲方\\s]{0,8}[^，。；\\n将把租与给]{0,20}${body}`),
    pattern(`${body}(?:所有|名下|拥有|管理|所属|闲置)的?[^。；\\n]{0,40}(?:${letting}|由[^。；，]{1,10}承租)`),
    pattern(
      `${body}[^。；，民\\n]{0,8}(?:将|把|以|对外|拟)[^。；\\n]{0,50}(?:${letting}|租赁|交[^。；，]{0,12}(?:使用|承租|经营))|${body}[^。；，民\\n]{0,14}${letting}`,
    ),
    pattern(
      `(?:承租|租用|租赁)[^。；，：\\n人方]{0,6}${body}[^。；，\\n]{0,12}(?:所有|名下|管理|闲置|的|集体)|${body}与[^。；，\\n]{1,20}(?:签订|订立)[^。；，\\n]{0,20}(?:出租|租赁)(?:合同|协议)`,
    ),
  ];
  return { lessor, patterns };
});
const lesseeSpeaks = pattern('甲方[^。；，\\n]{0,12}(?:承租|租用)|乙方[^。；\\n]{0,24}(?:出租|租给|租赁给)甲?');

/** Which public or collective body lets: as a party of the contract, else by the words; null when neither is seen to. */
export function lessorOf(context: RuleContext): Lessor | null {
  const { parties } = context.facts;
  const named = parties.find(
    ({ role, aliases }) => role.startsWith('出租') || aliases.some((alias) => alias.startsWith('出租')),
  );
  const first = readingOf(context.document).says(lesseeSpeaks)
    ? undefined
    : parties.find(({ role }) => role === '甲方');
  if (named && (named.nature === 'company' || named.nature === 'person')) return null;
  const nature = (named ?? first)?.nature;
  if (nature === 'village') return 'village';
  if (nature === 'government') return 'office';
  const told = words.find(({ patterns }) => patterns.some((wanted) => mentions(context, wanted)));
  return told?.lessor ?? null;
}

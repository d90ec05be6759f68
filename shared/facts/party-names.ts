/** Role words, names as they stand after a role, and what kind of body a name belongs to. */
import type { PartyNature } from './facts.ts';

/** 甲方 and its fellows: the short roles a contract is written in. */
const short = '甲方|乙方|丙方|丁方|戊方';
const functions =
  '出租方|承租方|出租人|承租人|采购人|采购方|采购单位|供应商|供货方|供货人|供方|需方|买方|卖方|买受人|出卖人|发包人|发包方|发包单位|承包人|承包方|承包单位|委托人|委托方|委托单位|受托人|受托方|受托单位|借款人|借款方|出借人|出借方|贷款人|贷款方|保证人|担保人|抵押人|抵押权人|质权人|出质人|转让方|转让人|受让方|受让人|出让人|建设单位|施工单位|监理人|监理单位|中标人|定作人|承揽人|流转方|征收人|被征收人|捐赠人|受赠人|招标人|投资方|投资人|用人单位|劳动者|服务单位|服务方|合作方';
export const roleWords = `${short}|${functions}`;
const shortRole = new RegExp(`(${short})`, 'u');
const functionRole = new RegExp(`(?:${functions})`, 'gu');

export function shortRoleIn(text: string): string | null {
  return shortRole.exec(text)?.[1] ?? null;
}

export function functionRolesIn(text: string): string[] {
  return [...text.matchAll(functionRole)].map(([word]) => word);
}

const blanks = /^[\s_×*＊…—\-xX□.]+/u;
const stop = new RegExp(
  [
    '[，。；;,、\\n\\t|│]',
    '\\s{2,}',
    '[ \\u3000](?=[\\u4e00-\\u9fff]{2,6}[:：])',
    '[（(](?:以下|下称|简称|盖|公|签|印|章|全称|下同|法人|单位|甲方|乙方|丙方)',
    '(?:住所|地址|住址|法定代表|法人代表|负责人|联系|电话|统一社会|委托代理|授权代|代表人?[:：（(]|身份证|邮编|邮政|开户|户名|账号|帐号|签字|签章|盖章|公章|日期|签订|年\\s*月|与|和乙方)',
    `(?:${roleWords})(?:[（(:：]|$)`,
  ].join('|'),
  'u',
);
const notName =
  /^(?:指|应(?!急)|须|按|负责|不得|有权|可以|将|为|由|在|是|如|同意|自|对|因|以|无|本|（|\(|元|第|签|名称|单位|盖|承担|提供|支付|保证|未|法人|法定|委托书)|的(?!士)|[:：?？"“”]/u;

/** The name at the head of `text`, and where it begins; '' when the place is blank or holds no name. */
export function nameAt(text: string): Readonly<{ name: string; skip: number }> {
  const skip = blanks.exec(text)?.[0].length ?? 0;
  const window = text.slice(skip, skip + 70);
  const end = window.search(stop);
  const name = (end < 0 ? window : window.slice(0, end)).trimEnd();
  if (/^(?:公司|有限公司|厂|厂家|局|单位|村民|学校|医院|本公司|我方|本人)$/u.test(name)) return { name: '', skip };
  // ____县____局: a form's blanks with words between are no name yet.
  if (/[_×＊*…]/u.test(name) || /[_×]/u.test(text.slice(0, skip))) return { name: '', skip };
  if (name.length < 2 || name.length > 45 || notName.test(name) || /^[\d\s.\-/年月日]+$/u.test(name))
    return { name: '', skip };
  return { name, skip };
}

/** A name for comparing: no spaces, one kind of brackets, no seal words. */
export function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·．.]/gu, '')
    .replace(/[(（](?:盖?章|公章|签章|盖公章|签字|全称)[)）]$/u, '')
    .replace(/[〔［【[]/gu, '(')
    .replace(/[〕］】\]]/gu, ')');
}

const company =
  /(?:公司|厂|商行|商店|超市|酒店|宾馆|银行|信用社|支行|分行|合伙企业|合伙\)|事务所|集团|企业|经营部|工作室|中心\(有限合伙\)|门市部|专业合作社|农场|餐厅|饭店|店)$/u;
const village =
  /(?:村民委员会|居民委员会|村委会|居委会|社区|村民小组|经济合作社|经济联合社|股份经济合作社|股份合作社|村|居民小组)$/u;
const institution =
  /(?:学校|小学|中学|大学|学院|幼儿园|医院|卫生院|研究院|研究所|图书馆|博物馆|文化馆|档案馆|体育馆|中心|福利院|养老院|敬老院|托儿所|实验室|站|馆|协会|学会|基金会)$/u;
const government =
  /(?:人民政府|政府|办事处|管理委员会|管委会|局|厅|委员会|委|法院|检察院|总队|支队|大队|派出所|办公室|部|署|处|指挥部|领导小组|科|海关|党校|工会)$/u;
const surname =
  /^[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公][\u4e00-\u9fff·]{1,3}$/u;

/** What a body is, by the end of its name. */
export function natureOf(name: string): PartyNature {
  const plain = comparableName(name);
  if (plain === '') return 'unknown';
  if (company.test(plain)) return 'company';
  if (village.test(plain)) return 'village';
  if (/(?:街道|镇|乡|区|县|市|省)$/u.test(plain) && plain.length > 2) return 'government';
  if (institution.test(plain)) return 'institution';
  if (government.test(plain)) return 'government';
  return surname.test(plain) ? 'person' : 'unknown';
}

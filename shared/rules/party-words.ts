/** Who a contract speaks of, as pattern sources: role words, and bodies that stand for a side without one. */
import { roleWords } from '../facts/party-names.ts';

const furtherRoles =
  '出卖方|买受方|销售方|购买方|购货方|供货单位|中标单位|成交供应商|服务商|运营方|运营商|管理方|经营者|主办方|承办方|定作方|承揽方|加工方|承运人|托运人|租赁方|使用方|合作单位|施工方|设计方|设计单位|咨询方|代理方|供方|业主方?|总包|分包单位|分包方|招标方|投标人|意向方|出让方|收款方|付款方|购买人|商户|摊主';
const bodies =
  '管委会|管理委员会|街道办事处|街道办|街道|镇政府|乡政府|区政府|人民政府|村委会|居委会|社区|物业公司|物业服务企业|本公司|公司|本单位|我方|我局|我单位|学校|医院|中心|办事处|[区县市]?[\\p{Han}]{0,6}局';

/** One party, by its role or by the body it is. */
export const partyWord = `(?:${roleWords}|${furtherRoles}|${bodies})`;

/** The one who pays and orders, as public bodies mostly are. */
export const orderer =
  '(?:甲方|采购人|采购方|采购单位|发包人|发包方|发包单位|委托人|委托方|委托单位|出租人|出租方|建设单位|业主|定作人|买方|需方|买受人|买受方|管委会|街道办事处|街道办|街道|镇政府|招标人|主办方|用工单位|征收人|管理方)';
/** The one who delivers, builds, serves or rents. */
export const performer =
  '(?:乙方|供应商|供货方|供货人|供方|卖方|出卖人|出卖方|承包人|承包方|承包单位|受托人|受托方|受托单位|承租人|承租方|中标人|中标单位|承揽人|施工单位|服务商|服务方|服务单位|运营方|经营者|投资人|被征收人|商户)';

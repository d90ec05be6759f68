/** Who a contract speaks of, as pattern sources: role words, and bodies that stand for a side without one. */
import { roleWords } from '../facts/party-names.ts';

const furtherRoles =
  '出卖方|买受方|销售方|购买方|购货方|供货单位|中标单位|成交供应商|服务商|运营方|运营商|管理方|经营者|主办方|承办方|定作方|承揽方|加工方|承运人|托运人|租赁方|使用方|合作单位|施工方|设计方|设计单位|咨询方|代理方|供方|业主方?|总包|分包单位|分包方|招标方|投标人|意向方|出让方|收款方|付款方|购买人|商户|摊主';
const bodies =
  '管委会|管理委员会|街道办事处|街道办|街道|镇政府|乡政府|区政府|人民政府|村委会|居委会|社区|物业公司|物业服务企业|本公司|公司|本单位|我方|我局|我单位|学校|医院|中心|办事处|[区县市]?[\\p{Han}]{0,6}局';

/** One party, by its role or by the body it is. */
export const partyWord = `(?:${roleWords}|${furtherRoles}|${bodies})`;

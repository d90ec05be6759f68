/** Service contracts that hand over public power, and property services that cut supplies. */
import { leads, mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

const hasContractor =
  /乙方|受托|承接|承包|服务(?:单位|商)|物业|保安|安保|协管|居委会|村委会|社区|村民委员会|居民委员会|公司/u;
const worksAsService = /服务(?:内容|事项|范围|项目)|工作(?:内容|职责|任务)|委托(?:事项|内容)|外包/u;
/** The line above a list: 乙方工作内容. */
const contractorWork =
  /(?:乙方|受托[人方]|承接(?:方|主体)|服务(?:单位|商))[^。；，]{0,4}(?:的)?(?:工作|服务|职责|任务|职权|权限)/u;
const byContractor = pattern(
  '(?:由|委托|授权)[^。；，]{0,6}(?:乙方|物业|保安|受托|服务(?:单位|商)|公司)|(?:乙方|物业公司|受托方)[^。；，]{0,10}(?:独立|负责|承担|完成|实施)',
);
const contractor =
  '(?:乙方|受托(?:人|方|单位)|承接(?:方|单位|主体)|服务(?:单位|方|商)|承包(?:人|方|单位)|物业(?:公司|服务企业|人员)?|保安(?:公司|队员|人员|员)?|安保公司|协管(?:人员|员)|居委会|村委会|村民委员会|居民委员会|社区|有限公司)';
const coercion =
  '(?:查处|处罚|罚款|罚单|扣押|查封|暂扣|没收|强制(?:拆除|清理|搬离|执行|措施)|强行拆除|强拆|驱离|驱赶|取缔|扣车|锁车)';
const handOver = '(?:外包|委托|交由|交给|发包|承包|授权|移交|转交|由)';
/** Helping, watching, or another party's act: no power is handed over. */
const assisting = pattern(
  '不得|禁止|严禁|无权|协助|配合|巡查|劝导|报告|上报|代履行|保管|仓储|代收|被(?:扣|暂扣)|停放服务|(?:决定|指令)[^。；，]{0,6}(?:由|实施)|受到[^。；]{0,10}(?:处罚|罚款)|被[^。；]{0,12}(?:处罚|罚款|查处|查封|扣押)|接受[^。；]{0,6}处罚|承担[^。；]{0,8}(?:罚款|处罚)|甲方(?:有权|可以?|将|予以|给予|执法人员)|罚款[^。；]{0,10}(?:由乙方承担|乙方承担)|处以|违约金|拆除工程|拆除施工|申请[^。；，]{0,12}强制执行|法院',
);

const delegatePower: Rule = {
  id: 'svc-delegate-power',
  title: '委托乙方实施处罚或强制',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '行政处罚只能依法委托给符合法定条件的组织，行政强制措施权不得委托；物业、保安、企业不能行使。',
  basis: [
    { law: '行政处罚法', article: '20' },
    { law: '行政处罚法', article: '21' },
    { law: '行政强制法', article: '17' },
  ],
  advice: '把乙方的工作限于巡查、劝导、记录、报告等辅助事务，写明处罚和强制由执法人员到场实施。',
  check: phrase({
    find: pattern(
      [
        `${contractor}[^。；]{0,30}${coercion}`,
        `${coercion}[^。；]{0,24}${handOver}[^。；，]{0,6}${contractor}`,
        `(?:将|把)[^。；]{0,30}${coercion}[^。；]{0,20}(?:外包|发包|委托|交由|交给)[^。；，]{0,20}`,
        `(?:对|向)[^。；，]{1,22}(?:实施|作出|进行|予以|开具|采取|施以|给予)[^。；，]{0,4}${coercion}`,
        `^[（(]?[一二三四五六七八九十\\d]*[）)、.]?${coercion}[^。；]{0,30}`,
      ].join('|'),
    ),
    unless: assisting,
    negatable: true,
    // 乙方缺岗的，甲方罚款: the other party acts. An item of a list is read with what the list says of who works.
    when: (place, context) =>
      !/[，,]\s*甲方/u.test(place.match.text) &&
      (hasContractor.test(place.sentence) ||
        contractorWork.test(leads(context, place.paragraph).slice(1).join('\n')) ||
        (worksAsService.test(leads(context, place.paragraph).slice(1).join('\n')) && mentions(context, byContractor))),
    message: ({ match }) => `把执法权交给合同相对方：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '乙方负责辖区占道经营的查处并扣押经营物品。', says: '扣押' },
      {
        text: '第二条 工作内容\n（一）巡视路面；\n（二）扣押占道经营工具；\n（三）其他交办事项，均由乙方独立完成。',
        says: '扣押',
      },
      { text: '街道办事处将违建强制拆除外包给某安保有限公司独立实施。', says: '强制拆除' },
      { text: '第二条 服务内容：乙方组织队员对流动摊贩进行驱离、暂扣工具。', says: '暂扣' },
      { text: '物业公司受甲方委托，可对违规停车的业主罚款五十元。', says: '罚款' },
    ],
    nearMisses: [
      { text: '乙方负责巡查、劝导和信息上报，不得实施查封、扣押或收取罚款。' },
      { text: '乙方违反安全生产规定被有关部门处罚的，自行承担。' },
      { text: '乙方协助甲方执法人员做好占道经营查处工作。' },
      { text: '乙方无权对业主罚款。' },
    ],
  },
};

const fines =
  '(?:罚款(?:额|金额|总额|数额|收入|到账金额)?|罚没(?:收入|款|金额|所得)?|处罚(?:案件|决定)?(?:起数|件数|数量|数)|(?:办结|查处|立案)?案件(?:数量|数)|立案数|办案数)';

const fineShare: Rule = {
  id: 'svc-fine-share',
  title: '服务费与罚款、案件数挂钩',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '罚没收入必须全部上缴国库，不得以任何形式返还或者变相私分；按罚款额、案件数计酬会使执法变成生意。',
  basis: [
    { law: '行政处罚法', article: '74' },
    { law: '优化营商环境条例', article: '59' },
  ],
  advice: '改为按服务内容和质量考核的固定费用，考核指标中删去罚款额、罚没收入和处罚案件数。',
  check: phrase({
    find: pattern(
      [
        `${fines}[^。；]{0,20}(?:\\d+(?:\\.\\d+)?[%％]|百分之|[一二三四五六七八九]成|比例|提成|分成|分配|挂钩|返还|计算|计发|计付|支付|奖励|每[起件宗例])`,
        `(?:按|以|依据|根据)[^。；，]{0,14}${fines}[^。；]{0,16}(?:提成|奖励|分成|支付|分配|结算|计)`,
        '每(?:处罚|查处|办结|办理|立案|抓拍)(?:一)?(?:起|件|宗|例|辆)[^。；]{0,14}(?:奖励|支付|给付|计酬|计发)',
        '每(?:处罚|查处|办结|办理|立案|抓拍)(?:一)?(?:起|件|宗|例|辆)[^。；，]{0,6}\\d+元',
        `(?:\\d+[:：]\\d+|[一二三四五六七八九]比[一二三四五六七八九]|[一二三四五六七八九]{2}|\\d+[%％])[^。；，]{0,6}(?:的)?比例?[^。；，]{0,6}(?:分配|分成|分享|瓜分)[^。；，]{0,6}${fines}`,
        '(?:违停|占道|违建|违章|违法)[^。；，]{0,4}(?:处罚|查处)[^。；]{0,16}每[起件宗例][^。；]{0,6}\\d+',
      ].join('|'),
    ),
    unless: pattern(
      '不得|不与|不挂钩|无关|禁止|严禁|举报奖励|缴纳罚款|加处罚款|缴入国库|上缴国库|缴国库|逾期|不用于|保管|仓储|停放服务|承担',
    ),
    message: ({ match }) => `报酬与罚款或案件数挂钩：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '甲方按乙方协助查处案件罚款额的20%支付奖励。', says: '挂钩' },
      { text: '第五条 服务费由基本费和绩效组成，绩效按罚没收入的一定比例提成。', says: '罚没收入' },
      { text: '双方按6:4的比例分配罚没款，乙方所得抵作巡查服务费。', says: '罚没款' },
      { text: '| 指标 | 绩效 |\n| 占道处罚 | 每件20元 |\n乙方绩效按上表按季支付。', says: '占道处罚' },
      { text: '乙方队员每查处一起占道经营，甲方奖励十元。', quote: '每查处一起占道经营，甲方奖励' },
    ],
    nearMisses: [
      { text: '按月考核服务质量支付固定服务费；举报奖励按本市举报奖励办法执行。' },
      { text: '服务费不得与罚款金额挂钩。' },
      { text: '罚没收入一律缴入国库，服务费按人数固定支付，与罚没收入不挂钩。' },
      { text: '乙方违章造成的罚款由乙方自行承担，罚款额不计入服务费。' },
    ],
  },
};

const owed =
  /欠费|欠交|欠缴|拖欠|欠付|未(?:按时|按期|及时|能)?(?:交|缴)|不(?:按时|按期)?(?:交|缴)|逾期[^。；，]{0,10}(?:交|缴|付)/u;

const cutOff: Rule = {
  id: 'svc-property-cutoff',
  title: '以停水停电催交物业费',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract', 'normative'],
  why: '物业服务人不得采取停止供电、供水、供热、供燃气等方式催交物业费。',
  basis: [{ law: '民法典', article: '944' }],
  advice: '改为书面催告，逾期仍不交的提起诉讼或者申请仲裁。',
  check: phrase({
    find: pattern(
      [
        '(?:停止?|中断|断|限制?|切断|关停|掐断|暂停|停供)[^。；，]{0,6}(?:供水|供电|供气|供热|供暖|供燃气|燃气|水电|用水|用电|电源|水源|气源|暖气|电力)',
        '停水|停电|停气|停热|停暖|断水|断电|断气|断暖|限水|限电|限热|停供',
        '(?:停用|关闭|取消|禁用|停止|注销|暂停|冻结|限制|锁定)[^。；，]{0,8}(?:门禁|电梯|道闸|梯控)',
        '(?:门禁|电梯卡?|道闸|梯控)[^。；，]{0,8}(?:停用|失效|注销|关闭|禁用|暂停|冻结|锁定)',
        '(?:不再|不予|停止|暂停|拒绝)[^。；，]{0,4}(?:代?购电|售电|代?充电费|充值电费|购水|售水)',
      ].join('|'),
    ),
    unless: pattern(
      '检修|抢修|自来水公司|供电公司|供水企业|供电企业|公用企业|(?:燃气|热力|水务|供热|供气)(?:公司|企业|单位)|法定程序|电费欠费|欠交[^。；]{0,4}(?:电费|水费|燃气费)|欠缴[^。；]{0,4}(?:电费|水费|燃气费)',
    ),
    negatable: true,
    when: ({ sentence, paragraph }, context) => {
      const framed = [sentence, ...leads(context, paragraph)].join('\n');
      return (
        owed.test(sentence) &&
        (context.input.subKind === 'property' || /物业|业主|服务费|管理费|商户|小区/u.test(framed))
      );
    },
    message: ({ sentence }) => `以停止供应催交费用：${quoted(sentence, 60)}`,
    grade: ({ match }) => (/门禁|电梯|道闸/u.test(match.text) ? { severity: 'low', nature: 'risk' } : {}),
  }),
  examples: {
    hits: [
      { text: '业主欠费三个月以上的，乙方有权停水停电。', says: '停水' },
      { text: '第八条 业主逾期不交物业服务费的，乙方可以限制供电直至交清。', says: '限制供电' },
      { text: '（二）书面催告后仍未缴纳物业费的，乙方可切断该户电源。', says: '切断该户电源' },
      { text: '业主拖欠物业费超过六个月的，乙方停用其门禁卡。', says: '门禁' },
      { text: '未交清物业费的业主，其梯控卡予以冻结，物业不予代购电。' },
    ],
    nearMisses: [
      { text: '乙方不得以停水停电催费；设备检修停电的提前公告。' },
      { text: '业主拖欠物业费的，乙方书面催告后可依法起诉，不得停止供水供电。' },
      { text: '业主欠缴电费的，由供电公司依法停止供电。' },
    ],
  },
};

export const serviceAuthority: readonly Rule[] = [delegatePower, fineShare, cutOff];

/** What must guard data given to a contractor: secrecy, return, no passing on, and care with what is sensitive. */
import { absentParts, isTitle, leads, mentions, missing, phrase, quoted } from '../../builders.ts';
import type { Part, Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule } from '../../rule.ts';
import { contractor, handling, peoplesData } from './common.ts';

const work = '(?:提供|承担|负责|开展|进行|实施|从事|委托|完成|接受)';
/** Work that lets the contractor see what the office keeps to itself. */
const confidential = pattern(
  [
    '(?:信息|业务|政务|管理|应用|办公|网络|数据|计算机|档案|财务|监管|审批|预约|登记|信访|执法|人事|门户|政府)(?:化)?(?:系统|平台|网站)[^。；，]{0,14}(?:开发|建设|运维|维护|维保|运营|升级|集成|托管|迁移)',
    '(?:开发|建设|运维|维护|维保|运营|升级|托管)[^。；，]{0,16}(?:信息系统|业务系统|管理系统|软件|网站|数据库|小程序|APP|政务平台|信息平台|数据平台|管理平台|公众号)',
    '数据[^。；，]{0,6}(?:处理|治理|清洗|加工|分析|录入|采集|标注|迁移)|(?:处理|治理|清洗|加工|分析|录入|采集|标注)[^。；，]{0,10}数据',
    '档案[^。；，]{0,8}(?:整理|数字化|扫描|托管|寄存|录入)|(?:整理|扫描|托管|录入)[^。；，]{0,10}档案',
    `${work}[^。；，]{0,16}(?:法律(?:服务|顾问|咨询)|常年法律|审计|资产评估|绩效评[估价]|风险评估|咨询)`,
    '(?:提供|承担|负责)[^。；，]{0,6}(?:系统|软件|平台|网站|小程序|数据库)(?:的)?(?:日常|运行|技术|驻场)*(?:维护|运维|维保|开发|升级)',
    '(?:法律(?:服务|顾问|咨询)|审计|评估|咨询|评价|造价|调研|调查|勘测|测绘|司法鉴定)[^。；，]{0,10}(?:合同|协议|约定书|委托书)',
    '(?:课题|专题)[^。；，]{0,8}(?:研究|调研)|研究[^。；，]{0,10}课题',
    '入户[^。；，]{0,8}(?:调查|走访|核查|登记|摸底|采集)|问卷调查|(?:普查|摸底)[^。；，]{0,6}(?:调查|登记|工作)',
  ].join('|'),
);
const hardware = pattern(
  '空调|消防|电梯|供水|排水|照明|安防|门禁|暖通|给排水|供电|喷淋|锅炉|厨房|音响|太阳能|电气|水泵|灌溉|供暖|广播',
);
const secrecy = pattern('保密|泄露|泄漏|商业秘密|不得[^。；]{0,16}(?:透露|披露|公开)|涉密|对外(?:透露|披露)');
const delicate = pattern(`${peoplesData}|政务数据|公共数据|敏感`);

const confMissing: Rule = {
  id: 'conf-missing',
  title: '接触内部信息的服务没有保密约定',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  why: '系统运维、档案、审计、法律、调查一类服务必然接触内部资料，没有保密条款就难以追究泄露和擅自使用的责任。',
  basis: [
    { law: '民法典', article: '509' },
    { law: '数据安全法', article: '40' },
  ],
  advice: '补写保密的范围、期限、人员管理、返还销毁和违约责任，或者另签保密协议作为附件。',
  traps: ['空调、消防、电梯等设备系统的维护不接触内部信息。', '保密义务写在附件或者单独协议里的，已有约定。'],
  check: (context): Hit[] => {
    if (mentions(context, secrecy)) return [];
    const [first] = phrase({
      find: confidential,
      titles: true,
      unless: hardware,
      negatable: true,
      when: ({ sentence, match }) => {
        if (/(?:技术|竣工|工程|施工|质量|维修|保养)(?:资料|档案)/u.test(match.text)) return false;
        if (!/咨询|审计|评[估价]|法律/u.test(match.text)) return true;
        // 以审计结果为准: the office's own audit of a bill is no service of the contractor.
        const ownAudit =
          /(?:以|按|经)[^。；，]{0,10}(?:审计|评估)[^。；，]{0,6}(?:结果|结论|报告|为准)|审计(?:局|机关|部门)/u;
        return new RegExp(`${contractor}|委托|聘请|合同|协议|约定书`, 'u').test(sentence) && !ownAudit.test(sentence);
      },
      message: ({ match }) => `服务内容为${quoted(match.text)}，全文没有保密约定。`,
      grade: () => (mentions(context, delicate) ? { severity: 'medium' } : {}),
    })(context);
    return first ? [first] : [];
  },
  examples: {
    hits: [
      { text: '乙方运维甲方业务系统（无保密条款）。', says: '没有保密约定' },
      { text: '第一条 受托方承担区属档案的整理和数字化扫描，共三万页，费用9万元。' },
      { text: '甲方聘请乙方提供常年法律顾问服务，年费5万元。\n乙方应指派两名律师。' },
      { text: '供应商开展入户调查并录入居民信息，按户计费。', says: '入户调查' },
    ],
    nearMisses: [
      { text: '乙方运维甲方业务系统。\n第十条 保密：乙方对知悉的信息不得泄露。' },
      { text: '乙方负责中央空调系统的维护保养。' },
      { text: '工程价款以审计结果为准，乙方应提供结算资料。' },
      { text: '乙方提供保洁服务，每日两次。' },
    ],
  },
};

const outsiders =
  '(?:第三方|第三人|他人|其他(?:单位|公司|机构|企业|人|服务商)|合作(?:方|单位|伙伴|机构|公司)|(?:专业|外部|社会|技术|下游|外协|数据|劳务|呼叫)(?:机构|公司|单位|团队|服务商|人员|中心)|(?:云|数据|技术|外包|通信)?(?:服务商|运营商)|其(?:他|它)(?:团队|人员)|兼职人员|分公司|关联(?:公司|企业|方)|分包(?:商|单位|方)?|下属(?:公司|单位)|外包(?:公司|人员|团队|方)|子公司|下级单位)';

const subEntrust: Rule = {
  id: 'pii-sub-entrust',
  title: '允许转委托处理个人信息',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '受托人未经个人信息处理者同意，不得转委托他人处理个人信息；概括允许转委托，等于放弃对信息去向的控制。',
  basis: [{ law: '个人信息保护法', article: '21' }],
  advice: '改为未经甲方书面同意不得转委托；确需转委托的，逐次报明受托人、目的和范围，并签订同等义务的协议。',
  traps: ['经书面同意后转委托的，符合规定。', '向公安、法院等依法提供，不是转委托。'],
  check: phrase({
    find: pattern(
      `(?:可以?|有权|得|允许|能够?|自行|视(?:情况|需要))[^。；]{0,20}(?:交|委托|转委托|转交|转包|分包|外包|转给|委派|安排|提供|聘请|共享|授权)[^。；]{0,30}${outsiders}|${outsiders}[^。；，]{0,12}(?:处理|录入|采集|存储|分析|加工|保管|核验|整理)|(?:可以?|有权|允许|自行)[^。；，]{0,10}转委托|(?:可以?|有权|允许|得|自行|视)[^。；，]{0,24}(?:信息|数据|档案|名单|资料)[^。；，]{0,12}(?:外包|分包|转包|转委托|转交)`,
    ),
    also: [pattern(`${peoplesData}|数据|信息|档案|名单`)],
    unless: pattern(
      '(?:不得|不能|不可)[^。；，]{0,24}(?:转|委托|外包|分包|交|提供|共享|授权|处理)|禁止|严禁|无权|不允许|公安|法院|司法机关|主管部门依法|法律(?:法规)?(?:规定|要求)|备品备件|泄露|(?:不|未|无)(?:涉及|包括|包含|含|接触|关)[^。；，]{0,10}(?:数据|信息|档案|资料)',
    ),
    negatable: true,
    when: ({ sentence }, context) => {
      const asked =
        /(?:经|征得|取得|获得|报)[^。；，]{0,14}(?:书面)?(?:同意|批准|许可|授权)|(?:同意|批准)(?:后|的前提)/u.test(
          sentence,
        );
      const waived = /(?:无需|无须|不需|不必|不用|不经|毋须|未经)[^。；，]{0,10}(?:同意|批准|许可)/u.test(sentence);
      return (
        (!asked || waived) && (new RegExp(peoplesData, 'u').test(sentence) || mentions(context, pattern(peoplesData)))
      );
    },
    message: ({ sentence }) => `允许受托方把个人信息交给别人处理：${quoted(sentence, 50)}`,
  }),
  examples: {
    hits: [
      { text: '乙方可交第三方处理居民数据。', says: '交给别人处理' },
      { text: '第五条 受托方有权将学生信息的录入工作分包给合作单位。' },
      { text: '供应商负责患者档案整理。\n供应商可视需要转委托，无需甲方同意，并向其提供所需数据。' },
      { text: '居民信息的核验由乙方自行委托其他公司完成。' },
    ],
    nearMisses: [
      { text: '未经甲方书面同意，乙方不得转委托处理居民信息。' },
      { text: '经甲方书面同意后，乙方可以委托第三方存储居民数据。' },
      { text: '乙方可将设备维修交由第三方完成，不涉及居民数据。' },
      { text: '乙方有权委托第三方运输货物。' },
    ],
  },
};

const handles = pattern(
  `${handling}|(?:提供|移交|交付|导入|接收|获取|取得|使用|掌握|接触|查询|推送|共享)[^。；，]{0,16}${peoplesData}|(?:电话|满意度|外呼|入户|信息|数据)[^。；，]{0,4}(?:回访|外呼|普查|核查|采集|录入|摸排)(?:服务|工作|任务|业务|项目|合同)|(?:处理|录入|采集|收集|存储|整理|扫描|分析|核查|登记|核对|汇总|比对|保管|上传|建立)[^。；，]{0,16}${peoplesData}|${peoplesData}[^。；，]{0,14}(?:处理|录入|采集|收集|存储|整理|扫描|分析|核查|登记|核对|汇总|比对)|(?:数据|信息)(?:处理|采集|录入|标注|清洗|治理|存储|托管)(?:服务|工作|任务|业务|项目|合同)`,
);
const object = '(?:数据|信息|资料|档案|副本|载体|介质|备份|文件|名单|台账)';
const undo = '(?:返还|归还|退还|移交|交还|交回|删除|销毁|清除|清空|抹除|擦除|格式化)';
const undone = pattern(
  `${undo}[^。；]{0,24}${object}|${object}[^。；]{0,30}${undo}|${undo}(?:证明|清单|记录)|(?:期满|终止|届满|结束)[^。；]{0,20}${undo}`,
);
const keeps = pattern(
  `(?:终止|届满|期满|结束|完成|到期|解除)[^。；]{0,24}${object}[^。；]{0,16}(?:留存|保留|备用|继续(?:使用|保存)|归乙方|由乙方(?:保存|保管|所有|使用)|自行处理|自行(?:保存|处置))|(?:终止|届满|期满|结束|到期|解除)[^。；]{0,16}(?:继续)?(?:保存|保留|留存|使用)[^。；]{0,12}${object}|${object}[^。；]{0,24}(?:终止|届满|期满|结束|完成|到期)[^。；，]{0,10}(?:后)?[^。；，]{0,10}(?:由乙方)?(?:留存|保留|备用|继续使用)`,
);

const keepsData = phrase({
  find: keeps,
  unless: pattern('不得|禁止|甲方(?:留存|保存)|由甲方|删除|销毁|归档|质保金|不再'),
  negatable: true,
  when: ({ sentence }) => !/发票|合同原件|竣工资料|会计/u.test(sentence),
  message: ({ match }) => `合同终止后资料仍由受托方留存：${quoted(match.text)}。`,
});
const returnMissing = missing({
  needed: handles,
  present: undone,
  when: (context) => mentions(context, pattern(contractor)) && !mentions(context, pattern('劳动合同|聘用合同')),
  missing: 'data-return',
  message: '合同涉及处理个人信息或者数据，没有约定终止后的返还、删除。',
});

const piiReturn: Rule = {
  id: 'pii-return',
  title: '合同终止后数据的返还、删除没有约定',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '委托合同终止后，受托人应当返还个人信息或者予以删除，不得保留；没有约定期限和证明，事后无从核查。',
  basis: [{ law: '个人信息保护法', article: '21' }],
  advice: '写明终止后几日内返还全部数据和载体、删除备份，并由受托方出具删除证明，甲方可以检查。',
  traps: ['已约定返还并删除的，措施完整。', '留存发票、会计资料是法定保存，不是留存个人信息。'],
  check: (context) => {
    const kept = keepsData(context);
    return kept.length > 0 ? kept : returnMissing(context);
  },
  examples: {
    hits: [
      { text: '合同终止后资料由乙方留存备用。', says: '仍由受托方留存' },
      { text: '第二条 乙方采集流动人口信息并按月汇总，采集的信息应加密保存。', says: '返还、删除' },
      { text: '数据标注服务合同\n供应商完成图片数据标注，按张计费，成果交采购人验收。' },
    ],
    nearMisses: [
      { text: '乙方处理居民信息，合同终止后5日内返还并删除，出具删除证明。' },
      { text: '受托方录入学生信息。\n期满后受托方应销毁全部数据副本。' },
      { text: '乙方提供绿化养护服务，资料由乙方整理成册。' },
    ],
  },
};

const sensitive =
  '(?:人脸|面部(?:识别|特征|信息|图像)?|刷脸|指纹|虹膜|声纹|掌静脉|掌纹|步态|基因|DNA|生物(?:识别|特征)|病历|病史|健康(?:档案|信息|状况|数据|记录)|诊疗(?:记录|信息|数据)|就诊(?:记录|信息)|体检(?:数据|报告|结果)|医疗(?:健康)?(?:信息|记录|数据)|行踪|(?:活动|行动|运动|出行)轨迹|轨迹(?:信息|数据)|定位(?:信息|数据)|位置信息|宗教信仰|银行(?:卡|账户|账号|流水)(?:号|信息)?|金融账户|征信|(?:未成年人|儿童|幼儿|小学生|不满十四周岁|未满十四周岁|十四周岁以下)[^。；，]{0,8}(?:信息|数据|照片|姓名|资料|影像))';
const gather =
  '(?:采集|收集|录入|处理|存储|识别|使用|获取|分析|登记|提取|上传|比对|调取|整理|核验|记录|汇总|建档|抓取|掌握|查询|扫描|报送)';
const guarded = pattern(
  '单独同意|书面同意|监护人[^。；]{0,8}同意|(?:居民|本人|用户|当事人|个人|业主|家长|患者|权利人)[^。；，]{0,6}(?:知情)?(?:并)?同意|必要性|特定(?:的)?目的|(?:依据|根据|依照|按照)《|加密|脱敏|去标识|匿名化|严格(?:的)?(?:保护|保密|管理|安全)|影响评估|法定职责|其他通行方式|替代方式|最小(?:必要|范围)',
);

const piiSensitive: Rule = {
  id: 'pii-sensitive',
  title: '处理敏感个人信息缺少必要条件',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '人脸、健康、行踪、未成年人等敏感信息，须有特定的目的和充分的必要性并采取严格保护措施，以同意为基础的还要单独同意。',
  basis: [
    { law: '个人信息保护法', article: '28' },
    { law: '个人信息保护法', article: '29' },
    { law: '个人信息保护法', article: '13' },
    { law: '个人信息保护法', article: '31' },
  ],
  advice:
    '写明目的、必要性、法律依据或者单独同意的取得方式，不满十四周岁的由监护人同意，并约定加密、权限、留存期限和替代方式。',
  traps: [
    '合同当事人自己的收款账户不是处理敏感信息。',
    '单位体检采购、治安监控的常规约定另有规则。',
    '已写明单独同意并提供其他方式的，条件具备。',
  ],
  check: phrase({
    find: pattern(`${gather}[^。；]{0,24}${sensitive}|${sensitive}[^。；]{0,16}${gather}`),
    unless: pattern(
      '不得|不采集|不收集|不处理|不涉及|禁止|开户|收款|付款账户|户名|工资发放|报销|视频监控|考勤机采购|体检套餐|转账',
    ),
    negatable: true,
    when: ({ sentence }: Place, context) =>
      !mentions(context, guarded) &&
      !/(?:甲方|乙方|双方|供应商|承包人)(?:的)?(?:指定)?(?:银行|开户|收款)/u.test(sentence),
    message: ({ match }) =>
      `处理敏感个人信息（${quoted(match.text)}），没有写明目的和必要性、取得同意的方式或者严格的保护措施。`,
  }),
  examples: {
    hits: [
      { text: '乙方采集居民人脸用于门禁。', quote: '采集居民人脸', says: '敏感个人信息' },
      { text: '第三条 供应商建设健康小屋，收集老年人健康档案并按季分析。' },
      { text: '乙方为环卫工人配发手环，上传其活动轨迹。', says: '活动轨迹' },
      { text: '受托方负责登记幼儿照片及幼儿姓名信息，用于平台展示。' },
    ],
    nearMisses: [
      { text: '经居民单独同意后采集人脸，并提供其他通行方式。' },
      { text: '乙方收款的银行账户信息变更的，应书面通知甲方登记。' },
      { text: '乙方不得采集业主人脸、指纹等信息。' },
      { text: '乙方为职工提供体检套餐，每人600元。' },
      { text: '乙方采集居民健康信息，数据加密存储并作脱敏处理。' },
    ],
  },
};

const governmentSystem =
  '(?:政务(?:服务)?(?:信息)?(?:化)?(?:云|外网|内网|平台|系统|网站|热线|APP|小程序|数据|大数据|数据中心|信息系统|服务系统)|电子政务|一网通办|一网统管|政府(?:门户)?网站|城市大脑|城市运行|数字政府|智慧(?:城市|政务|城管|社区|街道|执法|综治)[^。；，]{0,6}(?:平台|系统)|公共数据|(?:[区市县省]|街道|政府|行政|审批|执法|综治|网格|信访|社保|医保|民政|人口|税务|公安|机关|办公|党政)[^。；，]{0,10}(?:平台|业务系统|信息系统|管理系统|数据库|政务系统|审批系统))';
const builds = '(?:建设|承建|开发|运维|维护|运营|管理|托管|存储|加工|升级|改造|搭建|部署|代维)';

const controls: readonly Part[] = [
  [
    '批准程序',
    pattern(
      '(?:经|报|取得|获得|履行)[^。；]{0,24}(?:批准|批复|审批|同意|核准|立项|备案)|批准|批复|审批(?:程序|手续|文件|依据)',
    ),
  ],
  ['受托方的权限', pattern('权限|授权范围|授权(?:的)?(?:范围)?内|最小(?:必要|化)|访问控制|账号管理|不得(?:越权|超出)')],
  ['监督检查', pattern('监督|检查|审计|抽查|监管|考核|安全评估|日志(?:留存|审查)|渗透测试')],
];

const govDataEntrust: Rule = {
  id: 'gov-data-entrust',
  title: '委托建设运维政务系统缺少批准和监督安排',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '国家机关委托他人建设、维护电子政务系统，存储、加工政务数据，应当经过严格的批准程序，并监督受托方履行安全保护义务。',
  basis: [
    { law: '数据安全法', article: '40' },
    { law: '网络数据安全管理条例', article: '15' },
  ],
  advice: '补写批准的机关和文号、受托方的数据权限、甲方的监督检查方式和安全事件的责任。',
  traps: ['办公电脑、打印机等硬件维修不涉及政务数据。', '批准、权限、监督三项都已写明的，安排完整。'],
  check: (context): Hit[] => {
    const absent = absentParts(context, controls);
    if (absent.length === 0) return [];
    const [first] = phrase({
      find: pattern(
        `${builds}[^。；，]{0,24}${governmentSystem}|${governmentSystem}[^。；，]{0,24}${builds}|(?:存储|加工|处理|托管)[^。；，]{0,10}政务数据`,
      ),
      unless: pattern(
        '小区|物业|自行(?:建设|运维)|空调|消防|电梯|照明|硬件维修|打印机|通过[^。；，]{0,12}平台[^。；，]{0,6}(?:采购|报名|交易)',
      ),
      titles: true,
      negatable: true,
      when: ({ paragraph, sentence }) =>
        isTitle(context, paragraph) ||
        new RegExp(contractor, 'u').test(sentence) ||
        leads(context, paragraph).some((lead) => /委托|外包/u.test(lead)),
      message: ({ match }) => `委托${quoted(match.text)}，合同没有${absent.join('、')}的安排。`,
      grade: () => (absent.length === 1 ? { severity: 'low' } : {}),
    })(context);
    return first ? [first] : [];
  },
  examples: {
    hits: [
      { text: '乙方全权运维区政务平台。', says: '批准程序、受托方的权限、监督检查' },
      { text: '第一条 甲方委托乙方建设智慧社区管理平台，并负责日常运营。' },
      { text: '供应商承担政府门户网站的维护，每月巡检一次，接受采购人检查。', says: '批准程序、受托方的权限' },
    ],
    nearMisses: [
      { text: '经区数据局批准，乙方在授权范围内运维区政务平台，接受甲方检查。' },
      { text: '乙方负责机关办公区打印机的维护。' },
      { text: '供应商通过区政务服务平台报名。' },
      { text: '乙方维护的小区物业管理系统由业委会监督。' },
    ],
  },
};

export const safeguards: readonly Rule[] = [confMissing, subEntrust, piiReturn, piiSensitive, govDataEntrust];

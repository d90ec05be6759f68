/** Personal information, government data and state secrets in service contracts. */
import { leads, mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Pattern } from '../../pattern.ts';
import { clauseOf } from '../../around.ts';
import { readingOf } from '../../reading.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { contractor as worker, handling } from './common.ts';

/** Parts that are not there, by name, in the order given. */
function absent(parts: readonly (readonly [string, Pattern])[], has: (wanted: Pattern) => boolean): string[] {
  return parts.filter(([, wanted]) => !has(wanted)).map(([name]) => name);
}

const secretParts = [
  ['保密协议', pattern('保密协议|保密承诺书|保密责任书')],
  [
    '保密资质',
    pattern(
      '(?:保密|涉密|国家秘密)[^。；]{0,14}(?:资质|资格|许可)|(?:销毁|集成|印制|定点)[^。；，]{0,6}(?:资质|资格|单位)|具备相应资质|保密资格',
    ),
  ],
] as const;

const conceals: Rule = {
  id: 'conf-secret-state',
  title: '涉密业务缺少保密协议或资质要求',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '委托企业事业单位从事涉密业务，应当签订保密协议；制作、维修、销毁涉密载体和涉密系统集成等还须取得保密资质。',
  basis: [
    { law: '保守国家秘密法', article: '42' },
    { law: '保守国家秘密法', article: '41' },
    { law: '保守国家秘密法', article: '31' },
  ],
  advice: '与乙方签订保密协议并列为附件，核验保密资质，写明不得使用非涉密设备和系统处理涉密信息。',
  check: phrase({
    find: pattern(
      [
        '涉密(?:项目|载体|文件|信息系统|会议|设备|计算机|档案|工程|测绘|资料|场所|业务|服务|存储|打印|网络|岗位)',
        '[“"]?(?:绝密|机密|秘密)[”"]?级[^，。；]{0,10}(?:载体|文件|项目|资料|信息|档案|会议|图纸|数据|刊物|汇编|材料)',
        '(?:制作|印制|印刷|装订|维修|销毁|存储|集成|复制|承担|运维|扫描|录入|翻译|承办)[^，。；]{0,20}国家秘密(?:载体|文件|资料|信息|档案|图纸)?',
        '国家秘密载体|密级[^，。；]{0,4}[为是：:][^，。；]{0,2}(?:绝密|机密|秘密)',
      ].join('|'),
    ),
    unless: pattern('不涉及|不属于|非涉密|除外|商业秘密|不得泄露|如涉及|凡涉及|不得将|不含'),
    negatable: true,
    when: (_, context) => absent(secretParts, (wanted) => mentions(context, wanted)).length > 0,
    message: ({ match }, context) =>
      `合同标的涉密（${quoted(match.text)}），全文没有${absent(secretParts, (wanted) => mentions(context, wanted)).join('和')}的约定。`,
  }),
  examples: {
    hits: [
      { text: '乙方承担涉密会议速录服务（无保密协议）。\n乙方应保证速录质量。', quote: '涉密会议', says: '保密资质' },
      {
        text: '第一条 乙方负责甲方机密级档案的数字化扫描，成果交甲方验收。',
        quote: '机密级档案',
        says: '保密协议和保密资质',
      },
      { text: '乙方按季度上门销毁涉密载体。乙方应与甲方签订保密协议。', says: '没有保密资质的约定' },
      { text: '乙方为甲方印刷“秘密”级的文件汇编二百册，货到付款。' },
    ],
    nearMisses: [
      { text: '附件四保密协议，乙方具备相应资质。' },
      { text: '乙方承担涉密信息系统运维，已取得涉密信息系统集成资质，双方另签保密协议作为附件二。' },
      { text: '乙方不得泄露甲方的商业秘密和机密信息。' },
      { text: '本项目不涉及涉密载体，乙方按一般文件管理。' },
    ],
  },
};

/** What 个人信息保护法 article 21 asks of the contract, looked for where data is spoken of. */
const entrustParts = [
  ['处理目的', pattern('目的|仅为|仅用于|只用于|专用于|用途')],
  ['处理期限', pattern('期限|合同期内|服务期内|有效期内|保存[^。；]{0,6}(?:日|月|年)|期满|届满|终止后')],
  ['处理方式', pattern('处理方式|方式为|按(?:照)?甲方(?:的)?(?:书面)?(?:指令|要求|指示)')],
  ['个人信息的种类', pattern('种类|姓名|身份证|联系(?:方式|电话)|手机号|住址|字段|范围包括')],
  ['保护措施', pattern('加密|保护措施|安全措施|脱敏|去标识|访问控制|权限管理|等级保护')],
] as const;
const dataWords = pattern('信息|数据|资料');

function missingParts(context: RuleContext): string[] {
  const { candidates, paragraphs } = readingOf(context.document);
  const spoken = candidates(dataWords).map((at) => paragraphs[at]?.text ?? '');
  return absent(entrustParts, (wanted) => spoken.some((text) => wanted.test(text)));
}

const worked = new RegExp(`${worker}|委托|受托`, 'u');
const spokenOf = /(?:采集|收集|处理|录入|存储|整理|登记|核查|汇总)(?:到)?的|[知获]悉|接触/u;

const entrust: Rule = {
  id: 'pii-entrust',
  title: '委托处理个人信息约定不全',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '委托他人处理个人信息，应当约定目的、期限、方式、种类、保护措施和双方权利义务，并对受托人进行监督。',
  basis: [{ law: '个人信息保护法', article: '21' }],
  advice: '按缺项补充个人信息处理条款或另附个人信息委托处理协议，并写明甲方的监督检查方式。',
  check: phrase({
    find: pattern(handling),
    unless: pattern('甲方(?:自行)?(?:负责)?(?:录入|采集|收集)|不涉及|不采集|不收集|不处理|不接触'),
    negatable: true,
    when: ({ paragraph, sentence, match, at }, context) =>
      (worked.test(sentence) || leads(context, paragraph).some((lead) => worked.test(lead))) &&
      // 对采集的居民信息保密: secrecy speaks of data, it does not order work on it.
      !(
        /保密|泄[露漏]/u.test(clauseOf(context, at).text) ||
        (/保密|泄[露漏]/u.test(sentence) && spokenOf.test(match.text))
      ) &&
      missingParts(context).length > 0,
    message: ({ match }, context) =>
      `乙方受托处理个人信息（${quoted(match.text)}），合同没有约定${missingParts(context).join('、')}。`,
  }),
  examples: {
    hits: [
      { text: '乙方负责录入居民信息。', quote: '录入居民信息', says: '处理目的、处理期限' },
      { text: '第二条 乙方入户采集流动人口身份信息并按月汇总上报，采集的信息应当加密。', says: '没有约定处理目的' },
      { text: '供应商应对服务对象资料进行整理，登记老年人档案资料并建立台账。', says: '处理方式' },
      { text: '甲方将业主姓名、手机号码交乙方，由乙方发送缴费提醒。' },
    ],
    nearMisses: [
      { text: '乙方仅为发放补贴、在合同期内按甲方指令处理居民姓名、身份证号，加密保存个人信息，录入居民信息。' },
      { text: '乙方对工作中知悉的居民个人信息负有保密义务。' },
      { text: '乙方负责小区绿化养护，不得收集业主信息。' },
      {
        text: '乙方采集居民信息。\n个人信息处理附则：目的为医保登记；期限至本合同终止；按甲方书面指令以电子录入方式处理；种类为姓名、电话；采取加密和访问控制等措施保护数据。',
      },
    ],
  },
};

const outside = '(?:境外|海外|国外|香港|澳门|台湾|新加坡|美国|欧洲|日本)';

const crossBorder: Rule = {
  id: 'pii-crossborder',
  title: '数据或个人信息出境',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '国家机关处理的个人信息应当在境内存储，确需向境外提供的应当先做安全评估；其他处理者出境也须具备法定条件。',
  basis: [
    { law: '个人信息保护法', article: '36' },
    { law: '个人信息保护法', article: '38' },
  ],
  advice: '删去境外存储、传输或访问的安排；确需出境的，先完成安全评估或其他法定程序，并在合同中写明。',
  check: phrase({
    find: pattern(
      `(?:存储|存放|保存|备份|传输|传送|托管|部署|提供|发送|同步|共享|位于|设在|设于|放置|访问|上传|汇集)[^。；]{0,14}${outside}|${outside}[^。；]{0,14}(?:访问|存储|存放|保存|留存|备份|复制|镜像|同步|登录|查询|调取|查看|下载|调用|服务器|云平台|数据中心|总部|节点)`,
    ),
    also: [pattern('数据|信息|服务器|日志|资料|系统')],
    unless: pattern(
      '仅在境内|境内存储|存储于境内|未经[^。；]{0,16}(?:评估|批准|同意|许可)|通过[^。；]{0,10}安全评估|不出境|禁止|严禁|赴境外|不(?:保存|存储|留存|收集|采集)|旅游|考察|采购进口|境外(?:品牌|生产|制造|进口|原装|来电|旅客|游客|人员(?:信息|数据|登记|入境|来访|住宿|管理|资料))|不(?:离开|传出|流出|出)(?:甲方|机房|境)',
    ),
    negatable: true,
    message: ({ match }) => `数据安排涉及境外：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '数据存储于乙方香港服务器。', quote: '存储于乙方香港', says: '涉及境外' },
      { text: '第六条 为便于维护，乙方境外技术团队可远程访问系统日志。', says: '境外' },
      { text: '业务数据每日备份至新加坡节点，由乙方保管。', quote: '备份至新加坡' },
      { text: '乙方的新加坡团队可登录查询系统内的业务数据。' },
    ],
    nearMisses: [
      { text: '数据存储于境内政务云。' },
      { text: '乙方不得将数据传输至境外。' },
      { text: '未经国家网信部门安全评估，任何数据不向境外提供。' },
      { text: '乙方选派两名讲师赴香港考察，费用自理，行程信息提前报甲方。' },
      { text: '乙方为赴境外参展代办签证，不保存个人信息。' },
    ],
  },
};

const contractor = pattern('乙方|受托(?:人|方)|服务商|供应商|承包(?:人|方)|运营(?:方|商|单位)|开发(?:方|商)|丙方');

const owner =
  /(?:甲方|采购人|委托[人方]|发包人|管委会|街道办事处)(?!的|数据|信息|同意|授权|许可|允许|提供|业务|系统|平台|项目|向|将|委托|书面|所有)/gu;
const takers = new RegExp(worker, 'gu');

/** Whether the last one named before a use is the owner of the data: 甲方可将数据用于模型训练. */
function byOwner(before: string): boolean {
  const last = (words: RegExp): number => [...before.matchAll(words)].at(-1)?.index ?? -1;
  return last(owner) > last(takers);
}

const governmentData: Rule = {
  id: 'gov-data-use',
  title: '允许乙方把数据用于自身目的',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '受托存储、加工政务数据的一方不得擅自留存、使用、关联分析或者向他人提供；合同先给了许可，等于放弃控制。',
  basis: [
    { law: '数据安全法', article: '40' },
    { law: '网络数据安全管理条例', article: '16' },
  ],
  advice: '删去该授权，写明数据归甲方、只可为履行本合同使用；确需授权的，先经数据主管部门批准并限定目的、范围、期限。',
  check: phrase({
    find: pattern(
      '自有产品|自身产品|自有业务|自身业务|算法优化|模型训练|训练[^。；，]{0,8}模型|用户画像|人群画像|商业(?:化)?(?:开发|利用|运营|使用)|增值服务|产品研发|精准营销|广告推送|(?:对外|向第三方|向他人|与第三方|向其(?:关联|合作))[^。；，]{0,8}(?:提供|共享|出售|转让)|归乙方(?:所有|享有|使用)|关联分析|(?:终止|届满|期满|结束)后[^。；，]{0,6}(?:仍|继续|还)(?:可|有权|能)?[^。；，]{0,6}(?:使用|利用)',
    ),
    also: [pattern('数据|信息资源'), contractor],
    unless: pattern('不得|禁止|严禁|未经|不应|仅限于?(?:为)?履行本合同|归甲方所有|无权|不用于'),
    when: ({ sentence, sentenceFrom, match }) => !byOwner(sentence.slice(0, match.from - sentenceFrom)),
    message: ({ match, sentence }) => `允许乙方把数据用于${quoted(match.text)}：${quoted(sentence, 60)}`,
    grade: ({ sentence }) =>
      /匿名化|脱敏后|统计/u.test(sentence) && /批准|同意/u.test(sentence) ? { severity: 'notice' } : {},
  }),
  examples: {
    hits: [
      { text: '乙方可将运行数据用于优化自有产品。', quote: '自有产品', says: '自有产品' },
      { text: '第八条 平台沉淀的数据及衍生数据归乙方所有。', quote: '归乙方所有' },
      { text: '乙方有权利用采集数据开展模型训练和增值服务。', says: '模型训练' },
      { text: '乙方可留存企业信用数据，合同终止后仍可使用。' },
    ],
    nearMisses: [
      { text: '未经甲方书面同意，乙方不得留存或使用数据。' },
      { text: '乙方不得将项目数据用于商业开发、用户画像或者向第三方提供。' },
      { text: '项目数据归甲方所有，乙方仅限于履行本合同使用。' },
      { text: '乙方应保证其自有产品不含恶意代码。' },
    ],
  },
};

export const personalData: readonly Rule[] = [conceals, entrust, crossBorder, governmentData];

/** What a public purchase should settle: publication, acceptance, written form; what it may not allow. */
import { affirms, unaffirmedParts } from '../../affirm.ts';
import { leads, mentions, phrase, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { isProcurement, isWhole, mayBeProcurement, remarksAbsence } from './common.ts';

const published = pattern(
  '备案|(?:合同|签订|依法|予以|进行|按规定|媒体上?|网站?上?)[^。；，]{0,20}公[告示开]|公[告示](?:本)?合同|公告并|公开本合同|发布[^。；，]{0,6}合同|合同[^。；，]{0,14}(?:发布|挂网|上网)',
);

const publish: Rule = {
  id: 'proc-publish',
  title: '没有合同公告和备案的安排',
  severity: 'notice',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['procurement', 'service', 'sale', 'property'],
  why: '政府采购合同自签订之日起二个工作日内应当公告，七个工作日内应当备案；合同里不写不影响效力，但容易忘记办理。',
  basis: [
    { law: '政府采购法实施条例', article: '50' },
    { law: '政府采购法', article: '47' },
  ],
  advice: '签订后二个工作日内在指定媒体公告合同（涉密内容除外），七个工作日内报同级财政部门备案，并列入待办。',
  traps: ['采购公告、中标公告不是合同公告；涉及国家秘密、商业秘密的内容不公告。'],
  check: (context) => {
    if (affirms(context, published)) return [];
    const noted = remarksAbsence(context, '公告') && mayBeProcurement(context);
    return noted || (isProcurement(context) && isWhole(context))
      ? [{ at: null, missing: 'proc-publish', message: '没有合同公告（2个工作日内）和备案（7个工作日内）的安排。' }]
      : [];
  },
  examples: {
    hits: [
      { text: '（无公告备案安排）', says: '公告' },
      {
        text: '采购人（甲方）：青麓区档案局\n供应商（乙方）：云川松石信息有限公司\n第一条 乙方提供档案数字化服务。',
        subKind: 'procurement',
      },
      {
        text: '甲方：青麓区文化馆\n乙方：云川柏舟文化有限公司\n根据中标公告，甲方向乙方采购舞台灯具一批。',
        publicPayer: true,
      },
    ],
    nearMisses: [
      { text: '签订后甲方依法公告并备案。' },
      {
        text: '采购人：青麓区档案局\n供应商：云川松石信息有限公司\n采购人自签订之日起七个工作日内将合同副本报财政局备案。',
        subKind: 'procurement',
      },
      { text: '甲方：云川宏图有限公司\n乙方：云川松石信息有限公司\n甲方向乙方采购服务。', publicPayer: false },
    ],
  },
};

const payer =
  '(?:甲方|采购人|采购方|采购单位|需方|买方|委托[方人]|发包[方人]|管委会|街道办(?:事处)?|[局院校馆]|双方|任何一方|乙方|供应商)';
const freely =
  '(?:(?:可以?|有权|得)(?:根据|视|按照?|依据?|因)[^。；，]{0,20}(?:情况|需要|变化|安排|调整|预算)|随时|任何时[间候]|任意时间|单方面?|任意|自行|无条件|(?:无需|无须|不需)(?:任何)?理由|(?:根据|视|因|按照?|依据|如遇?|若)[^。；，]{0,16}(?:预算|工作|实际|自身|政策|情况|需要|变化|安排|调整|资金|领导|人事|机构)[^。；，]{0,12}[，,]?(?:[^。；，]{0,6})?(?:可以?|有权|即可|得))';
const ends = '(?:终止|中止|解除|变更|停止履行|取消)';
const lawfulEnd =
  /国家利益|公共利益|(?:严重|根本)?违约(?!责任|金)|违反|不可抗力|协商一致|双方(?:协商|同意|书面)|法定|依法|情形|未(?:按|能|履行|达|通过)|不合格|不达标|逾期|届满|期满|到期|应(?:当)?(?:赔偿|补偿)|给予[^。；，]{0,8}补偿|承担(?:相应|赔偿)|财政部门(?:批准|同意)|履行完毕|[时后][^。；，]{0,3}(?:自行|自动|自然)终止|不得(?![^。；，]{0,8}(?:异议|索|要求|主张|追究|拒绝|抗辩))/u;

const terminate: Rule = {
  id: 'proc-terminate',
  title: '约定可任意终止政府采购合同',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['procurement', 'service', 'sale', 'property', 'construction'],
  why: '政府采购合同的双方不得擅自变更、中止或者终止合同；继续履行将损害国家利益和社会公共利益的才应当变更、终止，有过错的一方赔偿。',
  basis: [{ law: '政府采购法', article: '50' }],
  advice:
    '删去任意终止权，改为“继续履行将损害国家利益和社会公共利益的，依法变更、中止或者终止，并按过错承担赔偿责任”。',
  traps: ['以对方违约、不可抗力、公共利益为条件，或者经协商一致的，不是任意终止。'],
  check: (context) => {
    if (!mayBeProcurement(context)) return [];
    return phrase({
      find: pattern(
        `${payer}[^。；]{0,16}${freely}[^。；]{0,16}${ends}|${freely}[^。；，]{0,4}[，,]?${payer}[^。；，]{0,10}${ends}|(?:根据|因|如遇?|若)[^。；，]{0,16}(?:预算|工作|自身|政策|资金|领导|人事|机构)[^。；，]{0,10}[，,]${payer}[^。；，]{0,6}(?:可以?|有权|得)[^。；，]{0,10}${ends}`,
      ),
      negatable: true,
      unless: pattern('服务(?:人员|内容)|(?:变更|更换)(?:人员|项目负责人|地点)|不再|工作日'),
      when: ({ sentence }) => !lawfulEnd.test(sentence),
      message: ({ sentence }) => `没有法定事由即可终止、中止或者变更合同：${quoted(sentence, 60)}`,
      grade: (_, ctx) => (isProcurement(ctx) ? { nature: 'unlawful' } : {}),
    })(context);
  },
  examples: {
    hits: [
      { text: '甲方可根据预算变化随时终止。', says: '没有法定事由' },
      { text: '采购人视工作需要可中止本合同，供应商予以配合。', says: '没有法定事由' },
      { text: '第十条 服务期内，采购人有权单方终止政府采购合同，无需说明理由。' },
      { text: '任何一方可随时解除本政府采购合同，提前通知对方即可。' },
    ],
    nearMisses: [
      { text: '因国家利益、公共利益需要的，依法变更、中止或终止。' },
      { text: '供应商严重违约的，采购人可随时终止合同。' },
      { text: '采购人不得单方终止合同。' },
      { text: '双方协商一致，可以根据实际情况变更合同。' },
    ],
  },
};

const tenderText = pattern(
  '采购需求|招标文件|磋商文件|谈判文件|询价(?:文件|通知书|公告)|技术参数|技术要求|参数要求|技术规格|投标人|响应人|资格(?:要求|条件)|采购文件|评[审分]|需求书|采购公告|招标公告|投标产品|供应商须|用户需求|商务要求|技术需求',
);
const contractText =
  /合同附件|本合同|与投标(?:文件)?一致|投标响应|响应表|偏离|我方|成交产品|中标产品|乙方所供|乙方提供|乙方交付/u;
const subject = '(?:品牌|商标|专利|原产地|产地|型号|厂家|厂商|制造商|生产商|生产企业|供应商|牌)';
const must = '(?:须|必须|应|应当|仅限|指定|限定|限于|只能|只接受|只限|唯一|一律)';
const openEnded = pattern(
  '或(?:者)?(?:相当于|同等|类似|优于)|相当(?:于)?[^。；，]{0,8}(?:档次|品质|产品)|同等(?:及|或)?(?:以上)?|等同|及以上|以上档次|不低于|参考|推荐|等品牌|类似|不得(?:限定|指定)|不(?:得|应|能|再|予)?(?:限定?|指定|限制)(?:品牌|产地|厂家)?|注明|列明|填写|标明|写明|载明|说明所|自主选择|一致性|任选|全新|正品|原装(?:配件|产品|、|，|。|$)',
);

const brand: Rule = {
  id: 'proc-brand',
  title: '采购需求限定品牌或供应商',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract', 'other'],
  why: '限定或者指定特定的专利、商标、品牌、原产地或者供应商，属于以不合理的条件对供应商实行差别待遇，投标人可以质疑、投诉。',
  basis: [
    { law: '政府采购法实施条例', article: '20' },
    { law: '招标投标法实施条例', article: '32' },
    { law: '招标投标法', article: '20' },
  ],
  advice: '改写为性能、功能和质量指标；确需引用品牌说明档次的，列三个以上参考品牌并加“或相当于”。',
  traps: ['写“或相当于”“参考品牌”的没有限定；已签合同和投标响应表中写明所供品牌型号，是履约的需要。'],
  check: (context) => {
    if (!mentions(context, tenderText)) return [];
    const contract = mentions(context, pattern('本合同|本协议')) && mentions(context, pattern('甲方|乙方'));
    return phrase({
      find: pattern(
        `${must}(?:为|是|采用|使用|选用|提供|采购|配备|由)?[^。；，]{0,18}${subject}|${must}[^。；，]{0,10}(?:公司|厂|集团)(?:所)?(?:生产|制造|出品)|${subject}\\s*(?:[:：]|为|限|须为|必须为|指定为?|仅限|应为|限定为?)[^。；，]{2,24}|(?:其他|其它|非该|非指定)[^。；，]{0,6}${subject}[^。；，]{0,10}(?:不予|不接受|无效|拒绝|不得|视为|废标)|(?:不接受|不得(?:采用|使用|提供))[^。；，]{0,6}(?:其他|其它)[^。；，]{0,6}${subject}|${must}(?:为|是|采用|使用)?[^。；，]{1,8}(?:原产|本地产|境内产|产地)|${must}(?:为|是|采用|使用|选用|配备)[^。；，]{0,10}(?:牌|同款)`,
      ),
      unless: openEnded,
      when: ({ sentence, match, paragraph }) =>
        (!contract || leads(context, paragraph).some((lead) => tenderText.test(lead))) &&
        !contractText.test(sentence) &&
        /须|必须|应|仅限|指定|限定|只能|只接受|不予|不接受|唯一|限于|只限|无效|拒绝/u.test(sentence) &&
        !/授权|证明|资质|信誉|营业执照|供应商(?:须|应|必须|提供|具有|具备|承诺|未|在)|(?:须|应|必须)[^。；，]{0,10}(?:供应商|投标人)(?:提供|负责|承担|资格)|(?:投标|响应|潜在|成交|中标|合格)供应商|(?:有权|通知|要求|向|对|由)供应商/u.test(
          match.text.endsWith('供应商')
            ? `${match.text}${sentence.slice(sentence.indexOf(match.text) + match.text.length).slice(0, 6)}`
            : match.text,
        ),
      message: ({ match }) => `采购需求限定了品牌、产地或者供应商：${quoted(match.text)}。`,
      grade: ({ sentence }) =>
        /单一来源|配套|升级|扩容|兼容原|原有(?:系统|设备)/u.test(sentence)
          ? {
              severity: 'notice',
              nature: 'risk',
              advice: '核对是否经批准采用单一来源或者确属原有设备配套升级，并保存论证材料。',
            }
          : {},
    })(context);
  },
  examples: {
    hits: [
      { text: '采购需求：打印机须为某品牌X型号，其他品牌不予接受。', says: '限定了品牌' },
      { text: '技术参数：空调压缩机仅限日本原产地产品。', says: '原产地' },
      { text: '招标文件第三章 投标人所用阀门必须采用云川松石厂家生产的产品。' },
      { text: '| 技术要求 | 指定恒川品牌，其它品牌视为无效响应 |' },
    ],
    nearMisses: [
      { text: '合同附件：乙方所供打印机为某品牌X型号（与投标文件一致）。' },
      { text: '采购需求：打印机应达到某品牌X型号或相当于该档次的性能。' },
      { text: '技术参数：投标人应当注明所投产品的品牌、型号。' },
      { text: '招标文件不得限定或者指定特定的品牌。' },
      { text: '采购文件要求供应商须具备独立承担民事责任的能力。' },
    ],
  },
};

const acceptanceParts: readonly Part[] = [
  [
    '组织验收的主体',
    pattern(
      '验收(?:小组|组|委员会|专班|工作组)|(?:甲方|采购人|需方|买方|使用(?:单位|部门)|双方|代理机构|委托方|发包人|第三方|专家)[^。；，]{0,24}(?:组织|进行|负责|成立|共同|开展|完成|参加|邀请)[^。；，]{0,16}验收|由[^。；，]{2,20}验收|(?:甲方|采购人|需方|买方)[^。；，]{0,10}验收|验收(?:主体|单位|人)',
    ),
  ],
  [
    '验收标准',
    pattern(
      '验收(?:的)?(?:标准|依据|方案|办法|规范|要求|内容)|(?:按|按照|依据|根据|符合|对照|以)[^。；]{0,30}(?:标准|规范|清单|附件|采购文件|招标文件|投标文件|要求|参数|样品|封样)[^。；]{0,24}验收|逐项|验收[^。；]{0,30}(?:按|按照|依据|根据|符合|对照)[^。；]{0,20}(?:标准|规范|清单|附件|文件|要求|参数|样品)',
    ),
  ],
  [
    '验收时间',
    pattern(
      '(?:[\\d０-９]|[一二两三四五六七八九十])\\s*个?(?:工作)?(?:日|天|小时)[^。；]{0,24}验收|验收[^。；]{0,24}(?:[\\d０-９]|[一二两三四五六七八九十])\\s*个?(?:工作)?(?:日|天|小时)|验收(?:时间|期限|日期|周期)|(?:当场|当日|即时|按[月季年]|每[月季年]|定期)[^。；，]{0,10}验收',
    ),
  ],
  ['验收书', pattern('验收(?:书|单|报告|记录|意见|表|证明|结论|证书)|签署[^。；，]{0,8}验收')],
];
const byFile = pattern(
  '(?:按|按照|依照|执行)[^。；，]{0,6}(?:采购|招标|磋商)文件[^。；]{0,20}验收(?:方案|标准|要求|办法)',
);

const acceptance: Rule = {
  id: 'proc-acceptance',
  title: '没有履约验收的安排',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['procurement', 'service', 'sale', 'property'],
  why: '采购人应当组织对供应商履约的验收并出具验收书；合同不写谁来验、按什么验、何时验，付款条件是否成就无从判断。',
  basis: [
    { law: '政府采购法', article: '41' },
    { law: '政府采购法实施条例', article: '45' },
  ],
  advice: '写明验收小组、逐项标准、验收时间和验收书；面向公众的服务，邀请服务对象参加验收并公告结果。',
  traps: ['写明按采购文件所附验收方案执行的，安排已经明确。'],
  check: (context) => {
    if (mentions(context, byFile)) return [];
    const accepted = mentions(context, pattern('验收'));
    const evident = isProcurement(context) && (accepted ? hasPlace(context) : isWhole(context));
    const noted = remarksAbsence(context, '验收(?:的)?(?:安排|条款|约定|方案|标准|程序)|约定验收');
    if (!evident && !(noted && mayBeProcurement(context))) return [];
    const absent = unaffirmedParts(context, acceptanceParts);
    return absent.length >= 2
      ? [{ at: null, missing: 'proc-acceptance', message: `履约验收没有写明${absent.join('、')}。` }]
      : [];
  },
  examples: {
    hits: [
      { text: '验收合格付款。（无验收安排）', says: '组织验收的主体、验收标准、验收时间、验收书' },
      {
        text: '采购人（甲方）：青麓区档案局\n供应商（乙方）：云川松石信息有限公司\n第五条 验收合格后三十日内付款。',
        subKind: 'procurement',
        says: '验收书',
      },
      {
        text: '甲方：青麓区文化馆\n乙方：云川柏舟文化有限公司\n甲方向乙方采购舞台灯具一批，货到付款。',
        publicPayer: true,
      },
    ],
    nearMisses: [
      { text: '甲方成立验收小组，按附件逐项出具验收书。' },
      {
        text: '采购人：青麓区档案局\n供应商：云川松石信息有限公司\n验收按采购文件所附验收方案执行。',
        subKind: 'procurement',
      },
      {
        text: '采购人：青麓区档案局\n供应商：云川松石信息有限公司\n采购人在收到货物后十日内按照附件清单组织验收，出具验收书。',
        subKind: 'procurement',
      },
      { text: '甲方：云川宏图有限公司\n乙方：云川松石信息有限公司\n验收合格后付款。', publicPayer: false },
    ],
  },
};

/** More than a sentence on acceptance: sides named, or a sub-kind given by whoever opened the matter. */
function hasPlace(context: RuleContext): boolean {
  return isWhole(context) || context.input.subKind === 'procurement';
}

const oral = pattern(
  '口头[^。；]{0,20}(?:履行|执行|生效|为准|有效|供货|安排|办理|成立|即可|实施|即|开展|具有)|(?:以|按|按照|凭|通过)[^。；，]{0,6}(?:口头|电话)[^。；，]{0,12}(?:为准|即可|履行|执行|供货|办理|下单|确定|约定)|(?:无需|不需|不再|不必|无须|不另行?|免予?|可不|毋须)(?:另行|再|双方)?(?:签订|签署|订立)[^。；，]{0,6}(?:书面)?(?:合同|协议)|电话(?:通知|沟通|约定)?[^。；，]{0,4}(?:为准|即可|后即|即)',
);
const byData = pattern(
  '(?:以|通过|经|采用|凭)[^。；，]{0,10}(?:微信|邮件|短信|平台|QQ|钉钉|系统)[^。；，]{0,16}(?:确认|下单|订单|通知|约定|消息)[^。；]{0,16}(?:即|为准|视为|代替|无需|不再|不另)',
);
const writtenAfter = pattern(
  '不(?:发生|产生|构成)[^。；，]{0,4}(?:效力|变更)|(?:应当?|必须|(?:^|[^无毋不])须)[^。；，]{0,6}(?:签订|签署|订立|采用)[^。；，]{0,4}书面|修改|整改|或者?书面|书面确认|补签|补办|不(?:得|接受|认可)|无效|不具|书面形式|书面合同(?:后|为准)|框架协议|电子卖场|维修响应|报修|应急抢险',
);

const written: Rule = {
  id: 'proc-written',
  title: '以口头约定代替书面合同',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['procurement', 'service', 'sale', 'property', 'construction'],
  why: '政府采购合同应当采用书面形式；只凭口头约定履行，数量、价格、验收都没有依据，也无法公告、备案和付款。',
  basis: [
    { law: '政府采购法', article: '44' },
    { law: '民法典', article: '469' },
  ],
  advice: '改为签订书面合同；确以邮件、平台订单等电子数据确认的，写明其可以随时调取查用，并在履行后补签正式文本。',
  traps: ['邮件、平台订单等数据电文视为书面形式；框架协议下的订单、应急抢修的口头通知另有书面依据。'],
  check: (context) => {
    if (!mayBeProcurement(context)) return [];
    const said = phrase({
      find: oral,
      unless: writtenAfter,
      negatable: true,
      when: ({ sentence }) =>
        !/微信|邮件|短信|平台|系统|电子/u.test(sentence) && !/解除|终止|投诉|报修|异议|保密/u.test(sentence),
      message: ({ match }) => `约定${quoted(match.text)}，没有采用书面形式。`,
      grade: (_, ctx) => (isProcurement(ctx) ? { nature: 'unlawful' } : {}),
    })(context);
    const data = phrase({
      find: byData,
      unless: writtenAfter,
      message: ({ match }) => `以电子数据确认（${quoted(match.text)}），请约定如何保存和调取。`,
      grade: () => ({ severity: 'notice' }),
    })(context);
    return [...said, ...data];
  },
  examples: {
    hits: [
      { text: '双方口头约定后即履行。', says: '没有采用书面形式' },
      { text: '第四条 追加的货物以采购人电话通知为准，双方不再签订书面合同。' },
      { text: '采购人口头通知供应商即可供货，月底一并结算。' },
      { text: '双方通过微信确认订单即视为合同成立，无需另签合同。', says: '电子数据' },
    ],
    nearMisses: [
      { text: '双方签订书面合同。' },
      { text: '口头约定无效，任何变更应当以书面形式作出。' },
      { text: '采购人口头通知后，应当在三日内书面确认。' },
      { text: '框架协议有效期内，采购人以平台订单确认的，不再另签合同。' },
    ],
  },
};

export const performanceRules: readonly Rule[] = [publish, terminate, brand, acceptance, written];

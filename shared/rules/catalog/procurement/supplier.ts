/** Payment and deposits towards suppliers: 保障中小企业款项支付条例, 政府采购法. */
import { phrase, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { withoutWaivers } from '../../denials.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const regulation = '保障中小企业款项支付条例';

/** A latest day, or words that keep the duty to pay apart from the condition. */
const bounded = pattern(
  '最迟|最晚|至迟|不(?:得|应|能)?(?:以|因)[^。；]{0,24}(?:为[^。；，]{0,6}(?:前提|条件|理由|由)|拒绝|拖延|迟延)|不影响|无论[^。；]{0,16}是否',
);

const third =
  '(业主|发包方|发包人|发包单位|总包方|总包|总承包方|总承包人|总承包单位|建设单位|建设方|上级单位|上级主管部门|主管单位|第三方|第三人|最终用户|最终客户|项目业主|项目甲方|委托方|委托人|委托单位|投资方)';
const comesIn = '(?:付款|支付|款项|拨款|拨付|工程款|货款|服务费|费用|资金|价款|回款|来款|进度款|结算款)';
const goesOut =
  '(?:支付|付款|付清|付讫|付至|付给|拨付|拨至|结清|给付|结算|结付|转付|划付|兑付|(?:转|汇|划|打)(?:入|至|到|给))';
const backToBackWords = pattern(
  `(?:收到|取得|获得|待|等|须在|自|在|以)[^。；，]{0,8}${third}[^。；，]{0,18}${comesIn}[^。；]{0,40}${goesOut}|(?:按|依|参照|与|随)[^。；，]{0,8}${third}[^。；，]{0,14}${comesIn}[^。；，]{0,6}(?:比例|进度|节点|同步|时间|情况)|${third}[^。；，]{0,16}(?:未(?:能)?(?:付款|支付|拨付|到账)|没有付款|尚未(?:付款|支付|拨付)|拖欠)[^。；]{0,24}(?:不(?:予|负)?(?:支付|付款|承担)|有权(?:不|拒绝|暂|延|顺延|推迟|相应)|无(?:须|需)(?:支付|付款)|暂不|相应顺延|不视为|可暂|可(?:以)?(?:不|顺延|延))|${third}[^。；，]{0,10}(?:付款|支付|拨付|回款)[^。；，]{0,14}(?:作为|为|是)[^。；，]{0,16}(?:付款|支付)[^。；，]{0,8}(?:前提|条件)|(?:支付|付款)[^。；，]{0,14}以[^。；，]{0,10}${third}[^。；，]{0,14}${comesIn}[^。；，]{0,8}(?:为|作为)|${third}[^。；，]{0,16}(?:到账|到位|付款|支付|拨付)(?:之日)?(?:后|起|且)[^。；]{0,40}${goesOut}|背靠背`,
);

/** Whether a word for a third party names a party of this very contract. */
function isParty(word: string, context: RuleContext): boolean {
  const head = readingOf(context.document).text.slice(0, 800);
  return new RegExp(`${word}\\s*[（(：:]|[（(][^）)]{0,10}${word}`, 'u').test(head);
}

function payerGrade(_: Place, context: RuleContext): Pick<Hit, 'severity' | 'nature'> {
  if (context.input.publicPayer === true) return { severity: 'high' };
  return /大型企业/u.test(readingOf(context.document).text)
    ? { severity: 'high', nature: 'unlawful' }
    : { severity: 'medium' };
}

const backToBack: Rule = {
  id: 'sme-backtoback',
  title: '以收到第三方付款为付款条件',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '大型企业不得约定以收到第三方付款作为向中小企业付款的条件；机关、事业单位也不得借此突破最长六十日的付款期限。',
  basis: [
    { law: regulation, article: '9' },
    { law: regulation, article: '7' },
    { law: '中小企业促进法', article: '53' },
  ],
  advice: '改为自交付或者验收合格之日起的固定期限；确要保留的，加写“最迟不超过验收合格后×日”。',
  check: phrase({
    find: backToBackWords,
    unless: bounded,
    negatable: true,
    when: ({ match }, context) => {
      const word = match.groups.find((group) => group !== null)?.text;
      return word === undefined || !isParty(word, context);
    },
    message: ({ match }) => `付款以第三方先付款为条件：${quoted(match.text, 60)}。`,
    grade: payerGrade,
  }),
  examples: {
    hits: [
      { text: '甲方收到业主付款后7日内支付乙方。', quote: '收到业主付款后7日内支付', says: '第三方先付款' },
      { text: '第五条 甲方按建设单位拨付进度同比例向乙方付款。', quote: '按建设单位拨付进度同比例', publicPayer: true },
      { text: '甲乙双方同意背靠背付款。', quote: '背靠背' },
      { text: '待总承包单位支付工程款后，甲方再向乙方支付相应价款。', says: '总承包单位' },
    ],
    nearMisses: [
      { text: '甲方于验收合格后30日内支付乙方。' },
      { text: '甲方收到业主付款后7日内支付乙方，最迟不超过验收合格后60日。' },
      { text: '甲方（发包人）：桐溪区水务局\n乙方收到发包人付款后，应当及时支付农民工工资。' },
      { text: '甲方不得以收到业主付款作为向乙方支付的条件。' },
    ],
  },
};

const publicMoney =
  '(?:用款(?:计划|额度|指标)|(?:财政|专项|上级|预算|国库|项目|配套|补助|奖补|省级|市级|县级|区级|中央|转移支付)[^。；，]{0,8}(?:资金|拨款|款项|经费|指标|额度|款)|财政拨付|资金)';
const arrived = '(?:到位|到账|到达|下达|下拨|批复|批准|核准|落实|拨付|拨入|划拨|划入|审批|进账)';
/** Whoever releases public money, and what is released before payment. */
const released =
  '(?:财政(?:部门|局|所|厅)?|国库|上级(?:部门|单位|主管部门)?)[^。；，]{0,6}(?:批复|批准|审批|核准|下达|下拨|同意|拨付|审核)';
/** The payer's own approval: 内部审批, 党组会议审批, 领导签批. */
const inside =
  '(?:内部(?:审批|审核|流程|付款审批|财务)|(?:党组|党委|党工委|办公|主任|局长|院长|班子)[^。；，]{0,4}会议?|领导(?:班子)?|主要(?:负责人|领导)|付款审批|财务审批|审批流程)';

const fiscalArrival: Rule = {
  id: 'sme-fiscal-arrival',
  title: '以财政资金到位为付款条件',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '资金是否到位、内部审批是否走完是付款方自己的事，不能突破法定付款期限，也不是拖欠的理由。',
  basis: [
    { law: regulation, article: '9' },
    { law: regulation, article: '7' },
    { law: '优化营商环境条例', article: '32' },
  ],
  advice: '落实预算后再签约，把付款期限改为自验收合格（交付）之日起的固定天数，机关、事业单位最长不超过六十日。',
  check: phrase({
    find: pattern(
      `${goesOut}[^。；，]{0,6}以[^。；，]{0,6}${released}[^。；，]{0,12}(?:为|作为)[^。；，]{0,6}(?:前提|条件|准|依据)|(?:待|等|须|需|俟|经|在|于|自)[^。；，]{0,6}${released}[^。；，]{0,14}(?:后|之日起|方|才)[^。；]{0,30}${goesOut}|${publicMoney}[^。；，]{0,8}(?:未|不)(?:能)?(?:及时|按时|按期)?${arrived}[^。；]{0,16}(?:顺延|推迟|延后|延期|暂缓|暂停)[^。；，]{0,4}${goesOut}|${publicMoney}[^。；，]{0,10}${arrived}[^。；，]{0,10}(?:之日起|以?后|之后|的?前提下|时|，|且|才|方|再)[^。；]{0,30}${goesOut}|(?:待|等|须|需|俟|经|在|于|至|自)[^。；，]{0,8}${publicMoney}[^。；，]{0,14}${arrived}[^。；]{0,40}${goesOut}|${goesOut}[^。；]{0,24}(?:取决于|以|视|依|根据|按照?)[^。；，]{0,10}${publicMoney}[^。；，]{0,20}(?:${arrived}|进度|情况|安排)(?:为(?:准|前提|条件))?|${publicMoney}[^。；，]{0,8}何时[^。；，]{0,4}${arrived}[^。；]{0,20}${goesOut}|${publicMoney}[^。；，]{0,6}(?:未|不)(?:能)?(?:及时|按时)?${arrived}[^。；]{0,24}(?:不予?(?:支付|付款)|暂(?:不|缓)(?:支付|付款)|(?:付款|支付)[^。；，]{0,8}(?:顺延|推迟|延后)|有权(?:不|暂|延|顺延|推迟))|(?:经|待|等|完成|通过|履行完?|走完)[^。；，]{0,10}${inside}[^。；，]{0,14}(?:通过|批准|同意|完成|完毕|后|结束|签批)[^。；]{0,30}${goesOut}|${goesOut}[^。；]{0,16}(?:取决于|以|视)[^。；，]{0,10}${inside}[^。；，]{0,16}(?:通过|批准|同意|完成|完毕|为准|前提|条件)|(?:财政|专项|上级|预算|拨付|国库|项目|配套)[^。；，]{0,6}(?:资金|拨款|款项|经费)[^。；，]{0,6}(?:到位|到账|下达|批复|落实|拨付)(?:之日起|以?后|之后)[^。；]{0,30}(?:支付|付款|付清|结算|拨付)|(?:支付|付款)[^。；，]{0,12}以[^。；，]{0,8}(?:财政|专项|上级|预算)[^。；，]{0,6}(?:资金|拨款|经费)[^。；，]{0,6}(?:到位|下达|批复)为(?:准|前提|条件)|以[^。；，]{0,10}(?:财政|上级|专项|预算)[^。；，]{0,8}(?:到位|下达|批复|拨付|批准)为[^。；，]{0,6}(?:前提|条件|准|依据)[^。；]{0,24}(?:顺延|暂缓|暂停|不予|不承担)|收到[^。；，]{0,12}(?:财政|上级|中央|省级|市级|区级|县级|专项)[^。；，]{0,8}(?:资金|拨款|款项|经费)[^。；，]{0,4}后[^。；]{0,24}(?:支付|付款|付清|结清|拨付)`,
    ),
    unless: pattern(
      `${bounded.source}|已(?:经)?(?:全额|全部)?(?:到位|下达|落实|批复|列入)|不(?:得)?(?:以|因)[^。；]{0,24}(?:为由|延迟|拖延)|(?:后|起|内)[^。；，]{0,6}[\\d０-９一二三四五六七八九十]+个?(?:工作)?[日天]内[^。；]{0,16}(?:内部|审批|审核)`,
    ),
    unlessParagraph: pattern('最迟|最晚|至迟|不影响[^。；]{0,8}(?:到期|付款)'),
    negatable: true,
    message: ({ match }) => `付款以资金到位为条件，没有最迟付款日：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '财政资金到位后支付。', quote: '财政资金到位后支付', says: '没有最迟付款日' },
      { text: '第四条 尾款待上级专项经费下达后由甲方一次性付清。', quote: '待上级专项经费下达后由甲方一次性付清' },
      { text: '甲方支付服务费的时间以预算资金批复为准。', says: '预算资金批复为准' },
    ],
    nearMisses: [
      { text: '自验收合格30日内支付，财政拨付流程不影响到期义务。' },
      { text: '财政资金到位后支付，最迟不超过验收合格后60日。' },
      { text: '甲方不得以财政资金未到位为由拖延付款。' },
    ],
  },
};

const stateAudit = pattern('审计局|审计署|审计厅|审计机关|政府审计|国家审计');
const otherReview = pattern(
  '造价咨询|第三方|委托的|会计师事务所|内部审计|内审|财政评审|投资评审|审计公司|中介机构|审计单位',
);

const auditBasis: Rule = {
  id: 'sme-audit-basis',
  title: '以审计结果作为结算依据',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '机关、事业单位和国有大型企业不得强制要求以审计机关的审计结果作为结算依据，法律、行政法规另有规定的除外。',
  basis: [{ law: regulation, article: '12' }],
  advice: '改为以双方认可的造价机构审核结果结算，并写明审核期限；审计监督照常进行，但不作为付款条件。',
  check: phrase({
    find: pattern(
      '(?:经|待|等|俟)[^。；，]{0,10}审计[^。；，]{0,6}(?:完成|结束|结束后|出具|完毕)后?[，,]?[^。；]{0,10}(?:按|依|根据)[^。；，]{0,10}审计[^。；，]{0,16}(?:支付|结算|付款|退补|补|付清)|(?:按|依据?|根据|依照)[^。；，]{0,6}审计(?:结论|结果|报告|决定|意见|金额|数额)[^。；，]{0,12}(?:支付|结算|付款|付清|多退少补|退补)|以[^。；，]{0,14}(?:审计|审定)[^。；，]{0,10}(?:结果|结论|报告|决定|意见|金额|价|数|额)?[^。；，]{0,6}(?:为准|为(?:最终)?(?:结算|付款|支付)?(?:的)?依据|作为[^。；，]{0,10}依据|为[^。；，]{0,4}结算[^。；，]{0,4}依据)|(?:经|待)[^。；，]{0,8}(?:审计局|审计署|审计厅|审计机关)[^。；，]{0,10}审计[^。；，]{0,6}(?:后|完成)[^。；]{0,20}(?:结算|支付|付款|付清)',
    ),
    unless: pattern(
      '不以|不作为|不得(?:强制|强行)?(?:要求)?以|(?:不得|禁止|无权)(?:强制|强行|单方)?要求|审计监督|配合审计',
    ),
    message: ({ match }) =>
      stateAudit.test(match.text) || !otherReview.test(match.text)
        ? `结算或付款以审计结果为依据：${quoted(match.text)}。`
        : `结算以审核、评审结果为依据（${quoted(match.text)}），请写明由谁审、多长时间审完。`,
    grade: ({ match, sentence }) =>
      stateAudit.test(match.text) ||
      !(otherReview.test(match.text) || /审定/u.test(match.text) || otherReview.test(sentence))
        ? {}
        : {
            severity: 'notice',
            nature: 'risk',
            advice: '写明审核机构由双方认可、审核期限和逾期未审结的处理，避免结算久拖不决。',
          },
  }),
  examples: {
    hits: [
      { text: '以区审计局审计结果为最终结算依据。', quote: '以区审计局审计结果为最终结算依据', says: '审计结果为依据' },
      { text: '第七条 工程价款最终以审计结论为准。', quote: '以审计结论为准' },
      { text: '余款待审计机关审计完成后支付。', says: '审计机关' },
      { text: '结算价以甲方委托的会计师事务所审计金额为准。', says: '由谁审' },
    ],
    nearMisses: [
      { text: '结算以双方委托的造价机构审核为准，60日内完成。' },
      { text: '乙方应当接受并配合审计机关的审计监督。' },
      { text: '双方不以审计机关的审计结果作为结算依据。' },
    ],
  },
};

const deposit = '(?:(?:投标|磋商|谈判|履约|质量|质保|工资|农民工工资)(?:工资)?保证金|质保金|履约担保金?)';
const refusesPaper =
  '(?:不(?:予)?(?:接受|认可|受理|采用|允许|使用|收取)[^。；，]{0,10}(?:保函|保险|非现金)|(?:保函|保险|担保)[^。；，]{0,14}(?:不予|不被|恕不|概不|不)(?:接受|认可|受理|采纳)|(?:不得|不能|不可)(?:以|用|采用|使用)[^。；，]{0,10}(?:保函|保险)|拒(?:收|绝接受)[^。；，]{0,8}(?:保函|保险))';
const eitherWay =
  /(?:或者?|、|及|也可|亦可)[^。；]{0,12}(?:保函|支票|汇票|本票|保险)|保函[^。；]{0,12}(?:或者?|、|均可|亦可|也可)|可以?[^。；]{0,12}保函|非现金/u;

const bySum = '(?:现金|现款|转账|转帐|电汇|汇款|汇入|汇至|存入|缴存|银行划转|银行汇款)';

const depositCash: Rule = {
  id: 'sme-deposit-cash',
  title: '保证金限定现金或转账',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '机关、事业单位和大型企业不得将保证金限定为现金，中小企业以金融机构保函提供保证的应当接受。',
  basis: [
    { law: regulation, article: '13' },
    { law: '政府采购法实施条例', article: '48' },
  ],
  advice: '写明可以支票、汇票、本票或者金融机构、担保机构出具的保函等非现金形式提交。',
  check: phrase({
    find: pattern(
      `${deposit}[^。；]{0,30}(?:须|必须|应当?|只能|仅能|仅限|限于?|仅以|仅接受|只接受|只收|一律|均|以|通过|采用)[^。；]{0,10}${bySum}|${deposit}[^。；]{0,40}${refusesPaper}|${refusesPaper}[^。；]{0,20}${deposit}|(?:现金|转账|电汇)[^。；，]{0,10}(?:缴纳|交纳|提交|存入|支付|缴存)[^。；，]{0,16}${deposit}`,
    ),
    when: ({ sentence, paragraph }) =>
      new RegExp(refusesPaper, 'u').test(sentence) ||
      (!eitherWay.test(sentence) && !/(?:可以?|允许|应当?接受)[^。；]{0,16}保函/u.test(paragraph.text)),
    unless: pattern('退还|返还|退回|无息|不[得应](?:将|限定|要求|仅|只|拒)|不(?:得)?限定|不强制'),
    message: ({ match }) => `保证金限定了现金或转账方式，没有允许保函：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '履约保证金须以现金转账缴纳。', says: '没有允许保函' },
      {
        text: '第九条 乙方应于签约前将履约保证金10万元一次性汇入甲方指定账户，履约保证金必须以电汇方式提交。',
        says: '电汇',
      },
      { text: '本项目投标保证金只能转账，不接受银行保函。', says: '保函' },
    ],
    nearMisses: [
      { text: '履约保证金可用银行保函。' },
      { text: '履约保证金应以转账、支票或者银行保函形式提交。' },
      { text: '质量保证金期满后应当以转账方式退还乙方。' },
      { text: '承租人应以转账方式支付租赁押金两个月租金。' },
    ],
  },
};

const works = pattern('工程|施工|承包|发包|建设|装修|改造|进场|竣工|开工');

const pays = /缴|交|支付|收取|提交|扣|存入|提供|汇|留/u;
const paid = pattern('缴|交(?:纳|齐|清|足|存|至|给)|预交|交付|支付|收取|提交|扣|存入|汇入');

const depositIllegal: Rule = {
  id: 'sme-deposit-illegal',
  title: '工程中收取法定四类以外的保证金',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['construction'],
  why: '工程建设中只能收取投标、履约、工程质量、农民工工资四类保证金，不得以任何形式收取其他保证金。',
  basis: [{ law: regulation, article: '13' }],
  advice: '删去该项保证金；相应管理要求改为违约责任或者并入履约保证金。',
  check: phrase({
    find: pattern(
      '(?:安全(?:文明)?(?:施工|生产)?|文明施工|廉政|廉洁|诚信|信誉|信用|进场|开工|工期|进度|资料|竣工资料|档案|农民工稳定|维稳|稳定|环保|环境保护|扬尘|治安|民扰|低价|合作|诚意|临时用电|渣土|管理|人员到岗|考勤|消防|防疫|信访|综合治理|社会治安|复绿|道路恢复|路面恢复|垃圾清运|土方|占道|交通|卫生|绿化|水电|用电|成品保护|实名制|结算|审计|协调|分包|节能|样板|节点)(?:归档|环保|责任|管理|治理|保障|履约|移交|控制|安全|恢复|保护|防治|清运|维护|施工|生产|目标|协调|配合|稳定|承诺){0,2}(?:风险)?(?:保证金|抵押金)|风险(?:抵押金|押金|保证金)|(?:施工|进场|工期|安全|质量|资料|水电|文明施工)押金|保留金',
    ),
    unless: pattern(
      '不得|取消|禁止|严禁|不收取|不(?:再|另行|再另行)?(?:收|缴|要求|设)|不以[^。；]{0,20}名义|无需|免交|免缴|退还已收|废止',
    ),
    when: ({ sentence, paragraph }, context) =>
      (pays.test(sentence) || (paragraph.region.kind === 'cell' && readingOf(context.document).says(paid))) &&
      (context.input.subKind === 'construction' || readingOf(context.document).says(works)),
    message: ({ match }) => `工程合同要求交纳${quoted(match.text)}，不在法定四类保证金之内。`,
  }),
  examples: {
    hits: [
      { text: '乙方缴纳安全文明施工保证金5万元。', quote: '安全文明施工保证金', says: '不在法定四类' },
      { text: '施工合同第十条 承包人进场前向发包人交纳廉政保证金2万元。', quote: '廉政保证金' },
      { text: '工程开工前，乙方应交风险抵押金10万元。', quote: '风险抵押金' },
    ],
    nearMisses: [
      { text: '乙方缴纳履约保证金（合同价5%）。' },
      { text: '甲方在工程中不得收取安全文明施工保证金。' },
      { text: '工程款中单列安全文明施工费，由甲方按期支付。' },
    ],
  },
};

const subcontractWhole: Rule = {
  id: 'proc-subcontract',
  yieldsTo: ['const-subcontract'],
  title: '允许转包、整体转让或任意分包',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '中标、成交供应商不得转让中标项目；分包须经采购人同意并限于非主体、非关键部分。',
  basis: [
    { law: '政府采购法', article: '48' },
    { law: '招标投标法', article: '48' },
  ],
  advice: '写明禁止转包；允许分包的，限定可分包的内容、比例、资质，并以甲方书面同意为前提。',
  check: phrase({
    find: pattern(
      '(?:可以?|有权|允许|同意|得以)[^。；，]{0,16}(?:转包|(?:整体|全部|整个)[^。；，]{0,8}(?:转让|分包|转交|委托)|再分包|再次分包|再行分包|自行分包)|(?:可以?|有权|允许|同意)[^。；，]{0,24}(?:分包|转让)[^。；]{0,16}(?:无需|无须|不需|不必|毋须|不经|不用)[^。；，]{0,8}(?:同意|批准|许可|告知|通知)|分包(?:事项)?(?:无需|不需|不必)[^。；，]{0,8}(?:同意|批准|许可)',
    ),
    unless: pattern('发包人|不得|禁止|严禁|未经|视为|否则|有权(?:解除|终止|追究)|解除合同|违约'),
    when: ({ sentence }) => !/经[^。；]{0,10}同意/u.test(withoutWaivers(sentence)),
    message: ({ match }) => `合同允许转包或任意分包：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '乙方可将服务整体转包给第三方。', quote: '可将服务整体转包', says: '允许转包' },
      { text: '第六条 乙方有权将本项目全部内容转交其关联公司实施。', says: '全部内容转交' },
      { text: '乙方对辅助工作自行安排，分包无需甲方同意。', quote: '分包无需甲方同意' },
    ],
    nearMisses: [
      { text: '经甲方书面同意，乙方可将非主体辅助部分分包。' },
      { text: '乙方不得转包，违反的甲方有权解除合同。' },
      { text: '未经采购人同意，供应商将项目全部转让的，采购人可以解除合同。' },
    ],
  },
};

export const supplierPayment: readonly Rule[] = [
  backToBack,
  fiscalArrival,
  auditBasis,
  depositCash,
  depositIllegal,
  subcontractWhole,
];

/** How a normative document is made: legality, meeting, publication, views, assessment. */
import { mentions, phrase, places, quoted } from '../../builders.ts';
import { columnsOf } from '../../columns.ts';
import { lackingMaterial, mentionsOf } from '../../materials.ts';
import { carriedOn } from '../../reviewing.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { economicActivity, outwardDuty } from '../../subjects.ts';
import { made } from './common.ts';

const organic = '地方各级人民代表大会和地方各级人民政府组织法';
const environment = '优化营商环境条例';
const fairness = '公平竞争审查条例';

const legalityWords = pattern(
  '合法(?:合规)?性(?:审查|审核)|法制(?:审核|审查)|(?:审核|审查)意见书?|法律审核|(?:司法局|司法(?:行政)?部门|司法所|法制(?:机构|办|科|部门)|法规[科处股])[^。；，]{0,6}(?:审核|审查)',
);
const failedReview = pattern(
  '(?:审查|审核)[^。；]{0,24}(?:不合法|不予通过|不通过|未通过|违法|不符合|相抵触|超越(?:法定)?(?:权限|职权))[^。；]{0,40}(?:仍|依然|照常|照样|继续|还是|依旧|直接)[^。；]{0,16}(?:提交|提请|上会|审议|讨论|报请|印发|报送|签发)',
);

const legalReview: Rule = {
  id: 'norm-legal-review',
  title: '规范性文件未经合法性审查',
  severity: 'high',
  nature: 'risk',
  kinds: ['normative'],
  why: '涉及个人、组织权利义务的规范性文件应当进行合法性审查，未经审查或者审查不通过的不宜提交审议。',
  basis: [
    { law: organic, article: '75' },
    { law: environment, article: '63' },
    { law: '外商投资法实施条例', article: '26' },
  ],
  advice: '送司法行政部门或者本单位法制机构补审，按审查意见修改后再提交审议。',
  traps: ['内部管理制度、会议纪要、人事任免、工作方案等只在内部执行的文件，不需要合法性审查。'],
  check: (context) => {
    if (!made(context)) return [];
    const failed = phrase({
      find: failedReview,
      unless: pattern('不得|已(?:按|根据)'),
      message: ({ match }) => `审查未通过而仍提请审议：${quoted(match.text, 60)}。`,
    })(context);
    if (failed.length > 0) return failed;
    const carried = carriedOn(context);
    if (carried) return [{ at: carried.at, message: `审查未通过而仍提请审议：${quoted(carried.said, 60)}。` }];
    return legalReviewLacking(context);
  },
  examples: {
    hits: [
      { text: '送审材料无审核意见。', says: '合法性审查' },
      { text: '停车管理办法直接提请区政府常务会议审议。', says: '没有提到' },
      { text: '养犬管理规定（草案）合法性审核结论为不合法，仍提请常务会议审议。', says: '未通过' },
      { text: '现将《集市管理办法（送审稿）》报请审议。\n附件：1.办法草案\n2.起草说明', says: '所列材料' },
    ],
    nearMisses: [
      { text: '附合法性审核意见书。' },
      { text: '机关内部管理制度送审，无合法性审核意见。' },
      { text: '规范性文件未经合法性审核的，不得提交集体审议。' },
      { text: '停车管理办法经区司法局合法性审查后，提请常务会议审议。' },
    ],
  },
};

const legalReviewLacking = lackingMaterial({
  name: '合法性审查意见',
  words: legalityWords,
  skipped: pattern(
    '(?:直接|径直|径行)(?:提交|提请|上报|报请|报送|报|印发|送|上)[^。；，]{0,20}(?:会议?|审议|政府|讨论|执行|各)|(?:起草|拟定|拟订)(?:完成)?后(?:即|便|就|直接)(?:印发|提交|提请|上会)',
  ),
  saidNature: 'unlawful',
});

const discussed = pattern(
  '常务会议?|全体会议|办公会议?|党政联席会议?|联席会议|局务会议?|党组会议?|党委会议?|党工委会?议?|班子会议?|主任会议|集体(?:讨论|研究|审议|决策)|会议(?:纪要|记录|审议|研究|讨论)|上会',
);

const undiscussed = lackingMaterial({
  name: '集体讨论的纪要或者记录',
  words: discussed,
  skipped: pattern(
    '(?:仅|只)(?:有|经|由|凭)?[^。；，]{0,14}(?:签批|签发|签字|审签|圈阅|批准|批示|同意)|(?:领导|局长|主任|镇长|区长|负责人|分管[^。；，]{0,6})(?:个人)?(?:直接)?(?:签批|签发|签字|批示|审签|圈阅|批准|同意)[^。；，]{0,4}(?:后|即|，)[^。；，]{0,6}(?:印发|发文|出台|下发|公布|实施)|(?:传签|会签|传阅)[^。；，]{0,6}后(?:直接)?(?:印发|发文|下发)',
  ),
  when: made,
  lists: ({ sentence }) => /送签|印发|发文|签发|签批|呈批|报签/u.test(sentence),
});

const ofRules = pattern('《[^《》]{2,40}(?:办法|规定|细则|规则)(?:（[^）]{1,6}）)?》');
/** The form of issue: 签发：主任签字. */
const signedAlone = lackingMaterial({
  name: '集体讨论的纪要或者记录',
  words: discussed,
  skipped: pattern(
    '(?:签发|签批|审批)(?:人|意见)?[：:]\\s*[^。；，：:]{0,12}(?:签字|签批|签名|同意|批准|签发)|由[^。；，]{0,8}(?:领导|负责人|局长|主任|镇长|区长)[^。；，]{0,4}(?:签发|签批)',
  ),
  when: (context) => made(context) && mentions(context, ofRules),
  lists: false,
});

const collective: Rule = {
  id: 'norm-collective',
  title: '规范性文件没有集体讨论决定',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '规范性文件应当集体讨论决定，政府的重大事项须经常务会议或者全体会议讨论；个人签批不能代替。',
  basis: [
    { law: organic, article: '75' },
    { law: organic, article: '78' },
  ],
  advice: '提交常务会议、部门办公会或者党政联席会讨论，附会议纪要或者记录后再印发。',
  traps: ['一般工作通知、转发文件不需要集体讨论。'],
  check: (context) => {
    const found = undiscussed(context);
    return found.length > 0 ? found : signedAlone(context);
  },
  examples: {
    hits: [
      { text: '仅有分管领导签批。', says: '集体讨论' },
      { text: '养犬管理办法由主要负责人签发后印发，未经局务会讨论。', quote: '局务会', says: '写明没有' },
      { text: '广告管理规定会签后直接印发。', says: '会签后直接印发' },
      { text: '| 送签材料 | 有无 |\n| 常务会议纪要 | 无 |', says: '写明没有' },
    ],
    nearMisses: [
      { text: '经区政府常务会议审议通过。' },
      { text: '附局务会会议纪要，由局长签发后印发。' },
      { text: '转发通知仅有分管领导签批。' },
    ],
  },
};

const concealed = pattern(
  '不予公开|内部掌握|内部印发|不得(?:对外|向社会|对社会)(?:公开|公布|发布)|(?:请勿|不得|严禁)(?:对外)?外传|不(?:对外|向社会|对社会|对公众)(?:公布|公开|发布)|此件不公开|(?:属性|方式|类别|选项)[：:]?\\s*(?:不公开|不予公开|依申请公开)|仅供内部|限内部使用|内部执行|不予公布|内部发放|不上网|内部资料|内部文件|不公布',
);
const notHidden =
  /(?:严禁|禁止|杜绝|防止|避免)[^。；，]{0,4}内部|不得(?!对外|向社会|对社会|外传|公开)|信息公开申请|依法不予公开|理由|发行|会议|举报人|投诉人|评审/u;
const delayed = pattern(
  '(?:印发|制定|出台|发布|签发)(?:已|后)?[^。；]{0,12}(?:[\\d一二三四五六七八九十两]+(?:个)?(?:多)?(?:工作日|日|天|月|年))[^。；]{0,20}(?:未|没有|仍未|尚未|才)[^。；，]{0,14}(?:公开|公布|发布|上网|挂网)',
);

const publication: Rule = {
  id: 'norm-publish',
  title: '规范性文件不公开或者未公布',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '涉及权利义务的规范性文件应当公布，未经公布的不得作为行政管理依据；主动公开的期限是20个工作日。',
  basis: [
    { law: organic, article: '75' },
    { law: environment, article: '64' },
    { law: '政府信息公开条例', article: '20' },
    { law: '政府信息公开条例', article: '26' },
  ],
  advice: '改为主动公开，在政府网站、公报公布；依法不公开的写明法定理由，并不再对外作为依据。',
  traps: ['依法定密的文件和纯内部管理制度，可以不对外公布。'],
  check: (context) => {
    if (!made(context) || mentions(context, pattern('国家秘密|定密|密级|涉密|商业秘密|个人隐私'))) return [];
    const outward = mentions(context, outwardDuty);
    // 此件不公开 stands alone on its line, as headings do.
    const [hidden] = places(context, concealed, (sentence) => !notHidden.test(sentence));
    if (hidden) {
      const message = `写明${quoted(hidden.match.text)}${outward ? '，而内容涉及公众的权利义务' : ''}。`;
      return [{ at: hidden.at, message, ...(outward && { severity: 'high' as const }) }];
    }
    const late = phrase({ find: delayed, message: ({ match }) => `没有及时公开：${quoted(match.text, 60)}。` })(
      context,
    );
    return late.length > 0 ? late.slice(0, 1) : publicationLacking(context);
  },
  examples: {
    hits: [
      { text: '内部印发，不对外公布。', says: '内部印发' },
      {
        text: '摊位管理办法\n第三条 商户应当每日保洁，不得占道。\n（此件不公开）',
        quote: '此件不公开',
        says: '权利义务',
      },
      { text: '停车规定印发已三个月，仍未在政府网站公开。', says: '没有及时公开' },
      { text: '| 送审单 | 内容 |\n| 公开属性 | 公开方式：不予公开 |', says: '不予公开' },
    ],
    nearMisses: [
      { text: '在区政府网站公布。' },
      { text: '机关值班制度，内部印发。' },
      { text: '本文件属国家秘密，不对外公布。' },
      { text: '（此件公开发布）' },
    ],
  },
};

const publicationLacking = lackingMaterial({
  name: '公布的记录',
  words: pattern(
    '(?:政府)?(?:网站|公报)[^。；，]{0,8}(?:公布|公开|发布|刊登)|(?:对外|向社会|主动)(?:公布|公开)|公布(?:于|文件|记录|情况)|公开记录',
  ),
  lists: false,
});

const consulted = pattern(
  '(?:企业|市场主体|经营主体|经营者|行业协会|协会|商会|商户|业户|利害关系人|协会商会)[^。；，]{0,12}(?:的)?(?:意见|座谈|建议)|(?:听取|征求|征询|走访)[^。；，]{0,16}(?:企业|协会|商会|市场主体|经营主体|经营者|商户|业户|利害关系人)|企业座谈会?|座谈会(?:记录|纪要)?',
);
const businessSpoke = pattern(
  '(?:企业|协会|商会|商户|经营者|业户)[^。；]{0,24}(?:提出|反映|反馈)(?:了)?[^。；]{0,14}(?:意见|建议|诉求|延长|降低|放宽|取消|简化|减免|增设|保留)',
);

const businessConsult: Rule = {
  id: 'norm-business-consult',
  title: '没有听取企业、行业协会意见',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '制定与生产经营密切相关的文件，应当充分听取市场主体、行业协会商会意见，并反馈采纳情况。',
  basis: [
    { law: environment, article: '62' },
    { law: fairness, article: '16' },
  ],
  advice: '补企业座谈会记录、协会书面意见和采纳反馈；公平竞争审查表也写明听取利害关系人意见的情况。',
  traps: ['依法需要保密的，可以不公开听取意见，但要说明。'],
  check: (context) => {
    if (!made(context)) return [];
    const answered = mentionsOf(context, pattern('采纳|吸收|反馈情况|答复|回应')).some(({ absent }) => !absent);
    const spoken = answered
      ? []
      : phrase({
          find: businessSpoke,
          unless: pattern('应当|可以|投诉|未提出|没有提出'),
          message: ({ match }) => `${quoted(match.text)}，没有采纳和反馈情况。`,
        })(context);
    if (spoken.length > 0) return spoken.slice(0, 1);
    const blank = unanswered(context);
    if (blank.length > 0) return blank;
    const lacking = consultLacking(context);
    return lacking.length > 0 ? lacking : onlyOffices(context);
  },
  examples: {
    hits: [
      {
        text: '《快递末端网点管理办法》送审\n| 提出单位 | 建议 | 采纳情况 |\n| 快递协会 | 保留临时停靠位 | |',
        says: '一栏空白',
      },
      { text: '产业扶持办法送审材料仅有部门会签意见。', says: '企业、行业协会' },
      { text: '餐饮油烟管理办法起草中未听取餐饮企业意见。', says: '写明没有' },
      { text: '快递协会提出延长过渡期的建议，送审材料未作说明。', says: '延长过渡期' },
      { text: '公平竞争审查表中，听取利害关系人意见一栏空白。', says: '写明没有' },
      { text: '《预制菜产业扶持办法》起草说明\n起草中征求了区财政局等六个部门的意见，均已会签。', says: '六个部门' },
    ],
    nearMisses: [
      { text: '附企业座谈会记录、协会书面意见和采纳情况表。' },
      { text: '值班制度送审材料仅有部门会签意见。' },
      { text: '起草单位应当听取企业和行业协会的意见。' },
    ],
  },
};

const secret = pattern('依法(?:需要)?保密|国家秘密|涉密');

/** A table of views whose column of what became of them is blank. */
function unanswered(context: RuleContext): Hit[] {
  if (!mentions(context, pattern('企业|协会|商会|商户|经营者'))) return [];
  return columnsOf(context, /采纳|反馈|处理|答复/u)
    .filter(({ rows, cells }) => rows > 0 && cells.length === 0)
    .slice(0, 1)
    .map(({ head: { id, text } }) => ({
      at: { block: id, from: 0, to: text.length },
      message: `企业、协会的意见没有采纳和反馈情况：${quoted(text)}一栏空白。`,
    }));
}

const consultLacking = lackingMaterial({
  name: '听取企业、行业协会意见的记录',
  words: consulted,
  needed: economicActivity,
  excused: secret,
});

/** A paper of the competition review is about business whatever its title says. */
const touchesBusiness = (context: RuleContext): boolean =>
  mentions(context, economicActivity) || mentions(context, pattern('公平竞争审查|商贸'));

/** The drafting tells whose views were asked, and only offices are among them. */
function onlyOffices(context: RuleContext): Hit[] {
  if (mentions(context, consulted) || mentions(context, secret) || !touchesBusiness(context)) return [];
  if (mentions(context, pattern('向社会(?:公开)?征求|公开征求|公众意见|社会公众|听证会'))) return [];
  return phrase({
    find: pattern(
      '(?:征求|听取|征询|收集)(?:了|过)?[^。；]{0,24}(?:部门|镇街|乡镇|街道|[局委办](?:等|、|意见)|单位|科室|处室|内部)[^。；]{0,12}(?:意见|建议|会签)|(?:仅|只)(?:在)?[^。；，]{0,8}(?:内部|部门|科室|单位)[^。；，]{0,8}(?:征求|听取|会签)',
    ),
    unless: pattern('应当|必须|须|可以|不得'),
    message: ({ match }) => `${quoted(match.text, 60)}，没有听取企业、行业协会的意见。`,
  })(context).slice(0, 1);
}

const assessment: Rule = {
  id: 'norm-assessment-missing',
  title: '没有评估论证材料',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '县级以上政府制定涉及权利义务的规范性文件，应当依照法定权限和程序进行评估论证。',
  basis: [{ law: organic, article: '75' }],
  advice: '补起草说明或者评估报告，写明必要性、可行性、主要依据和对公众、市场的影响。',
  traps: ['起草说明已论证必要性、可行性的，就是评估论证材料；转发文件和文字修改不需要。'],
  check: lackingMaterial({
    name: '评估论证材料（起草说明或者评估报告）',
    words: pattern(
      '影响评估|评估(?:论证|报告|情况|材料)?|论证(?:报告|材料|意见|情况)?|必要性|可行性|起草说明|制定说明|影响分析',
    ),
    when: made,
  }),
  examples: {
    hits: [
      { text: '送审材料只有文件草案和发文稿纸。', says: '评估论证' },
      { text: '区政府犬只管理办法未作评估论证即提请审议。', says: '写明没有' },
      { text: '卷内材料：办法草案、部门会签意见、合法性审查意见。', says: '所列材料' },
    ],
    nearMisses: [
      { text: '起草说明载明必要性、可行性、主要依据和影响评估。' },
      { text: '转发省政府通知，送审材料只有文件草案。' },
      { text: '各支行应当评估系统运行效果，对评估中发现的缺陷及时改进。' },
      { text: '对取消开户许可的可行性进行评估，并视情况优化系统。' },
      { text: '卷内材料：办法草案、起草说明、合法性审查意见。' },
    ],
  },
};

export const making: readonly Rule[] = [legalReview, collective, publication, businessConsult, assessment];

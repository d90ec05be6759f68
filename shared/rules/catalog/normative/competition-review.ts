/** Fair competition review: whether it was done, and how long an exception lasts (公平竞争审查条例 12–18). */
import { mentions, phrase, quoted } from '../../builders.ts';
import { lackingMaterial, mentionsOf } from '../../materials.ts';
import { pattern } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import { economicActivity } from '../../subjects.ts';
import { isStatute, made } from './common.ts';

const fairness = '公平竞争审查条例';

const otherSteps = '(?:合法性审[核查]|集体讨论|公开征求意见|廉洁性评估|起草说明|征求意见情况)';
/** Papers that accompany a draft, of which a fair competition review should be one. */
const draftPapers =
  '(?:起草说明|会签单|征求意见|座谈会记录|法律顾问意见|合法性审[核查](?:意见|报告|结论)|廉洁性评估|企业名单)';
const touched = pattern(`${economicActivity.source}|准入|网点|布点|经营|托管机构|投放|市场`);

/** 已通过合法性审核，现予印发; 附件：2.合法性审核意见: the steps that were taken, told without this one. */
const reviewedOtherwise = [
  `(?:已|业经|经)[^。；]{0,40}${otherSteps}[^。；]{0,50}(?:现予|现印发|印发|施行|实施|发布|公布)`,
  `^\\s*(?:附件?|所附材料|附送材料)\\s*[：:][^。]{0,60}${draftPapers}`,
  `(?:报送|呈报|报请|提交|送审|呈送)[^。；]{0,44}[，,]?附[^。；]{0,24}${draftPapers}`,
  '已(?:在?[^。；，]{0,6}公示|征求[^。；，]{0,10}意见|听取[^。；，]{0,10}意见)[^。；]{0,6}(?:并|且|，)[^。；，]{0,10}(?:审核|审查|把关|会签|论证)',
  '^\\s*(?:附件?)?\\s*[：:]?\\s*\\d?\\s*[.、．：:]?\\s*(?:合法性审[核查]意见|廉洁性评估报告|起草说明|征求意见情况)[^。；，]{0,8}[。；]?\\s*$',
].join('|');

const competitionReview: Rule = {
  id: 'norm-fcr-missing',
  title: '没有公平竞争审查结论',
  severity: 'high',
  nature: 'risk',
  kinds: ['normative'],
  why: '涉及经营者经济活动的政策措施应当经公平竞争审查，未经审查的不得出台；政府文件由市场监管部门会同起草单位审查。',
  basis: [
    { law: fairness, article: '18' },
    { law: fairness, article: '13' },
    { law: fairness, article: '14' },
    { law: '反垄断法', article: '5' },
  ],
  advice: '政府出台的，起草单位初审后送市场监管部门会审；部门出台的，由起草单位自审；结论附卷后再出台。',
  traps: ['内部管理、人事任免等不涉及经营者的文件，不需要公平竞争审查。'],
  check: lackingMaterial({
    name: '公平竞争审查结论',
    words: pattern(
      '公平竞争|竞争审查|市场监(?:督)?管(?:理)?(?:部门|局)[^。；，]{0,8}(?:审查|会审|复审|审核)(?:意见|结论)?',
    ),
    needed: touched,
    skipped: pattern(reviewedOtherwise),
    excused: pattern(
      '不涉及[^。；，]{0,12}(?:经营者|市场主体|经营主体|经济活动|公平竞争)|(?:无需|不需要?)(?:进行|开展)?公平竞争审查|不属于[^。；，]{0,8}(?:公平竞争审查|政策措施)',
    ),
    when: made,
    saidNature: 'unlawful',
  }),
  examples: {
    hits: [
      { text: '区政府产业扶持办法送审，卷内无公平竞争审查材料。', quote: '公平竞争', says: '公平竞争' },
      { text: '农贸市场管理办法送审材料目录：草案、起草说明、合法性审核意见。', says: '所列材料' },
      {
        text: '临川镇商贸企业奖励办法（送审稿）\n第一条 对新开业企业奖励五万元。\n第二条 企业应当如实申报。\n送审材料：草案、起草说明。',
        says: '所列材料',
      },
      { text: '《砂石企业准入办法》已公开征求意见并通过合法性审核，现予印发。', says: '没有提到' },
      { text: '招商奖补办法只有起草单位初审，未经区市场监管局审查。', says: '市场监管局' },
      { text: '| 材料 | 情况 |\n| 网约车管理办法草案 | 已附 |\n| 公平竞争审查表 | 缺 |', says: '写明没有' },
    ],
    nearMisses: [
      { text: '区政府文件，附起草单位初审意见和区市场监管局公平竞争审查意见。' },
      { text: '机关考勤办法送审，未作公平竞争审查。' },
      { text: '未经公平竞争审查的政策措施，不得出台。' },
    ],
  },
};

const exceptionWords = pattern(
  '（例外）|例外(?:规定|条款|情形|情况)|适用[^。；，]{0,10}例外|公平竞争[^。；]{0,20}例外|例外[^。；]{0,12}(?:适用|审查)',
);
const limited = pattern(
  '实施期限|终止条件|有效期|期限(?:为|自|至|届满)|截至|届满|至20\\d\\d年|[\\d一二三四五两]+(?:年|个月)(?:内|后|止|$|[。；，])|终止(?:实施|执行)',
);
const endless = pattern(
  '期限[：:为是]?[^。；，]{0,4}(?:长期|永久|不限|无限)|长期(?:适用|有效|执行|实施)|永久|无(?:固定)?期限|不设期限|一直(?:适用|执行)',
);
const reasoned = pattern('理由|说明|论证|阐述');

const competitionException: Rule = {
  id: 'norm-fcr-exception',
  title: '适用公平竞争例外而无期限或者说明',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '适用例外须能确定合理的实施期限或者终止条件，并在审查结论中详细说明；长期适用等于没有例外可言。',
  basis: [
    { law: fairness, article: '12' },
    { law: fairness, article: '17' },
  ],
  advice: '写明适用哪一项例外、为什么没有影响更小的方案，以及实施期限或者终止条件，到期评估。',
  traps: ['一般行文中的“无例外”“特殊情形除外”，与公平竞争审查的例外无关。'],
  check: (context) => {
    const about = mentions(
      context,
      pattern('公平竞争|竞争审查|排除、限制竞争|影响竞争|本地优先|（例外）|例外(?:规定|条款)|适用[^。；，]{0,10}例外'),
    );
    if (!about || isStatute(context)) return [];
    const stands = (words: ReturnType<typeof pattern>): boolean =>
      mentionsOf(context, words).some(({ absent }) => !absent);
    const forever = mentions(context, endless);
    const lacks = [
      ...(forever || !stands(limited) ? ['实施期限或者终止条件'] : []),
      ...(stands(reasoned) ? [] : ['详细说明']),
    ];
    if (lacks.length === 0) return [];
    return phrase({
      find: exceptionWords,
      unless: pattern(
        '(?:无|没有|概无|毫无|不得有)例外|(?:未|不|没有|无需|无须)(?:再)?(?:涉及|适用|属于|存在|援引|引用|构成)[^。；，]{0,10}例外|(?:应当?|须|必须)(?:写明|确定|说明|设定|明确|载明|限定|论证|规定|评估)|不适用例外',
      ),
      message: ({ match }) => `${quoted(match.text)}，没有${lacks.join('和')}${forever ? '，反而写明长期适用' : ''}。`,
    })(context).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '本办法长期适用（例外）。', says: '长期适用' },
      { text: '第九条 适用公平竞争审查例外规定，对本区农产品给予运费补贴。', says: '实施期限' },
      { text: '审查表\n一、审查结论：影响竞争，适用第十二条例外；\n二、实施期限：长期。', says: '长期' },
      { text: '审查结论：属于节约能源的例外情形，可以出台。\n公平竞争审查表', says: '详细说明' },
    ],
    nearMisses: [
      { text: '本办法实施期限两年，审查结论已说明理由。' },
      { text: '公平竞争审查结论：适用例外规定第三项，实施期限至2028年12月31日，理由详见说明。' },
      { text: '所有商户一律遵守，没有例外。' },
      { text: '经公平竞争审查，本文件不涉及例外规定，有效期五年。' },
    ],
  },
};

export const competitionReviews: readonly Rule[] = [competitionReview, competitionException];

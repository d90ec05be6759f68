/** How the parties reach each other, and signing by electronic means. */
import { clauseOf } from '../../around.ts';
import { absentParts, mentions, phrase, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { settingOf } from '../../rule.ts';
import type { Hit, Rule, RuleContext, Setting } from '../../rule.ts';
import { contractTotal } from './common.ts';
import { contractDays, isUnfilled, settles } from './whole.ts';

const contacts: readonly Part[] = [
  ['联系人', pattern('联系人|联络人|联系人员|项目负责人[：:]|收件人')],
  ['地址', pattern('地\\s*址|住\\s*所[：:]|住\\s*址|通讯处|通信地址')],
  ['电话', pattern('电\\s*话|手\\s*机|传\\s*真|联系方式|联系号码')],
  ['电子邮箱', pattern('邮\\s*箱|电子邮件|[Ee]-?mail|邮件地址|微信号')],
];
const delivery = pattern(
  '送达|通知[^。；]{0,24}(?:书面|地址|发出|寄|邮|视为)|(?:地址|联系方式|联系人)[^。；]{0,16}(?:变更|变动|改变|更换)|(?:变更|变动|更换)[^。；]{0,16}(?:地址|联系方式|联系人)',
);
const atOnce = pattern(
  '当场(?:结清|付清|交付)|即时(?:结清|清结)|钱货两清|银货两讫|一手交钱|现款现货|货到付款|签订当日[^。；]{0,10}(?:付清|结清)',
);

const largeSum: Setting = { key: 'notice-large-wan', title: '须有送达规则的合同金额（万元）', value: 100 };
const year = 366;

const noticeClause: Rule = {
  id: 'notice-clause',
  title: '缺少联系方式或者送达规则',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '解除、催告、异议都以通知到达对方为准；没有地址和联系人，发出的通知送到了没有说不清。',
  basis: [
    { law: '民法典', article: '565' },
    { law: '民法典', article: '509' },
  ],
  advice: '补写双方地址、联系人、电话和电子邮箱，约定变更应提前通知，按所留地址寄出几日后视为送达。',
  traps: ['小额、当场结清的交易不必约定送达。', '首部或者落款已列明地址和电话的，联系方式齐备。'],
  settings: [largeSum],
  check: (context) => {
    if (!settles(context, 5) || mentions(context, atOnce) || isUnfilled(context)) return [];
    const absent = absentParts(context, contacts);
    if (contacts.length - absent.length < 2) {
      return mentions(context, pattern('送达(?:地址|方式|条款)'))
        ? []
        : [{ at: null, missing: 'contacts', message: `全文没有双方的${absent.join('、')}，也没有送达规则。` }];
    }
    return deliveryHit(context);
  },
  examples: {
    hits: [
      {
        text: '甲方：云州市临河区文化馆\n乙方：青麓布展有限公司\n第一条 乙方布置展厅，总价12万元。\n第二条 验收后十日内支付。\n第三条 逾期的支付违约金。',
        says: '联系人、地址、电话',
      },
      { text: '委托方委托受托方编制规划，费用30万元，分两期支付，期限六个月，违约的赔偿损失。' },
      {
        text: '甲方地址：临河路1号，电话：0550-1234567\n乙方地址：青麓路8号，电话：0550-7654321\n服务期限三年，合同总价360万元，按月支付，违约的赔偿损失。',
        says: '按本单位设定的100万元',
      },
    ],
    nearMisses: [
      {
        text: '甲方委托乙方保洁，服务费12万元，按季支付，违约的赔偿损失。\n第十四条 双方送达地址如下：甲方临河路1号，联系人王某。',
      },
      { text: '甲方向乙方购买书架两组，总价900元，当场结清，质量符合国家标准。' },
      { text: '甲方地址：临河路1号，电话：0550-1234567\n服务期限一年，合同总价6万元，按月支付，违约的赔偿损失。' },
      { text: '第三条 合同总价12万元。' },
    ],
  },
};

/** A large contract that runs for years needs rules of delivery, not only addresses. */
function deliveryHit(context: RuleContext): Hit[] {
  const total = contractTotal(context);
  const limit = settingOf(context, largeSum);
  if (!total || total.fen < limit * 1_000_000 || (contractDays(context) ?? 0) <= year || mentions(context, delivery))
    return [];
  return [
    {
      at: null,
      missing: 'delivery',
      severity: 'notice',
      message: `合同金额较大（按本单位设定的${limit}万元）且履行期超过一年，没有通知送达和地址变更的规则。`,
    },
  ];
}

const electronic = '(?:电子签[名章字署约]|数据电文|电子(?:送达|文书|形式|方式|合同|通知|印章|文本)|线上签(?:署|约|订))';
const barred =
  '(?:收养|婚姻|离婚|结婚|继承|遗嘱|遗赠|停(?:止)?(?:供|用)?(?:应)?(?:水|热|气|电|暖|燃气)|停供|(?:中止|停止|中断|暂停|切断)[^。；，]{0,4}供?(?:应)?(?:自来)?(?:水|热|气|电|暖|燃气))';

const electronicBarred = phrase({
  find: pattern(`${barred}[^。；]{0,30}${electronic}|${electronic}[^。；]{0,30}${barred}`),
  unless: pattern(
    '不适用|除外|不采用|不使用|另行书面|(?:采用|使用|改用|以|须|应当?|一律|出具|送达|仍)[^。；，]{0,8}纸质|纸质(?:文本|文书|方式|形式)?(?:送达|签署|签订|办理|签名|盖章|为准)',
  ),
  negatable: true,
  message: ({ match }) => `把不适用电子签名规定的文书约定为电子形式：${quoted(match.text)}。`,
});

const conditions: readonly Part[] = [
  ['签署平台', pattern('平台|系统|e签宝|法大大|上上签|小程序|APP')],
  ['认证方式', pattern('可靠(?:的)?电子签[名章]|认证|CA|数字证书|实名|人脸|验证码|电子签名法')],
  ['签署人权限', pattern('授权|权限|法定代表人|签署人|代理人|可靠(?:的)?电子签[名章]')],
];

const electronicSigning = phrase({
  find: pattern(
    '(?:采[用取]|使用|以|通过|用|可)[^。；，]{0,10}电子(?:签[名章字署]|印章|合同|方式|形式)[^。；，]{0,12}(?:签署|签订|订立|签字|盖章|签约|生效)?|(?:本合同|协议|双方)[^。；，]{0,20}(?:电子签[署约名章]|线上签[署约订]|在线签[署约订])|加?盖[^。；，]{0,6}电子(?:印章|公章|签章)|(?:同意|约定|商定|可以?|采[用取]|通过)[^。；，]{0,8}(?:线上|在线|网上|远程)签[署约订]',
  ),
  unless: pattern(
    '发票|投标|开标|可靠(?:的)?电子签[名章]|报名|保函|送达|支付|(?:不|未|无)(?:得|再|宜|予)?(?:采用|采取|使用|适用|以|通过|接受|支持|认可|允许)[^。；，]{0,8}(?:电子|线上|在线)',
  ),
  negatable: true,
  when: ({ sentence, at }, context) =>
    /签[署订约字名章完]|订立|生效|盖章|效力/u.test(sentence) &&
    !/线下/u.test(clauseOf(context, at).text) &&
    !new RegExp(barred, 'u').test(sentence) &&
    absentParts(context, conditions).length > 1,
  message: ({ match }, context) =>
    `约定${quoted(match.text)}，没有写明${absentParts(context, conditions).join('、')}。`,
});

const signElectronic: Rule = {
  id: 'sign-electronic',
  title: '电子签名的范围或者条件有问题',
  severity: 'notice',
  nature: 'risk',
  kinds: ['contract'],
  why: '婚姻、收养、继承和停止供水供热供气等文书不适用电子签名；其他文书要有可靠的电子签名才与手写签名、盖章同等效力。',
  basis: [
    { law: '电子签名法', article: '3' },
    { law: '电子签名法', article: '13' },
  ],
  advice: '停供、人身关系文书改用纸质签名盖章；采用电子签署的，写明平台、认证机构、签署人授权和原件的保存。',
  traps: ['写明采用可靠的电子签名的，已满足条件。', '线下签字盖章的合同不涉及这一问题。'],
  check: (context) => [...electronicBarred(context), ...electronicSigning(context)],
  examples: {
    hits: [
      { text: '停水通知书采用电子签名送达。', says: '不适用电子签名规定' },
      { text: '第七条 停止供热的通知以数据电文形式发出即视为送达。' },
      { text: '第二十条 本合同采用电子签章方式签订，自双方签章之日起生效。', says: '没有写明签署平台' },
      { text: '双方同意继承公证文书以电子签名方式签署。' },
      { text: '收养协议由当事人在手机上以电子签名签订，与纸质文本效力相同。' },
      { text: '本合同由双方加盖电子印章，签完即发生效力。' },
    ],
    nearMisses: [
      { text: '双方同意采用可靠电子签名签署本合同。' },
      { text: '停水通知书以纸质送达，不采用电子形式。' },
      { text: '本合同经双方在云州市电子合同平台实名认证，由法定代表人授权的签署人采用电子签章签订。' },
      { text: '乙方开具电子发票，合同由双方签字盖章后生效。' },
    ],
  },
};

export const noticeRules: readonly Rule[] = [noticeClause, signElectronic];

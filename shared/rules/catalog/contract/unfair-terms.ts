/** General terms that do not hold: exemption for injury, sole interpretation, private fines. */
import { phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

const injury: Rule = {
  id: 'exempt-injury',
  title: '预先免除人身损害责任',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '造成对方人身损害的免责条款无效；双方内部的责任分担也不能对抗受害人。',
  basis: [
    { law: '民法典', article: '506' },
    { law: '民法典', article: '1193' },
  ],
  advice: '改为按过错承担责任，并约定投保（雇主责任、意外伤害）和现场安全职责。',
  check: phrase({
    find: pattern('(?:人身伤害|人身损害|人身伤亡|人员伤亡|人身安全|伤亡|伤残|工伤|安全事故|意外事故)'),
    also: [
      pattern(
        '概不(?:负责|承担)|不承担任何(?:经济|法律|赔偿|连带)?(?:和?法律)?责任|不负任何责任|免除(?:一切|全部)责任|与甲方无关|一切责任(?:均)?由(?:乙方|承包人|承租人|供应商)|全部责任(?:均)?由(?:乙方|承包人|承租人|供应商)',
      ),
    ],
    unless: pattern('过错|原因除外|依法承担|不可抗力|除外|自身原因|故意'),
    message: ({ sentence }) => `对人身损害预先免责：${quoted(sentence, 60)}`,
  }),
  examples: {
    hits: [
      { text: '施工期间发生人员伤亡，无论何种原因，甲方概不承担任何责任。', quote: '人员伤亡', says: '预先免责' },
      { text: '第九条 乙方人员在服务期间发生工伤或意外事故，一切责任由乙方承担，与甲方无关。', says: '与甲方无关' },
      { text: '承租期内发生安全事故的，出租人不负任何责任。', quote: '安全事故' },
    ],
    nearMisses: [
      { text: '乙方自行负责其作业人员安全并投保；因甲方过错造成的损害由甲方依法承担。' },
      { text: '乙方应当为作业人员购买意外伤害保险，防止人身伤害。' },
      { text: '因不可抗力造成人员伤亡的，双方不承担任何责任。' },
    ],
  },
};

const interpretation: Rule = {
  id: 'form-interpretation',
  title: '单方解释权',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '格式条款有两种以上解释的，应当作出不利于提供方的解释；“最终解释权”不能改变这一规则。',
  basis: [
    { law: '民法典', article: '498' },
    { law: '民法典', article: '497' },
  ],
  advice: '删去单方解释权，改为“理解不一致的，双方协商确定；协商不成的按争议解决条款处理”。',
  check: phrase({
    find: pattern(
      '(?:最终)?解释权[^。；，]{0,6}(?:归|属于?|由|为)[^。；，]{0,10}(?:甲方|乙方|出租(?:方|人)|采购(?:方|人)|发包(?:方|人)|主办方|本公司)|以(?:甲方|乙方|采购人|出租人)(?:的)?解释为准',
    ),
    unless: pattern('双方共同|共同解释|不得'),
    message: ({ match }) => `约定由一方解释合同：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '本合同最终解释权归甲方所有。', quote: '最终解释权归甲方', says: '由一方解释' },
      { text: '第二十条 对服务标准理解不一致的，以采购人的解释为准。', quote: '以采购人的解释为准' },
      { text: '附件中的考核细则，解释权属于乙方。', quote: '解释权属于乙方' },
    ],
    nearMisses: [
      { text: '对本合同理解不一致的，双方协商确定。' },
      { text: '本合同的解释权归甲乙双方共同享有。' },
      { text: '投标文件与招标文件不一致的，以招标文件为准。' },
    ],
  },
};

const limitation: Rule = {
  id: 'limitation-waiver',
  title: '排除或变更诉讼时效',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '诉讼时效的期间、计算方法由法律规定，当事人约定无效；预先放弃时效利益也无效。',
  basis: [{ law: '民法典', article: '197' }],
  advice: '删去该约定；需要保留权利的，在时效期间内书面催收或者另行确认债务。',
  check: phrase({
    find: pattern(
      '(?:不受|放弃|排除|不适用)[^。；，]{0,10}(?:诉讼)?时效(?:利益|抗辩|的?限制|期间)?|诉讼时效(?:期间)?[^。；，]{0,6}(?:延长|缩短|约定)?(?:为|至)[^。；，]{0,8}(?:\\d+|[一二三四五六七八九十]+)(?:年|个月)',
    ),
    also: [pattern('时效')],
    unless: pattern('法律规定的?诉讼时效|依法|行政处罚|追溯'),
    negatable: true,
    message: ({ match }) => `约定改变诉讼时效：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '双方同意本债务不受诉讼时效限制。', quote: '不受诉讼时效限制', says: '诉讼时效' },
      { text: '第八条 乙方放弃诉讼时效抗辩。', quote: '放弃诉讼时效抗辩' },
      { text: '本合同项下债权的诉讼时效期间延长为十年。', says: '延长为十年' },
    ],
    nearMisses: [
      { text: '债权人可在诉讼时效期间内随时主张。' },
      { text: '甲方的催告不得视为放弃诉讼时效利益。' },
      { text: '诉讼时效依法为三年，本条不作变更。' },
    ],
  },
};

const privateFine: Rule = {
  id: 'penalty-fine-word',
  title: '合同当事人之间约定罚款',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  why: '罚款是行政处罚，只能由有处罚权的机关依法作出；平等主体之间只能约定违约金。',
  basis: [
    { law: '行政处罚法', article: '17' },
    { law: '行政处罚法', article: '9' },
    { law: '民法典', article: '585' },
  ],
  advice: '把“罚款”统一改为“违约金”或“扣减服务费”，写明计算方法和上限。',
  check: phrase({
    find: pattern(
      '(?:处以|可处|予以|给予|并|可|将|应|被|甲方|每次|每处|每项|每人次|每起|扣除?|收取)[^。；，]{0,6}罚款[^。；，]{0,4}(?:\\d|人民币|[一二三四五六七八九十百千]+元|合同|服务费|月)|罚款\\s*(?:人民币)?\\s*\\d+(?:\\.\\d+)?\\s*万?元|罚款[一二三四五六七八九十百千]+元|(?:处以?|罚|扣罚|罚没|予以|并处|给予)[^。；，]{0,4}(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十百千]+)\\s*万?元(?:人民币)?(?:的)?[^。；，]{0,8}罚款|(?:\\d|[一二三四五六七八九十百千])万?元(?:的)?罚款|(?:缴纳|支付|加收|收取|交纳|计收|承担)[^。；，]{0,14}滞纳金|滞纳金[^。；，]{0,6}(?:按|为|每[日天])|(?:没收|罚没)[^。；，]{0,8}(?:违法所得|货物|产品|工具|设备|收入|材料|所得)|(?:甲方|采购人|出租[人方]|发包[人方]|委托[人方])[^。；，]{0,12}(?:处罚|罚款)',
    ),
    unless: pattern(
      '罚款额|挂钩|主管部门|行政机关|有关部门|执法|公安|交警|税务|市场监管|环保部门|城管|依法处|被[^。；]{0,10}处罚|《|政府部门|滞纳金(?:由|等)|(?:税[费款务收]|社保|社会保险|水费|电费|燃气费|违章|年检|规费)[^。；]{0,20}滞纳金|行政处罚|处罚决定',
    ),
    negatable: true,
    message: ({ match }) => `合同约定一方对另一方${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '乙方每缺岗一人次，甲方罚款500元。', says: '罚款500' },
      { text: '卫生检查不合格的，每处罚款200元，从当月服务费中扣除。', says: '罚款200' },
      { text: '第七条 承租人擅自改变用途的，出租人可处以罚款人民币2000元。', says: '罚款' },
    ],
    nearMisses: [
      { text: '乙方每缺岗一人次，扣减当月服务费500元，作为违约金。' },
      { text: '乙方违反环保规定被主管部门处以罚款5万元的，由乙方自行承担。' },
      { text: '甲方不得对乙方罚款500元或者以其他名义扣款。' },
    ],
  },
};

export const generalTerms: readonly Rule[] = [injury, interpretation, limitation, privateFine];

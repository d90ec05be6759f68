/** Acceptance by silence. */
import { phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

const accepting = '(?:验收|异议|答复|回复|确认|反馈|审核|提出意见|书面意见|表示)';
const acceptDeemed: Rule = {
  id: 'accept-deemed',
  title: '逾期不答复视为验收合格',
  severity: 'notice',
  nature: 'risk',
  kinds: ['contract'],
  why: '默示验收条款不违法，但采购人内部流程稍慢就会丧失对质量和数量提出异议的机会。',
  basis: [
    { law: '民法典', article: '621' },
    { law: '政府采购法实施条例', article: '45' },
  ],
  advice: '改为书面验收并设合理期限，逾期的先书面催告，催告后仍不答复的再视为合格；同时注意按期组织验收。',
  check: phrase({
    find: pattern(
      `(?:未|不|逾期|无)[^。；]{0,26}${accepting}[^。；]{0,14}(?:视为|即为|视同|默认)[^。；，]{0,14}(?:合格|通过|认可|同意|接受|确认|无异议|完成)|(?:逾期|未)[^。；，]{0,8}(?:视为|视同|默认)[^。；，]{0,8}(?:合格|通过|认可)`,
    ),
    unless: pattern('催告|试运行期满|视为不|视为乙方|视为供方|视为承包人|视为放弃|书面通知后仍|再次通知'),
    when: ({ match, sentence }) =>
      /验收|合格|交付|收货|货物|成果|产品|质量|检验|服务|设备|工程/u.test(sentence) &&
      !/(?:乙方|供应商|供方|卖方|承包人|承包方|受托人)(?:在|于|应|收到)?[^。；，]{0,22}$/u.test(
        before(sentence, match.text),
      ) &&
      !/结算|决算/u.test(sentence),
    message: ({ match }) => `约定不作表示即视为认可：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '甲方3日内未验收视为合格。', quote: '未验收视为合格', says: '视为认可' },
      { text: '采购人收到成果后十日内不提出异议的，视为成果通过验收。', says: '视为认可' },
      { text: '第七条 货物送达后，甲方逾期未书面答复，即视为验收合格。', quote: '逾期未书面答复，即视为验收合格' },
    ],
    nearMisses: [
      { text: '甲方10日内组织验收并出具验收书。' },
      { text: '甲方逾期未验收的，乙方应书面催告，催告后十日内仍不验收的视为合格。' },
      { text: '乙方收到整改通知后三日内未提出异议的，视为同意甲方的服务质量认定。' },
      { text: '发包人逾期未答复的，视为认可竣工结算文件。' },
    ],
  },
};

/** The words of a sentence before a stretch of it. */
function before(sentence: string, part: string): string {
  return sentence.slice(0, Math.max(0, sentence.indexOf(part)));
}

export const acceptanceRules: readonly Rule[] = [acceptDeemed];

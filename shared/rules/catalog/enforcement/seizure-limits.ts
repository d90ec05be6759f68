/** Who pays for a seizure and what may be seized (行政强制法 articles 22, 23, 25, 26). */
import { mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule } from '../../rule.ts';
import { eachPlace, statementsOf } from './case-file.ts';

const law = '行政强制法';
const seizing = pattern('扣押|查封|暂扣|扣留|被扣');

const fees = '(?:保管|停车|停放|仓储|存放|寄存|看管|拖车|拖移|拖运|清障|吊装|搬运|检测|检验|鉴定|检疫|占地)';
const charged = pattern(
  `${fees}(?:保管)?(?:、${fees})*(?:等)?(?:费用?|的?费|等费用)|(?:保管|扣押|查封|停车)(?:期间)?(?:发生)?的?(?:一切|全部|各项|相关)?费用?`,
);
const payer =
  '(?:当事人|你(?:单位|公司|户)?|车主|货主|违法(?:行为人|者|当事人|单位)|被扣押人|被查封人|物主|所有人|持有人|经营者|商户|相对人|本人|自行|其|行为人|个人|摊主|业主|被处罚人)';
const payerPays = new RegExp(
  `${payer}[^。；]{0,14}(?:承担|缴|交|支付|负担|付|结清|自理|自负)|(?:向|由|对|从)[^。；，]{0,6}${payer}[^。；]{0,8}(?:收取|收|承担|缴|扣除)|(?:缴清|交清|付清|结清|缴纳|交纳|支付|交齐|缴齐|付)[^。；]{0,20}(?:后|方可|才|再)[^。；]{0,8}(?:领取|领回|放行|取车|返还|发还|解除|退还|取回|提车)|(?:领取|领回|放行|取车|返还|发还|解除|退还|取回|提车)[^。；]{0,16}(?:前|时|须|应|需|先)[^。；]{0,10}(?:缴|交|付|结清)|自(?:理|负|行承担)`,
  'u',
);
const officePays =
  /(?:本机关|行政机关|本局|我局|机关|财政|执法机关|扣押机关|查封机关|执法部门|局)[^。；，]{0,10}(?:承担|负担|支付|列支)|(?:不|未|无须|无需|不得|禁止|严禁|免)[^。；，]{0,10}(?:收取|承担|缴|交|负担|收费)/u;

const seizeFee: Rule = {
  id: 'enf-seize-fee',
  title: '让当事人负担查封扣押的费用',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement', 'normative'],
  why: '因查封、扣押发生的保管费用由行政机关承担，检测、检验、检疫、鉴定的费用也由行政机关承担，不能以缴费作为放行条件。',
  basis: [
    { law, article: '26' },
    { law, article: '25' },
  ],
  advice: '删除向当事人收取保管、停车、拖车、检测鉴定等费用的内容；已经收取的退还。',
  traps: ['代履行的费用依法由当事人承担。', '通知领取后逾期不领的保管费，是另一回事。'],
  check: phrase({
    find: charged,
    unless: pattern('代履行|不得(?:向|收)|由(?:行政机关|本机关|本局|我局|扣押机关)承担'),
    when: (place, context) => {
      if (!mentions(context, seizing) || officePays.test(place.sentence)) return false;
      return payerPays.test(place.sentence);
    },
    message: ({ sentence, match }) => `${quoted(match.text)}要当事人负担：${quoted(sentence.trim())}。`,
    grade: ({ sentence }) =>
      /逾期(?:不|未)领|(?:通知|解除)[^。；]{0,16}(?:后|之日起)[^。；]{0,16}(?:不|未)[^。；]{0,4}(?:领|取)/u.test(
        sentence,
      )
        ? { severity: 'notice', nature: 'risk' }
        : {},
  }),
  examples: {
    hits: [
      { text: '扣押车辆停车保管费每日20元，由当事人缴清后领取。', says: '停车保管费' },
      { text: '查封期间的检测费、鉴定费由当事人承担。' },
      { text: '被暂扣的三轮车，车主须先交纳拖车费方可领回。' },
      { text: '第八条 扣押物品发生的仓储费用由违法行为人负担。', kind: 'normative' },
    ],
    nearMisses: [
      { text: '扣押期间保管费用由本机关承担，解除后当日通知领取。' },
      { text: '代履行的费用由当事人承担，扣押物品已经返还。' },
      { text: '扣押车辆，不得向当事人收取停车费、保管费。' },
      { text: '乙方逾期提货的，仓储费由乙方承担。', kind: 'normative' },
    ],
  },
};

const needs =
  /家用|自用|冬衣|衣[物服被]|被褥|棉被|口粮|粮食|大米|米面|药品|药物|生活用药|[^\s，。；]{1,3}药一?盒|家庭食品|奶粉|婴儿|轮椅|锅碗|餐具|生活(?:必需|用)品|床铺|炊具|课本|书包|拐杖|身份证|银行卡|学习用品/u;
const needsAreGoods =
  /(?:假|劣|过期|不合格|无证|未经许可|超范围|违法|涉案|冒牌|侵权|走私|销售|经营|生产|贩卖|出售|批发)[^，。；扣封]{0,12}(?:药品|药物|粮食|大米|衣服|衣物|奶粉|餐具|婴儿|生活用品)|(?:药品|服装|粮食|食品)(?:经营|生产|批发)/u;
const seized = /扣押|查封|暂扣|扣留|扣走|拉走|封存/u;
const released = /解除|返还|退还|发还|不得|未扣|没有扣|不含|不包括|未(?:予)?查封|除外|予以留下|留给/u;
const unrelated =
  /与(?:本案|案件|违法(?:行为|事实)|涉案|处罚)[^，。；]{0,6}(?:无关|没有关[系联]|无(?:任何)?关联|不相干)|无关(?:的)?(?:场所|设施|财物|物品|车辆|设备|[^，。；]{0,4}车)|超出[^，。；]{0,4}(?:涉案|案件|违法行为)[^，。；]{0,4}范围/u;
const again =
  /(?:已(?:被|由|经)|此前)[^。；]{0,24}(?:法院|公安|海关|税务|国家机关|其他(?:行政)?机关|局|检察)[^。；]{0,10}(?:查封|扣押|冻结)[^。；]{0,30}(?:又|再|仍|重复|另行|继续)?[^。；]{0,10}(?:查封|扣押)|重复(?:查封|扣押)|(?:公安机关|法院|海关|税务局?|检察院)[^。；]{0,6}已(?:经)?(?:查封|扣押|冻结)[^。；]{0,20}(?:又|再|仍)[^。；]{0,6}(?:查封|扣押|封)/u;
const local =
  /(?:街道(?:办事处|办)?|镇(?:人民)?政府|乡(?:人民)?政府|社区|村委会|居委会)[^。；，]{0,16}(?:查封|扣押|暂扣|扣留|封存)|(?:委托|授权)[^。；]{0,16}(?:实施|进行|办理)?[^。；]{0,6}(?:查封|扣押)/u;
const granted =
  /法律、法规授权|(?:法律|法规|条例)授权|赋权|综合行政执法[^。；]{0,10}(?:决定|改革)|依法(?:行使|承接)[^。；]{0,10}强制|配合|协助|不得/u;
const ungranted =
  /(?:未经|没有|未获|无|缺乏|未取得)[^，。；]{0,12}授权|赋权(?:目录|清单|事项)?[^，。；]{0,6}(?:不含|不包括|未列|没有|未包含)|(?:未列入|不在|超出)[^，。；]{0,6}赋权[^，。；]{0,4}(?:目录|清单|范围|事项)/gu;

const seizureList = /(?:扣押|查封|暂扣)\)?[^。；，]{0,8}(?:清单|决定书|目录)/u;
const listItem = /^\s*\(?[\d一二三四五六七八九十]{1,3}[.、)]/u;

const seizeScope: Rule = {
  id: 'enf-seize-scope',
  title: '查封扣押超出范围或主体不合',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '查封、扣押限于涉案的场所、设施、财物，不得及于生活必需品，不得重复查封，并由法律、法规规定的机关实施。',
  basis: [
    { law, article: '23' },
    { law, article: '22' },
  ],
  advice: '立即解除对无关财物、生活必需品和重复查封部分的措施；实施主体没有授权的，由法定机关处理。',
  traps: ['涉案的药品、食品等违法物品本身，不是生活必需品。', '协助、配合执法不是实施。'],
  check: (context) => {
    const all = statementsOf(context);
    if (!all.some(({ text }) => seized.test(text))) return [];
    const listed = all.some(({ text }) => seizureList.test(text));
    return all
      .flatMap((statement): Hit[] => {
        const { text } = statement;
        const hit = (wanted: RegExp, tell: (words: string) => string): Hit[] =>
          eachPlace(context, wanted, ([words], found) => (found === statement ? { message: tell(words) } : null));
        if (released.test(text.replace(ungranted, '')) && !/未(?:予)?(?:解除|返还)|拒不/u.test(text)) return [];
        if (again.test(text) && !/未重复|解除/u.test(text))
          return hit(again, (words) => `已被其他机关查封的又查封：${quoted(words)}。`);
        if (unrelated.test(text) && (seized.test(text) || all.length < 4))
          return hit(unrelated, (words) => `查封扣押了${quoted(words)}的财物。`);
        const taken =
          seized.test(text) || (listed && (statement.paragraph.region.kind === 'cell' || listItem.test(text)));
        if (taken && needs.test(text) && !needsAreGoods.test(text))
          return hit(needs, (words) => `扣押的财物中有${quoted(words)}，可能是生活必需品或者与违法行为无关。`);
        if (local.test(text) && !granted.test(all.map((each) => each.text.replace(ungranted, '')).join('')))
          return hit(local, (words) => `${quoted(words)}，没有看到法律、法规的授权。`).map((found) => ({
            ...found,
            nature: 'risk' as const,
          }));
        return [];
      })
      .slice(0, 1);
  },
  examples: {
    hits: [
      { text: '扣押物品清单\n1.流动摊车一辆\n2.棉被一床', says: '棉被' },
      { text: '因占道经营扣押其三轮车及车内冬衣、药品。', quote: '冬衣' },
      { text: '查封了与违法行为无关的松柏公司宿舍。', says: '无关' },
      { text: '该仓库已被临河区人民法院查封，本局再次予以查封。', says: '又查封' },
      { text: '青麓街道办事处扣押电动三轮车一辆。', says: '授权' },
    ],
    nearMisses: [
      { text: '扣押用于占道经营的三轮车和货架，清单逐项载明与违法行为的关系。' },
      { text: '对无证销售的药品三十盒予以扣押。' },
      { text: '街道办事处协助区城市管理局扣押违法经营工具。' },
      { text: '扣押时返还了车内衣物和药品。' },
    ],
  },
};

export const seizureLimitRules: readonly Rule[] = [seizeFee, seizeScope];

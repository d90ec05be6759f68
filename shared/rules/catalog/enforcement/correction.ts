/** Orders to put an act right beside its penalty (行政处罚法 article 28). */
import { quoted } from '../../builders.ts';
import type { Rule } from '../../rule.ts';
import { eachPlace, firstPlace, isSpot, lacking, statementsOf } from './case-file.ts';

const law = '行政处罚法';

const ongoing =
  /(?:复查|回访|核查)[^，。；]{0,8}仍|仍(?:占|存|堆|摆|停放|经营|使用|排放|继续|有)|仍(?:在|然|未)|尚未(?:拆除|改正|清除|恢复|停止|整改|消除)|至今(?!已(?:拆|改))|持续(?!到)|一直(?:存在|未)|未(?:拆除|改正|清除|恢复|整改|停止|消除)|没有(?:拆除|改正|清除|整改|停止)|继续(?:存在|占用|经营|营业|排放|施工)|[迄至]今(?:仍|还|尚)?未|仍旧|依旧|依然|原处|原状(?:未|没)|尚在|未(?:补办|停业|停工|搬离|关闭|消除)/u;
const corrected =
  /已(?:经)?(?:自行|及时|主动)?(?:改正|拆除|清除|整改|恢复|停止|清理|消除)|改正完毕|行为(?:已)?(?:终了|结束)/u;
const order =
  /责令[^。；]{0,30}(?:改正|拆除|停止|恢复|清除|整改|补办|清理|消除|搬离|退还|关闭)|限期[^。；]{0,16}(?:改正|拆除|恢复|清除|整改|清理)|(?:日|天)内[^。；]{0,8}(?:拆除|改正|清除|恢复|整改)|责令改正通知书/u;
const bareOrder = /责令(?:当事人|其|你(?:单位|公司|店)?|该公司)?(?:予以|限期)?(?:改正|整改)(?!通知书|决定书)/u;

/** 一、责令改正； as an item of what is decided. */
const orderItem = /^\s*(?:[（(]?[一二三四五\d]{1,2}[）)]?[、.．]?)\s*责令[^，。；]{0,8}(?:改正|整改)[；。;]?\s*$/u;
const termed =
  /[日天月时]内[^。；]{0,12}(?:改正|整改|拆除|清除|恢复)|(?:改正|整改)[^。；]{0,8}(?:期限|[日天月]内)|责令改正通知书/u;

const correctOrder: Rule = {
  id: 'enf-correct-order',
  title: '处罚时没有责令改正或改正内容不明',
  severity: 'low',
  nature: 'risk',
  kinds: ['enforcement'],
  why: '实施行政处罚时应当责令当事人改正或者限期改正违法行为；只罚不改，违法状态继续存在。',
  basis: [{ law, article: '28' }],
  advice: '写明责令改正的内容和期限；当事人已经改正的，在决定书中载明。',
  traps: ['行为已经终了或者已经改正的，载明即可。'],
  check: (context) => {
    const all = statementsOf(context);
    const stated = lacking({
      subject: '责令[^，。；]{0,10}(?:改正|拆除|停止|整改|恢复|清除)|限期(?:改正|拆除|整改)|责令',
      unless: /逾期/u,
      message: (words) => `没有责令改正：${words}。`,
    });
    const lacks = stated(context);
    if (lacks.length > 0) return lacks;
    const done = all.some(({ text }) => corrected.test(text) && !/未(?:改正|拆除)/u.test(text));
    const ordered = all.some(({ text }) => order.test(text));
    const fined = firstPlace(context, /罚款[^。；]{0,14}元|处罚|没收/u, /催告|不予|撤销/u);
    if (
      !done &&
      !ordered &&
      fined &&
      all.some(
        ({ text }) => ongoing.test(text) && !/(?:罚款|缴纳)[^，。；]{0,4}(?:未|没有)|未(?:提出|申请|履行)/u.test(text),
      )
    )
      return [{ at: fined, message: '违法状态还在持续，只处罚而没有责令改正。' }];
    if (done || isSpot(context)) return [];
    const item =
      fined && !all.some(({ text }) => termed.test(text))
        ? eachPlace(context, orderItem, ([words]) => ({
            severity: 'notice',
            message: `${quoted(words.trim())}没有写明内容和期限。`,
          }))
        : [];
    if (item.length > 0) return item.slice(0, 1);
    return eachPlace(context, bareOrder, ([words], statement) => {
      const { text } = statement;
      const fixed =
        /立即|当场|[日天月时]内|[日号]前|以下|如下|行政机关实施|应当?责令|拆除|停止|恢复|清除|清理|内容/u.test(text);
      return fixed ||
        (statement.paragraph.text.length < words.length + 2 && !/罚款/u.test(text)) ||
        !/罚款|处罚/u.test(text)
        ? null
        : { severity: 'notice', message: `${quoted(words)}没有写明内容和期限。` };
    }).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '违法搭建仍在，决定书仅罚款2000元，未责令改正。', says: '没有责令改正' },
      { text: '棚架至今未拆除，本局决定罚款二千元。', says: '只处罚' },
      { text: '责令改正，并罚款五百元。', quote: '责令改正', says: '内容和期限' },
      { text: '决定如下：\n1.责令改正；\n2.罚款八百元。', says: '内容和期限' },
      { text: '本局6月5日复查时仍堆放，决定罚款一千元。', says: '只处罚' },
    ],
    nearMisses: [
      { text: '责令七日内拆除并罚款2000元；或载明当事人已自行改正。' },
      { text: '当事人已自行拆除棚架，本局决定罚款二千元。' },
      { text: '棚架尚未拆除，责令你户在七日内拆除，并罚款二千元。' },
    ],
  },
};

export const correctionRules: readonly Rule[] = [correctOrder];

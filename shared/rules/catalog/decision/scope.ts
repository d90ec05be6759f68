/** Whether the procedure for major decisions applies at all, and to whom. */
import { phrase, places, quoted } from '../../builders.ts';
import { lackingMaterial } from '../../materials.ts';
import { pattern } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

const regulation = '重大行政决策程序暂行条例';

const catalogue: Rule = {
  id: 'dec-catalogue',
  title: '事项不属于决策目录或者适用范围',
  severity: 'low',
  nature: 'risk',
  kinds: ['decision'],
  why: '宏观调控、政府立法和突发事件应急处置决策不适用条例；决策事项目录由决策机关确定并公布，应列未列也会漏掉程序。',
  basis: [{ law: regulation, article: '3' }],
  advice: '对照年度决策事项目录和标准核对：不属于的按相应程序办理，应列未列的先调整目录并公布。',
  traps: ['写明“不按重大行政决策办理”或者目录序号的，已经核对过。'],
  check: phrase({
    find: pattern(
      '(?:应急|突发事件|抢险|救灾|防汛|疫情|地震|规章|法规(?:草案)?|立法|条例(?:草案)?|货币政策|财政政策|宏观调控)[^。；]{0,30}(?:按|以|作为|列为|列入|纳入|适用|履行|当作|依照)[^。；]{0,14}(?:重大(?:行政)?决策|决策程序)|(?:未|没有|不)(?:列入|纳入|在|属于|列)[^。；]{0,12}(?:决策(?:事项)?)?目录|目录(?:中|内|里)?[^。；，]{0,8}(?:没有|未列|无|查无)[^。；，]{0,8}(?:事项|项目)?|(?:应当?列|应报|应列入|属于目录|列入目录)[^。；]{0,16}(?:而未|未|没有)[^。；，]{0,8}(?:列|报|按|履行)|(?:按|作为)重大(?:行政)?决策[^。；]{0,24}(?:不在|未列入|不属于)[^。；，]{0,10}(?:目录|范围)',
    ),
    unless: pattern(
      '不(?:再)?(?:列入|纳入|列为|作为|按照?|适用|履行)[^。；，]{0,6}重大|不(?:再)?(?:按|作为|适用|列为|列入重大|纳入重大|履行)[^。；，]{0,10}(?:重大|条例|本条例)|不属于重大|不得|没有上位法|按(?:普通|一般)(?:程序|事项)|目录第|无需按',
    ),
    message: ({ match }) => `事项与决策目录或者适用范围不符：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '应急处置方案按重大决策报审。', says: '适用范围' },
      { text: '道路大修事项未列入年度决策事项目录，承办单位仍按重大行政决策报送。', says: '目录' },
      { text: '政府规章草案作为重大行政决策履行程序。', says: '规章' },
      { text: '该项目属于目录事项而未按重大行政决策程序报审。', says: '目录' },
    ],
    nearMisses: [
      { text: '年度目录第3项。' },
      { text: '防汛抢险方案属应急处置，不按重大行政决策办理。' },
      { text: '本事项列入区政府2026年度重大行政决策事项目录第5项。' },
    ],
  },
};

const lowerMaker = pattern(
  '(?:街道(?:办事处|办)?|(?:镇|乡)(?:人民)?政府|乡镇|[区县市][\\p{Han}]{2,8}局|管委会)[^。；]{0,40}(?:作出|拟作出|决定|决策|研究通过|审议通过|讨论通过|研究同意|通过了)',
);

const lowerLevel: Rule = {
  id: 'dec-lower-level',
  title: '部门、乡镇、街道决策没有参照程序',
  severity: 'notice',
  nature: 'risk',
  kinds: ['decision'],
  why: '县级以上政府部门和乡级政府的重大决策参照条例执行；街道办事处不在列举之内，要按本地规定或者派出它的政府的目录办理。',
  basis: [{ law: regulation, article: '42' }],
  advice: '写明参照的条例和本地实施办法；街道办事处的事项，引用区级目录或者本地制度，需要时报区政府决定。',
  traps: ['已引用条例、本地实施办法或者上级目录的，不必再提示。'],
  check: lackingMaterial({
    name: '参照执行的程序依据',
    words: pattern(
      '(?:参照|按照|依据|引用|根据|适用)[^。；，]{0,24}(?:条例|规定|办法|目录|制度|程序)|(?:决策)?(?:事项)?目录|实施办法|程序规定|《[^》]{2,40}(?:条例|规定|办法)》',
    ),
    skipped: lowerMaker,
    excused: pattern('不属于重大|一般性事务|日常(?:工作|事务|管理)|内部(?:制度|管理|事务)'),
    when: (context) =>
      places(context, pattern('街道|[镇乡](?:人民)?政府|乡镇|局|管委会|部门')).length > 0 &&
      places(context, lowerMaker).length > 0,
    lists: false,
  }),
  examples: {
    hits: [
      { text: '街道办事处就老旧小区停车改造作出决定，未引用区级目录或本地实施办法。', says: '程序依据' },
      { text: '青麓镇人民政府经研究决定关停两处集市。', says: '青麓镇' },
      { text: '临河区教育局审议通过学区调整方案，卷内没有参照条例履行程序的材料。', says: '写明没有' },
    ],
    nearMisses: [
      { text: '参照条例及本地实施办法。' },
      { text: '云桥街道办事处依据《临河区重大行政决策程序规定》作出决定。' },
      { text: '区人民政府常务会议决定实施河道整治。' },
    ],
  },
};

export const scope: readonly Rule[] = [catalogue, lowerLevel];

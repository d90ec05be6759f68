/** The legal basis of a normative document: that it is named, and that it carries what is built on it. */
import { lawInForce, shortTitle } from '../../../law/registry.ts';
import type { Span } from '../../../document/model.ts';
import { sentenceAround } from '../../../document/sentence.ts';
import { sentenceOf } from '../../around.ts';
import { quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { inArticles, isStatute, itemsIn, titleOf } from './common.ts';

const makesRules = /^[^。]{0,80}制[定订]本(?:办法|规定|细则|规则|实施细则|暂行办法|制度)/u;
/** A notice that rests on 上级文件精神 or 有关规定 and no more. */
const vagueNotice =
  /^[^。]{0,60}(?:上级|有关|相关)(?:文件|部门|法律法规|规定)?(?:精神|要求|规定|法律|部署)[^。]{0,60}(?:通知|通告|公告)如下|(?:特作|现作|作出|现将|现)?(?:如下规定|规定如下)[：:]?\s*$/u;
const namesBasis = /《[^》]{2,60}(?:法|条例|规定|办法|意见|决定|通知|方案|规划)[^》]{0,12}》/u;
/** The paper's own name in the notice that issues it. */
const ownNames = /(?:印发|发布|公布|颁布|下发|现将)《[^《》]{2,60}》/gu;
const dutyOutside = pattern(
  '(?:商户|企业|单位|个人|居民|经营者|业主|村民|摊主|养犬人|申请人|经营户|车主|机构|商铺|店铺|门店|货车|车辆|物业|房东|群众|市民|用户|商家|店主|(?:出租|承租|使用|当事|管理|施工|驾驶)人)[^。；]{0,20}(?:应当?|不得|必须|须)',
);
const internalMatter = /内部|工作人员管理|机关|考勤|财务|公务用车|值班|职工|扶持|奖励|奖补|补贴|补助/u;

const basisMissing: Rule = {
  id: 'norm-basis-missing',
  title: '设定义务而没有写明上位法依据',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '没有法律、法规依据的规范性文件不得减损权利、增加义务；不写依据，被附带审查时难以自证。',
  basis: [
    { law: '优化营商环境条例', article: '64' },
    { law: '最高人民法院关于适用《行政诉讼法》的解释', article: '148' },
    { law: '立法法', article: '93', note: '规范性文件参照' },
  ],
  advice: '在第一条写明具体上位法名称；没有依据的义务性内容删去。',
  check: (context) => {
    if (isStatute(context)) return [];
    const { paragraphs, text } = readingOf(context.document);
    const title = titleOf(context);
    const head = paragraphs.slice(0, 14).map((paragraph) => paragraph.text);
    const opening = head.join('\n');
    const makes = head.some((line) => makesRules.test(line));
    const ruled = title && (inArticles(context) || (/(?:规定|办法|细则)$/u.test(title.text) && itemsIn(context) >= 2));
    if (!ruled && !makes && !head.some((line) => vagueNotice.test(line))) return [];
    const others = opening.replace(ownNames, '');
    if (namesBasis.test(title ? others.replace(title.text, '') : others) || !dutyOutside.test(text)) return [];
    if (internalMatter.test(title?.text ?? head.slice(0, 3).join('\n'))) return [];
    const name = title ? quoted(title.text) : '文件';
    return [
      {
        at: null,
        missing: 'legal-basis',
        message: `${name}对外设定了义务，开头没有写明法律、法规、规章依据。`,
      },
    ];
  },
  examples: {
    hits: [
      {
        text: '桐溪区集市管理办法\n第一条 为加强管理，制定本办法。\n第二条 商户应当保持整洁。\n第三条 商户不得占道。',
        says: '没有写明法律、法规、规章依据',
      },
      {
        text: '白鹿镇养犬管理规定\n第一条 根据有关法律法规和上级文件精神，制定本规定。\n第二条 养犬人应当牵绳。\n第三条 居民不得散养。',
        says: '白鹿镇养犬管理规定',
      },
      {
        text: '松阳街道垃圾分类实施细则\n第一条 为改善环境。\n第二条 单位应当分类投放。\n第三条 个人应当配合。',
        says: '松阳街道',
      },
      { text: '第一条 为规范摊点，依据国家有关规定，制定本办法。\n第二条 摊主须购买保险。', says: '没有写明' },
    ],
    nearMisses: [
      {
        text: '桐溪区集市管理办法\n第一条 根据《某省集贸市场管理条例》，制定本办法。\n第二条 商户应当保持整洁。\n第三条 商户不得占道。',
      },
      { text: '机关财务管理办法\n第一条 为规范报销。\n第二条 各单位应当按时报账。\n第三条 单位不得超支。' },
      { text: '关于开展大扫除的通知\n各单位应当组织清扫。' },
      { text: '第一条 根据《城镇燃气管理条例》，制定本规定。\n第二条 用气单位应当安装报警装置。' },
    ],
  },
};

const generalParts: Readonly<Record<string, number>> = {
  行政处罚法: 8,
  行政许可法: 10,
  行政强制法: 8,
  优化营商环境条例: 9,
  公平竞争审查条例: 7,
};
const setsMeasure = pattern(
  '须[^。；，]{0,12}(?:申领|申请|办理|取得)[^。；，]{0,10}(?:许可|[^保]证)|未(?:取得|经)[^。；，]{0,6}许可[^。；，]{0,6}不得|强制(?:拆除|搬迁|执行|清理|清除|腾退|带离|拖离)|(?:取得|持有)[^。；，]{0,14}许可|吊销|取缔|责令停[产业]|可以?[^。；，]{0,8}(?:查封|扣押)|设定|处以?[^。；]{0,14}罚款|予以处罚|给予处罚|没收|查封|扣押|须经[^。；]{0,12}批准|罚款',
);

/** Whether a citation is what its sentence rests on: 根据《…》. */
function resting(context: RuleContext, at: Span): boolean {
  return /(?:根据|依据|依照|按照)(?:国务院|国家)?\s*$/u.test(sentenceOf(context, at).before);
}

const basisMismatch: Rule = {
  id: 'norm-basis-mismatch',
  title: '引用的依据与内容不符',
  severity: 'high',
  nature: 'risk',
  kinds: ['normative'],
  why: '原则条款不能支撑具体的处罚、许可、强制；依据已废止的，文件本身也站不住。',
  basis: [
    { law: '最高人民法院关于适用《行政诉讼法》的解释', article: '148' },
    { law: '行政处罚法', article: '16' },
  ],
  advice: '换成规定该行为和幅度的具体条款；找不到的，删去相应内容。',
  check: (context) =>
    context.facts.citations.flatMap((citation): Hit[] => {
      const status = lawInForce(citation.title, context.input.asOf);
      if (status.kind === 'repealed' && resting(context, citation.at)) {
        const message = `依据${quoted(citation.text)}已经废止，所设内容失去依据。`;
        if (isStatute(context)) return [];
        // A law named in passing, 按照…等法律规定办理, has its successor: nothing falls with it.
        const { text } = sentenceOf(context, citation.at);
        if (!setsMeasure.test(text) && !/制[定订]|通知如下|公告如下|通告如下/u.test(text))
          return [{ at: citation.at, severity: 'low', message: `${quoted(citation.text)}已经废止，请改引现行规定。` }];
        return [{ at: citation.at, message }];
      }
      if (status.kind !== 'in-force') return [];
      const name = shortTitle(status.statute);
      const general = generalParts[name];
      if (general === undefined || citation.articles.length === 0) return [];
      if (!citation.articles.every((article) => Number.parseInt(article, 10) <= general)) return [];
      const { paragraphs, indexOf } = readingOf(context.document);
      const index = indexOf.get(citation.at.block);
      const text = index === undefined ? '' : (paragraphs[index]?.text ?? '');
      const around = sentenceAround(text, citation.at.from, citation.at.to);
      const before = text.slice(around.from, citation.at.from);
      if (!/(?:根据|依据|依照|按照)\s*$/u.test(before) || !setsMeasure.test(text.slice(around.from, around.to)))
        return [];
      return [{ at: citation.at, message: `以${quoted(citation.text)}为依据设定具体措施，而该条是原则规定。` }];
    }),
  examples: {
    hits: [
      { text: '根据《行政处罚法》第五条设定罚款。', quote: '《行政处罚法》第五条', says: '原则规定' },
      { text: '第八条 依据《中华人民共和国行政强制法》第四条，对占道物品予以扣押。', says: '原则规定' },
      { text: '根据《合同法》，制定本规定。\n第二条 摊主应当履约。', says: '已经废止' },
      { text: '六、各行可以按照《物权法》等法律规定为客户开具保函。', says: '请改引现行规定' },
      { text: '依据《行政许可法》第四条，收购废品的须向镇里申领经营许可证。', says: '原则规定' },
      { text: '三、依照《行政许可法》第三条，开办托管点须经街道批准。', says: '第三条' },
    ],
    nearMisses: [
      { text: '根据《行政处罚法》第二十四条承接执法事项。' },
      { text: '根据《行政处罚法》第五条，实施处罚应当公开公正。' },
      { text: '依照《治安管理处罚法》第五条，予以处罚。' },
    ],
  },
};

export const legalBases: readonly Rule[] = [basisMismatch, basisMissing];

/** The signs by which a kind of document is known, and how much each weighs. */
import type { DocumentKind } from '../rules/rule.ts';

/** The parts of a document that tell its kind, white space taken out. */
export type View = Readonly<{
  /** Lines that may be the title: near the top, alone and with the next one (titles wrap). */
  titles: readonly string[];
  /** The first lines, and the same as one text. */
  head: readonly string[];
  top: string;
  text: string;
  tail: string;
  articles: number;
}>;

export type Sign = Readonly<{
  kind: Exclude<DocumentKind, 'other'>;
  weight: number;
  /** Completes "…，识别为合同": what was seen, or null when it is not there. */
  see: (view: View) => string | null;
}>;

/** The first title that a pattern fits, as “…”. */
function titled(pattern: RegExp, unless?: RegExp): (view: View) => string | null {
  return ({ titles }) => {
    const found = titles.find((title) => pattern.test(title) && !unless?.test(title));
    return found === undefined ? null : `标题为“${found.length > 40 ? `${found.slice(0, 39)}…` : found}”`;
  };
}

function says(where: 'top' | 'text' | 'tail', pattern: RegExp, found: string): Sign['see'] {
  return (view) => (pattern.test(view[where]) ? found : null);
}

/** At least `least` of the words stand in the text. */
function mentions(words: readonly string[], least: number, found: (seen: readonly string[]) => string): Sign['see'] {
  return ({ text }) => {
    const seen = words.filter((word) => text.includes(word));
    return seen.length >= least ? found(seen) : null;
  };
}

const bracket = '(?:[（(〔][^）)〕]{1,24}[）)〕])*';
const contractWords =
  '(?:合同|合同书|协议|协议书|契约|意向书|备忘录|订单|订货单|采购单|运单|标准条件|专用条款|通用条款|约定书|承包书|责任书|担保书|保证书)';
const normativeWords =
  '(?:办法|规定|细则|规则|规程|规范|指引|指南|准则|制度|意见|通知|公告|通告|措施|方案|标准|要求|需求|目录|批复|的函|决定|命令|章程)';
const pairs: readonly (readonly [RegExp, string])[] = [
  [/甲方/u, '甲方'],
  [/乙方/u, '乙方'],
];
const rolePairs =
  /(?:供方[\s\S]*需方|需方[\s\S]*供方|买方[\s\S]*卖方|卖方[\s\S]*买方|出租[方人][\s\S]*承租[方人]|发包[方人][\s\S]*承包[方人]|委托[方人][\s\S]*(?:受托|承揽|代理)[方人]|借款[方人][\s\S]*贷款[方人]|贷款[方人][\s\S]*借款[方人]|销货方[\s\S]*购货方|出售方[\s\S]*(?:购买|买受)方|采购人[\s\S]*供应商|出让[方人][\s\S]*受让[方人]|转让[方人][\s\S]*受让[方人]|托运人[\s\S]*(?:承运人|收货人)|用工单位[\s\S]*劳动者|抵押人[\s\S]*抵押权人|出质人[\s\S]*质权人|定作[方人][\s\S]*承揽[方人]|征收[方人][\s\S]*被征收[方人]|建设单位[\s\S]*(?:施工|承包|设计|被拆迁)单位|合伙人)/u;

/** The line under a statute's title: day, body, 通过 or 公布. */
const enacted =
  /^[（(]?(?:\d{4}年\d{1,2}月\d{1,2}日)[^。]{0,90}(?:(?:人民代表大会|常务委员会|常务会议|审判委员会|检察委员会)[^。]{0,60}(?:通过|修订|修正|批准)|(?:国务院|政务院|中央军事委员会|主席)[^。]{0,30}(?:令第|发布|公布|批准|修订))|^[（(]?法释〔|^(?:中华人民共和国)?(?:国务院|主席)令$/u;

export const signs: readonly Sign[] = [
  // 执法文书
  {
    kind: 'enforcement',
    weight: 6,
    see: titled(
      new RegExp(
        `(?:(?:行政)?处罚|强制(?:执行|措施)?|查封|扣押|冻结|没收|征收|收回|拆除|责令[^，。]{0,12}|吊销|撤销[^，。]{0,10}|许可|不予[^，。]{0,10}|行政处理|代履行|催告|先行登记保存|听证|事先)(?:（扣押）)?(?:事先)?(?:决定|通知|告知|催告|裁定)?书${bracket}$|强制(?:执行|拆除)(?:的)?决定${bracket}$`,
        'u',
      ),
    ),
  },
  {
    kind: 'enforcement',
    weight: 2,
    see: says('top', /^(?:当事人|被处罚[人单]|行政相对人|违法行为人|被执行人)/mu, '列有当事人'),
  },
  {
    kind: 'enforcement',
    weight: 2,
    see: says(
      'text',
      /(?:责令|处以?|给予)[^。]{0,30}(?:罚款|改正|拆除|停止|警告|没收|吊销)[\s\S]{0,4000}(?:行政复议|行政诉讼)/u,
      '载明处理决定和救济途径',
    ),
  },
  // 法律、法规、司法解释
  {
    kind: 'statute',
    weight: 6,
    see: titled(/^(?:中华人民共和国)[^，。；：]{2,40}(?:法|条例|法典|实施细则)(?:[（(].{1,20}[）)])?$/u),
  },
  {
    kind: 'statute',
    weight: 9,
    see: titled(/^最高人民(?:法院|检察院)[^。；]{0,60}(?:解释|规定|批复|意见)(?:[（(].{1,12}[）)])*$/u),
  },
  {
    kind: 'statute',
    weight: 9,
    see: ({ head }) =>
      head.some((line) => line.length <= 160 && enacted.test(line)) ? '载明通过或者公布的机关和日期' : null,
  },
  {
    kind: 'statute',
    weight: 3,
    see: (view) =>
      view.articles >= 5
        ? titled(
            /^[^关于，。；：]{3,40}(?:条例|法典|法)(?:实施(?:细则|办法))?(?:[（(].{1,20}[）)])?$/u,
            /办法|方法$|做法$/u,
          )(view)
        : null,
  },
  // 重大行政决策
  {
    kind: 'decision',
    weight: 2,
    see: titled(
      new RegExp(
        `(?:方案|规划|计划|纲要|决策事项(?:的?说明)?|草案|项目建议书|可行性研究报告|(?:调价|定价)(?:方案)?|布局|选址)${bracket}$`,
        'u',
      ),
      /的通知/u,
    ),
  },
  { kind: 'decision', weight: 1, see: titled(/[（(](?:送审稿|草案|征求意见稿|审议稿|代拟稿|讨论稿)[）)]$/u) },
  { kind: 'decision', weight: 4, see: says('text', /重大行政决策/u, '文中称为重大行政决策') },
  {
    kind: 'decision',
    weight: 2,
    see: mentions(
      [
        '公众参与',
        '专家论证',
        '风险评估',
        '合法性审查',
        '集体讨论',
        '决策依据',
        '决策事项',
        '公开征求意见',
        '决策事项说明',
      ],
      3,
      (seen) => `写有${seen.slice(0, 3).join('、')}`,
    ),
  },
  {
    kind: 'decision',
    weight: 2,
    see: says('text', /(?:提请|提交)[^。]{0,24}(?:常务会议|党组会|全体会议|集体讨论|审议)/u, '提请会议审议'),
  },
  // 行政规范性文件
  {
    kind: 'normative',
    weight: 4,
    see: titled(
      new RegExp(
        `^[^，。；]{0,80}关于[^。；]{2,80}(?:通知|意见|公告|通告|决定|办法|规定|批复|函|请示|复函)${bracket}`,
        'u',
      ),
      /决定书/u,
    ),
  },
  {
    kind: 'normative',
    weight: 3,
    see: titled(
      new RegExp(`^[^，。；：]{2,60}${normativeWords}${bracket}$`, 'u'),
      new RegExp(`${contractWords}${bracket}$|决定书`, 'u'),
    ),
  },
  { kind: 'normative', weight: 2, see: says('top', /[〔（([［]\d{4}[〕）)\]］](?:第)?\d{1,4}号/u, '有发文字号') },
  {
    kind: 'normative',
    weight: 2,
    see: says(
      'top',
      /(?:人民政府|办公[厅室]|委员会|银行|部|局|厅|院|街道办事处)(?:文件|公告|令|通告)$/mu,
      '有发文机关标志',
    ),
  },
  {
    kind: 'normative',
    weight: 1,
    see: says(
      'text',
      /(?:现(?:印发|下发|转发|发布|予公布|通知|公告)|请(?:认真)?(?:遵照|贯彻|结合实际)[^。]{0,10}(?:执行|落实)|自[^。]{2,20}(?:施行|实施|执行))/u,
      '规定施行日期或者要求执行',
    ),
  },
  {
    kind: 'normative',
    weight: 1,
    see: (view) =>
      view.articles >= 3 && /第一条(?:为|根据|依据)/u.test(view.text) ? '第一条写明制定目的和依据' : null,
  },
  {
    kind: 'normative',
    weight: 1,
    see: says(
      'top',
      /^(?:各|[^。]{2,20}(?:分行|人民政府|街道办事处|厅（局）|委员会)[，、；])[^。]{2,}[：:]$/mu,
      '有主送机关',
    ),
  },
  // 合同
  {
    kind: 'contract',
    weight: 4,
    see: titled(
      new RegExp(`${contractWords}${bracket}(?:第?[一二三四五六七八九十]{1,2}|编号.{0,30})?$`, 'u'),
      /关于[^。]{0,60}的?(?:通知|意见|公告|决定|批复|函)/u,
    ),
  },
  {
    kind: 'contract',
    weight: 3,
    see: ({ top, text }) => {
      const seen = pairs.filter(([word]) => word.test(top)).map(([, name]) => name);
      if (seen.length === pairs.length) return `列有${seen.join('、')}`;
      return rolePairs.test(top) || /(?:^|\n)(?:甲|乙)方[（(：:][\s\S]*(?:甲|乙)方[（(：:]/u.test(text)
        ? '列有双方当事人'
        : null;
    },
  },
  {
    kind: 'contract',
    weight: 2,
    see: says(
      'text',
      /(?:订立|签订|达成)[^。]{0,16}(?:本)?(?:合同|协议)|本(?:合同|协议书?)(?:一式|自|经|正本)|(?:双方|各方)[^。]{0,30}(?:协商一致|共同遵守|信守|各执)/u,
      '写明订立合同',
    ),
  },
  {
    kind: 'contract',
    weight: 1,
    see: says('text', /违约(?:责任|金)|(?:合同|协议)的?(?:解除|终止|变更)/u, '约定违约或者解除'),
  },
  {
    kind: 'contract',
    weight: 2,
    see: says(
      'tail',
      /(?:[甲乙丙]方|[供需买卖]方|[发承]包[方人]|[出承]租[方人]|委托[方人]|受托[方人]|法定代表人|代表人?)[^\n]{0,12}(?:[（(](?:盖?章|签[章字]|公章|签名|盖章)|签[字章]|盖章)/u,
      '有双方签署栏',
    ),
  },
];

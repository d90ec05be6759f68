/**
 * Which fonts stand in for those a document names. A workstation without the named font still shows
 * the right kind of face: 宋 and 仿宋 as serif, 黑 as sans, 楷 as script.
 */

const song = ['SimSun', '宋体', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'serif'];
const fangsong = [
  'FangSong',
  '仿宋',
  'FangSong_GB2312',
  '仿宋_GB2312',
  'STFangsong',
  'Noto Serif CJK SC',
  'Source Han Serif SC',
  'serif',
];
const hei = ['SimHei', '黑体', 'Heiti SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'sans-serif'];
const yahei = ['Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'sans-serif'];
const kai = ['KaiTi', '楷体', 'KaiTi_GB2312', '楷体_GB2312', 'STKaiti', 'Noto Serif CJK SC', 'serif'];
const xiaobiaosong = [
  '方正小标宋简体',
  'FZXiaoBiaoSong-B05S',
  '方正小标宋_GBK',
  'STZhongsong',
  'Noto Serif CJK SC',
  'serif',
];

const classes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/小标宋|xiaobiaosong|中宋|zhongsong/iu, xiaobiaosong],
  [/仿宋|fangsong/iu, fangsong],
  [/楷|kai/iu, kai],
  [/雅黑|yahei|pingfang|苹方|等线|dengxian|幼圆/iu, yahei],
  [/黑|hei|gothic/iu, hei],
  [/宋|song|sun|ming|明/iu, song],
];

/**
 * Western faces reach only Western characters (see reader.css), or the curly quotes and dashes of
 * Chinese text would come out narrow.
 */
const western: readonly (readonly [RegExp, string])[] = [
  [/^(?:times new roman|times|cambria|georgia|garamond|liberation serif)$/iu, 'document-western-serif'],
  [/^(?:arial|helvetica|calibri|verdana|tahoma|segoe ui|liberation sans)$/iu, 'document-western-sans'],
  [/^(?:courier new|consolas|liberation mono)$/iu, 'document-western-mono'],
];

/** The `font-family` list of a format: the Western face first, then the Chinese one with its fallbacks. */
export function fontFamily(font: string | undefined, eastAsian: string | undefined): string {
  const face = western.find(([name]) => font !== undefined && name.test(font.trim()))?.[1];
  const named = eastAsian ?? (face ? undefined : font);
  const stack = named === undefined ? song : (classes.find(([name]) => name.test(named))?.[1] ?? song);
  const own = named === undefined || stack.includes(named) ? [] : [named];
  return [...(face ? [face] : []), ...own, ...stack].map(quoted).join(', ');
}

/** Names reach a style sheet, so all but letters, digits and the usual joiners are dropped. */
function quoted(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N} _.@-]/gu, '');
  return /^(?:serif|sans-serif|monospace)$/u.test(safe) ? safe : `"${safe}"`;
}

/**
 * Fonts in PDF often name ordinary characters by their radicals' code points. Folds Kangxi radicals
 * (U+2F00 to U+2FD5) and the CJK Radicals Supplement (U+2E80 to U+2EF3) to the characters they look
 * like, one for one (Unicode, EquivalentUnifiedIdeograph).
 */

/** Radical and character in turn. The Kangxi block needs no table: its decompositions say the same. */
const supplement = [
  '⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟',
  '⺲罒⺶羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨',
  '⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
].join('');

const characters = new Map(
  Array.from({ length: supplement.length / 2 }, (_, at) => [supplement[at * 2], supplement[at * 2 + 1]] as const),
);

export function foldRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2ef3\u2f00-\u2fd5]/gu, (char) => characters.get(char) ?? char.normalize('NFKC'));
}

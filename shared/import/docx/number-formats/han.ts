/** Chinese, Japanese and Korean numbers (ISO/IEC 29500-1 17.18.59). Pure, for 0 … 32767 as Word counts. */

type Counting = Readonly<{
  digits: string;
  /** Ten, hundred, thousand. */
  units: readonly [string, string, string];
  tenThousand: string;
  /** Between a unit and a lower one that does not follow it directly; '' where the language has none. */
  zero: string;
  /** Ten alone is 十, not 一十. */
  bareTen: boolean;
  /** A leading one before hundred and thousand is left out too (Japanese, Korean). */
  bareUnits: boolean;
}>;

/** Reads a number in words of units: 一百〇一. */
function count(value: number, system: Counting): string {
  if (value === 0) return system.zero || (system.digits[0] as string);
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return below10000(low, system, true);
  const rest =
    low === 0 ? '' : (low < 1000 ? system.zero : '') + below10000(low, system, system.bareUnits || low < 1000);
  return below10000(high, system, true) + system.tenThousand + withInnerTen(rest, low, system);
}

/** After a larger unit ten is written out: 一万〇一十. */
function withInnerTen(rest: string, low: number, system: Counting): string {
  if (!system.bareTen || system.bareUnits || low < 10 || low > 19) return rest;
  return system.zero + (system.digits[1] as string) + rest.slice(system.zero.length);
}

function below10000(value: number, system: Counting, leading: boolean): string {
  const places = [Math.floor(value / 1000), Math.floor(value / 100) % 10, Math.floor(value / 10) % 10, value % 10];
  let text = '';
  let gap = false;
  places.forEach((digit, index) => {
    if (digit === 0) {
      gap = text !== '';
      return;
    }
    if (gap) text += system.zero;
    gap = false;
    const unit = index === 3 ? '' : (system.units[2 - index] as string);
    const first = text === '';
    const bare =
      digit === 1 && unit !== '' && (system.bareUnits || (index === 2 && first && leading && system.bareTen));
    text += (bare ? '' : (system.digits[digit] as string)) + unit;
  });
  return text;
}

function positional(digits: string): (value: number) => string {
  const glyphs = [...digits];
  return (value) => [...String(value)].map((digit) => glyphs[Number(digit)] as string).join('');
}

const simplified: Counting = {
  digits: '〇一二三四五六七八九',
  units: ['十', '百', '千'],
  tenThousand: '万',
  zero: '〇',
  bareTen: true,
  bareUnits: false,
};
const legal: Counting = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['拾', '佰', '仟'],
  tenThousand: '万',
  zero: '零',
  bareTen: false,
  bareUnits: false,
};
const japanese: Counting = {
  digits: '〇一二三四五六七八九',
  units: ['十', '百', '千'],
  tenThousand: '万',
  zero: '',
  bareTen: true,
  bareUnits: true,
};
const korean: Counting = { ...japanese, digits: '영일이삼사오육칠팔구', units: ['십', '백', '천'], tenThousand: '만' };

const circleDigits = positional('○一二三四五六七八九');

/**
 * 一 … 九十九 in words, from 100 digit by digit: 一○○. So Word shows chineseCounting and
 * taiwaneseCounting; LibreOffice goes on in words (一百).
 */
function countingThenDigits(value: number): string {
  return value === 0 || value > 99 ? circleDigits(value) : count(value, simplified);
}

/** A fixed row of signs; beyond it Word goes on in plain figures. */
export function row(signs: string): (value: number) => string {
  const glyphs = [...signs];
  return (value) => glyphs[value - 1] ?? String(value);
}

/** Letters in turn: after the last one they are doubled, tripled (A … Z, AA, BB). */
export function letters(alphabet: string): (value: number) => string {
  return lettersOf([...alphabet]);
}

/** The same for letters written with more than one character. */
export function lettersOf(glyphs: readonly string[]): (value: number) => string {
  return (value) =>
    value < 1
      ? ''
      : (glyphs[(value - 1) % glyphs.length] as string).repeat(
          Math.min(30, Math.floor((value - 1) / glyphs.length) + 1),
        );
}

/** Signs in turn, beginning again after the last. */
function cycle(signs: string): (value: number) => string {
  const glyphs = [...signs];
  return (value) => (value < 1 ? String(value) : (glyphs[(value - 1) % glyphs.length] as string));
}

function fullWidth(value: number): string {
  return positional('０１２３４５６７８９')(value);
}

const nativeOnes = ['', '하나', '둘', '셋', '넷', '다섯', '여섯', '일곱', '여덟', '아홉'];
const nativeTens = ['', '열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'];

function koreanNative(value: number): string {
  if (value < 1 || value > 99) return String(value);
  return (nativeTens[Math.floor(value / 10)] as string) + (nativeOnes[value % 10] as string);
}

const stems = row('甲乙丙丁戊己庚辛壬癸');
const branches = row('子丑寅卯辰巳午未申酉戌亥');

function sexagenary(value: number): string {
  return value < 1 || value > 60 ? String(value) : stems(((value - 1) % 10) + 1) + branches(((value - 1) % 12) + 1);
}

export const hanFormats: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: countingThenDigits,
  taiwaneseCounting: countingThenDigits,
  chineseCountingThousand: (value) => count(value, simplified),
  taiwaneseCountingThousand: (value) =>
    count(value, { ...simplified, digits: '零一二三四五六七八九', tenThousand: '萬', zero: '零' }),
  chineseLegalSimplified: (value) => count(value, legal),
  ideographLegalTraditional: (value) => count(value, { ...legal, digits: '零壹貳參肆伍陸柒捌玖', tenThousand: '萬' }),
  ideographDigital: positional('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: positional('〇一二三四五六七八九'),
  taiwaneseDigital: circleDigits,
  ideographTraditional: stems,
  ideographZodiac: branches,
  ideographZodiacTraditional: sexagenary,
  // "Circle" in name alone: Word puts the numbers in parentheses (MS-OI29500 2.1.540).
  ideographEnclosedCircle: row('㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩'),
  decimalEnclosedCircle: row('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  // The Chinese variant ends at ten, the font encoding it came from having no more.
  decimalEnclosedCircleChinese: row('①②③④⑤⑥⑦⑧⑨⑩'),
  decimalEnclosedFullstop: row('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
  decimalEnclosedParen: row('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  japaneseCounting: (value) => count(value, japanese),
  japaneseLegal: (value) =>
    count(value, {
      ...japanese,
      digits: '零壱弐参四伍六七八九',
      units: ['拾', '百', '阡'],
      tenThousand: '萬',
      bareUnits: false,
      bareTen: false,
    }),
  aiueo: cycle('ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'),
  aiueoFullWidth: cycle('アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'),
  iroha: cycle('ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ'),
  irohaFullWidth: cycle(
    'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
  ),
  koreanDigital: positional('영일이삼사오육칠팔구'),
  koreanDigital2: positional('零一二三四五六七八九'),
  koreanCounting: (value) => count(value, korean),
  koreanLegal: koreanNative,
  ganada: cycle('가나다라마바사아자차카타파하'),
  chosung: cycle('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'),
};

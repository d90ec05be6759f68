import { describe, expect, it } from 'vitest';
import { formatNumber, numberFormats } from './formats.ts';

const cases: readonly (readonly [string, readonly (readonly [number, string])[]])[] = [
  [
    'decimal',
    [
      [0, '0'],
      [12, '12'],
    ],
  ],
  [
    'decimalZero',
    [
      [0, '00'],
      [9, '09'],
      [10, '10'],
      [100, '100'],
    ],
  ],
  ['decimalHalfWidth', [[15, '15']]],
  ['decimalFullWidth', [[105, '１０５']]],
  ['decimalFullWidth2', [[7, '７']]],
  [
    'upperRoman',
    [
      [4, 'IV'],
      [14, 'XIV'],
      [99, 'XCIX'],
      [2024, 'MMXXIV'],
    ],
  ],
  [
    'lowerRoman',
    [
      [1, 'i'],
      [28, 'xxviii'],
      [999, 'cmxcix'],
    ],
  ],
  [
    'upperLetter',
    [
      [1, 'A'],
      [26, 'Z'],
      [27, 'AA'],
      [53, 'AAA'],
    ],
  ],
  [
    'lowerLetter',
    [
      [2, 'b'],
      [52, 'zz'],
    ],
  ],
  [
    'russianLower',
    [
      [1, 'а'],
      [10, 'к'],
      [29, 'я'],
      [30, 'аа'],
    ],
  ],
  ['russianUpper', [[1, 'А']]],
  [
    'ordinal',
    [
      [1, '1st'],
      [2, '2nd'],
      [3, '3rd'],
      [11, '11th'],
      [12, '12th'],
      [13, '13th'],
      [21, '21st'],
      [112, '112th'],
    ],
  ],
  [
    'cardinalText',
    [
      [1, 'One'],
      [21, 'Twenty-one'],
      [119, 'One hundred nineteen'],
      [2024, 'Two thousand twenty-four'],
    ],
  ],
  [
    'ordinalText',
    [
      [1, 'First'],
      [5, 'Fifth'],
      [12, 'Twelfth'],
      [20, 'Twentieth'],
      [21, 'Twenty-first'],
    ],
  ],
  ['dollarText', [[5, 'Five and 00/100']]],
  [
    'hex',
    [
      [10, 'A'],
      [255, 'FF'],
    ],
  ],
  [
    'chicago',
    [
      [1, '*'],
      [4, '§'],
      [5, '**'],
      [9, '***'],
    ],
  ],
  ['numberInDash', [[12, '- 12 -']]],
  ['none', [[3, '']]],
  ['bullet', [[3, '']]],
  ['custom', [[7, '7']]],
  [
    'chineseCounting',
    [
      [1, '一'],
      [10, '十'],
      [11, '十一'],
      [20, '二十'],
      [99, '九十九'],
      [100, '一○○'],
      [110, '一一○'],
    ],
  ],
  [
    'taiwaneseCounting',
    [
      [10, '十'],
      [99, '九十九'],
      [101, '一○一'],
    ],
  ],
  [
    'chineseCountingThousand',
    [
      [1, '一'],
      [10, '十'],
      [15, '十五'],
      [21, '二十一'],
      [100, '一百'],
      [101, '一百〇一'],
      [110, '一百一十'],
      [111, '一百一十一'],
      [1010, '一千〇一十'],
      [2024, '二千〇二十四'],
      [10001, '一万〇一'],
      [10010, '一万〇一十'],
      [32767, '三万二千七百六十七'],
    ],
  ],
  [
    'taiwaneseCountingThousand',
    [
      [10, '十'],
      [101, '一百零一'],
      [10000, '一萬'],
    ],
  ],
  ['taiwaneseDigital', [[10, '一○']]],
  [
    'chineseLegalSimplified',
    [
      [1, '壹'],
      [10, '壹拾'],
      [101, '壹佰零壹'],
      [1024, '壹仟零贰拾肆'],
    ],
  ],
  [
    'ideographLegalTraditional',
    [
      [10, '壹拾'],
      [2024, '貳仟零貳拾肆'],
      [10001, '壹萬零壹'],
    ],
  ],
  [
    'ideographDigital',
    [
      [10, '一〇'],
      [105, '一〇五'],
    ],
  ],
  [
    'ideographTraditional',
    [
      [1, '甲'],
      [10, '癸'],
      [11, '11'],
    ],
  ],
  [
    'ideographZodiac',
    [
      [1, '子'],
      [12, '亥'],
      [13, '13'],
    ],
  ],
  [
    'ideographZodiacTraditional',
    [
      [1, '甲子'],
      [2, '乙丑'],
      [12, '乙亥'],
      [60, '癸亥'],
      [61, '61'],
    ],
  ],
  [
    'ideographEnclosedCircle',
    [
      [1, '㈠'],
      [10, '㈩'],
      [11, '11'],
    ],
  ],
  [
    'decimalEnclosedCircle',
    [
      [1, '①'],
      [20, '⑳'],
      [21, '21'],
    ],
  ],
  [
    'decimalEnclosedCircleChinese',
    [
      [10, '⑩'],
      [11, '11'],
    ],
  ],
  [
    'decimalEnclosedFullstop',
    [
      [1, '⒈'],
      [20, '⒛'],
    ],
  ],
  [
    'decimalEnclosedParen',
    [
      [1, '⑴'],
      [20, '⒇'],
    ],
  ],
  [
    'japaneseCounting',
    [
      [10, '十'],
      [101, '百一'],
      [1234, '千二百三十四'],
    ],
  ],
  [
    'japaneseLegal',
    [
      [1, '壱'],
      [10, '壱拾'],
      [23, '弐拾参'],
    ],
  ],
  ['japaneseDigitalTenThousand', [[12, '一二']]],
  [
    'aiueo',
    [
      [1, 'ｱ'],
      [46, 'ﾝ'],
      [47, 'ｱ'],
    ],
  ],
  [
    'aiueoFullWidth',
    [
      [2, 'イ'],
      [46, 'ン'],
    ],
  ],
  [
    'iroha',
    [
      [1, 'ｲ'],
      [3, 'ﾊ'],
    ],
  ],
  [
    'irohaFullWidth',
    [
      [1, 'イ'],
      [48, 'ン'],
    ],
  ],
  ['koreanDigital', [[10, '일영']]],
  ['koreanDigital2', [[10, '一零']]],
  [
    'koreanCounting',
    [
      [10, '십'],
      [21, '이십일'],
      [105, '백오'],
    ],
  ],
  [
    'koreanLegal',
    [
      [1, '하나'],
      [11, '열하나'],
      [20, '스물'],
      [99, '아흔아홉'],
    ],
  ],
  [
    'ganada',
    [
      [1, '가'],
      [14, '하'],
      [15, '가'],
    ],
  ],
  [
    'chosung',
    [
      [1, 'ㄱ'],
      [14, 'ㅎ'],
    ],
  ],
  [
    'vietnameseCounting',
    [
      [5, 'năm'],
      [10, 'mười'],
      [15, 'mười lăm'],
      [21, 'hai mươi mốt'],
    ],
  ],
  [
    'hebrew1',
    [
      [1, 'א'],
      [15, 'טו'],
      [16, 'טז'],
      [17, 'יז'],
      [22, 'כב'],
      [115, 'קטו'],
    ],
  ],
  [
    'hebrew2',
    [
      [1, 'א'],
      [22, 'ת'],
      [23, 'אא'],
    ],
  ],
  [
    'arabicAlpha',
    [
      [1, 'أ'],
      [3, 'ت'],
    ],
  ],
  ['arabicAbjad', [[3, 'ج']]],
  [
    'hindiVowels',
    [
      [1, 'क'],
      [37, 'ह'],
    ],
  ],
  [
    'hindiConsonants',
    [
      [1, 'अ'],
      [18, 'अः'],
      [19, 'अअ'],
    ],
  ],
  ['hindiNumbers', [[10, '१०']]],
  [
    'hindiCounting',
    [
      [1, 'एक'],
      [50, 'पचास'],
      [51, '51'],
    ],
  ],
  [
    'thaiLetters',
    [
      [1, 'ก'],
      [2, 'ข'],
      [4, 'ง'],
      [41, 'ฮ'],
      [42, 'กก'],
    ],
  ],
  ['thaiNumbers', [[12, '๑๒']]],
  [
    'thaiCounting',
    [
      [10, 'สิบ'],
      [21, 'ยี่สิบเอ็ด'],
    ],
  ],
  ['bahtText', [[1, 'หนึ่งบาทถ้วน']]],
];

describe('formatNumber', () => {
  it.each(cases.flatMap(([format, pairs]) => pairs.map(([value, text]) => [format, value, text] as const)))(
    '%s %i → %s',
    (format, value, text) => {
      expect(formatNumber(value, format)).toBe(text);
    },
  );

  it('has a case for every format', () => {
    const tested = new Set(cases.map(([format]) => format));
    expect(Object.keys(numberFormats).filter((format) => !tested.has(format))).toEqual([]);
    expect(Object.keys(numberFormats)).toHaveLength(62);
  });

  it('pads a custom format to the width of its pattern', () => {
    expect(formatNumber(7, 'custom', '001, 002, 003, ...')).toBe('007');
  });

  it.each([
    ['an unknown format', 12, 'klingon', '12'],
    ['a name every object has', 12, 'constructor', '12'],
    ['a number beyond what Word counts', 40_000, 'upperRoman', '40000'],
    ['a negative number', -1, 'lowerLetter', '-1'],
  ])('shows %s in figures', (_, value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});

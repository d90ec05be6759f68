/**
 * Every number format of ST_NumberFormat (ISO/IEC 29500-1 17.18.59) as a pure function. Where the
 * standard leaves the text open, it is what Word displays; LibreOffice's differing answers are named
 * beside the format.
 */
import { hanFormats, letters, lettersOf } from './han.ts';
import { wordFormats } from './words.ts';

const latin = 'abcdefghijklmnopqrstuvwxyz';
// Without ё й ъ ь, which do not number anything in Russian.
const russian = 'абвгдежзиклмнопрстуфхцчшщыэюя';

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let left = value;
  let text = '';
  for (const [worth, sign] of romans) {
    text += sign.repeat(Math.floor(left / worth));
    left %= worth;
  }
  return text;
}

function digits(zero: number): (value: number) => string {
  return (value) => [...String(value)].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
}

const hebrewLetters: readonly (readonly [number, string])[] = [
  [400, 'ת'],
  [300, 'ש'],
  [200, 'ר'],
  [100, 'ק'],
  [90, 'צ'],
  [80, 'פ'],
  [70, 'ע'],
  [60, 'ס'],
  [50, 'נ'],
  [40, 'מ'],
  [30, 'ל'],
  [20, 'כ'],
  [10, 'י'],
  [9, 'ט'],
  [8, 'ח'],
  [7, 'ז'],
  [6, 'ו'],
  [5, 'ה'],
  [4, 'ד'],
  [3, 'ג'],
  [2, 'ב'],
  [1, 'א'],
];

function hebrewNumber(value: number): string {
  let left = value % 1000;
  let text = '';
  for (const [worth, sign] of hebrewLetters) {
    // 15 and 16 are written 9+6 and 9+7, lest they spell the Name.
    if (worth === 10 && (left === 15 || left === 16)) continue;
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}

/** Chicago footnote signs: * † ‡ § and then doubled. */
const chicago = letters('*†‡§');

function upper(format: (value: number) => string): (value: number) => string {
  return (value) => format(value).toUpperCase();
}

const otherFormats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: upper(roman),
  lowerRoman: roman,
  upperLetter: upper(letters(latin)),
  lowerLetter: letters(latin),
  russianUpper: upper(letters(russian)),
  russianLower: letters(russian),
  hex: (value) => value.toString(16).toUpperCase(),
  chicago,
  numberInDash: (value) => `- ${value} -`,
  none: () => '',
  bullet: () => '',
  hebrew1: hebrewNumber,
  hebrew2: letters('אבגדהוזחטיכלמנסעפצקרשת'),
  arabicAlpha: letters('أبتثجحخدذرزسشصضطظعغفقكلمنهوي'),
  arabicAbjad: letters('أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'),
  // The standard's names are the wrong way round: "vowels" are the consonants क ख ग (so LibreOffice too).
  hindiVowels: letters('कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह'),
  hindiConsonants: lettersOf('अ आ इ ई उ ऊ ऋ ऌ ऍ ऎ ए ऐ ऑ ऒ ओ औ अं अः'.split(' ')),
  hindiNumbers: digits(0x0966),
  thaiNumbers: digits(0x0e50),
  // The 41 of the standard: without ฃ and ฅ, out of use, and without ฆ.
  thaiLetters: letters('กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'),
};

export const numberFormats: Readonly<Record<string, (value: number) => string>> = {
  ...otherFormats,
  ...hanFormats,
  ...wordFormats,
};

/** The largest number Word counts to. */
const largest = 32_767;

/**
 * One number as displayed. An unknown format, or a number Word would not count to, is shown in
 * figures. `custom` is w:format of a custom format, "001, 002, 003, ...": its zeros give the width.
 */
export function formatNumber(value: number, format: string, custom?: string): string {
  if (!Number.isInteger(value) || value < 0 || value > largest) return String(value);
  if (format === 'custom') return String(value).padStart(/^0*\d/u.exec(custom ?? '')?.[0].length ?? 1, '0');
  return (Object.hasOwn(numberFormats, format) ? numberFormats[format] : String)?.(value) ?? String(value);
}

/** Numbers written in words: English, Vietnamese, Thai, Hindi (ISO/IEC 29500-1 17.18.59). */
const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinalsOf: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function english(value: number): string {
  if (value < 20) return ones[value] as string;
  if (value < 100) {
    const rest = value % 10;
    return (tens[Math.floor(value / 10)] as string) + (rest === 0 ? '' : `-${ones[rest]}`);
  }
  const [size, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = value % size;
  return `${english(Math.floor(value / size))} ${name}${rest === 0 ? '' : ` ${english(rest)}`}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function englishOrdinal(value: number): string {
  return english(value).replace(/[a-z]+$/u, (last) => ordinalsOf[last] ?? last.replace(/y$/u, 'ie') + 'th');
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

const vietnameseDigits = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ');

function vietnamese(value: number): string {
  if (value < 10) return vietnameseDigits[value] as string;
  if (value > 99) return [...String(value)].map((digit) => vietnameseDigits[Number(digit)]).join(' ');
  const ten = Math.floor(value / 10);
  const one = value % 10;
  const head = ten === 1 ? 'mười' : `${vietnameseDigits[ten]} mươi`;
  if (one === 0) return head;
  // After a ten, five changes its sound; so does one after twenty.
  const last = one === 5 ? 'lăm' : one === 1 && ten > 1 ? 'mốt' : vietnameseDigits[one];
  return `${head} ${last}`;
}

const thaiDigits = ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const thaiPlaces = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'];

function thai(value: number): string {
  if (value === 0) return thaiDigits[0] as string;
  const digits = [...String(value)].map(Number);
  return digits
    .map((digit, index) => {
      const place = digits.length - 1 - index;
      if (digit === 0) return '';
      if (place === 1 && digit === 1) return 'สิบ';
      if (place === 1 && digit === 2) return 'ยี่สิบ';
      if (place === 0 && digit === 1 && digits.length > 1) return 'เอ็ด';
      return (thaiDigits[digit] as string) + (thaiPlaces[place] ?? '');
    })
    .join('');
}

const hindi = (
  'शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस ' +
  'सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस ' +
  'छियालीस सैंतालीस अड़तालीस उनचास पचास'
).split(' ');

export const wordFormats: Readonly<Record<string, (value: number) => string>> = {
  ordinal,
  cardinalText: (value) => capital(english(value)),
  ordinalText: (value) => capital(englishOrdinal(value)),
  dollarText: (value) => `${capital(english(value))} and 00/100`,
  vietnameseCounting: vietnamese,
  thaiCounting: thai,
  bahtText: (value) => `${thai(value)}บาทถ้วน`,
  // Beyond fifty the words are irregular; figures are plainer than a wrong word.
  hindiCounting: (value) => hindi[value] ?? String(value),
};

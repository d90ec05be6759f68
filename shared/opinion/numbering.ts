/** Document numbers 文号: 机关代字〔年份〕序号号, without 第 and without leading zeros (GB/T 9704-2012, 7.2.5). */

export type DocumentNumber = Readonly<{ series: string; year: number; ordinal: number }>;

export function formatNumber({ series, year, ordinal }: DocumentNumber): string {
  return `${series}〔${year}〕${ordinal}号`;
}

/** Reads a number as written; square and round brackets, 第 and leading zeros are understood. Null when it is none. */
export function parseNumber(text: string): DocumentNumber | null {
  const found = /^(.+?)[〔[［(（](\d{4})[〕\]］)）]第?(\d{1,6})号$/u.exec(text.replace(/\s/gu, ''));
  if (!found?.[1]) return null;
  return { series: found[1], year: Number(found[2]), ordinal: Number(found[3]) };
}

/** What a written number departs from: empty when it is in order. */
export function numberFaults(text: string): readonly ('unreadable' | 'brackets' | 'leading-zero' | 'ordinal-word')[] {
  if (!parseNumber(text)) return ['unreadable'];
  return [
    ...(/〔\d{4}〕/u.test(text) ? [] : (['brackets'] as const)),
    ...(/[〕\]］)）]第?0/u.test(text) ? (['leading-zero'] as const) : []),
    ...(/[〕\]］)）]第/u.test(text) ? (['ordinal-word'] as const) : []),
  ];
}

/** Theme fonts (ISO/IEC 29500-1 20.1.4.1.18): `minorEastAsia` and the like → a typeface. */
import { type XmlElement, child, childrenNamed } from './xml.ts';

export type Theme = Readonly<{ font: (reference: string | undefined) => string | undefined }>;

export const noTheme: Theme = { font: () => undefined };

/** Script of an East Asian language tag, as font schemes name it. */
function scriptOf(language: string | undefined): string {
  const tag = (language ?? 'zh-CN').toLowerCase();
  if (tag.startsWith('ja')) return 'Jpan';
  if (tag.startsWith('ko')) return 'Hang';
  return /^zh-(?:tw|hk|mo|hant)/u.test(tag) ? 'Hant' : 'Hans';
}

/** `eastAsianLanguage` is w:themeFontLang of the settings: it picks the typeface of empty a:ea. */
export function readTheme(root: XmlElement, eastAsianLanguage: string | undefined): Theme {
  const scheme = child(child(root, 'a:themeElements'), 'a:fontScheme');
  const script = scriptOf(eastAsianLanguage);
  const fonts = new Map<string, string>();
  for (const kind of ['major', 'minor'] as const) {
    const group = child(scheme, `a:${kind}Font`);
    const latin = child(group, 'a:latin')?.attributes['typeface'];
    const byScript = childrenNamed(group, 'a:font').find((font) => font.attributes['script'] === script);
    const eastAsian = child(group, 'a:ea')?.attributes['typeface'] || byScript?.attributes['typeface'];
    const complex = child(group, 'a:cs')?.attributes['typeface'];
    if (latin) fonts.set(`${kind}Ascii`, latin).set(`${kind}HAnsi`, latin);
    if (eastAsian) fonts.set(`${kind}EastAsia`, eastAsian);
    if (complex) fonts.set(`${kind}Bidi`, complex);
  }
  return { font: (reference) => (reference === undefined ? undefined : fonts.get(reference)) };
}

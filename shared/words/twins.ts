/** Same keys; strings stay strings, sentences with values stay functions of the same values. */
type Twin<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : T[K] extends string
      ? string
      : Twin<T[K]>;
};

/** Declares one room's words in both languages. */
export function twins<const T>(zh: T, en: Twin<T>): Readonly<{ zh: Twin<T>; en: Twin<T> }> {
  return { zh: zh as Twin<T>, en };
}

/** What the form calls the places a decoder complains of. Pure. */
import type { Words } from '../../shared/words/words.ts';

type Fields = Words['ruleForm']['fields'];

/** "check.find" → 查找的字词, "basis.0.article" → 条; a path the form does not know stays as it is. */
export function faultName(path: string, fields: Fields): string {
  const known = path
    .split('.')
    .toReversed()
    .find((part): part is keyof Fields => Object.hasOwn(fields, part));
  return known === undefined ? path : fields[known];
}

/** Each name once, in the order of the form. */
export function faultNames(paths: readonly string[], fields: Fields): readonly string[] {
  const order = Object.values(fields);
  return [...new Set(paths.map((path) => faultName(path, fields)))].toSorted(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
}

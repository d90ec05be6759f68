/**
 * Edit distance by furthest reaching points (Ukkonen 1985): time grows with the square of the
 * distance, not with the length of the texts. Answers `limit + 1` for anything beyond the limit.
 */
export function levenshtein(a: string, b: string, limit: number): number {
  const n = a.length;
  const m = b.length;
  if (Math.abs(n - m) > limit) return limit + 1;
  const offset = limit + 1;
  const width = 2 * limit + 3;
  // reach[k + offset]: how far along `a` one gets on diagonal k with so many edits.
  let reach = new Int32Array(width).fill(-1);
  let next = new Int32Array(width).fill(-1);
  for (let edits = 0; edits <= limit; edits += 1) {
    for (let k = -edits; k <= edits; k += 1) {
      const at = k + offset;
      let x =
        edits === 0
          ? 0
          : Math.max(
              (reach[at] as number) >= 0 ? (reach[at] as number) + 1 : -1,
              (reach[at + 1] as number) >= 0 ? (reach[at + 1] as number) + 1 : -1,
              reach[at - 1] as number,
            );
      if (edits > 0 && k === -edits) x = Math.max(x, (reach[at + 1] as number) + 1);
      if (edits > 0 && k === edits) x = Math.max(x, reach[at - 1] as number);
      x = Math.min(x, n, m - k);
      if (x < 0 || x + k < 0) continue;
      while (x < n && x + k < m && a.charCodeAt(x) === b.charCodeAt(x + k)) x += 1;
      next[at] = x;
      if (x === n && x + k === m) return edits;
    }
    [reach, next] = [next, reach];
    next.fill(-1);
  }
  return limit + 1;
}

/**
 * Variants of a sentence from one template: `甲方应在{30日|三十日|一个月}内付款` names the alternatives
 * of each place. A group may be empty on one side (`{|本合同}`); `\n` stays a line end. Groups do not nest.
 */

/** `wanted` different variants, or all there are; the same template always gives the same ones. */
export function expand(template: string, wanted: number): string[] {
  const parts = template.split(/\{([^{}]*)\}/u);
  const groups = parts.filter((_, at) => at % 2 === 1).map((group) => group.split('|'));
  const total = groups.reduce((product, group) => Math.min(product * group.length, 1_000_000), 1);
  const found = new Set<string>();
  // Steps through the mixed-radix numbers by a stride that shares no factor with most totals, so
  // that neighbours differ in several places.
  for (let n = 0; n < total && found.size < wanted; n += 1) {
    found.add(fill(parts, groups, (n * 7919) % total));
  }
  for (let n = 0; n < total && found.size < wanted; n += 1) found.add(fill(parts, groups, n));
  return [...found];
}

function fill(parts: readonly string[], groups: readonly (readonly string[])[], number: number): string {
  let rest = number;
  const chosen = groups.map((group) => {
    const alternative = group[rest % group.length] ?? '';
    rest = Math.floor(rest / group.length);
    return alternative;
  });
  return parts.map((part, at) => (at % 2 === 0 ? part : (chosen[(at - 1) / 2] ?? ''))).join('');
}

/** About `wanted` variants spread evenly over several templates. */
export function expandAll(templates: readonly string[], wanted: number): string[] {
  const share = Math.ceil(wanted / Math.max(templates.length, 1));
  const first = templates.map((template) => expand(template, share));
  const short = first.reduce((missing, some) => missing + (share - some.length), 0);
  // Templates with few alternatives leave their share to the others.
  return [
    ...new Set(
      templates.flatMap((template, at) =>
        first[at]?.length === share && short > 0 ? expand(template, share + short) : (first[at] ?? []),
      ),
    ),
  ].slice(0, Math.max(wanted, templates.length));
}

/** What the rules on villages' common property share. */
import type { DocumentKind } from '../../rule.ts';

/** Contracts, resolutions, plans and notices of villages are recognised as any of these. */
export const villagePapers: readonly DocumentKind[] = ['contract', 'decision', 'normative', 'other', 'enforcement'];

/** A village body that may own or let out. */
export const villageBody =
  '(?:村民委员会|村委会|居民委员会|居委会|村民小组|村集体|村组|生产队|股份(?:经济)?合作社|经济合作社|经济联合(?:总)?社|集体经济组织|本社|发包方|[^，。；：\\s]{1,6}村|村|集体)';

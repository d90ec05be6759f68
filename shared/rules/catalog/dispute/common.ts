/** What the rules on disputes share: the arbitration law, and how a dispute is handed to someone. */
import type { Basis } from '../../rule.ts';

/** The 2025 revision moved every number; its official text has not been seen. */
export const arbitrationLaw = (articles: string): Basis => ({
  law: '仲裁法',
  article: null,
  note: `2017年文本${articles}；2026年3月1日起施行的修订文本条号已变，请核对官方文本`,
});

export const submits = '(?:提交|提请|提起|申请|报请|交由|递交|通过|采取|采用|选择|向|由|交|经)';

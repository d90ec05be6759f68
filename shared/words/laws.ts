/** The office's own law library. */
import { twins } from './twins.ts';

export const laws = twins(
  {
    noUpload: (name: string) => `“${name}”没有传完，或已被使用。请重新选择文件。`,
    noArticles: (name: string) => `“${name}”中没有“第一条”这样的条文，没有收入法规库。请选择法律、法规的全文。`,
    noLaw: (_name: string) => '法规库中没有这部法规。请刷新后重试。',
  },
  {
    noUpload: (name: string) => `"${name}" did not arrive in full or was used already. Choose the file again.`,
    noArticles: (name: string) =>
      `"${name}" holds no articles (第一条 …) and was not taken in. Choose the full text of a law.`,
    noLaw: (_name: string) => 'The law library has no such law. Refresh and try again.',
  },
);

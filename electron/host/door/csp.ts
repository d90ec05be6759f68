/** The content security policy, the same string from both doors. */

/** What stands in index.html where the page load's nonce belongs. */
export const nonceMarker = '__CSP_NONCE__';

/**
 * Everything from the own origin or nothing. Styles of antd are made in the page and carry the nonce, fresh for each
 * load; pictures of documents may also be blobs and data.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self' blob: data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * For our own scripts. A worker lives by the policy it was served with: that of pdf.js fetches our character maps and
 * fonts, loads its decoders, and compiles them (scans are packed in JBIG2 and JPEG 2000); all else is shut.
 */
export const scriptPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'";

/** For everything that is not the page: were it ever opened as one, it could do nothing. */
export const dataPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

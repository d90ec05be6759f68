/** Who is ours, decided by pure functions: the page's own origin and nothing else. */

export const scheme = 'app';
export const origin = `${scheme}://fashen`;
export const startUrl = `${origin}/`;

/** The window may load its own page again, and go nowhere else. */
export function mayNavigate(url: string): boolean {
  return originOf(url) === origin;
}

/** Messages count only from the main frame of our own page. */
export function isTrusted(sender: Readonly<{ url: string; isMainFrame: boolean }>): boolean {
  return sender.isMainFrame && originOf(sender.url) === origin;
}

/** `URL.origin` is "null" for own schemes, so scheme and host are compared as written. */
function originOf(url: string): string | null {
  try {
    const { protocol, host, username, password } = new URL(url);
    return username || password ? null : `${protocol}//${host}`;
  } catch {
    return null;
  }
}

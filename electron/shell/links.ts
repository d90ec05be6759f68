/** Who is ours, decided by pure functions: the page's own origin and nothing else. */

export const scheme = 'app';
export const origin = `${scheme}://fashen`;
export const startUrl = `${origin}/`;

/** An address of ours, whatever lies behind it. */
export function isOwn(url: string): boolean {
  return originOf(url) === origin;
}

/** The window may load its own page again, and go nowhere else: not even to a file of its own origin. */
export function mayNavigate(url: string): boolean {
  return isOwn(url) && ['/', '/index.html'].includes(new URL(url).pathname);
}

/** What the page may load at all: its own addresses, and data it made itself. No network, whatever the policy says. */
export function mayRequest(url: string): boolean {
  return isOwn(url) || url.startsWith('data:') || (url.startsWith('blob:') && isOwn(url.slice('blob:'.length)));
}

/** Messages count only from the main frame of our own page. */
export function isTrusted(sender: Readonly<{ url: string; isMainFrame: boolean }>): boolean {
  return sender.isMainFrame && mayNavigate(sender.url);
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

/** app:// — the page and its files, answered by the host; nothing is ever loaded from file://. */
import { protocol } from 'electron';
import type { HostLink } from './host-link.ts';
import { isOwn, scheme } from './links.ts';

/** Before the app is ready: the scheme is secure, has an origin, and may stream. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

export function serveScheme(host: HostLink): void {
  protocol.handle(scheme, async (request) => {
    if (!isOwn(request.url)) return new Response(null, { status: 404 });
    try {
      const { pathname } = new URL(request.url);
      const { status, headers, body } = await host.fetch(request.method, pathname, request.body);
      return new Response(body as BodyInit, { status, headers });
    } catch {
      return new Response(null, { status: 503 });
    }
  });
}

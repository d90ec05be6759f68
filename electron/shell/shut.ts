/** What the page's session may ask of the machine: nothing. */
import type { Session } from 'electron';
import { mayRequest } from './links.ts';

type Shuttable = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'webRequest'
>;

export function shut(session: Shuttable): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // The policy forbids it already; this holds should the policy ever fail to arrive.
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url) }));
}

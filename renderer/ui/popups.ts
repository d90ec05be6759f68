/** Outside the body: on the body antd locks scrolling by a style element without the nonce. */
export function popups(): HTMLElement {
  return document.querySelector<HTMLElement>('#root') ?? document.body;
}

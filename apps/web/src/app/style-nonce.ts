/** What the page's style elements carry so that the browser takes them; the server puts it into the page's head. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
}

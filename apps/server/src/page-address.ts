let address = 'http://localhost:4600'

/** Says under which address people reach this server, without a slash at its end; once, when it starts. */
export function setPageAddress(url: string): void {
  address = url.replace(/\/+$/, '')
}

/**
 * Where the server's pages are, for links in messages and mail: of the address a request came to nobody knows whether it
 * was made up, and messages are written in the background, where there is none.
 */
export const pageAddress = (): string => address

/** Whether only this machine can open the address: links in messages would lead nowhere. */
export const isOnlyHere = (url: string): boolean => /^https?:\/\/(localhost|127\.|0\.0\.0\.0|\[::1?\])/.test(url)

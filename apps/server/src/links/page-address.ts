let address = 'http://localhost:4600'

/** Says under which address clients reach this server, without a slash at its end; once, when it starts. */
export function setPageAddress(url: string): void {
  address = url.replace(/\/+$/, '')
}

/**
 * Where the pages for clients are. Messages are written in the background, where there is no request whose address
 * could be taken.
 */
export const pageAddress = (): string => address

/** Whether only this machine can open the address: links in messages would lead nowhere. */
export const isOnlyHere = (url: string): boolean => /^https?:\/\/(localhost|127\.|0\.0\.0\.0|\[::1?\])/.test(url)

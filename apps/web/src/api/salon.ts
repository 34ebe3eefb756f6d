// The salon this tab looks at. The session remembers the one chosen last, which may be another tab's: so every request
// names its own, at first by the mark in the address.

/** Header, and in links to files query parameter, the server reads. */
const SALON_HEADER = 'comeback-workspace'

let salon = new URLSearchParams(globalThis.location?.search).get('w')

/** Has the requests from now on be about a salon, by its id; `null`: about the one the session has chosen. */
export function lookAt(workspaceId: string | null): void {
  salon = workspaceId
}

/** What a request says it is about. */
export const salonHeaders = (): Record<string, string> => (salon === null ? {} : { [SALON_HEADER]: salon })

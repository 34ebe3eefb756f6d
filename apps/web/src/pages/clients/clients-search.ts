import { asFlag, asText, defined } from '../../app/search-text.ts'

export interface ClientsSearch {
  q?: string
  sort?: string
  desc?: true
}

export function readClientsSearch(raw: Record<string, unknown>): ClientsSearch {
  return defined({ q: asText(raw.q), sort: asText(raw.sort), desc: asFlag(raw.desc) })
}

/** Clients who are probably one person: they share a phone or an e-mail. */
export interface SameContacts {
  /** clients who share one with another client */
  count: number
  /** per client: the first of those they are probably the same as, which may be through a third; else the client */
  first: Int32Array
}

/** Joins clients by equal phone or equal e-mail; '' is neither. */
export function sameContacts(phone: readonly string[], email: readonly string[]): SameContacts {
  const first = Int32Array.from(phone, (_, client) => client)
  const rootOf = (client: number): number => {
    while (first[client] !== client) {
      first[client] = first[first[client]!]!
      client = first[client]!
    }
    return client
  }
  for (const texts of [phone, email]) {
    const known = new Map<string, number>()
    texts.forEach((text, client) => {
      if (text === '') return
      const other = known.get(text)
      if (other === undefined) known.set(text, client)
      else join(rootOf(other), rootOf(client))
    })
  }
  function join(a: number, b: number) {
    first[Math.max(a, b)] = Math.min(a, b)
  }
  const members = new Int32Array(phone.length)
  for (let client = 0; client < first.length; client++) {
    first[client] = rootOf(client)
    members[first[client]!]!++
  }
  return { count: first.reduce((sum, root) => sum + (members[root]! > 1 ? 1 : 0), 0), first }
}

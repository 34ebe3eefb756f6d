import bowser from 'bowser'

/** The browser and system a session was begun in, as people call them: `Chrome, Android`; empty when it is not known. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return ''
  const { browser, os } = bowser.parse(userAgent)
  return [browser.name, os.name].filter(Boolean).join(', ')
}

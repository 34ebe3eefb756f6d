/** Minor units of one unit of a currency: 100 kopecks of a hryvnia, 1 of a yen. */
export function minorUnits(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return 10 ** maximumFractionDigits
}

/** What a person typed into a field for money, in minor units; `null` when it is no amount above 0. */
export function toMinor(typed: string | number, currency: string): number | null {
  const minor = Math.round(Number(typed) * minorUnits(currency))
  return Number.isFinite(minor) && minor > 0 ? minor : null
}

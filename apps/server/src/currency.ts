/** Decimals of a currency's minor unit, 2 for UAH; `null` when ISO 4217 has no such code. */
export function exponentOf(currency: string): number | null {
  if (!Intl.supportedValuesOf('currency').includes(currency)) return null
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

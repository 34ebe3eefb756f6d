import { Alert, Select } from '@mantine/core'
import { useMemo } from 'react'
import { useWords } from '../../i18n/period-words.ts'

interface Facts {
  currency: string
  timeZone: string
}

interface Props {
  saved: Facts
  draft: Facts
  onChange: (change: Partial<Facts>) => void
}

/** What amounts are called and when a day begins; each says what a change moves before it is saved. */
export function CurrencyAndZone({ saved, draft, onChange }: Props) {
  const { say, language } = useWords()
  const currencies = useMemo(() => currenciesLike(saved.currency, language), [saved.currency, language])
  const zones = useMemo(() => [...new Set([saved.timeZone, ...Intl.supportedValuesOf('timeZone')])], [saved.timeZone])
  return (
    <>
      <dt>
        <label htmlFor="currency">{say('settings.currency')}</label>
      </dt>
      <dd>
        <Select
          id="currency"
          searchable
          allowDeselect={false}
          nothingFoundMessage={say('settings.notFound')}
          data={currencies}
          value={draft.currency}
          onChange={(currency) => currency && onChange({ currency })}
        />
        {draft.currency !== saved.currency && (
          <Alert color="yellow" variant="light" radius="md" mt={8}>
            {say('settings.currencyWarning', { from: saved.currency, to: draft.currency })}
          </Alert>
        )}
      </dd>
      <dt>
        <label htmlFor="time-zone">{say('settings.timeZone')}</label>
      </dt>
      <dd>
        <Select
          id="time-zone"
          searchable
          allowDeselect={false}
          nothingFoundMessage={say('settings.notFound')}
          data={zones}
          value={draft.timeZone}
          onChange={(timeZone) => timeZone && onChange({ timeZone })}
        />
        {draft.timeZone !== saved.timeZone && (
          <Alert color="yellow" variant="light" radius="md" mt={8}>
            {say('settings.timeZoneWarning')}
          </Alert>
        )}
      </dd>
    </>
  )
}

/** Currencies with as many decimals, by name: amounts are kept in the smallest unit, so others would change them. */
function currenciesLike(currency: string, language: string) {
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  const decimals = decimalsOf(currency)
  return [...new Set([currency, ...Intl.supportedValuesOf('currency')])]
    .filter((code) => decimalsOf(code) === decimals)
    .map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }))
}

const decimalsOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits

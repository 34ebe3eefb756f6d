import { useMemo } from 'react'
import type { FairRow } from '../../api/types.ts'
import { FunnelChart, type FunnelDot } from '../../charts/funnel-chart.tsx'
import { Defined } from '../../components/definition.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './fair.module.css'
import { toneOfVerdict } from './fair-verdict.tsx'
import { useFairWords } from './fair-words.ts'
import { heightAt, LIMITS, layOutFunnel } from './funnel-values.ts'

/** Points along a limit; the first stands where the funnel is nearly as wide as it gets. */
const STEPS = 60

/** Which masters are beyond what chance does. */
export function Funnel({ rows }: { rows: FairRow[] }) {
  const { say, formats, language } = useWords()
  const words = useFairWords(rows)
  const funnel = useMemo(() => layOutFunnel(rows), [rows])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language, the rest the answer
  const picture = useMemo(() => {
    if (!funnel) return null
    const { middle, end } = funnel
    const limits = Array.from({ length: STEPS }, (_, step) => {
      const weight = (end * (step + 1)) / STEPS
      const pair = (z: number): [number, number] => [heightAt(-z, weight, middle), heightAt(z, weight, middle)]
      return { weight, inner: pair(LIMITS.inner), outer: pair(LIMITS.outer) }
    })
    const dots = funnel.points.map(({ row, weight, rate }): FunnelDot => {
      const tone = toneOfVerdict(row)
      const text = [words.verdict(row), words.compareText(row)]
      text.push(say('fair.funnel.weight', { weight: formats.decimal(weight, weight < 10 ? 1 : 0) }))
      return { name: words.nameOf(row), weight, rate, tone: tone === 'quiet' ? 'plain' : tone, text }
    })
    const salon = say('fair.funnel.salon', { rate: formats.percent(middle) }).replace(' ', '\n')
    const axis = { percent: formats.percent, x: say('fair.funnel.x') }
    const lines = { salon, inner: say('fair.funnel.inner'), outer: say('fair.funnel.outer') }
    return { dots, limits, middle, end, words: { ...axis, ...lines } }
  }, [funnel, language])
  if (!picture || !funnel) return <p className={classes.text}>{say('fair.funnel.none')}</p>
  return (
    <>
      <h3 className={classes.subheading}>
        <Defined of="funnel">{say('fair.funnel.title')}</Defined>
      </h3>
      <FunnelChart {...picture} label={say('fair.funnel.picture')} />
      <p className={classes.note}>
        {say('fair.funnel.text')}
        {funnel.left.length > 0 && ` ${say('fair.funnel.left', { masters: funnel.left.map(words.nameOf).join(', ') })}`}
      </p>
    </>
  )
}

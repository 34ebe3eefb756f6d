import type { Curve, CurveGroup, CurveGrouping } from '../../api/types.ts'
import { Explained } from '../../components/definition.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './curve.module.css'
import { useCurveWords, usePText } from './curve-words.ts'

interface Props {
  by: CurveGrouping
  curve: Curve
  drawn: readonly CurveGroup[]
}

/** p below which a difference is called larger than chance, as everywhere on the page (95 %). */
const CHANCE = 0.05

/** The answer in a sentence: how long half take, or whether the groups differ at all. */
export function CurveVerdict({ by, curve, drawn }: Props) {
  const { say } = useText()
  const { medianText } = useCurveWords(by)
  const pText = usePText()
  const { groups, logRank } = curve
  const only = drawn[0]
  if (by === 'all' || groups.length < 2) return only ? <p className={classes.verdict}>{medianText(only)}</p> : null
  const among = say(`curve.among.${by}`)
  const sentence =
    logRank === null
      ? say('curve.unclear', { among })
      : say(logRank.p < CHANCE ? 'curve.differ' : 'curve.alike', { among, p: pText(logRank.p) })
  return (
    <p className={classes.verdict}>
      <Explained of="logRank">{sentence}</Explained>
    </p>
  )
}

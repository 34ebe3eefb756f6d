import { SegmentedControl } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { chooseLanguage, useText } from '../../i18n/index.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import classes from './entrance.module.css'

interface Props {
  title: string
  lead?: string
  children: ReactNode
  /** other ways to go */
  foot?: ReactNode
}

/** The frame of the pages one sees before being let in. */
export function Entrance({ title, lead, children, foot }: Props) {
  const { say, language } = useText()
  useDocumentTitle(`${title} · Comeback`)
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <section className={classes.card}>
          <div className={classes.brand}>
            <img src="/favicon.svg" alt="" width={28} height={28} />
            Comeback
          </div>
          <h1>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
          {children}
          {foot && <div className={classes.foot}>{foot}</div>}
        </section>
        <div className={classes.languages}>
          <SegmentedControl
            size="xs"
            aria-label={say('settings.language')}
            value={language}
            onChange={chooseLanguage}
            data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
        </div>
      </div>
    </main>
  )
}

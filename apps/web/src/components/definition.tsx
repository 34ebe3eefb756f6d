import { Popover, UnstyledButton } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Catalogue } from '../i18n/catalogue.ts'
import { useText } from '../i18n/index.ts'
import classes from './definition.module.css'
import { ForecastCheck } from './people/forecast-check.tsx'

export type Term = keyof Catalogue['define']

/** ⓘ that opens what a number means. */
export function Definition({ of }: { of: Term }) {
  const { say } = useText()
  const title = say(`define.${of}.title`)
  return (
    <Popover width={300} position="bottom" withArrow shadow="md" radius="md" trapFocus={false} returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.button!}
          aria-label={say('common.whatIsIt', { term: title })}
          onClick={(event) => event.stopPropagation()}
          data-print="no"
        >
          <IconInfoCircle size={14} stroke={1.8} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.text!}>
        <b>{title}</b>
        <p>{say(`define.${of}.text`)}</p>
        {(of === 'value12m' || of === 'revenue12m') && (
          <p>
            <ForecastCheck />
          </p>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

/** A sentence with its definition behind it, never alone on a line. */
export function Explained({ of, children }: { of: Term; children: string }) {
  const cut = children.lastIndexOf(' ') + 1
  return (
    <>
      {children.slice(0, cut)}
      <span className={classes.together}>
        {children.slice(cut)}
        <Definition of={of} />
      </span>
    </>
  )
}

/** A heading with its definition beside it, kept on one line with the last word. */
export function Defined({ of, children }: { of?: Term | undefined; children: ReactNode }) {
  return (
    <span className={classes.defined}>
      {children}
      {of && <Definition of={of} />}
    </span>
  )
}

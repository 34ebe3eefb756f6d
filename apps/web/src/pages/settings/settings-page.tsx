import { canChangeSettings, canSetBookingPage } from '@comeback/server/permissions'
import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { chooseLanguage } from '../../i18n/index.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useWords } from '../../i18n/period-words.ts'
import { ChannelsLink } from './channels-link.tsx'
import { ControlLinks } from './control-links.tsx'
import { PlanCard } from './plan-card.tsx'
import { SalonSettings } from './salon-settings.tsx'
import classes from './settings.module.css'

const SCHEMES = ['auto', 'light', 'dark'] as const

/** How the page speaks and looks in this browser, and what it knows of the salon. */
export function SettingsPage() {
  const { say, language, formats } = useWords()
  const may = useMay()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { currency, timeZone, counts, firstDay, dataThrough } = useWorkspace()
  return (
    <>
      <PageHeader title={say('settings.title')} />
      <Card>
        <dl className={classes.list}>
          <dt id="language">{say('settings.language')}</dt>
          <dd>
            <SegmentedControl
              aria-labelledby="language"
              value={language}
              onChange={chooseLanguage}
              data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            />
          </dd>
          <dt id="theme">{say('settings.theme')}</dt>
          <dd>
            <SegmentedControl
              aria-labelledby="theme"
              value={colorScheme}
              onChange={setColorScheme}
              data={SCHEMES.map((value) => ({ value, label: say(`settings.${value}`) }))}
            />
          </dd>
        </dl>
      </Card>
      {may(canChangeSettings) && (
        <Card label={say('settings.salon')}>
          <h2 className={classes.heading}>{say('settings.salon')}</h2>
          <SalonSettings />
        </Card>
      )}
      {may(canSetBookingPage) && (
        <Card label={say('booking.title')}>
          <h2 className={classes.heading}>{say('booking.title')}</h2>
          <p className={classes.about}>{say('booking.lead')}</p>
          <Button
            component={Link}
            to="/settings/booking"
            variant="default"
            leftSection={<IconLink size={16} aria-hidden />}
          >
            {say('settings.open')}
          </Button>
        </Card>
      )}
      <PlanCard />
      <ChannelsLink />
      <ControlLinks />
      <Card label={say('settings.data')}>
        <h2 className={classes.heading}>{say('settings.data')}</h2>
        <dl className={classes.list}>
          {!may(canChangeSettings) && (
            <>
              <dt>{say('settings.currency')}</dt>
              <dd>{currency}</dd>
              <dt>{say('settings.timeZone')}</dt>
              <dd>{timeZone}</dd>
            </>
          )}
          {firstDay && dataThrough && (
            <>
              <dt>{say('settings.dataSpan')}</dt>
              <dd>{formats.dates(firstDay, dataThrough)}</dd>
            </>
          )}
          <dt>{say('settings.inBook')}</dt>
          <dd>
            {say('common.clients', { count: counts.clients })}, {say('common.visits', { count: counts.visits })}
          </dd>
        </dl>
      </Card>
    </>
  )
}

import { canChangeGroups, canSeeGroups } from '@comeback/server/permissions'
import { Button, SegmentedControl } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClipboardList, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { groupsQuery } from '../../api/groups.ts'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { Card } from '../../components/card.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import { GroupList } from './group-list.tsx'
import classes from './groups.module.css'
import { PasteContacts } from './paste-contacts.tsx'

const route = getRouteApi('/groups')

/** The groups there are, and the ways to make one. */
export function GroupsPage() {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  const archived = route.useSearch().archived === true
  const navigate = route.useNavigate()
  const isOpen = may(canSeeGroups) && has('winback')
  const groups = useQuery({ ...groupsQuery(archived), enabled: isOpen })
  const [pasting, paste] = useDisclosure(false)
  if (!may(canSeeGroups)) return <NotForYou title={say('nav.groups')} />
  return (
    <>
      <PageHeader
        title={say('nav.groups')}
        actions={
          isOpen &&
          may(canChangeGroups) && (
            <>
              <Button variant="default" leftSection={<IconClipboardList size={16} aria-hidden />} onClick={paste.open}>
                {say('groups.fromContacts')}
              </Button>
              <Button component={Link} to="/groups/new" leftSection={<IconPlus size={16} aria-hidden />}>
                {say('groups.newLive')}
              </Button>
            </>
          )
        }
      >
        {say('groups.lead')}
      </PageHeader>
      {isOpen ? (
        <>
          {!may(canChangeGroups) && <p className={classes.hint}>{say('groups.lookOnly')}</p>}
          <SegmentedControl
            mt="md"
            aria-label={say('groups.which')}
            data={[
              { value: 'use', label: say('groups.inUse') },
              { value: 'archive', label: say('groups.archive') },
            ]}
            value={archived ? 'archive' : 'use'}
            onChange={(value) => void navigate({ search: value === 'archive' ? { archived: true } : {} })}
          />
          <Card flush label={say('nav.groups')}>
            <GroupList groups={groups} archived={archived} />
          </Card>
          <PasteContacts opened={pasting} onClose={paste.close} />
        </>
      ) : (
        <Locked feature="winback" />
      )}
    </>
  )
}

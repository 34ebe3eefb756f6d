import { canAnswerForData } from '@comeback/server/permissions'
import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload, IconEraser } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { eraseClient, personalDataLink } from '../../api/privacy.ts'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './client.module.css'

/** The client's right to their data: a copy of all of it, or its end. */
export function PersonalData({ id, name, erased }: { id: string; name: string; erased: boolean }) {
  const { say } = useText()
  const may = useMay()
  const [asking, ask] = useDisclosure(false)
  if (!may(canAnswerForData)) return null
  return (
    <Card label={say('privacy.personalData')}>
      <h2 className={classes.heading}>{say('privacy.personalData')}</h2>
      <p className={classes.note}>{say('privacy.personalDataText')}</p>
      <Group gap="sm">
        <Button
          component="a"
          href={personalDataLink(id)}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {say('privacy.handOut')}
        </Button>
        {!erased && (
          <Button variant="subtle" color="red" leftSection={<IconEraser size={16} aria-hidden />} onClick={ask.open}>
            {say('privacy.erase')}
          </Button>
        )}
      </Group>
      <EraseDialog id={id} name={name} opened={asking} onClose={ask.close} />
    </Card>
  )
}

function EraseDialog({ id, name, ...modal }: { id: string; name: string; opened: boolean; onClose: () => void }) {
  const { say } = useText()
  const queries = useQueryClient()
  const [sure, setSure] = useState(false)
  const erase = useMutation({
    mutationFn: () => eraseClient(id),
    onSuccess: () => {
      modal.onClose()
      void queries.invalidateQueries()
    },
  })
  return (
    <Modal
      {...modal}
      title={<b>{say('privacy.eraseTitle', { name })}</b>}
      centered
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      <p style={{ marginTop: 0 }}>{say('privacy.eraseGoes')}</p>
      <p>{say('privacy.eraseStays')}</p>
      <p>{say('privacy.eraseFiles')}</p>
      <Checkbox
        label={say('privacy.eraseSure')}
        checked={sure}
        onChange={({ currentTarget }) => setSure(currentTarget.checked)}
      />
      {erase.error && <Failure error={erase.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={modal.onClose}>
          {say('common.cancel')}
        </Button>
        <Button color="red" disabled={!sure} loading={erase.isPending} onClick={() => erase.mutate()}>
          {say('privacy.eraseNow')}
        </Button>
      </Group>
    </Modal>
  )
}

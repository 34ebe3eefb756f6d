import { canExport } from '@comeback/server/permissions'
import { leastPlan } from '@comeback/server/plans'
import { Button, Menu } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react'
import { FORMATS, type Format } from '../../api/export-links.ts'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useText } from '../../i18n/index.ts'

const ICONS = { csv: IconFileTypeCsv, xlsx: IconFileSpreadsheet }

/** Downloads the list on the screen; the server writes the file. */
export function ExportMenu({ linkTo }: { linkTo: (format: Format) => string }) {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  if (!may(canExport)) return null
  return (
    <Menu position="bottom-end" shadow="lg" radius="md">
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconDownload size={16} aria-hidden />}>
          {say('common.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!has('files') && (
          <Menu.Label maw={240}>
            {say('plans.locked.files.text')} {say('plans.from', { plan: say(`plans.name.${leastPlan('files')}`) })}
          </Menu.Label>
        )}
        {FORMATS.map((format) => {
          const Icon = ICONS[format]
          return (
            <Menu.Item
              key={format}
              component="a"
              disabled={!has('files')}
              href={linkTo(format)}
              download
              leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
            >
              {say('common.exportAs', { format: format.toUpperCase() })}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

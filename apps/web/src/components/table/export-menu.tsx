import { canExport } from '@comeback/server/permissions'
import { Button, Menu } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react'
import { FORMATS, type Format } from '../../api/export-links.ts'
import { useMay } from '../../app/session-context.tsx'
import { useText } from '../../i18n/index.ts'

const ICONS = { csv: IconFileTypeCsv, xlsx: IconFileSpreadsheet }

/** Downloads the list on the screen; the server writes the file. */
export function ExportMenu({ linkTo }: { linkTo: (format: Format) => string }) {
  const { say } = useText()
  const may = useMay()
  if (!may(canExport)) return null
  return (
    <Menu position="bottom-end" shadow="lg" radius="md">
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconDownload size={16} aria-hidden />}>
          {say('common.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => {
          const Icon = ICONS[format]
          return (
            <Menu.Item
              key={format}
              component="a"
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

import { IconArrowBackUp, IconFileImport, IconSettings, IconUsers, type TablerIcon } from '@tabler/icons-react'
import type { TextKey } from '../i18n/catalogue.ts'

export interface MenuItem {
  to: '/retention' | '/clients' | '/import' | '/settings'
  label: TextKey
  icon: TablerIcon
}

export interface MenuSection {
  label: TextKey | null
  items: MenuItem[]
}

/** The menu shows what exists; the phone's bar folds the first section under "Management". */
export const MENU: MenuSection[] = [
  {
    label: 'nav.clients',
    items: [
      { to: '/retention', label: 'nav.retention', icon: IconArrowBackUp },
      { to: '/clients', label: 'nav.allClients', icon: IconUsers },
    ],
  },
  { label: 'nav.data', items: [{ to: '/import', label: 'nav.import', icon: IconFileImport }] },
  { label: null, items: [{ to: '/settings', label: 'nav.settings', icon: IconSettings }] },
]

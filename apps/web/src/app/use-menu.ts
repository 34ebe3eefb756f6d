import { MENU, type MenuSection } from './navigation.ts'
import { useMay } from './session-context.tsx'

/** The sections of a menu with what the person looking may see. */
export function useMenu(sections: MenuSection[] = MENU): MenuSection[] {
  const may = useMay()
  return sections
    .map((section) => ({ ...section, items: section.items.filter(({ can }) => can === undefined || may(can)) }))
    .filter(({ items }) => items.length > 0)
}

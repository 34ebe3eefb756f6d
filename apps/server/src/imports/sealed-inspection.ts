import { eq } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import type { ContactVault } from '../vault/index.ts'
import type { InspectedFile, SealedInspection } from './import.ts'
import { isImport } from './is-import.ts'
import { type ImportRow, imports, type StoredImport } from './tables.ts'

// An inspection shows some rows of the file, and so names and phones: with a key it is stored sealed as a whole.

type Vault = Pick<ContactVault, 'sealing' | 'seal' | 'open'>

/** An inspection as it is stored. */
export function sealInspection(vault: Vault, inspected: InspectedFile | null): InspectedFile | SealedInspection | null {
  if (!inspected || !vault.sealing) return inspected
  return { sealed: vault.seal(JSON.stringify(inspected), 'inspection') }
}

/** An import as everything else knows it. */
export function openImport(vault: Vault, { inspected, ...row }: StoredImport): ImportRow {
  if (!inspected || !('sealed' in inspected)) return { ...row, inspected }
  return { ...row, inspected: JSON.parse(vault.open(inspected.sealed)) as InspectedFile }
}

/** Seals the inspections a workspace has stored as they are; `scope` has the sealing vault. */
export async function sealStoredInspections(scope: WorkspaceScope): Promise<void> {
  const { db, workspaceId, vault } = scope
  const rows = await db.select().from(imports).where(eq(imports.workspaceId, workspaceId))
  for (const { id, inspected } of rows) {
    if (!inspected || 'sealed' in inspected) continue
    await db
      .update(imports)
      .set({ inspected: sealInspection(vault, inspected) })
      .where(isImport(scope, id))
  }
}

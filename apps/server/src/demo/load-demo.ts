import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bookable, dataVersion, hideImport, showImport, storeBook } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { readBook } from '../intake/index.ts'
import { demoRows } from './demo-rows.ts'
import { writeDemoCsv } from './write-csv.ts'

/** Import number of the demo's lines: people's own imports count from 1. */
const DEMO_IMPORT = 0

/** Fills a workspace with the demo salon, the way any visit file goes; does nothing where it is loaded already. */
export async function loadDemo(scope: WorkspaceScope): Promise<void> {
  await scope.exclusively(async () => {
    if ((await dataVersion(scope)) > 0) return
    const { book } = await readDemo()
    await hideImport(scope, DEMO_IMPORT, 'new')
    await storeBook(scope, bookable(book), { importId: DEMO_IMPORT })
    await showImport(scope, DEMO_IMPORT)
  })
}

async function readDemo() {
  const folder = await mkdtemp(join(tmpdir(), 'comeback-demo-'))
  try {
    const file = join(folder, 'demo.csv')
    await writeFile(file, writeDemoCsv(demoRows()))
    return await readBook(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startProcess } from './testing.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** a data folder as the first start of a server leaves it: migrated, with the demo salon, without secrets */
    servedFolder: string
  }
}

/** Made once: tests that need a server's process start it on a copy, in a third of the time. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'comeback-served-'))
  const { child } = await startProcess(folder)
  child.kill('SIGTERM')
  await once(child, 'exit')
  for (const secret of ['cookie-secret', 'operator-token']) await rm(join(folder, secret))
  project.provide('servedFolder', folder)
  return () => rm(folder, { recursive: true })
}

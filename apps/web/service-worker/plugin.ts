import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

export const WORKER = 'service-worker'

/** Letters of other languages are loaded when a name has them, and are not kept. */
const OTHER_LETTERS = /-(vietnamese|greek|greek-ext|cyrillic-ext|latin-ext)-/

/** Tells the service worker, an entry of the build by the name {@link WORKER}, which files the page is made of. */
export function pageFiles(): Plugin {
  let publicFolder: string
  return {
    name: 'page-files',
    apply: 'build',
    configResolved(config) {
      publicFolder = config.publicDir
    },
    generateBundle(_, bundle) {
      const worker = Object.values(bundle).find((each) => each.type === 'chunk' && each.name === WORKER)
      if (worker?.type !== 'chunk') throw new Error('the build has no service worker')
      const built = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !OTHER_LETTERS.test(name))
      const fixed = globSync('**/*.*', { cwd: publicFolder })
      const contents = fixed.map((name) => readFileSync(join(publicFolder, name)))
      const files = ['/', ...[...built, ...fixed].map((name) => `/${name}`)].sort()
      const version = createHash('sha256').update(files.join('\n'))
      for (const content of contents) version.update(content)
      worker.code =
        `const PAGE_VERSION = '${version.digest('hex').slice(0, 12)}'\n` +
        `const PAGE_FILES = ${JSON.stringify(files)}\n${worker.code}`
    },
  }
}

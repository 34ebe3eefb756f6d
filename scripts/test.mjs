// `npm test`: checks, then every test; the closing line is `N passed, N failed, N skipped`.
import { join } from 'node:path'
import { ensureWeb } from './build-web.mjs'
import { ensureDependencies, root, run } from './ensure.mjs'

ensureDependencies()
const bin = (name, file) => join(root, 'node_modules', name, file)
const checks = [
  ['Biome', [bin('@biomejs/biome', 'bin/biome'), 'check', '.']],
  ['TypeScript', [bin('typescript', 'bin/tsc')]],
  ['TypeScript, web', [bin('typescript', 'bin/tsc'), '-p', 'apps/web']],
  ['TypeScript, service worker', [bin('typescript', 'bin/tsc'), '-p', 'apps/web/service-worker']],
  ['knip', [bin('knip', 'bin/knip.js')]],
]
const only = process.argv.slice(2)
let failed = 0
if (only.length === 0) {
  for (const [name, args] of checks) {
    if (run(args) === 0) continue
    failed++
    console.error(`${name} found problems (above)`)
  }
}
ensureWeb()
const code = run([bin('vitest', 'vitest.mjs'), 'run', ...only], { env: { FAILED_CHECKS: String(failed) } })
process.exit(failed > 0 ? 1 : code)

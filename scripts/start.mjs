import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureWeb } from './build-web.mjs'
import { ensureDependencies, node26, root } from './ensure.mjs'

ensureDependencies()
ensureWeb()

const server = spawn(node26, [join(root, 'apps/server/src/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compile'), ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))

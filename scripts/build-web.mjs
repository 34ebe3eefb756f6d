import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './ensure.mjs'

const web = join(root, 'apps', 'web')
const built = join(web, 'dist', 'index.html')
const sources = [
  join(web, 'src'),
  join(web, 'public'),
  join(web, 'service-worker'),
  join(web, 'index.html'),
  join(web, 'vite.config.ts'),
  join(root, 'packages', 'retention', 'src'),
  join(root, 'package-lock.json'),
]

function newest(path) {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Builds the page when it was never built or a source is newer than the build. */
export function ensureWeb() {
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(...sources.map(newest))) return
  console.log('Building the page …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const code = run([vite, 'build', '--logLevel', 'warn'], { cwd: web })
  if (code !== 0) process.exit(code)
}

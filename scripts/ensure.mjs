// Runs on whatever Node the machine has: brings the dependencies, Node 26 among them, before anything else starts.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const node26 = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

const lock = join(root, 'package-lock.json')
const installedLock = join(root, 'node_modules', '.installed-lock.json')

/** Installs when node_modules is missing, half made, or of another lock file. */
export function ensureDependencies() {
  if (existsSync(node26) && existsSync(installedLock) && readFileSync(lock).equals(readFileSync(installedLock))) return
  console.log('Installing dependencies (once, about a minute) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('npm ci failed. Check the network connection to the npm registry and run the command again.')
    process.exit(status ?? 1)
  }
  copyFileSync(lock, installedLock)
}

/** Runs a command under Node 26, with the local tools first on the path. Returns its exit code. */
export function run(args, options = {}) {
  const separator = process.platform === 'win32' ? ';' : ':'
  const path = `${join(root, 'node_modules', '.bin')}${separator}${process.env.PATH}`
  const { status, signal } = spawnSync(node26, args, {
    stdio: 'inherit',
    cwd: root,
    shell: process.platform === 'win32',
    ...options,
    // compiled modules are kept: halves the time to start
    env: {
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compile'),
      ...process.env,
      PATH: path,
      ...options.env,
    },
  })
  return signal ? 1 : (status ?? 1)
}

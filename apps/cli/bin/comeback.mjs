#!/usr/bin/env node
// Starts the command line under the project's own Node: machines may have an older one, which cannot run TypeScript.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..', '..')
const ownNode = join(root, 'node_modules', 'node', 'bin', 'node')
const child = spawn(
  existsSync(ownNode) ? ownNode : process.execPath,
  ['--disable-warning=ExperimentalWarning', join(here, '..', 'src', 'main.ts'), ...process.argv.slice(2)],
  // compiled modules are kept: halves the time to start
  { stdio: 'inherit', env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compile'), ...process.env } },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)))

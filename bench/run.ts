// `npm run bench [name …]`: ratios against a peer measured in the same run, never absolute promises.
import { benchCli } from './cli.ts'
import { benchEngine } from './engine.ts'

const BENCHES = { engine: benchEngine, cli: benchCli }

const asked = process.argv.slice(2)
for (const [name, bench] of Object.entries(BENCHES)) if (asked.length === 0 || asked.includes(name)) await bench()

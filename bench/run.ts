// `npm run bench [name …]`: ratios against a peer measured in the same run, never absolute promises.
import { benchCli } from './cli.ts'
import { benchEngine } from './engine.ts'
import { benchStore } from './store.ts'

const BENCHES = { engine: benchEngine, cli: benchCli, store: benchStore }

const asked = process.argv.slice(2)
for (const [name, bench] of Object.entries(BENCHES)) if (asked.length === 0 || asked.includes(name)) await bench()

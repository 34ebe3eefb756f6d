// `npm run bench [name …]`: ratios against a peer measured in the same run, never absolute promises.
import { benchAppend } from './append.ts'
import { benchCli } from './cli.ts'
import { benchCohorts } from './cohorts.ts'
import { benchFit } from './fit.ts'
import { benchGrowth } from './growth.ts'
import { benchLoad } from './load.ts'
import { benchMemory } from './memory.ts'
import { benchReport } from './report.ts'
import { benchScreen } from './screen.ts'
import { benchStore } from './store.ts'

const ENGINE = {
  report: benchReport,
  cohorts: benchCohorts,
  screen: benchScreen,
  fit: benchFit,
  memory: benchMemory,
  append: benchAppend,
}
const BENCHES = { ...ENGINE, growth: benchGrowth, cli: benchCli, store: benchStore, load: benchLoad }

const asked = process.argv.slice(2).flatMap((name) => (name === 'engine' ? Object.keys(ENGINE) : [name]))
for (const [name, bench] of Object.entries(BENCHES)) if (asked.length === 0 || asked.includes(name)) await bench()

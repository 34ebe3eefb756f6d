// `node scripts/run.mjs FILE …`: runs a file under Node 26 after making sure everything is installed.
import { ensureDependencies, run } from './ensure.mjs'

ensureDependencies()
process.exit(run(process.argv.slice(2)))

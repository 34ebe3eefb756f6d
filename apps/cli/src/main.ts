import { Command, CommanderError } from 'commander'
import { addBackup, addRestore } from './commands/backup.ts'
import { addClients } from './commands/clients.ts'
import { addCohorts } from './commands/cohorts.ts'
import { addCurve } from './commands/curve.ts'
import { addDemo } from './commands/demo.ts'
import { addGo } from './commands/go.ts'
import { addImport } from './commands/import.ts'
import { addInspect } from './commands/inspect.ts'
import { addLost } from './commands/lost.ts'
import { addRebooking } from './commands/rebooking.ts'
import { addReport } from './commands/report.ts'
import { addServe } from './commands/serve.ts'
import { addUser } from './commands/user.ts'
import { Failure } from './failure.ts'

const program = new Command('comeback')
  .description('Which clients came back, which did not, and what to do about it')
  .showHelpAfterError(
    '(for example: comeback report visits.csv --base 2025-12 --return next; comeback --help and comeback <command> --help say more)',
  )
  .exitOverride()

addInspect(program)
addReport(program)
addLost(program)
addCurve(program)
addCohorts(program)
addRebooking(program)
addImport(program)
addClients(program)
addDemo(program)
addServe(program)
addBackup(program)
addRestore(program)
addUser(program)
addGo(program)
for (const command of program.commands) command.exitOverride()

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof Failure) {
    console.error(`comeback: ${error.message}`)
    process.exitCode = error.exitCode
  } else throw error
}

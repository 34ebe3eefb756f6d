import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { Failure } from '../failure.ts'

export function addDemo(program: Command) {
  program
    .command('demo')
    .description('write the demo salon as a visit file')
    .requiredOption('--out <file>', 'file to write, CSV')
    .action(async ({ out }: { out: string }) => {
      const { demoRows, writeDemoCsv } = await import('@comeback/server/demo')
      const rows = demoRows()
      try {
        await writeFile(out, writeDemoCsv(rows))
      } catch (error) {
        throw new Failure(`${out}: ${error instanceof Error ? error.message : error}`)
      }
      console.log(`${rows.length} lines of the demo salon are in ${out}`)
    })
}

import type { Command } from 'commander'

export function addServe(program: Command) {
  program
    .command('serve')
    .description('serve the app; settings come from PORT, HOST, COMEBACK_DATA, DATABASE_URL, COMEBACK_NO_OPEN')
    .option('--demo', 'serve the demo salon, whatever the data folder holds')
    .action(async ({ demo }: { demo?: true }) => {
      const { runServer } = await import('@comeback/server')
      await runServer({ demo: demo ? 'force' : 'ifEmpty' })
    })
}

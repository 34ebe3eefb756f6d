import { main } from './start-server.ts'

await main(process.argv.slice(2))

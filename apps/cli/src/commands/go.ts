import type { Command } from 'commander'
import { reachServer } from '../reach-server.ts'

export function addGo(program: Command) {
  program
    .command('go')
    .description('let a restored copy send to clients, and confirm the date after the clock has jumped')
    .action(async () => {
      const server = await reachServer()
      try {
        const { workspaces } = await server.request<{ workspaces: number }>('/operator/go', { method: 'POST' })
        console.log(workspaces === 0 ? 'nothing waited' : `${workspaces} workspaces act by themselves again`)
      } finally {
        await server.close()
      }
    })
}

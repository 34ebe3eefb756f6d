import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { Failure } from '../failure.ts'
import { reachServer } from '../reach-server.ts'

interface NewUser {
  email: string
  name: string
}

/** The way in for who has the data folder: the first owner, another one, or a password nobody remembers. */
export function addUser(program: Command) {
  const user = program.command('user').description('make an account, or set a new password')
  user
    .command('create')
    .description('make an owner of the workspace that `comeback import` fills; reads the password from the input')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .action(async ({ email, name }: NewUser) => {
      await send('/operator/users', { email, name, password: await readPassword() })
      console.log(`${email} can sign in now`)
    })
  user
    .command('password')
    .description('set a new password, read from the input, and end the sessions of the old one')
    .requiredOption('--email <address>')
    .action(async ({ email }: NewUser) => {
      await send('/operator/passwords', { email, password: await readPassword() })
      console.log(`${email} has a new password`)
    })
  user
    .command('host')
    .description('make an account a host of this server: they see its workspaces from above, change plans and suspend')
    .requiredOption('--email <address>')
    .option('--remove', 'make them no host any more')
    .action(async ({ email, remove }: HostUser) => {
      await send('/operator/hosts', { email, isHost: !remove })
      console.log(
        remove ? `${email} is no host any more` : `${email} is a host now: the menu with their name leads there`,
      )
    })
}

interface HostUser {
  email: string
  remove?: true
}

async function send(path: string, body: object) {
  const server = await reachServer()
  try {
    const headers = { 'content-type': 'application/json' }
    await server.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  } finally {
    await server.close()
  }
}

/** From the first line of the input, so that it is in no history and no list of processes. */
async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  lines.once('close', () => reject(new Failure('no password was given')))
  lines.question('Password, 10 characters or more: ').then(resolve, reject)
  const password = await promise
  lines.close()
  return password
}

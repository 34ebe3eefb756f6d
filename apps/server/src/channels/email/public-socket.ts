import { connect } from 'node:net'
import { isPrivateHost, lookupPublic, PrivateAddress } from '../../http/public-address.ts'

interface Options {
  host?: string | undefined
  port?: number | string | undefined
  connectionTimeout?: number | undefined
}

/** Connects a mail transport to addresses of the internet only; TLS is the transport's own matter. */
export function publicSocket(
  { host = '', port = 587, connectionTimeout = 20_000 }: Options,
  done: (error: Error | null, socket?: { connection: ReturnType<typeof connect> }) => void,
) {
  if (!URL.canParse(`smtp://${host}`) || isPrivateHost(new URL(`http://${host}`))) {
    return done(new PrivateAddress(`${host} is in the own network of the server`))
  }
  const socket = connect({ host, port: Number(port), lookup: lookupPublic, timeout: connectionTimeout })
  const fail = (error: Error) => {
    socket.destroy()
    done(error)
  }
  const late = () => fail(new Error('the mail server did not answer in time'))
  socket.once('error', fail)
  socket.once('timeout', late)
  socket.once('connect', () => {
    socket.off('error', fail)
    socket.off('timeout', late)
    socket.setTimeout(0)
    done(null, { connection: socket })
  })
}

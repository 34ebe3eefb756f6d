import type { OpenedAccount } from './account.ts'
import type { GatewayRequest } from './call-gateway.ts'
import { openGateway } from './call-gateway.ts'
import { channelsConfig } from './configure.ts'
import { outcomeOf, type Understand } from './read-answer.ts'
import type { OutgoingMessage, Sender } from './sender.ts'

/** How one gateway is spoken to. */
export interface GatewayContract {
  /** where it is reached, without a slash at the end */
  address: string
  request(message: OutgoingMessage, address: string): GatewayRequest
  understand: Understand
}

/** A sender that makes one request a message. */
export function gatewaySender(account: OpenedAccount, { address, request, understand }: GatewayContract): Sender {
  const { gateways, allowPrivate } = channelsConfig()
  const given = gateways[account.provider]
  // an address the operator gave is the operator's matter
  const gateway = openGateway({ allowPrivate: allowPrivate || given !== undefined })
  return {
    channel: account.channel,
    async send(message, signal) {
      return outcomeOf(await gateway.call(request(message, given ?? address), signal), understand)
    },
    async close() {
      gateway.close()
    },
  }
}

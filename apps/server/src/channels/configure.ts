/** What the server's operator decides for the channels of every workspace. */
export interface ChannelsConfig {
  /** gateways and mail servers a workspace names may be in the server's own network */
  allowPrivate: boolean
  /** addresses to reach gateways by in place of their own, by provider: a proxy, or Telegram's own server */
  gateways: Readonly<Record<string, string>>
  /** the server's own mail, as smtp://user:password@host:port; `null`: none to offer */
  smtpUrl: string | null
  /** sender of the server's own mail */
  mailFrom: string
  /** where gateways reach this server, such as https://salon.example; `null`: nowhere */
  publicUrl: string | null
}

let current: ChannelsConfig = {
  allowPrivate: false,
  gateways: {},
  smtpUrl: null,
  mailFrom: 'Comeback <comeback@localhost>',
  publicUrl: null,
}

/** Sets it for the process, once at start: whoever sends names a workspace and a channel and nothing else. */
export function configureChannels(config: ChannelsConfig) {
  current = config
}

export const channelsConfig = (): ChannelsConfig => current

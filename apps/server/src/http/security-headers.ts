import type { Context, MiddlewareHandler } from 'hono'
import { NONCE, secureHeaders } from 'hono/secure-headers'

const YEAR = 31_536_000

/**
 * What a browser may do with our pages: run and load what this server sends and nothing else. Style elements carry the
 * nonce of their page (Mantine makes some at run time); style attributes are allowed, as the tooltips of the charts are
 * markup with such. HSTS is promised only where people come by https, or a server tried out in the house would be
 * unreachable for a year.
 */
export function securityHeaders(publicUrl: string | null): MiddlewareHandler {
  const isTls = publicUrl?.startsWith('https:') ?? false
  return secureHeaders({
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: isTls && `max-age=${YEAR}; includeSubDomains`,
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      // the code an authenticator scans is drawn by the page; the documentation of the API has its arrows so
      imgSrc: ["'self'", 'data:'],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", NONCE],
      styleSrcAttr: ["'unsafe-inline'"],
      workerSrc: ["'self'"],
    },
  })
}

/** The nonce of the answer, for the style elements of a page. */
export function nonceOf(c: Context): string {
  return c.get('secureHeadersNonce') ?? ''
}

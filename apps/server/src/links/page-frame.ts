import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { nonceOf } from '../http/security-headers.ts'
import type { PageLanguage } from './browser-language.ts'

type Markup = ReturnType<typeof html>

interface Page {
  language: PageLanguage
  /** of the browser's tab, and the salon's name above everything; '' when there is none to tell */
  salon: string
  title: string
  body: Markup
  status?: 200 | 404 | 410 | 429
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2433;--soft:#5b6475;--line:#d5d9e2;--field:#fff;--page:#f4f5f9;--card:#fff;
--strong:#4338ca;--on:#fff;--good:#0f7a4d;--bad:#b42318}
@media (prefers-color-scheme:dark){:root{--ink:#eceef4;--soft:#a4abbb;--line:#3b4254;--field:#171b25;--page:#11141b;
--card:#1c212d;--strong:#a5a0ff;--on:#14121f;--good:#5fd39b;--bad:#ff9b8f}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:480px;margin:0 auto;padding:24px 16px 40px}
.salon{margin:0 0 14px;color:var(--soft);font-weight:600;overflow-wrap:anywhere}
.card{padding:22px 20px;border-radius:16px;background:var(--card);box-shadow:0 1px 3px rgba(20,24,40,.09)}
h1{margin:0 0 8px;font-size:23px;line-height:1.25}
p{margin:0 0 14px}
.soft{color:var(--soft)}
.good{color:var(--good);font-weight:600}
.bad{color:var(--bad);font-weight:600}
.contact{white-space:pre-line;font-weight:600;overflow-wrap:anywhere}
label{display:block;margin:16px 0 6px;font-weight:600}
label small{font-weight:400;color:var(--soft)}
input,select,textarea{width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--line);border-radius:10px;
background:var(--field);color:var(--ink);font:inherit}
textarea{min-height:84px;resize:vertical}
.two{display:flex;flex-wrap:wrap;margin:0 -6px}
.two>div{flex:1 1 180px;min-width:0;padding:0 6px}
button{width:100%;min-height:52px;margin-top:22px;padding:12px 16px;border:0;border-radius:12px;background:var(--strong);
color:var(--on);font:inherit;font-weight:650;cursor:pointer}
button.quiet{border:1px solid var(--line);background:transparent;color:var(--ink)}
:focus-visible{outline:3px solid var(--strong);outline-offset:2px}
a{color:var(--strong)}
.scale{display:grid;grid-template-columns:repeat(6,1fr);gap:8px;margin:18px 0 8px}
.scale label{position:relative;margin:0}
.scale input{position:absolute;inset:0;min-height:0;margin:0;padding:0;opacity:0;cursor:pointer}
.scale span{display:grid;place-items:center;min-height:48px;border:1px solid var(--line);border-radius:10px;
background:var(--field)}
.scale input:checked+span{border-color:var(--strong);background:var(--strong);color:var(--on)}
.scale input:focus-visible+span{outline:3px solid var(--strong);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:12px;font-size:14px}
.trap{position:absolute;left:-9999px;height:1px;overflow:hidden}
`

/**
 * A page for a salon's client: one small answer without scripts, cookies or anything from elsewhere, for whatever phone
 * there is. It is kept nowhere, and no search engine lists it.
 */
export function showPage(c: Context, { language, salon, title, body, status = 200 }: Page) {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex, nofollow')
  c.header('content-language', language)
  c.header('vary', 'accept-language')
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${salon ? `${title} · ${salon}` : title}</title>
<style nonce="${nonceOf(c)}">${raw(STYLE)}</style>
</head>
<body><main>
${salon ? html`<p class="salon">${salon}</p>` : ''}
<div class="card">${body}</div>
</main></body>
</html>`
  return c.html(page, status)
}

/** Simple HTML of a text: its paragraphs with links to press, the salon's name below, and the way out of marketing. */
export function emailHtml(text: string, business: string, unsubscribe: { url: string; words: string } | null): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((each) => `<p style="margin:0 0 16px">${linked(each).replaceAll('\n', '<br>')}</p>`)
  const foot = [
    escaped(business),
    ...(unsubscribe
      ? [`<a href="${escaped(unsubscribe.url)}" style="color:#6b7280">${escaped(unsubscribe.words)}</a>`]
      : []),
  ].filter(Boolean)
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;background:#f6f6f7;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:#1f2328">
<div style="max-width:560px;margin:0 auto;padding:28px;background:#ffffff;border-radius:12px">
${paragraphs.join('\n')}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e5e7eb;font-size:13px;color:#6b7280">${foot.join(' · ')}</p>
</div></body></html>`
}

const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,:;!?()«»]/g

function linked(text: string): string {
  let out = ''
  let done = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    out += `${escaped(text.slice(done, index))}<a href="${escaped(address)}">${escaped(address)}</a>`
    done = index + address.length
  }
  return out + escaped(text.slice(done))
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!)

import type { Language } from '../i18n/languages.ts'
import { ApiError, fileLink, isErrorBody, request, sendJson } from './request.ts'
import { salonHeaders } from './salon.ts'
import type { Import, ImportCorrection } from './types.ts'

const path = (id: string | number) => `/imports/${encodeURIComponent(id)}`

export const correctImport = (id: string | number, correction: ImportCorrection) =>
  sendJson<Import>('PATCH', path(id), correction)
export const confirmImport = (id: string | number) => request<Import>(`${path(id)}/confirm`, { method: 'POST' })
export const cancelImport = (id: string | number) => request<Import>(`${path(id)}/cancel`, { method: 'POST' })
export const undoImport = (id: string | number) => request<Import>(`${path(id)}/undo`, { method: 'POST' })
export const rejectsLink = (id: string | number, lang: Language) => fileLink(`${path(id)}/rejects.csv`, { lang })

/**
 * Sends the file as it is. XMLHttpRequest, because fetch cannot tell how much of a body has gone out.
 * @param onProgress share sent, 0–1
 */
export function uploadFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Import> {
  return new Promise((resolve, reject) => {
    const upload = new XMLHttpRequest()
    upload.open('POST', `/api/imports?name=${encodeURIComponent(file.name)}`)
    upload.setRequestHeader('content-type', 'application/octet-stream')
    for (const [name, value] of Object.entries(salonHeaders())) upload.setRequestHeader(name, value)
    upload.responseType = 'json'
    upload.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    upload.onerror = () => reject(new ApiError(0, { code: 'offline', message: 'The upload was interrupted' }))
    upload.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'))
    upload.onload = () => {
      const body: unknown = upload.response
      if (upload.status >= 200 && upload.status < 300) resolve(body as Import)
      else if (isErrorBody(body)) reject(new ApiError(upload.status, body.error))
      else reject(new ApiError(upload.status, { code: 'unreadable', message: `HTTP ${upload.status}` }))
    }
    signal.addEventListener('abort', () => upload.abort())
    upload.send(file)
  })
}

import { type Day, formatDay } from '@comeback/retention'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../http/env.ts'
import { LANGUAGES } from '../languages.ts'
import type { Columns } from '../reports/columns.ts'
import { getWorkspace } from '../reports/get-workspace.ts'
import { FORMATS, type Format, type Sheet, writeFile } from './write-file.ts'

/** How a file is to be written. */
export const FileParams = z.object({
  format: z.enum(FORMATS).default('csv'),
  lang: z.enum(LANGUAGES).default('uk'),
})

/** How a list of people is to be written. */
export const ListFileParams = FileParams.extend({ columns: z.string().max(1000).optional() })

/** A file holds them all. */
export const EVERYONE = { limit: Number.POSITIVE_INFINITY }

/** Waits for the forecast, if there is to be one: a page can ask again, a file cannot. */
export async function fitted(columns: Columns, asOf: Day): Promise<void> {
  await columns.lifetime(asOf).catch(() => undefined)
}

export async function currencyOf(c: Context<Env>, columns: Columns): Promise<string> {
  return (await getWorkspace(c.var.scope, columns, c.var.today)).currency
}

const MEDIA_TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file's name with the last day its numbers know of: it is read long after it was made. */
export const namedAsOf = (name: string, asOf: Day): string => `${name}-as-of-${formatDay(asOf)}`

/** A sheet as the answer to a request. */
export async function download(c: Context<Env>, sheet: Sheet, name: string, format: Format) {
  return c.body(await writeFile(sheet, format), 200, {
    'content-type': MEDIA_TYPES[format],
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}.${format}"`,
  })
}

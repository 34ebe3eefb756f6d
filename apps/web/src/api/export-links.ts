import type { SurveyBand } from '@comeback/retention'
import type { Language } from '../i18n/languages.ts'
import type { Shown } from './calls.ts'
import { type PeopleSource, peopleQuery, type Question } from './queries.ts'
import { fileLink } from './request.ts'
import type { Grouping, RebookingGrouping } from './types.ts'

export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

/** A cell on the screen holds more than one thing; in a file each has a column of its own. */
const FILE_COLUMNS: Record<string, string[]> = {
  name: ['name', 'phone', 'email'],
  lastVisit: ['lastVisit', 'daysSince'],
  staff: ['staff', 'service'],
  daysOverdue: ['expectedOn', 'daysOverdue'],
  expectedOn: ['expectedOn', 'daysOverdue'],
}

/** Address of the file with everyone on the list, in the order and columns on the screen. */
export function peopleExport(source: PeopleSource, format: Format, lang: Language, columns: readonly string[]): string {
  const paths = { report: 'people', rebooking: 'rebooking/people', clients: 'clients' }
  const path = source.kind === 'group' ? `groups/${source.id}` : paths[source.kind]
  const file = fileLink(`/exports/${path}`, {
    format,
    lang,
    columns: columns.flatMap((column) => FILE_COLUMNS[column] ?? [column]).join(','),
  })
  return `${file}${peopleQuery(source).replace('?', '&')}`
}

/** Everybody of a campaign, with what became of their message and what they did. */
export function campaignExport(id: string, format: Format, lang: Language): string {
  return fileLink(`/exports/campaigns/${id}`, { format, lang })
}

/** Everybody an automation concerned in a year. */
export function automationExport(id: string, format: Format, lang: Language): string {
  return fileLink(`/exports/automations/${id}`, { format, lang })
}

/** Address of the file with the call list. */
export function callsExport(show: Shown, format: Format, lang: Language): string {
  return fileLink('/exports/calls', { format, lang, show })
}

/** Address of the file with the last answer of each client, of a band or of all. */
export function surveysExport(band: SurveyBand | undefined, format: Format, lang: Language): string {
  return fileLink('/exports/survey-answers', { format, lang, band })
}

/** `months`: how many of the latest ones, or `all`. */
export function healthExport(months: string, format: Format, lang: Language): string {
  return fileLink('/exports/health', { format, lang, months })
}

export function rebookingExport(question: Question, by: RebookingGrouping, format: Format, lang: Language): string {
  const { base, filter, asOf } = question
  return fileLink('/exports/rebooking', { format, lang, base, filter, asOf, by })
}

export function reportExport(question: Question, by: Grouping | 'all', format: Format, lang: Language): string {
  return fileLink('/exports/report', { format, lang, ...question, by })
}

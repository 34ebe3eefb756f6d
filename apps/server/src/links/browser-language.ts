import type { Context } from 'hono'

export const PAGE_LANGUAGES = ['uk', 'ru', 'en'] as const
export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

/** The first language a browser asks for that the pages for clients speak; English when none is. */
export function browserLanguage(c: Context): PageLanguage {
  const asked = (c.req.header('accept-language') ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find((q) => q !== undefined)
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return asked.flatMap(({ language }) => PAGE_LANGUAGES.filter((ours) => ours === language))[0] ?? 'en'
}

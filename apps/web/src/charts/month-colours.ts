import type { Palette } from './use-chart.ts'

/** New, returning and regular clients look the same in every picture, and none of them like an outcome. */
const COLOURS = {
  new: { light: '#d09a3d', dark: '#e0b05a' },
  returning: { light: '#b6a4ec', dark: '#6a57ad' },
  regular: { light: '#5b3bc4', dark: '#b19df5' },
  cancelled: { light: '#6d7687', dark: '#9aa2b4' },
  noShow: { light: '#b8527f', dark: '#e07fab' },
  reference: { light: 'rgba(31, 122, 80, 0.11)', dark: 'rgba(98, 197, 150, 0.13)' },
  unfinished: { light: 'rgba(100, 107, 122, 0.1)', dark: 'rgba(185, 188, 200, 0.1)' },
} as const

export type MonthColour = keyof typeof COLOURS

export const monthColour = (colour: MonthColour, { scheme }: Palette): string => COLOURS[colour][scheme]

/** The same for HTML, where the scheme is the style sheet's business. */
export const monthCss = (colour: MonthColour): string => `light-dark(${COLOURS[colour].light}, ${COLOURS[colour].dark})`

import type { Palette } from './use-chart.ts'

/** Colours of lines that must be told apart, also by the colour-blind: they differ in lightness as well as in hue. */
const LIGHT = ['#5b3bc4', '#c8641b', '#1b7f79', '#b5306f', '#2f6fc9', '#77700f', '#8a4b2f', '#4a5160']
const DARK = ['#b19df5', '#f2a25c', '#4cc4b6', '#f07fb4', '#76aef7', '#d3c75a', '#dd9a78', '#b9bcc8']

/** More lines than this nobody tells apart. */
export const MOST_LINES = LIGHT.length

export const seriesColour = (index: number, scheme: Palette['scheme']): string =>
  (scheme === 'dark' ? DARK : LIGHT)[index % MOST_LINES]!

/** The same where a style sheet is at hand. */
export const seriesCss = (index: number): string =>
  `light-dark(${LIGHT[index % MOST_LINES]}, ${DARK[index % MOST_LINES]})`

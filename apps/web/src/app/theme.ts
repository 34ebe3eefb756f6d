import { createTheme, type MantineColorsTuple } from '@mantine/core'

const brand: MantineColorsTuple = [
  '#f3effe',
  '#e4dcfb',
  '#c7b8f3',
  '#a990ec',
  '#8f6ee5',
  '#7d57e0',
  '#6e47d6',
  '#5b3bc4',
  '#4d31aa',
  '#3d2690',
]

/** The page's own greys, a little violet, in place of Mantine's neutral ones. */
const dark: MantineColorsTuple = [
  '#ececf1',
  '#b9bcc8',
  '#969ba9',
  '#6d7180',
  '#3a3a46',
  '#2e2e38',
  '#23232c',
  '#1c1c23',
  '#17171d',
  '#101014',
]

export const theme = createTheme({
  primaryColor: 'brand',
  colors: { brand, dark },
  primaryShade: { light: 7, dark: 6 },
  fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", Inter, system-ui, sans-serif', fontWeight: '700' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
})

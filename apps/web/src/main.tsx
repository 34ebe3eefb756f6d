import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './app/global.css'
import 'dayjs/locale/ru'
import 'dayjs/locale/uk'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startLanguages } from './i18n/index.ts'

await startLanguages()
createRoot(document.getElementById('root')!).render(<App />)

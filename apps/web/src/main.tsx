import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './app/global.css'
import 'dayjs/locale/ru'
import 'dayjs/locale/uk'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { styleNonce } from './app/style-nonce.ts'
import { startLanguages } from './i18n/index.ts'
import { startServiceWorker } from './offline/service-worker.ts'

// the part of Mantine that stops scrolling behind a drawer makes style elements of its own
setNonce(styleNonce())
startServiceWorker()
await startLanguages()
createRoot(document.getElementById('root')!).render(<App />)

import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { ApiError } from '../api/request.ts'
import { useText } from '../i18n/index.ts'
import { router } from './router.tsx'
import { styleNonce } from './style-nonce.ts'
import { theme } from './theme.ts'

/** A server that cannot be reached is asked twice more; what it refused once it refuses again. */
const retry = (failures: number, error: Error) => failures < 2 && error instanceof ApiError && error.status === 0

/** Without a connection requests are made all the same: what is kept on the device answers them. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry, staleTime: 30_000, networkMode: 'always', refetchOnReconnect: true },
    mutations: { networkMode: 'always' },
  },
})

export function App() {
  const { language } = useText()
  return (
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
          <QueryClientProvider client={queries}>
            <Notifications position="top-center" />
            <ModalsProvider>
              <RouterProvider router={router} />
            </ModalsProvider>
          </QueryClientProvider>
        </DatesProvider>
      </MantineProvider>
    </StrictMode>
  )
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { RouterProvider } from 'react-router'
import { isProblem } from './api/problem'
import { SessionProvider } from './auth/session'
import { LanguageProvider, useSpeech } from './i18n'
import { PreferencesProvider } from './lib/preferences'
import { router } from './router'
import { themeOf } from './theme/theme'

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        // What the server has refused stays refused; only silence is worth another try.
        retry: (count, error) => isProblem(error) && error.unsettled && count < 2,
      },
      mutations: { retry: false },
    },
  })
}

const client = newQueryClient()

export function Themed({ children }: { children: ReactNode }) {
  const { language } = useSpeech()
  return (
    <ConfigProvider
      theme={themeOf(language)}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      modal={{ centered: true }}
    >
      <AntApp style={{ height: '100%' }}>{children}</AntApp>
    </ConfigProvider>
  )
}

export function App() {
  return (
    <LanguageProvider>
      <PreferencesProvider>
        <QueryClientProvider client={client}>
          <SessionProvider>
            <Themed>
              <RouterProvider router={router} />
            </Themed>
          </SessionProvider>
        </QueryClientProvider>
      </PreferencesProvider>
    </LanguageProvider>
  )
}

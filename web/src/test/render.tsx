import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { newQueryClient, Themed } from '@/app'
import { SessionProvider } from '@/auth/session'
import { LanguageProvider } from '@/i18n'
import { PreferencesProvider } from '@/lib/preferences'

/** A component inside everything that the console wraps around its pages. */
export function show(children: ReactNode, at = '/') {
  return render(
    <LanguageProvider>
      <PreferencesProvider>
        <QueryClientProvider client={newQueryClient()}>
          <SessionProvider>
            <Themed>
              <MemoryRouter initialEntries={[at]}>{children}</MemoryRouter>
            </Themed>
          </SessionProvider>
        </QueryClientProvider>
      </PreferencesProvider>
    </LanguageProvider>,
  )
}

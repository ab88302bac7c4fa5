/** The page from the outside in: texts, services, look, session; then set-up, sign-in or the product. */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n as I18n } from 'i18next'
import type { ReactElement } from 'react'
import { I18nextProvider } from 'react-i18next'
import { type Services, ServicesProvider } from '../lib/api/services.tsx'
import type { OwnLook } from '../lib/look/look-choice.tsx'
import { Gate } from './gate.tsx'
import { LookProvider } from './look-provider.tsx'
import { SessionProvider } from './session-provider.tsx'
import type { StationState } from './station-state.ts'

interface AppProps {
  readonly services: Services
  readonly queries: QueryClient
  readonly i18n: I18n
  readonly firstLook: OwnLook
  readonly stationState: StationState
}

export function App({ services, queries, i18n, firstLook, stationState }: AppProps): ReactElement {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <ServicesProvider services={services}>
          <SessionProvider>
            <LookProvider i18n={i18n} first={firstLook}>
              <Gate stationState={stationState} />
            </LookProvider>
          </SessionProvider>
        </ServicesProvider>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

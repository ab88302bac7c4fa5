import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import './tokens.css'
import './fonts.css'
import './global.css'
import './mantine-bridge.css'
import 'dayjs/locale/ar.js'
import { DirectionContext, type MantineColorSchemeManager, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactElement, type ReactNode, useLayoutEffect, useMemo } from 'react'
import { AnnouncerProvider } from '../announcer.tsx'
import { ConfirmProvider } from '../confirm-dialog.tsx'
import { LeaveGuardProvider } from '../form/leave-guard.tsx'
import { ShortcutProvider } from '../shortcuts/shortcut-provider.tsx'
import { ShortcutSheet } from '../shortcuts/shortcut-sheet.tsx'
import { type UiTexts, UiTextsContext } from '../texts/ui-texts.ts'
import { ToastProvider } from '../toast.tsx'
import { type Look, LookContext, resolveLook } from './look.ts'
import { mantineTheme } from './mantine-theme.ts'

type UiRootProps = {
  look: Look
  texts: UiTexts
  /** Tells whether a scanner is typing right now, so that its keys are not taken for shortcuts. */
  isScanBurst?: () => boolean
  children: ReactNode
}

/** The choice of scheme belongs to the caller, so Mantine gets a store that keeps nothing. */
const forgetfulStore: MantineColorSchemeManager = {
  get: (value) => value,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}

/**
 * Root of every page: sets scheme, density, language and direction on the document, and provides the kit's words,
 * toasts, confirmation, shortcuts, leave guard and the live region. Render it once.
 */
export function UiRoot({ look, texts, isScanBurst, children }: UiRootProps): ReactElement {
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false })
  const { scheme, density, lang } = look
  const resolved = useMemo(
    () => resolveLook({ scheme, density, lang }, systemIsDark),
    [scheme, density, lang, systemIsDark],
  )
  const { resolvedScheme, dir } = resolved
  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset.scheme = resolvedScheme
    root.dataset.density = density
    root.lang = lang
    root.dir = dir
  }, [resolvedScheme, density, lang, dir])

  const direction = useMemo(() => ({ dir, toggleDirection: () => undefined, setDirection: () => undefined }), [dir])
  const arabic = lang.startsWith('ar')
  return (
    <DirectionContext value={direction}>
      <MantineProvider
        theme={mantineTheme}
        forceColorScheme={resolvedScheme}
        colorSchemeManager={forgetfulStore}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <DatesProvider
          settings={{
            locale: arabic ? 'ar' : 'en',
            firstDayOfWeek: arabic ? 6 : 1,
            weekendDays: arabic ? [5, 6] : [0, 6],
          }}
        >
          <LookContext value={resolved}>
            <UiTextsContext value={texts}>
              <AnnouncerProvider>
                <ShortcutProvider isScanBurst={isScanBurst}>
                  <ToastProvider>
                    <ConfirmProvider>
                      <LeaveGuardProvider>
                        {children}
                        <ShortcutSheet />
                      </LeaveGuardProvider>
                    </ConfirmProvider>
                  </ToastProvider>
                </ShortcutProvider>
              </AnnouncerProvider>
            </UiTextsContext>
          </LookContext>
        </DatesProvider>
      </MantineProvider>
    </DirectionContext>
  )
}

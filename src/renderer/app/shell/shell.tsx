/** The frame around every screen: rail, top bar, strip, palette, undo; and what follows the person around. */
import { Outlet, useMatches } from '@tanstack/react-router'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveQueries } from '../../lib/live/use-live-queries.ts'
import { useLookChoice } from '../../lib/look/look-choice.tsx'
import { InspectorPlace } from '../../lib/route/shell-slots.tsx'
import { useGo } from '../../lib/route/use-go.ts'
import { useMay } from '../../lib/session/session.tsx'
import { AppFrame } from '../../ui/frame/app-frame.tsx'
import { Brand } from '../brand.tsx'
import { Palette } from '../palette/palette.tsx'
import { railFor } from '../rail.ts'
import { SiteProvider } from '../site-provider.tsx'
import { UndoProvider } from '../undo/undo-provider.tsx'
import styles from './shell.module.css'
import { StripEnd, StripStart } from './strip.tsx'
import { Top } from './top.tsx'
import { useGoKeys } from './use-go-keys.ts'
import { useLinkClicks } from './use-link-clicks.ts'
import { usePageTitle } from './use-page-title.ts'

export function Shell(): ReactElement {
  useLiveQueries()
  useLinkClicks()
  return (
    <SiteProvider>
      <UndoProvider>
        <Frame />
      </UndoProvider>
    </SiteProvider>
  )
}

function Frame(): ReactElement {
  const { t } = useTranslation('app')
  const may = useMay()
  const go = useGo()
  const { railCollapsed, change } = useLookChoice()
  const [paletteOpen, setPaletteOpen] = useState(false)
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [inspectorShown, setInspectorShown] = useState(false)
  const place = useMemo(() => ({ element, show: setInspectorShown }), [element])
  const rail = useMatches({ select: (matches) => matches.at(-1)?.staticData.area?.rail })
  const groups = railFor(t, may)
  usePageTitle(groups, rail)
  const openPalette = () => setPaletteOpen(true)
  useGoKeys(openPalette)
  return (
    <AppFrame
      brand={{ mark: <Brand />, name: t('product') }}
      groups={groups}
      current={{ group: rail?.group ?? '', item: rail?.item }}
      onNavigate={go}
      railCollapsed={railCollapsed}
      onRailCollapsed={(collapsed) => change({ railCollapsed: collapsed })}
      top={<Top onSearch={openPalette} />}
      strip={{ start: <StripStart />, end: <StripEnd /> }}
      inspector={inspectorShown ? <div ref={setElement} className={styles.inspector} /> : undefined}
    >
      <InspectorPlace value={place}>
        <Outlet />
      </InspectorPlace>
      <Palette opened={paletteOpen} onClose={() => setPaletteOpen(false)} />
    </AppFrame>
  )
}

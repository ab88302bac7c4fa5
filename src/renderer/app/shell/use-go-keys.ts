/** `G` and a letter open the screens of the rail; Ctrl+K and `/` on a screen without a filter open the palette. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo } from '../../lib/route/use-go.ts'
import { useMay, useSession } from '../../lib/session/session.tsx'
import { useShortcut, useShortcutRegistry } from '../../ui/shortcuts/shortcut-provider.tsx'
import { placesFor } from '../rail.ts'

export function useGoKeys(openPalette: () => void): void {
  const { t } = useTranslation('app')
  const may = useMay()
  const go = useGo()
  const registry = useShortcutRegistry()
  const { lock } = useSession()
  const places = placesFor(t, may)
  const latest = useRef(go)
  latest.current = go
  const known = JSON.stringify(places.map((place) => [place.letter, place.label, place.href]))
  const group = t('keys.go')
  useEffect(() => {
    const entries = JSON.parse(known) as [string | null, string, string][]
    const ends = entries.flatMap(([letter, label, href]) =>
      letter === null ? [] : [registry.add({ keys: `G ${letter}`, label, group, run: () => latest.current(href) })],
    )
    return () => {
      for (const end of ends) end()
    }
  }, [registry, known, group])
  useShortcut({ keys: 'Ctrl+K', label: t('keys.search'), run: openPalette })
  useShortcut({ keys: 'Ctrl+Alt+L', label: t('keys.lock'), run: lock })
}

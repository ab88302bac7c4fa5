import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { AreaRoute } from '../../lib/route/area-route.ts'
import type { RailGroup } from '../../ui/frame/rail.tsx'

/** Names the window after the screen that is open, as the rail calls it. */
export function usePageTitle(groups: readonly RailGroup[], rail: AreaRoute['rail'] | undefined): void {
  const { t } = useTranslation('app')
  const group = groups.find((candidate) => candidate.id === rail?.group)
  const place = group?.items?.find((item) => item.id === rail?.item)?.label ?? group?.label
  const product = t('product')
  useEffect(() => {
    document.title = place === undefined ? product : `${place} - ${product}`
    return () => {
      document.title = product
    }
  }, [place, product])
}

import { useCallback } from 'react'
import type { Site } from '../../../core/areas/people/people.model.ts'
import { useLook } from '../../ui/theme/look.ts'

/** Gives the name of a site in the language of the page; sites without an Arabic name keep their own. */
export function useSiteName(): (site: Pick<Site, 'name' | 'nameArabic'>) => string {
  const { lang } = useLook()
  return useCallback((site) => (lang === 'ar' && site.nameArabic !== null ? site.nameArabic : site.name), [lang])
}

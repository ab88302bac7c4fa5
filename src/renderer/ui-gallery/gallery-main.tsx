/**
 * Gallery of the UI kit, for looking at it and measuring it; not part of the product.
 * The address says what is shown: `?page=list&scheme=dark&density=gloves&lang=ar&rows=1000000`.
 */
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { uiTextsAr } from '../ui/texts/ui-texts.ar.ts'
import { uiTextsEn } from '../ui/texts/ui-texts.en.ts'
import type { Density, Look, Scheme } from '../ui/theme/look.ts'
import { UiRoot } from '../ui/theme/ui-root.tsx'
import { GalleryContext } from './gallery-context.ts'
import { GalleryFrame } from './gallery-frame.tsx'
import { LockPage } from './lock-page.tsx'

const asked = new URLSearchParams(window.location.search)

function Gallery() {
  const [look, setLook] = useState<Look>({
    scheme: (asked.get('scheme') ?? 'light') as Scheme,
    density: (asked.get('density') ?? 'dense') as Density,
    lang: asked.get('lang') ?? 'en',
  })
  const [page, setPage] = useState(asked.get('page') ?? 'list')
  return (
    <UiRoot look={look} texts={look.lang === 'ar' ? uiTextsAr : uiTextsEn}>
      <GalleryContext value={{ look, setLook, page, setPage, rows: Number(asked.get('rows') ?? 2418) }}>
        {page === 'lock' ? <LockPage /> : <GalleryFrame />}
      </GalleryContext>
    </UiRoot>
  )
}

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
}

import { createContext, useContext } from 'react'
import type { Look } from '../ui/theme/look.ts'

type GalleryState = {
  look: Look
  setLook: (look: Look) => void
  page: string
  setPage: (page: string) => void
  rows: number
}

export const GalleryContext = createContext<GalleryState | null>(null)

/** Gives what the gallery shows. */
export function useGallery(): GalleryState {
  const state = useContext(GalleryContext)
  if (state === null) throw new Error('useGallery must be used inside the gallery')
  return state
}

/** Picks the text in the language of the page. */
export function useSay(): (en: string, ar: string) => string {
  const { look } = useGallery()
  return (en, ar) => (look.lang === 'ar' ? ar : en)
}

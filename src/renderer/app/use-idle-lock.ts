/** Locks the screen when nobody touched it for as long as this bench's settings say; 0 minutes mean never. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from '../lib/api/services.tsx'
import { recordsQuery } from '../lib/live/live-queries.ts'
import { useSession } from '../lib/session/session.tsx'

const minuteMs = 60_000
/** How often it is looked whether the time is over; also right after the computer slept. */
const lookMs = 5_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

export function useIdleLock(): void {
  const { state, lock } = useSession()
  const api = useApi()
  const signedIn = state.kind === 'signed_in'
  const info = useQuery(
    recordsQuery({
      entity: 'nodeSetting',
      rest: ['info'],
      enabled: signedIn,
      read: (signal) => api.system.info(undefined, { signal }),
    }),
  )
  const minutes = info.data?.autoLockMinutes ?? 0
  useEffect(() => {
    if (!signedIn || minutes === 0) return undefined
    let touchedAt = Date.now()
    const touch = () => {
      touchedAt = Date.now()
    }
    const timer = setInterval(() => {
      if (Date.now() - touchedAt >= minutes * minuteMs) lock()
    }, lookMs)
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [signedIn, minutes, lock])
}

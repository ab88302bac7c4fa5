/**
 * Undo of this page's own commands. Each commit that can be taken back comes with a message and Undo for 10 s; Ctrl+Z
 * takes back the newest, and the session's history lists them all. Taking back writes compensating changes, so nothing
 * disappears from the record.
 */
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { toApiError } from '../../lib/api/api-error.ts'
import { useServices } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useCommits } from '../../lib/live/use-live-queries.ts'
import { useShortcut } from '../../ui/shortcuts/shortcut-provider.tsx'
import { useToast } from '../../ui/toast.tsx'
import { SessionHistory } from './session-history.tsx'
import type { Step } from './step.ts'
import { useIsTyping } from './use-is-typing.ts'

interface Undo {
  openHistory(): void
}

const UndoContext = createContext<Undo>({ openHistory: () => undefined })

export function useUndo(): Undo {
  return useContext(UndoContext)
}

const undoAction = 'quality.undo'
const mostSteps = 100

export function UndoProvider({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation('app')
  const { api, ownCalls } = useServices()
  const toast = useToast()
  const words = useWords()
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [shown, setShown] = useState(false)
  const latest = useRef(steps)
  latest.current = steps
  /** What is being taken back now, so that its commit is recognised: undo commits do not name it. */
  const pending = useRef<{ step: Step; back: boolean } | null>(null)

  const turn = useCallback(
    async (step: Step) => {
      pending.current = { step, back: step.undoneBy === null }
      try {
        await api.quality.undo({ changesetId: step.undoneBy ?? step.changesetId })
      } catch (error) {
        toast({ text: words.error(toApiError(error)), meaning: 'critical' })
        throw error
      } finally {
        pending.current = null
      }
    },
    [api, toast, words],
  )
  const turnAndTell = useCallback(
    async (step: Step) => {
      const what = words.action(step.action)
      await turn(step).then(
        () => toast({ text: step.undoneBy === null ? t('undo.done', { what }) : t('undo.again', { what }) }),
        // Told by `turn` already.
        () => undefined,
      )
    },
    [turn, toast, t, words],
  )

  useCommits((notice) => {
    const [changesetId] = notice.changesetIds
    if (changesetId === undefined || notice.callId === null || !ownCalls.has(notice.callId)) return
    if (notice.action === undoAction) {
      const turned = pending.current
      if (turned === null) return
      setSteps((before) =>
        before.map((step) =>
          step.changesetId === turned.step.changesetId
            ? {
                ...step,
                undoneBy: turned.back ? changesetId : null,
                changesetId: turned.back ? step.changesetId : changesetId,
              }
            : step,
        ),
      )
      return
    }
    const text = words.action(notice.action)
    if (!notice.undoable) return toast({ text, meaning: 'ok' })
    const step: Step = { changesetId, action: notice.action, at: notice.at, undoneBy: null }
    setSteps((before) => [step, ...before].slice(0, mostSteps))
    // A message may outlive the step: by then Ctrl+Z may have taken it back already.
    toast({ text, meaning: 'ok', undo: () => (isStanding(latest.current, changesetId) ? turn(step) : undefined) })
  })

  const typing = useIsTyping()
  useShortcut({
    keys: 'Ctrl+Z',
    label: t('keys.undo'),
    // In a field these keys take back typing, which is the browser's own affair.
    enabled: !typing,
    run: () => {
      const newest = latest.current.find((step) => step.undoneBy === null)
      if (newest === undefined) toast({ text: t('undo.nothing') })
      else void turnAndTell(newest)
    },
  })
  const undo = useMemo(() => ({ openHistory: () => setShown(true) }), [])
  return (
    <UndoContext value={undo}>
      {children}
      <SessionHistory opened={shown} onClose={() => setShown(false)} steps={steps} onTurn={turnAndTell} />
    </UndoContext>
  )
}

function isStanding(steps: readonly Step[], changesetId: string): boolean {
  return steps.some((step) => step.changesetId === changesetId && step.undoneBy === null)
}

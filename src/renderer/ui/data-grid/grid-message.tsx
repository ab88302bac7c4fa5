import type { ReactElement, ReactNode } from 'react'
import { LinkButton } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { ErrorState } from '../error-state.tsx'
import { Note } from '../note.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import styles from './data-grid.module.css'
import type { RowWindow } from './row-window.ts'

export type GridErrorText = { title: string; detail?: string; code?: string }

type GridMessageProps<T> = {
  rows: RowWindow<T>
  hasFilter: boolean
  empty: ReactNode
  noMatch: ReactNode
  errorText: ((error: unknown) => GridErrorText) | undefined
}

/** What stands in the place of rows: nothing yet, nothing matches, or why the list could not be read. */
export function GridMessage<T>({
  rows,
  hasFilter,
  empty,
  noMatch,
  errorText,
}: GridMessageProps<T>): ReactElement | null {
  const texts = useUiTexts()
  if (rows.error !== undefined && rows.error !== null) {
    const told = errorText?.(rows.error) ?? { title: texts.grid.errorTitle, detail: texts.grid.errorDetail }
    if (rows.total === undefined) {
      return (
        <div className={styles.message}>
          <ErrorState {...told} onRetry={rows.retry} />
        </div>
      )
    }
    // Rows at hand stay; the failure is told below them.
    const again =
      rows.retry === undefined ? undefined : (
        <LinkButton tone="critical" onClick={rows.retry}>
          {texts.common.retry}
        </LinkButton>
      )
    return (
      <div className={styles.failed}>
        <Note meaning="critical" title={told.title} action={again} role="alert">
          {told.detail}
        </Note>
      </div>
    )
  }
  if (rows.total !== 0 || rows.busy === true) return null
  return (
    <div className={styles.message}>
      {hasFilter
        ? (noMatch ?? <EmptyState icon="filter" title={texts.common.noResults} />)
        : (empty ?? <EmptyState title={texts.grid.emptyTitle} />)}
    </div>
  )
}

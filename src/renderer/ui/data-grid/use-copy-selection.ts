import { useCallback } from 'react'
import { formatNumber } from '../format-values.ts'
import { useUiTexts } from '../texts/ui-texts.ts'
import { useLook } from '../theme/look.ts'
import { useToast } from '../toast.tsx'
import { useCopy } from '../use-copy.ts'
import { rowsToTsv } from './copy-rows.ts'
import type { DataGridProps } from './data-grid-props.ts'
import { shownColumns } from './grid-state.ts'
import { isSelected, type Selection, selectionCount } from './selection.ts'

/** Most rows looked at when the screen gives no way to read a selection. */
const mostScanned = 20_000

type CopyOptions<T> = DataGridProps<T> & { selection: Selection }

/** Gives a function that copies the selected rows, else the active one, as text for a spreadsheet. */
export function useCopySelection<T>(options: CopyOptions<T>): (active: number | null) => boolean {
  const { rows, rowKey, columns, state, selection, rowsOf } = options
  const copy = useCopy()
  const toast = useToast()
  const texts = useUiTexts().grid
  const { lang } = useLook()
  return useCallback(
    (active) => {
      const total = rows.total ?? 0
      const asked = selectionCount(selection, total)
      const activeRow = active === null ? undefined : rows.rowAt(active)
      if (asked === 0 && activeRow === undefined) return false
      function finish(found: readonly T[]): void {
        const wanted = asked === 0 ? 1 : asked
        const shown =
          found.length < wanted
            ? texts.copiedSome(formatNumber(lang, found.length), formatNumber(lang, wanted))
            : texts.copiedRows(found.length, formatNumber(lang, found.length))
        copy(rowsToTsv(shownColumns(columns, state), found), shown)
      }
      if (asked === 0) finish(activeRow === undefined ? [] : [activeRow])
      else if (rowsOf !== undefined) {
        rowsOf(selection).then(finish, () => toast({ text: texts.errorTitle, meaning: 'critical' }))
      } else {
        const at = Array.from({ length: Math.min(total, mostScanned) }, (_, index) => rows.rowAt(index))
        finish(at.filter((row): row is Awaited<T> & T => row !== undefined && isSelected(selection, rowKey(row))))
      }
      return true
    },
    [rows, rowKey, columns, state, selection, rowsOf, copy, toast, texts, lang],
  )
}

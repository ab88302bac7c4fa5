import { createContext, useContext } from 'react'
import type { FilterOp } from '../filter/filter-model.ts'

/** Facts a form issue may need for its sentence; which are set depends on the kind. */
export type IssueFacts = { minimum?: number; maximum?: number; unit?: string; expected?: string }

/**
 * Every word the kit itself says. Screens pass their own words by props; these are only the kit's.
 * Counts come as functions because plural forms differ by language.
 */
export type UiTexts = {
  common: {
    close: string
    cancel: string
    clear: string
    retry: string
    undo: string
    undone: string
    undoFailed: string
    search: string
    more: string
    noResults: string
    loading: string
    yes: string
    no: string
    copied: (text: string) => string
    copyFailed: string
    copyId: (id: string) => string
    holdToConfirm: string
    typeToConfirm: (word: string) => string
    dismiss: string
    notifications: string
    /** Between the parts of a short list, with its space. */
    comma: string
    reference: (code: string) => string
    waitingToSend: string
    needsDecision: string
  }
  frame: {
    skipToContent: string
    mainNavigation: string
    content: string
    inspector: string
    collapseRail: string
    expandRail: string
    closeInspector: string
    openFullPage: string
    breadcrumb: string
    userMenu: (role: string) => string
  }
  grid: {
    columns: string
    columnsHelp: string
    showColumn: (name: string) => string
    moveEarlier: (name: string) => string
    moveLater: (name: string) => string
    narrower: (name: string) => string
    wider: (name: string) => string
    resetColumns: string
    selectColumn: string
    selectAll: string
    rows: (count: number, formatted: string) => string
    selected: (count: number, formatted: string) => string
    clearSelection: string
    copiedRows: (count: number, formatted: string) => string
    rangeTooLong: (formatted: string) => string
    copiedSome: (copied: string, asked: string) => string
    errorTitle: string
    errorDetail: string
    emptyTitle: string
    sortedBy: (name: string, descending: boolean) => string
    headerHelp: string
    rowHint: { select: string; open: string; copy: string }
    saveView: string
    viewChanged: string
    viewMenu: (name: string) => string
    keySpace: string
    keyEnter: string
  }
  filter: {
    add: string
    advanced: string
    apply: string
    remove: (name: string) => string
    edit: (name: string) => string
    clearAll: string
    pickField: string
    field: string
    operator: string
    value: string
    from: string
    to: string
    and: string
    or: string
    allOf: string
    anyOf: string
    groupMatch: string
    addCondition: string
    addGroup: string
    removeCondition: string
    removeGroup: string
    groupChip: (count: number, formatted: string) => string
    noChoices: string
    days: string
    dialogTitle: string
    ops: Record<FilterOp, string>
    /** Between two values, as shown in a chip. */
    range: (from: string, to: string) => string
    lastDays: (days: string) => string
    nextDays: (days: string) => string
  }
  form: {
    required: string
    summaryTitle: (count: number, formatted: string) => string
    expected: (from: string, to: string) => string
    expectedAtLeast: (from: string) => string
    expectedAtMost: (to: string) => string
    outsideExpected: string
    showPassword: string
    hidePassword: string
    openCalendar: string
    /** Shown in an empty date field: the order, not an example that reads like a value. */
    dateHint: string
    previousMonth: string
    nextMonth: string
    draftRestored: string
    draftDiscard: string
    draftSaved: (when: string) => string
    leaveTitle: string
    leaveText: string
    leaveConfirm: string
    leaveStay: string
    searching: string
    typeToSearch: string
    submitFailed: string
    save: string
    issues: {
      required: string
      invalid: string
      tooShort: (facts: IssueFacts) => string
      tooLong: (facts: IssueFacts) => string
      tooSmall: (facts: IssueFacts) => string
      tooBig: (facts: IssueFacts) => string
      tooFew: (facts: IssueFacts) => string
      tooMany: (facts: IssueFacts) => string
      notWhole: string
      notNumber: string
      notDate: string
      notEmail: string
      notUrl: string
      notInList: string
    }
  }
  files: {
    choose: string
    drop: (label: string) => string
    tooBig: (name: string, limit: string) => string
    wrongType: (name: string, allowed: string) => string
    onlyOne: string
  }
  pin: { keypad: string; clear: string; back: string; entered: (count: number, of: number) => string; done: string }
  palette: {
    label: string
    placeholder: string
    actions: string
    recent: string
    searching: string
    nothing: string
    hintOpen: string
    hintMove: string
    failed: string
  }
  shortcuts: { title: string; general: string; chordThen: string; showSheet: string }
}

export const UiTextsContext = createContext<UiTexts | null>(null)

/** Gives the kit's own words in the language of the page. Throws when used outside UiRoot. */
export function useUiTexts(): UiTexts {
  const texts = useContext(UiTextsContext)
  if (texts === null) throw new Error('useUiTexts must be used inside UiRoot')
  return texts
}

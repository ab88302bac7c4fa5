import type { ComboboxItem, OptionsFilter } from '@mantine/core'

/** Value of the line that says why the list is empty; it cannot be picked. */
const noneValue = '\u0000none'

/**
 * Narrows options to those that contain what is typed, without regard to case, accents or Arabic vowel signs. An empty
 * list gets one line that says so: as an option, because a list box may hold nothing else.
 */
export function optionFilter(asked: boolean, nothing: string): OptionsFilter {
  return ({ options, search, limit }) => {
    const text = plain(search)
    const items = options.filter((option): option is ComboboxItem => 'value' in option)
    const found = asked || text === '' ? items : items.filter((option) => plain(option.label).includes(text))
    return found.length === 0 ? [{ value: noneValue, label: nothing, disabled: true }] : found.slice(0, limit)
  }
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

import { MultiSelect, Select } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { Icon } from '../icon.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'
import { optionFilter } from './option-filter.ts'
import { type LoadOptions, type Option, useOptions } from './use-options.ts'

type ChoiceProps = {
  options?: readonly Option[]
  /** Asked with what is typed, instead of `options`. */
  loadOptions?: LoadOptions
  /** The option(s) chosen at the start, when the loader has not given them yet. */
  chosen?: readonly Option[]
  placeholder?: string
}

/** Most options drawn; typing narrows them. */
const mostShown = 100

/** One of several, found by typing. */
export function SelectField({
  options,
  loadOptions,
  chosen = [],
  placeholder,
  clearable,
  ...field
}: FieldProps<string> & ChoiceProps & { clearable?: boolean }): ReactElement {
  const texts = useUiTexts()
  const [text, setText] = useState('')
  const [opened, setOpened] = useState(false)
  const list = useOptions(options, loadOptions, text, opened)
  const data = withChosen(list.options, chosen)
  const showsClear = (clearable ?? field.required !== true) && field.value != null
  return (
    <FieldFrame field={field}>
      {(control) => (
        <Select
          {...control}
          error={control['aria-invalid'] === true}
          data={data}
          value={field.value ?? null}
          onChange={(value) => {
            list.remember(data.filter((option) => option.value === value))
            field.onChange?.(value ?? undefined)
          }}
          onBlur={field.onBlur}
          searchable
          // Going through a form by Tab must not throw open every list.
          openOnFocus={false}
          limit={mostShown}
          onSearchChange={setText}
          onDropdownOpen={() => setOpened(true)}
          onDropdownClose={() => setOpened(false)}
          filter={optionFilter(
            loadOptions !== undefined,
            list.searching ? texts.form.searching : texts.common.noResults,
          )}
          placeholder={placeholder}
          allowDeselect={false}
          clearable={showsClear}
          clearButtonProps={{ 'aria-label': texts.common.clear }}
          rightSection={showsClear ? undefined : <Icon name="chevron-down" size={14} />}
          {...(showsClear ? {} : { rightSectionPointerEvents: 'none' as const })}
          data-autofocus={field.autoFocus || undefined}
        />
      )}
    </FieldFrame>
  )
}

/** Any number of several, found by typing and shown as chips. */
export function MultiSelectField({
  options,
  loadOptions,
  chosen = [],
  placeholder,
  ...field
}: FieldProps<string[]> & ChoiceProps): ReactElement {
  const texts = useUiTexts()
  const [text, setText] = useState('')
  const [opened, setOpened] = useState(false)
  const list = useOptions(options, loadOptions, text, opened)
  const data = withChosen(list.options, chosen)
  return (
    <FieldFrame field={field}>
      {(control) => (
        <MultiSelect
          {...control}
          error={control['aria-invalid'] === true}
          data={data}
          value={field.value ?? []}
          onChange={(values) => {
            list.remember(data.filter((option) => values.includes(option.value)))
            field.onChange?.(values)
          }}
          onBlur={field.onBlur}
          searchable
          limit={mostShown}
          searchValue={text}
          onSearchChange={setText}
          onDropdownOpen={() => setOpened(true)}
          onDropdownClose={() => setOpened(false)}
          filter={optionFilter(
            loadOptions !== undefined,
            list.searching ? texts.form.searching : texts.common.noResults,
          )}
          placeholder={(field.value ?? []).length === 0 ? placeholder : undefined}
          rightSection={<Icon name="chevron-down" size={14} />}
          rightSectionPointerEvents="none"
          data-autofocus={field.autoFocus || undefined}
          clearButtonProps={{ 'aria-label': texts.common.clear }}
        />
      )}
    </FieldFrame>
  )
}

function withChosen(options: readonly Option[], chosen: readonly Option[]): Option[] {
  return [...new Map([...chosen, ...options].map((option) => [option.value, option])).values()]
}

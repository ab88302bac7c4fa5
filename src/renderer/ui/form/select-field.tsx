import { MultiSelect, Select } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { Icon } from '../icon.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'
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
export function SelectField({ options, loadOptions, chosen = [], placeholder, clearable, ...field }: FieldProps<string> & ChoiceProps & { clearable?: boolean }): ReactElement {
  const texts = useUiTexts()
  const [text, setText] = useState('')
  const [opened, setOpened] = useState(false)
  const list = useOptions(options, loadOptions, text, opened)
  const data = withChosen(list.options, chosen)
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
          limit={mostShown}
          onSearchChange={setText}
          onDropdownOpen={() => setOpened(true)}
          onDropdownClose={() => setOpened(false)}
          {...(loadOptions === undefined ? {} : { filter: ({ options: all }) => all })}
          nothingFoundMessage={list.searching ? texts.form.searching : texts.common.noResults}
          placeholder={placeholder}
          allowDeselect={false}
          clearable={clearable ?? field.required !== true}
          clearButtonProps={{ 'aria-label': texts.common.clear }}
          rightSectionPointerEvents={undefined}
          rightSection={field.value == null || clearable === false || field.required === true ? <Icon name="chevron-down" size={14} /> : undefined}
          // biome-ignore lint/a11y/noAutofocus: the screen asks for it where a person comes to type
          autoFocus={field.autoFocus}
        />
      )}
    </FieldFrame>
  )
}

/** Any number of several, found by typing and shown as chips. */
export function MultiSelectField({ options, loadOptions, chosen = [], placeholder, ...field }: FieldProps<string[]> & ChoiceProps): ReactElement {
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
          {...(loadOptions === undefined ? {} : { filter: ({ options: all }) => all })}
          nothingFoundMessage={list.searching ? texts.form.searching : texts.common.noResults}
          placeholder={(field.value ?? []).length === 0 ? placeholder : undefined}
          hidePickedOptions
          clearButtonProps={{ 'aria-label': texts.common.clear }}
        />
      )}
    </FieldFrame>
  )
}

function withChosen(options: readonly Option[], chosen: readonly Option[]): Option[] {
  return [...new Map([...chosen, ...options].map((option) => [option.value, option])).values()]
}

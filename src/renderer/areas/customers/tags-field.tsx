/** Words that sort customers into groups: those in use are offered, new ones are typed. */
import { TagsInput } from '@mantine/core'
import { type ReactElement, useRef, useState } from 'react'
import { FieldFrame, type FieldProps } from '../../ui/form/field-frame.tsx'
import { useTags } from './customers.queries.ts'

const longestTag = 40
/** What ends a tag while one types, beside Enter; the second is the Arabic comma. */
const ends = [',', '،', ';']

/** A field of tags. The word being typed belongs to the value already, so that sending the form does not lose it. */
export function TagsField(field: FieldProps<string[]>): ReactElement {
  const known = useTags().data?.items.map(({ tag }) => tag) ?? []
  const [typed, setTyped] = useState('')
  const sent = useRef<readonly string[] | null>(null)
  const finished = useRef<readonly string[]>([])
  const value = field.value ?? []
  // Another value than the one given out comes from the form: a draft, a reset.
  if (JSON.stringify(value) !== JSON.stringify(sent.current))
    finished.current = typed === '' ? value : value.filter((tag) => tag !== clean(typed))

  function give(tags: readonly string[], pending: string): void {
    finished.current = tags
    const all = [...new Set([...tags, clean(pending)].filter((tag) => tag !== ''))]
    sent.current = all
    field.onChange?.(all)
  }
  return (
    <FieldFrame field={field}>
      {(control) => (
        <TagsInput
          {...control}
          classNames={{
            pillsList: 'mantine-MultiSelect-pillsList',
            pill: 'mantine-MultiSelect-pill',
            inputField: 'mantine-MultiSelect-inputField',
            input: 'mantine-MultiSelect-input',
            dropdown: 'mantine-MultiSelect-dropdown',
            option: 'mantine-MultiSelect-option',
          }}
          error={control['aria-invalid'] === true}
          data={known}
          value={[...finished.current]}
          onChange={(tags) => give(tags.map(clean), '')}
          searchValue={typed}
          onSearchChange={(text) => {
            setTyped(text)
            give(finished.current, text)
          }}
          onBlur={field.onBlur}
          splitChars={ends}
          acceptValueOnBlur
        />
      )}
    </FieldFrame>
  )
}

function clean(tag: string): string {
  return tag.trim().slice(0, longestTag)
}

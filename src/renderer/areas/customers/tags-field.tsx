/** Words that sort customers into groups: those in use are offered, new ones are typed. */
import { TagsInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { FieldFrame, type FieldProps } from '../../ui/form/field-frame.tsx'
import { useTags } from './customers.queries.ts'

const longestTag = 40

export function TagsField(field: FieldProps<string[]>): ReactElement {
  const known = useTags().data?.items.map(({ tag }) => tag) ?? []
  return (
    <FieldFrame field={field}>
      {(control) => (
        <TagsInput
          {...control}
          classNames={{ pillsList: 'mantine-MultiSelect-pillsList', pill: 'mantine-MultiSelect-pill', inputField: 'mantine-MultiSelect-inputField', input: 'mantine-MultiSelect-input', dropdown: 'mantine-MultiSelect-dropdown', option: 'mantine-MultiSelect-option' }}
          error={control['aria-invalid'] === true}
          data={known}
          value={field.value ?? []}
          onChange={(tags) => field.onChange?.(tags.map((tag) => tag.trim().slice(0, longestTag)).filter((tag) => tag !== ''))}
          onBlur={field.onBlur}
          splitChars={[',', '،', ';']}
          acceptValueOnBlur
        />
      )}
    </FieldFrame>
  )
}

/** The form as its parts get it. */
import type { FieldBinding, ZodForm } from '../../../ui/form/use-zod-form.ts'
import type { animalFormSchema } from './animal-form-schema.ts'

export type AnimalFormHandle = ZodForm<typeof animalFormSchema>

/** A cleared choice is told as none, because a field left out means unchanged. */
export function clearable<Value>(field: FieldBinding<Value>): FieldBinding<Value> {
  return { ...field, onChange: (value) => field.onChange(value ?? null) }
}

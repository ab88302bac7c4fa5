import type { ReactElement } from 'react'
import { SelectField } from '../form/select-field.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { ConditionValue } from './condition-value.tsx'
import styles from './filter.module.css'
import { type Condition, changeOp, type FilterField, type FilterOp, newCondition, opsByKind } from './filter-model.ts'

type ConditionEditorProps = {
  condition: Condition
  fields: readonly FilterField[]
  onChange: (condition: Condition) => void
  /** The field is given, as in a chip; only operator and value can be changed. */
  fixedField?: boolean
  autoFocus?: boolean
}

/** Field, operator and value of one condition. */
export function ConditionEditor({
  condition,
  fields,
  onChange,
  fixedField = false,
  autoFocus = false,
}: ConditionEditorProps): ReactElement | null {
  const texts = useUiTexts().filter
  const field = fields.find((candidate) => candidate.id === condition.field)
  if (field === undefined && fixedField) return null
  return (
    <div className={styles.condition} data-fixed={fixedField}>
      {!fixedField && (
        <SelectField
          label={texts.field}
          labelHidden
          required
          value={condition.field}
          options={fields.map(({ id, label }) => ({ value: id, label }))}
          onChange={(id) => {
            const next = fields.find((candidate) => candidate.id === id)
            if (next !== undefined) onChange(newCondition(next))
          }}
        />
      )}
      {field !== undefined && (
        <>
          <SelectField
            label={texts.operator}
            labelHidden
            required
            value={condition.op}
            options={opsByKind[field.kind].map((op) => ({ value: op, label: texts.ops[op] }))}
            onChange={(op) => onChange(changeOp(condition, field.kind, op as FilterOp))}
          />
          <ConditionValue condition={condition} field={field} onChange={onChange} autoFocus={autoFocus} />
        </>
      )}
    </div>
  )
}

import { type ReactElement, useState } from 'react'
import { Button, IconButton } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { SegmentedField } from '../form/choice-fields.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { ConditionEditor } from './condition-editor.tsx'
import styles from './filter.module.css'
import {
  type FilterField,
  type FilterGroup,
  type FilterNode,
  groupOf,
  isGroup,
  joinOf,
  membersOf,
  newCondition,
  normaliseFilter,
} from './filter-model.ts'

type GroupEditorProps = {
  group: FilterGroup
  fields: readonly FilterField[]
  onChange: (group: FilterGroup) => void
  onRemove?: (() => void) | undefined
  depth?: number
}

/** Groups may stand three deep: more cannot be read. */
const mostDepth = 3

/** Conditions joined by and/or, with groups inside. */
export function FilterGroupEditor({ group, fields, onChange, onRemove, depth = 1 }: GroupEditorProps): ReactElement {
  const texts = useUiTexts().filter
  const join = joinOf(group)
  const members = membersOf(group)
  const first = fields[0]
  const put = (next: FilterNode[]): void => onChange(groupOf(join, next))
  const change = (at: number, node: FilterNode): void =>
    put(members.map((member, index) => (index === at ? node : member)))
  const remove = (at: number): void => put(members.filter((_, index) => index !== at))
  return (
    <fieldset className={styles.group}>
      <div className={styles.groupHead}>
        <SegmentedField
          label={texts.groupMatch}
          labelHidden
          value={join}
          options={[
            { value: 'all', label: texts.allOf },
            { value: 'any', label: texts.anyOf },
          ]}
          onChange={(next) => onChange(groupOf(next === 'any' ? 'any' : 'all', members))}
        />
        <span className={styles.grow} />
        {onRemove !== undefined && <IconButton icon="trash" label={texts.removeGroup} onClick={onRemove} />}
      </div>
      {members.map((node, at) => (
        // Conditions have no identity of their own; their place is what one sees.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className={styles.member}>
          <span className={styles.join}>{at === 0 ? '' : join === 'all' ? texts.and : texts.or}</span>
          {isGroup(node) ? (
            <FilterGroupEditor
              group={node}
              fields={fields}
              depth={depth + 1}
              onChange={(next) => change(at, next)}
              onRemove={() => remove(at)}
            />
          ) : (
            <>
              <ConditionEditor condition={node} fields={fields} onChange={(next) => change(at, next)} />
              <IconButton icon="close" label={texts.removeCondition} onClick={() => remove(at)} />
            </>
          )}
        </div>
      ))}
      <div className={styles.groupFoot}>
        {first !== undefined && (
          <Button kind="quiet" icon="plus" onClick={() => put([...members, newCondition(first)])}>
            {texts.addCondition}
          </Button>
        )}
        {first !== undefined && depth < mostDepth && (
          <Button
            kind="quiet"
            icon="plus"
            onClick={() => put([...members, groupOf(join === 'all' ? 'any' : 'all', [newCondition(first)])])}
          >
            {texts.addGroup}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

type FilterDialogProps = {
  opened: boolean
  onClose: () => void
  fields: readonly FilterField[]
  value: FilterGroup | null
  onChange: (value: FilterGroup | null) => void
}

/** Window for groups of conditions. Nothing changes before it is applied. */
export function FilterDialog({ opened, onClose, ...editing }: FilterDialogProps): ReactElement {
  const texts = useUiTexts().filter
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.dialogTitle} size="l">
      {opened && <FilterDialogBody onClose={onClose} {...editing} />}
    </Dialog>
  )
}

function FilterDialogBody({ onClose, fields, value, onChange }: Omit<FilterDialogProps, 'opened'>): ReactElement {
  const texts = useUiTexts()
  const first = fields[0]
  const [draft, setDraft] = useState<FilterGroup>(value ?? { all: first === undefined ? [] : [newCondition(first)] })
  return (
    <>
      <FilterGroupEditor group={draft} fields={fields} onChange={setDraft} />
      <div className={styles.dialogFoot}>
        <Button kind="quiet" onClick={() => setDraft({ all: [] })}>
          {texts.filter.clearAll}
        </Button>
        <span className={styles.grow} />
        <Button onClick={onClose}>{texts.common.cancel}</Button>
        <Button
          kind="main"
          onClick={() => {
            onChange(normaliseFilter(draft))
            onClose()
          }}
        >
          {texts.filter.apply}
        </Button>
      </div>
    </>
  )
}

import { Popover } from '@mantine/core'
import { type FormEvent, type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { Button } from '../button.tsx'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { useLook } from '../theme/look.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { opText, valueText } from './condition-text.ts'
import styles from './filter.module.css'
import { type Condition, type FilterField, isComplete } from './filter-model.ts'

type FilterChipProps = {
  condition: Condition
  fields: readonly FilterField[]
  onChange: (condition: Condition) => void
  onRemove: () => void
}

/** One condition as a chip: a click changes it, the cross removes it. */
export function FilterChip({ condition, fields, onChange, onRemove }: FilterChipProps): ReactElement {
  const [opened, setOpened] = useState(false)
  const { lang } = useLook()
  const texts = useUiTexts().filter
  const field = fields.find((candidate) => candidate.id === condition.field)
  const label = field?.label ?? condition.field
  const words = { field, texts, lang }
  return (
    <ConditionPopover condition={condition} fields={fields} opened={opened} onOpened={setOpened} onChange={onChange}>
      <ChipFrame label={label} onRemove={onRemove} onEdit={() => setOpened(!opened)} expanded={opened}>
        <span className={styles.key}>
          {label} {opText(condition, words)}
        </span>
        <span className={styles.chipValue}>{valueText(condition, words)}</span>
      </ChipFrame>
    </ConditionPopover>
  )
}

type ChipFrameProps = {
  label: string
  onEdit: () => void
  onRemove: () => void
  expanded: boolean
  className?: string
  children: ReactNode
}

/** Shape of a filter chip: two buttons in one border. */
export function ChipFrame({
  label,
  onEdit,
  onRemove,
  expanded,
  className,
  children,
  ...target
}: ChipFrameProps): ReactElement {
  const texts = useUiTexts().filter
  return (
    // Mantine's popover passes its reference and ids through the rest.
    <span {...target} className={classNames(styles.chip, className)}>
      <button
        type="button"
        className={styles.chipEdit}
        onClick={onEdit}
        aria-haspopup="dialog"
        aria-expanded={expanded}
      >
        {children}
      </button>
      <button
        type="button"
        className={styles.chipRemove}
        onClick={onRemove}
        aria-label={texts.remove(label)}
        title={texts.remove(label)}
      >
        <Icon name="close" size={14} />
      </button>
    </span>
  )
}

type ConditionPopoverProps = {
  condition: Condition
  fields: readonly FilterField[]
  opened: boolean
  onOpened: (opened: boolean) => void
  onChange: (condition: Condition) => void
  children: ReactNode
}

/** Edits a condition in a small window; nothing changes before Apply or Enter. */
export function ConditionPopover({
  condition,
  fields,
  opened,
  onOpened,
  onChange,
  children,
}: ConditionPopoverProps): ReactElement {
  const texts = useUiTexts().filter
  const [draft, setDraft] = useState(condition)
  // biome-ignore lint/correctness/useExhaustiveDependencies: starts from the condition each time it opens
  useEffect(() => setDraft(condition), [opened])
  function apply(event: FormEvent): void {
    event.preventDefault()
    if (!isComplete(draft)) return
    onChange(draft)
    onOpened(false)
  }
  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      position="bottom-start"
      offset={4}
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={texts.edit(fields.find(({ id }) => id === condition.field)?.label ?? '')}
      >
        <form className={styles.popover} onSubmit={apply}>
          <ConditionEditor condition={draft} fields={fields} onChange={setDraft} fixedField autoFocus />
          <div className={styles.popoverFoot}>
            <Button kind="main" type="submit" disabled={!isComplete(draft)}>
              {texts.apply}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

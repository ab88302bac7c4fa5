import { Menu as MantineMenu } from '@mantine/core'
import { type ReactElement, type ReactNode, useState } from 'react'
import { Button } from '../button.tsx'
import { formatNumber } from '../format-values.ts'
import { Icon } from '../icon.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { useLook } from '../theme/look.ts'
import styles from './filter.module.css'
import { ChipFrame, ConditionPopover, FilterChip } from './filter-chip.tsx'
import { FilterDialog } from './filter-group-editor.tsx'
import {
  type Condition,
  conditionCount,
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
import { FilterSearch, type FilterSearchProps } from './filter-search.tsx'

type FilterBarProps = {
  fields: readonly FilterField[]
  value: FilterGroup | null
  onChange: (value: FilterGroup | null) => void
  /** A text to search by; `/` goes to it. */
  search?: FilterSearchProps
  /** At the end of the bar. */
  end?: ReactNode
}

/** What the list is narrowed by: a chip per condition, a button for more, and a window for groups of conditions. */
export function FilterBar({ fields, value, onChange, search, end }: FilterBarProps): ReactElement {
  const texts = useUiTexts().filter
  const [advanced, setAdvanced] = useState(false)
  const { lang } = useLook()
  const members = value === null ? [] : membersOf(value)
  const join = value === null ? 'all' : joinOf(value)
  const put = (next: FilterNode[]): void => onChange(normaliseFilter(groupOf(join, next)))
  const change = (at: number, node: FilterNode): void =>
    put(members.map((member, index) => (index === at ? node : member)))
  const remove = (at: number): void => put(members.filter((_, index) => index !== at))
  return (
    <div className={styles.bar}>
      {search !== undefined && <FilterSearch {...search} />}
      {members.map((node, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
        <span key={at} className={styles.chipPlace}>
          {at > 0 && join === 'any' && <span className={styles.or}>{texts.or}</span>}
          {isGroup(node) ? (
            <ChipFrame
              label={texts.advanced}
              onEdit={() => setAdvanced(true)}
              onRemove={() => remove(at)}
              expanded={advanced}
            >
              {texts.groupChip(conditionCount(node), formatNumber(lang, conditionCount(node)))}
            </ChipFrame>
          ) : (
            <FilterChip
              condition={node}
              fields={fields}
              onChange={(next) => change(at, next)}
              onRemove={() => remove(at)}
            />
          )}
        </span>
      ))}
      <AddFilter
        fields={fields}
        onAdd={(condition) => put([...members, condition])}
        onAdvanced={() => setAdvanced(true)}
      />
      {members.length > 1 && (
        <Button kind="quiet" small onClick={() => onChange(null)}>
          {texts.clearAll}
        </Button>
      )}
      <span className={styles.grow} />
      {end}
      <FilterDialog
        opened={advanced}
        onClose={() => setAdvanced(false)}
        fields={fields}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}

function AddFilter({
  fields,
  onAdd,
  onAdvanced,
}: {
  fields: readonly FilterField[]
  onAdd: (condition: Condition) => void
  onAdvanced: () => void
}): ReactElement {
  const texts = useUiTexts().filter
  const [picked, setPicked] = useState<Condition | null>(null)
  const trigger = (
    <button type="button" className={styles.add}>
      <Icon name="plus" size={14} />
      {texts.add}
    </button>
  )
  function pick(field: FilterField): void {
    // Yes or no needs no value, so it is applied at once.
    if (field.kind === 'boolean') onAdd(newCondition(field))
    else setPicked(newCondition(field))
  }
  if (picked !== null) {
    return (
      <ConditionPopover
        condition={picked}
        fields={fields}
        opened
        onOpened={(opened) => !opened && setPicked(null)}
        onChange={onAdd}
      >
        <span className={styles.adding}>{fields.find(({ id }) => id === picked.field)?.label}</span>
      </ConditionPopover>
    )
  }
  return (
    <MantineMenu position="bottom-start" offset={4}>
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown className={styles.fieldMenu}>
        {fields.map((field) => (
          <MantineMenu.Item key={field.id} onClick={() => pick(field)}>
            {field.label}
          </MantineMenu.Item>
        ))}
        <MantineMenu.Divider />
        <MantineMenu.Item leftSection={<Icon name="filter" />} onClick={onAdvanced}>
          {texts.advanced}
        </MantineMenu.Item>
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}

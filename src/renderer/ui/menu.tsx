import { Menu as MantineMenu } from '@mantine/core'
import type { ReactElement } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { Kbd } from './kbd.tsx'
import styles from './menu.module.css'

export type MenuEntry =
  | 'divider'
  | {
      id: string
      label: string
      icon?: IconName
      /** Keys shown beside the label; something else listens for them. */
      keys?: string
      tone?: 'critical'
      checked?: boolean
      disabled?: boolean
      onSelect: () => void
    }

type MenuProps = {
  /** A button of the kit, or a native button. */ trigger: ReactElement
  items: readonly MenuEntry[]
  /** Where the list opens: below, at the start or end of the button, or beside it. */
  align?: 'start' | 'end' | 'beside'
}

const positions = { start: 'bottom-start', end: 'bottom-end', beside: 'right-start' } as const

/** A list of actions that opens below its button; arrow keys, first letters and Esc work. */
export function Menu({ trigger, items, align = 'end' }: MenuProps): ReactElement {
  return (
    <MantineMenu position={positions[align]} offset={4} withinPortal>
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown className={styles.dropdown}>
        {items.map((item, index) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: a divider has no identity but its place
          if (item === 'divider') return <MantineMenu.Divider key={`divider ${index}`} />
          return (
            <MantineMenu.Item
              key={item.id}
              onClick={item.onSelect}
              disabled={item.disabled ?? false}
              className={item.tone === 'critical' ? styles.critical : undefined}
              leftSection={item.icon !== undefined ? <Icon name={item.icon} /> : undefined}
              rightSection={
                item.checked === true ? (
                  <Icon name="check" />
                ) : item.keys !== undefined ? (
                  <Kbd keys={item.keys} />
                ) : undefined
              }
            >
              {item.label}
            </MantineMenu.Item>
          )
        })}
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}

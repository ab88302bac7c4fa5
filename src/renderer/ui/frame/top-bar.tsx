import type { ReactElement, ReactNode } from 'react'
import { Avatar } from '../avatar.tsx'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-shapes.tsx'
import { Kbd } from '../kbd.tsx'
import { Menu, type MenuEntry } from '../menu.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { VisuallyHidden } from '../visually-hidden.tsx'
import styles from './top-bar.module.css'

type TopBarProps = {
  /** Where the person works; with items it is a menu. */
  site?: { label: string; items?: readonly MenuEntry[] }
  search: { label: string; keys: string; onOpen: () => void }
  /** Scanner, sync pill and alarms, in this order. */
  tools?: ReactNode
  user: { name: string; role: string; items: readonly MenuEntry[] }
}

/** The bar over the sheet. Its order is the same everywhere: site, search, scanner, sync, alarms, person. */
export function TopBar({ site, search, tools, user }: TopBarProps): ReactElement {
  const texts = useUiTexts().frame
  return (
    <div className={styles.bar}>
      {site !== undefined && <Site {...site} />}
      <button type="button" className={styles.find} onClick={search.onOpen}>
        <Icon name="search" />
        <span className={styles.findText}>{search.label}</span>
        <Kbd keys={search.keys} />
      </button>
      <span className={styles.grow} />
      {tools}
      <Menu
        items={user.items}
        trigger={
          <button type="button" className={styles.who}>
            <Avatar name={user.name} />
            <span className={styles.whoName}>{user.name}</span>
            <VisuallyHidden>{texts.userMenu(user.role)}</VisuallyHidden>
          </button>
        }
      />
    </div>
  )
}

function Site({ label, items = [] }: { label: string; items?: readonly MenuEntry[] }): ReactElement {
  if (items.length === 0) return <span className={styles.site}>{label}</span>
  return (
    <Menu
      align="start"
      items={items}
      trigger={
        <button type="button" className={styles.site}>
          {label}
          <Icon name="chevron-down" size={14} className={styles.dim} />
        </button>
      }
    />
  )
}

export type SyncState = 'synced' | 'offline' | 'syncing' | 'needs' | 'failed' | 'behind'

const syncIcons: Record<SyncState, IconName> = {
  synced: 'cloud-check',
  offline: 'cloud-off',
  syncing: 'sync',
  needs: 'fork',
  failed: 'octagon',
  behind: 'triangle',
}

/** How the exchange with the centre stands. Being offline is a state, not an error, and looks neutral. */
export function SyncPill({
  state,
  text,
  onClick,
}: {
  state: SyncState
  text: string
  onClick: () => void
}): ReactElement {
  return (
    <button type="button" className={classNames(styles.pill, styles[state])} onClick={onClick}>
      <Icon name={syncIcons[state]} />
      {text}
    </button>
  )
}

type TopToolProps = { icon: IconName; text: string; tone?: 'ready' | 'alarm'; onClick?: () => void }

/** A small state in the top bar: scanner ready, one alarm. With `onClick` it is a button. */
export function TopTool({ icon, text, tone, onClick }: TopToolProps): ReactElement {
  const className = classNames(styles.tool, tone !== undefined && styles[tone])
  const content = (
    <>
      <Icon name={icon} />
      {text}
    </>
  )
  if (onClick === undefined) return <span className={className}>{content}</span>
  return (
    <button type="button" className={className} onClick={onClick}>
      {content}
    </button>
  )
}

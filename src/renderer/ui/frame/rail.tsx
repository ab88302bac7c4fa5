import type { MouseEvent, ReactElement, ReactNode } from 'react'
import { IconButton } from '../button.tsx'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-shapes.tsx'
import { Kbd } from '../kbd.tsx'
import { Menu } from '../menu.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import styles from './rail.module.css'

export type RailItem = { id: string; label: string; href: string; count?: number }
export type RailGroup = { id: string; label: string; icon: IconName; href: string; items?: readonly RailItem[] }
export type RailFootItem = { id: string; label: string; icon: IconName; href: string; keys?: string }
export type RailCurrent = { group: string; item?: string | undefined }

type RailProps = {
  brand: { mark: ReactNode; name: string }
  groups: readonly RailGroup[]
  current: RailCurrent
  foot: readonly RailFootItem[]
  onNavigate: (href: string) => void
  icons: boolean
  /** Left out where the width decides. */
  onToggle: (() => void) | undefined
}

/** The rail at the start of the frame: groups, and the items of the group one is in. */
export function Rail({ brand, groups, current, foot, onNavigate, icons, onToggle }: RailProps): ReactElement {
  const texts = useUiTexts().frame
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    // A click with a modifier asks the browser for a new window; leave it to the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onNavigate(event.currentTarget.getAttribute('href') ?? '')
  }
  const toggle = onToggle !== undefined && (
    <IconButton
      icon="sidebar"
      small
      label={icons ? texts.expandRail : texts.collapseRail}
      onClick={onToggle}
      className={styles.toggle}
    />
  )
  return (
    <nav className={styles.rail} aria-label={texts.mainNavigation} data-pane tabIndex={-1} data-icons={icons}>
      <div className={styles.brand}>
        <span className={styles.mark}>{brand.mark}</span>
        <b className={styles.name}>{brand.name}</b>
        {!icons && toggle}
      </div>
      <div className={styles.groups}>
        {groups.map((group) => (
          <RailGroupEntry
            key={group.id}
            group={group}
            current={current}
            icons={icons}
            onFollow={follow}
            onNavigate={onNavigate}
          />
        ))}
      </div>
      <div className={styles.foot}>
        {foot.map((item) => (
          <a
            key={item.id}
            className={styles.group}
            href={item.href}
            onClick={follow}
            title={icons ? item.label : undefined}
          >
            <Icon name={item.icon} />
            <span className={styles.label}>{item.label}</span>
            {item.keys !== undefined && (
              <span className={styles.keys}>
                <Kbd keys={item.keys} />
              </span>
            )}
          </a>
        ))}
        {icons && toggle}
      </div>
    </nav>
  )
}

type GroupEntryProps = {
  group: RailGroup
  current: RailCurrent
  icons: boolean
  onFollow: (event: MouseEvent<HTMLAnchorElement>) => void
  onNavigate: (href: string) => void
}

function RailGroupEntry({ group, current, icons, onFollow, onNavigate }: GroupEntryProps): ReactElement {
  const { items = [] } = group
  const on = group.id === current.group
  const here = on && (icons || current.item === undefined || items.length === 0)
  const className = classNames(styles.group, on && styles.on, here && styles.here)
  if (icons && items.length > 1) {
    const entries = items.map((item) => ({
      id: item.id,
      label: item.label,
      checked: on && item.id === current.item,
      onSelect: () => onNavigate(item.href),
    }))
    return (
      <Menu
        align="beside"
        items={entries}
        trigger={
          <button
            type="button"
            className={className}
            aria-label={group.label}
            title={group.label}
            aria-current={on ? 'true' : undefined}
          >
            <Icon name={group.icon} />
          </button>
        }
      />
    )
  }
  return (
    <>
      <a
        className={className}
        href={group.href}
        onClick={onFollow}
        title={icons ? group.label : undefined}
        aria-current={here ? 'page' : undefined}
      >
        <Icon name={group.icon} />
        <span className={styles.label}>{group.label}</span>
      </a>
      {!icons && on && items.length > 0 && (
        <ul className={styles.sub}>
          {items.map((item) => (
            <li key={item.id}>
              <a
                className={classNames(styles.item, item.id === current.item && styles.itemHere)}
                href={item.href}
                onClick={onFollow}
                aria-current={item.id === current.item ? 'page' : undefined}
              >
                {item.label}
                {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

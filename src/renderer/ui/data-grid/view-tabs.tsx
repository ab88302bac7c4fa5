import type { ReactElement } from 'react'
import { IconButton } from '../button.tsx'
import { Icon } from '../icon.tsx'
import { Menu, type MenuEntry } from '../menu.tsx'
import { Tabs } from '../tabs.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import styles from './view-tabs.module.css'

export type SavedView = { id: string; label: string; count?: number | string; owner?: 'mine' | 'shared' | 'built-in' }

type ViewTabsProps = {
  label: string
  views: readonly SavedView[]
  value: string
  onChange: (id: string) => void
  /** Saves what is on screen as a new view. */
  onSave?: () => void
  /** True while filter, sort or columns differ from the view chosen. */
  changed?: boolean
  /** What can be done with the chosen view: update, rename, share, delete. */
  menu?: (view: SavedView) => readonly MenuEntry[]
}

/** Saved views of a list as tabs, with what can be done to the chosen one. */
export function ViewTabs({
  label,
  views,
  value,
  onChange,
  onSave,
  changed = false,
  menu,
}: ViewTabsProps): ReactElement {
  const texts = useUiTexts().grid
  const chosen = views.find((view) => view.id === value)
  const entries = chosen === undefined ? [] : (menu?.(chosen) ?? [])
  return (
    <div className={styles.bar}>
      <Tabs label={label} tabs={views} value={value} onChange={onChange} className={styles.tabs} />
      {changed && <span className={styles.changed}>{texts.viewChanged}</span>}
      {chosen !== undefined && entries.length > 0 && (
        <Menu
          align="start"
          items={entries}
          trigger={
            <button
              type="button"
              className={styles.more}
              aria-label={texts.viewMenu(chosen.label)}
              title={texts.viewMenu(chosen.label)}
            >
              <Icon name="more" />
            </button>
          }
        />
      )}
      {onSave !== undefined && (
        <IconButton icon="plus" small label={texts.saveView} onClick={onSave} className={styles.save} />
      )}
    </div>
  )
}

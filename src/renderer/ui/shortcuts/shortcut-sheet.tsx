import { type ReactElement, useState } from 'react'
import { Dialog } from '../dialog.tsx'
import { Kbd } from '../kbd.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { type Shortcut, useShortcut, useShortcutList } from './shortcut-provider.tsx'
import styles from './shortcut-sheet.module.css'

/** The list of keys that work on this page, opened with `?`. */
export function ShortcutSheet(): ReactElement {
  const texts = useUiTexts().shortcuts
  const [opened, setOpened] = useState(false)
  const shortcuts = useShortcutList()
  useShortcut({ keys: '?', label: texts.showSheet, group: texts.general, run: () => setOpened(true) })
  return (
    <Dialog opened={opened} onClose={() => setOpened(false)} title={texts.title} size="l">
      <div className={styles.groups}>
        {groupsOf(shortcuts, texts.general).map(([group, entries]) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.name}>{group}</h3>
            <dl>
              {entries.map((entry) => (
                <div key={entry.keys} className={styles.row}>
                  <dt>{entry.label}</dt>
                  <dd>
                    <Kbd keys={entry.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function groupsOf(shortcuts: readonly Shortcut[], general: string): [string, Shortcut[]][] {
  const groups = Map.groupBy(shortcuts, (shortcut) => shortcut.group ?? general)
  return [...groups.entries()]
}

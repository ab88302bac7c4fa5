import { Modal } from '@mantine/core'
import { type KeyboardEvent, type ReactElement, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-shapes.tsx'
import { Kbd } from '../kbd.tsx'
import { Mono } from '../mono.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { VisuallyHidden } from '../visually-hidden.tsx'
import styles from './command-palette.module.css'
import { bestActions } from './match-actions.ts'
import type { PaletteAction, PaletteGroup, PaletteRecord } from './palette-entries.ts'
import { useRecordSearch } from './use-record-search.ts'

type CommandPaletteProps = {
  opened: boolean
  onClose: () => void
  actions: readonly PaletteAction[]
  /** Records that match; asked with every text, an older question is given up. */
  searchRecords?: (text: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>
  /** Shown while nothing is typed. */
  recent?: readonly PaletteRecord[]
  placeholder?: string
}

type Entry = {
  id: string
  label: string
  detail?: string
  mono?: string
  icon?: IconName
  keys?: string
  run: () => void
}
type EntryGroup = { label: string; entries: Entry[] }

/** Ctrl+K: actions and records in one list, with the keys each action also has. */
export function CommandPalette({ opened, onClose, ...content }: CommandPaletteProps): ReactElement {
  const texts = useUiTexts().palette
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={640}
      yOffset="12vh"
      classNames={{ content: styles.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={texts.label}>{opened && <PaletteBody onClose={onClose} {...content} />}</Modal.Content>
    </Modal.Root>
  )
}

function PaletteBody({
  onClose,
  actions,
  searchRecords,
  recent = [],
  placeholder,
}: Omit<CommandPaletteProps, 'opened'>): ReactElement {
  const texts = useUiTexts().palette
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { groups: found, searching, failed } = useRecordSearch(text, searchRecords)
  const groups = useMemo(() => groupsFor(text, actions, recent, found, texts), [text, actions, recent, found, texts])
  const entries = groups.flatMap((group) => group.entries)
  const chosen = entries[Math.min(at, entries.length - 1)]
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  function run(entry: Entry): void {
    onClose()
    entry.run()
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && entries.length > 0)
      setAt((Math.min(at, entries.length - 1) + step + entries.length) % entries.length)
    else if (event.key === 'Enter' && chosen !== undefined) run(chosen)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={styles.search}>
        <Icon name="search" />
        <input
          className={styles.input}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen.id}`}
          aria-label={texts.label}
          placeholder={placeholder ?? texts.placeholder}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          data-scan="fill"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Esc" />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={texts.label} className={styles.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={group.label} role="group" aria-label={group.label}>
            <div className={styles.group} aria-hidden="true">
              {group.label}
            </div>
            {group.entries.map((entry) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the search field has the focus and names the option
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search field runs it
              <div
                key={entry.id}
                id={`${listId}-${entry.id}`}
                role="option"
                aria-selected={entry === chosen}
                className={styles.entry}
                onClick={() => run(entry)}
                onMouseMove={() => setAt(entries.indexOf(entry))}
              >
                <Icon name={entry.icon ?? 'chevron-end'} />
                <span className={styles.label}>{entry.label}</span>
                {entry.detail !== undefined && <span className={styles.detail}>{entry.detail}</span>}
                <span className={styles.grow} />
                {entry.mono !== undefined && <Mono>{entry.mono}</Mono>}
                {entry.keys !== undefined && <Kbd keys={entry.keys} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className={styles.nothing}>{searching ? texts.searching : failed ? texts.failed : texts.nothing}</p>
      )}
      <VisuallyHidden>
        <span role="status">{searching ? texts.searching : String(entries.length)}</span>
      </VisuallyHidden>
      <div className={styles.foot} aria-hidden="true">
        <Kbd keys="↑" /> <Kbd keys="↓" /> {texts.hintMove} <Kbd keys="Enter" /> {texts.hintOpen}
      </div>
    </>
  )
}

type PaletteTexts = ReturnType<typeof useUiTexts>['palette']

function groupsFor(
  text: string,
  actions: readonly PaletteAction[],
  recent: readonly PaletteRecord[],
  found: readonly PaletteGroup[],
  texts: PaletteTexts,
): EntryGroup[] {
  const asked = text.trim()
  const fitting = bestActions(actions, asked)
  const byGroup = Map.groupBy(fitting, (action) => action.group ?? texts.actions)
  const actionGroups = [...byGroup.entries()].map(([label, entries]) => ({
    label,
    entries: entries.map((action) => ({ ...action, id: `action-${action.id}` })),
  }))
  const recordGroups = found.map((group) => ({
    label: group.label,
    entries: group.items.map((item) => ({ ...item, id: `${group.label}-${item.id}` })),
  }))
  const recentGroup = {
    label: texts.recent,
    entries: asked === '' ? recent.map((item) => ({ ...item, id: `recent-${item.id}` })) : [],
  }
  return [recentGroup, ...recordGroups, ...actionGroups].filter((group) => group.entries.length > 0)
}

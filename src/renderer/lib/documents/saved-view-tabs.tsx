/** Tabs of a list screen over its saved views: saving what is on screen, updating, naming, sharing and taking away. */
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { SavedView } from '../../../core/areas/documents/views.model.ts'
import { ViewTabs } from '../../ui/data-grid/view-tabs.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckboxField } from '../../ui/form/choice-fields.tsx'
import { Form, FormActions } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useZodForm } from '../../ui/form/use-zod-form.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { useApi } from '../api/services.tsx'
import { useCommand } from '../api/use-command.ts'
import { useSubmitFailure } from '../api/use-submit-failure.ts'
import type { ListState } from '../list/use-list-state.ts'
import type { useSavedViews } from '../list/use-saved-views.ts'
import { useMay } from '../session/session.tsx'

interface SavedViewTabsProps {
  /** Name of the list in the contract. */
  readonly listName: string
  readonly label: string
  readonly saved: ReturnType<typeof useSavedViews>
  readonly list: ListState
  /** How many rows a view holds, by view id; formatted. */
  readonly counts?: Readonly<Record<string, string | undefined>>
}

/** Shows the views and opens the dialogs that change them. */
export function SavedViewTabs({ listName, label, saved, list, counts = {} }: SavedViewTabsProps): ReactElement {
  const { t } = useTranslation('documents')
  const may = useMay()
  const [naming, setNaming] = useState<SavedView | 'new' | null>(null)
  const order = useCommand((api, ids: string[]) => api.documents.orderViews({ list: listName, ids }))
  const chosen = saved.saved.find((view) => view.id === list.viewId)

  function menuOf(): MenuEntry[] {
    if (chosen?.editable !== true)
      return list.changed
        ? [{ id: 'back', label: t('views.back'), icon: 'undo', onSelect: () => list.choose(list.viewId) }]
        : []
    const { id, rev, shared } = chosen
    const peers = saved.saved.filter((view) => view.shared === shared)
    const at = peers.indexOf(chosen)
    const moveBy = (step: number) => {
      const ids = peers.map((view) => view.id)
      ids.splice(at, 1)
      ids.splice(at + step, 0, id)
      void order.run(ids)
    }
    return [
      {
        id: 'update',
        label: t('views.update'),
        icon: 'save',
        disabled: !list.changed,
        onSelect: () =>
          void saved.update.run({ id, rev, state: list.toSave() }).then((done) => done && list.choose(id)),
      },
      { id: 'back', label: t('views.back'), icon: 'undo', disabled: !list.changed, onSelect: () => list.choose(id) },
      { id: 'rename', label: t('views.rename'), icon: 'edit', onSelect: () => setNaming(chosen) },
      ...(may('documents.shareView')
        ? [
            {
              id: 'share',
              label: shared ? t('views.unshare') : t('views.share'),
              icon: 'users' as const,
              onSelect: () => void saved.update.run({ id, rev, shared: !shared }),
            },
          ]
        : []),
      { id: 'earlier', label: t('views.earlier'), disabled: at <= 0, onSelect: () => moveBy(-1) },
      { id: 'later', label: t('views.later'), disabled: at === peers.length - 1, onSelect: () => moveBy(1) },
      'divider',
      {
        id: 'remove',
        label: t('views.remove'),
        icon: 'trash',
        tone: 'critical',
        onSelect: () =>
          void saved.remove.run({ id, rev }).then((done) => done && list.choose(saved.views[0]?.id ?? '')),
      },
    ]
  }

  return (
    <>
      <ViewTabs
        label={label}
        views={saved.views.map((view) => ({
          id: view.id,
          label: view.label,
          ...(view.owner === undefined ? {} : { owner: view.owner }),
          ...(counts[view.id] === undefined ? {} : { count: counts[view.id] ?? '' }),
        }))}
        value={list.viewId}
        changed={list.changed}
        onChange={list.choose}
        onSave={() => setNaming('new')}
        menu={menuOf}
      />
      {naming !== null && (
        <ViewDialog
          listName={listName}
          view={naming === 'new' ? null : naming}
          state={list.toSave()}
          onClose={() => setNaming(null)}
          onSaved={(view) => {
            setNaming(null)
            if (naming === 'new') list.choose(view.id)
          }}
        />
      )}
    </>
  )
}

const viewForm = z.object({ name: z.string().trim().min(1).max(80), shared: z.boolean() })

interface ViewDialogProps {
  readonly listName: string
  /** The view to rename; null saves what is on screen as a new one. */
  readonly view: SavedView | null
  readonly state: Record<string, unknown>
  readonly onClose: () => void
  readonly onSaved: (view: SavedView) => void
}

function ViewDialog({ listName, view, state, onClose, onSaved }: ViewDialogProps): ReactElement {
  const { t } = useTranslation('documents')
  const api = useApi()
  const may = useMay()
  const form = useZodForm({
    schema: viewForm,
    initial: { name: view?.name ?? '', shared: view?.shared ?? false },
    failureOf: useSubmitFailure(),
    onSubmit: async ({ name, shared }) => {
      const answer =
        view === null
          ? await api.documents.createView({ list: listName, name, shared, state: state as SavedView['state'] })
          : await api.documents.updateView({ id: view.id, rev: view.rev, name })
      onSaved(answer)
    },
  })
  return (
    <Dialog opened onClose={onClose} size="s" title={view === null ? t('views.saveTitle') : t('views.renameTitle')}>
      <Form form={form} guard={false} label={view === null ? t('views.saveTitle') : t('views.renameTitle')}>
        <TextField
          {...form.field('name')}
          label={t('views.name')}
          required
          autoFocus
          maxLength={80}
          {...(view === null ? { hint: t('views.holds') } : {})}
        />
        {view === null && may('documents.shareView') && (
          <CheckboxField {...form.field('shared')} label={t('views.forAll')} />
        )}
        <FormActions onCancel={onClose} />
      </Form>
    </Dialog>
  )
}

/** Views of the register: the built-in ones with their counts, and what can be done to those people saved. */
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { requiredText } from '../../../../core/kernel/procedure.ts'
import { useApi } from '../../../lib/api/services.tsx'
import type { ListState, ListView } from '../../../lib/list/use-list-state.ts'
import type { useSavedViews } from '../../../lib/list/use-saved-views.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { ViewTabs } from '../../../ui/data-grid/view-tabs.tsx'
import { CheckboxField } from '../../../ui/form/choice-fields.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { formatNumber } from '../../../ui/format-values.ts'
import type { MenuEntry } from '../../../ui/menu.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { animalStatsQuery } from '../animals.queries.ts'
import { FormDialog } from '../form-dialog.tsx'

const withRole = (role: string) => ({ filter: { all: [{ field: 'role', op: 'isAnyOf', value: [role] }] } })
const withStatus = (status: string) => ({ filter: { all: [{ field: 'status', op: 'isAnyOf', value: [status] }] } })

/** Views every register starts with. */
export function useBuiltInViews(): ListView[] {
  const { t } = useTranslation('animals')
  return useMemo(
    () => [
      { id: 'all', label: t('views.all'), state: {}, owner: 'built-in' },
      { id: 'donors', label: t('views.donors'), state: withRole('donor'), owner: 'built-in' },
      { id: 'recipients', label: t('views.recipients'), state: withRole('recipient'), owner: 'built-in' },
      { id: 'sires', label: t('views.sires'), state: withRole('sire'), owner: 'built-in' },
      { id: 'quarantine', label: t('views.quarantine'), state: withStatus('quarantined'), owner: 'built-in' },
      { id: 'references', label: t('views.references'), state: { filter: { all: [{ field: 'isReference', op: 'isTrue' }] } }, owner: 'built-in' },
    ],
    [t],
  )
}

interface RegisterViewsProps {
  readonly list: ListState
  readonly saved: ReturnType<typeof useSavedViews>
  readonly filters: { siteId?: string }
}

/** The tabs of views above the register. */
export function RegisterViews({ list, saved, filters }: RegisterViewsProps): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const { lang } = useLook()
  const stats = useQuery(animalStatsQuery(api, filters)).data
  const [naming, setNaming] = useState<{ id?: string; name: string; shared: boolean } | null>(null)
  const countOf = (group: readonly { key: string | null; count: number }[] | undefined, key: string) => group?.find((entry) => entry.key === key)?.count ?? 0
  const counts: Record<string, number> =
    stats === undefined
      ? {}
      : {
          all: stats.total + stats.references,
          donors: countOf(stats.byRole, 'donor'),
          recipients: countOf(stats.byRole, 'recipient'),
          sires: countOf(stats.byRole, 'sire'),
          quarantine: countOf(stats.byStatus, 'quarantined'),
          references: stats.references,
        }
  function menuOf(id: string): MenuEntry[] {
    const view = saved.saved.find((candidate) => candidate.id === id)
    if (view === undefined || !view.editable) return []
    return [
      { id: 'update', label: t('views.update'), icon: 'save', disabled: !list.changed, onSelect: () => void saved.update.run({ id, rev: view.rev, state: list.toSave() }) },
      { id: 'rename', label: t('views.rename'), icon: 'edit', onSelect: () => setNaming({ id, name: view.name, shared: view.shared }) },
      'divider',
      {
        id: 'remove',
        label: t('views.remove'),
        icon: 'trash',
        tone: 'critical',
        onSelect: () => {
          list.choose('all')
          void saved.remove.run({ id, rev: view.rev })
        },
      },
    ]
  }
  return (
    <>
      <ViewTabs
        label={t('views.label')}
        views={saved.views.map(({ id, label, owner }) => ({
          id,
          label,
          ...(owner === undefined ? {} : { owner }),
          ...(counts[id] === undefined ? {} : { count: formatNumber(lang, counts[id]) }),
        }))}
        value={list.viewId}
        onChange={list.choose}
        onSave={() => setNaming({ name: '', shared: false })}
        changed={list.changed}
        menu={(view) => menuOf(view.id)}
      />
      {naming !== null && (
        <ViewNameDialog
          start={naming}
          onClose={() => setNaming(null)}
          onSave={async ({ name, shared }) => {
            if (naming.id === undefined) {
              const view = await saved.create.run({ name, shared, state: list.toSave() })
              if (view !== undefined) list.choose(view.id)
            } else await saved.update.run({ id: naming.id, name, shared })
            setNaming(null)
          }}
        />
      )}
    </>
  )
}

const viewName = z.object({ name: requiredText(80), shared: z.boolean() })

interface ViewNameDialogProps {
  readonly start: { id?: string; name: string; shared: boolean }
  onSave(values: z.output<typeof viewName>): Promise<void>
  onClose(): void
}

function ViewNameDialog({ start, onSave, onClose }: ViewNameDialogProps): ReactElement {
  const { t } = useTranslation('animals')
  const may = useMay()
  const form = useZodForm({ schema: viewName, initial: { name: start.name, shared: start.shared }, onSubmit: onSave })
  return (
    <FormDialog title={start.id === undefined ? t('views.save') : t('views.rename')} form={form} onClose={onClose}>
      <TextField {...form.field('name')} label={t('views.name')} required autoFocus />
      {may('documents.shareView') && <CheckboxField {...form.field('shared')} label={t('views.shared')} />}
    </FormDialog>
  )
}

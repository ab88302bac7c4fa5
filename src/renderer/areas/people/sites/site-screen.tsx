import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Site, siteFields } from '../../../../core/areas/people/people.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { RecordHistory } from '../../../lib/history/record-history.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordQuery } from '../../../lib/live/live-queries.ts'
import { useParam } from '../../../lib/route/use-go.ts'
import { useSearchState } from '../../../lib/route/use-search-state.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { Button } from '../../../ui/button.tsx'
import { useConfirm } from '../../../ui/confirm-dialog.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Form, FormActions } from '../../../ui/form/form.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Screen } from '../../../ui/frame/screen.tsx'
import { IdChip } from '../../../ui/id-chip.tsx'
import { Note } from '../../../ui/note.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { TabPanel, Tabs } from '../../../ui/tabs.tsx'
import { SiteFields } from './site-fields.tsx'

const base = 'site'

/** One site: its details and its history. */
export function SiteScreen(): ReactElement {
  const { t } = useTranslation('people')
  const id = useParam('id')
  const api = useApi()
  const words = useWords()
  const [tab = 'details', setTab] = useSearchState<string>('tab')
  const found = useQuery(recordQuery({ entity: 'site', id, read: (signal) => api.sites.get({ id }, { signal }) }))
  if (found.isError) return <ErrorState {...words.errorState(found.error)} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton lines={8} />
  const site = found.data
  const tabs = [
    { id: 'details', label: t('sites.details') },
    { id: 'history', label: t('sites.history') },
  ]
  return (
    <Screen
      header={
        <PageHeader
          path={[{ label: t('sites.title'), href: '/system/sites' }]}
          title={site.name}
          marks={
            <>
              <IdChip id={site.code} />
              <StatusBadge
                meaning={site.active ? 'ok' : 'none'}
                word={site.active ? t('sites.open') : t('sites.closed')}
              />
            </>
          }
          actions={<SiteActions site={site} />}
        />
      }
      tabs={<Tabs label={t('sites.tabsLabel')} tabs={tabs} value={tab} onChange={setTab} base={base} />}
    >
      <TabPanel base={base} id="details" value={tab}>
        <SiteForm key={site.rev} site={site} />
      </TabPanel>
      <TabPanel base={base} id="history" value={tab}>
        <RecordHistory entity="site" id={id} />
      </TabPanel>
    </Screen>
  )
}

function SiteActions({ site }: { site: Site }): ReactElement | null {
  const { t } = useTranslation('people')
  const may = useMay()
  const confirm = useConfirm()
  const deactivate = useCommand((api, _: undefined) => api.sites.deactivate({ id: site.id, rev: site.rev }))
  const activate = useCommand((api, _: undefined) => api.sites.activate({ id: site.id }))
  if (!may('sites.write', site.id)) return null
  if (!site.active) {
    return (
      <Button icon="restore" busy={activate.busy} onClick={() => void activate.run(undefined)}>
        {t('sites.activate')}
      </Button>
    )
  }
  const close = async () => {
    const yes = await confirm({
      title: t('sites.deactivateTitle', { name: site.name }),
      text: t('sites.deactivateText'),
      confirmLabel: t('sites.deactivate'),
    })
    if (yes) await deactivate.run(undefined)
  }
  return (
    <Button icon="archive" busy={deactivate.busy} onClick={() => void close()}>
      {t('sites.deactivate')}
    </Button>
  )
}

function SiteForm({ site }: { site: Site }): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const may = useMay()
  const editable = may('sites.write', site.id)
  const { code, name, nameArabic, kind, timeZone, addressText } = site
  const form = useZodForm({
    schema: siteFields,
    initial: { code, name, nameArabic, kind, timeZone, addressText },
    emptyAs: 'null',
    onSubmit: async (values) => {
      await api.sites.update({ id: site.id, rev: site.rev, ...values })
    },
    failureOf: useSubmitFailure(),
  })
  return (
    <Form form={form} columns={2} label={t('sites.details')}>
      {!editable && <Note meaning="info">{t('sites.readOnly')}</Note>}
      <SiteFields field={(path) => form.field(path) as never} disabled={!editable} />
      {editable && <FormActions submitLabel={t('sites.save')} />}
    </Form>
  )
}

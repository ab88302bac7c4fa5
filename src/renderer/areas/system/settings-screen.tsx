/** Settings of this machine. What a person likes (language, rows, colours) is theirs and stands in their profile. */
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type NodeSettings, nodeSettings } from '../../../core/areas/system/system.contract.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useSubmitFailure } from '../../lib/api/use-submit-failure.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useSession } from '../../lib/session/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormActions, FormGroup } from '../../ui/form/form.tsx'
import { NumberField } from '../../ui/form/number-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useZodForm } from '../../ui/form/use-zod-form.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './system.module.css'

export function SettingsScreen(): ReactElement {
  const { t } = useTranslation('system')
  const words = useWords()
  const api = useApi()
  const settings = useQuery(
    recordsQuery({
      entity: 'nodeSetting',
      rest: ['settings'],
      read: (signal) => api.system.settings(undefined, { signal }),
    }),
  )
  return (
    <Screen header={<PageHeader title={t('settings.title')} detail={t('settings.detail')} />} width="read">
      <div className={styles.page}>
        {settings.isPending && <Skeleton lines={6} />}
        {settings.isError && (
          <ErrorState {...words.errorState(settings.error)} onRetry={() => void settings.refetch()} />
        )}
        {/* What somebody else saved meanwhile replaces the form; what is being typed is a form of its own until it is saved. */}
        {settings.data !== undefined && <SettingsForm key={JSON.stringify(settings.data)} settings={settings.data} />}
        <Note meaning="none" action={<LinkButton href="/profile">{t('settings.ownLink')}</LinkButton>}>
          {t('settings.own')}
        </Note>
      </div>
    </Screen>
  )
}

/** An emptied name is no name; the numbers must be given. */
const formFields = nodeSettings.extend({
  benchName: nodeSettings.shape.benchName.unwrap().optional(),
  autoLockMinutes: nodeSettings.shape.autoLockMinutes.unwrap(),
  offlineSignInDays: nodeSettings.shape.offlineSignInDays.unwrap(),
}) satisfies z.ZodType

function SettingsForm({ settings }: { settings: NodeSettings }): ReactElement {
  const { t } = useTranslation('system')
  const words = useWords()
  const api = useApi()
  const { nodeKind } = useSession()
  const form = useZodForm({
    schema: formFields,
    initial: { ...settings },
    failureOf: useSubmitFailure(),
    onSubmit: async ({ benchName = '', ...numbers }) => {
      // All of them: a setting left out would go back to its default. What is the same leaves no trace.
      await api.system.changeSettings({ benchName, ...numbers })
    },
  })
  return (
    <Form form={form} label={t('settings.form')}>
      <FormGroup title={nodeKind === 'hq' ? t('settings.hq') : t('settings.bench')}>
        <TextField
          {...form.field('benchName')}
          label={words.field('nodeSetting', 'benchName')}
          hint={t('settings.benchHint')}
          maxLength={60}
        />
      </FormGroup>
      <FormGroup title={t('settings.lock')}>
        <NumberField
          {...form.field('autoLockMinutes')}
          label={words.field('nodeSetting', 'autoLockMinutes')}
          unit={t('settings.minutes')}
          hint={t('settings.lockHint')}
          min={0}
          max={480}
          step={1}
          decimals={0}
          required
        />
        {nodeKind === 'station' && (
          <NumberField
            {...form.field('offlineSignInDays')}
            label={words.field('nodeSetting', 'offlineSignInDays')}
            unit={t('settings.days')}
            hint={t('settings.offlineHint')}
            min={1}
            max={90}
            step={1}
            decimals={0}
            required
          />
        )}
      </FormGroup>
      <FormActions submitLabel={t('settings.save')} />
    </Form>
  )
}

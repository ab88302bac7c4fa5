import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { CustomerInteraction } from '../../../core/areas/customers/interactions.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useSubmitFailure } from '../../lib/api/use-submit-failure.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form/form.tsx'
import { TextareaField } from '../../ui/form/text-field.tsx'
import { useZodForm } from '../../ui/form/use-zod-form.ts'
import styles from './customers.module.css'

const outcomeFields = z.object({ outcome: z.string().trim().max(2000).nullable() })

/** Asks what came of a follow-up and marks it as done. */
export function CompleteDialog({
  interaction,
  onClose,
}: {
  interaction: CustomerInteraction
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const api = useApi()
  const { id: interactionId, customerId, rev, subject } = interaction
  const form = useZodForm({
    schema: outcomeFields,
    initial: { outcome: interaction.outcome },
    emptyAs: 'null',
    failureOf: useSubmitFailure(),
    onSubmit: async (values) => {
      await api.customers.completeFollowUp({ id: customerId, interactionId, rev, ...values })
      onClose()
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t('followUps.completeTitle')}>
      <p className={styles.dialogText}>
        <bdi>{subject}</bdi>
      </p>
      <Form form={form} label={t('followUps.completeTitle')} guard={false}>
        <TextareaField
          {...form.field('outcome')}
          label={words.field('customerInteraction', 'outcome')}
          autoFocus
          maxLength={2000}
        />
        <FormActions submitLabel={t('followUps.markDone')} onCancel={onClose} />
      </Form>
    </Dialog>
  )
}

import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../core/areas/customers/customers.model.ts'
import { type ApiError, toApiError } from '../../lib/api/api-error.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useConfirm } from '../../ui/confirm-dialog.tsx'
import { useToast } from '../../ui/toast.tsx'

/**
 * Gives a function that lays a customer aside. It is done at once and can be undone; only when follow-ups are open or
 * animals are owned the person is told how many, and asked. Resolves to whether it was done.
 */
export function useArchiveCustomer(): (customer: Pick<Customer, 'id' | 'rev'>) => Promise<boolean> {
  const { t } = useTranslation('customers')
  const api = useApi()
  const words = useWords()
  const confirm = useConfirm()
  const toast = useToast()
  return useCallback(
    async ({ id, rev }) => {
      const archive = async (evenSo: boolean): Promise<ApiError | null> => {
        try {
          await api.customers.archive(evenSo ? { id, rev, evenSo } : { id, rev })
          return null
        } catch (error) {
          return toApiError(error)
        }
      }
      let failure = await archive(false)
      if (failure?.code === 'customer_has_open_items') {
        const { openFollowUps, animals } = failure.data
        const text = (
          <>
            {Number(openFollowUps) > 0 && <p>{t('archive.openFollowUps', { count: Number(openFollowUps) })}</p>}
            {Number(animals) > 0 && <p>{t('archive.animals', { count: Number(animals) })}</p>}
            <p>{t('archive.whatHappens')}</p>
          </>
        )
        if (!(await confirm({ title: t('archive.title'), text, confirmLabel: t('archive.evenSo') }))) return false
        failure = await archive(true)
      }
      if (failure !== null) toast({ text: words.error(failure), meaning: 'critical' })
      return failure === null
    },
    [api, confirm, t, toast, words],
  )
}

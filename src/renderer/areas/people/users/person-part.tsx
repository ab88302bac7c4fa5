import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../core/areas/people/people.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { Form, FormActions } from '../../../ui/form/form.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Note } from '../../../ui/note.tsx'
import { PersonFields, personForm } from './person-fields.tsx'

/** What is known about a person, to read or to change. */
export function PersonPart({ person }: { person: Person }): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const may = useMay()
  const editable = may('people.write')
  const { displayName, email, phone, position, department, language, homeSiteId } = person
  const form = useZodForm({
    schema: personForm,
    initial: { displayName, email, phone, position, department, language, homeSiteId },
    emptyAs: 'null',
    onSubmit: async (values) => {
      await api.users.update({ id: person.id, rev: person.rev, ...values })
    },
    failureOf: useSubmitFailure(),
  })
  return (
    <Form form={form} columns={2} label={t('user.tabs.person')}>
      {!editable && <Note meaning="info">{t('user.readOnly')}</Note>}
      <PersonFields field={(path) => form.field(path) as never} disabled={!editable} />
      {editable && <FormActions submitLabel={t('user.save')} />}
    </Form>
  )
}

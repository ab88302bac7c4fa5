/** The people at a customer. A contact is added and changed in its own place. */
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CustomerContact, contactFields } from '../../../core/areas/customers/contacts.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useCommand } from '../../lib/api/use-command.ts'
import { useSubmitFailure } from '../../lib/api/use-submit-failure.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useMay } from '../../lib/session/session.tsx'
import { IconButton, LinkButton } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/form/choice-fields.tsx'
import { Form, FormActions } from '../../ui/form/form.tsx'
import { TextareaField, TextField } from '../../ui/form/text-field.tsx'
import { useZodForm } from '../../ui/form/use-zod-form.ts'
import { Section } from '../../ui/inspector.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tag } from '../../ui/status.tsx'
import { changedFields } from './changed-fields.ts'
import { ContactLink } from './contact-link.tsx'
import styles from './customers.module.css'
import { useContacts } from './customers.queries.ts'

export function ContactsSection({ customerId }: { customerId: string }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const may = useMay()
  const contacts = useContacts(customerId)
  const [edited, setEdited] = useState<string | 'new' | null>(null)
  const items = contacts.data?.items
  const mayWrite = may('customers.write')
  const stop = () => setEdited(null)
  return (
    <Section
      title={t('contacts.title')}
      {...(mayWrite && edited !== 'new'
        ? { action: <LinkButton onClick={() => setEdited('new')}>{t('contacts.add')}</LinkButton> }
        : {})}
    >
      {contacts.isError && <p className={styles.failure}>{words.error(contacts.error)}</p>}
      {contacts.isPending && <Skeleton lines={2} />}
      {items?.length === 0 && edited !== 'new' && <p className={styles.dim}>{t('contacts.none')}</p>}
      <ul className={styles.parts}>
        {items?.map((contact) => (
          <li key={contact.id} className={styles.part}>
            {edited === contact.id ? (
              <ContactForm customerId={customerId} contact={contact} onDone={stop} />
            ) : (
              <Contact contact={contact} mayWrite={mayWrite} onEdit={() => setEdited(contact.id)} />
            )}
          </li>
        ))}
        {edited === 'new' && (
          <li className={styles.part}>
            <ContactForm customerId={customerId} contact={null} onDone={stop} />
          </li>
        )}
      </ul>
    </Section>
  )
}

function Contact({
  contact,
  mayWrite,
  onEdit,
}: {
  contact: CustomerContact
  mayWrite: boolean
  onEdit: () => void
}): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const { id: contactId, customerId, rev, name } = contact
  const own = { id: customerId, contactId, rev }
  const promote = useCommand((api, input: typeof own) => api.customers.updateContact({ ...input, isPrimary: true }))
  const remove = useCommand((api, input: typeof own) => api.customers.removeContact(input))
  const position = [contact.title, contact.department].filter((part) => part !== null)
  return (
    <div className={styles.partLine}>
      <div className={styles.partText}>
        <p className={styles.partHead}>
          <b>
            <bdi>{name}</bdi>
          </b>
          {contact.isPrimary && <Tag>{words.field('customerContact', 'isPrimary')}</Tag>}
          {contact.isBilling && <Tag>{words.field('customerContact', 'isBilling')}</Tag>}
          {contact.isTechnical && <Tag>{words.field('customerContact', 'isTechnical')}</Tag>}
        </p>
        {position.length > 0 && <p className={styles.dim}>{position.join(t('comma'))}</p>}
        <p className={styles.reach}>
          {contact.mobile !== null && <ContactLink kind="tel" text={contact.mobile} />}
          {contact.phone !== null && <ContactLink kind="tel" text={contact.phone} />}
          {contact.email !== null && <ContactLink kind="mailto" text={contact.email} />}
        </p>
        {contact.notes !== null && <p className={styles.notes}>{contact.notes}</p>}
      </div>
      {mayWrite && (
        <>
          <IconButton icon="edit" small label={t('contacts.edit', { name })} onClick={onEdit} />
          <Menu
            trigger={<IconButton icon="more" small label={t('contacts.more', { name })} />}
            items={[
              {
                id: 'primary',
                label: t('contacts.makePrimary'),
                icon: 'star',
                disabled: contact.isPrimary,
                onSelect: () => void promote.run(own),
              },
              {
                id: 'remove',
                label: t('contacts.remove'),
                icon: 'trash',
                tone: 'critical',
                onSelect: () => void remove.run(own),
              },
            ]}
          />
        </>
      )}
    </div>
  )
}

const noContact = {
  name: null,
  title: null,
  department: null,
  phone: null,
  mobile: null,
  email: null,
  isPrimary: false,
  isBilling: false,
  isTechnical: false,
  notes: null,
}

function ContactForm({
  customerId,
  contact,
  onDone,
}: {
  customerId: string
  contact: CustomerContact | null
  onDone: () => void
}): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const api = useApi()
  const label = (field: string) => words.field('customerContact', field)
  const [initial] = useState(() => (contact === null ? noContact : fieldsOf(contact)))
  const form = useZodForm({
    schema: contactFields,
    initial,
    emptyAs: 'null',
    failureOf: useSubmitFailure(),
    onSubmit: async (values) => {
      if (contact === null) await api.customers.addContact({ ...values, id: customerId })
      else
        await api.customers.updateContact({
          id: customerId,
          contactId: contact.id,
          rev: contact.rev,
          ...changedFields(initial as typeof values, values),
        })
      onDone()
    },
  })
  return (
    <Form
      form={form}
      columns={2}
      label={contact === null ? t('contacts.add') : t('contacts.edit', { name: contact.name })}
    >
      <TextField {...form.field('name')} label={label('name')} required autoFocus maxLength={200} />
      <TextField {...form.field('title')} label={label('title')} maxLength={80} />
      <TextField {...form.field('department')} label={label('department')} maxLength={120} />
      <TextField {...form.field('email')} label={label('email')} type="email" maxLength={200} />
      <TextField {...form.field('mobile')} label={label('mobile')} type="tel" maxLength={60} />
      <TextField {...form.field('phone')} label={label('phone')} type="tel" maxLength={60} />
      <div className={styles.checks} data-wide>
        <CheckboxField {...form.field('isPrimary')} label={label('isPrimary')} disabled={contact?.isPrimary === true} />
        <CheckboxField {...form.field('isBilling')} label={label('isBilling')} />
        <CheckboxField {...form.field('isTechnical')} label={label('isTechnical')} />
      </div>
      <TextareaField {...form.field('notes')} label={label('notes')} wide rows={2} maxLength={4000} />
      <FormActions onCancel={onDone} />
    </Form>
  )
}

function fieldsOf({
  name,
  title,
  department,
  phone,
  mobile,
  email,
  isPrimary,
  isBilling,
  isTechnical,
  notes,
}: CustomerContact) {
  return { name, title, department, phone, mobile, email, isPrimary, isBilling, isTechnical, notes }
}

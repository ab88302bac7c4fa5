/** The places of a customer. An address is added and changed in its own place. */
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressFields, addressTypes, type CustomerAddress } from '../../../core/areas/customers/contacts.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useCommand } from '../../lib/api/use-command.ts'
import { useSubmitFailure } from '../../lib/api/use-submit-failure.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useMay } from '../../lib/session/session.tsx'
import { IconButton, LinkButton } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/form/choice-fields.tsx'
import { Form, FormActions } from '../../ui/form/form.tsx'
import { NumberField } from '../../ui/form/number-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useZodForm } from '../../ui/form/use-zod-form.ts'
import { Section } from '../../ui/inspector.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Mono } from '../../ui/mono.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tag } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { AddressText } from './address-text.tsx'
import { changedFields } from './changed-fields.ts'
import styles from './customers.module.css'
import { useAddresses } from './customers.queries.ts'
import { countryChoices } from './place-options.ts'

export function AddressesSection({ customerId }: { customerId: string }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const may = useMay()
  const addresses = useAddresses(customerId)
  const [edited, setEdited] = useState<string | 'new' | null>(null)
  const items = addresses.data?.items
  const mayWrite = may('customers.write')
  const stop = () => setEdited(null)
  return (
    <Section
      title={t('addresses.title')}
      {...(mayWrite && edited !== 'new'
        ? { action: <LinkButton onClick={() => setEdited('new')}>{t('addresses.add')}</LinkButton> }
        : {})}
    >
      {addresses.isError && <p className={styles.failure}>{words.error(addresses.error)}</p>}
      {addresses.isPending && <Skeleton lines={2} />}
      {items?.length === 0 && edited !== 'new' && <p className={styles.dim}>{t('addresses.none')}</p>}
      <ul className={styles.parts}>
        {items?.map((address) => (
          <li key={address.id} className={styles.part}>
            {edited === address.id ? (
              <AddressForm customerId={customerId} address={address} onDone={stop} />
            ) : (
              <Address address={address} mayWrite={mayWrite} onEdit={() => setEdited(address.id)} />
            )}
          </li>
        ))}
        {edited === 'new' && (
          <li className={styles.part}>
            <AddressForm customerId={customerId} address={null} onDone={stop} />
          </li>
        )}
      </ul>
    </Section>
  )
}

function Address({
  address,
  mayWrite,
  onEdit,
}: {
  address: CustomerAddress
  mayWrite: boolean
  onEdit: () => void
}): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const { id: addressId, customerId, rev, city, latitude, longitude } = address
  const own = { id: customerId, addressId, rev }
  const promote = useCommand((api, input: typeof own) => api.customers.updateAddress({ ...input, isPrimary: true }))
  const remove = useCommand((api, input: typeof own) => api.customers.removeAddress(input))
  return (
    <div className={styles.partLine}>
      <div className={styles.partText}>
        <p className={styles.partHead}>
          <b>{words.value('customerAddress', 'type', address.type)}</b>
          {address.isPrimary && <Tag>{words.field('customerAddress', 'isPrimary')}</Tag>}
        </p>
        <p>
          <AddressText address={address} />
        </p>
        {latitude !== null && longitude !== null && (
          <p className={styles.dim}>
            <Mono>{`${latitude}, ${longitude}`}</Mono>
          </p>
        )}
      </div>
      {mayWrite && (
        <>
          <IconButton icon="edit" small label={t('addresses.edit', { city })} onClick={onEdit} />
          <Menu
            trigger={<IconButton icon="more" small label={t('addresses.more', { city })} />}
            items={[
              {
                id: 'primary',
                label: t('addresses.makePrimary'),
                icon: 'star',
                disabled: address.isPrimary,
                onSelect: () => void promote.run(own),
              },
              {
                id: 'remove',
                label: t('addresses.remove'),
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

const noAddress = {
  type: 'facility' as const,
  line1: null,
  line2: null,
  city: null,
  region: null,
  postcode: null,
  country: null,
  isPrimary: false,
  latitude: null,
  longitude: null,
}

function AddressForm({
  customerId,
  address,
  onDone,
}: {
  customerId: string
  address: CustomerAddress | null
  onDone: () => void
}): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const api = useApi()
  const label = (field: string) => words.field('customerAddress', field)
  const [initial] = useState(() => (address === null ? noAddress : fieldsOf(address)))
  const form = useZodForm({
    schema: addressFields,
    initial,
    emptyAs: 'null',
    failureOf: useSubmitFailure(),
    onSubmit: async (values) => {
      if (address === null) await api.customers.addAddress({ ...values, id: customerId })
      else
        await api.customers.updateAddress({
          id: customerId,
          addressId: address.id,
          rev: address.rev,
          ...changedFields(initial as typeof values, values),
        })
      onDone()
    },
  })
  return (
    <Form
      form={form}
      columns={2}
      label={address === null ? t('addresses.add') : t('addresses.edit', { city: address.city })}
    >
      <SelectField
        {...form.field('type')}
        label={label('type')}
        required
        options={addressTypes.map((value) => ({ value, label: words.value('customerAddress', 'type', value) }))}
      />
      <SelectField {...form.field('country')} label={label('country')} required options={countryChoices(lang)} />
      <TextField {...form.field('line1')} label={label('line1')} required wide autoFocus maxLength={200} />
      <TextField {...form.field('line2')} label={label('line2')} wide maxLength={200} />
      <TextField {...form.field('city')} label={label('city')} required maxLength={120} />
      <TextField {...form.field('region')} label={label('region')} maxLength={120} />
      <TextField {...form.field('postcode')} label={label('postcode')} mono maxLength={20} />
      <span />
      <NumberField
        {...form.field('latitude')}
        label={label('latitude')}
        unit="°"
        decimals={6}
        min={-90}
        max={90}
        hint={t('addresses.position')}
      />
      <NumberField {...form.field('longitude')} label={label('longitude')} unit="°" decimals={6} min={-180} max={180} />
      <CheckboxField {...form.field('isPrimary')} label={label('isPrimary')} disabled={address?.isPrimary === true} />
      <FormActions onCancel={onDone} />
    </Form>
  )
}

function fieldsOf({
  type,
  line1,
  line2,
  city,
  region,
  postcode,
  country,
  isPrimary,
  latitude,
  longitude,
}: CustomerAddress) {
  return { type, line1, line2, city, region, postcode, country, isPrimary, latitude, longitude }
}

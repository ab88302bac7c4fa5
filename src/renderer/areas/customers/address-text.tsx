import type { ReactElement } from 'react'
import type { CustomerAddress } from '../../../core/areas/customers/contacts.model.ts'
import { useLook } from '../../ui/theme/look.ts'
import { countryName } from './place-options.ts'

/** An address in one run of text, its country in the language of the page. */
export function AddressText({ address }: { address: CustomerAddress }): ReactElement {
  const { lang } = useLook()
  const { line1, line2, city, region, postcode, country } = address
  const place = [postcode, city].filter((part) => part !== null).join(' ')
  const parts = [line1, line2, place, region, countryName(lang, country)].filter((part) => part !== null && part !== '')
  return <bdi>{parts.join(lang === 'ar' ? '، ' : ', ')}</bdi>
}

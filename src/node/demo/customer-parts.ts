/** What hangs on a demo customer: people to talk to, places, and what was said and is still to be done. */
import type { z } from 'zod'
import { addDays } from '../../core/areas/animals/species/calendar-date.ts'
import type { addressFields, contactFields } from '../../core/areas/customers/contacts.model.ts'
import type { interactionFields } from '../../core/areas/customers/interactions.model.ts'
import type { CalendarDate } from '../../core/kernel/clock.ts'
import { cityFacts, type DemoCustomer, phone } from './demo-customers.ts'
import type { Choices } from './seeded-choices.ts'

type Contact = z.input<typeof contactFields>
type Address = z.input<typeof addressFields>
/** `done` marks a follow-up that somebody has dealt with. */
type Interaction = z.input<typeof interactionFields> & { readonly done: boolean }

const contactNames = [
  'Fahad Al-Enezi',
  'Salman Al-Harthi',
  'Rana Khoury',
  'Adel Mansoor',
  'Imran Qureshi',
  'Lina Saab',
  'Badr Al-Zahrani',
  'Huda Nasser',
  'Peter Lindqvist',
  'Anita Verma',
  'Marwan Aziz',
  'Samira Haddad',
  'Waleed Al-Johani',
  'Claire Dubois',
  'Nawaf Al-Otaibi',
]
const contactTitles = ['Herd manager', 'Owner', 'Accountant', 'Veterinarian', 'Stable manager', 'Purchasing']

export function contactsOf({ fields, city, domain }: DemoCustomer, choices: Choices): Contact[] {
  if (fields.type === 'individual')
    return [
      {
        name: fields.name,
        isPrimary: true,
        isBilling: true,
        isTechnical: true,
        mobile: fields.phone,
        email: fields.email,
      },
    ]
  const start = choices.whole(0, contactNames.length - 1)
  return Array.from({ length: choices.whole(1, 3) }, (_none, index) => {
    const name = contactNames[(start + index * 4) % contactNames.length] as string
    return {
      name,
      title: contactTitles[(start + index) % contactTitles.length],
      email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${domain}`,
      mobile: phone(city, choices),
      isPrimary: index === 0,
      isBilling: index === 1,
      isTechnical: index !== 1,
    }
  })
}

export function addressesOf({ fields, city }: DemoCustomer, choices: Choices): Address[] {
  const { country, region, latitude, longitude } = cityFacts(city)
  const near = (degrees: number) => Math.round((degrees + (choices.share() - 0.5) * 0.3) * 1e5) / 1e5
  const office: Address = {
    type: fields.type === 'individual' ? 'facility' : 'headquarters',
    line1: `${choices.pick(['King Fahd Road', 'Prince Sultan Street', 'Airport Road', 'Farm Road', 'Industrial Street'])} ${choices.whole(2, 480)}`,
    city,
    region,
    postcode: country === 'SA' ? String(choices.whole(11_000, 66_999)) : null,
    country,
    isPrimary: true,
  }
  const farm: Address = {
    type: 'facility',
    line1: `Farm ${choices.whole(1, 60)}, km ${choices.whole(4, 90)}`,
    city,
    region,
    country,
    latitude: near(latitude),
    longitude: near(longitude),
  }
  return fields.type === 'organization' || choices.chance(0.4) ? [office, farm] : [office]
}

/** Kind, subject, and in how many days somebody must come back to it (null: settled when it was noted). */
const subjects: readonly (readonly [kind: Interaction['kind'], subject: string, dueInDays: number | null])[] = [
  ['call', 'Asked for semen stock of Ridgecrest Lambda', 3],
  ['call', 'Confirmed the OPU date', null],
  ['mail', 'Sent the embryo evaluation report', null],
  ['mail', 'Offer for ten OPU sessions', 14],
  ['meeting', 'Breeding plan for the season', 21],
  ['visit', 'Farm visit, recipients scanned', null],
  ['visit', 'Collection of donor cows agreed', 10],
  ['complaint', 'Motility after thawing lower than on the sheet', 5],
  ['complaint', 'Invoice lists twelve straws, ten were delivered', 7],
  ['service_request', 'Storage of forty straws for two years', 12],
  ['service_request', 'Embryo transfer to eight recipients', 9],
  ['follow_up', 'Ask for the pregnancy results', 30],
  ['follow_up', 'Renew the storage contract', 25],
  ['note', 'Prefers calls after the noon prayer', null],
  ['call', 'طلب كشف حمل للنوق قبل نهاية الشهر', 8],
  ['visit', 'زيارة المزرعة ومعاينة المستقبلات', null],
  ['follow_up', 'متابعة نتائج التلقيح مع المربي', 18],
]

export function interactionsOf(today: CalendarDate, choices: Choices): Interaction[] {
  return Array.from({ length: choices.whole(2, 6) }, () => {
    const [kind, subject, dueInDays] = choices.pick(subjects)
    const daysAgo = choices.whole(1, dueInDays === null ? 300 : 60)
    const happened = addDays(today, -daysAgo)
    const dueDate = dueInDays === null ? null : addDays(happened, dueInDays)
    return {
      kind,
      subject,
      happenedAt: `${happened}T0${choices.whole(6, 9)}:${choices.whole(10, 59)}:00.000Z`,
      dueDate,
      // What fell due more than a fortnight ago is done, mostly; the rest waits for somebody.
      done: dueDate !== null && (dueDate < addDays(today, -14) ? choices.chance(0.97) : choices.chance(0.35)),
    }
  })
}

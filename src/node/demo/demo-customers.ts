/** The sixty customers of the demo data: names in both scripts, what they are and where. All of them are invented. */
import type { z } from 'zod'
import type { customerFields } from '../../core/areas/customers/customers.model.ts'
import type { Choices } from './seeded-choices.ts'

type Customer = z.input<typeof customerFields>
type Kind = readonly [type: Customer['type'], industry: string, tags: readonly string[]]

const dairy: Kind = ['organization', 'Dairy', ['cattle']]
const stud: Kind = ['organization', 'Horse breeding', ['horses']]
const camels: Kind = ['organization', 'Camel breeding', ['camels']]
const flocks: Kind = ['organization', 'Sheep and goats', ['small ruminants']]
const science: Kind = ['research', 'Research', ['research']]
const state: Kind = ['government', 'Public administration', ['conservation']]

const organisations: readonly (readonly [kind: Kind, name: string, nameArabic: string, city: CityName])[] = [
  [dairy, 'Ridgecrest Arabia Dairy', 'ألبان ريدجكرست العربية', 'Al Kharj'],
  [dairy, 'Wadi Safi Farms', 'مزارع وادي صافي', 'Al Kharj'],
  [dairy, 'Najd Green Dairies', 'ألبان نجد الخضراء', 'Al Kharj'],
  [dairy, 'Haradh Plains Dairy', 'ألبان سهول حرض', 'Al Ahsa'],
  [dairy, 'Oasis Milk Company', 'شركة حليب الواحة', 'Al Ahsa'],
  [dairy, 'Hail Highland Dairies', 'ألبان مرتفعات حائل', 'Hail'],
  [dairy, 'Sharqiyah Fresh', 'الشرقية الطازجة', 'Dammam'],
  [dairy, 'Liwa Dairy', 'ألبان ليوا', 'Abu Dhabi'],
  [dairy, 'Batinah Milk', 'حليب الباطنة', 'Sohar'],
  [dairy, 'Al Wafra Cattle', 'أبقار الوفرة', 'Kuwait City'],
  [stud, 'Al Khalid Stud', 'مربط الخالد', 'Riyadh'],
  [stud, 'Al Rabdan Stud', 'مربط الربدان', 'Riyadh'],
  [stud, 'Al Badeia Arabians', 'مربط البادية للخيل العربية', 'Riyadh'],
  [stud, 'Al Nakhla Stud', 'مربط النخلة', 'Al Qassim'],
  [stud, 'Al Waha Racing Stables', 'إسطبلات الواحة للسباق', 'Riyadh'],
  [stud, 'Al Shaqab Valley Horses', 'خيول وادي الشقب', 'Doha'],
  [stud, 'Sakhir Arabian Horses', 'خيول الصخير العربية', 'Manama'],
  [stud, 'Desert Line Endurance', 'خط الصحراء للقدرة', 'Abu Dhabi'],
  [camels, 'Al Dahna Camels', 'إبل الدهناء', 'Al Kharj'],
  [camels, 'Rub Al Khali Camel Dairy', 'ألبان إبل الربع الخالي', 'Al Ahsa'],
  [camels, 'Majaheem Breeders Group', 'مجموعة مربي المجاهيم', 'Riyadh'],
  [camels, 'Al Sayhad Racing Camels', 'هجن الصياهد', 'Riyadh'],
  [camels, 'Dhofar Camel Station', 'محطة إبل ظفار', 'Salalah'],
  [camels, 'Northern Border Camels', 'إبل الحدود الشمالية', 'Hail'],
  [flocks, 'Najdi Sheep Cooperative', 'تعاونية الأغنام النجدية', 'Al Qassim'],
  [flocks, 'Al Jouf Pastures', 'مراعي الجوف', 'Hail'],
  [flocks, 'Asir Mountain Goats', 'ماعز جبال عسير', 'Abha'],
  [flocks, 'Naimi House', 'بيت النعيمي', 'Al Qassim'],
  [science, 'Gulf Institute of Animal Science', 'المعهد الخليجي لعلوم الحيوان', 'Riyadh'],
  [science, 'Al Ahsa College of Veterinary Medicine', 'كلية الطب البيطري بالأحساء', 'Al Ahsa'],
  [science, 'Camel Genome Group', 'مجموعة جينوم الإبل', 'Riyadh'],
  [state, 'National Centre for Hassawi Cattle', 'المركز الوطني للأبقار الحساوية', 'Al Ahsa'],
  [state, 'Department of Livestock, Riyadh Region', 'إدارة الثروة الحيوانية بمنطقة الرياض', 'Riyadh'],
]

const givenNames = [
  ['Abdulaziz', 'عبدالعزيز'],
  ['Mohammed', 'محمد'],
  ['Saud', 'سعود'],
  ['Turki', 'تركي'],
  ['Nasser', 'ناصر'],
  ['Majed', 'ماجد'],
  ['Sultan', 'سلطان'],
  ['Hassan', 'حسن'],
  ['Ali', 'علي'],
  ['Ibrahim', 'إبراهيم'],
  ['Noura', 'نورة'],
  ['Maha', 'مها'],
  ['Latifa', 'لطيفة'],
  ['Hessa', 'حصة'],
] as const
const familyNames = [
  ['Al-Mutairi', 'المطيري'],
  ['Al-Qahtani', 'القحطاني'],
  ['Al-Dosari', 'الدوسري'],
  ['Al-Shammari', 'الشمري'],
  ['Al-Ajmi', 'العجمي'],
  ['Al-Subaie', 'السبيعي'],
  ['Al-Rashidi', 'الرشيدي'],
  ['Al-Anazi', 'العنزي'],
  ['Al-Hajri', 'الهاجري'],
  ['Al-Marri', 'المري'],
  ['Al-Balushi', 'البلوشي'],
] as const

const cities = {
  'Al Kharj': ['SA', 'Riyadh Province', 24.155, 47.334],
  Riyadh: ['SA', 'Riyadh Province', 24.713, 46.675],
  'Al Ahsa': ['SA', 'Eastern Province', 25.383, 49.587],
  Dammam: ['SA', 'Eastern Province', 26.42, 50.088],
  'Al Qassim': ['SA', 'Qassim Province', 26.326, 43.975],
  Hail: ['SA', 'Hail Province', 27.522, 41.69],
  Abha: ['SA', 'Asir Province', 18.217, 42.505],
  'Abu Dhabi': ['AE', 'Abu Dhabi', 24.454, 54.377],
  Doha: ['QA', null, 25.285, 51.531],
  Manama: ['BH', null, 26.228, 50.586],
  'Kuwait City': ['KW', null, 29.376, 47.977],
  Sohar: ['OM', 'Al Batinah', 24.347, 56.707],
  Salalah: ['OM', 'Dhofar', 17.019, 54.089],
} as const

export type CityName = keyof typeof cities

export interface DemoCustomer {
  readonly fields: Customer
  readonly city: CityName
  /** Mail domain; `.example` belongs to nobody (RFC 2606). */
  readonly domain: string
}

/** The customers in a fixed order, as many as asked for, sixty at most. */
export function demoCustomers(count: number, choices: Choices): DemoCustomer[] {
  const people = familyNames
    .flatMap((family, row) => givenNames.map((given, column) => [given, family, (row * 5 + column * 3) % 17] as const))
    .sort((left, right) => left[2] - right[2])
  const found = organisations.map(([kind, name, nameArabic, city]) =>
    organisation(kind, name, nameArabic, city, choices),
  )
  for (const [given, family] of people.slice(0, 60 - found.length)) found.push(individual(given, family, choices))
  return found.slice(0, count)
}

function organisation(
  [type, industry, tags]: Kind,
  name: string,
  nameArabic: string,
  city: CityName,
  choices: Choices,
): DemoCustomer {
  const isClient = type === 'organization'
  const domain = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`
  return {
    city,
    domain,
    fields: {
      name,
      nameArabic,
      type,
      industry,
      tags: [...tags],
      category: isClient
        ? choices.weighted([
            ['standard', 5],
            ['premium', 3],
            ['vip', 2],
          ])
        : type === 'research'
          ? 'research'
          : 'standard',
      status: choices.weighted([
        ['active', 85],
        ['prospect', 10],
        ['inactive', 5],
      ]),
      taxId: cities[city][0] === 'SA' ? `3${choices.whole(100_000_000, 999_999_999)}00003` : null,
      registrationNumber: `${choices.whole(1_010_000_000, 1_010_999_999)}`,
      website: `https://www.${domain}`,
      email: `office@${domain}`,
      phone: phone(city, choices),
      creditLimit: isClient ? choices.pick([20_000, 50_000, 100_000, 250_000]) : null,
      currency: 'SAR',
      paymentTermsDays: choices.pick([14, 30, 60]),
      discountPercent: isClient && choices.chance(0.3) ? choices.pick([5, 7.5, 10]) : null,
      language: choices.chance(0.6) ? 'ar' : 'en',
    },
  }
}

function individual(
  given: readonly [string, string],
  family: readonly [string, string],
  choices: Choices,
): DemoCustomer {
  const city = choices.pick(['Al Kharj', 'Riyadh', 'Al Ahsa', 'Al Qassim', 'Hail'] as const)
  const domain = 'mail.example'
  return {
    city,
    domain,
    fields: {
      name: `${given[0]} ${family[0]}`,
      nameArabic: `${given[1]} ${family[1]}`,
      type: 'individual',
      tags: [choices.pick(['horses', 'camels', 'small ruminants'])],
      category: choices.weighted([
        ['standard', 8],
        ['premium', 2],
      ]),
      status: choices.weighted([
        ['active', 80],
        ['prospect', 12],
        ['inactive', 8],
      ]),
      email: `${given[0]}.${family[0].slice(3)}@${domain}`.toLowerCase(),
      phone: phone(city, choices),
      currency: 'SAR',
      paymentTermsDays: 14,
      language: 'ar',
    },
  }
}

const callingCodes = { SA: '+966 5', AE: '+971 5', QA: '+974 5', BH: '+973 3', KW: '+965 5', OM: '+968 9' } as const

export function phone(city: CityName, choices: Choices): string {
  return `${callingCodes[cities[city][0]]}${choices.whole(0, 9)} ${choices.whole(100, 999)} ${choices.whole(1000, 9999)}`
}

/** Where a city lies: country (ISO 3166-1 alpha-2), region, degrees north and east. */
export function cityFacts(city: CityName): {
  country: string
  region: string | null
  latitude: number
  longitude: number
} {
  const [country, region, latitude, longitude] = cities[city]
  return { country, region, latitude, longitude }
}

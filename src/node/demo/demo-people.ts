/** The fifteen people of the demo data and what each may do where. */
import type { RoleName } from '../../core/areas/people/roles.ts'
import type { SiteCode } from './demo-sites.ts'

/** Opens the door of every demo account; shown by `npm run demo`, worth nothing anywhere else. */
export const demoPassword = 'dawn over al kharj'

export interface DemoPerson {
  readonly username: string
  readonly displayName: string
  readonly language: 'en' | 'ar'
  readonly position: string
  readonly department: string
  readonly home: SiteCode
  /** Null means at every site. */
  readonly roles: readonly (readonly [role: RoleName, site: SiteCode | null])[]
  /** Quick unlock on a bench, for those who work at one. */
  readonly pin?: string
}

export const demoPeople: readonly DemoPerson[] = [
  {
    username: 'nora',
    displayName: 'Nora Al-Subaie',
    language: 'en',
    position: 'Administrator',
    department: 'Informatics',
    home: 'KHJ',
    roles: [['administrator', null]],
  },
  {
    username: 'faisal',
    displayName: 'Faisal Al-Harbi',
    language: 'en',
    position: 'Lab manager',
    department: 'Management',
    home: 'KHJ',
    roles: [['manager', null]],
    pin: '3102',
  },
  {
    username: 'huda',
    displayName: 'Huda Al-Otaibi',
    language: 'en',
    position: 'Technician',
    department: 'Cryo laboratory',
    home: 'KHJ',
    roles: [['laboratory_technician', 'KHJ']],
    pin: '4417',
  },
  {
    username: 'leena',
    displayName: 'Leena Haddad',
    language: 'en',
    position: 'Veterinarian',
    department: 'Reproduction',
    home: 'KHJ',
    roles: [
      ['veterinarian', 'KHJ'],
      ['veterinarian', 'AHS'],
    ],
    pin: '2871',
  },
  {
    username: 'omar',
    displayName: 'Omar Siddiqui',
    language: 'en',
    position: 'Technician',
    department: 'Cryo laboratory',
    home: 'KHJ',
    roles: [
      ['laboratory_technician', 'KHJ'],
      ['laboratory_technician', 'AHS'],
    ],
    pin: '1904',
  },
  {
    username: 'yousef',
    displayName: 'يوسف القحطاني',
    language: 'ar',
    position: 'أمين المخزن',
    department: 'مخزن التجميد',
    home: 'KHJ',
    roles: [['laboratory_technician', 'KHJ']],
    pin: '5820',
  },
  {
    username: 'mariam',
    displayName: 'Mariam Al-Dossari',
    language: 'en',
    position: 'Embryologist',
    department: 'IVP laboratory',
    home: 'KHJ',
    roles: [['embryologist', 'KHJ']],
    pin: '6413',
  },
  {
    username: 'tariq',
    displayName: 'طارق الشمري',
    language: 'ar',
    position: 'أخصائي أجنة',
    department: 'مختبر الأجنة',
    home: 'KHJ',
    roles: [
      ['embryologist', 'KHJ'],
      ['researcher', 'KHJ'],
    ],
  },
  {
    username: 'reem',
    displayName: 'Reem Al-Ghamdi',
    language: 'en',
    position: 'Equine veterinarian',
    department: 'Equine clinic',
    home: 'RUH',
    roles: [['veterinarian', 'RUH']],
  },
  {
    username: 'khalid',
    displayName: 'خالد الدوسري',
    language: 'ar',
    position: 'مدير العيادة',
    department: 'الإدارة',
    home: 'RUH',
    roles: [['manager', 'RUH']],
  },
  {
    username: 'sara',
    displayName: 'Sara Mansour',
    language: 'en',
    position: 'Clinic technician',
    department: 'Equine clinic',
    home: 'RUH',
    roles: [['laboratory_technician', 'RUH']],
  },
  {
    username: 'abdullah',
    displayName: 'عبدالله الهاجري',
    language: 'ar',
    position: 'مدير المزرعة',
    department: 'المزرعة',
    home: 'AHS',
    roles: [['manager', 'AHS']],
  },
  {
    username: 'priya',
    displayName: 'Priya Raman',
    language: 'en',
    position: 'Herd technician',
    department: 'Herd',
    home: 'AHS',
    roles: [['laboratory_technician', 'AHS']],
  },
  {
    username: 'daniel',
    displayName: 'Daniel Okafor',
    language: 'en',
    position: 'Geneticist',
    department: 'Genomics',
    home: 'KHJ',
    roles: [['researcher', null]],
  },
  {
    username: 'amal',
    displayName: 'أمل الزهراني',
    language: 'ar',
    position: 'مراقبة الجودة',
    department: 'الجودة',
    home: 'KHJ',
    roles: [['viewer', null]],
  },
]

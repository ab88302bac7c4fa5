/** The fields of an animal that a file can carry, most important first, and the words in which files state them. */
import type { animalPurposes } from '../../../core/areas/animals/animals.model.ts'
import { allStatusReasons, type animalStatuses, type StatusReason } from '../../../core/areas/animals/animals.status.ts'
import type { IdentifierSchemeCode } from '../../../core/areas/animals/identity/identifier-scheme.ts'
import { type BreedPart, parseFraction } from '../../../core/areas/animals/species/breed-composition.ts'
import { breeds } from '../../../core/areas/animals/species/breeds.ts'
import type { Sex } from '../../../core/areas/animals/species/sex.ts'
import type { SpeciesCode } from '../../../core/areas/animals/species/species-code.ts'
import type { ImportField } from '../../../core/areas/documents/import-target.ts'
import {
  type ReadResult,
  readDate,
  readValue,
  readWord,
  readYesNo,
  refuseValue,
  wordTable,
} from '../../../core/areas/documents/import-values.ts'

// 1 and 2 as in PLINK and most breeding programs; 0 and 9 for unknown.
const sexWords = wordTable<Sex>({
  male: ['m', '1', 'bull', 'stallion', 'ram', 'buck', 'boar', 'sire', 'ذكر', 'فحل', 'ثور', 'حصان', 'كبش', 'تيس'],
  female: [
    'f',
    '2',
    'cow',
    'heifer',
    'mare',
    'ewe',
    'doe',
    'sow',
    'dam',
    'أنثى',
    'انثي',
    'بقرة',
    'فرس',
    'نعجة',
    'ناقة',
  ],
  castrate: ['c', 'castrated', 'gelding', 'steer', 'ox', 'wether', 'barrow', 'مخصي', 'خصي'],
  freemartin: ['fm', 'فريمارتن'],
  unknown: ['u', 'unk', '0', '9', 'مجهول', 'غير معروف'],
})

const speciesWords = wordTable<SpeciesCode>({
  bovine: ['cattle', 'bos taurus', 'bos indicus', 'cow', 'أبقار', 'بقر', 'ماشية'],
  buffalo: ['water buffalo', 'bubalus bubalis', 'جاموس'],
  equine: ['horse', 'equus caballus', 'خيل', 'خيول', 'حصان'],
  camel: ['dromedary', 'camelus dromedarius', 'إبل', 'جمل', 'جمال'],
  bactrian_camel: ['bactrian', 'camelus bactrianus', 'جمل ذو سنامين'],
  ovine: ['sheep', 'ovis aries', 'أغنام', 'ضأن', 'غنم'],
  caprine: ['goat', 'capra hircus', 'ماعز'],
  swine: ['pig', 'sus scrofa', 'خنزير'],
  alpaca: ['vicugna pacos', 'ألباكا'],
  llama: ['lama glama', 'لاما'],
})

const purposeWords = wordTable<(typeof animalPurposes)[number]>({
  breeding: ['تربية', 'إكثار'],
  dairy: ['milk', 'حليب', 'ألبان'],
  meat: ['beef', 'لحم', 'تسمين'],
  racing: ['race', 'سباق'],
  show: ['عرض', 'مزاين'],
  research: ['بحث'],
  conservation: ['gene bank', 'حفظ'],
  companion: ['pet', 'riding', 'رفقة'],
})

const statusWords = wordTable<(typeof animalStatuses)[number]>({
  active: ['alive', 'present', 'حي', 'نشط'],
  resting: ['راحة'],
  quarantined: ['quarantine', 'حجر'],
  withheld: ['موقوف'],
  sold: ['مباع', 'بيع'],
  transferred: ['moved', 'منقول'],
  missing: ['lost', 'مفقود'],
  dead: ['died', 'deceased', 'نافق', 'ميت'],
})

const reasonWords = wordTable<StatusReason>(
  Object.fromEntries(allStatusReasons.map((reason) => [reason, []])) as unknown as Record<StatusReason, string[]>,
)

// Codes of several programs, names in both languages; where two breeds share a code (RDC), the first of the catalogue.
const breedWords = wordTable<string>(
  Object.fromEntries(
    breeds
      .toReversed()
      .map(({ code, names, interbull, naab }) => [code, [names.en, names.ar, interbull ?? code, naab ?? code]]),
  ),
)

/** Reads `Holstein`, `HOL`, or parts: `holstein 5/8, jersey 3/8`, `HOL 62.5% + JER 37.5%`. */
export function readBreeds(text: string): ReadResult<readonly BreedPart[]> {
  const whole = readWord(text, breedWords)
  if (whole.ok) return readValue([{ breed: whole.value, fraction: 1 }])
  const parts: BreedPart[] = []
  for (const piece of text.split(/[;+،؛]|,(?!\d)/)) {
    const match =
      /^(.*?)[\s:=]+([\d٠-٩½¼¾][\d٠-٩./,٫%٪ ]*)$/u.exec(piece.trim()) ??
      /^([\d٠-٩½¼¾][\d٠-٩./,٫%٪]*)\s+(.*)$/u.exec(piece.trim())
    if (match === null) return refuseValue('breed_unknown', { breed: piece.trim() })
    const [name, fractionText] = /^[\d٠-٩½¼¾]/u.test(match[1] ?? '') ? [match[2], match[1]] : [match[1], match[2]]
    const breed = readWord(name ?? '', breedWords)
    const fraction = parseFraction((fractionText ?? '').trim())
    if (!breed.ok) return refuseValue('breed_unknown', { breed: name })
    if (fraction === null) return refuseValue('breed_fraction_invalid', { breed: breed.value, fraction: fractionText })
    parts.push({ breed: breed.value, fraction })
  }
  return readValue(parts)
}

const asText = (text: string): ReadResult<unknown> => readValue(text)
const isZero = (text: string) => /^0+$/.test(text.trim()) || /^(unknown|unk|غير معروف|مجهول)$/i.test(text.trim())
const reference = { kind: 'reference', isBlank: isZero } as const

/** Fields that are identifiers of their own, beside the file's numbers. */
export const identifierFieldSchemes: Readonly<Record<string, IdentifierSchemeCode>> = {
  electronicId: 'iso11784',
  microchip: 'microchip',
  ueln: 'ueln',
  interbullId: 'interbull',
  naabCode: 'naab',
  herdBookNumber: 'herd_book',
  tattoo: 'tattoo',
}

export const animalImportFields: readonly ImportField[] = [
  field('code', 'Code', 'الرمز', ['animal code', 'reprotech code', 'رمز الحيوان'], { updatable: false }),
  field(
    'id',
    'Number',
    'الرقم',
    [
      'id',
      'animal',
      'animal id',
      'animal number',
      'animal no',
      'ind',
      'indiv',
      'individual',
      'individual id',
      'iid',
      'tag',
      'ear tag',
      'identifier',
      'no',
      'رقم الحيوان',
      'الحيوان',
      'المعرف',
      'رقم الأذن',
    ],
    {
      updatable: false,
    },
  ),
  field(
    'sire',
    'Sire',
    'الأب',
    ['father', 'sire id', 'father id', 'sireid', 'pat', 'pid', 'bull', 'stallion', 'رقم الأب', 'الفحل', 'الطلوقة'],
    reference,
  ),
  field(
    'dam',
    'Dam',
    'الأم',
    ['mother', 'dam id', 'mother id', 'damid', 'mat', 'mid', 'genetic dam', 'رقم الأم'],
    reference,
  ),
  field(
    'gestationalDam',
    'Recipient',
    'المتلقية',
    ['recipient', 'recipient id', 'gestational dam', 'surrogate', 'recip', 'الأم البديلة', 'الحاضنة'],
    reference,
  ),
  field('name', 'Name', 'الاسم', ['animal name', 'اسم الحيوان']),
  field('sex', 'Sex', 'الجنس', ['gender', 'النوع'], {
    kind: 'choice',
    updatable: false,
    read: (text) => readWord(text, sexWords),
  }),
  field(
    'birthDate',
    'Birth date',
    'تاريخ الميلاد',
    [
      'born',
      'birth',
      'dob',
      'date of birth',
      'birth year',
      'birthday',
      'year',
      'year of birth',
      'الميلاد',
      'سنة الميلاد',
      'تاريخ الولادة',
    ],
    {
      kind: 'date',
      read: (text, settings) => readDate(text, settings),
    },
  ),
  field('species', 'Species', 'الفصيلة', ['الصنف', 'نوع الحيوان'], {
    kind: 'choice',
    updatable: false,
    read: (text) => readWord(text, speciesWords),
  }),
  field('breed', 'Breed', 'السلالة', ['breeds', 'breed code', 'breed composition', 'race', 'العرق'], {
    kind: 'choice',
    read: readBreeds,
  }),
  field('colour', 'Colour', 'اللون', ['color', 'coat', 'coat colour']),
  field('purpose', 'Purpose', 'الغرض', ['use', 'الاستخدام'], {
    kind: 'choice',
    read: (text) => readWord(text, purposeWords),
  }),
  field('status', 'Status', 'الحالة', ['animal status'], {
    kind: 'choice',
    updatable: false,
    read: (text) => readWord(text, statusWords),
  }),
  field('statusReason', 'Reason of status', 'سبب الحالة', ['status reason', 'reason'], {
    kind: 'choice',
    updatable: false,
    read: (text) => readWord(text, reasonWords),
  }),
  field(
    'statusDate',
    'Date of status',
    'تاريخ الحالة',
    ['status date', 'date of death', 'death date', 'sale date', 'تاريخ النفوق'],
    {
      kind: 'date',
      updatable: false,
      read: (text, settings) => readDate(text, settings),
    },
  ),
  field('isReference', 'Reference only', 'مرجعي فقط', ['reference', 'external'], {
    kind: 'yes_no',
    updatable: false,
    read: readYesNo,
  }),
  field(
    'electronicId',
    'Electronic ID',
    'الشريحة الإلكترونية',
    ['eid', 'rfid', 'transponder', 'iso 11784', 'electronic tag'],
    { updatable: false },
  ),
  field('microchip', 'Microchip', 'رقم الشريحة', ['chip', 'chip number', 'microchip number'], { updatable: false }),
  field('ueln', 'UELN', 'الرقم العالمي للخيل', ['universal equine life number'], { updatable: false }),
  field('interbullId', 'Interbull number', 'رقم إنتربول للأبقار', ['interbull', 'international id', 'interbull id'], {
    updatable: false,
  }),
  field('naabCode', 'NAAB code', 'رمز ناب', ['naab'], { updatable: false }),
  field(
    'herdBookNumber',
    'Herd book number',
    'رقم سجل القطيع',
    ['herd book', 'herdbook', 'registration', 'registration number', 'studbook number', 'stud book', 'reg no'],
    { updatable: false },
  ),
  field('tattoo', 'Tattoo', 'الوشم', [], { updatable: false }),
  field('site', 'Site', 'الموقع', ['site code', 'branch', 'الفرع'], { kind: 'reference', updatable: false }),
  field('owner', 'Owner', 'المالك', ['owner code', 'owner name', 'customer', 'العميل'], { kind: 'reference' }),
  field('location', 'Location', 'المكان', ['pen', 'barn', 'paddock', 'الحظيرة']),
  field('notes', 'Notes', 'ملاحظات', ['note', 'comment', 'comments', 'remarks', 'الملاحظات']),
]

function field(
  key: string,
  en: string,
  ar: string,
  synonyms: readonly string[],
  more: Partial<ImportField> = {},
): ImportField {
  return { key, labels: { en, ar }, synonyms, required: false, kind: 'text', updatable: true, read: asText, ...more }
}

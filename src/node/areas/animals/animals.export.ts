/** The animals list as a file: the same rows, filter and order as on the screen, at the sites the caller may export from. */
import { inArray } from 'drizzle-orm'
import type { ListAnimals } from '../../../core/areas/animals/animals.fields.ts'
import type { AnimalListItem, AnimalShort } from '../../../core/areas/animals/animals.model.ts'
import { printFraction } from '../../../core/areas/animals/species/breed-composition.ts'
import type { ExportColumn, ExportList } from '../../../core/areas/documents/export-list.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import { listRows } from '../../store/list-query.ts'
import { describeItems } from './animal-details.ts'
import { createAnimalList, visibleAnimals } from './animal-list.ts'

type ExportedAnimal = AnimalListItem & { readonly siteCode: string }

/** Rows per page: each page holds the reading connection for some tens of milliseconds. */
const pageRows = 200

export function createAnimalExport({
  clock,
  counts,
}: {
  clock: Clock
  counts: CountCache
}): ExportList<Reading, ExportedAnimal, ListAnimals> {
  const list = createAnimalList(clock)
  return {
    list: 'animals',
    columns,
    async page(reading, request, cursor) {
      const {
        format: _format,
        columns: _columns,
        language: _language,
        byteOrderMark: _mark,
        sort,
        q,
        where,
        ...filters
      } = request as ListAnimals & Record<string, unknown>
      const scope = reading.scope('animals.export')
      const page = await listRows(
        reading,
        list,
        { limit: pageRows, cursor, sort, q, where, filters },
        scope,
        counts,
        visibleAnimals(reading, scope),
      )
      const items = await describeItems(reading, page.items, clock)
      const codes = await siteCodes(reading, items)
      return {
        rows: items.map((item) => ({ ...item, siteCode: codes.get(item.siteId) ?? '' })),
        nextCursor: page.nextCursor,
      }
    },
  }
}

async function siteCodes(reading: Reading, items: readonly AnimalListItem[]): Promise<Map<string, string>> {
  const ids = [...new Set(items.map((item) => item.siteId))]
  if (ids.length === 0) return new Map()
  const { site } = reading.tables
  const rows = await reading.db.select({ id: site.id, code: site.code }).from(site).where(inArray(site.id, ids))
  return new Map(rows.map((row) => [row.id, row.code]))
}

/** A date as far as it is known: 2019, 2019-04 or 2019-04-17. */
function partialDate(date: string | null, precision: AnimalListItem['birthDatePrecision']): string | null {
  if (date === null) return null
  return precision === 'year' ? date.slice(0, 4) : precision === 'month' ? date.slice(0, 7) : date
}

function shownParent(parent: AnimalShort | null): string | null {
  return parent === null || parent.hidden ? null : (parent.identifier?.value ?? parent.code)
}

function breedText({ breeds }: AnimalListItem): string | null {
  const [only] = breeds
  if (only === undefined) return null
  return breeds.length === 1 && only.fraction === 1
    ? only.breed
    : breeds.map(({ breed, fraction }) => `${breed} ${printFraction(fraction)}`).join('; ')
}

const columns: readonly ExportColumn<ExportedAnimal>[] = [
  { key: 'code', labels: { en: 'Code', ar: 'الرمز' }, value: (row) => row.code },
  { key: 'id', labels: { en: 'Number', ar: 'الرقم' }, value: (row) => row.identifiers[0]?.value ?? null },
  { key: 'name', labels: { en: 'Name', ar: 'الاسم' }, value: (row) => row.name },
  { key: 'species', labels: { en: 'Species', ar: 'الفصيلة' }, value: (row) => row.species },
  { key: 'sex', labels: { en: 'Sex', ar: 'الجنس' }, value: (row) => row.sex },
  {
    key: 'birthDate',
    labels: { en: 'Birth date', ar: 'تاريخ الميلاد' },
    value: (row) => partialDate(row.birthDate, row.birthDatePrecision),
  },
  { key: 'ageMonths', labels: { en: 'Age (months)', ar: 'العمر (أشهر)' }, value: (row) => row.ageMonths },
  { key: 'breed', labels: { en: 'Breed', ar: 'السلالة' }, value: breedText },
  { key: 'sire', labels: { en: 'Sire', ar: 'الأب' }, value: (row) => shownParent(row.sire) },
  { key: 'dam', labels: { en: 'Dam', ar: 'الأم' }, value: (row) => shownParent(row.dam) },
  {
    key: 'sireCode',
    labels: { en: 'Code of sire', ar: 'رمز الأب' },
    value: (row) => (row.sire === null || row.sire.hidden ? null : row.sire.code),
  },
  {
    key: 'damCode',
    labels: { en: 'Code of dam', ar: 'رمز الأم' },
    value: (row) => (row.dam === null || row.dam.hidden ? null : row.dam.code),
  },
  { key: 'inbreeding', labels: { en: 'Inbreeding F', ar: 'معامل القرابة F' }, value: (row) => row.inbreeding },
  { key: 'status', labels: { en: 'Status', ar: 'الحالة' }, value: (row) => row.status },
  { key: 'statusReason', labels: { en: 'Reason of status', ar: 'سبب الحالة' }, value: (row) => row.statusReason },
  { key: 'statusDate', labels: { en: 'Date of status', ar: 'تاريخ الحالة' }, value: (row) => row.statusDate },
  { key: 'purpose', labels: { en: 'Purpose', ar: 'الغرض' }, value: (row) => row.purpose },
  {
    key: 'roles',
    labels: { en: 'Roles', ar: 'الأدوار' },
    value: (row) => (row.roles.length === 0 ? null : row.roles.join('; ')),
  },
  { key: 'internalNumber', labels: { en: 'Working number', ar: 'رقم العمل' }, value: (row) => row.internalNumber },
  {
    key: 'identifiers',
    labels: { en: 'All numbers', ar: 'كل الأرقام' },
    value: (row) =>
      row.identifiers.length === 0 ? null : row.identifiers.map(({ scheme, value }) => `${scheme}:${value}`).join('; '),
  },
  { key: 'isReference', labels: { en: 'Reference only', ar: 'مرجعي فقط' }, value: (row) => row.isReference },
  { key: 'colour', labels: { en: 'Colour', ar: 'اللون' }, value: (row) => row.colour },
  { key: 'site', labels: { en: 'Site', ar: 'الموقع' }, value: (row) => row.siteCode },
  { key: 'owner', labels: { en: 'Owner', ar: 'المالك' }, value: (row) => row.ownerName },
  { key: 'location', labels: { en: 'Location', ar: 'المكان' }, value: (row) => row.location },
  { key: 'notes', labels: { en: 'Notes', ar: 'ملاحظات' }, value: (row) => row.notes },
  { key: 'createdAt', labels: { en: 'Created', ar: 'تاريخ الإنشاء' }, value: (row) => row.createdAt },
  { key: 'updatedAt', labels: { en: 'Changed', ar: 'تاريخ التعديل' }, value: (row) => row.updatedAt },
]

/** The customers list as a file: the same rows, filter and order as on the screen. */
import type { CustomerListItem } from '../../../core/areas/customers/customers.model.ts'
import type { ExportColumn, ExportList } from '../../../core/areas/documents/export-list.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CustomerQueries } from './customers.queries.ts'

type ListRequest = Parameters<CustomerQueries['list']>[1]

/** Rows per page: each page holds the reading connection for some milliseconds. */
const pageRows = 500

export function createCustomerExport(
  queries: Pick<CustomerQueries, 'list'>,
): ExportList<Reading, CustomerListItem, ListRequest> {
  return {
    list: 'customers',
    columns,
    async page(reading, request, cursor) {
      const {
        format: _format,
        columns: _columns,
        language: _language,
        byteOrderMark: _mark,
        ...filter
      } = request as ListRequest & Record<string, unknown>
      const { items, nextCursor } = await queries.list(reading, { ...filter, limit: pageRows, cursor })
      return { rows: items, nextCursor }
    },
  }
}

const columns: readonly ExportColumn<CustomerListItem>[] = [
  { key: 'code', labels: { en: 'Code', ar: 'الرمز' }, value: (row) => row.code },
  { key: 'name', labels: { en: 'Name', ar: 'الاسم' }, value: (row) => row.name },
  { key: 'nameArabic', labels: { en: 'Name in Arabic', ar: 'الاسم بالعربية' }, value: (row) => row.nameArabic },
  { key: 'type', labels: { en: 'Type', ar: 'النوع' }, value: (row) => row.type },
  { key: 'category', labels: { en: 'Category', ar: 'الفئة' }, value: (row) => row.category },
  { key: 'status', labels: { en: 'Status', ar: 'الحالة' }, value: (row) => row.status },
  { key: 'taxId', labels: { en: 'Tax number', ar: 'الرقم الضريبي' }, value: (row) => row.taxId },
  {
    key: 'registrationNumber',
    labels: { en: 'Registration number', ar: 'رقم السجل' },
    value: (row) => row.registrationNumber,
  },
  { key: 'industry', labels: { en: 'Industry', ar: 'القطاع' }, value: (row) => row.industry },
  { key: 'website', labels: { en: 'Website', ar: 'الموقع الإلكتروني' }, value: (row) => row.website },
  { key: 'email', labels: { en: 'E-mail', ar: 'البريد الإلكتروني' }, value: (row) => row.email },
  { key: 'phone', labels: { en: 'Phone', ar: 'الهاتف' }, value: (row) => row.phone },
  { key: 'creditLimit', labels: { en: 'Credit limit', ar: 'حد الائتمان' }, value: (row) => row.creditLimit },
  { key: 'currency', labels: { en: 'Currency', ar: 'العملة' }, value: (row) => row.currency },
  {
    key: 'paymentTermsDays',
    labels: { en: 'Payment terms (days)', ar: 'مهلة السداد (أيام)' },
    value: (row) => row.paymentTermsDays,
  },
  { key: 'discountPercent', labels: { en: 'Discount (%)', ar: 'الخصم (%)' }, value: (row) => row.discountPercent },
  { key: 'language', labels: { en: 'Language', ar: 'اللغة' }, value: (row) => row.language },
  {
    key: 'tags',
    labels: { en: 'Tags', ar: 'الوسوم' },
    value: (row) => (row.tags.length === 0 ? null : row.tags.join('; ')),
  },
  { key: 'notes', labels: { en: 'Notes', ar: 'ملاحظات' }, value: (row) => row.notes },
  { key: 'city', labels: { en: 'City', ar: 'المدينة' }, value: (row) => row.city },
  { key: 'country', labels: { en: 'Country', ar: 'الدولة' }, value: (row) => row.country },
  {
    key: 'primaryContact',
    labels: { en: 'Primary contact', ar: 'جهة الاتصال الرئيسية' },
    value: (row) => row.primaryContact?.name ?? null,
  },
  {
    key: 'openFollowUps',
    labels: { en: 'Open follow-ups', ar: 'المتابعات المفتوحة' },
    value: (row) => row.openFollowUps,
  },
  { key: 'animals', labels: { en: 'Animals', ar: 'الحيوانات' }, value: (row) => row.animals },
  { key: 'createdAt', labels: { en: 'Created', ar: 'تاريخ الإنشاء' }, value: (row) => row.createdAt },
  { key: 'updatedAt', labels: { en: 'Changed', ar: 'تاريخ التعديل' }, value: (row) => row.updatedAt },
]

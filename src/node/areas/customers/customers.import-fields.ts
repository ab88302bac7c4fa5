import type {
  customerCategories,
  customerStatuses,
  customerTypes,
} from '../../../core/areas/customers/customers.model.ts'
import type { ImportField } from '../../../core/areas/documents/import-target.ts'
import {
  type CellSettings,
  type ReadResult,
  readNumber,
  readValue,
  readWord,
  wordTable,
} from '../../../core/areas/documents/import-values.ts'

const types = wordTable<(typeof customerTypes)[number]>({
  individual: ['person', 'private', 'فرد', 'شخص'],
  organization: ['organisation', 'company', 'farm', 'stud', 'شركة', 'مؤسسة', 'مزرعة'],
  research: ['university', 'institute', 'بحث', 'بحثي', 'جامعة'],
  government: ['ministry', 'public', 'حكومي', 'حكومة', 'وزارة'],
})
const categories = wordTable<(typeof customerCategories)[number]>({
  standard: ['normal', 'عادي'],
  premium: ['مميز'],
  vip: ['كبار العملاء'],
  research: ['بحث', 'بحثي'],
})
const statuses = wordTable<(typeof customerStatuses)[number]>({
  active: ['نشط', 'فعال'],
  inactive: ['غير نشط'],
  prospect: ['lead', 'محتمل'],
  blocked: ['محظور', 'موقوف'],
})
const languages = wordTable<'en' | 'ar'>({
  en: ['english', 'انجليزي', 'الإنجليزية'],
  ar: ['arabic', 'عربي', 'العربية'],
})

const asText = (text: string): ReadResult<unknown> => readValue(text)
const asNumber = (text: string, settings: CellSettings): ReadResult<unknown> => readNumber(text, settings)

/** The fields of a customer that a file can carry, most important first. */
export const customerImportFields: readonly ImportField[] = [
  field('code', 'Code', 'الرمز', ['customer code', 'customer no', 'customer number', 'رقم العميل', 'رمز العميل'], {
    updatable: false,
  }),
  field('name', 'Name', 'الاسم', [
    'customer',
    'customer name',
    'company',
    'company name',
    'farm',
    'owner',
    'اسم العميل',
    'العميل',
    'المالك',
    'اسم الشركة',
  ]),
  field('nameArabic', 'Name in Arabic', 'الاسم بالعربية', ['arabic name', 'الاسم العربي']),
  field('type', 'Type', 'النوع', ['customer type', 'نوع العميل'], {
    kind: 'choice',
    read: (text) => readWord(text, types),
  }),
  field('category', 'Category', 'الفئة', ['class', 'customer category', 'فئة العميل', 'التصنيف'], {
    kind: 'choice',
    read: (text) => readWord(text, categories),
  }),
  field('status', 'Status', 'الحالة', ['customer status'], {
    kind: 'choice',
    read: (text) => readWord(text, statuses),
  }),
  field('taxId', 'Tax number', 'الرقم الضريبي', ['tax id', 'vat', 'vat number', 'vat no']),
  field('registrationNumber', 'Registration number', 'رقم السجل', [
    'registration',
    'commercial registration',
    'cr',
    'cr number',
    'السجل التجاري',
  ]),
  field('industry', 'Industry', 'القطاع', ['sector', 'النشاط']),
  field('website', 'Website', 'الموقع الإلكتروني', ['web', 'url', 'homepage']),
  field('email', 'E-mail', 'البريد الإلكتروني', ['mail', 'email address', 'البريد', 'الايميل']),
  field('phone', 'Phone', 'الهاتف', [
    'telephone',
    'tel',
    'mobile',
    'phone number',
    'رقم الهاتف',
    'الجوال',
    'رقم الجوال',
  ]),
  field('creditLimit', 'Credit limit', 'حد الائتمان', ['credit'], { kind: 'number', read: asNumber }),
  field('currency', 'Currency', 'العملة', [], { read: (text) => readValue(text.toUpperCase()) }),
  field(
    'paymentTermsDays',
    'Payment terms (days)',
    'مهلة السداد (أيام)',
    ['payment terms', 'payment days', 'مهلة السداد'],
    { kind: 'number', read: asNumber },
  ),
  field('discountPercent', 'Discount (%)', 'الخصم (%)', ['discount', 'الخصم'], { kind: 'number', read: asNumber }),
  field('language', 'Language', 'اللغة', ['preferred language'], {
    kind: 'choice',
    read: (text) => readWord(text, languages),
  }),
  field('tags', 'Tags', 'الوسوم', ['labels', 'keywords'], { read: readTags }),
  field('notes', 'Notes', 'ملاحظات', ['note', 'comment', 'comments', 'remarks', 'الملاحظات']),
]

function readTags(text: string): ReadResult<unknown> {
  const tags = text.split(/[,;،؛]/).map((tag) => tag.trim())
  return readValue([...new Set(tags.filter((tag) => tag !== ''))])
}

function field(
  key: string,
  en: string,
  ar: string,
  synonyms: readonly string[],
  more: Partial<ImportField> = {},
): ImportField {
  return { key, labels: { en, ar }, synonyms, required: false, kind: 'text', updatable: true, read: asText, ...more }
}

import type { InArabic } from '../../lib/i18n/area-texts.ts'
import type { devicesEn } from './devices.en.ts'

export const devicesAr: InArabic<typeof devicesEn> = {
  texts: {
    title: 'الأجهزة',
    detail: 'ما هو موصول بهذه الطاولة',
    none: 'لا أجهزة معدّة على هذه الطاولة',
    noneDetail: 'يمكن إدخال كل شيء يدويًا. والماسح الذي يكتب كلوحة المفاتيح يعمل ما إن يوصَل، من غير إعداد.',
    notHere: 'غير معدّ',
    works: 'يعمل من غير إعداد',
    scanner: 'ماسح الرموز والأوسمة',
    scannerDetail: 'أي ماسح في وضع لوحة المفاتيح. اجعله يرسل Enter بعد كل رمز.',
    printer: 'طابعة الملصقات',
    printerDetail: 'لا طابعة ملصقات موصولة.',
    sensors: 'حساسات الحرارة والمستوى',
    sensorsDetail: 'لا حساسات موصولة. لا يُقاس شيء تلقائيًا.',
    test: {
      title: 'جرّب ماسحًا',
      prompt: 'امسح أي رمز الآن',
      promptDetail: 'يمكن المسح في أي موضع من هذه الصفحة. لا يُحفظ شيء.',
      got: 'آخر مسح',
      signs_zero: 'لا أحرف',
      signs_one: 'حرف واحد',
      signs_two: 'حرفان',
      signs_few: '{{count, number}} أحرف',
      signs_many: '{{count, number}} حرفًا',
      signs_other: '{{count, number}} حرف',
      empty: 'لم يُمسح شيء بعد. إن لم يظهر المسح هنا فالماسح لا يرسل Enter في النهاية، أو أن الرمز أقل من 8 أحرف.',
      earlier: 'عمليات مسح سابقة',
      means: 'معناه',
      looking: 'جارٍ البحث عنه',
      unknown: 'لا يوجد حيوان يحمل هذا الرمز.',
      clear: 'مسح القائمة',
      by: { code: 'حيوان، برمزه', identifier: 'حيوان، بأحد معرّفاته', internal_number: 'حيوان، برقم عمله' },
    },
  },
}

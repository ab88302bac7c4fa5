import type { InArabic } from '../../lib/i18n/area-texts.ts'
import type { devicesEn } from './devices.en.ts'

export const devicesAr: InArabic<typeof devicesEn> = {
  texts: {
    title: 'الأجهزة',
    none: 'لا جهاز معدًّا على هذه الطاولة',
    noneDetail: 'هذه النسخة لا تتصل بأي جهاز بعد، عدا ماسحات لوحة المفاتيح التي تقرأ البطاقات عند الدخول.',
    will: 'ما سيظهر هنا',
    scanner: 'الماسحات',
    scannerDetail: 'قارئات الباركود والبطاقات عبر USB أو المنفذ التسلسلي أو الشبكة، مع آخر ما قرأه كل منها.',
    printer: 'طابعات الملصقات',
    printerDetail: 'قائمة الانتظار والشريط والورق لكل طابعة، وملصق تجريبي.',
    balance: 'الموازين وقارئات الرفوف',
    balanceDetail: 'الأوزان ومسح الرف كاملًا، تدخل مباشرة في النموذج المفتوح.',
    sensor: 'حساسات الحرارة والمستوى',
    sensorDetail: 'المجمّدات والخزانات بقيمتها الحالية ووقت آخر قراءة.',
  },
}

/** The few words the shell itself shows; everything else is said by the page. */
export interface ShellTexts {
  file: string
  quit: string
  edit: string
  undo: string
  redo: string
  cut: string
  copy: string
  paste: string
  selectAll: string
  view: string
  reload: string
  zoomIn: string
  zoomOut: string
  resetZoom: string
  fullScreen: string
  developerTools: string
  window: string
  minimise: string
  close: string
  help: string
  about: string
  openLogs: string
  startFailed: string
}

const english: ShellTexts = {
  file: 'File',
  quit: 'Quit Reprotech',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  reload: 'Reload',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  resetZoom: 'Actual size',
  fullScreen: 'Full screen',
  developerTools: 'Developer tools',
  window: 'Window',
  minimise: 'Minimise',
  close: 'Close',
  help: 'Help',
  about: 'About Reprotech',
  openLogs: 'Open the folder with the log files',
  startFailed: 'Reprotech could not start',
}

const arabic: ShellTexts = {
  file: 'ملف',
  quit: 'إنهاء Reprotech',
  edit: 'تحرير',
  undo: 'تراجع',
  redo: 'إعادة',
  cut: 'قص',
  copy: 'نسخ',
  paste: 'لصق',
  selectAll: 'تحديد الكل',
  view: 'عرض',
  reload: 'إعادة تحميل',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  resetZoom: 'الحجم الفعلي',
  fullScreen: 'ملء الشاشة',
  developerTools: 'أدوات المطوّر',
  window: 'نافذة',
  minimise: 'تصغير النافذة',
  close: 'إغلاق',
  help: 'مساعدة',
  about: 'حول Reprotech',
  openLogs: 'فتح مجلد ملفات السجل',
  startFailed: 'تعذّر تشغيل Reprotech',
}

/** The shell's words in the language of the operating system: Arabic for any Arabic locale, English otherwise. */
export function shellTexts(locale: string): ShellTexts {
  return /^ar(-|_|$)/i.test(locale) ? arabic : english
}

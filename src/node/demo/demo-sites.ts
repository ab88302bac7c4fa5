/** The three places of the demo data. */
export const siteCodes = ['KHJ', 'RUH', 'AHS'] as const

export type SiteCode = (typeof siteCodes)[number]

export const demoSites = [
  {
    code: 'KHJ',
    name: 'Al Kharj cryo lab',
    nameArabic: 'مختبر التجميد بالخرج',
    kind: 'laboratory',
    timeZone: 'Asia/Riyadh',
    addressText: 'King Abdulaziz Road, Al Kharj, Riyadh Province, Saudi Arabia',
  },
  {
    code: 'RUH',
    name: 'Riyadh equine clinic',
    nameArabic: 'عيادة الخيول بالرياض',
    kind: 'clinic',
    timeZone: 'Asia/Riyadh',
    addressText: 'Al Janadriyah, Riyadh, Saudi Arabia',
  },
  {
    code: 'AHS',
    name: 'Al Ahsa farm',
    nameArabic: 'مزرعة الأحساء',
    kind: 'farm',
    timeZone: 'Asia/Riyadh',
    addressText: 'Al Uyun, Al Ahsa, Eastern Province, Saudi Arabia',
  },
] as const satisfies readonly { code: SiteCode; [field: string]: string }[]

/** Where an animal of a species stands at a site, in the words painted on the gates. `draw` gives a number 1 to 40. */
export function placeAt(site: SiteCode, species: string, draw: number): string {
  if (site === 'RUH') return `Stable ${'ABC'.charAt(draw % 3)} box ${draw}`
  if (site === 'KHJ') return species === 'camel' ? `Camel yard ${1 + (draw % 4)}` : `Barn ${1 + (draw % 3)} pen ${draw}`
  if (species === 'camel') return `Range ${1 + (draw % 5)}`
  return species === 'bovine' ? `Freestall ${1 + (draw % 6)}` : `Fold ${1 + (draw % 8)}`
}

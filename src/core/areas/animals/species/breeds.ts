/**
 * The breeds offered out of the box, with names in both languages. A site adds its own; a code is never reused.
 *
 * `interbull` and `naab` are the breed's codes in those numbering schemes (identity/interbull-breeds, identity/naab-breeds).
 * `gestationDays` is the breed's mean where a source gives one: Merck Veterinary Manual "Approximate Gestation Periods"
 * (cattle), Torell, Nevada Extension (Shorthorn, Simmental), Choueiri et al. 1966 (Awassi). Saudi camel types follow
 * Abdallah & Faye, Emir J Food Agric 2012 24:272, who name them by coat and region.
 */
import type { Range } from './physiology.ts'
import { physiology } from './physiology.ts'
import type { SpeciesCode } from './species-code.ts'

export interface Breed {
  readonly code: string
  readonly species: SpeciesCode
  readonly names: { readonly en: string; readonly ar: string }
  readonly interbull: string | null
  readonly naab: string | null
  /** Mean length of pregnancy of this breed in days, or null to use the species' figure. */
  readonly gestationDays: number | null
}

type Extras = { readonly interbull?: string; readonly naab?: string; readonly gestationDays?: number }
type Row = readonly [code: string, en: string, ar: string, extras?: Extras]

export const breeds: readonly Breed[] = [
  ...catalogue('bovine', [
    ['holstein', 'Holstein', 'هولشتاين', { interbull: 'HOL', naab: 'HO', gestationDays: 279 }],
    [
      'red_holstein',
      'Red and White Holstein',
      'هولشتاين أحمر وأبيض',
      { interbull: 'RED', naab: 'RW', gestationDays: 279 },
    ],
    ['british_friesian', 'British Friesian', 'فريزيان بريطاني', { interbull: 'BRF' }],
    ['jersey', 'Jersey', 'جيرسي', { interbull: 'JER', naab: 'JE', gestationDays: 279 }],
    ['brown_swiss', 'Brown Swiss', 'براون سويس', { interbull: 'BSW', naab: 'BS', gestationDays: 290 }],
    ['guernsey', 'Guernsey', 'غيرنسي', { interbull: 'GUE', naab: 'GU', gestationDays: 283 }],
    ['ayrshire', 'Ayrshire', 'أيرشاير', { interbull: 'RDC', naab: 'AY', gestationDays: 279 }],
    ['norwegian_red', 'Norwegian Red', 'الأحمر النرويجي', { interbull: 'RDC', naab: 'NR' }],
    ['swedish_red', 'Swedish Red', 'الأحمر السويدي', { interbull: 'RDC', naab: 'SR' }],
    ['danish_red', 'Danish Red', 'الأحمر الدنماركي', { interbull: 'RDC', naab: 'RD' }],
    ['simmental', 'Simmental (Fleckvieh)', 'سيمنتال', { interbull: 'SIM', naab: 'SM', gestationDays: 289 }],
    ['montbeliarde', 'Montbéliarde', 'مونبيليارد', { interbull: 'MON', naab: 'MO' }],
    ['normande', 'Normande', 'نورماندي', { interbull: 'NMD', naab: 'NO' }],
    ['abondance', 'Abondance', 'أبوندانس', { interbull: 'ABO', naab: 'AB' }],
    ['tarentaise', 'Tarentaise', 'تارنتيز', { interbull: 'TAR', naab: 'TA' }],
    ['dairy_shorthorn', 'Dairy Shorthorn', 'شورتهورن حلوب', { interbull: 'MSH', naab: 'MS', gestationDays: 282 }],
    ['angus', 'Angus', 'أنغوس', { interbull: 'AAN', naab: 'AN', gestationDays: 281 }],
    ['red_angus', 'Red Angus', 'أنغوس أحمر', { interbull: 'RAN', naab: 'AR', gestationDays: 281 }],
    ['hereford', 'Hereford', 'هيرفورد', { interbull: 'HER', naab: 'HH', gestationDays: 285 }],
    ['charolais', 'Charolais', 'شاروليه', { interbull: 'CHA', naab: 'CH', gestationDays: 289 }],
    ['limousin', 'Limousin', 'ليموزان', { interbull: 'LIM', naab: 'LM', gestationDays: 289 }],
    ['belgian_blue', 'Belgian Blue', 'الأزرق البلجيكي', { interbull: 'BBL', naab: 'BB' }],
    ['blonde_daquitaine', "Blonde d'Aquitaine", 'بلوند داكيتان', { interbull: 'BAQ', naab: 'BD' }],
    ['aubrac', 'Aubrac', 'أوبراك', { interbull: 'AUB', naab: 'AU' }],
    ['salers', 'Salers', 'ساليرز', { interbull: 'SAL', naab: 'SA' }],
    ['parthenaise', 'Parthenaise', 'بارتوناز', { interbull: 'PAR', naab: 'PA' }],
    ['piedmontese', 'Piedmontese', 'بييمونتيز', { interbull: 'PIE', naab: 'PI' }],
    ['chianina', 'Chianina', 'كيانينا', { interbull: 'CIA', naab: 'CA' }],
    ['marchigiana', 'Marchigiana', 'ماركيجانا', { interbull: 'MAR', naab: 'MR' }],
    ['romagnola', 'Romagnola', 'رومانيولا', { interbull: 'ROM', naab: 'RN' }],
    ['gelbvieh', 'Gelbvieh', 'غيلبفي', { interbull: 'GVH', naab: 'GV' }],
    ['pinzgauer', 'Pinzgauer', 'بينتسغاو', { interbull: 'PIN', naab: 'PZ' }],
    ['galloway', 'Galloway', 'غالواي', { interbull: 'GLW', naab: 'GA' }],
    ['highland', 'Highland', 'هايلاند', { interbull: 'HLA', naab: 'SH' }],
    ['dexter', 'Dexter', 'دكستر', { interbull: 'DXT', naab: 'DR' }],
    ['south_devon', 'South Devon', 'ساوث ديفون', { interbull: 'SDE', naab: 'DS' }],
    ['beef_shorthorn', 'Beef Shorthorn', 'شورتهورن لحم', { interbull: 'BSH', naab: 'SS', gestationDays: 282 }],
    ['wagyu', 'Wagyu', 'واغيو', { interbull: 'WAG', naab: 'KB' }],
    ['brahman', 'Brahman', 'براهمان', { interbull: 'BRM', naab: 'BR', gestationDays: 292 }],
    ['brangus', 'Brangus', 'برانغوس', { interbull: 'BRG', naab: 'BN' }],
    ['santa_gertrudis', 'Santa Gertrudis', 'سانتا جرتروديس', { interbull: 'SGE', naab: 'SG' }],
    ['nellore', 'Nellore', 'نيلور', { interbull: 'NEL', naab: 'NE' }],
    ['gir', 'Gir', 'جير', { naab: 'GY' }],
    ['girolando', 'Girolando', 'جيرولاندو', { naab: 'GO' }],
    ['guzerat', 'Guzerat', 'غوزيرات', { naab: 'GZ' }],
    ['sahiwal', 'Sahiwal', 'ساهيوال', { interbull: 'SAH', naab: 'SW' }],
    ['red_sindhi', 'Red Sindhi', 'السندي الأحمر', { naab: 'ES' }],
    ['boran', 'Boran', 'بوران'],
    ['kenana', 'Kenana', 'كنانة'],
    ['butana', 'Butana', 'بطانة'],
    ['hassawi_cattle', 'Hassawi', 'حساوي'],
    ['shami_cattle', 'Damascus (Shami) cattle', 'أبقار شامية'],
    ['baladi_egyptian_cattle', 'Egyptian Baladi', 'بلدي مصري'],
  ]),
  ...catalogue('equine', [
    ['arabian', 'Arabian', 'عربي أصيل'],
    ['thoroughbred', 'Thoroughbred', 'ثوروبريد (إنجليزي أصيل)'],
    ['anglo_arabian', 'Anglo-Arabian', 'أنغلو عربي'],
    ['barb', 'Barb', 'بربري'],
    ['arab_barb', 'Arab-Barb', 'عربي بربري'],
    ['quarter_horse', 'American Quarter Horse', 'كوارتر هورس أمريكي'],
    ['standardbred', 'Standardbred', 'ستاندردبرد'],
    ['akhal_teke', 'Akhal-Teke', 'أخال تيكي'],
    ['andalusian', 'Andalusian (Pura Raza Española)', 'أندلسي'],
    ['lusitano', 'Lusitano', 'لوزيتانو'],
    ['friesian_horse', 'Friesian', 'فريزيان (خيل)'],
    ['hanoverian', 'Hanoverian', 'هانوفري'],
    ['holsteiner', 'Holsteiner', 'هولشتاينر (خيل)'],
    ['oldenburg', 'Oldenburg', 'أولدنبورغ'],
    ['dutch_warmblood', 'Dutch Warmblood (KWPN)', 'الهولندي نصف الدم'],
    ['selle_francais', 'Selle Français', 'سيل فرانسيه'],
    ['percheron', 'Percheron', 'بيرشرون'],
    ['shetland_pony', 'Shetland Pony', 'بوني شتلاند'],
  ]),
  ...catalogue('camel', [
    ['majaheem', 'Majaheem', 'مجاهيم'],
    ['maghateer', 'Maghateer', 'مغاتير'],
    ['waddah', 'Waddah', 'وضح'],
    ['homor', 'Homor', 'حمر'],
    ['sofor', 'Sofor', 'صفر'],
    ['shaele', 'Shaele', 'شعل'],
    ['shageh', 'Shageh', 'شقح'],
    ['zargeh', 'Zargeh', 'زرق'],
    ['awarik', 'Awarik', 'أوارك'],
    ['awadi', 'Awadi', 'عوادي'],
    ['saheli', 'Saheli', 'ساحلي'],
    ['asail', 'Asail (racing)', 'أصايل'],
    ['omani_camel', 'Omani', 'عمانية'],
    ['anafi', 'Anafi', 'عنافي'],
    ['bishari', 'Bishari', 'بشاري'],
    ['marecha', 'Marecha', 'مريشا'],
  ]),
  ...catalogue('bactrian_camel', [
    ['mongolian_bactrian', 'Mongolian Bactrian', 'بكتيري منغولي'],
    ['kazakh_bactrian', 'Kazakh Bactrian', 'بكتيري كازاخي'],
    ['kalmyk_bactrian', 'Kalmyk Bactrian', 'بكتيري كالميكي'],
  ]),
  ...catalogue('ovine', [
    ['najdi', 'Najdi', 'نجدي'],
    ['naimi', 'Naimi', 'نعيمي'],
    ['awassi', 'Awassi', 'عواسي', { gestationDays: 149 }],
    ['harri', 'Harri', 'حري'],
    ['sawakni', 'Sawakni', 'سواكني'],
    ['rahmani', 'Rahmani', 'رحماني'],
    ['ossimi', 'Ossimi', 'أوسيمي'],
    ['barki', 'Barki', 'برقي'],
    ['assaf', 'Assaf', 'عساف'],
    ['chios', 'Chios', 'خيوس'],
    ['ouled_djellal', 'Ouled Djellal', 'أولاد جلال'],
    ['karakul', 'Karakul', 'كاراكول'],
    ['dorper', 'Dorper', 'دوربر'],
    ['merino', 'Merino', 'مرينو'],
    ['texel', 'Texel', 'تكسل'],
    ['suffolk', 'Suffolk', 'سفولك'],
    ['ile_de_france', 'Île-de-France', 'إيل دو فرانس'],
    ['lacaune', 'Lacaune', 'لاكون'],
    ['east_friesian', 'East Friesian', 'فريزيان شرقي'],
    ['romanov', 'Romanov', 'رومانوف'],
  ]),
  ...catalogue('caprine', [
    ['damascus', 'Damascus (Shami)', 'شامي'],
    ['ardi', 'Ardi', 'عارضي'],
    ['hejazi_goat', 'Hejazi', 'حجازي'],
    ['baladi_goat', 'Baladi', 'بلدي'],
    ['zaraibi', 'Zaraibi (Egyptian Nubian)', 'زرايبي'],
    ['anglo_nubian', 'Anglo-Nubian', 'أنغلو نوبي'],
    ['saanen', 'Saanen', 'سانين'],
    ['alpine', 'Alpine', 'ألبي'],
    ['toggenburg', 'Toggenburg', 'توغنبورغ'],
    ['murciano_granadina', 'Murciano-Granadina', 'مورسيانو غرانادينا'],
    ['boer', 'Boer', 'بور'],
    ['angora', 'Angora', 'أنغورا'],
    ['jamnapari', 'Jamnapari', 'جمنابري'],
    ['beetal', 'Beetal', 'بيتال'],
  ]),
  ...catalogue('buffalo', [
    ['murrah', 'Murrah', 'مرّاه', { naab: 'MU' }],
    ['nili_ravi', 'Nili-Ravi', 'نيلي رافي'],
    ['jafarabadi', 'Jafarabadi', 'جعفر آبادي'],
    ['surti', 'Surti', 'سورتي'],
    ['mediterranean_buffalo', 'Italian Mediterranean', 'المتوسطي الإيطالي'],
    ['egyptian_buffalo', 'Egyptian', 'مصري'],
    ['iraqi_buffalo', 'Iraqi', 'عراقي'],
    ['swamp_buffalo', 'Swamp', 'جاموس المستنقعات'],
  ]),
  ...catalogue('swine', [
    ['large_white', 'Large White', 'لارج وايت'],
    ['landrace', 'Landrace', 'لاندريس'],
    ['duroc', 'Duroc', 'دوروك'],
    ['pietrain', 'Piétrain', 'بيتران'],
    ['hampshire_pig', 'Hampshire', 'هامبشير'],
  ]),
  ...catalogue('alpaca', [
    ['huacaya', 'Huacaya', 'هواكايا'],
    ['suri', 'Suri', 'سوري (ألباكا)'],
  ]),
  ...catalogue('llama', [
    ['ccara', 'Ccara', 'كارا'],
    ['chaku', 'Chaku', 'تشاكو'],
  ]),
]

const byCode = new Map(breeds.map((breed) => [breed.code, breed]))

/** Finds a breed by its code, or null. */
export function breedByCode(code: string): Breed | null {
  return byCode.get(code) ?? null
}

/** Lists the breeds of a species in catalogue order. */
export function breedsOfSpecies(species: SpeciesCode): readonly Breed[] {
  return breeds.filter((breed) => breed.species === species)
}

/** Finds the first breed with this Interbull code, or null. The red dairy breeds share RDC: Ayrshire comes first. */
export function breedByInterbullCode(code: string): Breed | null {
  return breeds.find((breed) => breed.interbull === code) ?? null
}

/** Finds the first breed with this NAAB code, or null. */
export function breedByNaabCode(code: string): Breed | null {
  return breeds.find((breed) => breed.naab === code) ?? null
}

/**
 * Gives the length of pregnancy in days for a species, moved to the breed's mean when the breed has one. The breed of
 * the calf counts: for a transferred embryo pass the embryo's breed, not the recipient's.
 */
export function gestationOf(species: SpeciesCode, breedCode: string | null = null): Range {
  const range = physiology[species].gestationDays
  const breed = breedCode === null ? null : breedByCode(breedCode)
  if (breed === null || breed.species !== species || breed.gestationDays === null) return range
  const shift = breed.gestationDays - range.typical
  return { min: range.min + shift, typical: breed.gestationDays, max: range.max + shift }
}

function catalogue(species: SpeciesCode, rows: readonly Row[]): readonly Breed[] {
  return rows.map(([code, en, ar, extras = {}]) => ({
    code,
    species,
    names: { en, ar },
    interbull: extras.interbull ?? null,
    naab: extras.naab ?? null,
    gestationDays: extras.gestationDays ?? null,
  }))
}

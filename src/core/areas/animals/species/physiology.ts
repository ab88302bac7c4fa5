/**
 * What the reproduction calendar needs to know of each species. Every figure has its source beside it:
 *   Merck     Merck Veterinary Manual, tables "Features of the Reproductive Cycle" and "Approximate Gestation Periods"
 *   Merck-8   the same tables in the older edition, which print ranges the newer one leaves out
 *   MSD-SAC   MSD Veterinary Manual, "Various Reproductive Parameters of Female Llamas and Alpacas"
 *   Frandson  Anatomy and Physiology of Farm Animals, 8th ed., table 27-1
 *   field     usual practice without one written standard; a laboratory may set its own
 * Where the sources give a mean and a range, `typical` is the mean.
 */
import type { SpeciesCode } from './species-code.ts'

export interface Range {
  readonly min: number
  readonly typical: number
  readonly max: number
}

export const dayZeroKinds = ['oestrus', 'ovulation', 'insemination', 'fertilisation'] as const

/** What day 0 is. "Day 7" means nothing until this is said. */
export type DayZeroKind = (typeof dayZeroKinds)[number]

export interface Physiology {
  readonly ovulation: 'spontaneous' | 'induced'
  readonly season: 'all_year' | 'long_days' | 'short_days' | 'cool_season'
  /** Days from oestrus to oestrus; null for induced ovulators, which have no such cycle. */
  readonly oestrousCycleDays: Range | null
  /** Hours of standing oestrus; null where behaviour is no measure of it. */
  readonly oestrusHours: Range | null
  /** Mean days of one follicular wave in an induced ovulator that was not mated; null where none was measured. */
  readonly follicularWaveDays: number | null
  /** Days from service to birth of normal pregnancies. Breeds differ: see `gestationOf` in breeds. */
  readonly gestationDays: Range
  /** Days to add to a date of this kind to reach the day gestation is counted from; 0 where the two differ by a day. */
  readonly gestationShiftDays: Readonly<Record<DayZeroKind, number>>
  /** Age of the female at first oestrus or first fertile mating. */
  readonly pubertyMonths: Range
  /** Youngest age at which breeding is usual; younger is questioned, not refused. */
  readonly minimumBreedingAgeMonths: { readonly female: number; readonly male: number }
  /** Young born at once; beyond `max` a count is questioned. */
  readonly litterSize: Range
  /** What day 0 means by custom when nobody said. */
  readonly usualDayZero: DayZeroKind
}

const none: Physiology['gestationShiftDays'] = { oestrus: 0, ovulation: 0, insemination: 0, fertilisation: 0 }

export const physiology: Readonly<Record<SpeciesCode, Physiology>> = {
  bovine: {
    ovulation: 'spontaneous',
    season: 'all_year',
    oestrousCycleDays: { min: 18, typical: 21, max: 24 }, // Merck
    oestrusHours: { min: 6, typical: 18, max: 24 }, // Merck
    follicularWaveDays: null,
    // Mean of all breeds 283, single pregnancies within 12 days of their breed's mean (Torell, Nevada Extension).
    gestationDays: { min: 271, typical: 283, max: 295 },
    gestationShiftDays: none,
    pubertyMonths: { min: 4, typical: 12, max: 18 }, // Merck-8
    minimumBreedingAgeMonths: { female: 14, male: 12 }, // Merck: first bred at 14-15 months; bull: field
    litterSize: { min: 1, typical: 1, max: 2 },
    usualDayZero: 'oestrus',
  },
  buffalo: {
    ovulation: 'spontaneous',
    season: 'short_days',
    oestrousCycleDays: { min: 18, typical: 21, max: 24 }, // Indian extension guide (farmextensionmanager.com)
    oestrusHours: { min: 9, typical: 18, max: 24 }, // Kanai & Shimizu, Jpn J Anim Reprod 28:154 (17.3, range 9-24)
    follicularWaveDays: null,
    // River buffalo 310-315; swamp buffalo later, up to 340 (Animal Diversity Web, after Nowak 1999).
    gestationDays: { min: 300, typical: 310, max: 340 },
    gestationShiftDays: none,
    pubertyMonths: { min: 18, typical: 30, max: 36 }, // Animal Diversity Web; the same extension guide
    minimumBreedingAgeMonths: { female: 24, male: 24 }, // field
    litterSize: { min: 1, typical: 1, max: 2 },
    usualDayZero: 'oestrus',
  },
  equine: {
    ovulation: 'spontaneous',
    season: 'long_days',
    oestrousCycleDays: { min: 19, typical: 21, max: 23 }, // Merck
    oestrusHours: { min: 48, typical: 144, max: 240 }, // Merck-8: 6 days (2-10)
    follicularWaveDays: null,
    gestationDays: { min: 320, typical: 340, max: 365 }, // mean: Merck; range 320 to 362-365 in stud handbooks
    // A mare is in oestrus for about six days and ovulates 1-2 days before its end (Merck): conception is near day 5.
    gestationShiftDays: { oestrus: 5, ovulation: 0, insemination: 0, fertilisation: 0 },
    pubertyMonths: { min: 10, typical: 18, max: 24 }, // Merck, Merck-8
    minimumBreedingAgeMonths: { female: 24, male: 24 }, // Frandson: first service at 2-3 years; stallion: field
    litterSize: { min: 1, typical: 1, max: 2 }, // Merck: twins rarely progress to term
    usualDayZero: 'ovulation',
  },
  camel: {
    ovulation: 'induced',
    season: 'cool_season', // Skidmore, Anim Reprod Sci 2011 124:148
    oestrousCycleDays: null,
    oestrusHours: null, // behaviour is unreliable for detection (Skidmore 2011)
    // Musa & Abusineina, Vet Rec 1978 103:556; Skidmore et al., J Reprod Fertil 1996 106:185 count 10.5 + 7.6 + 11.9.
    follicularWaveDays: 28,
    // 384.5 days, coefficient of variation 2.88 %, 4,093 births (Emirates Industry for Camel Milk): mean and 3 SD.
    gestationDays: { min: 351, typical: 385, max: 418 },
    gestationShiftDays: none,
    pubertyMonths: { min: 36, typical: 48, max: 60 }, // FAO Animal Production and Health Paper 26, chapter V
    minimumBreedingAgeMonths: { female: 36, male: 48 }, // FAO 26: used from 3 years; male puberty 3-5 years (Skidmore)
    litterSize: { min: 1, typical: 1, max: 1 },
    usualDayZero: 'ovulation', // Skidmore 2011: day of ovulation = day 0
  },
  bactrian_camel: {
    ovulation: 'induced', // by seminal plasma: Chen, Yuen & Pan, J Reprod Fertil 1985 74:335
    season: 'cool_season',
    oestrousCycleDays: null,
    oestrusHours: null, // Skidmore 2011, for both camels
    follicularWaveDays: null, // no figure found that was measured in this species
    // 402 days, range 374-419: Chen & Yuen as quoted in camel textbooks; the paper itself was not at hand.
    gestationDays: { min: 374, typical: 402, max: 419 },
    gestationShiftDays: none,
    pubertyMonths: { min: 36, typical: 48, max: 60 }, // sexual maturity 3-5 years; male by 4 years (Skidmore)
    minimumBreedingAgeMonths: { female: 36, male: 48 }, // field
    litterSize: { min: 1, typical: 1, max: 2 },
    usualDayZero: 'ovulation',
  },
  ovine: {
    ovulation: 'spontaneous',
    season: 'short_days',
    oestrousCycleDays: { min: 14, typical: 17, max: 20 }, // Merck
    oestrusHours: { min: 16, typical: 30, max: 59 }, // Merck 24-36; Awassi 16-59, mean 31 (Barr 1968, in FAO on Awassi)
    follicularWaveDays: null,
    gestationDays: { min: 144, typical: 148, max: 153 }, // 144-151 (Univ. Missouri Extension); Awassi flocks to 152.6
    gestationShiftDays: none,
    pubertyMonths: { min: 6, typical: 9, max: 13 }, // Merck 6-9; Awassi 359-395 days (Zarkawi & Al-Daker 2018)
    minimumBreedingAgeMonths: { female: 7, male: 6 }, // field
    litterSize: { min: 1, typical: 1, max: 3 }, // Univ. Missouri Extension: one to three lambs
    usualDayZero: 'oestrus',
  },
  caprine: {
    ovulation: 'spontaneous',
    season: 'short_days',
    oestrousCycleDays: { min: 18, typical: 21, max: 24 }, // Merck 21; Merck-8 18-21; upper end: field
    oestrusHours: { min: 24, typical: 36, max: 72 }, // Merck 24-48; Merck-8 two to three days
    follicularWaveDays: null,
    gestationDays: { min: 145, typical: 150, max: 155 }, // Univ. Missouri Extension
    gestationShiftDays: none,
    pubertyMonths: { min: 4, typical: 6, max: 8 }, // Merck 5-7, Merck-8 4-8; Damascus does are bred by weight, later
    minimumBreedingAgeMonths: { female: 7, male: 6 }, // field
    litterSize: { min: 1, typical: 2, max: 3 },
    usualDayZero: 'oestrus',
  },
  swine: {
    ovulation: 'spontaneous',
    season: 'all_year',
    oestrousCycleDays: { min: 19, typical: 21, max: 23 }, // Merck
    oestrusHours: { min: 40, typical: 50, max: 60 }, // Merck
    follicularWaveDays: null,
    gestationDays: { min: 111, typical: 114, max: 120 }, // Frandson 114; normal term 111-120
    gestationShiftDays: none,
    pubertyMonths: { min: 4, typical: 7, max: 9 }, // Merck-8
    minimumBreedingAgeMonths: { female: 8, male: 8 }, // Frandson: first service at 8-10 months; boar: field
    litterSize: { min: 1, typical: 12, max: 20 }, // field
    usualDayZero: 'oestrus',
  },
  alpaca: southAmericanCamelid({ min: 314, typical: 339, max: 362 }), // 69 births of one herd, mean just under 340
  llama: southAmericanCamelid({ min: 332, typical: 342, max: 352 }), // MSD-SAC 332-352, its middle
}

function southAmericanCamelid(gestationDays: Range): Physiology {
  return {
    ovulation: 'induced',
    season: 'all_year', // Merck
    oestrousCycleDays: null,
    oestrusHours: null, // receptive up to 36 days until mated (Merck)
    follicularWaveDays: 11, // llama: 11.1 between overlapping waves ("Ovarian Follicular Dynamics in the Llama")
    gestationDays,
    gestationShiftDays: none,
    pubertyMonths: { min: 10, typical: 12, max: 18 }, // MSD-SAC 10-12; Merck 12-18
    minimumBreedingAgeMonths: { female: 24, male: 30 }, // MSD-SAC: 2 years and over 40 kg (alpaca) or 90 kg; male: field
    litterSize: { min: 1, typical: 1, max: 1 },
    usualDayZero: 'insemination',
  }
}

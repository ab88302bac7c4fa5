/** How each species is bred in the demo data: numbers, breeds, ages and seasons a breeder of the region would recognise. */
import type { SpeciesCode } from '../../core/areas/animals/species/species-code.ts'
import type { SiteCode } from './demo-sites.ts'

export interface HerdPlan {
  readonly species: SpeciesCode
  /** Animals at scale 1, references included. */
  readonly total: number
  /** Breeds with their share; each is bred as a line of its own, with few crosses. */
  readonly lines: readonly (readonly [breed: string, share: number])[]
  readonly crossShare: number
  /** Years before today in which the founders were born. */
  readonly foundedYearsAgo: number
  /** Animals born earlier stand in the register as ancestors only. */
  readonly registerYearsAgo: number
  readonly founderShare: number
  /** Share of births in the breeding companies whose bulls and rams are used by everybody; references all of them. */
  readonly nucleusShare: number
  /** Share of offspring whose sire stands in the herd itself. */
  readonly ownSireShare: number
  readonly firstBirthMonths: readonly [from: number, to: number]
  readonly birthIntervalMonths: readonly [from: number, to: number]
  readonly sireFromMonths: number
  readonly sireUntilYears: number
  /** Weight of each month of the year for births, January first. */
  readonly birthMonths: readonly number[]
  /** Chance of one, two, three young at once. */
  readonly litters: readonly (readonly [young: number, weight: number])[]
  readonly femaleShare: number
  /** Share of births from transferred embryos, carried by recipients. */
  readonly embryoShare: number
  /** Mean and spread in years of a female's stay. */
  readonly stayYears: readonly [mean: number, deviation: number]
  /** Share of males that stay as sires. */
  readonly keptMaleShare: number
  readonly castrateShare: number
  readonly sites: readonly (readonly [site: SiteCode, share: number])[]
}

const allYear = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
const coolSeason = [4, 3, 2, 0.5, 0, 0, 0, 0, 0.5, 2, 4, 5]
const spring = [2, 4, 5, 4, 2, 0.5, 0, 0, 0, 0, 0, 0.5]

export const herdPlans: readonly HerdPlan[] = [
  {
    species: 'bovine',
    total: 3000,
    lines: [
      ['holstein', 0.74],
      ['jersey', 0.1],
      ['brown_swiss', 0.06],
      ['montbeliarde', 0.05],
      ['hassawi_cattle', 0.05],
    ],
    crossShare: 0.05,
    foundedYearsAgo: 25,
    registerYearsAgo: 20,
    founderShare: 0.05,
    nucleusShare: 0.08,
    ownSireShare: 0.08,
    firstBirthMonths: [23, 28],
    birthIntervalMonths: [12, 15],
    sireFromMonths: 22,
    sireUntilYears: 14,
    birthMonths: allYear,
    litters: [
      [1, 0.97],
      [2, 0.03],
    ],
    femaleShare: 0.58,
    embryoShare: 0.09,
    stayYears: [6.5, 2],
    keptMaleShare: 0.03,
    castrateShare: 0.02,
    sites: [
      ['AHS', 0.6],
      ['KHJ', 0.4],
    ],
  },
  {
    species: 'equine',
    total: 800,
    lines: [['arabian', 1]],
    crossShare: 0,
    foundedYearsAgo: 44,
    registerYearsAgo: 30,
    founderShare: 0.06,
    nucleusShare: 0.05,
    ownSireShare: 0.6,
    firstBirthMonths: [48, 66],
    birthIntervalMonths: [12, 26],
    sireFromMonths: 48,
    sireUntilYears: 22,
    birthMonths: spring,
    litters: [[1, 1]],
    femaleShare: 0.5,
    embryoShare: 0.06,
    stayYears: [17, 5],
    keptMaleShare: 0.22,
    castrateShare: 0.2,
    sites: [
      ['RUH', 0.7],
      ['KHJ', 0.3],
    ],
  },
  {
    species: 'camel',
    total: 600,
    lines: [
      ['majaheem', 0.45],
      ['maghateer', 0.3],
      ['homor', 0.25],
    ],
    crossShare: 0.04,
    foundedYearsAgo: 46,
    registerYearsAgo: 30,
    founderShare: 0.08,
    nucleusShare: 0,
    ownSireShare: 1,
    firstBirthMonths: [54, 70],
    birthIntervalMonths: [22, 30],
    sireFromMonths: 66,
    sireUntilYears: 20,
    birthMonths: coolSeason,
    litters: [[1, 1]],
    femaleShare: 0.52,
    embryoShare: 0.1,
    stayYears: [16, 5],
    keptMaleShare: 0.2,
    castrateShare: 0.05,
    sites: [
      ['KHJ', 0.6],
      ['AHS', 0.4],
    ],
  },
  {
    species: 'ovine',
    total: 400,
    lines: [
      ['najdi', 0.6],
      ['awassi', 0.4],
    ],
    crossShare: 0.03,
    foundedYearsAgo: 19,
    registerYearsAgo: 15,
    founderShare: 0.12,
    nucleusShare: 0,
    ownSireShare: 1,
    firstBirthMonths: [15, 20],
    birthIntervalMonths: [10, 13],
    sireFromMonths: 15,
    sireUntilYears: 6,
    birthMonths: coolSeason,
    litters: [
      [1, 0.75],
      [2, 0.23],
      [3, 0.02],
    ],
    femaleShare: 0.5,
    embryoShare: 0.04,
    stayYears: [5, 1.2],
    keptMaleShare: 0.12,
    castrateShare: 0.08,
    sites: [
      ['AHS', 0.85],
      ['KHJ', 0.15],
    ],
  },
  {
    species: 'caprine',
    total: 200,
    lines: [
      ['ardi', 0.55],
      ['damascus', 0.45],
    ],
    crossShare: 0.03,
    foundedYearsAgo: 19,
    registerYearsAgo: 15,
    founderShare: 0.14,
    nucleusShare: 0,
    ownSireShare: 1,
    firstBirthMonths: [14, 19],
    birthIntervalMonths: [10, 13],
    sireFromMonths: 14,
    sireUntilYears: 6,
    birthMonths: coolSeason,
    litters: [
      [1, 0.45],
      [2, 0.5],
      [3, 0.05],
    ],
    femaleShare: 0.5,
    embryoShare: 0.04,
    stayYears: [5.5, 1.2],
    keptMaleShare: 0.14,
    castrateShare: 0.06,
    sites: [
      ['AHS', 0.85],
      ['KHJ', 0.15],
    ],
  },
]

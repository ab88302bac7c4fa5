/**
 * Whether an animal can be the parent of another. What cannot be is refused with the animals named; what is unlikely is
 * returned as a warning, because field data are what they are. Loops need the whole pedigree and are looked for by the
 * service.
 */
import type { CalendarDate } from '../../kernel/clock.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { refusal } from '../../kernel/refusal.ts'
import type { BirthDatePrecision } from './animals.age.ts'
import type { AnimalStatus } from './animals.status.ts'
import { checkPedigree, type PedigreeFinding, type PedigreeRow } from './pedigree/pedigree-checks.ts'
import { leastParentAgeDays } from './species/breeding-age.ts'
import { canBeDam, canBeSire, genotypicSexLetter, type Sex } from './species/sex.ts'
import type { SpeciesCode } from './species/species-code.ts'

export const parentKinds = ['sireId', 'damId', 'gestationalDamId', 'nuclearDonorId'] as const

/** The column a parent stands in. */
export type ParentKind = (typeof parentKinds)[number]

/** Where a recorded parentage stands. */
export const parentageStates = ['recorded', 'genotyped', 'qualified', 'excluded', 'conflict'] as const

/** What the checks need to know of an animal; id, code and name are for naming it. */
export interface Relative {
  readonly id: string
  readonly code: string
  readonly name: string | null
  readonly species: SpeciesCode
  readonly sex: Sex
  readonly birthDate: CalendarDate | null
  readonly birthDatePrecision: BirthDatePrecision | null
  readonly status: AnimalStatus
  readonly statusDate: CalendarDate | null
}

export type Parents = Readonly<Partial<Record<ParentKind, Relative | null>>>

// Fertile crosses that are bred on purpose: Tulu camels, huarizo and misti.
const crossing: readonly (readonly SpeciesCode[])[] = [
  ['camel', 'bactrian_camel'],
  ['alpaca', 'llama'],
]

/** How an animal is named in the facts of a refusal. */
export function namedAnimal({ id, code, name }: Pick<Relative, 'id' | 'code' | 'name'>): {
  id: string
  code: string
  name: string | null
} {
  return { id, code, name }
}

/** Tells the first reason why these cannot be the parents of the animal, or null when they can. */
export function refuseParents(child: Relative, parents: Parents): Refusal | null {
  const { sireId: sire = null, damId: dam = null } = parents
  if (sire !== null && sire.id === dam?.id)
    return refusal('parents_are_one_animal', { parent: namedAnimal(sire) }, 'damId')
  for (const kind of parentKinds) {
    const parent = parents[kind] ?? null
    if (parent === null) continue
    const found = refuseParent(child, kind, parent)
    if (found !== null) return { ...found, field: kind }
  }
  return null
}

function refuseParent(child: Relative, kind: ParentKind, parent: Relative): Refusal | null {
  const animals = { animal: namedAnimal(child), parent: namedAnimal(parent) }
  if (parent.id === child.id) return refusal('self_parent', animals)
  if (kind === 'nuclearDonorId') {
    const [own, donors] = [genotypicSexLetter(child.sex), genotypicSexLetter(parent.sex)]
    if (own !== null && donors !== null && own !== donors)
      return refusal('clone_other_sex', { ...animals, sex: child.sex, donorSex: parent.sex })
  } else if (kind === 'sireId') {
    if (!canBeSire(parent.sex)) return refusal('sire_not_male', { ...animals, sex: parent.sex })
  } else if (!canBeDam(parent.sex)) return refusal('dam_not_female', { ...animals, kind, sex: parent.sex })
  // A recipient of another species carries embryos in research (camel in llama); a genetic parent is of the kind.
  if (kind !== 'gestationalDamId' && !canCross(child.species, parent.species)) {
    return refusal('parent_other_species', { ...animals, species: child.species, parentSpecies: parent.species })
  }
  const younger = judgeAges(child, kind, parent).find((finding) => finding.severity === 'refuse')
  return younger === undefined ? null : refusal(younger.code, { ...younger.data, ...animals })
}

/** Lists what is unlikely about the parents, each with the animals named. */
export function doubtParents(child: Relative, parents: Parents): readonly Refusal[] {
  const found: Refusal[] = []
  for (const kind of ['sireId', 'damId', 'gestationalDamId'] as const) {
    const parent = parents[kind] ?? null
    if (parent === null) continue
    const animals = { animal: namedAnimal(child), parent: namedAnimal(parent) }
    if (parent.sex === 'unknown') found.push(refusal('parent_sex_unknown', animals, kind))
    for (const young of judgeAges(child, kind, parent)) {
      if (young.severity === 'flag') found.push(refusal(young.code, { ...young.data, ...animals }, kind))
    }
    if (kind === 'gestationalDamId' && diedBeforeBirth(child, parent)) {
      found.push(refusal('gestational_dam_dead', { ...animals, diedOn: parent.statusDate }, kind))
    }
  }
  return found
}

/** Ages by the check that whole pedigrees go through, so that both say the same. */
function judgeAges(child: Relative, kind: ParentKind, parent: Relative): readonly PedigreeFinding[] {
  const asSire = kind === 'sireId'
  const rows: PedigreeRow[] = [
    {
      id: child.id,
      sire: asSire ? parent.id : null,
      dam: asSire ? null : parent.id,
      sex: 'unknown',
      birthDate: partialDate(child),
    },
    { id: parent.id, sire: null, dam: null, sex: 'unknown', birthDate: partialDate(parent) },
  ]
  const isDonor = kind === 'nuclearDonorId'
  const findings = checkPedigree(rows, { minimumAgeDays: () => (isDonor ? null : leastParentAgeDays(parent.species)) })
  return findings.filter(({ code }) => code === 'parent_younger_than_offspring' || code === 'parent_too_young')
}

/** Who carried must have lived until the birth. Genetic parents may be long dead: semen and embryos are frozen. */
function diedBeforeBirth(child: Relative, carrier: Relative): boolean {
  if (carrier.status !== 'dead' || carrier.statusDate === null || child.birthDate === null) return false
  return (child.birthDatePrecision ?? 'day') === 'day' && carrier.statusDate < child.birthDate
}

/** The birth date cut to what is known of it: `2019`, `2019-04`, `2019-04-17`. */
export function partialDate({
  birthDate,
  birthDatePrecision,
}: Pick<Relative, 'birthDate' | 'birthDatePrecision'>): string | null {
  if (birthDate === null) return null
  if (birthDatePrecision === 'year') return birthDate.slice(0, 4)
  return birthDatePrecision === 'month' ? birthDate.slice(0, 7) : birthDate
}

/** Whether two species have fertile offspring that are bred on purpose. */
export function canCross(left: SpeciesCode, right: SpeciesCode): boolean {
  return left === right || crossing.some((group) => group.includes(left) && group.includes(right))
}

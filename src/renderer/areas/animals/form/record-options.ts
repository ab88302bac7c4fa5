/** Choices of pickers that look up records: parents and owners. */
import type { AnimalShort } from '../../../../core/areas/animals/animals.model.ts'
import type { ParentKind } from '../../../../core/areas/animals/animals.parentage.ts'
import type { Sex } from '../../../../core/areas/animals/species/sex.ts'
import type { SpeciesCode } from '../../../../core/areas/animals/species/species-code.ts'
import type { ApiClient } from '../../../lib/api/api-client.ts'
import type { LoadOptions, Option } from '../../../ui/form/use-options.ts'
import { choiceLabel, lookUpAnimals } from '../animals.queries.ts'

const sexesOfParent: Readonly<Record<ParentKind, readonly Sex[] | undefined>> = {
  sireId: ['male', 'castrate', 'unknown'],
  damId: ['female', 'unknown'],
  gestationalDamId: ['female', 'unknown'],
  nuclearDonorId: undefined,
}

/** Animals that can be a parent by sex and species. */
export function parentOptions(
  api: ApiClient,
  kind: ParentKind,
  about: { species?: SpeciesCode | null; except?: string },
): LoadOptions {
  const sex = sexesOfParent[kind]
  // A recipient may be of another species: camel embryos are carried by camels, but research carries across.
  const species = kind === 'gestationalDamId' ? undefined : speciesToCross(about.species ?? null)
  return async (text, signal) => {
    const found = await lookUpAnimals(
      api,
      text,
      {
        ...(sex === undefined ? {} : { sex }),
        ...(species === undefined ? {} : { species }),
        ...(about.except === undefined ? {} : { except: about.except }),
      },
      signal,
    )
    return found.map(animalOption)
  }
}

/** Fertile crosses are offered too: the rules of the core decide. */
function speciesToCross(species: SpeciesCode | null): readonly SpeciesCode[] | undefined {
  if (species === null) return undefined
  if (species === 'camel' || species === 'bactrian_camel') return ['camel', 'bactrian_camel']
  return species === 'alpaca' || species === 'llama' ? ['alpaca', 'llama'] : [species]
}

export function animalOption(animal: AnimalShort): Option {
  return { value: animal.id, label: choiceLabel(animal) }
}

/** Customers who can own an animal. */
export function ownerOptions(api: ApiClient): LoadOptions {
  return async (text, signal) => {
    const { items } = await api.customers.list(
      { limit: 20, ...(text.trim() === '' ? {} : { q: text.trim() }) },
      { signal },
    )
    return items.map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))
  }
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type AnimalListField, animalListFields } from '../../../../core/areas/animals/animals.fields.ts'
import { breeds } from '../../../../core/areas/animals/species/breeds.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import type { FilterField, FilterOption } from '../../../ui/filter/filter-model.ts'
import { useAnimalWords } from '../animal-words.ts'
import { choiceLabel, lookUpAnimals } from '../animals.queries.ts'

/** Fields whose value is another record, and how its choices are found. */
const animalReferences = ['sireId', 'damId', 'gestationalDamId', 'nuclearDonorId', 'parentId'] as const
const left = new Set(['importBatchId', 'knownParents'])

/** Fields people may filter the register by. */
export function useRegisterFilters(): FilterField[] {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const { sites } = useSite()
  const siteName = useSiteName()
  return useMemo(() => {
    const findAnimals = async (text: string): Promise<FilterOption[]> => {
      const found = await lookUpAnimals(api, text, {}, new AbortController().signal)
      return found.map((animal) => ({ value: animal.id, label: choiceLabel(animal) }))
    }
    const findOwners = async (text: string): Promise<FilterOption[]> => {
      const { items } = await api.customers.list({ q: text, limit: 20 })
      return items.map(({ id, name }) => ({ value: id, label: name }))
    }
    return Object.entries(animalListFields as Readonly<Record<string, AnimalListField>>).flatMap(
      ([id, field]): FilterField[] => {
        if (left.has(id)) return []
        const label = t(`fields.${id}` as 'fields.name')
        if ((animalReferences as readonly string[]).includes(id))
          return [{ id, label, kind: 'choice', loadOptions: findAnimals }]
        if (id === 'ownerCustomerId') return [{ id, label, kind: 'choice', loadOptions: findOwners }]
        if (id === 'siteId')
          return [
            { id, label, kind: 'choice', options: sites.map((site) => ({ value: site.id, label: siteName(site) })) },
          ]
        if (id === 'mainBreed')
          return [
            {
              id,
              label,
              kind: 'choice',
              options: breeds.map(({ code }) => ({ value: code, label: words.breed(code) })),
            },
          ]
        if (field.choices !== undefined) {
          const valueField = id === 'identifierScheme' ? 'scheme' : id
          return [
            {
              id,
              label,
              kind: 'choice',
              options: field.choices.map((code) => ({ value: code, label: words.value(valueField, code) })),
            },
          ]
        }
        const unit = id === 'inbreeding' ? '%' : id === 'ageMonths' ? t('age.unitMonths') : undefined
        return [{ id, label, kind: field.kind, ...(unit === undefined ? {} : { unit }) }]
      },
    )
  }, [t, api, words, sites, siteName])
}

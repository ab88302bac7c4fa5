import type { AreaRoute } from '../../lib/route/area-route.ts'

const rail = { group: 'animals', item: 'register' } as const
const permission = 'animals.read'
const loadForm = () => import('./form/animal-form-screen.tsx')
const loadPedigree = () => import('./pedigree/pedigree-screen.tsx')

/** Screens of the register of animals. */
export const animalRoutes: readonly AreaRoute[] = [
  {
    path: '/animals',
    rail,
    permission,
    load: () => import('./register/register-screen.tsx').then((m) => m.RegisterScreen),
  },
  { path: '/animals/new', rail, permission: 'animals.write', load: () => loadForm().then((m) => m.NewAnimalScreen) },
  {
    path: '/animals/archived',
    rail,
    permission: 'animals.archive',
    load: () => import('./register/archived-screen.tsx').then((m) => m.ArchivedAnimalsScreen),
  },
  {
    path: '/animals/duplicates',
    rail: { group: 'animals', item: 'animalDuplicates' },
    permission,
    load: () => import('./duplicates/duplicates-screen.tsx').then((m) => m.DuplicatesScreen),
  },
  {
    path: '/animals/pedigree',
    rail: { group: 'animals', item: 'pedigree' },
    permission,
    load: () => loadPedigree().then((m) => m.PedigreeStartScreen),
  },
  {
    path: '/animals/$id',
    rail,
    permission,
    load: () => import('./record/animal-screen.tsx').then((m) => m.AnimalScreen),
  },
  {
    path: '/animals/$id/edit',
    rail,
    permission: 'animals.write',
    load: () => loadForm().then((m) => m.EditAnimalScreen),
  },
  {
    path: '/animals/$id/pedigree',
    rail: { group: 'animals', item: 'pedigree' },
    permission,
    load: () => loadPedigree().then((m) => m.PedigreeScreen),
  },
]

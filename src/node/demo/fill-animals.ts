import type { CalendarDate } from '../../core/kernel/clock.ts'
import type { Change } from '../runtime/change.ts'
import { nameAnimals } from './animal-names.ts'
import { numberAnimals } from './animal-numbers.ts'
import { type AnimalRows, rowsOf } from './animal-rows.ts'
import type { SiteCode } from './demo-sites.ts'
import type { DemoTools } from './demo-tools.ts'
import type { FixedNumbers, HerdAnimal } from './herd-animal.ts'
import { herdPlans } from './herd-plans.ts'
import { simulateHerd } from './herd-simulation.ts'
import { knownAnimals } from './known-animals.ts'
import type { Choices } from './seeded-choices.ts'
import { todayOf } from './today.ts'

export interface DemoHerds {
  /** Every animal, each species in order of birth. */
  readonly animals: readonly HerdAnimal[]
  readonly numbers: ReadonlyMap<HerdAnimal, FixedNumbers>
}

/** Breeds, names and numbers the herds of all species. `scale` 1 gives 5,000 animals. */
export function breedHerds(scale: number, today: CalendarDate, choices: Choices): DemoHerds {
  const herds = herdPlans.map((plan) => {
    const given = knownAnimals(plan.species, today)
    const herd = simulateHerd({
      plan,
      total: Math.max(given.length, Math.round(plan.total * scale)),
      today,
      choices,
      given,
    })
    nameAnimals(herd, choices)
    return herd
  })
  const animals = herds.flat()
  return { animals, numbers: numberAnimals(animals, choices) }
}

const animalsPerCommand = 250

/** Adds the herds, some hundred animals to a command; parents come before offspring. Returns how many there are. */
export async function fillAnimals(tools: DemoTools, customerIds: readonly string[], choices: Choices): Promise<number> {
  const { node, say, scale, siteIds, callOf } = tools
  const call = callOf('nora')
  const today = todayOf(await node.commands.run(call, spec, async (change) => change.at))
  const { animals, numbers } = breedHerds(scale, today, choices)
  say(`Adding ${animals.length} animals of ${herdPlans.length} species.`)
  const ids = new Map(animals.map((animal) => [animal, node.people.ids.next()]))
  const sources = {
    today,
    choices,
    siteIds,
    owners: ownersBySite(customerIds),
    idOf: (animal: HerdAnimal) => known(ids, animal),
    numbersOf: (animal: HerdAnimal) => known(numbers, animal),
  }
  for (let start = 0; start < animals.length; start += animalsPerCommand) {
    const rows = animals.slice(start, start + animalsPerCommand).map((animal) => rowsOf(animal, sources))
    await node.commands.run(call, spec, (change) => insertRows(change, tools, rows))
    if (start > 0 && start % 1000 === 0) say(`Added ${start} of ${animals.length} animals.`)
  }
  return animals.length
}

const spec = { action: 'animals.create', access: 'animals.write', undoable: false }

async function insertRows(change: Change, { node }: DemoTools, rows: readonly AnimalRows[]): Promise<void> {
  change.because('Demo data')
  const codes = await node.codes.nextMany(change, 'AN', rows.length)
  await change.insertMany(
    'animal',
    rows.map((row, index) => ({ ...row.animal, code: codes[index] as string })),
  )
  await change.insertMany(
    'animalIdentifier',
    rows.flatMap((row) => row.identifiers),
  )
  await change.insertMany(
    'animalInternalNumber',
    rows.flatMap((row) => row.numbers),
  )
  await change.insertMany(
    'animalRole',
    rows.flatMap((row) => row.roles),
  )
  await change.insertMany(
    'animalMeasurement',
    rows.flatMap((row) => row.measurements),
  )
  await change.insertMany(
    'animalActivity',
    rows.flatMap((row) => row.activities),
  )
}

/** Every site has customers of its own and some that deal with all. */
function ownersBySite(customerIds: readonly string[]): Record<SiteCode, string[]> {
  const every = (offset: number) => customerIds.filter((_id, index) => index % 3 === offset || index % 7 === 0)
  return { KHJ: every(0), RUH: every(1), AHS: every(2) }
}

function known<Value>(values: ReadonlyMap<HerdAnimal, Value>, animal: HerdAnimal): Value {
  const value = values.get(animal)
  if (value === undefined) throw new Error(`${animal.name ?? 'an animal'} is not in the herd`)
  return value
}

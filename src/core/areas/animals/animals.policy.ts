import { roles } from '../../kernel/policy.ts'
import type { RoleName } from '../people/roles.ts'

/** Who may do what with animals. */
export const animalPolicy = [
  roles<RoleName>(
    'administrator',
    'manager',
    'veterinarian',
    'embryologist',
    'laboratory_technician',
    'researcher',
    'viewer',
  ).may('animals.read'),
  // What happened at the animal: weights, scores, notes.
  roles<RoleName>(
    'administrator',
    'manager',
    'veterinarian',
    'embryologist',
    'laboratory_technician',
    'researcher',
  ).may('animals.record', 'animals.recompute'),
  roles<RoleName>('administrator', 'manager', 'veterinarian', 'embryologist', 'laboratory_technician').may(
    'animals.write',
  ),
  roles<RoleName>('administrator', 'manager', 'veterinarian').may('animals.archive', 'animals.bulk'),
  roles<RoleName>('administrator', 'manager').may('animals.merge'),
]

/** All screens: each area's routes, one line per area. */
import { animalRoutes } from '../areas/animals/animals.routes.ts'
import { customersRoutes } from '../areas/customers/customers.routes.ts'
import { devicesRoutes } from '../areas/devices/devices.routes.ts'
import { importRoutes } from '../areas/documents/import-wizard/import.routes.ts'
import { peopleRoutes } from '../areas/people/people.routes.ts'
import { qualityRoutes } from '../areas/quality/quality.routes.ts'
import { syncRoutes } from '../areas/sync/sync.routes.ts'
import { systemRoutes } from '../areas/system/system.routes.ts'
import { todayRoutes } from '../areas/today/today.routes.ts'
import type { AreaRoute } from '../lib/route/area-route.ts'

export const areaRoutes: readonly AreaRoute[] = [
  ...todayRoutes,
  ...animalRoutes,
  ...customersRoutes,
  ...qualityRoutes,
  ...syncRoutes,
  ...devicesRoutes,
  ...importRoutes,
  ...peopleRoutes,
  ...systemRoutes,
]

/** The product behind the sign-in: the router with every area's screens in the frame. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  RouterProvider,
} from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import type { AreaRoute } from '../lib/route/area-route.ts'
import { areaRoutes } from './routes.ts'
import { PermissionGate } from './shell/permission-gate.tsx'
import { BrokenPage, NotFoundPage } from './shell/problem-pages.tsx'
import { Shell } from './shell/shell.tsx'

function createAppRouter() {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })
  const screens = areaRoutes.map((route) =>
    createRoute({
      getParentRoute: () => root,
      path: route.path,
      component: screenOf(route),
      staticData: { area: route },
    }),
  )
  return createRouter({
    routeTree: root.addChildren(screens),
    defaultErrorComponent: BrokenPage,
    defaultPendingComponent: () => null,
    // Answers come from this machine; the chunk of a screen too.
    defaultPendingMs: 200,
    scrollRestoration: false,
  })
}

/** A screen's code comes with its first visit; who may not open it gets a sentence instead. */
function screenOf(route: AreaRoute): RouteComponent {
  return lazyRouteComponent(async () => {
    const Screen = await route.load()
    function GatedScreen(): ReactElement {
      return (
        <PermissionGate permission={route.permission}>
          <Screen />
        </PermissionGate>
      )
    }
    return { default: GatedScreen }
  })
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    area?: AreaRoute
  }
}

export function Product(): ReactElement {
  const [router] = useState(createAppRouter)
  return <RouterProvider router={router} />
}

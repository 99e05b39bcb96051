import { Spin } from 'antd'
import { createHashRouter, type RouteObject } from 'react-router'
import type { OperationId } from './auth/permissions'
import { Entrance } from './shell/entrance'
import { Guarded } from './shell/guarded'
import { NotFound } from './shell/not-found'
import { PageFault } from './shell/page-fault'

/** A page that is read when it is first opened and shown to those who may use it. */
function page(
  path: string,
  operation: OperationId | null,
  load: () => Promise<{ default: React.ComponentType }>,
): RouteObject {
  return {
    path,
    ErrorBoundary: PageFault,
    lazy: async () => {
      const { default: Content } = await load()
      return {
        element: (
          <Guarded operation={operation}>
            <Content />
          </Guarded>
        ),
      }
    },
  }
}

/**
 * Addresses live behind the hash: the console then needs nothing from the server
 * but its files, whatever path prefix it is served under.
 */
export const router = createHashRouter([
  {
    Component: Entrance,
    HydrateFallback: () => <Spin fullscreen />,
    ErrorBoundary: PageFault,
    children: [
      page('/', null, () => import('./features/home/page')),
      page('/tasks', 'platform.task.list', () => import('./features/tasks/page')),
      { path: '*', Component: NotFound },
    ],
  },
])

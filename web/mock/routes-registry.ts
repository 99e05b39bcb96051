import type { Route } from './routes'

export const registryRoutes: Route[] = []

import type { Route } from './routes'

export const disburseRoutes: Route[] = []

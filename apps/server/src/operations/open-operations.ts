import type { Config } from '../config.ts'
import type { Store } from '../database/index.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { Readiness } from './readiness.ts'
import { type OperationsSettings, readOperationsSettings } from './settings.ts'
import { readWorkState } from './work-state.ts'

/** What watches over a running server. */
export interface Operations {
  settings: OperationsSettings
  readiness: Readiness
  metrics: Metrics
  store: Store
  dataFolder: string
  /** who sends it runs this machine's command line */
  token: string
}

export function openOperations(
  store: Store,
  { dataFolder }: Pick<Config, 'dataFolder'>,
  cache: ColumnsCache,
  token: string,
  settings = readOperationsSettings(),
): Operations {
  const metrics = createMetrics({ cache, readWork: () => readWorkState(store) })
  return { settings, readiness: new Readiness(store), metrics, store, dataFolder, token }
}

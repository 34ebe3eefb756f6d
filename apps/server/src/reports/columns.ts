import { type Cadence, type Day, type Lifetime, NO_DAY, type Visits } from '@comeback/retention'
import { dataVersion } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { WorkspaceSettings } from '../workspace/index.ts'
import type { ClientOrders } from './client-orders.ts'
import { FitQueue } from './fit-in-worker.ts'
import { loadColumns, updateColumns } from './load-columns.ts'

/** A workspace's visits in memory, ready for the engine. */
export interface Columns {
  version: number
  settings: WorkspaceSettings
  visits: Visits
  /** id in the book of each client of the columns, ascending */
  clientIds: Int32Array
  lines: number
  appointments: number
  /** pooled rhythm as known at the end of a day, kept for the days asked about last */
  cadence(asOf: Day): Cadence
  /** lifetime model and forecasts as known at the end of a day; fitting takes up to seconds, in another thread */
  lifetime(asOf: Day): Promise<Lifetime | 'notInPlan'>
  orders: ClientOrders
}

/**
 * Keeps the columns of the workspaces asked about last. When imports have changed some clients, only theirs are loaded
 * again; when anything else has, all are. Requests that come while a workspace is loading wait for that one load.
 */
export class ColumnsCache {
  private readonly loads = new Map<string, { version: number; columns: Promise<Columns> }>()
  private readonly capacity: number
  private readonly fits = new FitQueue()
  private readonly sizes = new WeakMap<Promise<Columns>, number>()
  private loaded = 0
  private updated = 0
  private loadMs = 0

  constructor(capacity = 20) {
    this.capacity = capacity
  }

  /** @param locations the person is limited to: columns as if the salon were these alone */
  async get(scope: WorkspaceScope, locations: readonly string[] | null = null): Promise<Columns> {
    const version = await dataVersion(scope)
    const key = locations === null ? scope.workspaceId : JSON.stringify([scope.workspaceId, ...locations])
    const known = this.loads.get(key)
    const columns = known?.version === version ? known.columns : this.load(scope, locations, known?.columns)
    this.loads.delete(key)
    this.loads.set(key, { version, columns })
    const oldest = this.loads.keys().next().value
    if (this.loads.size > this.capacity && oldest !== undefined) this.loads.delete(oldest)
    try {
      return await columns
    } catch (error) {
      if (this.loads.get(key)?.columns === columns) this.loads.delete(key)
      throw error
    }
  }

  /** What is in memory now, and what was loaded so far; `updates` are the loads of changed clients only. */
  stats(): { workspaces: number; lines: number; loads: number; updates: number; loadMs: number } {
    let lines = 0
    for (const { columns } of this.loads.values()) lines += this.sizes.get(columns) ?? 0
    return { workspaces: this.loads.size, lines, loads: this.loaded, updates: this.updated, loadMs: this.loadMs }
  }

  private load(
    scope: WorkspaceScope,
    locations: readonly string[] | null,
    before: Promise<Columns> | undefined,
  ): Promise<Columns> {
    const begin = performance.now()
    const columns = this.updateOrLoad(scope, locations, before)
    columns.then(
      (loaded) => {
        this.sizes.set(columns, loaded.lines)
        this.loaded++
        this.loadMs += performance.now() - begin
      },
      () => {},
    )
    return columns
  }

  /** Columns of some locations are always loaded anew: where else a client has been is not in them. */
  private async updateOrLoad(
    scope: WorkspaceScope,
    locations: readonly string[] | null,
    before: Promise<Columns> | undefined,
  ): Promise<Columns> {
    const known = locations === null ? await before?.catch(() => null) : null
    const updated = known ? await updateColumns(scope, this.fits, known) : null
    if (updated) this.updated++
    return updated ?? loadColumns(scope, this.fits, locations)
  }
}

/** Default as-of date: the last day the data is known through, never later than today. Throws `noData` without visits. */
export function defaultAsOf(columns: Columns, today: Day): Day {
  if (columns.visits.dataThrough === NO_DAY) throw new AppError('noData')
  return Math.min(columns.visits.dataThrough, today)
}

/** Place of a client of the book in the columns, or −1. */
export function clientIndex({ clientIds }: Pick<Columns, 'clientIds'>, id: number): number {
  let low = 0
  let high = clientIds.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (clientIds[middle]! < id) low = middle + 1
    else high = middle
  }
  return clientIds[low] === id ? low : -1
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client'
import { databaseCode } from '../log/describe-error.ts'
import { log, onLogLine } from '../log/index.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import type { WorkState } from './work-state.ts'

/** Seconds: warm reports take a few milliseconds, uploads minutes. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60]

export interface Metrics {
  requests: Histogram<'method' | 'route' | 'status'>
  /** every number, in Prometheus' text format */
  text(): Promise<string>
  contentType: string
  close(): void
}

export interface MetricsSources {
  cache: ColumnsCache
  /** imports and jobs, asked when the numbers are read; throws when the database does not answer */
  readWork(): Promise<WorkState>
}

/** The numbers of one server: requests, the process, columns in memory, imports, queues, errors. */
export function createMetrics({ cache, readWork }: MetricsSources): Metrics {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'comeback_http_request_duration_seconds',
    help: 'Requests by pattern of the route, and how long they took',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const stopListening = countErrors(registers)
  describeCache(cache, registers)
  const refreshWork = describeWork(readWork, registers)
  const text = async () => {
    await refreshWork()
    return register.metrics()
  }
  return { requests, text, contentType: register.contentType, close: stopListening }
}

function countErrors(registers: Registry[]): () => void {
  const lines = new Counter({
    name: 'comeback_log_lines_total',
    help: 'Lines of the log, also those below its level',
    labelNames: ['level'],
    registers,
  })
  const databaseErrors = new Counter({
    name: 'comeback_database_errors_total',
    help: 'Errors of the database that ended a request, a step of a job or housekeeping, by SQLSTATE or system code',
    labelNames: ['code'],
    registers,
  })
  return onLogLine(({ level, error }) => {
    lines.inc({ level })
    const code = error && databaseCode(error)
    if (code) databaseErrors.inc({ code })
  })
}

function describeCache(cache: ColumnsCache, registers: Registry[]) {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('comeback_columns_workspaces', 'Workspaces whose visits are in memory', () => cache.stats().workspaces)
  gauge('comeback_columns_lines', 'Lines of visits in memory', () => cache.stats().lines)
  const loads = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    })
  loads('comeback_columns_loads_total', 'Times the visits of a workspace were loaded', () => cache.stats().loads)
  loads('comeback_columns_updates_total', 'Loads of changed clients only', () => cache.stats().updates)
  loads('comeback_columns_load_seconds_total', 'Time spent loading them', () => Math.round(cache.stats().loadMs) / 1000)
}

/** Gauges of what waits in the database; answers the function that reads them anew. */
function describeWork(readWork: MetricsSources['readWork'], registers: Registry[]): () => Promise<void> {
  const imports = new Gauge({ name: 'comeback_imports', help: 'Imports by state', labelNames: ['state'], registers })
  const jobs = new Gauge({
    name: 'comeback_queue_jobs',
    help: 'Jobs that wait (created, retry) or run (active), by queue',
    labelNames: ['queue', 'state'],
    registers,
  })
  const up = new Gauge({
    name: 'comeback_database_up',
    help: 'Whether the database answered when these numbers were read: without it imports and queues are absent',
    registers,
  })
  return async () => {
    imports.reset()
    jobs.reset()
    try {
      const work = await readWork()
      for (const { state, count } of work.imports) imports.set({ state }, count)
      for (const { queue, state, count } of work.jobs) jobs.set({ queue, state }, count)
      up.set(1)
    } catch (error) {
      log.warn('the database does not answer', {}, error)
      up.set(0)
    }
  }
}

import { buildVisits } from './build-visits.ts'
import { type Day, NO_DAY } from './calendar.ts'
import { type LineTable, STATUSES, type Status, type Visits } from './visits.ts'

/** One appointment of one line, for tests: what is not said is unknown, and the visit took place. */
export interface Booked {
  client: number
  day: Day
  status?: Status
  staff?: string
  service?: string
  source?: string
  bookedBy?: string
  revenue?: number
  bookedDay?: Day
  cancelledDay?: Day
}

export function visitsOf(booked: readonly Booked[]): Visits {
  return buildVisits(linesOf(booked))
}

function linesOf(booked: readonly Booked[]): LineTable {
  const names = (field: 'staff' | 'service' | 'source' | 'bookedBy') => [
    ...new Set(['', ...booked.map((each) => each[field] ?? '')]),
  ]
  const [staff, service, source, bookedBy] = [names('staff'), names('service'), names('source'), names('bookedBy')]
  const column = (value: (each: Booked) => number) => Int32Array.from(booked, value)
  return {
    length: booked.length,
    clients: booked.reduce((count, { client }) => Math.max(count, client + 1), 0),
    client: column(({ client }) => client),
    appointment: Int32Array.from(booked, (_, line) => line),
    day: column(({ day }) => day),
    start: new Int32Array(booked.length),
    status: Uint8Array.from(booked, ({ status }) => STATUSES.indexOf(status ?? 'completed')),
    bookedDay: column(({ bookedDay }) => bookedDay ?? NO_DAY),
    cancelledDay: column(({ cancelledDay }) => cancelledDay ?? NO_DAY),
    staff: column((each) => staff.indexOf(each.staff ?? '')),
    service: column((each) => service.indexOf(each.service ?? '')),
    location: new Int32Array(booked.length),
    source: column((each) => source.indexOf(each.source ?? '')),
    bookedBy: column((each) => bookedBy.indexOf(each.bookedBy ?? '')),
    revenue: Float64Array.from(booked, ({ revenue }) => revenue ?? Number.NaN),
    product: new Uint8Array(booked.length),
    names: { staff, service, serviceCategory: service.map(() => ''), location: [''], source, bookedBy },
  }
}

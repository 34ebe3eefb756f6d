import type { liability, operationJson } from '../bonuses/index.ts'
import type { Sheet } from './write-file.ts'

type Liability = Awaited<ReturnType<typeof liability>>
type Rows = Pick<Sheet, 'columns' | 'rows'>

/** What became of bonuses, a row a month. */
export function monthSheet(months: Liability['months']): Rows {
  return {
    columns: [
      { name: 'month', kind: 'text' },
      { name: 'bonusesGiven', kind: 'count' },
      { name: 'bonusesRedeemed', kind: 'count' },
      { name: 'bonusesPaid', kind: 'money' },
      { name: 'bonusesExpired', kind: 'count' },
    ],
    rows: months.map(({ month, given, redeemed, redeemedMinor, expired }) => [
      ...[month, given, redeemed, redeemedMinor, expired],
    ]),
  }
}

/** What is owed, a row for each month it ends in; the last one without a month never does. */
export function expirySheet(byExpiry: Liability['byExpiry']): Rows {
  return {
    columns: [
      { name: 'bonusesEnd', kind: 'text' },
      { name: 'bonuses', kind: 'count' },
      { name: 'bonusesWorth', kind: 'money' },
    ],
    rows: byExpiry.map(({ month, points, minor }) => [month, points, minor]),
  }
}

/** Operations with the moment in the workspace's time. */
export function operationSheet(
  operations: (ReturnType<typeof operationJson> & { name: string })[],
  timeZone: string,
): Rows {
  return {
    columns: [
      { name: 'at', kind: 'text' },
      { name: 'name', kind: 'text' },
      { name: 'action', kind: 'word' },
      { name: 'bonuses', kind: 'count' },
      { name: 'bonusesWorth', kind: 'money' },
      { name: 'bill', kind: 'money' },
      { name: 'bonusesUntil', kind: 'date' },
      { name: 'reason', kind: 'text' },
      { name: 'who', kind: 'word' },
    ],
    rows: operations.map(({ at, name, kind, change, minor, billMinor, expiresOn, reason, who }) => [
      Temporal.Instant.from(at)
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' '),
      ...[name, `bonus.${kind}`, change, minor, billMinor, expiresOn, reason],
      who.name || who.kind,
    ]),
  }
}

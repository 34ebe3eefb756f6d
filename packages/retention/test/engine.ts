import { buildVisits, type Visits } from '@comeback/retention'
import { expect } from 'vitest'
import { toLineTable } from './line-table.ts'
import type { Salon } from './reference/line.ts'
import { CLIENTS } from './salon.ts'

/** The engine's columns of a random salon. */
export function visitsOf(salon: Salon, clients = CLIENTS): Visits {
  return buildVisits(toLineTable(salon.lines, clients), { pastScheduled: salon.pastScheduled })
}

/** Paths at which two JSON values differ; numbers may differ by the tolerance, relative to those above 1. */
export function differences(actual: unknown, expected: unknown, path: string, tolerance = 1e-12): string[] {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const allowed = tolerance * Math.max(1, Math.abs(actual), Math.abs(expected))
    return Math.abs(actual - expected) <= allowed ? [] : [`${path}: ${actual} instead of ${expected}`]
  }
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
    return actual === expected ? [] : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`]
  }
  const [own, other] = [new Map(Object.entries(actual)), new Map(Object.entries(expected))]
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((key) =>
    differences(own.get(key), other.get(key), `${path}.${key}`, tolerance),
  )
}

/** Fails with every path at which the engine's answer is not the reference's, field by field. */
export function expectSame(actual: unknown, expected: unknown, tolerance?: number): void {
  expect(differences(actual, expected, '', tolerance)).toEqual([])
}

/** Paths at which a JSON value is neither finite, nor a text, a truth value or null: nothing may be NaN or missing. */
export function undefinedPlaces(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`]
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, part]) => undefinedPlaces(part, `${path}.${key}`))
  }
  return value === undefined ? [`${path}: undefined`] : []
}

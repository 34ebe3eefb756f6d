import { buildVisits, type Visits } from '@comeback/retention'
import { expect } from 'vitest'
import { toLineTable } from './line-table.ts'
import type { Salon } from './reference/line.ts'
import { CLIENTS } from './salon.ts'

/** The engine's columns of a random salon. */
export function visitsOf(salon: Salon): Visits {
  return buildVisits(toLineTable(salon.lines, CLIENTS), { pastScheduled: salon.pastScheduled })
}

/** Paths at which two JSON values differ; numbers may differ by 1e-12, relative to those above 1. */
export function differences(actual: unknown, expected: unknown, path: string): string[] {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const tolerance = 1e-12 * Math.max(1, Math.abs(actual), Math.abs(expected))
    return Math.abs(actual - expected) <= tolerance ? [] : [`${path}: ${actual} instead of ${expected}`]
  }
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
    return actual === expected ? [] : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`]
  }
  const [own, other] = [new Map(Object.entries(actual)), new Map(Object.entries(expected))]
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((key) =>
    differences(own.get(key), other.get(key), `${path}.${key}`),
  )
}

/** Fails with every path at which the engine's answer is not the reference's, field by field. */
export function expectSame(actual: unknown, expected: unknown): void {
  expect(differences(actual, expected, '')).toEqual([])
}

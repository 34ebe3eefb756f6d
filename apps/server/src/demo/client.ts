import type { Appointment } from './appointment.ts'
import { type Arrival, arrivals } from './arrivals.ts'
import type { Calendar } from './calendar.ts'
import { drawPersona, type Persona } from './persona.ts'
import { Random } from './random.ts'
import { simulateLife } from './simulate-life.ts'

const PERSONA_STREAM = 3
const LIFE_STREAM = 4

export interface Client {
  /** place in the order of arrival */
  number: number
  arrival: Arrival
  persona: Persona
  appointments: Appointment[]
}

/** Everyone who arrives, each with the first life drawn for them. */
export function populate(seed: number, calendar: Calendar): Client[] {
  return arrivals(seed).map((arrival, number) => {
    const client: Client = {
      number,
      arrival,
      persona: drawPersona(arrival, new Random(seed, PERSONA_STREAM, number)),
      appointments: [],
    }
    liveAgain(client, seed, 0, calendar)
    return client
  })
}

/** The same person with other luck: another life from the same arrival and habits, its slots taken. */
export function liveAgain(client: Client, seed: number, attempt: number, calendar: Calendar) {
  for (const appointment of client.appointments) calendar.release(appointment)
  const random = new Random(seed, LIFE_STREAM, client.number, attempt)
  client.appointments = simulateLife(client.arrival, client.persona, calendar, random)
}

/** Puts a former life back. Its slots must be free, as they are when nothing else was booked meanwhile. */
export function restoreLife(client: Client, former: Appointment[], calendar: Calendar) {
  for (const appointment of client.appointments) calendar.release(appointment)
  for (const appointment of former) calendar.take(appointment)
  client.appointments = former
}

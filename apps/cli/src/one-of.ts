import { Failure } from './failure.ts'

/** A flag's value out of a few. Throws a Failure that names them. */
export function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value)
  if (!found) throw new Failure(`${flag} ${value}: use ${allowed.join(' or ')}, for example ${flag} ${allowed[0]}`)
  return found
}

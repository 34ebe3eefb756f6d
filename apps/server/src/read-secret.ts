import { readFileSync } from 'node:fs'

/**
 * A secret of the environment: the variable itself, or the file that `<name>_FILE` names, as container platforms hand
 * secrets over. `null` when neither is set; throws naming the variable when the file cannot be read or both are set.
 */
export function readSecret(env: NodeJS.ProcessEnv, name: string): string | null {
  const value = env[name]
  const file = env[`${name}_FILE`]
  if (value && file) throw new Error(`${name} and ${name}_FILE are both set: keep one`)
  if (!file) return value || null
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch (error) {
    throw new Error(`${name}_FILE=${file} cannot be read`, { cause: error })
  }
}

/**
 * The PostgreSQL to use, `null` for the embedded database. Its password may be given apart, as container platforms keep
 * it in a file that the database's container reads too.
 */
export function readDatabaseUrl(env: NodeJS.ProcessEnv): string | null {
  const text = readSecret(env, 'DATABASE_URL')
  const password = readSecret(env, 'DATABASE_PASSWORD')
  if (!text || !password) return text
  if (!URL.canParse(text)) throw new Error('DATABASE_URL is not an address as postgres://user@host:5432/database')
  const url = new URL(text)
  url.password = encodeURIComponent(password)
  return url.href
}

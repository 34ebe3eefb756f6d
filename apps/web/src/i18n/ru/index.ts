import type { Catalogue } from '../catalogue.ts'
import { common, errors, nav, periods, settings } from './common.ts'
import { define } from './define.ts'
import { imports } from './imports.ts'
import { client, people } from './people.ts'
import { retention } from './retention.ts'

export const ru: Catalogue = { common, nav, periods, settings, errors, retention, people, client, imports, define }

import type { Catalogue } from '../catalogue.ts'

export const phone: Catalogue['phone'] = {
  offline: 'No connection. These numbers are as of {{date}}.',
  updated: 'There is a new version of Comeback.',
  reload: 'Update',
}

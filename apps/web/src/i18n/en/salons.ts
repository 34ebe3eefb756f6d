import type { Catalogue } from '../catalogue.ts'

/** Links to another salon than the one looked at. */
export const salons: Catalogue['salons'] = {
  otherTitle: 'This link is to “{{salon}}”',
  otherText: 'You are looking at “{{salon}}” now.',
  open: 'Open “{{salon}}”',
  stay: 'Go on in “{{salon}}”',
  unseenTitle: 'You cannot see this salon',
  unseenText:
    'The link leads to a salon that {{email}} does not belong to. Sign in with another address, or ask its owner for an invitation.',
  signInTitle: 'Sign in to open the link',
  signInText: 'It leads to a salon that only its own people see.',
}

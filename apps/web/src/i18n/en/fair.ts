import type { Catalogue } from '../catalogue.ts'

export const fair: Catalogue['fair'] = {
  title: 'Fair comparison of masters',
  text: 'Who comes back depends on who came: new clients return less, and every service has its own rhythm. Here each master stands beside what the others achieve with the same clients: new or returning, of the same service categories.',
  once: 'Every client counts once here, for the master of their first visit in the period, so there are fewer clients than in the table above.',
  window:
    'The rule “{{rule}}” runs from the first visit in the period here and from the last one in the table above, so the rates differ for that reason too.',
  verdict: {
    wellBelow: 'well below expected',
    below: 'below expected',
    asExpected: 'as expected',
    above: 'above expected',
    wellAbove: 'well above expected',
    tooFew: 'too few to judge',
    alone: 'hardly anyone to compare with',
  },
  short: { wellBelow: 'well below', below: 'below', above: 'above', wellAbove: 'well above' },
  inTable: 'with such clients: {{verdict}}',
  table: {
    master: 'Master',
    raw: 'Raw',
    rate: 'Fairly',
    of: '{{returned}} of {{served}}',
    expected: 'Expected',
    verdict: 'Verdict',
    shrunk: 'Smoothed',
    why: 'Why',
  },
  mix: {
    newer:
      '{{share}} of the clients are new, {{salon}} in the salon, and new ones return less: {{newRate}} against {{oldRate}} of the returning.',
    older:
      '{{share}} of the clients are new, {{salon}} in the salon, and returning ones come back more: {{oldRate}} against {{newRate}} of the new.',
    category: 'Mostly “{{category}}”: {{share}} of the clients.',
    same: 'The clients are much like those of the whole salon.',
  },
  compare: 'The other masters have {{expected}} with such clients, here it is {{rate}}: {{verdict}}.',
  chance: {
    mayBe: 'the difference may be chance',
    larger: 'the difference is larger than chance',
    hardly: 'chance hardly ever makes such a difference',
  },
  comparedOnly: '{{clients}} of the {{served}} clients are compared: the others have nobody like the rest.',
  aloneOwn:
    'Only {{clients}} of the {{served}} clients are of a kind the others serve too: hardly anyone to compare with.',
  aloneOthers: 'The others have only {{others}} such clients: hardly anyone to compare with.',
  tooFew: 'Only {{served}} clients: too few to judge.',
  parts: 'What the expected is made of',
  partsOf: '{{master}}: what the expected is made of',
  part: { kind: 'Clients', own: 'Here', others: 'With others', nobody: 'none like these' },
  notOverTitle: 'Too early to compare',
  notOver: 'The fair comparison appears once the time to come back is over for everyone: {{date}}.',
  oneMaster: 'Nobody to compare with: a single master worked in this period.',
  picture: {
    title: 'Each master against what is expected',
    text: 'The point is the master’s rate, the bar its 95% interval, the dotted line what the others achieve with such clients. The colour repeats the verdict of the table.',
    rates: '{{rate}}, expected {{expected}}',
    left: 'Not drawn, having hardly anyone to compare with: {{masters}}.',
    none: 'No picture: there is hardly anyone to compare with.',
  },
}

import { leadsTo } from '../../../playground/alerts/leads-to.ts';
import { alertMeanses } from '../../../terms/enums.ts';

test.each([
  ['REQUEST', 'BYQ-7Q4KZ0XN3VDH9TRC', 'request'],
  ['LINK', 'BY-7Q4KZ0XN3VDH9TRC', 'profile'],
  ['RELEASE', 'R-BY-7Q4KZ0XN3VDH9TRC-V0123456789AB', 'profile'],
  ['OPERATION', 'BYO-7Q4KZ0XN3VDH9TRC', 'operation'],
  ['OPERATION', 'AVOCET', undefined],
  ['OPERATION', 'BYO-7Q4K', undefined],
] as const)('an alert that was acted on with %s %s leads to: %s', (means, named, way) => {
  expect(leadsTo({ means, named })).toBe(way);
});

test('an alert of which nothing was made yet, or is told, leads nowhere', () => {
  expect(leadsTo({ means: null, named: null })).toBeUndefined();
  for (const means of alertMeanses) expect(leadsTo({ means, named: null })).toBeUndefined();
});

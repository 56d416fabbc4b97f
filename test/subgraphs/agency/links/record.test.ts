import { describe, expect, test } from '@jest/globals';
import { confirmation, linkDecisions } from '../../../../subgraphs/agency/links/record.ts';

const pair = {
  ownDossier: 'BY-0000000001',
  foreignAgency: 'RUSSIA',
  foreignDossier: 'RU-0000000001',
} as const;

describe('a link', () => {
  test('is confirmed when both agencies say SAME', () => {
    expect(confirmation({ ...pair, own: { decision: 'SAME' }, told: { decision: 'SAME' } })).toEqual({
      confirmedForeign: 'RU-0000000001',
      confirmedOwn: 'BY-0000000001 RUSSIA',
    });
  });

  const others = linkDecisions
    .flatMap((own) => linkDecisions.map((told) => [own, told] as const))
    .filter(([own, told]) => own !== 'SAME' || told !== 'SAME');

  test.each(others)('is not confirmed when its owner says %s and the other agency %s', (own, told) => {
    expect(confirmation({ ...pair, own: { decision: own }, told: { decision: told } })).toEqual({});
  });
});

import { forOneAudience } from '../../../gateway/abroad/for-one-audience.ts';
import { jwsPart } from '../../support/key-pairs.ts';

const token = (claims: object) =>
  `${jwsPart({ alg: 'EdDSA' })}.${jwsPart({ iat: 100, exp: 160, ...claims })}.AA`;

describe('what may be sent abroad', () => {
  test.each(['concord-russia', ['concord-russia']])('is a token for %j alone', (aud) => {
    expect(forOneAudience(token({ aud }), 'RUSSIA')).toEqual({ token: token({ aud }), lifetime: 60_000 });
  });

  test.each([
    ['concord'],
    [['concord-russia', 'concord']],
    ['concord-belarus'],
    [[]],
    [undefined],
    [{ 0: 'concord-russia' }],
  ])('is none for %j, whoever has made it', (aud) => {
    expect(forOneAudience(token({ aud }), 'RUSSIA')).toMatchObject({ kind: 'unavailable' });
  });

  test('has an end', () => {
    const aud = 'concord-russia';
    for (const claims of [
      { aud, exp: undefined },
      { aud, exp: 100 },
      { aud, iat: 200 },
    ])
      expect(forOneAudience(token(claims), 'RUSSIA')).toMatchObject({ kind: 'unavailable' });
    expect(forOneAudience('garbage', 'RUSSIA')).toMatchObject({ kind: 'unavailable' });
  });
});

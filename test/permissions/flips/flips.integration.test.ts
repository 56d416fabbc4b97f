import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { demoAgencyOf } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { markedAgency } from '../../support/composed/agency.ts';
import { long } from '../../support/long.ts';
import { markedRecords } from '../../support/marked/records.ts';
import { flipsOf } from './flips.ts';
import { comparison } from './noticing.ts';

/** Every flip is tried by `npm run mutate:policy`; here one of some, of every kind. */
const oneOf = 23;
/** The table's own test has all of them without a flip. */
const unflipped = long.times(4 * oneOf, oneOf);

describe.each([belarus, russia])('the comparison with the policy of $agency', (definition) => {
  const flips = flipsOf(demoAgencyOf(definition.agency), definition.policy);
  let database: Awaited<ReturnType<typeof markedAgency>>;
  let notices: ReturnType<typeof comparison>;
  beforeAll(async () => {
    database = await markedAgency(definition, markedRecords(demoAgencyOf(definition.agency)));
    notices = comparison(definition, database.stores);
  });
  afterAll(() => database.stop());

  test('finds no difference where nothing is flipped', async () => {
    const viewpoints = flips
      .filter((_flip, index) => index % unflipped === 0)
      .flatMap((flip) => flip.viewpoints);
    expect(await notices(definition.policy, viewpoints)).toBeUndefined();
  });

  test('notices a flipped cell, and a class that is shared or no more', async () => {
    const unnoticed: string[] = [];
    for (const [index, { name, changed, viewpoints }] of flips.entries()) {
      const isTried = index % oneOf === 0 || name.endsWith('shareable');
      if (isTried && !(await notices(changed, viewpoints))) unnoticed.push(name);
    }
    expect(unnoticed).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestContexts } from '../../../../subgraphs/agency/api/context/request-context.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import type { InformationClass } from '../../../../terms/enums.ts';
import { newRequestKey } from '../../../../terms/request-key.ts';
import { dossierOf } from '../../../support/hand-made-dossiers.ts';
import { testMatch } from '../../../support/match-keys.ts';
import { type PermissionsAgency, permissionsAgency } from '../../../support/permissions-agency.ts';

const hidden = Array.from({ length: 5 }, (_, index) =>
  dossierOf(`BY-C0MPARAB1E0${index}`, { handlingCode: 'ON_RELEASE' }),
);
const visible = dossierOf('BY-C0MPARAB1E99', { handlingCode: 'SHAREABLE' });
const tokens = new Map<InformationClass, number[]>([['IDENTITY', testMatch(visible).tokens]]);

describe('the dossiers that a search is compared with', () => {
  let agency: PermissionsAgency;
  beforeAll(async () => {
    // In the order in which a database finds them, the one that may be seen is the last.
    agency = await permissionsAgency(belarus, { dossiers: [...hidden, visible] });
  });
  afterAll(() => agency.stop());

  const compared = async (of: 'BELARUS' | 'RUSSIA', limit: number) => {
    const { dossiers } = requestContexts(belarus, agency.stores)(
      {
        viewer: { subject: 'officer', agency: of, roles: ['INVESTIGATOR'], cases: [] },
        mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
        idempotencyKey: '',
        requestKey: newRequestKey(Date.now()),
      },
      'request-0001',
    );
    const found: string[] = [];
    for await (const { _id } of dossiers.comparable(tokens, ['names'], limit)) found.push(_id);
    return found;
  };

  test('are those that another agency’s viewer may see, however many others there are', async () => {
    const found = await compared('RUSSIA', 3);
    expect(found).toContain(visible._id);
    expect(found).toHaveLength(4);
  });

  test('are each told once, and no more than the limit at home', async () => {
    expect((await compared('RUSSIA', 10)).sort()).toEqual([...hidden, visible].map(({ _id }) => _id));
    expect(await compared('BELARUS', 3)).toHaveLength(3);
  });
});

import { readableCriteria } from '../../../../../subgraphs/agency/api/requests/shown-criteria.ts';
import type { ShownRequest } from '../../../../../subgraphs/agency/api/requests/shown-request.ts';
import { permissionsOf } from '../../../../../subgraphs/agency/permissions/permissions.ts';
import { russia } from '../../../../../subgraphs/russia/definition.ts';
import type { Purpose } from '../../../../../terms/enums.ts';

const criteria = {
  names: [{ script: 'RUSSIAN', surname: 'Терещук' }],
  phone: '+79161234567',
  account: 'RU0204452560040702810412345678901',
};
/** A request that Russia has received and found in order: it is about this dossier, and names the other agency's case. */
const received = {
  _id: 'BYQ-0000000000000001',
  content: { case: 'BY-2026-000001', subject: { criteria } },
} as unknown as ShownRequest;
const dossier = { _id: 'RU-0000000000000001', cases: ['RU-2026-000001'] };

function asked(purpose: Purpose, number?: string, definition = russia) {
  const viewer = { subject: 'officer', agency: 'RUSSIA' as const, roles: ['SUPERVISOR' as const], cases: [] };
  const mandate = {
    purpose,
    legalBasis: 'COOPERATION_AGREEMENT' as const,
    ...(number !== undefined && { case: number }),
  };
  const permissions = permissionsOf(definition)({ viewer, mandate }, new Date());
  const shown = readableCriteria(received, dossier, { permissions });
  const receipts = permissions.withheld
    .receipts()
    .map(({ class: of, reason, records }) => [of, reason, records]);
  return { kinds: shown?.map(({ kind }) => kind), receipts };
}

describe('what a received request names its person by', () => {
  test('is read as values of its dossier are: of each class, under one of the dossier’s cases', () => {
    expect(asked('PREVENTION')).toEqual({
      kinds: ['SURNAME', 'PHONE'],
      receipts: [['FINANCIAL', 'CASE', [received._id]]],
    });
    expect(asked('PREVENTION', 'RU-2026-000001')).toEqual({
      kinds: ['SURNAME', 'PHONE', 'ACCOUNT'],
      receipts: [],
    });
  });

  test('is not opened by the asking agency’s case, which is none of the dossier’s', () => {
    expect(asked('PREVENTION', 'BY-2026-000001').kinds).toEqual(['SURNAME', 'PHONE']);
  });

  test('takes a reason where the agency demands one', () => {
    const demanding = { ...russia, policy: { ...russia.policy, demandsReason: true } };
    const { kinds, receipts } = asked('INVESTIGATION', undefined, demanding);
    expect(kinds).toEqual(['SURNAME']);
    expect(receipts).toEqual(
      ['CONTACT', 'FINANCIAL', 'TECHNICAL'].map((of) => [of, 'REASON_NEEDED', [received._id]]),
    );
  });
});

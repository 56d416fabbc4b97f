import { readMembers } from '../../../../../subgraphs/agency/api/members/read-members.ts';
import { infrastructureKinds, instrumentKinds } from '../../../../../terms/enums.ts';
import { asMember } from '../../../../support/as-member.ts';

const provenance = { sourceReliability: 'B' };
const problem = (path: string) => ({ path, code: 'MALFORMED' as const, message: 'no' });

describe('values that are given in the field of their kind', () => {
  test.each([
    ...instrumentKinds.map((kind) => ['instruments', kind] as const),
    ...infrastructureKinds.map((kind) => ['infrastructure', kind] as const),
  ])('are read with their kind beside their parts: %s %s', (field, kind) => {
    const value = { kind, value: 'x', provenance };
    expect(readMembers({ [field]: [asMember(value)] }).values).toEqual({ [field]: [value] });
  });

  test('leave all other fields as they are given, and lists that are not given', () => {
    const given = {
      names: [{ kind: 'LEGAL' }],
      contacts: [{ card: {} }],
      instruments: null,
      sex: { sex: 'MALE' },
    };
    expect(readMembers(given).values).toEqual(given);
    for (const nothing of [undefined, null, 7]) expect(readMembers(nothing).values).toBe(nothing);
  });

  test('are named in problems as they were given, and nothing else is', () => {
    const { asGiven } = readMembers({
      instruments: [{ wallet: { address: 'x' } }, { card: { cardLast4: '1' } }],
      names: [{ surname: 'x' }],
    });
    const paths = ['instruments.1.cardLast4', 'instruments.0.provenance.retainUntil', 'instruments.0'];
    const others = ['names.0.surname', 'instruments', 'infrastructure.0.value', 'status.stage', ''];
    expect(asGiven([...paths, ...others].map(problem))).toEqual(
      [
        'instruments.1.card.cardLast4',
        'instruments.0.wallet.provenance.retainUntil',
        'instruments.0.wallet',
        ...others,
      ].map(problem),
    );
  });
});

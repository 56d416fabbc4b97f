import type { SelectionMap } from '../../../sdk/src/document/operation-map.ts';
import { tell } from '../../../sdk/src/visible/gap-at.ts';
import type { Receipt } from '../../../sdk/src/visible/receipt.ts';

const russia = (field: string) => ({ at: { [`RussiaDossier.${field}`]: 'RUSSIA' } });
const half = { id: 'id', of: { contacts: russia('contacts'), group: { at: { 'Membership.group': null } } } };
const fields: SelectionMap = {
  suspect: { of: { russia: { at: { 'Suspect.russia': 'RUSSIA' }, ...half } } },
};

const receipt = (given: Partial<Receipt> = {}): Receipt => ({
  coordinate: 'RussiaDossier.contacts',
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  records: ['RU-1'],
  remedy: 'Ask.',
  ...given,
});

const error = (code: string, path?: (string | number)[], agency?: string) => ({
  message: 'No.',
  ...(path && { path }),
  extensions: { code, ...(agency && { agency }) },
});

/** What is told of a dossier without contacts, with what came beside it. */
const told = (beside: { errors?: ReturnType<typeof error>[]; receipts?: Receipt[] }, id = 'RU-1') => {
  const data = { suspect: { russia: { id, contacts: null } } };
  const { gaps, unplaced, outages } = tell(data, fields, {
    requestId: 'request-0001',
    errors: [],
    receipts: [],
    ...beside,
  });
  return { gap: gaps[0]?.gap, gaps, unplaced, outages };
};
const here = ['suspect', 'russia', 'contacts'];

describe('a null with a receipt', () => {
  test('has its advice, where the gateway gives one', () => {
    const advice = { code: 'ASK_RELEASE', contactPoint: 'liaison@example.org' };
    expect(told({ receipts: [receipt({ advice })] }).gap).toMatchObject({ advice });
    expect(told({ receipts: [receipt()] }).gap).not.toHaveProperty('advice');
  });

  test('of this dossier is withheld', () => {
    expect(told({ receipts: [receipt()] }).gap).toMatchObject({ state: 'withheld', reason: 'NOT_RELEASED' });
  });

  test('of another dossier alone is absent', () => {
    expect(told({ receipts: [receipt({ records: ['RU-2'] })] }).gap).toEqual({ state: 'absent' });
  });

  test('of all of the answer is withheld', () => {
    expect(told({ receipts: [receipt({ records: null, reason: 'ROLE' })] }).gap).toMatchObject({
      reason: 'ROLE',
    });
  });

  test('of another field alone is absent', () => {
    expect(told({ receipts: [receipt({ coordinate: 'RussiaDossier.names' })] }).gap).toEqual({
      state: 'absent',
    });
  });

  test('of two dossiers has the reason of its own', () => {
    const receipts = [receipt({ records: ['RU-2'], reason: 'RELEASE_EXPIRED' }), receipt()];
    expect(told({ receipts }).gap).toMatchObject({ reason: 'NOT_RELEASED' });
  });
});

describe('a null without a receipt', () => {
  test('is absent where nothing has failed', () => {
    expect(told({}).gap).toEqual({ state: 'absent' });
  });

  test.each([[here], [undefined], [['suspect', 'russia']]])(
    'is unavailable where its agency did not answer, wherever that is told: %j',
    (path) => {
      const { gap, outages } = told({ errors: [error('AGENCY_UNAVAILABLE', path, 'RUSSIA')] });
      expect(gap).toEqual({ state: 'unavailable', coordinate: 'RussiaDossier.contacts', agency: 'RUSSIA' });
      expect(outages).toEqual(['RUSSIA']);
    },
  );

  test('is absent where another agency did not answer', () => {
    const { gap, outages } = told({ errors: [error('AGENCY_UNAVAILABLE', undefined, 'BELARUS')] });
    expect(gap).toEqual({ state: 'absent' });
    expect(outages).toEqual(['BELARUS']);
  });

  test.each([[here], [[...here, 0, 'value']], [undefined]])(
    'has failed with an error at or under it: %j',
    (path) => {
      const { gap, unplaced } = told({ errors: [error('INTERNAL_SERVER_ERROR', path)] });
      expect(gap).toMatchObject({
        state: 'failed',
        code: 'INTERNAL_SERVER_ERROR',
        requestId: 'request-0001',
      });
      expect(unplaced).toEqual([]);
    },
  );

  test('is absent beside an error elsewhere, and that error is left over', () => {
    const { gap, unplaced } = told({ errors: [error('BAD_USER_INPUT', ['suspect', 'other'])] });
    expect(gap).toEqual({ state: 'absent' });
    expect(unplaced).toHaveLength(1);
  });
});

test('a null whose agency is that of what it stands in is unavailable with it', () => {
  const data = { suspect: { russia: { id: 'RU-1', group: null } } };
  const errors = [error('AGENCY_UNAVAILABLE', undefined, 'RUSSIA')];
  tell(data, fields, { requestId: 'request-0001', errors, receipts: [] });
  expect(data.suspect.russia).toMatchObject({ value: { group: { state: 'unavailable', agency: 'RUSSIA' } } });
});

test('a field that was skipped stays away, and one that is not known stays as it is', () => {
  const data = { suspect: { russia: { id: 'RU-1', shoe: 45 } } };
  const { gaps } = tell(data, fields, { requestId: 'request-0001', errors: [], receipts: [] });
  expect(data.suspect.russia).toEqual({ state: 'present', value: { id: 'RU-1', shoe: 45 } });
  expect(gaps).toEqual([]);
});

describe('in a list of dossiers of several types', () => {
  const at = { 'BelarusDossier.contacts': 'BELARUS', 'RussiaDossier.contacts': 'RUSSIA' };
  const listed: SelectionMap = {
    nodes: { id: 'id', typename: '__typename', added: ['id', '__typename'], of: { contacts: { at } } },
  };
  const node = (type: string, id: string) => ({ __typename: type, id, contacts: null });

  test('each has the receipt of its own type and id, and what was added for it is gone', () => {
    const data = {
      nodes: [node('BelarusDossier', 'BY-1'), node('RussiaDossier', 'RU-1'), node('RussiaDossier', 'RU-2')],
    };
    tell(data, listed, { requestId: 'request-0001', errors: [], receipts: [receipt()] });
    expect(data.nodes).toEqual([
      { contacts: { state: 'absent' } },
      { contacts: expect.objectContaining({ state: 'withheld' }) },
      { contacts: { state: 'absent' } },
    ]);
  });

  test('one of a type that is newer than the document has its receipt too', () => {
    const data = { nodes: [node('KazakhstanDossier', 'KZ-1')] };
    const receipts = [
      receipt({ coordinate: 'KazakhstanDossier.contacts', records: ['KZ-1'], owner: 'KAZAKHSTAN' }),
    ];
    tell(data, listed, { requestId: 'request-0001', errors: [], receipts });
    expect(data.nodes[0]?.contacts).toMatchObject({ state: 'withheld', owner: 'KAZAKHSTAN' });
  });
});

describe('a dossier whose type or id is not there', () => {
  const at = { 'BelarusDossier.contacts': 'BELARUS', 'RussiaDossier.contacts': 'RUSSIA' };
  const inside = { id: 'id', typename: '__typename', of: { contacts: { at } } };
  const fields: SelectionMap = { half: { id: 'id', of: { candidates: { of: { dossier: inside } } } } };
  const dossier = (given: object) => ({ contacts: null as unknown, ...given });
  const toldIn = (given: object, receipts: Receipt[]) => {
    const data = { half: { id: 'BY-1', candidates: [{ dossier: dossier(given) }] } };
    tell(data, fields, { requestId: 'request-0001', errors: [], receipts });
    return data.half.candidates[0]?.dossier.contacts;
  };

  test('is not taken for the one that it stands in', () => {
    const records = ['RU-1'];
    expect(toldIn({ __typename: 'RussiaDossier' }, [receipt({ records })])).toMatchObject({
      state: 'withheld',
    });
    expect(toldIn({ __typename: 'RussiaDossier', id: 'RU-2' }, [receipt({ records })])).toEqual({
      state: 'absent',
    });
  });

  test('has the receipt of any type that it can be of', () => {
    expect(toldIn({ id: 'RU-1' }, [receipt()])).toMatchObject({ state: 'withheld', owner: 'RUSSIA' });
    expect(toldIn({ __typename: 'BelarusDossier', id: 'RU-1' }, [receipt()])).toEqual({ state: 'absent' });
  });
});

describe('a field with the name of what every object has', () => {
  const fields: SelectionMap = Object.fromEntries(
    ['toString', '__proto__'].map((key) => [key, russia('contacts')]),
  );

  test('is told where it is there', () => {
    const data = JSON.parse('{"toString": null, "__proto__": ["+375"]}');
    const { gaps } = tell(data, fields, { requestId: 'request-0001', errors: [], receipts: [receipt()] });
    expect(gaps).toMatchObject([{ path: ['toString'], gap: { state: 'withheld' } }]);
    expect(Object.getOwnPropertyDescriptor(data, '__proto__')?.value).toEqual({
      state: 'present',
      value: ['+375'],
    });
  });

  test('stays away where it was skipped', () => {
    const data = {};
    tell(data, fields, { requestId: 'request-0001', errors: [], receipts: [receipt()] });
    expect(Object.keys(data)).toEqual([]);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });
});

import type { SelectionMap } from '../../../sdk/src/document/operation-map.ts';
import { tell } from '../../../sdk/src/visible/gap-at.ts';
import type { Receipt } from '../../../sdk/src/visible/receipt.ts';

const receipt = (given: Partial<Receipt> = {}): Receipt => ({
  coordinate: 'HistoryEntry.changes',
  class: 'FINANCIAL',
  owner: 'BELARUS',
  reason: 'ROLE',
  records: ['BY-1'],
  remedy: 'Ask a colleague.',
  ...given,
});

const outage = (path?: (string | number)[]) => ({
  message: 'RUSSIA does not answer.',
  ...(path && { path }),
  extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' },
});

const telling = (data: Record<string, unknown>, fields: SelectionMap, beside: object) =>
  tell(data, fields, { requestId: 'request-0001', errors: [], receipts: [], ...beside });

describe('the changes in a history', () => {
  const fields: SelectionMap = {
    half: { id: 'id', of: { nodes: { of: { changes: { partly: { 'HistoryEntry.changes': null } } } } } },
  };
  const history = (id = 'BY-1') => ({
    half: { id, nodes: [{ changes: ['a'] }, { changes: [] }] as Record<string, unknown>[] },
  });
  const withheld = { state: 'withheld', coordinate: 'HistoryEntry.changes', class: 'FINANCIAL' };

  test('say with each entry that some are withheld, and it is one gap', () => {
    const data = history();
    const { gaps } = telling(data, fields, { receipts: [receipt()] });
    const missing = [expect.objectContaining(withheld)];
    expect(data.half.nodes).toEqual([
      { changes: { items: ['a'], missing } },
      { changes: { items: [], missing } },
    ]);
    expect(gaps).toEqual([{ path: ['half', 'nodes', 0, 'changes'], gap: missing[0] }]);
  });

  test('have a reason for each class', () => {
    const data = history();
    telling(data, fields, { receipts: [receipt(), receipt({ class: 'VICTIM' })] });
    expect(data.half.nodes[0]?.changes).toMatchObject({
      missing: [{ class: 'FINANCIAL' }, { class: 'VICTIM' }],
    });
  });

  test('are whole without a receipt, with that of another dossier, and while another agency is down', () => {
    const data = history();
    const { gaps } = telling(data, fields, {
      receipts: [receipt({ records: ['BY-2'] })],
      errors: [outage()],
    });
    expect(data.half.nodes[0]).toEqual({ changes: { items: ['a'], missing: [] } });
    // Of what the answer does not have, it is still told.
    expect(gaps).toEqual([{ path: [], gap: expect.objectContaining(withheld) }]);
  });
});

describe('what a request names its person by', () => {
  const fields: SelectionMap = {
    request: {
      id: 'id',
      of: {
        half: { of: { subject: { of: { criteria: { partly: { 'RequestSubject.criteria': null } } } } } },
      },
    },
  };
  const request = (criteria: unknown[] | null): Record<string, unknown> => ({
    request: { id: 'BYQ-1', half: { subject: { criteria } } },
  });
  const phone = (id: string) =>
    receipt({ coordinate: 'RequestSubject.criteria', class: 'CONTACT', records: [id] });

  test('lacks what a receipt of this request says, and nothing by that of another', () => {
    const [lacking, whole] = [request(['a']), request(['a'])];
    telling(lacking, fields, { receipts: [phone('BYQ-1')] });
    expect(lacking).toMatchObject({
      request: { half: { subject: { criteria: { items: ['a'], missing: [{ class: 'CONTACT' }] } } } },
    });
    telling(whole, fields, { receipts: [phone('BYQ-2')] });
    expect(whole).toMatchObject({
      request: { half: { subject: { criteria: { items: ['a'], missing: [] } } } },
    });
  });

  test('is absent where the person is named by a hit', () => {
    const data = request(null);
    telling(data, fields, {});
    expect(data).toMatchObject({
      request: { half: { subject: { criteria: { items: [], missing: [{ state: 'absent' }] } } } },
    });
  });
});

describe('what a search has found', () => {
  const nodes = { partly: { 'SuspectSearchConnection.nodes': 'SuspectCriteria' } };
  const fields: SelectionMap = { found: { of: { nodes } } };
  const criterion = receipt({ coordinate: 'SuspectCriteria.name', class: 'IDENTITY', records: null });
  const search = (found: unknown[] | null = []) => ({ found: { nodes: found as unknown } });

  test('lacks what a criterion would have found that was not compared', () => {
    const data = search();
    const { gaps } = telling(data, fields, { receipts: [criterion] });
    const gap = expect.objectContaining({ state: 'withheld', coordinate: 'SuspectCriteria.name' });
    expect(data.found.nodes).toEqual({ items: [], missing: [gap] });
    expect(gaps).toEqual([{ path: ['found', 'nodes'], gap }]);
  });

  test.each([[undefined], [['found', 'russia']]])(
    'lacks what an agency has that did not answer: %j',
    (path) => {
      const data = search(['x']);
      const { gaps, outages } = telling(data, fields, { errors: [outage(path)] });
      const gap = { state: 'unavailable', coordinate: 'SuspectSearchConnection.nodes', agency: 'RUSSIA' };
      expect(data.found.nodes).toEqual({ items: ['x'], missing: [gap] });
      expect(gaps).toEqual([{ path: ['found', 'nodes'], gap }]);
      expect(outages).toEqual(['RUSSIA']);
    },
  );

  test('is whole where nothing of it was withheld', () => {
    const data = search(['x']);
    telling(data, fields, { receipts: [receipt({ coordinate: 'RussiaDossier.contacts', records: null })] });
    expect(data.found.nodes).toEqual({ items: ['x'], missing: [] });
  });

  test('is never whole where it is null', () => {
    const data = search(null);
    telling(data, fields, {});
    expect(data.found.nodes).toEqual({ items: [], missing: [{ state: 'absent' }] });
  });
});

describe('a receipt that no field shows', () => {
  const contacts = { at: { 'RussiaDossier.contacts': 'RUSSIA' } };
  const fields: SelectionMap = { russia: { at: { 'Suspect.russia': 'RUSSIA' }, id: 'id', of: { contacts } } };
  const data = () => ({ russia: { id: 'RU-1', contacts: [] } });

  test('is a gap at the dossier that it names', () => {
    const unknown = receipt({ coordinate: 'Contact.operator', records: ['RU-0', 'RU-1'] });
    const { gaps } = telling(data(), fields, { receipts: [unknown] });
    expect(gaps).toEqual([
      { path: ['russia'], gap: expect.objectContaining({ coordinate: 'Contact.operator' }) },
    ]);
  });

  test('is a gap of all of the answer where it names none', () => {
    const unknown = receipt({ coordinate: 'Contact.operator', records: null });
    expect(telling(data(), fields, { receipts: [unknown] }).gaps).toMatchObject([{ path: [] }]);
  });

  test('is none where it follows from the question, and nothing stands that it is about', () => {
    const known = receipt({ coordinate: 'RussiaDossier.contacts', records: null });
    const { gaps } = telling({ russia: null }, fields, { receipts: [known] });
    expect(gaps).toEqual([{ path: ['russia'], gap: { state: 'absent' } }]);
  });
});

describe('the outage of an agency', () => {
  const fields: SelectionMap = { russia: { at: { 'Query.russia': 'RUSSIA' } } };

  test.each([[['found']], [['found', 'nodes', 0]], [undefined]])(
    'is left over where its null would look absent: %j',
    (path) => {
      const { gaps, unplaced } = telling({ found: null }, fields, { errors: [outage(path)] });
      expect(gaps).toEqual([]);
      expect(unplaced).toEqual([outage(path)]);
    },
  );

  test.each([[['russia']], [['russia', 'dossiers']], [undefined]])(
    'is a gap where its null is one: %j',
    (path) => {
      const { gaps, unplaced } = telling({ russia: null }, fields, { errors: [outage(path)] });
      expect(gaps).toMatchObject([{ path: ['russia'], gap: { state: 'unavailable' } }]);
      expect(unplaced).toEqual([]);
    },
  );

  test('is not left over where there is something', () => {
    expect(telling({ found: {} }, fields, { errors: [outage(['found', 'hidden'])] }).unplaced).toEqual([]);
  });
});

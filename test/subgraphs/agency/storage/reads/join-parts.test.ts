import {
  entryKeyOf,
  entryOfPart,
  partIdOf,
  type ReadPart,
} from '../../../../../subgraphs/agency/records/reads/read-entry.ts';
import { joinParts } from '../../../../../subgraphs/agency/storage/reads/join-parts.ts';
import { newRequestKey } from '../../../../../terms/request-key.ts';

const requestKey = newRequestKey(Date.parse('2026-11-25T12:00:00Z'));
const viewer = { subject: 'officer', agency: 'BELARUS' as const, roles: [], cases: [] };
const mandate = { purpose: 'SOLVING', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' } as const;
const asked = { requestKey, viewer, mandate };
const entry = entryKeyOf(asked);

const part = (changed: Partial<ReadPart> = {}): ReadPart => ({
  _id: partIdOf(entry),
  at: new Date('2026-11-25T12:00:01Z'),
  requestId: 'request-1',
  by: 'officer',
  agency: 'BELARUS',
  roles: ['INVESTIGATOR'],
  mandate,
  dossiers: [],
  groups: [],
  coordinates: [],
  withheld: [],
  ...changed,
});

describe('the key of an entry', () => {
  test('is that of all parts of one request, and of one part each time', () => {
    const [one, other] = [partIdOf(entry), partIdOf(entry)];
    expect(one).not.toBe(other);
    expect([entryOfPart(one), entryOfPart(other)]).toEqual([entry, entry]);
    expect(entryKeyOf({ ...asked })).toBe(entry);
  });

  test.each([
    ['request', { requestKey: newRequestKey(Date.now()) }],
    ['officer', { viewer: { ...viewer, subject: 'another' } }],
    ['agency', { viewer: { ...viewer, agency: 'RUSSIA' as const } }],
    ['purpose', { mandate: { ...mandate, purpose: 'DETECTION' as const } }],
    ['legal basis', { mandate: { ...mandate, legalBasis: 'COOPERATION_AGREEMENT' as const } }],
    ['case', { mandate: { ...mandate, case: 'BY-2026-000002' } }],
  ])('is another one of another %s', (_what, changed) => {
    expect(entryKeyOf({ ...asked, ...changed })).not.toBe(entry);
  });

  test('lies in the order of time', () => {
    const later = newRequestKey(Date.parse('2026-11-25T12:00:00.001Z'));
    expect(entryKeyOf({ ...asked, requestKey: later }) > entry).toBe(true);
  });
});

describe('an entry', () => {
  test('has what any of its parts has, once, from the first of them on', () => {
    const withheld = (...dossiers: string[]) => ({
      coordinate: 'BelarusDossier.status',
      reason: 'CASE' as const,
      dossiers,
    });
    const joined = joinParts([
      part({
        at: new Date('2026-11-25T12:00:02Z'),
        dossiers: ['BY-2', 'BY-1'],
        ofNoCase: ['BY-1'],
        beyondMandate: ['BY-1', 'BY-2'],
        coordinates: ['BelarusDossier.names'],
        withheld: [withheld('BY-2')],
        search: { kinds: ['PHONE'], criteria: [7], near: 3 },
      }),
      part({
        dossiers: ['BY-3', 'BY-1'],
        ofNoCase: [],
        beyondMandate: ['BY-1'],
        groups: ['BYG-1'],
        requests: ['BYQ-2', 'BYQ-1'],
        coordinates: ['BelarusDossier.id', 'BelarusDossier.names'],
        withheld: [withheld('BY-1', 'BY-2')],
      }),
    ]);
    expect(joined).toEqual({
      ...part(),
      _id: entry,
      dossiers: ['BY-1', 'BY-2', 'BY-3'],
      ofNoCase: ['BY-1'],
      beyondMandate: ['BY-1', 'BY-2'],
      groups: ['BYG-1'],
      requests: ['BYQ-1', 'BYQ-2'],
      coordinates: ['BelarusDossier.id', 'BelarusDossier.names'],
      withheld: [withheld('BY-1', 'BY-2')],
      search: { kinds: ['PHONE'], criteria: [7], near: 3 },
    });
  });

  test('of another agency’s viewer has no marks of cases', () => {
    const joined = joinParts([part({ agency: 'RUSSIA' }), part({ agency: 'RUSSIA' })]);
    expect('ofNoCase' in joined || 'beyondMandate' in joined).toBe(false);
  });

  test('of the time before entries had parts is the one document', () => {
    const former = part({ _id: 'kxyz01234-ABCDEFGHJK', dossiers: ['BY-1'] });
    expect(joinParts([former])).toEqual(former);
  });
});

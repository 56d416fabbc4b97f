import { type AnsweredError, nullReasonsIn, type Receipt } from '../../../sdk/src/index.ts';

const dossier = 'RU-E58GM1WYB6PJ2SAF';
const contacts = {
  path: ['suspect', 'russia', 'contacts'],
  coordinates: ['RussiaDossier.contacts'],
  dossier,
  owner: 'RUSSIA',
};
const receipt = (changed: Partial<Receipt> = {}): Receipt => ({
  coordinate: 'RussiaDossier.contacts',
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  records: [dossier],
  remedy: 'Ask.',
  ...changed,
});
const withheldBy = (...redactions: Receipt[]) => nullReasonsIn({ extensions: { redactions } });
const failingBy = (...errors: AnsweredError[]) => nullReasonsIn({ errors });
const outage = (path: readonly string[], agency: string): AnsweredError => ({
  message: 'down',
  path,
  extensions: { code: 'AGENCY_UNAVAILABLE', agency },
});

describe('the reason for a null in an answer of another client', () => {
  test('is every receipt about it, and none about another dossier', () => {
    const two = [receipt(), receipt({ reason: 'ROLE', records: null })];
    expect(withheldBy(...two)(contacts)).toEqual({ state: 'withheld', receipts: two });
    expect(withheldBy(receipt({ records: ['RU-0000000000'] }))(contacts)).toEqual({ state: 'absent' });
  });

  test('in a type of several agencies is no receipt of another agency than the owner', () => {
    const members = { ...contacts, coordinates: ['CriminalGroup.members'] };
    const told = withheldBy(receipt({ coordinate: 'CriminalGroup.members', records: null }));
    expect(told(members).state).toBe('withheld');
    expect(told({ ...members, owner: 'BELARUS' }).state).toBe('absent');
    expect(told({ ...members, owner: undefined }).state).toBe('withheld');
  });

  test('is the agency whose outage made it, in another agency’s dossier too', () => {
    const candidates = {
      path: ['suspect', 'belarus', 'candidates'],
      coordinates: ['BelarusDossier.candidates'],
      owner: 'BELARUS',
    };
    const coordinate = 'BelarusDossier.candidates';
    expect(failingBy(outage(candidates.path, 'RUSSIA'))(candidates)).toEqual({
      state: 'unavailable',
      coordinate,
      agency: 'RUSSIA',
    });
    expect(failingBy(outage(['suspect', 'russia'], 'RUSSIA'))(candidates)).toEqual({ state: 'absent' });
    expect(failingBy(outage(['suspect', 'belarus', 'names'], 'BELARUS'))(candidates)).toEqual({
      state: 'unavailable',
      coordinate,
      agency: 'BELARUS',
    });
  });

  test('is an error that arose there, or anywhere, and none that arose elsewhere', () => {
    const error = (path?: string[]): AnsweredError => ({ message: 'no', ...(path && { path }) });
    expect(failingBy(error(contacts.path))(contacts)).toEqual({
      state: 'failed',
      error: error(contacts.path),
    });
    expect(failingBy(error())(contacts).state).toBe('failed');
    expect(failingBy(error(['suspect', 'russia', 'roles']))(contacts).state).toBe('absent');
  });
});

import { gapAt } from '../../playground/answer/gap.ts';
import type { Place } from '../../playground/answer/place.ts';
import type { Answer, AnswerError, Receipt } from '../../playground/wire/answer.ts';

const contacts: Place = {
  path: ['suspect', 'russia', 'contacts'],
  coordinates: ['RussiaDossier.contacts'],
  owner: 'RUSSIA',
  dossier: 'RU-E58GM1WYB6PJ2SAF',
  types: ['Contact'],
};
const half: Place = {
  ...contacts,
  path: ['suspect', 'russia'],
  coordinates: ['Suspect.russia'],
  types: ['RussiaDossier'],
};
const candidates: Place = {
  path: ['suspect', 'belarus', 'candidates'],
  coordinates: ['BelarusDossier.candidates'],
  owner: 'BELARUS',
  dossier: 'BY-7Q4KZ0XN3VDH9TRC',
  types: ['Candidate'],
};
const error = (
  code: string,
  more: Partial<AnswerError> & { agency?: 'BELARUS' | 'RUSSIA' } = {},
): AnswerError => {
  const { agency, ...rest } = more;
  return { message: 'no', ...rest, extensions: { code, ...(agency && { agency }) } };
};
const failing = (...errors: AnswerError[]): Answer => ({ data: {}, errors });
const receipt: Receipt = {
  coordinate: 'RussiaDossier.contacts',
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  records: null,
  remedy: 'Ask.',
};

describe('a null', () => {
  test('is called not recorded where nothing else is said of it', () => {
    expect(gapAt({ data: {} }, contacts)).toEqual({ state: 'none' });
    const elsewhere = error('INTERNAL_SERVER_ERROR', { path: ['suspect', 'russia', 'roles'] });
    expect(gapAt(failing(elsewhere), contacts)).toEqual({ state: 'none' });
  });

  test.each(['BAD_USER_INPUT', 'INTERNAL_SERVER_ERROR'])('is a failure where the error %s arose', (code) => {
    const failed = { state: 'failed', code };
    expect(gapAt(failing(error(code, { path: contacts.path })), contacts)).toEqual(failed);
    expect(gapAt(failing(error(code, { path: [...contacts.path, 0, 'value'] })), contacts)).toEqual(failed);
    expect(gapAt(failing(error(code, { path: contacts.path })), half)).toEqual(failed);
    expect(gapAt(failing(error(code)), contacts)).toEqual(failed);
  });

  test('is a failure where all that its agency was asked has failed, and not where another’s has', () => {
    const first = { path: ['suspect', 'russia', 'id'] };
    expect(
      gapAt(failing(error('INTERNAL_SERVER_ERROR', { ...first, agency: 'RUSSIA' })), contacts).state,
    ).toBe('failed');
    expect(
      gapAt(failing(error('INTERNAL_SERVER_ERROR', { ...first, agency: 'BELARUS' })), contacts).state,
    ).toBe('none');
  });

  test('is an outage where its agency did not answer, wherever that showed first', () => {
    const outage = error('AGENCY_UNAVAILABLE', { path: ['suspect', 'russia'], agency: 'RUSSIA' });
    expect(gapAt(failing(outage), half)).toEqual({ state: 'unavailable', agency: 'RUSSIA' });
    expect(gapAt(failing(outage), contacts)).toEqual({ state: 'unavailable', agency: 'RUSSIA' });
    expect(gapAt(failing(outage), candidates)).toEqual({ state: 'none' });
  });

  test('in one agency’s dossier can want for another agency’s answer', () => {
    const outage = error('AGENCY_UNAVAILABLE', { path: candidates.path, agency: 'RUSSIA' });
    expect(gapAt(failing(outage), candidates)).toEqual({ state: 'unavailable', agency: 'RUSSIA' });
  });

  test('is withheld where a receipt is about it, also by another agency than the dossier’s', () => {
    const told = (redactions: Receipt[]): Answer => ({ data: {}, extensions: { redactions } });
    expect(gapAt(told([receipt]), contacts)).toEqual({ state: 'withheld', receipts: [receipt] });
    const abroad = { ...receipt, coordinate: 'BelarusDossier.candidates' };
    expect(gapAt(told([abroad]), candidates)).toEqual({ state: 'withheld', receipts: [abroad] });
    const shared = { ...receipt, coordinate: 'Contact.value' };
    const value = { ...contacts, coordinates: ['Contact.value'] };
    expect(gapAt(told([shared]), value).state).toBe('withheld');
    expect(gapAt(told([shared]), { ...value, owner: 'BELARUS' }).state).toBe('none');
  });

  test('of a dossier is none that the viewer may know of', () => {
    expect(gapAt({ data: {} }, half)).toEqual({ state: 'hidden' });
  });
});

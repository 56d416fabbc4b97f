import { nullReasonAt, type Receipt } from '../../../sdk/src/index.ts';
import { documentOf } from '../support/documents.ts';

const document = await documentOf(
  'query A($id: ID!) { suspect(id: $id) { belarus { id candidates { hit { reference } } } russia { id contacts { value } } } }',
  'query',
);
const [by, ru] = ['BY-7Q4KZ0XN3VDH9TRC', 'RU-E58GM1WYB6PJ2SAF'];
const data = { suspect: { belarus: { id: by, candidates: null }, russia: { id: ru, contacts: null } } };
const contacts = ['suspect', 'russia', 'contacts'];
const receipt = (records: string[] | null): Receipt => ({
  coordinate: 'RussiaDossier.contacts',
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  records,
  remedy: 'Ask.',
});
const withheldFrom = (records: string[] | null) => ({
  data,
  extensions: { redactions: [receipt(records)] },
});
const outage = (agency: string, ...path: string[]) => ({
  data,
  errors: [{ message: 'down', path, extensions: { code: 'AGENCY_UNAVAILABLE', agency } }],
});

describe('the reason for a null in an answer to a generated operation', () => {
  test('is a receipt about this dossier, and none about another', () => {
    expect(nullReasonAt(document, withheldFrom([ru]), contacts).state).toBe('withheld');
    expect(nullReasonAt(document, withheldFrom(null), contacts).state).toBe('withheld');
    expect(nullReasonAt(document, withheldFrom([by]), contacts).state).toBe('absent');
  });

  test('is an outage of the agency that answers for the field, and of no other', () => {
    const russiaDown = outage('RUSSIA', 'suspect', 'russia', 'id');
    expect(nullReasonAt(document, russiaDown, contacts)).toMatchObject({
      state: 'unavailable',
      agency: 'RUSSIA',
    });
    expect(nullReasonAt(document, outage('BELARUS', 'suspect', 'belarus'), contacts).state).toBe('absent');
    const candidates = ['suspect', 'belarus', 'candidates'];
    expect(nullReasonAt(document, russiaDown, candidates)).toMatchObject({
      state: 'unavailable',
      agency: 'RUSSIA',
    });
  });

  test('of an answer without data is its error', () => {
    const errors = [{ message: 'no' }];
    expect(nullReasonAt(document, { data: null, errors }, contacts)).toEqual({
      state: 'failed',
      error: errors[0],
    });
  });
});

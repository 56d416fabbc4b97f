import type { AnsweredFields } from '../../../sdk/src/clients/answered-fields.ts';
import { KeptReceipts } from '../../../sdk/src/clients/kept-receipts.ts';
import type { Receipt } from '../../../sdk/src/index.ts';

const receipt = (coordinate: string, records: string[] | null, reason = 'ROLE'): Receipt => ({
  coordinate,
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason,
  records,
  remedy: 'Ask.',
});
const contacts = receipt('RussiaDossier.contacts', ['RU-1']);
const fields = { half: { of: { contacts: { at: { 'RussiaDossier.contacts': 'RUSSIA' } } } } };
const ofOne = { half: { id: 'RU-1', contacts: null } };

describe('receipts that are kept beside a cache', () => {
  test('are about the data of their dossiers, whatever question brought them', () => {
    const kept = new KeptReceipts();
    kept.keep('Other', {}, { receipts: [contacts], errors: [] });
    expect(kept.about('Own', fields, ofOne)).toEqual([contacts]);
    expect(kept.about('Own', fields, { half: { id: 'RU-2', contacts: null } })).toEqual([]);
  });

  test('of all dossiers are about the fields that they name, and no others', () => {
    const kept = new KeptReceipts();
    const [asked, other] = [receipt('RussiaDossier.contacts', null), receipt('RussiaDossier.harms', null)];
    kept.keep('Other', {}, { receipts: [asked, other], errors: [] });
    expect(kept.about('Own', fields, ofOne)).toEqual([asked]);
  });

  test('of what was searched by are about the newest answer to the same operation alone', () => {
    const kept = new KeptReceipts();
    const [first, second] = ['phone', 'name'].map((by) => receipt(`SuspectCriteria.${by}`, null));
    kept.keep('Search', { by: 1 }, { receipts: first ? [first] : [], errors: [] });
    kept.keep('Search', { by: 2 }, { receipts: second ? [second] : [], errors: [] });
    expect(kept.about('Search', fields, {})).toEqual([second]);
    expect(kept.about('Another', fields, {})).toEqual([]);
  });

  test('are replaced when the same question is answered again, and not when another is', () => {
    const kept = new KeptReceipts();
    kept.keep('Own', { id: 1 }, { receipts: [contacts], errors: [] });
    kept.keep('Own', { id: 2 }, { receipts: [], errors: [] });
    expect(kept.about('Own', fields, ofOne)).toEqual([contacts]);
    kept.keep('Own', { id: 1 }, { receipts: [], errors: [] });
    expect(kept.about('Own', fields, ofOne)).toEqual([]);
  });

  test('take no room for the answers that were whole', () => {
    const kept = new KeptReceipts();
    const answered = { 'RussiaDossier.contacts': { 'RU-9': ['RU-9 contacts[]'] } };
    kept.keep('Own', { id: 1 }, { receipts: [contacts], errors: [] });
    kept.keep('Own', { id: 2 }, { receipts: [], errors: [], answered });
    const before = kept.saved();
    for (let id = 10; id < 20; id++) kept.keep('Own', { id }, { receipts: [], errors: [], answered });
    expect(kept.saved()).toHaveLength(before.length + 1);
    expect(kept.about('Own', fields, ofOne)).toEqual([contacts]);
  });

  test('that say the same are one', () => {
    const kept = new KeptReceipts();
    for (const id of [1, 2]) kept.keep('Own', { id }, { receipts: [contacts], errors: [] });
    expect(kept.about('Own', fields, ofOne)).toEqual([contacts]);
  });
});

describe('receipts of another question', () => {
  const told = (...dossiers: string[]) => ({
    'RussiaDossier.contacts': Object.fromEntries(dossiers.map((id) => [id, [`${id} contacts[]`]])),
  });
  const contactsOf = (id: string) => ({ half: { id, contacts: null } });
  /** What is left of a receipt for what the first question was answered, when another one is answered. */
  function left(first: Receipt, before: AnsweredFields, now: AnsweredFields | undefined, id = 'RU-1') {
    const kept = new KeptReceipts();
    kept.keep('First', {}, { receipts: [first], errors: [], answered: before });
    kept.keep('Other', {}, { receipts: [], errors: [], ...(now && { answered: now }) });
    return kept.about('First', fields, contactsOf(id));
  }

  test('are gone when a newer answer says of the same field of the same dossier that it is open', () => {
    expect(left(contacts, told('RU-1'), told('RU-1'))).toEqual([]);
    expect(left(contacts, told('RU-1'), told('RU-2'))).toEqual([contacts]);
    expect(left(contacts, told('RU-1'), { 'RussiaDossier.harms': { 'RU-1': ['RU-1 harms[]'] } })).toEqual([
      contacts,
    ]);
  });

  test('stay for the dossiers of which it says nothing', () => {
    const both = receipt('RussiaDossier.contacts', ['RU-1', 'RU-2']);
    const all = receipt('RussiaDossier.contacts', null);
    for (const one of [both, all]) {
      expect(left(one, told('RU-1', 'RU-2'), told('RU-1'), 'RU-1')).toEqual([]);
      expect(left(one, told('RU-1', 'RU-2'), told('RU-1'), 'RU-2')).toEqual([{ ...one, records: ['RU-2'] }]);
    }
  });

  test('stay where it was asked with other arguments, or where nobody knows what it says', () => {
    const page = (first: number) => ({
      'RussiaDossier.contacts': { 'RU-1': [`RU-1 contacts[["first",${first}]]`] },
    });
    expect(left(contacts, page(9), page(1))).toEqual([contacts]);
    expect(left(contacts, page(9), page(9))).toEqual([]);
    expect(left(contacts, told('RU-1'), undefined)).toEqual([contacts]);
    const unknown = { 'RussiaDossier.contacts': { '': [''] } };
    expect(left(receipt('RussiaDossier.contacts', null), unknown, unknown)).toHaveLength(1);
  });

  test('are read again from what was saved', () => {
    const kept = new KeptReceipts();
    kept.keep('First', {}, { receipts: [contacts], errors: [], answered: told('RU-1') });
    const again = new KeptReceipts();
    again.restore(kept.saved());
    expect(again.about('First', fields, ofOne)).toEqual([contacts]);
    again.keep('Other', {}, { receipts: [], errors: [], answered: told('RU-1') });
    expect(again.about('First', fields, ofOne)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
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

  test('that say the same are one', () => {
    const kept = new KeptReceipts();
    for (const id of [1, 2]) kept.keep('Own', { id }, { receipts: [contacts], errors: [] });
    expect(kept.about('Own', fields, ofOne)).toEqual([contacts]);
  });
});

import { messengerServices } from '../../../workshop/demo-data/lists/contacts.ts';
import { everyDossier } from './population.ts';

describe('names', () => {
  test('have a handle alone or a surname and a given name, each in the alphabet of its script', () => {
    const alphabets = {
      BELARUSIAN: /^[А-ЯЁІЎа-яёіў’ -]+$/u,
      RUSSIAN: /^[А-ЯЁа-яё -]+$/u,
      LATIN: /^[A-Za-z0-9.]+$/,
    };
    for (const { kind, script, handle, surname, givenName, patronymic } of everyDossier.flatMap(
      ({ names }) => names,
    )) {
      const parts = [handle, surname, givenName, patronymic].filter((part) => part !== undefined);
      expect(handle !== undefined).toBe(kind === 'HANDLE');
      expect(surname !== undefined && givenName !== undefined).toBe(kind !== 'HANDLE');
      for (const part of parts) expect(part).toMatch(alphabets[script]);
      // Belarusian has no и, щ and ъ.
      if (script === 'BELARUSIAN') expect(parts.join(' ')).not.toMatch(/[ищъ]/iu);
    }
  });

  test('are legal ones in every dossier', () => {
    for (const { names } of everyDossier) expect(names.some(({ kind }) => kind === 'LEGAL')).toBe(true);
  });
});

describe('contacts', () => {
  const contacts = everyDossier.flatMap((dossier) => dossier.contacts);

  test('mail goes to reserved domains only', () => {
    for (const { value } of contacts.filter(({ kind }) => kind === 'EMAIL')) {
      expect(value).toMatch(/^[a-z0-9.]+@(example\.(com|org|net)|[a-z.]+\.example)$/);
    }
  });

  test('phone numbers are well-formed, and begin as no assigned number of either country does', () => {
    for (const { value } of contacts.filter(({ kind }) => kind === 'PHONE'))
      expect(value).toMatch(/^\+(3750|70)\d{8,9}$/);
  });

  test('messengers name their service, and others have none', () => {
    const services = new Set(contacts.map(({ service }) => service));
    expect([...services].sort()).toEqual([...messengerServices, undefined]);
    for (const { kind, value, service } of contacts) {
      expect(service !== undefined).toBe(kind === 'MESSENGER');
      if (kind === 'MESSENGER') expect(value).toMatch(/^(@[a-z]+\.[a-z]+\d{3}|\+(3750|70)\d{8,9})$/);
    }
  });
});

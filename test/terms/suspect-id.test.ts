import { dossierAskedFor, dossierOfSuspect, suspectIdForm, suspectIdOf } from '../../terms/suspect-id.ts';

const dossier = 'BY-7Q4KZ0XN3VDH9TRC';

describe('the id of a suspect', () => {
  test('is `S-` and the dossier id', () => {
    expect(suspectIdOf(dossier)).toBe('S-BY-7Q4KZ0XN3VDH9TRC');
    expect(suspectIdOf(dossier)).toMatch(new RegExp(suspectIdForm));
    expect(dossier).not.toMatch(new RegExp(suspectIdForm));
  });

  test('leads back to the dossier', () => {
    expect(dossierOfSuspect(suspectIdOf(dossier))).toBe(dossier);
    expect(dossierAskedFor(suspectIdOf(dossier))).toBe(dossier);
  });

  test('may be left out for that of the dossier where a person is asked for', () => {
    expect(dossierAskedFor(dossier)).toBe(dossier);
    expect(dossierOfSuspect(dossier)).toBeUndefined();
  });

  test.each([
    ['twice the prefix', 'S-S-BY-7Q4KZ0XN3VDH9TRC'],
    ['a group', 'S-BYG-7Q4KZ0XN3VDH9TRC'],
    ['the reference of a hit', 'S-BYH-0123456789ABCDEFGHJK'],
    ['small letters', 's-BY-7Q4KZ0XN3VDH9TRC'],
    ['nothing behind it', 'S-'],
    ['an operator object', { $ne: null }],
    ['a list', [suspectIdOf(dossier)]],
  ])('is not %s', (_what, id) => {
    expect(dossierAskedFor(id)).toBeUndefined();
  });
});

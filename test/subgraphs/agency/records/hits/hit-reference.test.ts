import {
  newReference,
  ownerOfReference,
  referenceForm,
} from '../../../../../subgraphs/agency/records/hits/hit-reference.ts';

const random = '0123456789ABCDEFGHJK';

describe('the reference of a hit', () => {
  test('says whose it is, and nothing else of the dossier', () => {
    const reference = newReference('RU-0123456789');
    expect(reference).toMatch(/^RUH-[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(reference).toMatch(referenceForm);
    expect(newReference('RU-0123456789')).not.toBe(reference);
    expect(newReference('BY-0123456789')).toMatch(/^BYH-/);
    expect(() => newReference('FR-0123456789')).toThrow('no dossier');
  });

  test('of the older form says nothing, and is the other one’s between two agencies', () => {
    const older = `H${random}`;
    expect(older).toMatch(referenceForm);
    expect(ownerOfReference(older, 'BELARUS')).toBe('RUSSIA');
    expect(ownerOfReference(older, 'RUSSIA')).toBe('BELARUS');
  });

  test.each([
    ['BYH-', 'BELARUS'],
    ['RUH-', 'RUSSIA'],
  ])('with %s is of %s for every reader', (part, owner) => {
    expect(referenceForm.test(part + random)).toBe(true);
    expect(ownerOfReference(part + random, 'BELARUS')).toBe(owner);
    expect(ownerOfReference(part + random, 'RUSSIA')).toBe(owner);
  });

  test.each(['XXH-', 'RUG-', 'RU-', 'RUH', ''])('does not begin with %p', (part) => {
    expect(referenceForm.test(part + random)).toBe(false);
  });
});

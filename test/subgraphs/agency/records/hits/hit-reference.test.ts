import { describe, expect, test } from 'vitest';
import {
  newReference,
  ownerOfReference,
  referenceForm,
} from '../../../../../subgraphs/agency/records/hits/hit-reference.ts';

const random = '0123456789ABCDEFGHJK';

describe('the reference of a hit', () => {
  test('says nothing of its owner between two agencies, and is the other one’s', () => {
    const reference = newReference('RU-0123456789');
    expect(reference).toMatch(/^H[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(ownerOfReference(reference, 'BELARUS')).toBe('RUSSIA');
    expect(ownerOfReference(reference, 'RUSSIA')).toBe('BELARUS');
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

import { describe, expect, test } from '@jest/globals';
import { dossierType } from '../support/coordinates/asked-of-agency.ts';
import { everyField } from '../support/coordinates/selection.ts';
import { classOfField } from '../support/policy/fields.ts';
import { fieldRefusal, type Question } from '../support/policy/oracle.ts';
import { states } from '../support/policy/states.ts';
import { columns, everyPurpose, everyRole, letterOf, owners } from '../support/policy/table.ts';

const question: Question = {
  owner: 'BELARUS',
  side: 'own',
  roles: ['SUPERVISOR'],
  purpose: 'INVESTIGATION',
  legalBasis: 'NATIONAL_LAW',
};

describe('what the permissions are compared with', () => {
  test.each(owners)('expects something of every field of a dossier of %s, and of no other', (owner) => {
    const fields = everyField(dossierType(owner)).map(({ name }) => name);
    expect([...classOfField.keys()].sort()).toEqual(fields.sort());
  });

  test('expects something of a known field', () => {
    expect(fieldRefusal(question, 'names', states.visible)).toBeUndefined();
  });

  test('refuses to say anything of a field that has no class there', () => {
    expect(() => fieldRefusal(question, 'fingerprints', states.visible)).toThrow('no expectation');
  });

  test('has read all rows of the table: 18 an agency and side, of seven letters each', () => {
    const rows = owners.flatMap((owner) =>
      (['own', 'foreign'] as const).flatMap((side) =>
        everyRole.flatMap((role) =>
          everyPurpose.map((purpose) =>
            columns.map((column) => letterOf(owner, side, role, purpose, column)).join(''),
          ),
        ),
      ),
    );
    const written = rows.filter((row) => row !== '-------');
    expect(written).toHaveLength(18 * owners.length * 2);
    for (const row of written) expect(row).toMatch(/^[AR-]{7}$/);
  });
});

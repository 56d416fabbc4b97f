import { everyAction } from '../support/coordinates/actions.ts';
import { dossierType } from '../support/coordinates/asked-of-agency.ts';
import { everyField } from '../support/coordinates/selection.ts';
import { rolesOfMutation, rolesOfReading } from '../support/policy/actions.ts';
import { classOfField } from '../support/policy/fields.ts';
import { fieldRefusal, type Question } from '../support/policy/oracle.ts';
import { states } from '../support/policy/states.ts';
import { columns, everyPurpose, everyRole, letterOf, owners } from '../support/policy/table.ts';
import { actionsOfReading, projectFile, schemaOf } from '../support/schema-files.ts';

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

describe('what the roles are compared with', () => {
  const api = projectFile('schema/built/api.graphql');
  const actionsIn = (sdl: string) =>
    everyAction(schemaOf(sdl)).map(({ actions }) => actions.map(({ name }) => name).sort());
  const decided = [...rolesOfMutation.keys()].sort();

  test('expects something of every action of both agencies, and of no other', () => {
    expect(actionsIn(api)).toEqual([decided, decided]);
  });

  test('would lack an action that one of them was given', () => {
    const more = api.replace('type BelarusMutation {', 'type BelarusMutation { erase(input: ID!): Int');
    expect(actionsIn(more)).toEqual([[...decided, 'erase'].sort(), decided]);
  });

  test.each(['belarus', 'russia'])('expects something of all that only some roles of %s read', (agency) => {
    expect([...new Set(actionsOfReading(agency).values())].sort()).toEqual([...rolesOfReading.keys()].sort());
  });
});

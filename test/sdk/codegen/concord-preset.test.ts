import { readFileSync } from 'node:fs';
import { generate } from '../../../sdk/scripts/generated-operations.ts';
import { currentSchema } from '../../../sdk/scripts/schema-files.ts';

// To generate takes long on a machine that is busy.

const bare = readFileSync(new URL('../../../schema/built/api.graphql', import.meta.url), 'utf8');

const generating = (source: string, sdl = currentSchema()) =>
  generate({ sdl, documents: [{ location: 'operations.graphql', source }], sdk: '@concord/sdk' });

const contacts = 'query A { suspect(id: "x") { russia { contacts { value } } } }';

describe('the preset', () => {
  test('takes a schema that says what can be withheld', async () => {
    expect(await generating(contacts)).toContain('"RussiaDossier.contacts":"RUSSIA"');
  });

  test('refuses one that does not, such as an introspected one: all would be generated as plain nulls', async () => {
    await expect(generating(contacts, bare)).rejects.toThrow(/@withholdable/);
  });
});

describe('a mutation', () => {
  const close = 'closeDossier(input: $input) { __typename }';

  test.each([
    [`mutation A($input: CloseDossierInput!) { belarus { ${close} } }`, '["belarus","closeDossier"]'],
    [
      `mutation A($input: CloseDossierInput!) { __typename ours: belarus { __typename ...Own } }
       fragment Own on BelarusMutation { closed: ${close} }`,
      '["ours","closed"]',
    ],
  ])('has the place of its action: %s', async (source, action) => {
    expect(await generating(source)).toContain(`"action":${action}`);
  });

  test.each([
    `mutation A($input: CloseDossierInput!) { belarus { a: ${close} b: ${close} } }`,
    `mutation A($input: CloseDossierInput!) { belarus { ${close} } russia { ${close} } }`,
    'mutation A { __typename }',
  ])('has one action, or is refused: %s', async (source) => {
    await expect(generating(source)).rejects.toThrow('A: a mutation takes exactly one action.');
  });

  test('is no place of an action in a query', async () => {
    expect(await generating(contacts)).not.toContain('"action"');
  });
});

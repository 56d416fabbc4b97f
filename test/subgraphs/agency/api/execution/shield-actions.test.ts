import { execute, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { callerError } from '../../../../../server/errors.ts';
import { agencySchema } from '../../../../../subgraphs/agency/api/agency-schema.ts';
import { shieldActions } from '../../../../../subgraphs/agency/api/execution/shield-actions.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../../subgraphs/russia/definition.ts';
import { everyRole, type RoleName } from '../../../../support/policy/table.ts';
import { schemaOf } from '../../permissions/support.ts';

const fieldsOf = (schema: GraphQLSchema, name: string) => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
};

const contextOf = (side: 'own' | 'foreign', roles: readonly RoleName[]) => ({
  permissions: { verdicts: { side, roles } },
});
const supervisor = contextOf('own', ['SUPERVISOR']);
const liaison = contextOf('own', ['LIAISON']);

const small = `
  type Query { belarus: BelarusQuery @access(class: OPEN) }
  type BelarusQuery {
    suspensions: String @access(class: OPEN, action: "readSuspensions")
    group: String @access(class: OPEN)
  }
  type Mutation { belarus: BelarusMutation @access(class: OPEN) other: String @access(class: OPEN) }
  type BelarusMutation { closeDossier: String @access(class: OPEN) burnDossier: String @access(class: OPEN) }
`;

/** Executes an operation as it comes, not rewritten for a viewer, and notes the fields that were resolved. */
async function ask(document: string, context: object, closeDossier = () => 'closed') {
  const resolved: string[] = [];
  const resolving = (name: string, resolve: () => unknown) => () => {
    resolved.push(name);
    return resolve();
  };
  const result = await execute({
    schema: shieldActions(schemaOf(small), 'BELARUS'),
    document: parse(document),
    contextValue: context,
    rootValue: {
      belarus: {
        closeDossier: resolving('closeDossier', closeDossier),
        burnDossier: resolving('burnDossier', () => 'burnt'),
        suspensions: resolving('suspensions', () => 'some'),
        group: 'a group',
      },
      other: resolving('other', () => 'done'),
    },
  });
  const errors = result.errors?.map(({ message, extensions }) => ({ message, code: extensions.code }));
  return { data: result.data, errors, resolved };
}

const close = 'mutation { belarus { closeDossier } }';

describe('an action', () => {
  test('is taken by an officer of the owner with a role for it', async () => {
    const { data, errors } = await ask(close, supervisor);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ belarus: { closeDossier: 'closed' } });
  });

  test.each([
    ['another role', liaison],
    ['that role at another agency', contextOf('foreign', ['SUPERVISOR'])],
    ['no role', contextOf('own', [])],
  ])('is refused to %s, before it is resolved', async (_who, context) => {
    const { data, errors, resolved } = await ask(close, context);
    expect(errors).toEqual([
      {
        code: 'FORBIDDEN',
        message: '`closeDossier` is for the SUPERVISOR of BELARUS. Ask one of them to do it.',
      },
    ]);
    expect(data).toEqual({ belarus: { closeDossier: null } });
    expect(resolved).toEqual([]);
  });

  test('fails as it failed by itself', async () => {
    const { errors } = await ask(close, supervisor, () => {
      throw callerError('IDEMPOTENCY_KEY_REUSED', 'This key was used for another request.');
    });
    expect(errors).toEqual([
      { code: 'IDEMPOTENCY_KEY_REUSED', message: 'This key was used for another request.' },
    ]);
  });

  test('without a rule is for nobody, whatever the role', async () => {
    const { errors, resolved } = await ask(
      'mutation { belarus { burnDossier } }',
      contextOf('own', everyRole),
    );
    expect(errors).toEqual([{ code: 'FORBIDDEN', message: '`burnDossier` is for nobody.' }]);
    expect(resolved).toEqual([]);
  });

  test('outside the agency’s namespace is for nobody', async () => {
    const { errors, resolved } = await ask('mutation { other }', contextOf('own', everyRole));
    expect(errors).toEqual([{ code: 'FORBIDDEN', message: '`other` is for nobody.' }]);
    expect(resolved).toEqual([]);
  });
});

describe('a root for some roles alone', () => {
  const list = '{ belarus { suspensions group } }';

  test('is refused to others, should their document not have been rewritten', async () => {
    const { data, errors, resolved } = await ask(list, liaison);
    expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(data).toEqual({ belarus: { suspensions: null, group: 'a group' } });
    expect(resolved).toEqual([]);
  });

  test('is read by them', async () => {
    expect((await ask(list, supervisor)).data).toEqual({
      belarus: { suspensions: 'some', group: 'a group' },
    });
  });
});

describe.each([
  ['Belarus', belarus],
  ['Russia', russia],
])('in the schema of %s', (prefix, definition) => {
  const schema = agencySchema(definition);
  for (const field of fieldsOf(schema, `${prefix}Mutation`)) field.resolve = () => 'taken';
  const shielded = shieldActions(schema, definition.agency);
  const everything = contextOf('own', everyRole);
  const names = fieldsOf(schema, `${prefix}Mutation`).map(({ name }) => name);

  test.each(names)('the action %s has a rule', async (fieldName) => {
    const field = fieldsOf(shielded, `${prefix}Mutation`).find(({ name }) => name === fieldName);
    const taken = (context: object) => field?.resolve?.({}, {}, context, { fieldName } as never);
    expect(await taken(everything)).toBe('taken');
    expect(await taken(contextOf('foreign', everyRole))).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  test('only actions and roots for some roles pay for it', () => {
    const wrapped = Object.keys(schema.getTypeMap()).flatMap((type) => {
      const after = fieldsOf(shielded, type);
      return fieldsOf(schema, type).flatMap(({ name, resolve }) =>
        after.find((field) => field.name === name)?.resolve === resolve ? [] : [`${type}.${name}`],
      );
    });
    const expected = [
      'dossiers',
      'releases',
      'links',
      'waiting',
      'budgets',
      'channel',
      'notices',
      'reads',
      'readers',
      'suspensions',
      'erasedHistory',
      'requests',
      'request',
      'requestFigures',
      'deputies',
      'alerts',
      'alert',
      'indicatorExchange',
      'alertFigures',
      'widelyShared',
      'measures',
      'measureFigures',
      'measureExchange',
      'operations',
      'operation',
      'operationNames',
      'operationFigures',
      'operationQuarters',
    ].map((name) => `${prefix}Query.${name}`);
    expect(wrapped.sort()).toEqual(
      [
        ...expected,
        ...names.map((name) => `${prefix}Mutation.${name}`),
        `Mutation.${prefix.toLowerCase()}`,
      ].sort(),
    );
  });
});

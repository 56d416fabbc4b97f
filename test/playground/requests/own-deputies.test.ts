import { buildSchema, parse, validate } from 'graphql';
import {
  deputiesIn,
  deputyRoles,
  listOperation,
  mayOnDeputies,
} from '../../../playground/requests/deputies/own-deputies.ts';
import { actions } from '../../../terms/actions.ts';
import { roles } from '../../../terms/enums.ts';
import { projectFile } from '../../support/schema-files.ts';

const schema = buildSchema(projectFile('schema/built/api.graphql'));
const deputy = { subject: 'mila', standsInFor: 'lena', until: '2026-12-01T00:00:00.000Z' };

test.each([['the list', listOperation('BELARUS')]])(
  'what the page asks for %s is of the schema',
  (_what, { query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  },
);

test('the page offers its parts to the roles that the agencies let see them, and to no other', () => {
  expect(actions.endDeputy).toEqual(deputyRoles.naming);
  expect(roles.filter((role) => mayOnDeputies({ roles: [role] }, 'reading'))).toEqual([
    'LIAISON',
    'SUPERVISOR',
  ]);
  expect(roles.filter((role) => mayOnDeputies({ roles: [role] }, 'naming'))).toEqual(['LIAISON']);
});

describe('an answer', () => {
  test('has the list, also an empty one', () => {
    expect(deputiesIn({ data: { agency: { deputies: [deputy] } } }, 'BELARUS')).toEqual({
      deputies: [deputy],
    });
    expect(deputiesIn({ data: { agency: { deputies: [] } } }, 'BELARUS')).toEqual({ deputies: [] });
  });

  test('without one says why', () => {
    const receipt = {
      coordinate: 'BelarusQuery.deputies',
      class: 'OPEN',
      owner: 'BELARUS',
      reason: 'ROLE',
      records: [],
    } as const;
    const answer = {
      data: { agency: { deputies: null } },
      extensions: { redactions: [{ ...receipt, advice: [] }] },
    };
    expect(deputiesIn(answer as never, 'BELARUS')).toMatchObject({ gap: { state: 'withheld' } });
    expect(deputiesIn({ data: { agency: null } }, 'BELARUS')).toMatchObject({ gap: { state: 'none' } });
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import type { Answer } from '../../playground/answer/answer.ts';
import { describe as described } from '../../playground/profile/describe.ts';
import { halvesOf, linkStateOf } from '../../playground/profile/halves.ts';
import { profileFields, profileQuery, surroundingsQuery } from '../../playground/profile/profile-query.ts';
import { surroundingsOf } from '../../playground/profile/surroundings.ts';
import { examplesFor } from '../../playground/query/examples.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/built/api.graphql', import.meta.url), 'utf8'));
const queries = [
  profileQuery,
  surroundingsQuery,
  ...(['BELARUS', 'RUSSIA'] as const).flatMap((agency) => examplesFor(agency, {}).map(({ query }) => query)),
];

test.each(queries)('a query of the page is one of the schema: %.40s', (query) => {
  expect(validate(schema, parse(query))).toEqual([]);
});

const dossier = (id: string) => ({
  id,
  handlingCode: 'SHAREABLE',
  contactPoint: 'liaison@example',
  names: [{ full: 'A', provenance: { contested: true } }],
  contacts: [],
  instruments: null,
  roles: null,
});
const suspect = (belarus: unknown, russia: unknown, more: Partial<Answer> = {}): Answer => ({
  data: { suspect: { belarus, russia } },
  ...more,
});
const by = 'BY-7Q4KZ0XN3VDH9TRC';
const ru = 'RU-E58GM1WYB6PJ2SAF';
const down = { message: 'down', extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' as const } };

describe('a half', () => {
  const { BELARUS, RUSSIA } = halvesOf(
    suspect(dossier(by), dossier(ru), {
      extensions: {
        redactions: [
          {
            coordinate: 'RussiaDossier.instruments',
            class: 'FINANCIAL',
            owner: 'RUSSIA',
            reason: 'NOT_RELEASED',
            records: [ru],
            remedy: '',
          },
        ],
      },
    }),
  );
  const cell = (half: typeof RUSSIA, field: (typeof profileFields)[number]) =>
    half.state === 'dossier' ? half.cells[field] : undefined;

  test('tells what is withheld from what is not recorded', () => {
    expect(cell(RUSSIA, 'instruments')).toMatchObject({ state: 'withheld' });
    expect(cell(RUSSIA, 'roles')).toEqual({ state: 'none' });
    expect(cell(RUSSIA, 'contacts')).toEqual({ state: 'none' });
    expect(cell(BELARUS, 'instruments')).toEqual({ state: 'none' });
  });

  test('marks what is contested', () => {
    expect(cell(BELARUS, 'names')).toMatchObject({ values: [{ isContested: true }] });
  });
});

test.each([
  ['linked', suspect(dossier(by), dossier(ru))],
  ['one-sided', suspect(dossier(by), null)],
  ['unknown', suspect(dossier(by), null, { errors: [down] })],
  ['nobody', suspect(null, null)],
  ['nobody', { data: null }],
])('the halves say: %s', (state, answer) => expect(linkStateOf(halvesOf(answer))).toBe(state));

test('every field has a way to be described, also of a value with nothing in it', () => {
  for (const field of profileFields) {
    expect(described(field, {}, (_list, code) => code)).toEqual({
      main: expect.any(String),
      more: expect.any(String),
    });
  }
});

describe('the surroundings', () => {
  const person = (id: string) => ({ id, names: [{ full: `name of ${id}` }] });
  const thing = (value: string, ...ids: string[]) => ({
    kind: 'SIM_BOX',
    value,
    node: { dossiers: { nodes: ids.map(person) } },
  });
  const group = {
    rank: 'LEADER',
    group: {
      id: 'BYG-1',
      agency: 'BELARUS',
      name: 'Group',
      members: {
        nodes: [
          { rank: 'MEMBER', dossier: person('BY-2') },
          { rank: 'LEADER', dossier: person(by) },
        ],
      },
    },
  };
  const around = surroundingsOf(
    suspect(
      { ...person(by), memberships: [group], infrastructure: [thing('box', by, 'BY-2'), thing('own', by)] },
      { ...person(ru), memberships: null, infrastructure: [thing('box', ru, 'RU-3')] },
    ),
  );

  test('have both halves as one, and a thing of both agencies as one', () => {
    expect(around.nodes.map(({ id }) => id)).toEqual(['suspect', 'BYG-1', 'BY-2', 'SIM_BOX box', 'RU-3']);
  });

  test('have each connection once', () => {
    expect(around.edges.map(({ from, to, label }) => `${from} ${label} ${to}`)).toEqual([
      'suspect LEADER BYG-1',
      'BY-2 MEMBER BYG-1',
      'suspect SIM_BOX SIM_BOX box',
      'BY-2 SIM_BOX SIM_BOX box',
      'RU-3 SIM_BOX SIM_BOX box',
    ]);
  });

  test('of nobody, or withheld, are empty', () => {
    expect(surroundingsOf({ data: null })).toEqual({ nodes: [], edges: [] });
    const withheld = { ...person(by), memberships: null, infrastructure: null };
    expect(surroundingsOf(suspect(withheld, null)).edges).toEqual([]);
  });
});

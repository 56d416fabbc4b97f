import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { SearchDocument, SurroundingsDocument } from '../../playground/generated/operations.ts';
import { translator } from '../../playground/messages/translate.ts';
import { wordsIn } from '../../playground/messages/words-in.ts';
import { halvesOf, stateOfHalves } from '../../playground/profile/halves.ts';
import { linksOf } from '../../playground/profile/links.ts';
import {
  candidatesDocuments,
  documentOf,
  fieldsOf,
  type Part,
  partDocument,
  restOf,
} from '../../playground/profile/own-documents.ts';
import { describe as described, profileFields } from '../../playground/profile/profile-fields.ts';
import { withheldIn } from '../../playground/profile/withheld-in.ts';
import { examplesOf } from '../../playground/query/examples/example.ts';
import type { Answer, Receipt } from '../../playground/wire/answer.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/built/api.graphql', import.meta.url), 'utf8'));
const parts: readonly Part[] = ['summary', 'reach', 'proceedings', 'links'];
const queries = [
  SurroundingsDocument.concord.source,
  SearchDocument.concord.source,
  ...(['BELARUS', 'RUSSIA'] as const).flatMap((agency) => [
    ...parts.map((part) => partDocument(part, agency).concord.source),
    candidatesDocuments[agency].concord.source,
    ...examplesOf(agency, {}).map(({ query }) => query),
  ]),
];

test.each(queries)('a query of the page is one of the schema: %.40s', (query) => {
  expect(validate(schema, parse(query))).toEqual([]);
});

const dossier = (id: string) => ({
  id,
  handlingCode: 'SHAREABLE',
  contactPoint: 'liaison@example',
  names: [{ full: 'A', provenance: { contested: true, sourceReliability: 'B', informationAccuracy: 2 } }],
  contacts: [],
  instruments: null,
  documents: null,
  roles: null,
});
const suspect = (belarus: unknown, russia: unknown, more: Partial<Answer> = {}): Answer => ({
  data: { suspect: { belarus, russia } },
  ...more,
});
const by = 'BY-7Q4KZ0XN3VDH9TRC';
const ru = 'RU-E58GM1WYB6PJ2SAF';
const down = {
  message: 'down',
  path: ['suspect', 'russia'],
  extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' as const },
};
const receipt = (changed: Partial<Receipt>): Receipt => ({
  coordinate: 'RussiaDossier.instruments',
  class: 'FINANCIAL',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  records: [ru],
  remedy: 'Ask.',
  ...changed,
});
const withheld = (...redactions: Receipt[]) => ({ extensions: { redactions } });
const ofHalf = receipt({ coordinate: 'Suspect.russia', class: 'OPEN', reason: 'LEGAL_BASIS', records: null });

describe('a half', () => {
  const halves = halvesOf(
    suspect(dossier(by), dossier(ru), {
      ...withheld(receipt({}), receipt({ coordinate: 'RussiaDossier.documents', class: 'IDENTITY' })),
      errors: [
        {
          message: 'no',
          path: ['suspect', 'russia', 'roles'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    }),
  );
  const { BELARUS, RUSSIA } = halves;
  const cell = (half: typeof RUSSIA, field: (typeof profileFields)[number]) =>
    half.state === 'dossier' ? half.cells[field] : undefined;

  test('tells what is withheld, and what could not be read, from what is not recorded', () => {
    expect(cell(RUSSIA, 'instruments')).toMatchObject({ state: 'withheld' });
    expect(cell(RUSSIA, 'roles')).toEqual({ state: 'failed', code: 'INTERNAL_SERVER_ERROR' });
    expect(cell(RUSSIA, 'contacts')).toEqual({ state: 'none' });
    expect(cell(BELARUS, 'instruments')).toEqual({ state: 'none' });
    expect(cell(BELARUS, 'roles')).toEqual({ state: 'none' });
  });

  test('marks what is contested, and says what its source is worth', () => {
    expect(cell(BELARUS, 'names')).toMatchObject({
      values: [{ isContested: true, grade: { reliability: 'B', accuracy: 2 } }],
    });
  });

  test('has what is withheld for one reason, with one remedy, together', () => {
    expect(withheldIn(halves).map(({ fields, receipt: { reason } }) => ({ fields, reason }))).toEqual([
      { fields: ['documents', 'instruments'], reason: 'NOT_RELEASED' },
    ]);
    const apart = withheld(receipt({}), receipt({ coordinate: 'RussiaDossier.documents', reason: 'ROLE' }));
    expect(withheldIn(halvesOf(suspect(null, dossier(ru), apart)))).toHaveLength(2);
  });

  test('that is withheld as a whole says why, and is not taken for one that is not there', () => {
    const whole = halvesOf(suspect(dossier(by), null, withheld(ofHalf))).RUSSIA;
    expect(whole).toEqual({ state: 'withheld', receipts: [ofHalf] });
    expect(halvesOf(suspect(dossier(by), null)).RUSSIA).toEqual({ state: 'hidden' });
  });
});

const failed = { message: 'no', path: ['suspect', 'russia'], extensions: { code: 'INTERNAL_SERVER_ERROR' } };

test.each([
  ['linked', by, suspect(dossier(by), dossier(ru))],
  ['one-sided', by, suspect(dossier(by), null)],
  ['unknown', by, suspect(dossier(by), null, { errors: [down] })],
  ['linked', ru, suspect(dossier(by), null, { errors: [down] })],
  ['withheld', by, suspect(dossier(by), null, withheld(ofHalf))],
  ['withheld', by, suspect(null, null, withheld(ofHalf))],
  ['failed', by, suspect(dossier(by), null, { errors: [failed] })],
  ['nobody', by, suspect(null, null)],
  ['nobody', by, { data: null }],
])('the halves say: %s, of %s', (state, asked, answer) =>
  expect(stateOfHalves(halvesOf(answer), asked)).toBe(state),
);

test('the decisions on links are asked of the officer’s own agency alone', () => {
  expect(restOf('BELARUS', 'BELARUS')).toContain('links');
  expect(restOf('RUSSIA', 'BELARUS')).not.toContain('links');
  for (const part of restOf('RUSSIA', 'BELARUS'))
    expect(partDocument(part, 'RUSSIA').concord.source).not.toContain('links');
});

test.each(['BELARUS', 'RUSSIA'] as const)(
  'every field that a profile shows is in one part of the half of %s',
  (agency) => {
    const brought = parts.flatMap((part) => fieldsOf(part, agency));
    expect(brought.toSorted()).toEqual([...profileFields, 'links'].toSorted());
    for (const field of profileFields) expect(documentOf(field, agency).concord.source).toContain(field);
  },
);

describe('links', () => {
  const denied = receipt({
    coordinate: 'BelarusDossier.links',
    owner: 'BELARUS',
    reason: 'ROLE',
    records: null,
  });

  test('are those of the own dossier', () => {
    const answer = suspect({ ...dossier(by), links: [{ state: 'SAME' }] }, dossier(ru));
    expect(linksOf(answer, 'BELARUS')).toEqual({ state: 'links', links: [{ state: 'SAME' }] });
    expect(linksOf(suspect(null, dossier(ru)), 'BELARUS')).toEqual({ state: 'no-own-dossier' });
  });

  test('are withheld from who may not read them, which is not the same as none', () => {
    const answer = suspect({ ...dossier(by), links: null }, null, withheld(denied));
    expect(linksOf(answer, 'BELARUS')).toEqual({ state: 'withheld', receipts: [denied] });
    expect(linksOf(suspect({ ...dossier(by), links: [] }, null), 'BELARUS')).toEqual({
      state: 'links',
      links: [],
    });
  });
});

describe('a value', () => {
  const words = wordsIn(translator('en'));

  test('of every field has a way to be described, also with nothing in it', () => {
    for (const field of profileFields) {
      expect(described(field, {}, words)).toEqual({
        main: expect.any(String),
        more: expect.any(String),
        warnings: [],
      });
    }
  });

  test('tells of a member of a group, which another agency tells nothing of, by the rank alone', () => {
    const told = (group: object | null) => described('memberships', { rank: 'LEADER', group }, words);
    expect(told({ name: 'Heron', kind: 'CALL_CENTRE' })).toMatchObject({
      main: 'Heron',
      more: 'leader, call centre',
    });
    expect(told(null)).toMatchObject({ main: 'leader', more: '' });
  });

  test('says of a release to whom, of what and until when it is, and that it is held where it opens nothing', () => {
    const release = {
      ...{ id: 'R-BY-7Q4KZ0XN3VDH9TRC-V0123456789AB', to: 'RUSSIA', state: 'GRANTED', isHeld: true },
      ...{ classes: ['IDENTITY', 'CONTACT'], until: '2026-12-31' },
    };
    const told = (changed: object = {}) => described('releases', { ...release, ...changed }, words);
    expect(told().main).toBe('Russia');
    expect(told().more).toMatch(/^granted, .+, .+, until 2026-12-31$/);
    expect(told().warnings).toEqual(['held: it opens nothing for the time being']);
    expect(told({ isHeld: false }).warnings).toEqual([]);
    for (const state of ['PROPOSED', 'EXPIRED', 'RECALLED']) expect(told({ state }).warnings).toEqual([]);
  });

  test('says of a money mule that he was coerced, and of another that he was not', () => {
    const mule = { kind: 'MONEY_MULE', coerced: true };
    expect(described('roles', mule, words).warnings).toEqual(['coerced']);
    expect(described('roles', { ...mule, coerced: false }, words).warnings).toEqual([]);
  });
});

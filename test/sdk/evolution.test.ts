import { buildSchema, parse, validate } from 'graphql';
import { currentSchema } from '../../sdk/scripts/schema-files.ts';
import type { DossierInput } from '../../sdk/src/generated/operations.ts';
import * as operations from '../../sdk/src/generated/operations.ts';
import { undescribed } from '../support/schema-files.ts';
import { documentOf } from './support/documents.ts';
import { clientOf, gatewayAnswering, problemOf } from './support/gateway.ts';

const documents = Object.entries(operations).flatMap(([name, document]) =>
  'concord' in document ? [[name, document] as const] : [],
);
const sdl = undescribed(currentSchema());

const dossierOf = (type: string) => {
  const start = sdl.indexOf(`type ${type} implements`);
  return sdl.slice(start, sdl.indexOf('\n}\n', start) + 3);
};

/** What a newer gateway has: one more value, one more type of dossier, one more kind of result, one more field of each type. */
const newer = buildSchema(
  `${sdl
    .replace(/enum Agency \{/, 'enum Agency {\n  KAZAKHSTAN\n')
    .replace(/^(type|interface) (\w*Dossier)( implements Dossier)? \{$/gm, '$&\n  nickname: String')
    .replace(/^union \w+Result = /gm, '$&TooManyRequests | ')
    .replace(/^type Suspect \{/m, '$&\n  kazakhstan: KazakhstanDossier')}
${dossierOf('RussiaDossier').replace('type RussiaDossier implements Dossier {', '$&\n  nickname: String').replace('RussiaDossier', 'KazakhstanDossier')}
type TooManyRequests { nickname: String }`,
);

describe('against a schema with one more enum value, type and field', () => {
  test.each(documents)('%s is still valid', (_name, document) => {
    expect(validate(newer, document)).toEqual([]);
    expect(validate(newer, parse(document.concord.source))).toEqual([]);
  });

  test('an answer with a value that is not known yet is told as it is', async () => {
    const half = {
      id: 'KZ-1',
      agency: 'KAZAKHSTAN',
      handlingCode: 'ON_REQUEST',
      contacts: [{ kind: 'RADIO' }],
    };
    const { url } = await gatewayAnswering({
      data: { suspect: { id: 'BY-1', belarus: half, russia: null } },
    });
    const { data } = await clientOf(url).query(operations.ProfileDocument, { id: 'BY-1' });
    expect(data.suspect?.belarus).toMatchObject({
      state: 'present',
      value: { agency: 'KAZAKHSTAN', contacts: { state: 'present', value: [{ kind: 'RADIO' }] } },
    });
  });

  test('a result of a type that is not known yet has its name, and is none of those that are known', async () => {
    const result = { __typename: 'TooManyRequests' };
    const { url } = await gatewayAnswering({ data: { belarus: { recordDossier: result } } });
    const outcome = await clientOf(url).mutate(operations.RecordBelarusDossierDocument, {
      input: {} as DossierInput,
    });
    if (outcome.state !== 'done') throw new Error('it is done');
    const told = outcome.data.belarus?.recordDossier;
    if (told?.__typename === 'BelarusRecordedDossier') throw new Error(told.of);
    if (told?.__typename === 'InvalidInput') throw new Error(`${told.problems.length}`);
    expect(`${told?.__typename}`).toBe('TooManyRequests');
  });

  test('a refusal of a type that is not known yet says why, as every refusal does', async () => {
    const refusing = buildSchema(
      `${sdl.replace(/^union \w+Result = /gm, '$&TooManyRequests | ')}
type TooManyRequests implements Refusal { code: RefusalCode! message: String! }`,
    );
    expect(validate(refusing, operations.RecordBelarusDossierDocument)).toEqual([]);
    const result = { __typename: 'TooManyRequests', code: 'TOO_MANY_REQUESTS', message: 'Wait for an hour.' };
    const { url } = await gatewayAnswering({ data: { belarus: { recordDossier: result } } });
    const outcome = await clientOf(url).mutate(operations.RecordBelarusDossierDocument, {
      input: {} as DossierInput,
    });
    const told = outcome.state === 'done' ? outcome.data.belarus?.recordDossier : undefined;
    if (!told || told.__typename === 'BelarusRecordedDossier' || told.__typename === 'InvalidInput')
      throw new Error('it is of a newer type');
    const said: [code: string | undefined, message: string | undefined] = [told.code, told.message];
    expect(said).toEqual(['TOO_MANY_REQUESTS', 'Wait for an hour.']);
  });

  test('a dossier of a type that is not known yet has what every dossier has, with its receipts', async () => {
    const document = await documentOf(
      `query A { belarus { group(id: "x") { members { nodes { dossier {
        contacts { value } ... on BelarusDossier { version } ... on RussiaDossier { version }
      } } } } } }`,
      'query',
    );
    expect(validate(newer, document)).toEqual([]);
    const dossier = { __typename: 'KazakhstanDossier', id: 'KZ-1', contacts: null };
    const receipt = {
      coordinate: 'KazakhstanDossier.contacts',
      class: 'CONTACT',
      owner: 'KAZAKHSTAN',
      reason: 'ROLE',
      records: ['KZ-1'],
      remedy: 'Ask.',
    };
    const { url } = await gatewayAnswering({
      data: { belarus: { group: { members: { nodes: [{ dossier }] } } } },
      extensions: { redactions: [receipt] },
    });
    const { gaps } = await clientOf(url).query(document, {});
    expect(gaps).toMatchObject([{ gap: { state: 'withheld', owner: 'KAZAKHSTAN' } }]);
  });

  test('a receipt with a class, an owner and a reason that are not known yet is told', async () => {
    const receipt = {
      coordinate: 'Suspect.russia',
      class: 'GENETIC',
      owner: 'KAZAKHSTAN',
      reason: 'COURT_ORDER',
      records: null,
      remedy: 'Ask the court.',
      since: '2030-01-01',
    };
    const { url } = await gatewayAnswering({
      data: { suspect: { id: 'BY-1', belarus: null, russia: null } },
      extensions: { redactions: [receipt], hints: ['new'] },
    });
    const { data } = await clientOf(url).query(operations.ProfileDocument, { id: 'BY-1' });
    expect(data.suspect?.russia).toMatchObject({
      state: 'withheld',
      class: 'GENETIC',
      reason: 'COURT_ORDER',
    });
  });
});

describe('against a schema that it does not fit, the error names where, and the version that was generated for:', () => {
  test.each([
    ['a field that is gone', /^ {2}instruments: \[PaymentInstrument!\].*\n/gm, '', ['Dossier.instruments']],
    [
      'an argument that has become required',
      /suspect\(id: ID!\)/,
      'suspect(id: ID!, as: String!)',
      ['suspect(as: String!)'],
    ],
    ['an object that has become text', /birth: Birth\b/g, 'birth: String', ['birth: String']],
    [
      'text that has become an object',
      /contactPoint: String!/g,
      'contactPoint: BirthPlace',
      ['contactPoint: BirthPlace'],
    ],
    ['another type of a variable', /suspect\(id: ID!\)/, 'suspect(id: Int!)', ['$id: Int!']],
  ])('%s', async (_name, now, otherwise, missing) => {
    const changed = buildSchema(sdl.replace(now, otherwise));
    const errors = validate(changed, operations.ProfileDocument).map(({ message }) => ({
      message,
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    }));
    const { url } = await gatewayAnswering({ errors });
    const failed = clientOf(url).query(operations.ProfileDocument, { id: 'BY-1' });
    expect(await problemOf(failed)).toEqual({
      code: 'GRAPHQL_VALIDATION_FAILED',
      missing,
      schema: operations.ProfileDocument.concord.schema,
    });
  });
});

import type { RequestListener } from 'node:http';
import { coerceInputValue, isInputObjectType } from 'graphql';
import { protectedSchema } from '../../../schema/protect/protected-schema.ts';
import { gatewayBefore } from '../../support/gateway-before.ts';
import { bodyOf } from '../../support/loopback-server.ts';
import { builtSdl } from '../../support/schema-files.ts';

const broken: RequestListener = (request) => request.socket.destroy();

describe('an input of which exactly one field is given', () => {
  const propose =
    'mutation ($foreign: ForeignRecordInput!) { belarus { withdrawLink(input: { dossier: "BY-0000000000", foreign: $foreign, of: PROPOSAL, reason: "x" }) { __typename } } }';
  const literal = (foreign: string) =>
    propose.replace('$foreign,', `${foreign},`).replace(/\(\$foreign.*?\)/, '');
  const dossier = 'RU-0000000000';
  const hit = 'RUH-0123456789ABCDEFGHJK';

  test('reaches the agency with one', async () => {
    const fetched: string[] = [];
    const belarus: RequestListener = async (request, response) => {
      fetched.push((await bodyOf(request)).toString());
      response.end(JSON.stringify({ data: { belarus: { withdrawLink: { __typename: 'UnknownRecord' } } } }));
    };
    const ask = await gatewayBefore({ belarus, russia: broken });
    const answer = { data: { belarus: { withdrawLink: { __typename: 'UnknownRecord' } } } };
    expect(await ask(propose, { foreign: { dossier } })).toEqual(answer);
    expect(await ask(literal(`{ hit: "${hit}" }`))).toEqual(answer);
    expect(fetched).toHaveLength(2);
  });

  test.each([
    ['two', { dossier, hit }],
    ['none', {}],
    ['one that is null', { dossier: null }],
    ['one beside a null', { dossier, hit: null }],
  ])(
    'is refused with %s before an agency is asked, and nothing of it is repeated',
    async (_what, foreign) => {
      let fetches = 0;
      const belarus: RequestListener = (request, response) => {
        fetches += 1;
        return broken(request, response);
      };
      const ask = await gatewayBefore({ belarus, russia: broken });
      const { data, errors } = await ask(propose, { foreign });
      expect(data ?? null).toBeNull();
      expect(errors?.map(({ extensions }) => extensions?.code)).toContain('BAD_USER_INPUT');
      expect(JSON.stringify(errors)).not.toContain(dossier);
      const written = JSON.stringify(foreign).replace(/"(\w+)":/g, '$1: ');
      expect((await ask(literal(written))).errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(fetches).toBe(0);
    },
  );

  test('says so when it is asked what it is', async () => {
    const ask = await gatewayBefore({ belarus: broken, russia: broken });
    expect(await ask('{ __type(name: "ForeignRecordInput") { isOneOf inputFields { name } } }')).toEqual({
      data: { __type: { isOneOf: true, inputFields: [{ name: 'dossier' }, { name: 'hit' }] } },
    });
  });

  test('is enforced by each agency too, whoever asks it', async () => {
    const wrong = [{ dossier, hit }, {}];
    for (const subgraph of ['belarus', 'russia']) {
      const type = protectedSchema(builtSdl(subgraph), {}).getType('ForeignRecordInput');
      if (!isInputObjectType(type)) throw new Error('no input');
      for (const value of wrong) expect(() => coerceInputValue(value, type)).toThrow('Exactly one key');
      expect(coerceInputValue({ dossier }, type)).toEqual({ dossier });
    }
  });
});

describe.each(['instruments', 'infrastructure'] as const)('a value of one kind of several, %s', (field) => {
  const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
  const own = {
    instruments: {
      type: 'InstrumentInput',
      kinds: ['account', 'card', 'wallet', 'cashOutPoint'],
      one: { card: { cardFirst6: '220000', cardLast4: '0001', provenance } },
      two: { account: { account: 'BY13', provenance }, cashOutPoint: { place: 'Somewhere', provenance } },
      ofAnother: { wallet: { chain: 'BTC', address: 'secret', place: 'secret', provenance } },
      lacking: { wallet: { address: 'secret', provenance } },
    },
    infrastructure: {
      type: 'InfrastructureInput',
      kinds: [
        ...['imei', 'imsi', 'iccid', 'simBox', 'sipTrunk'],
        ...['domain', 'ipAddress', 'malwareFamily', 'malwareSample', 'ransomNote'],
      ],
      one: { simBox: { value: 'SB-0001', model: 'Model 32', slots: 32, provenance } },
      two: { imei: { value: '490154203237518', provenance }, domain: { value: 'a.example', provenance } },
      ofAnother: { domain: { value: 'secret', slots: 4, provenance } },
      lacking: { simBox: { model: 'secret', provenance } },
    },
  }[field];
  const amend = `mutation ($value: ${own.type}!) { belarus { amendDossier(input: { dossier: "BY-0000000000", version: 1,
    add: { ${field}: [$value] } }) { __typename } } }`;
  const literal = (value: object) =>
    amend
      .replace('$value]', `${JSON.stringify(value).replace(/"(\w+)":/g, '$1: ')}]`)
      .replace(/"(B|NATIONAL_LAW|BTC)"/g, '$1')
      .replace(/\(\$value.*?\)/, '');

  /** A gateway before an agency that answers, and counts what it is asked. */
  async function asked() {
    const bodies: string[] = [];
    const belarus: RequestListener = async (request, response) => {
      bodies.push((await bodyOf(request)).toString());
      response.end(JSON.stringify({ data: { belarus: { amendDossier: { __typename: 'UnknownRecord' } } } }));
    };
    return { ask: await gatewayBefore({ belarus, russia: broken }), bodies };
  }

  test('reaches the agency in the field of its kind', async () => {
    const { ask, bodies } = await asked();
    const answer = { data: { belarus: { amendDossier: { __typename: 'UnknownRecord' } } } };
    expect(await ask(amend, { value: own.one })).toEqual(answer);
    expect(await ask(literal(own.one))).toEqual(answer);
    expect(bodies).toHaveLength(2);
  });

  test.each([
    ['two kinds', own.two],
    ['none', {}],
    ['a part of another kind', own.ofAnother],
    ['less than its kind needs', own.lacking],
    ['a kind beside its parts', { kind: 'CARD', cardFirst6: 'secret', provenance }],
  ])('is refused with %s before an agency is asked, and nothing of it is repeated', async (_what, value) => {
    const { ask, bodies } = await asked();
    const { data, errors } = await ask(amend, { value });
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions?.code)).toContain('BAD_USER_INPUT');
    expect(JSON.stringify(errors)).not.toContain('secret');
    expect((await ask(literal(value))).errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(bodies).toEqual([]);
  });

  test('says so when it is asked what it is, with each kind', async () => {
    const ask = await gatewayBefore({ belarus: broken, russia: broken });
    expect(await ask(`{ __type(name: "${own.type}") { isOneOf inputFields { name } } }`)).toEqual({
      data: { __type: { isOneOf: true, inputFields: own.kinds.map((name) => ({ name })) } },
    });
  });

  test('is enforced by each agency too, whoever asks it', () => {
    for (const subgraph of ['belarus', 'russia']) {
      const type = protectedSchema(builtSdl(subgraph), {}).getType(own.type);
      if (!isInputObjectType(type)) throw new Error('no input');
      for (const value of [own.two, {}])
        expect(() => coerceInputValue(value, type)).toThrow('Exactly one key');
      expect(coerceInputValue(own.one, type)).toEqual(own.one);
    }
  });
});

import type { RequestListener } from 'node:http';
import { coerceInputValue, isInputObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { protectedSchema } from '../../../schema/protect/protected-schema.ts';
import { gatewayBefore } from '../../support/gateway-before.ts';
import { bodyOf } from '../../support/loopback-server.ts';
import { builtSdl } from '../../support/schema-files.ts';

const broken: RequestListener = (request) => request.socket.destroy();

describe('an input of which exactly one field is given', () => {
  const propose =
    'mutation ($foreign: ForeignRecordInput!) { belarus { withdrawLink(input: { dossier: "BY-0000000000", foreign: $foreign, reason: "x" }) { __typename } } }';
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

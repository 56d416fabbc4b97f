import type { RequestListener } from 'node:http';
import { dossierAskedFor } from '../../../terms/suspect-id.ts';
import { gatewayBefore } from '../../support/gateway-before.ts';
import { bodyOf } from '../../support/loopback-server.ts';

/** Answers each entity it is asked for with the half of that name, whose id is the one by which it was asked for. */
const halves =
  (name: string): RequestListener =>
  async (request, response) => {
    const { variables } = JSON.parse((await bodyOf(request)).toString());
    const asked: { id: string }[] = variables.representations ?? [];
    const data = {
      _entities: asked.map(({ id }) => ({ __typename: 'Suspect', [name]: { id: dossierAskedFor(id) } })),
    };
    response.end(JSON.stringify({ data }));
  };
const answering =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status).end(JSON.stringify(body));
const broken: RequestListener = (request) => request.socket.destroy();

const id = 'BY-0000000000';
const suspect = `S-${id}`;
const both = `{ suspect(id: "${id}") { id belarus { id } russia { id } } }`;
const russiaIsDown = {
  message: 'RUSSIA does not answer at the moment; what it holds is missing here. Try again later.',
  extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' },
};

describe('a suspect', () => {
  test('is the halves of both agencies', async () => {
    const ask = await gatewayBefore({ belarus: halves('belarus'), russia: halves('russia') });
    expect(await ask(both)).toEqual({ data: { suspect: { id: suspect, belarus: { id }, russia: { id } } } });
  });

  test('is the half of the one that answers, and an error at the other', async () => {
    const ask = await gatewayBefore({ belarus: halves('belarus'), russia: broken });
    expect(await ask(both)).toEqual({
      data: { suspect: { id: suspect, belarus: { id }, russia: null } },
      errors: [{ ...russiaIsDown, path: ['suspect', 'russia'] }],
    });
  });

  test.each([
    ['with what it says of the other', { belarus: { id: 'BY-0000000099' } }],
    ['with nothing of the other', { belarus: null }],
    ['with another id of the person', { id: 'S-BY-0000000099' }],
  ])(
    'is the half of the one that answers what it was asked, where the other answers %s, and last',
    async (_what, more) => {
      const answer = { data: { _entities: [{ __typename: 'Suspect', russia: { id }, ...more }] } };
      const forging: RequestListener = (_request, response) =>
        void setTimeout(() => response.end(JSON.stringify(answer)), 50);
      const ask = await gatewayBefore({ belarus: halves('belarus'), russia: forging });
      expect(await ask(both)).toEqual({
        data: { suspect: { id: suspect, belarus: { id }, russia: null } },
        errors: [{ ...russiaIsDown, path: ['suspect', 'russia'] }],
      });
    },
  );

  test('is his id and two errors when neither answers', async () => {
    const ask = await gatewayBefore({ belarus: broken, russia: broken });
    const { data, errors } = await ask(both);
    expect(data).toEqual({ suspect: { id: suspect, belarus: null, russia: null } });
    expect(errors?.map(({ extensions }) => extensions?.agency).sort()).toEqual(['BELARUS', 'RUSSIA']);
  });

  test('has an error of an agency’s own at the place in the answer where it belongs', async () => {
    const error = {
      message: 'No.',
      path: ['_entities', 0, 'russia', 'names'],
      extensions: { code: 'FORBIDDEN' },
    };
    const data = { _entities: [{ __typename: 'Suspect', russia: { id, names: null } }] };
    const ask = await gatewayBefore({ belarus: broken, russia: answering({ data, errors: [error] }) });
    expect(await ask(`{ suspect(id: "${id}") { russia { id names { full } } } }`)).toEqual({
      data: { suspect: { russia: { id, names: null } } },
      errors: [{ message: 'No.', path: ['suspect', 'russia', 'names'], extensions: { code: 'FORBIDDEN' } }],
    });
  });

  test('asked under no dossier id is refused by its code', async () => {
    const ask = await gatewayBefore({ belarus: broken, russia: broken });
    expect(await ask('{ suspect(id: "1") { belarus { id } } }')).toMatchObject({
      data: { suspect: null },
      errors: [{ path: ['suspect'], extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});

describe('a page of one agency', () => {
  const nodes = ['BY-0000000001', 'BY-0000000002'];
  const suspects = nodes.map((node) => ({ suspect: { __typename: 'Suspect', id: node } }));
  const page = answering({ data: { belarus: { dossiers: { nodes: suspects } } } });
  const query = '{ belarus { dossiers(first: 2) { nodes { suspect { id russia { id } } } } } }';

  test('has the other agency’s halves', async () => {
    const ask = await gatewayBefore({ belarus: page, russia: halves('russia') });
    expect(await ask(query)).toEqual({
      data: {
        belarus: {
          dossiers: { nodes: nodes.map((node) => ({ suspect: { id: node, russia: { id: node } } })) },
        },
      },
    });
  });

  test('has nulls and one error when the other does not answer', async () => {
    const ask = await gatewayBefore({ belarus: page, russia: broken });
    expect(await ask(query)).toEqual({
      data: {
        belarus: { dossiers: { nodes: nodes.map((node) => ({ suspect: { id: node, russia: null } })) } },
      },
      errors: [russiaIsDown],
    });
  });

  test('of an agency that does not answer leaves the other’s', async () => {
    const list = answering({ data: { russia: { dossiers: { nodes: [] } } } });
    const ask = await gatewayBefore({ belarus: broken, russia: list });
    const { data, errors } = await ask(
      '{ __typename belarus { dossiers { nodes { id } } } russia { dossiers { nodes { id } } } }',
    );
    expect(data).toEqual({ __typename: 'Query', belarus: null, russia: { dossiers: { nodes: [] } } });
    expect(errors).toMatchObject([{ path: ['belarus'], extensions: { agency: 'BELARUS' } }]);
  });
});

describe('an agency that refuses the gateway', () => {
  test('is a fault of ours, of which nothing is told', async () => {
    const refusal = { errors: [{ message: 'secret', extensions: { code: 'IDENTITY_REFUSED' } }] };
    const ask = await gatewayBefore({ belarus: halves('belarus'), russia: answering(refusal, 401) });
    expect(await ask(both)).toEqual({
      data: { suspect: { id: suspect, belarus: { id }, russia: null } },
      errors: [
        {
          message: 'Something went wrong on our side. Tell support the request id.',
          path: ['suspect', 'russia'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
  });
});

describe('a value that the schema does not allow', () => {
  const russiaWith = (half: Record<string, unknown>) =>
    answering({ data: { _entities: [{ __typename: 'Suspect', russia: { id, ...half } }] } });
  const query = (field: string) => `{ suspect(id: "${id}") { belarus { id } russia { id ${field} } } }`;

  test('is null and a fault of ours, so that nobody takes it for an absent value', async () => {
    const wrong = russiaWith({ cases: [null] });
    const ask = await gatewayBefore({ belarus: halves('belarus'), russia: wrong });
    expect(await ask(query('cases'))).toEqual({
      data: { suspect: { belarus: { id }, russia: { id, cases: null } } },
      errors: [
        {
          message: 'Something went wrong on our side. Tell support the request id.',
          path: ['suspect', 'russia', 'cases', 0],
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-0001' },
        },
      ],
    });
  });

  test('is told from a value that is absent, which is no error', async () => {
    const ask = await gatewayBefore({ belarus: halves('belarus'), russia: russiaWith({ cases: null }) });
    expect(await ask(query('cases'))).toEqual({
      data: { suspect: { belarus: { id }, russia: { id, cases: null } } },
    });
  });

  test('leaves the other agency’s half, also when a list or an object is something else', async () => {
    const ask = await gatewayBefore({ belarus: halves('belarus'), russia: russiaWith({ names: 'Ivanou' }) });
    expect(await ask(query('names { full }'))).toHaveProperty('data.suspect.belarus', { id });
  });
});

describe('a question of the schema alone', () => {
  test('is answered in full, with what is newer than the stock gateway', async () => {
    const ask = await gatewayBefore({ belarus: broken, russia: broken });
    expect(await ask('{ __type(name: "SuspectCriteria") { name isOneOf } }')).toEqual({
      data: { __type: { name: 'SuspectCriteria', isOneOf: false } },
    });
  });

  test('is answered by name, with its variables, and refused with wrong ones', async () => {
    const ask = await gatewayBefore({ belarus: broken, russia: broken });
    const query = 'query Type($name: String!) { __type(name: $name) { kind } }';
    expect(await ask(query, { name: 'Suspect' })).toEqual({ data: { __type: { kind: 'OBJECT' } } });
    expect(await ask(query, {})).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('beside records is answered too, but for what is newer than the stock gateway, and then it says so', async () => {
    const ask = await gatewayBefore({ belarus: halves('belarus'), russia: broken });
    const beside = (asked: string) =>
      ask(`{ __type(name: "Suspect") { ${asked} } suspect(id: "${id}") { belarus { id } } }`);
    expect(await beside('name')).toEqual({
      data: { __type: { name: 'Suspect' }, suspect: { belarus: { id } } },
    });
    expect(await beside('isOneOf')).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  test('knows nothing of what only subgraphs ask each other', async () => {
    const ask = await gatewayBefore({ belarus: broken, russia: broken });
    const { data } = await ask('{ __type(name: "SuspectSearchConnection") { fields { name } } }');
    expect(JSON.stringify(data)).not.toContain('question');
  });
});

describe('a fragment inside another', () => {
  test('has what it asks of the object, when the outer one is on the interface', async () => {
    const half = { __typename: 'BelarusDossier', id, status: { stage: 'ACCUSED' } };
    const belarus = answering({ data: { _entities: [{ __typename: 'Suspect', belarus: half }] } });
    const ask = await gatewayBefore({ belarus, russia: broken });
    const inner = `{ suspect(id: "${id}") { belarus { ... on Dossier { id ... on BelarusDossier { status { stage } } } } } }`;
    expect(await ask(inner)).toEqual({
      data: { suspect: { belarus: { id, status: { stage: 'ACCUSED' } } } },
    });
  });
});

describe('an agency that is down', () => {
  const criteria = { surname: 'Иванов', givenName: 'Иван', birthDate: '1990-01-02' };

  test('has its errors of a search at a field that was asked', async () => {
    const ask = await gatewayBefore({ belarus: broken, russia: broken });
    const query =
      'query ($criteria: SuspectCriteria!) { searchSuspects(criteria: $criteria) { agencies { outcome } } }';
    const { data, errors } = await ask(query, { criteria });
    expect(data).toEqual({
      searchSuspects: { agencies: [{ outcome: 'UNAVAILABLE' }, { outcome: 'UNAVAILABLE' }] },
    });
    expect(errors?.map(({ path }) => path)).toEqual([['searchSuspects'], ['searchSuspects']]);
  });

  test('in its second fetch leaves what its first has answered', async () => {
    let fetches = 0;
    // It answers its list and then nothing of the entities of that list.
    const belarus: RequestListener = (request, response) => {
      fetches += 1;
      if (fetches > 1) return broken(request, response);
      const nodes = [{ suspect: { __typename: 'Suspect', id, belarus: { id } } }];
      return answering({ data: { belarus: { dossiers: { nodes } } } })(request, response);
    };
    const ask = await gatewayBefore({ belarus, russia: halves('russia') });
    const { data } = await ask(
      '{ belarus { dossiers { nodes { suspect { belarus { id } russia { id suspect { belarus { contactPoint } } } } } } } }',
    );
    expect(data).toMatchObject({
      belarus: { dossiers: { nodes: [{ suspect: { belarus: { id }, russia: { id } } }] } },
    });
  });
});

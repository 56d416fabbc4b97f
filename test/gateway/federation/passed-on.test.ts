import { parse } from 'graphql';
import { type Fetch, gatewayAnswer } from '../../../gateway/federation/gateway-answer.ts';
import type { SubgraphError } from '../../../gateway/federation/subgraph-answer.ts';
import { answered, denied, entities, notSent, root, suspect, types, unavailable } from './fetches.ts';

describe('the entities that an agency answers', () => {
  const half = { __typename: 'Suspect', russia: { id: 'RU-0000000000' } };

  test('are passed on, with errors and extensions', () => {
    const extensions = { redactions: [{ coordinate: 'RussiaDossier.names' }] };
    expect(gatewayAnswer(entities(suspect), answered({ _entities: [half] }, [denied], extensions))).toEqual({
      data: { _entities: [half] },
      errors: [denied],
      extensions,
    });
  });

  test('that are null without a reason are an outage, and the others stay', () => {
    expect(gatewayAnswer(entities(suspect, suspect), answered({ _entities: [half, null] }))).toEqual({
      data: { _entities: [half, null] },
      errors: [unavailable],
      extensions: {},
    });
  });

  test('that are null for a reason stay so, and the reason is passed on', () => {
    expect(gatewayAnswer(entities(suspect), answered({ _entities: [null] }, [denied]))).toEqual({
      data: { _entities: [null] },
      errors: [denied],
      extensions: {},
    });
  });

  test('that are no objects are left out', () => {
    for (const wrong of ['text', 7, true, [half]])
      expect(gatewayAnswer(entities(suspect), answered({ _entities: [wrong] }))).toMatchObject({
        data: { _entities: [null] },
        errors: [unavailable],
      });
  });

  test.each([
    ['fewer than were asked for', { _entities: [] }],
    ['more than were asked for', { _entities: [half, half] }],
    ['no list', { _entities: half }],
    ['null', { _entities: null }],
    ['missing', { russia: null }],
  ])('that are %s are an outage of all of them', (_what, data) => {
    expect(gatewayAnswer(entities(suspect), answered(data))).toEqual({
      data: { _entities: [null] },
      errors: [{ ...unavailable, path: ['_entities', 0, 'russia'] }],
    });
  });
});

describe('an answer without data', () => {
  test('and without a reason is an outage', () => {
    expect(gatewayAnswer(root, answered(null))).toEqual({
      data: {},
      errors: [{ ...unavailable, path: ['russia'] }],
    });
    expect(gatewayAnswer(entities(suspect), answered(null))).toMatchObject({ data: { _entities: [null] } });
  });

  test('is null for what was asked, with its reason', () => {
    expect(gatewayAnswer(root, answered(null, [{ message: 'No.' }]))).toEqual({
      data: {},
      errors: [{ message: 'No.' }],
      extensions: {},
    });
    expect(gatewayAnswer(entities(suspect, suspect), answered(null, [{ message: 'No.' }]))).toEqual({
      data: { _entities: [null, null] },
      errors: [{ message: 'No.' }],
      extensions: {},
    });
  });
});

describe('the root that an agency answers', () => {
  test('is passed on, where null is an answer too', () => {
    const data = { russia: null, more: 1 };
    expect(gatewayAnswer(root, answered(data))).toEqual({ data, extensions: {} });
    expect(gatewayAnswer(root, answered(data))).not.toHaveProperty('errors');
  });

  test('has nothing for a field that it leaves out', () => {
    expect(gatewayAnswer(root, answered({ more: 1 }))).toHaveProperty('data', { more: 1 });
  });
});

describe('a record that is gone by the time it is asked about', () => {
  const dossiers = parse(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on RussiaDossier { matchTokens } } }',
  );
  const record = { __typename: 'RussiaDossier', id: 'RU-0000000000' };
  const asked: Fetch = { agency: 'RUSSIA', document: dossiers, representations: [record, record], types };

  test('is null, and no outage', () => {
    const there = { __typename: 'RussiaDossier', matchTokens: 'tokens' };
    expect(gatewayAnswer(asked, answered({ _entities: [null, there] }))).toEqual({
      data: { _entities: [null, there] },
      extensions: {},
    });
  });

  test('is told from an agency that is down, of whose records nothing feeds another fetch', () => {
    expect(gatewayAnswer(asked, notSent)).toEqual({
      data: { _entities: [null, null] },
      errors: [unavailable],
    });
  });
});

describe('a search', () => {
  const search = parse(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on RussiaSearch { matches } } }',
  );
  const representations = [{ __typename: 'RussiaSearch', question: 'q' }];
  const asked: Fetch = { agency: 'RUSSIA', document: search, representations, types };
  const unanswered = { data: { _entities: [{ __typename: 'RussiaSearch', matches: null }] } };

  test('goes on without an agency that is down: null is what its merging takes for that', () => {
    expect(gatewayAnswer(asked, notSent)).toMatchObject(unanswered);
    const noMatches = { ...denied, path: ['_entities', 0, 'matches'] };
    expect(gatewayAnswer(asked, answered(null, [noMatches]))).toMatchObject({
      ...unanswered,
      errors: [noMatches],
    });
  });

  test('that an agency answers with null for no reason is an outage', () => {
    expect(gatewayAnswer(asked, answered({ _entities: [null] }))).toMatchObject({
      ...unanswered,
      errors: [{ ...unavailable, path: ['_entities', 0, 'matches'] }],
    });
  });
});

describe('an error of an agency', () => {
  const ofBelarus = { message: 'Gone.', extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' } };

  test.each([
    ['an entity', entities(suspect), ['_entities', 0, 'belarus', 'names'], ['_entities', 0]],
    ['no entity', entities(suspect), ['suspect', 'belarus'], undefined],
    ['another entity', entities(suspect), ['_entities', 7], undefined],
    ['all entities', entities(suspect), ['_entities'], ['_entities']],
    ['the root', root, ['belarus', 'dossiers'], undefined],
    ['its own field', root, ['russia', 'dossiers'], ['russia', 'dossiers']],
  ])('names itself, and no place that it was not asked for: %s', (_of, fetch, path, place) => {
    const [told] =
      gatewayAnswer(fetch, answered(null, [{ ...ofBelarus, path } as SubgraphError])).errors ?? [];
    expect(told).toEqual({
      message: 'Gone.',
      ...(place && { path: place }),
      extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' },
    });
  });
});

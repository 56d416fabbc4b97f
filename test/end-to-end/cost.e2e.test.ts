import { describe, expect, test } from '@jest/globals';
import { alone, linked, profile } from '../support/end-to-end/demo.ts';
import { metric } from '../support/end-to-end/metrics.ts';
import { ownStack } from '../support/end-to-end/own-stack.ts';
import { newSettings } from '../support/end-to-end/stack.ts';

const stack = ownStack(await newSettings());
const investigator = stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

interface Cost {
  fetches: { belarus: number; russia: number };
  /** Commands that an agency's subgraph has sent to its database, to read and to put on record who has read. */
  reads: { belarus: number; russia: number };
  recorded: { belarus: number; russia: number };
}

async function counted(): Promise<Cost> {
  const fetches = (agency: string) =>
    metric(stack.gateway, 'concord_subgraph_fetch_seconds_count', { agency });
  const commands = (subgraph: string, command: string) =>
    metric(subgraph, 'mongodb_driver_commands_seconds_count', { command });
  return {
    fetches: { belarus: await fetches('BELARUS'), russia: await fetches('RUSSIA') },
    reads: {
      belarus: await commands(stack.belarus, 'find'),
      russia: await commands(stack.russia, 'find'),
    },
    recorded: {
      belarus: await commands(stack.belarus, 'insert'),
      russia: await commands(stack.russia, 'insert'),
    },
  };
}

async function costOf(document: string, variables: Record<string, unknown>): Promise<Cost> {
  const before = await counted();
  const { body } = await investigator.query(document, variables);
  expect(body.errors).toBeUndefined();
  const after = await counted();
  const difference = (of: keyof Cost) => ({
    belarus: after[of].belarus - before[of].belarus,
    russia: after[of].russia - before[of].russia,
  });
  return { fetches: difference('fetches'), reads: difference('reads'), recorded: difference('recorded') };
}

const page = `query ($first: Int!) {
  belarus { dossiers(first: $first) { nodes { id names { full } suspect { russia { id names { full } } } } } }
}`;

describe('what a query costs', () => {
  const once = { belarus: 1, russia: 1 };
  const nothing = { belarus: 0, russia: 0 };

  test.each(Object.values(linked))(
    'a profile, whosever its id: one fetch and one read of each agency, and one write abroad that it was read: %s',
    async (id) => {
      expect(await costOf(profile, { id })).toEqual({
        fetches: once,
        reads: once,
        recorded: { belarus: 0, russia: 1 },
      });
    },
  );

  test('a person whom one agency knows: the same, and nothing of the other to put on record', async () => {
    expect(await costOf(profile, { id: alone })).toEqual({ fetches: once, reads: once, recorded: nothing });
  });

  test.each([50, 100])('a page of %i with the other half: the same as one', async (first) => {
    expect(await costOf(page, { first })).toEqual({
      fetches: once,
      reads: once,
      recorded: { belarus: 0, russia: 1 },
    });
  });

  test('a half that nobody asked for: nothing', async () => {
    const { fetches, reads } = await costOf('query ($id: ID!) { suspect(id: $id) { belarus { id } } }', {
      id: linked.belarus,
    });
    expect(fetches).toEqual({ belarus: 1, russia: 0 });
    expect(reads.russia).toBe(0);
  });

  test('the id alone: nothing', async () => {
    expect(await costOf('query ($id: ID!) { suspect(id: $id) { id } }', { id: linked.belarus })).toEqual({
      fetches: nothing,
      reads: nothing,
      recorded: nothing,
    });
  });
});

test('a refused query costs no fetch', async () => {
  const before = await counted();
  const refusals = [
    await stack.stranger().query(profile, { id: linked.belarus }),
    await stack.as('belarus', 'investigator').query(profile, { id: linked.belarus }),
    await investigator.query(profile, { id: 'garbage' }),
    await investigator.query(profile, { id: { $gt: '' } }),
  ];
  expect(refusals.map(({ codes }) => codes[0])).toEqual([
    'UNAUTHENTICATED',
    'MANDATE_INVALID',
    'BAD_USER_INPUT',
    'BAD_USER_INPUT',
  ]);
  expect(await counted()).toEqual(before);
});

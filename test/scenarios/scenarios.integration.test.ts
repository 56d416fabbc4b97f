import { randomUUID } from 'node:crypto';
import { caseOf } from '../support/world/cases.ts';
import { type World, world } from '../support/world/world.ts';
import type { Both } from './both.ts';
import { scenarios } from './scenarios.ts';

/** Both agencies in this process, with the gateway in front of them. */
function inProcess(agencies: World): Both {
  return {
    as: (
      agency,
      role,
      { subject = `${agency.toLowerCase()}-${role.toLowerCase()}`, case: number = caseOf[agency] } = {},
    ) => ({
      async run(query, variables = {}, headers = {}) {
        const gateway = await agencies.gateway();
        const mandate = {
          purpose: 'INVESTIGATION',
          legalBasis: 'COOPERATION_AGREEMENT',
          case: number,
        } as const;
        const { body } = await gateway.ask(
          { agency, roles: [role], subject, mandate },
          { query, variables },
          { 'idempotency-key': randomUUID(), ...headers },
        );
        const { data, errors = [], extensions } = JSON.parse(body);
        return {
          data,
          codes: errors.map((error: { extensions: { code: string } }) => error.extensions.code),
          withheld: (extensions?.redactions ?? []).map(
            ({ coordinate }: { coordinate: string }) => coordinate,
          ),
        };
      },
    }),
    async until(holds) {
      await agencies.settle();
      if (!(await holds())) throw new Error('it does not hold once all messages have arrived');
    },
  };
}

describe('both agencies in one process', () => {
  let both: Both;
  beforeAll(async () => {
    both = inProcess(await world());
  });

  test.each(scenarios)('%s', (_title, run) => run(both));
});

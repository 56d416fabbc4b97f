import { randomUUID } from 'node:crypto';
import { toldIn } from '../support/composed/demo-federation.ts';
import { caseOf } from '../support/world/cases.ts';
import { type World, world } from '../support/world/world.ts';
import type { Both } from './both.ts';
import { scenarios } from './scenarios.ts';

/** Both agencies in this process, with the gateway in front of them. */
function inProcess(agencies: World): Both {
  return {
    as: (agency, role, subject = `${agency.toLowerCase()}-${role.toLowerCase()}`) => ({
      async run(query, variables = {}, headers = {}) {
        const gateway = await agencies.gateway();
        const mandate = {
          purpose: 'INVESTIGATION',
          legalBasis: 'COOPERATION_AGREEMENT',
          case: caseOf[agency],
        } as const;
        const { body } = await gateway.ask(
          { agency, roles: [role], subject, mandate },
          { query, variables },
          { 'idempotency-key': randomUUID(), ...headers },
        );
        return toldIn(body);
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

import { randomUUID } from 'node:crypto';
import type { Both } from '../../scenarios/both.ts';
import { scenarios } from '../../scenarios/scenarios.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import type { AgencyName } from '../../support/end-to-end/tokens.ts';
import { until } from '../../support/end-to-end/until.ts';
import { caseOf } from '../../support/world/cases.ts';

export function scenariosSuite(stack: OwnStack): void {
  const both: Both = {
    as: (agency, role, subject) => {
      const claims = subject === undefined ? {} : { sub: subject };
      const caller = stack
        .as(agency.toLowerCase() as AgencyName, role.toLowerCase(), claims)
        .for('INVESTIGATION', caseOf[agency]);
      return {
        async run(document, variables = {}, headers = {}) {
          const { 'idempotency-key': key = randomUUID() } = headers;
          const { body, codes } = await caller.with('idempotency-key', key).query(document, variables);
          const withheld = (body.extensions?.redactions ?? []).map(({ coordinate }) => coordinate);
          return { data: body.data, codes, withheld };
        },
      };
    },
    until: (holds) => until(holds, 60_000),
  };

  describe('both agencies as they run', () => {
    test.each(scenarios)('%s', (_title, run) => run(both));
  });
}

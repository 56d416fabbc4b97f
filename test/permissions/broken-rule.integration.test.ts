import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { AgencyDefinition } from '../../subgraphs/agency/permissions/agency-definition.ts';
import type { DecidedClass } from '../../terms/enums.ts';
import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { groupsOf } from '../support/marked/marks.ts';
import { dossierIn } from '../support/marked/records.ts';
import { namedCase } from '../support/policy/states.ts';

const reader: Asker = {
  agency: 'RUSSIA',
  roles: ['INVESTIGATOR'],
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase },
};
const visible = dossierIn('BELARUS', 'visible');
const dossierQuery = `{ suspect(id: "${visible}") { belarus { id names { full } } } }`;
const groupQuery = `{ belarus { group(id: "${groupsOf('BELARUS').many}") { name } } }`;

/** A policy that cannot be asked what it shares. */
const broken = (definition: AgencyDefinition): AgencyDefinition => ({
  ...definition,
  policy: {
    ...definition.policy,
    shareable: new Proxy<readonly DecidedClass[]>([], {
      get() {
        throw new Error('the rule is broken');
      },
    }),
  },
});

describe('a rule that throws', () => {
  let federation: MarkedFederation | undefined;
  const lines: string[] = [];
  const log = pino(
    { level: 'error' },
    new Writable({
      write(line, _encoding, done) {
        lines.push(String(line));
        done();
      },
    }),
  );
  afterEach(async () => {
    lines.length = 0;
    await federation?.stop();
    federation = undefined;
  });

  async function ask(query: string, options: Parameters<typeof markedFederation>[0]) {
    federation = await markedFederation({ log, ...options });
    const { body } = await federation.ask(reader, { query });
    return { body, ...JSON.parse(body) };
  }
  const internal = { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-0001' };

  test.each([
    ['a dossier', dossierQuery, { suspect: { belarus: { id: visible, names: null } } }],
    ['a group', groupQuery, { belarus: { group: null } }],
  ])('denies what it is asked of %s, as a fault of ours and no denial', async (_what, query, expected) => {
    const { body, data, errors, extensions } = await ask(query, { change: broken });
    expect(data).toEqual(expected);
    expect(errors).toEqual([expect.objectContaining({ extensions: internal })]);
    expect(extensions).toBeUndefined();
    expect(body).not.toContain('the rule is broken');
    expect(
      lines.some((line) => line.includes('"requestId":"request-0001"') && line.includes('unexpected error')),
    ).toBe(true);
  });

  test.each([
    ['a dossier', dossierQuery],
    ['a group', groupQuery],
  ])('and one that does not answers of %s', async (_what, query) => {
    const { body, errors } = await ask(query, {});
    expect(errors).toBeUndefined();
    expect(body).toContain('MARK-');
  });

  test('where a read cannot be put on record, nothing of it is answered', async () => {
    const { body, data, errors } = await ask(dossierQuery, {
      changeStores: (stores) => ({
        ...stores,
        reads: {
          ...stores.reads,
          insert: async () => {
            throw new Error('no room');
          },
        },
      }),
    });
    expect(data).toEqual({ suspect: { belarus: null } });
    expect(errors).toEqual([
      expect.objectContaining({ extensions: { ...internal, code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' } }),
    ]);
    expect(body).not.toMatch(/MARK-|no room/);
  });
});

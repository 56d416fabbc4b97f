import { context, trace } from '@opentelemetry/api';
import { createLog } from '../../../server/log.ts';
import { startExporting, type Tracing } from '../../../server/tracing/exporting.ts';
import type { Mandate } from '../../../terms/mandate.ts';
import { startCollector } from '../../support/collector.ts';
import { type MarkedFederation, markedFederation } from '../../support/composed/marked-federation.ts';
import { everythingOf, fieldOf } from '../../support/coordinates/asked-of-agency.ts';
import { dossierIn } from '../../support/marked/records.ts';
import { criteriaOf, searchedRecords } from '../../support/marked/searched.ts';
import { namedCase } from '../../support/policy/states.ts';
import { owners } from '../../support/policy/table.ts';

const half =
  '{ id names { full } contacts { value } instruments { bank } candidates(first: 3) { nodes { score } } }';
const lists = owners.map(
  (owner) => `${fieldOf(owner)} { dossiers { nodes { id names { full } } } channel { queued }
    notices { nodes { at } } reads { nodes { by dossiers } } }`,
);
const asked = [
  ...owners.map((owner) => ({
    query: everythingOf(owner),
    variables: { id: dossierIn(owner, 'released') },
  })),
  {
    query: `query MARK_OF_THE_OPERATION($criteria: SuspectCriteria!) { MARK_OF_AN_ALIAS: searchSuspects(criteria: $criteria) {
      nodes { suspect { belarus ${half} } hit { reference } } } }`,
    variables: { criteria: criteriaOf(['surname', 'givenName', 'phone', 'account']) },
  },
  { query: `{ ${lists.join(' ')} }`, variables: {} },
  { query: '{ suspect(id: "MARK-OF-NO-ID") { id } }', variables: {} },
  { query: '{ suspect(id: "MARK") { MARK_OF_NO_FIELD } }', variables: {} },
];

const subject = 'MARK-OF-THE-OFFICER';
const mandates: Mandate[] = [
  { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase },
  { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW' },
];

/** What a caller can write into headers. */
const traceId = '0af7651916cd43dd8448eb211c80319c';
const headers = {
  traceparent: `00-${traceId}-b7ad6b7169203331-01`,
  tracestate: 'vendor=MARK-OF-A-VENDOR',
  baggage: 'suspect=MARK-OF-BAGGAGE',
  'x-request-id': 'MARK-OF-THE-REQUEST',
  'user-agent': 'MARK-OF-THE-AGENT',
};

/** Personal data by their form, whoever they are of. */
const personal = {
  mark: /MARK/,
  dossier: /\b(BY|RU)G?-[0-9A-Z]{16}/,
  case: /\b(BY|RU)-\d{4}-\d{6}/,
  'name in Cyrillic': /[\u0400-\u04ff]|\\u04[0-9a-f]{2}/i,
  token: /eyJ|Bearer/,
};

const collector = await startCollector();

describe('what is exported of queries that are full of personal data', () => {
  let federation: MarkedFederation;
  let tracing: Tracing;
  let answers = '';
  let sent = '';
  let exported = '';
  let names: Set<string>;
  beforeAll(async () => {
    federation = await markedFederation({ records: searchedRecords });
    const log = createLog('test', 'silent');
    tracing = startExporting({ url: `${collector.url}/v1/traces`, headers: '' }, { service: 'all', log });
    for (const agency of owners)
      for (const mandate of mandates)
        for (const one of asked) {
          const asker = { agency, roles: ['INVESTIGATOR', 'LIAISON'], mandate, subject };
          const { body } = await federation.ask(asker, one, headers);
          answers += body;
          sent += JSON.stringify(one);
        }
    await tracing.stop();
    exported = collector.text();
    names = new Set(collector.trace(traceId).map(({ name }) => name));
  });
  afterAll(async () => {
    await federation.stop();
    // The files after this one in the same process have tracing of their own, or none.
    trace.disable();
    context.disable();
  });

  test('has the spans of the gateway, of the operations and of the MongoDB commands', () => {
    expect([...names]).toEqual(
      expect.arrayContaining([
        'POST /graphql',
        'gateway.request',
        'gateway.fetch',
        'graphql.execute',
        'find dossiers',
        'insert reads',
      ]),
    );
    expect([...names]).not.toContain('unnamed');
  });

  test.each(Object.entries(personal))('has no %s', (_name, form) => {
    expect(form.exec(exported)?.[0]).toBeUndefined();
  });

  test('has no value of the criteria, nor any long text of an answer', () => {
    const texts = `${sent}${answers}`.match(/"(?:[^"\\]|\\.){10,}"/g) ?? [];
    expect(texts.length).toBeGreaterThan(1_000);
    // Words of our own schema and code, such as `belarus_dossiers` or INVESTIGATION, are no one's data.
    const values = [...new Set(texts)].map((text) => text.slice(1, -1)).filter((text) => !/^\w+$/.test(text));
    expect(values.filter((value) => exported.includes(value))).toEqual([]);
  });

  test('is looked through for what is there: the answers and the questions have it all', () => {
    for (const form of [personal.mark, personal.dossier, personal.case, personal['name in Cyrillic']])
      expect(form.test(`${sent}${answers}`)).toBe(true);
  });
});

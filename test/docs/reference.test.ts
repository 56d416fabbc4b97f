import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInterfaceType } from 'graphql';
import { gatewaySettings } from '../../gateway/gateway-settings.ts';
import { variableLimits } from '../../gateway/limits/bound-body.ts';
import { largeFrom, largeQueryLimits } from '../../gateway/limits/large-queries.ts';
import { operationLimits } from '../../gateway/limits/operation-limits.ts';
import { attestorPort } from '../../identity/attestor-path.ts';
import { mostHeaders } from '../../server/connections/request-frames.ts';
import { errorCodes } from '../../server/errors.ts';
import { workLimits } from '../../subgraphs/agency/api/work/work-limits.ts';
import { invalid, stale, unknownRecord } from '../../subgraphs/agency/records/action-outcome.ts';
import { agencies } from '../../terms/agencies.ts';
import { legalBases, purposes, refusalCodes } from '../../terms/enums.ts';
import { mandateHeaders } from '../../terms/mandate.ts';
import { reasonHeader } from '../../terms/reason.ts';
import { textOf } from '../support/markdown.ts';
import { projectFile, schemaOf } from '../support/schema-files.ts';
import { codesIn, tableUnder } from '../support/tables.ts';

const root = join(import.meta.dirname, '..', '..');
const page = 'docs/reference.md';

/** A number as the page writes it. */
const figure = (text = '') => Number(text.replaceAll(',', ''));

describe('the table of error codes', () => {
  const rows = tableUnder(page, 'Error codes').flatMap(([codes = '', status = '']) =>
    codesIn(codes).map((code): [string, number] => [code, Number(status)]),
  );

  test('has every code once, with its status, and no other', () => {
    expect(rows.map(([code]) => code).sort()).toEqual(Object.keys(errorCodes).sort());
    expect(Object.fromEntries(rows)).toEqual(errorCodes);
  });
});

describe('the table of refusals', () => {
  const rows = tableUnder(page, 'Refusals').map(([code = '', type = '']) => [
    codesIn(code)[0],
    codesIn(type)[0],
  ]);

  test('has every code once, with the type that has it, and no other', () => {
    const outcomes = [invalid([{ path: '', code: 'MISSING', message: '' }]), stale(2), unknownRecord('BY-1')];
    expect(rows).toEqual(outcomes.map(({ code, __typename }) => [code, __typename]));
    expect(rows.map(([code]) => code)).toEqual([...refusalCodes]);
  });

  test('has every type of the schema that implements Refusal', () => {
    const api = schemaOf(projectFile('schema/built/api.graphql'));
    const refusal = api.getType('Refusal');
    const types = isInterfaceType(refusal) ? api.getImplementations(refusal).objects : [];
    expect(types.map(({ name }) => name).sort()).toEqual(rows.map(([, type]) => type).sort());
  });
});

describe('the limits', () => {
  test('are those that the gateway has', () => {
    const given = Object.fromEntries(tableUnder(page, 'Limits').map(([what, most]) => [what, figure(most)]));
    expect(given).toEqual({
      'tokens of the document': operationLimits.tokens,
      'operations in the document, of which one is run': operationLimits.operations,
      depth: operationLimits.depth,
      aliases: operationLimits.aliases,
      'names of one field with the same arguments in one place, below the root': operationLimits.namesOfField,
      'fields and fragments, once fragments are spread': operationLimits.selections,
      'pairs of fields with one name, or of fragments, in one place': operationLimits.pairs,
      'fields asked, each counted as often as the pages around it are long': operationLimits.cost,
      'fetches from subgraphs': operationLimits.fetches,
      'suspects inside the halves of suspects': operationLimits.nestedSuspects,
      'shared things (infrastructure, instruments, groups) inside shared things':
        operationLimits.nestedShared,
      '`visibility`': 1,
      'objects that an agency makes for one fetch': workLimits.objects,
      'bytes of the body': operationLimits.body,
      'headers of the request': mostHeaders,
      'values in the variables': variableLimits.values,
      'fields of one object in them': variableLimits.fields,
      'levels of lists and objects in them': variableLimits.levels,
      'characters of a text in them, of a name in the document, or of all texts in it': variableLimits.text,
    });
  });
});

describe('the lanes in which work is done', () => {
  const lanes = [...workLimits.lanes, { from: largeFrom, ...largeQueryLimits }];

  test('are those of the code, with those that run and wait in each, and with those of one officer', () => {
    const rows = tableUnder('docs/execution.md', 'Work that is too much').map(([, from, ...numbers]) => [
      figure(/\d[\d,]*/.exec(from ?? '')?.[0] ?? '0'),
      ...numbers.map(figure),
    ]);
    expect(rows).toEqual(
      lanes.map((lane) => [lane.from, lane.atATime, lane.ofOfficer, lane.waiting, lane.waitingOfOfficer]),
    );
  });

  test('are told in a sentence to whoever asks', () => {
    const [first, second, third] = lanes;
    const [ofGateway] = lanes.slice(-1);
    const written = (number = 0) => number.toLocaleString('en');
    const said = textOf(page).replace(/\s+/g, ' ');
    expect([third?.atATime, ofGateway?.atATime]).toEqual([1, 1]);
    expect(said).toContain(
      `runs ${first?.atATime} fetches at a time, ${second?.atATime} of those with more than ${second?.from} objects, and one of those with more than ${written(third?.from)},`,
    );
    expect(said).toContain(
      `the answer of one query at a time that costs more than ${written(ofGateway?.from)},`,
    );
    expect(said).toContain(
      `with more than ${workLimits.countedFrom} objects may have ${written(workLimits.ofOfficerAMinute)} in a minute`,
    );
  });
});

describe('the headers', () => {
  const rows = new Map(
    tableUnder(page, 'Headers').map(([name = '', value = '']) => [codesIn(name)[0], value]),
  );

  test('have those of the mandate and the reason', () => {
    expect([...rows.keys()]).toEqual(
      expect.arrayContaining([...Object.values(mandateHeaders), reasonHeader]),
    );
  });

  test('name every purpose and legal basis', () => {
    expect(codesIn(rows.get(mandateHeaders.purpose) ?? '')).toEqual([...purposes]);
    expect(codesIn(rows.get(mandateHeaders.legalBasis) ?? '')).toEqual([...legalBases]);
  });
});

describe('the ports', () => {
  const ports = new Map(
    tableUnder(page, 'Addresses and ports').map(([process = '', , port = '']) => [
      process,
      Number.parseInt(port, 10),
    ]),
  );
  /** The port in a start file, which starts a process when it is imported. */
  const portIn = (file: string) => figure(/\b40\d\d\b/.exec(readFileSync(join(root, file), 'utf8'))?.[0]);
  const development = {
    CONCORD_MODE: 'development',
    GATEWAY_SIGNING_KEY: '{}',
    ...Object.fromEntries(
      ['BELARUS', 'RUSSIA'].flatMap((agency) => [
        [`${agency}_ISSUER`, 'issuer'],
        [`${agency}_JWKS`, 'file:///keys'],
      ]),
    ),
  };
  const gateway = gatewaySettings(development);

  test('are those that processes take', () => {
    expect(Object.fromEntries(ports)).toEqual({
      gateway: gateway.port,
      "Belarus's subgraph": agencies.BELARUS.port,
      "Russia's subgraph": agencies.RUSSIA.port,
      'crossborder alone': portIn('subgraphs/crossborder/start.ts'),
      "Belarus's attestor": attestorPort('BELARUS'),
      "Russia's attestor": attestorPort('RUSSIA'),
    });
  });

  test('and the other defaults of the gateway are those in its table', () => {
    const defaults = new Map(
      tableUnder(page, 'Gateway').flatMap(([names = '', values = '']) => {
        const each = values.split(',').map((value) => value.trim().replaceAll('`', ''));
        return codesIn(names).map((name, index): [string, string | undefined] => [name, each[index]]);
      }),
    );
    const { port, metrics, deadline, get, callerLimits, connections, playground } = gateway;
    expect(
      [
        'GATEWAY_PORT',
        'GATEWAY_METRICS_PORT',
        'SUBGRAPH_DEADLINE_MS',
        'GATEWAY_GET',
        'CALLER_REQUESTS_AT_A_TIME',
        'CALLER_COST_A_MINUTE',
        'CALLER_SECONDS_A_MINUTE',
        'CALLER_CONNECTIONS',
        'GATEWAY_CONNECTIONS_WITHOUT_TOKEN',
        'GATEWAY_PROXY_HEADER',
        'PLAYGROUND_IDLE_MINUTES',
      ].map((name) => defaults.get(name)),
    ).toEqual(
      [
        port,
        metrics.port,
        deadline,
        get,
        callerLimits.atATime,
        callerLimits.costAMinute,
        callerLimits.secondsAMinute,
        connections.bounds.ofCaller,
        connections.bounds.withoutToken,
        connections.proxyHeader,
        playground.longestIdle / 60_000,
      ].map(String),
    );
  });
});

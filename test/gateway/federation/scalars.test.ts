import type { RequestListener } from 'node:http';
import { scalarForms } from '../../../terms/scalar-forms.ts';
import { gatewayBefore } from '../../support/gateway-before.ts';
import { bodyOf } from '../../support/loopback-server.ts';
import { type ScalarName, scalarTexts } from '../../support/scalar-texts.ts';

const provenance = '{ sourceReliability: B, informationAccuracy: 2, legalBasis: NATIONAL_LAW }';
const dossier = 'dossier: "BY-0000000000", version: 1';
const amend = (values: string) => `amendDossier(input: { ${dossier}, add: { ${values} } }) { __typename }`;
const harm = (loss: string, currency: string) =>
  amend(`harms: [{ victims: 1, loss: ${loss}, currency: ${currency}, provenance: ${provenance} }]`);

/** A place of the API for each scalar, below the agency, with the scalar in it. */
const places: Record<ScalarName, (it: string) => string> = {
  DateTime: (it) =>
    `proposeRelease(input: { ${dossier}, to: RUSSIA, classes: [CASE], purposes: [SOLVING], until: ${it}, reason: "x" }) { __typename }`,
  Date: (it) =>
    `setRetention(input: { ${dossier}, value: "V", retainUntil: ${it}, reason: "x" }) { __typename }`,
  PartialDate: (it) => amend(`birth: { date: ${it}, provenance: ${provenance} }`),
  Decimal: (it) => harm(it, '"BYN"'),
  CountryCode: (it) => amend(`citizenships: [{ country: ${it}, provenance: ${provenance} }]`),
  CurrencyCode: (it) => harm('"1.00"', it),
  CaseNumber: (it) =>
    amend(
      `measures: [{ kind: SEARCH, state: DONE, date: "2025", ground: "x", case: ${it}, provenance: ${provenance} }]`,
    ),
  RegionCode: (it) =>
    amend(
      `measures: [{ kind: SEARCH, state: DONE, date: "2025", ground: "x", region: ${it}, provenance: ${provenance} }]`,
    ),
  Cursor: (it) => `dossiers(after: ${it}) { nodes { id } }`,
};
const names = Object.keys(places) as ScalarName[];
const of = (name: ScalarName) => (name === 'Cursor' ? 'query' : 'mutation');

const bodies: string[] = [];
const belarus: RequestListener = async (request, response) => {
  bodies.push((await bodyOf(request)).toString());
  response.end(JSON.stringify({ data: { belarus: null } }));
};
/** Before an agency that answers, and keeps what it is asked. */
const ask = await gatewayBefore({ belarus, russia: (request) => request.socket.destroy() });
beforeEach(() => void bodies.splice(0));

describe.each(names)('%s at the gateway', (name) => {
  const { right, wrong } = scalarTexts[name];
  const inVariable = (it: unknown) =>
    ask(`${of(name)} ($it: ${name}!) { belarus { ${places[name]('$it')} } }`, { it });
  const inDocument = (it: unknown) => ask(`${of(name)} { belarus { ${places[name](JSON.stringify(it))} } }`);
  const form = `${name} must be ${scalarForms[name].form}.`;

  test('reaches the agency unchanged in its form', async () => {
    for (const text of right) {
      expect(await inVariable(text)).toEqual({ data: { belarus: null } });
      expect(await inDocument(text)).toEqual({ data: { belarus: null } });
    }
    expect(bodies).toHaveLength(right.length * 2);
    right.forEach((text, index) => {
      expect(JSON.parse(bodies[index * 2] ?? '').variables).toEqual({ it: text });
      expect(JSON.parse(bodies[index * 2 + 1] ?? '').query).toContain(JSON.stringify(text));
    });
  });

  test.each([...wrong, 7, true, [], {}])(
    'is refused as %j, with its form, before an agency is asked',
    async (it) => {
      const { data, errors } = await inVariable(it);
      expect(data ?? null).toBeNull();
      expect(errors).toMatchObject([
        { message: `Variable "$it": ${form}`, extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect((await inDocument(it)).errors).toMatchObject([
        { message: form, extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(bodies).toEqual([]);
    },
  );
});

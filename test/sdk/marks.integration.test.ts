import { buildSchema, isObjectType, parse, print } from 'graphql';
import { currentSchema } from '../../sdk/scripts/schema-files.ts';
import { answerFrom } from '../../sdk/src/answer.ts';
import { identified } from '../../sdk/src/codegen/identified.ts';
import { fragmentsOf, selectionMapOf } from '../../sdk/src/codegen/selection.ts';
import { partialBy, withholdableBy } from '../../sdk/src/codegen/withholdable-by.ts';
import { receivedFrom } from '../../sdk/src/http/received.ts';
import type { OperationMap } from '../../sdk/src/index.ts';
import type { Mandate } from '../../terms/mandate.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { everythingOf } from '../support/coordinates/asked-of-agency.ts';
import { long } from '../support/long.ts';
import { dossierIn } from '../support/marked/records.ts';
import { criteriaOf, searchedRecords } from '../support/marked/searched.ts';
import { namedCase } from '../support/policy/states.ts';
import { everyRole, owners } from '../support/policy/table.ts';

const schema = buildSchema(currentSchema());

/** Whether a caller is told of a receipt where he reads the field: it is a `Visible`, or of a list that is a `Partly`. */
function isMarked(coordinate: string): boolean {
  const [name = '', field = ''] = coordinate.split('.');
  const type = schema.getType(name);
  if (isObjectType(type))
    return withholdableBy(type, field) !== undefined || partialBy(type, field) !== undefined;
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.some((one) => Object.keys(one.getFields()).some((list) => partialBy(one, list) === name));
}

function operationOf(query: string): OperationMap {
  const { document, added } = identified(parse(query), schema);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  const source = { schema, fragments: fragmentsOf(document), added };
  const fields = selectionMapOf(source, 'Query', operation.selectionSet);
  return { name: 'Asked', kind: 'query', source: print(document), schema: 'now', fields };
}

const half =
  '{ names { full } contacts { value } instruments { bank } harms { loss } plannedMeasures { kind } }';
const search = operationOf(`query Search($criteria: SuspectCriteria!) { searchSuspects(criteria: $criteria) {
  nodes { suspect { belarus ${half} russia ${half} } hit { reference } }
} }`);
const lists = operationOf(
  `{ ${['belarus', 'russia']
    .map(
      (agency) => `${agency} { dossiers { nodes ${half} } releasedDossiers { nodes ${half} }
      channel { queued } notices { nodes { at } } reads { nodes { at } } }`,
    )
    .join(' ')} }`,
);

const asked = [
  ...owners.flatMap((owner) => {
    const operation = operationOf(everythingOf(owner));
    return (['visible', 'released'] as const).map((state) => ({
      operation,
      variables: { id: dossierIn(owner, state) },
    }));
  }),
  { operation: search, variables: { criteria: criteriaOf(['surname', 'givenName', 'phone', 'account']) } },
  { operation: lists, variables: {} },
];

const allMandates = (['INVESTIGATION', 'PREVENTION', 'DETECTION'] as const).flatMap((purpose) =>
  (['COOPERATION_AGREEMENT', 'NATIONAL_LAW'] as const).map(
    (legalBasis): Mandate => ({
      purpose,
      legalBasis,
      ...(purpose === 'INVESTIGATION' && { case: namedCase }),
    }),
  ),
);
/** With a case under either basis, and without one. */
const mandates = long.rows(allMandates, 0, 1, 2);

describe('whatever a viewer is told that he may not read', () => {
  let federation: MarkedFederation;
  const seen = new Set<string>();
  beforeAll(async () => {
    federation = await markedFederation({ records: searchedRecords });
  });
  afterAll(() => federation.stop());

  test.each(owners.flatMap((agency) => everyRole.map((role) => ({ agency, role }))))(
    'is told where $role of $agency reads it',
    async ({ agency, role }) => {
      const untold: string[] = [];
      for (const mandate of mandates)
        for (const { operation, variables } of asked) {
          const asker = { agency, roles: [role], mandate };
          const { status, body } = await federation.ask(asker, { query: operation.source, variables });
          const received = receivedFrom(body, { requestId: 'request-0001', status, retryAfter: undefined });
          const told = new Set(
            answerFrom(received, operation).gaps.flatMap(({ gap, path }) =>
              gap.state === 'withheld' && path.length > 0 ? [gap.coordinate] : [],
            ),
          );
          for (const { coordinate, records } of received.receipts) {
            seen.add(coordinate);
            // One that is the same whatever the record may be of what is not there.
            if (!isMarked(coordinate) || (records !== null && !told.has(coordinate))) untold.push(coordinate);
          }
        }
      expect([...new Set(untold)]).toEqual([]);
    },
  );

  test('is of every kind: a null, a list that lacks entries, a criterion', () => {
    expect([...seen]).toEqual(
      expect.arrayContaining(['RussiaDossier.contacts', 'HistoryEntry.changes', 'SuspectCriteria.name']),
    );
    expect(seen.size).toBeGreaterThan(40);
  });
});

test('what is not marked would be found', () => {
  expect(isMarked('HistoryEntry.changes')).toBe(true);
  expect(isMarked('SuspectCriteria.name')).toBe(true);
  expect(['HistoryEntry.by', 'Match.band', 'DossierInput.cases'].filter(isMarked)).toEqual([]);
});

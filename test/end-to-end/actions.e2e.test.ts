import { randomUUID } from 'node:crypto';
import { everyAction } from '../support/coordinates/actions.ts';
import type { Caller } from '../support/end-to-end/callers.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { refusedInput } from '../support/end-to-end/refused-input.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { rolesOfMutation, rolesOfReading } from '../support/policy/actions.ts';
import { everyRole, type RoleName } from '../support/policy/table.ts';
import { actionsOfReading, projectFile, schemaOf } from '../support/schema-files.ts';

const { as } = sharedStack();
const schema = schemaOf(projectFile('schema/built/api.graphql'));

interface Officer {
  name: string;
  agency: 'belarus' | 'russia';
  role: RoleName;
  caller: Caller;
}

/** One of each role at each agency. */
const officers: Officer[] = (['belarus', 'russia'] as const).flatMap((agency) =>
  everyRole.map((role) => ({
    name: `${role} of ${agency}`,
    agency,
    role,
    caller: as(agency, role.toLowerCase()).for('INVESTIGATION', 'BY-2026-000001'),
  })),
);

/** Something of each officer, asked of all at once. */
const ofEach = async <Value>(ask: (officer: Officer) => Value | Promise<Value>) =>
  Object.fromEntries(
    await Promise.all(officers.map(async (officer) => [officer.name, await ask(officer)] as const)),
  );

/** The same of one after the other: large queries of so many at once would wait for each other for too long. */
async function ofEachInTurn<Value>(
  ask: (officer: Officer) => Promise<Value>,
): Promise<Record<string, Value>> {
  const asked: Record<string, Value> = {};
  for (const officer of officers) asked[officer.name] = await ask(officer);
  return asked;
}

type Acted = Record<string, Record<string, { __typename: string } | null>>;

describe.each(everyAction(schema))('an action of $namespace,', ({ namespace, actions }) => {
  test.each(actions.map(({ name, args }) => [name, args] as const))(
    '%s, is refused to every role that has it not, and to all of another agency',
    async (action, [argument]) => {
      if (!argument) throw new Error(`${action} takes nothing`);
      const document = `mutation ($input: ${argument.type}) { ${namespace} { ${action}(input: $input) { __typename } } }`;
      const input = refusedInput(argument.type);
      const met = await ofEach(async ({ caller }) => {
        const { body, codes } = await caller
          .with('idempotency-key', randomUUID())
          .query<Acted>(document, { input });
        return codes[0] ?? body.data?.[namespace]?.[action]?.__typename;
      });
      const able = rolesOfMutation.get(action);
      const nothingDone = expect.stringMatching(/^(InvalidInput|UnknownRecord)$/);
      expect(met).toEqual(
        await ofEach(({ agency, role }) =>
          agency === namespace && able?.includes(role) ? nothingDone : 'FORBIDDEN',
        ),
      );
    },
  );
});

const namespaces = [
  { namespace: 'belarus', prefix: 'Belarus' },
  { namespace: 'russia', prefix: 'Russia' },
] as const;

describe.each(namespaces)('what only some roles of $namespace read', ({ namespace, prefix }) => {
  const document = `query ($id: ID!) {
    suspect(id: $id) { ${namespace} { version history { __typename } links { state } reads { nodes { requests operations } }
      releases { reason proposedBy grantedBy recalledBy recallReason }
      shareable { isDecided } waiting { field } removals { field } } }
    ${namespace} { group(id: "BYG-0000000000000000") { history { nodes { version } } waiting { field } } channel { parked { nodes { data } } } notices { nodes { id } }
      requests(box: SENT) { nodes { ${namespace} { state } } } request(id: "BYQ-0000000000000000") { ${namespace} { state } }
      requestFigures(from: "2026-01-01", until: "2026-01-31") { __typename }
      alerts { nodes { isLinked } } alert(id: "BYA-0000000000000000") { state } indicatorExchange { waiting }
      alertFigures(from: "2026-01-01", until: "2026-01-31") { alerts }
      widelyShared { nodes { dossiers } }
      deputies { subject }
      suspensions { nodes { id } } erasedHistory(dossier: "BY-0000000000000000") { nodes { version } } reads { nodes { requests } } dossiers(first: 1) { nodes { id } } budgets { pageInfo { hasNextPage } }
      waiting { nodes { __typename } } links { nodes { __typename } } releases { nodes { __typename } }
      readers { __typename } } }`;
  const ofMeasures = `query ($id: ID!) {
    suspect(id: $id) { ${namespace} { measures { ...Taken } plannedMeasures { ...Planned } } }
    ${namespace} { measures { nodes { id } } measureFigures(from: "2026-01-01", until: "2026-01-31") { unauthorised } measureExchange { waiting } } }
    fragment Taken on Measure { target plannedBy authorisedBy startedBy urgency isUnauthorised comparesSecret check { state } }
    fragment Planned on PlannedMeasure { target plannedBy authorisedBy startedBy urgency isUnauthorised comparesSecret check { state } }`;
  const ofOperations = `{ ${namespace} { operations { nodes { ${namespace} { state } } } operation(id: "BYO-0000000000000000") { id }
    operationNames operationFigures(from: "2026-01-01", until: "2026-01-31") { operations }
    operationQuarters(from: "2026-Q1", until: "2026-Q1") { quarter } } }`;
  const actionOf = actionsOfReading(namespace);
  /** Of a class of their own below a measure: withheld by it also from roles that may take the action. */
  const ofOwnClass = /^Measure\.(check|comparesSecret)$/;
  /** What cannot be reached either where something is withheld. */
  const below: Record<string, RegExp> = {
    [`Suspect.${namespace}`]: /^.*(Dossier|Release)\./,
    [`${prefix}Query.channel`]: /^ParkedMessage\./,
    [`${prefix}Query.group`]: /Group\./,
    [`${prefix}Query.requests`]: /^InformationRequest\./,
    [`${prefix}Query.reads`]: /^RecordedRead\./,
    [`${prefix}Query.alerts`]: /^Alert\./,
    [`${prefix}Query.operations`]: /^JointOperation\./,
  };
  /** The same where a class is withheld from roles that may read what is below it in records that show them the class. */
  const belowClass: Record<string, RegExp> = {
    [`${prefix}Dossier.measures`]: /^Measure\./,
    [`${prefix}Dossier.plannedMeasures`]: /^PlannedMeasure\./,
    [`Suspect.${namespace}`]: /Measure\./,
  };

  // What an agency's officers have spent abroad their own overseer is told there, and its heads what operations came to.
  const abroad = ['readBudgets', 'readOperationQuarters'];
  const mayRead = (agency: string, role: RoleName, action = ''): boolean =>
    (agency === namespace || abroad.includes(action)) && rolesOfReading.get(action)?.includes(role) === true;

  test('is withheld from every other, and from all of another agency', async () => {
    const withheld = await ofEachInTurn(async ({ caller, agency, role }) => {
      const answers = [];
      for (const asked of [document, ofMeasures, ofOperations])
        answers.push(await caller.query(asked, { id: linked[namespace] }));
      const codes = answers.flatMap((answer) => answer.codes);
      const receipts = answers.flatMap(({ body }) => body.extensions?.redactions ?? []);
      const told = receipts.filter(({ reason }) => reason === 'ROLE').map(({ coordinate }) => coordinate);
      const covered = receipts.flatMap(({ coordinate }) => below[coordinate] ?? []);
      const coveredByClass = receipts.flatMap(({ coordinate }) => belowClass[coordinate] ?? []);
      expect(codes).toEqual([]);
      return [...actionOf.keys()].filter(
        (coordinate) =>
          (told.includes(coordinate) &&
            !(ofOwnClass.test(coordinate) && mayRead(agency, role, actionOf.get(coordinate)))) ||
          covered.some((each) => each.test(coordinate)) ||
          (!mayRead(agency, role, actionOf.get(coordinate)) &&
            coveredByClass.some((each) => each.test(coordinate))),
      );
    });
    expect(withheld).toEqual(
      await ofEach(({ agency, role }) =>
        [...actionOf]
          .filter(([, action]) => !mayRead(agency, role, action))
          .map(([coordinate]) => coordinate),
      ),
    );
  });
});

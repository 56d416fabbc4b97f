import fc from 'fast-check';
import { type DocumentNode, Kind, parse, print, validate, visit } from 'graphql';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';
import { bothGateways } from './support/both-gateways.ts';
import { type Explanation, explained } from './support/explained.ts';
import { type Fault, faults, randomAnswer } from './support/random-answer.ts';
import { askable, Coverage, drawsFrom, randomDocument } from './support/random-document.ts';

const runs = Number(process.env.DIFFERENTIAL_RUNS ?? 300);

/** One value in so many is wrong; 0 for none. */
const rates = [0, 200, 60, 15];

/** The document with the type of every object asked, which the stock gateway otherwise forgets between fragments. */
const withTypes = (document: DocumentNode): string =>
  print(
    visit(document, {
      SelectionSet: {
        leave: (set, _key, parent) =>
          parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
            ? undefined
            : {
                ...set,
                selections: [
                  { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } },
                  ...set.selections,
                ],
              },
      },
    }),
  );

test('random documents and random answers, right and wrong ones, are answered as the stock gateway does', async () => {
  const { schema, ask } = await bothGateways(supergraphSdl());
  const answered = schemaOf(supergraphSdl());
  const coverage = new Coverage();
  const all = new Set<Fault>();
  const differing = new Map<Explanation, number>();
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.constantFrom(...rates), fc.boolean(), async (seed, rate, yes) => {
      const query = randomDocument(schema, drawsFrom(seed), coverage);
      expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
      const met = new Set<Fault>();
      const variables = { yes };
      const answer = randomAnswer(answered, seed, rate, met);
      const found = await ask({ query, variables }, answer);
      const asked = explained(found, met);
      const again = asked ? found : await ask({ query: withTypes(parse(query)), variables }, answer);
      const explanation = asked ?? (explained(again, met) && 'fragments inside fragments');
      if (!explanation) throw new Error(`no difference of the list: ${JSON.stringify({ query, ...again })}`);
      for (const fault of met) all.add(fault);
      differing.set(explanation, (differing.get(explanation) ?? 0) + 1);
    }),
    { numRuns: runs, seed: 19, endOnFailure: true },
  );
  const { fields, directives, types } = askable(schema);
  const share = (of: readonly string[]) => coverage.of(of);
  const told = { fields: share(fields), directives: share(directives), types: share(types) };
  process.stdout.write(
    `${JSON.stringify({ runs, ...told, faults: [...all], differing: Object.fromEntries(differing) })}\n`,
  );
  expect([told.fields.missing, told.directives.missing, told.types.missing]).toEqual([[], [], []]);
  expect([...all].sort()).toEqual([...faults].sort());
}, 600_000);

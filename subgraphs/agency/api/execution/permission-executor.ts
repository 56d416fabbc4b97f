import { execute, extendSchema, type GraphQLSchema, isInterfaceType, isObjectType, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type CompiledQuery, compileQuery } from '../../../../server/executor/compile-query.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { Redaction } from '../../permissions/redactions.ts';
import type { Verdicts } from '../../permissions/verdicts.ts';
import type { AnsweredWithParent } from '../context/answered-with-parent.ts';
import type { RequestContext } from '../context/request-context.ts';
import { type Asked, askedIn } from './asked-in.ts';
import { areMet } from './conditions.ts';
import { type Coordinates, coordinatesOf } from './coordinates.ts';
import { type Denial, denialOf } from './denial.ts';
import { guardByRecord } from './guard-by-record.ts';
import { operationNamed } from './operation-named.ts';
import type { Execute, OperationRequest } from './operation-request.ts';
import type { RecordRules } from './record-rules.ts';
import { type DecideField, deniedField, withholdIn } from './withhold-in.ts';

/** One operation of a document, for one set of verdicts. */
interface Prepared {
  document: ReturnType<typeof parse>;
  denials: Asked<Denial>[];
  /** The fields that are answered with the one above them. */
  answered: Asked<AnsweredWithParent>[];
  /** Once it is asked again. */
  compiled: CompiledQuery | undefined;
}

const mebibyte = 1024 * 1024;

/** All that is prepared, in bytes of memory: some thousands of documents, each for a set of verdicts. */
const mostBytes = 64 * mebibyte;

/** Measured: a rewritten document, with what was found in it, keeps 45 to 80 bytes for each letter of its text. */
const bytesOfLetter = 80;

/** As long as a text can be without much in it. */
const fewestLetters = 100;

/** Bytes of memory that an operation keeps, about. */
const weightOf = ({ document: { loc }, compiled }: Prepared): number =>
  bytesOfLetter * Math.max(fewestLetters, loc?.end ?? 0) + (compiled?.bytes ?? 0);

/** A schema in which every object can say that a field of it is denied. */
function withDeniedField(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('_'),
  );
  const extensions = types.map(
    (type) => `extend ${isObjectType(type) ? 'type' : 'interface'} ${type.name} { ${deniedField}: String }`,
  );
  return extendSchema(schema, parse(extensions.join('\n')), { assumeValid: true });
}

/**
 * Executes operations with what each viewer may not read left out: what policy denies is replaced in the document, once
 * for each set of verdicts, and what a record decides is asked of it. An answer says what was withheld and why, and
 * what was read is on record before it leaves.
 * @throws SettingsError when a field of the schema would be guarded by nothing
 */
export function permissionExecutor(
  schema: GraphQLSchema,
  owner: Agency,
  rules: RecordRules,
  choosingLists: readonly string[] = [],
): Execute {
  const coordinates: Coordinates = coordinatesOf(schema);
  const executed = withDeniedField(schema);
  const withParent = guardByRecord(executed, coordinates, rules, choosingLists);
  const prepared = new LRUCache<string, Prepared>({
    maxSize: mostBytes,
    sizeCalculation: weightOf,
  });

  const prepare = (
    document: Prepared['document'],
    operationName: OperationRequest['operationName'],
    verdicts: Verdicts,
  ) => {
    const decide: DecideField = (coordinate, field) => denialOf(coordinate, field, verdicts);
    const asked = askedIn<Denial | AnsweredWithParent>(
      document,
      operationName,
      schema,
      coordinates,
      (coordinate, field, parent) => {
        const denial = decide(coordinate, field);
        if (denial) return { found: denial, enter: false };
        const isTold = parent && withParent.has(coordinate.name);
        return { ...(isTold && { found: { name: coordinate.name, parent: parent.name } }), enter: true };
      },
    );
    const isDenial = (one: Asked<Denial | AnsweredWithParent>): one is Asked<Denial> => 'reason' in one.found;
    return {
      document: withholdIn(document, executed, coordinates, decide),
      denials: asked.filter(isDenial),
      answered: asked.filter((one): one is Asked<AnsweredWithParent> => !isDenial(one)),
      compiled: undefined,
    };
  };

  return async ({ document, queryHash, operationName, variables = {}, context }) => {
    const { permissions, reads, spending } = context;
    const key = `${queryHash} ${operationName ?? ''} ${permissions.verdicts.key}`;
    const known = prepared.get(key);
    const found: Prepared = known ?? prepare(document, operationName, permissions.verdicts);
    if (known) known.compiled ??= compileQuery({ schema: executed, document: known.document, operationName });
    else prepared.set(key, found);
    const { compiled } = found;
    const bytes = compiled?.bytes;
    const result = await (compiled
      ? compiled.run(context, variables)
      : execute({
          schema: executed,
          document: found.document,
          operationName,
          variableValues: variables,
          contextValue: context,
        }));
    // What is answered for the first time is compiled then. Under the same object the cache would not weigh it anew.
    if (bytes !== compiled?.bytes) prepared.set(key, { ...found });
    const operation = operationNamed(document, operationName);
    const isAsked = ({ conditions }: Asked<unknown>) => areMet(conditions, variables, operation);
    const byRecord = permissions.withheld.receipts();
    await Promise.all([
      reads.record({
        answered: found.answered.filter(isAsked).map((one) => one.found),
        withheld: byRecord,
      }),
      spending.settle(),
    ]);
    const redactions = [...staticReceipts(found.denials.filter(isAsked), owner, context), ...byRecord];
    const handling = permissions.handled.told();
    if (redactions.length === 0 && handling.length === 0) return result;
    const extensions = {
      ...(redactions.length > 0 && { redactions }),
      ...(handling.length > 0 && { handling }),
    };
    return { ...result, extensions };
  };
}

/** They follow from the document and the verdicts alone, so they are the same whether there is a record or none. */
function staticReceipts(
  denials: readonly Asked<Denial>[],
  owner: Agency,
  { permissions }: RequestContext,
): Redaction[] {
  const receipts = new Map<string, Redaction>();
  for (const { found } of denials) {
    const { coordinate, class: informationClass, reason } = found;
    receipts.set(`${coordinate} ${reason}`, {
      coordinate,
      class: informationClass,
      owner,
      reason,
      records: null,
      ...permissions.remedy(reason, found),
    });
  }
  return [...receipts.values()];
}

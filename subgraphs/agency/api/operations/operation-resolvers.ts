import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { subgraphOf } from '../../../../terms/agencies.ts';
import { type OperationState, operationStates } from '../../../../terms/enums.ts';
import { operationIdForm } from '../../../../terms/operation-id.ts';
import { operationNames } from '../../../../terms/operation-names.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { operationState } from '../../records/operations/half/operation-state.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { shownPage } from '../paging/shown-page.ts';
import { draftFields, operationFields, operationMeasureFields, termsFields } from './operation-fields.ts';
import { isKnownOperation, operationListsFor } from './shown-operation.ts';

/** An operation by its id, with its record where it was read already. */
export interface OperationReference {
  id: string;
  record?: OperationRecord;
}

const referenceTo = (record: OperationRecord) => ({ id: record._id, record }) satisfies OperationReference;

/** The half of an operation, as far as the viewer may know of it; that it is shown goes on record. */
async function halfOf(
  { id, record }: OperationReference,
  context: RequestContext,
): Promise<OperationRecord | undefined> {
  const found = record ?? (operationIdForm.test(id) ? await context.loaders.operation.load(id) : null);
  if (!found || !isKnownOperation(found, context)) return undefined;
  context.reads.noteOperation(found._id);
  return found;
}

/** A page of the operations that the viewer may know of. */
async function listed(
  _source: unknown,
  { states, ...page }: PageArguments & { states?: readonly OperationState[] | null },
  context: RequestContext,
) {
  const { cursors, stores, now } = context;
  const asked = operationStates.filter((state) => states?.includes(state) ?? true);
  const request = await pageRequest(page, cursors, ['operations', ...(states ? asked : [])].join(' '));
  const lists = operationListsFor(context);
  const { shown, isMore } = await shownPage<OperationRecord, OperationRecord>(request, {
    // A state may be behind time until the next minute, so that it is decided on what was read.
    read: ({ after: before, limit }) => stores.operations.page({ lists, before, limit }),
    placeOf: ({ place }) => place,
    show: async (record) =>
      isKnownOperation(record, context) && asked.includes(operationState(record.operation, now))
        ? record
        : undefined,
  });
  return connectionOf(request, shown.map(referenceTo), ({ record }) => record.place, isMore);
}

/** The joint operations of an agency, as its officers list and read them. */
export function operationResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency } = definition;
  const prefix = typePrefixOf(definition);
  return {
    JointOperation: {
      // A representation can be anything: what is no id of an operation is nobody's.
      __resolveReference: ({ id }: { id: unknown }): OperationReference => ({ id: String(id) }),
      [subgraphOf(agency)]: (reference: OperationReference, _arguments: unknown, context: RequestContext) =>
        halfOf(reference, context),
    },
    [`${prefix}Query`]: {
      operations: listed,
      operation: async (_source: unknown, { id }: { id: string }, context: RequestContext) =>
        (await halfOf({ id }, context)) ? { id } : null,
      operationNames: async (_source: unknown, _arguments: unknown, { stores }: RequestContext) => {
        const taken = await stores.operations.namesTaken();
        return operationNames.filter((name) => !taken.includes(name));
      },
    },
    [`${prefix}Operation`]: operationFields(definition),
    OperationDraft: draftFields,
    OperationTerms: termsFields(definition),
    OperationMeasure: operationMeasureFields,
    RecordedOperation: {
      of: ({ record }: { record: OperationRecord }) => record._id,
      operation: ({ record }: { record: OperationRecord }) => referenceTo(record),
    },
  };
}

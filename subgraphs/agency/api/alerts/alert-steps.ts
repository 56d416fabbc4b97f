import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { Action } from '../../../../terms/actions.ts';
import type { AlertMeans, DismissalReason } from '../../../../terms/enums.ts';
import { lookAgain } from '../../actions/indicators/look-again.ts';
import { stepAlert } from '../../actions/step-alert.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid, unknownRecord } from '../../records/action-outcome.ts';
import type { AlertEvent } from '../../records/alerts/alert-transition.ts';
import { isWidelyShared } from '../../records/indicators/spread.ts';
import { refuse } from '../../records/problem.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandCaseOfAlert, isKnownAlert } from './known-alert.ts';
import { isKnownMeans } from './known-means.ts';
import { demandReadable } from './readable-holders.ts';

/** Any step on an alert names it. */
interface Target {
  alert: string;
  version: number;
}

/** The longest name of an operation, which is longer than any id. */
const longestName = 100;

/** Tells that so many cases and officers hold an identifier that it tells nobody apart. */
const isShared = async (sightings: RequestContext['stores']['sightings'], indicator: string) => {
  const spread = (await sightings.spread([indicator])).get(indicator);
  return spread !== undefined && isWidelyShared(spread);
};

/** The steps of officers on alerts. */
export function alertSteps(definition: AgencyDefinition): Resolvers<RequestContext> {
  const onAlert =
    <Input extends Target>(
      action: Action,
      eventOf: (input: Input, step: { by: string; at: Date }, isSo: boolean) => AlertEvent,
    ) =>
    async (_source: unknown, { input }: { input: Input }, context: RequestContext) => {
      const author = authorOf(context, action, input);
      const { alert: id, version } = input;
      const { by, at } = author;
      const { alerts, sightings } = context.stores;
      const record = await alerts.read(id);
      const isKnown = record !== null && isKnownAlert(record, context);
      const isSo = action === 'callWidelyShared' && isKnown && (await isShared(sightings, record.indicator));
      const event = eventOf(input, { by, at }, isSo);
      if (event.kind === 'ACT' && (event.named === '' || event.named.length > longestName))
        return invalid(refuse('OUT_OF_RANGE', `must be 1 to ${longestName} characters`, 'named').problems);
      if (isKnown) {
        demandCaseOfAlert(context, record, action);
        await demandReadable(record, context);
        if (event.kind === 'ACT' && !(await isKnownMeans(event, record, context)))
          return unknownRecord(event.named);
      }
      const outcome = await stepAlert(alerts, author, {
        id,
        version,
        isKnown: (alert) => isKnownAlert(alert, context),
        event,
      });
      // Its token is withdrawn when its dossiers are followed up; again for a request that is repeated.
      if ('alert' in outcome && (event.kind === 'CALL_WIDELY_SHARED' || event.kind === 'DISMISS'))
        await lookAgain({ alerts, sightings }, outcome.alert);
      return 'alert' in outcome ? { __typename: 'RecordedAlert', ...outcome } : outcome;
    };

  return {
    [`${typePrefixOf(definition)}Mutation`]: {
      acknowledgeAlert: onAlert('acknowledgeAlert', (_input, step) => ({ kind: 'ACKNOWLEDGE', ...step })),
      actOnAlert: onAlert<Target & { means: AlertMeans; named: string }>(
        'actOnAlert',
        ({ means, named }, step) => ({ kind: 'ACT', ...step, means, named: named.trim() }),
      ),
      callWidelyShared: onAlert('callWidelyShared', (_input, step, isSo) => ({
        kind: 'CALL_WIDELY_SHARED',
        ...step,
        isSo,
      })),
      dismissAlert: onAlert<Target & { reason: DismissalReason }>('dismissAlert', ({ reason }, step) => ({
        kind: 'DISMISS',
        ...step,
        reason,
      })),
    },
  };
}

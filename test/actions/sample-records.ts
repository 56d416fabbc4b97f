import { type AlertRecord, withAlertColumns } from '../../subgraphs/agency/records/alerts/alert-record.ts';
import type { SightingRecord } from '../../subgraphs/agency/records/indicators/sighting.ts';
import type { CheckRecord } from '../../subgraphs/agency/records/measures/comparing/check-record.ts';
import type { RequestRecord } from '../../subgraphs/agency/records/requests/request-record.ts';
import type { RequestAction } from '../../subgraphs/agency/records/requests/steps/request-steps.ts';
import { openChecks } from '../support/hand-made-measures.ts';
import { requestAt } from '../support/hand-made-requests.ts';
import { requestActions, requestSamples } from './request-samples.ts';
import { actionNames } from './take.ts';

/** Each action has a dossier of its own, so that none is in another's way. */
export const dossierFor = (action: string) => `BY-${String(actionNames.indexOf(action)).padStart(12, '0')}`;
export const groupFor = (action: string) => `BYG-${String(actionNames.indexOf(action)).padStart(16, '0')}`;
/** Each action on a request has one of its own, as far as the action needs it. */
export const requestFor = (action: RequestAction): RequestRecord => {
  const [name, dossier] = [String(actionNames.indexOf(action)).padStart(16, '0'), dossierFor(action)];
  return requestAt(requestSamples[action].stage, { name, dossier, cases: ['BY-2026-000001'] });
};
export const requestsOfSamples = (): RequestRecord[] => requestActions.map(requestFor);
/** Each action on an alert has one of its own; of one more no officer has seen it. */
export const alertFor = (action: string) => `BYA-${String(actionNames.indexOf(action)).padStart(16, '0')}`;
export const unseen = 'BYA-9999999999999999';
export const alertAt = (id: string, isSeen: boolean): AlertRecord => {
  const at = new Date(Date.now() - 86_400_000);
  const names = { own: id, theirs: id, case: 'BY-2026-000001' };
  return withAlertColumns(
    {
      _id: id,
      version: 1,
      alert: {
        id,
        other: 'RUSSIA',
        kind: 'DOMAIN',
        case: names.case,
        since: at,
        ...(isSeen && { acknowledged: { by: 'liaison-2', at } }),
      },
      ...names,
      indicator: id,
      dossiers: [],
      reference: `RUH-${'0'.repeat(20)}`,
      place: id,
      taken: [],
    },
    new Date(),
  );
};
export const alertsOfSamples = (): AlertRecord[] => [
  alertAt(alertFor('acknowledgeAlert'), false),
  alertAt(alertFor('actOnAlert'), true),
  alertAt(alertFor('dismissAlert'), true),
  alertAt(alertFor('callWidelyShared'), true),
  alertAt(unseen, false),
];
const sightingAt = (
  indicator: string,
  dossier: string,
  cases: string[],
  recorder?: string,
): SightingRecord => ({
  _id: `${dossier} ${indicator}`,
  dossier,
  indicator,
  kind: 'DOMAIN',
  value: 'probny.example',
  cases,
  ...(recorder !== undefined && { recorder }),
  at: new Date(),
  isImported: false,
});

/** Each is of an identifier of a dossier that its officers may read. */
export const sightingsOfSamples = (): SightingRecord[] => [
  ...alertsOfSamples().map(({ _id, case: caseNumber }) =>
    sightingAt(_id, dossierFor('acknowledgeAlert'), [caseNumber]),
  ),
  // So many cases and officers hold this one that it is widely shared.
  ...['A', 'B', 'C'].map((officer) =>
    sightingAt(
      alertFor('callWidelyShared'),
      `BY-OF${officer}`,
      Array.from({ length: 21 }, (_, index) => `BY-2020-${100_000 + index}`),
      officer,
    ),
  ),
];

export const checksOfSamples = (): CheckRecord[] =>
  ['coordinateMeasure', 'overrideMeasure'].flatMap((action) => openChecks(dossierFor(action)));

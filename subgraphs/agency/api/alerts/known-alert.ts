import { callerError } from '../../../../server/errors.ts';
import type { Action } from '../../../../terms/actions.ts';
import type { IndicatorKind, InformationClass } from '../../../../terms/enums.ts';
import { mandateHeaders } from '../../../../terms/mandate.ts';
import { mayAct } from '../../permissions/may-act.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import type { RequestContext } from '../context/request-context.ts';

type Asking = Pick<RequestContext, 'permissions' | 'mandate'>;

/** The class of the values that are identifiers of each kind. */
export const classOfIndicator: Readonly<Record<IndicatorKind, InformationClass>> = {
  DOCUMENT: 'IDENTITY',
  PHONE: 'CONTACT',
  EMAIL: 'CONTACT',
  ACCOUNT: 'FINANCIAL',
  WALLET: 'FINANCIAL',
  IMEI: 'TECHNICAL',
  DOMAIN: 'TECHNICAL',
  MALWARE_SAMPLE: 'TECHNICAL',
  SIM_BOX: 'TECHNICAL',
  SIP_TRUNK: 'TECHNICAL',
};

/** The case whose alerts a viewer may know of: one, or all of them for a LIAISON; undefined where there is none. */
export function casesKnown({ permissions: { verdicts }, mandate }: Asking): string | 'ALL' | undefined {
  if (!mayAct(verdicts.side, verdicts.roles, 'readAlerts')) return undefined;
  return verdicts.roles.includes('LIAISON') ? 'ALL' : mandate.case;
}

/** Tells if a viewer may know of an alert. To one who may not there is none. */
export function isKnownAlert({ case: caseNumber }: Pick<AlertRecord, 'case'>, asking: Asking): boolean {
  const known = casesKnown(asking);
  return known === 'ALL' || known === caseNumber;
}

/**
 * Demands that the officer works on an alert's case, for a step on it: a LIAISON knows of the alerts of all cases.
 * @throws FORBIDDEN
 */
export function demandCaseOfAlert(
  { mandate }: Pick<Asking, 'mandate'>,
  { case: caseNumber }: Pick<AlertRecord, 'case'>,
  action: Action,
): void {
  if (mandate.case === caseNumber) return;
  throw callerError(
    'FORBIDDEN',
    `\`${action}\` is for officers of the alert’s case: name its case in ${mandateHeaders.case}, if it is assigned to you, or ask an officer of it.`,
  );
}

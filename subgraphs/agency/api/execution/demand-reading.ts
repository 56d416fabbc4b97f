import { callerError } from '../../../../server/errors.ts';
import type { Action } from '../../../../terms/actions.ts';
import type { InformationClass } from '../../../../terms/enums.ts';
import { mandateHeaders } from '../../../../terms/mandate.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { RequestContents } from '../../records/requests/request-record.ts';
import { isCleared } from '../../records/values/status.ts';
import type { RequestContext } from '../context/request-context.ts';

/**
 * Demands that the officer may read what a step is about: what is wrong with it says something of the dossier, and nobody
 * changes, gives away or joins what they may not see.
 * @throws FORBIDDEN, before anything is said of the dossier
 */
export function demandReading(
  { permissions }: Pick<RequestContext, 'permissions'>,
  dossier: DossierRecord,
  classes: readonly InformationClass[],
): void {
  for (const informationClass of classes) {
    const ruling = permissions.decide(informationClass, dossier);
    if (ruling === 'ALLOW') continue;
    const { remedy } = permissions.remedy(ruling, { class: informationClass });
    throw callerError(
      'FORBIDDEN',
      `You cannot take a step on a dossier whose ${informationClass} fields you may not read under your mandate. ${remedy}`,
    );
  }
}

/**
 * Demands a ground that counts abroad, for a step by which another agency is given or told something. What takes back needs none.
 * @throws MANDATE_INVALID
 */
export function demandGroundAbroad({ mandate }: Pick<RequestContext, 'mandate'>, action: Action): void {
  if (mandate.legalBasis !== 'NATIONAL_LAW') return;
  throw callerError(
    'MANDATE_INVALID',
    `\`${action}\` reaches another agency, where national law is not a legal basis: name an agreement between the states in \`concord-legal-basis\`.`,
  );
}

/** True for an officer who works on a dossier: their mandate names one of its cases. A dossier without cases is any supervisor's. */
export const worksOn = (
  { mandate, permissions }: Pick<RequestContext, 'mandate' | 'permissions'>,
  { cases }: Pick<DossierRecord, 'cases'>,
): boolean =>
  cases.length === 0
    ? permissions.verdicts.roles.includes('SUPERVISOR')
    : mandate.case !== undefined && cases.includes(mandate.case);

/**
 * Demands that the officer works on a dossier, for a step that changes what it holds. It is asked after `demandReading`, so that only
 * whoever may read the dossier learns by it that the dossier has other cases.
 * @throws FORBIDDEN
 */
export function demandCaseOf(
  context: Pick<RequestContext, 'mandate' | 'permissions'>,
  dossier: Pick<DossierRecord, 'cases'>,
  action: Action,
): void {
  if (worksOn(context, dossier)) return;
  throw callerError(
    'FORBIDDEN',
    `\`${action}\` changes what a dossier holds, which only officers of one of its cases do: name a case of the dossier that is assigned to you in ${mandateHeaders.case}, or ask an officer of its case. A dossier without cases is any SUPERVISOR's.`,
  );
}

/**
 * Demands that the officer works on the case for which the agency has asked, for a step that ends or closes its request, or replies for it: others
 * of the agency know of the requests of all cases.
 * @throws FORBIDDEN
 */
export function demandCaseOfRequest(
  { mandate }: Pick<RequestContext, 'mandate'>,
  { half, content }: Pick<RequestContents, 'half' | 'content'>,
  action: Action,
): void {
  if (half.side !== 'ASKER' || content.case === mandate.case) return;
  throw callerError(
    'FORBIDDEN',
    `\`${action}\` ends a request or speaks for it, which only officers of its case do: name its case in ${mandateHeaders.case}, if it is assigned to you, or ask an officer of it.`,
  );
}

/** True for an officer who works on a dossier, under whichever case of their token. */
export const hasCaseOf = (context: RequestContext, dossier: Pick<DossierRecord, 'cases'>): boolean =>
  worksOn(context, dossier) || dossier.cases.some((number) => context.viewer.cases.includes(number));

/** Tells that no case of the dossier is one of the officer's. Of a person who was cleared there is nothing left to warn of. */
export const isOutside = (context: RequestContext, dossier: DossierRecord): boolean =>
  !isCleared(dossier) && !hasCaseOf(context, dossier);

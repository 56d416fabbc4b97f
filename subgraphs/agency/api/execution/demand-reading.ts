import { callerError } from '../../../../server/errors.ts';
import type { InformationClass } from '../../../../terms/enums.ts';
import type { Action } from '../../permissions/actions.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
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

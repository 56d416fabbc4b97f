import { callerError } from '../../../../server/errors.ts';
import type { InformationClass } from '../../../../terms/enums.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import { classOfCriterion, criteriaOf, givenIn } from '../../records/formats/criteria/class-of-criterion.ts';
import { criteriaShown, type ShownCriterion } from '../../records/requests/criteria-shown.ts';
import type { RequestContents } from '../../records/requests/request-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { asRecord, type ShownRequest } from './shown-request.ts';

type Deciding = Pick<RequestContext, 'permissions'>;

/** The classes of all that a person can be named by. */
const classes = [...new Set(Object.values(classOfCriterion))];

/**
 * The criteria that a request names its person by, as far as the viewer may read values of their classes; null where it names no person.
 * That there is another is withheld too. So there is a receipt for each class that the viewer may not read, whether a criterion is of it or not.
 */
export function readableCriteria(
  { _id, content: { subject } }: ShownRequest,
  decidedOn: DossierPart,
  { permissions }: Deciding,
): ShownCriterion[] | null {
  if (!('criteria' in subject)) return null;
  const refused = new Set<InformationClass>();
  for (const of of classes) {
    const ruling = permissions.decide(of, decidedOn);
    if (ruling === 'ALLOW') continue;
    refused.add(of);
    permissions.withheld.note({ coordinate: 'RequestSubject.criteria', class: of }, ruling, _id);
  }
  return criteriaShown(criteriaOf(subject.criteria, (of) => !refused.has(of)));
}

/**
 * Demands that the officer may read all that a request of this agency names its person by, for the step that sends it.
 * @throws FORBIDDEN
 */
export function demandCriteria(
  request: Pick<RequestContents, '_id' | 'content'>,
  { permissions }: Deciding,
): void {
  const { subject } = request.content;
  if (!('criteria' in subject)) return;
  const decidedOn = asRecord(request);
  for (const of of new Set(givenIn(subject.criteria).map((criterion) => classOfCriterion[criterion]))) {
    const ruling = permissions.decide(of, decidedOn);
    if (ruling === 'ALLOW') continue;
    const { remedy } = permissions.remedy(ruling, { class: of });
    throw callerError(
      'FORBIDDEN',
      `You cannot send a request that names a person by ${of}, which you may not read under your mandate. ${remedy}`,
    );
  }
}

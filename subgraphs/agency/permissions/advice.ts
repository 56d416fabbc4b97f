import type { Agency } from '../../../terms/agencies.ts';
import type { AdviceCode, InformationClass, Purpose, Role } from '../../../terms/enums.ts';
import type { Side } from './policy.ts';

/**
 * An advice as a code and what its sentence names, for clients that say it in another language. It holds nothing that the
 * sentence does not.
 */
export interface Advice {
  code: AdviceCode;
  roles?: readonly Role[];
  purposes?: readonly Purpose[];
  contactPoint?: string;
}

const orList = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** An advice in a sentence. */
export function sentenceOf(
  { code, roles = [], purposes = [], contactPoint = '' }: Advice,
  { owner, informationClass }: { owner: Agency; informationClass: InformationClass },
): string {
  switch (code) {
    case 'ACTION_OF_ROLES':
      return `This is for the ${orList.format(roles)} of ${owner}. Ask a colleague with that role.`;
    case 'OWNERS_OFFICERS':
      return `${owner} keeps this to its own officers.`;
    case 'OTHER_ROLE':
      return `Your role may not read ${informationClass} of ${owner}; ${orList.format(roles)} may for some purposes. Ask a colleague with that role.`;
    case 'NOBODY':
      return `${owner} lets nobody of your agency read ${informationClass}.`;
    case 'OTHER_PURPOSE':
      return `Not for this purpose. Your role may read it for ${orList.format(purposes)}, if that is your purpose.`;
    case 'NO_OTHER_PURPOSE':
      return 'Not for this purpose.';
    case 'NAME_AGREEMENT':
      return 'NATIONAL_LAW does not open another agency’s records. Name the agreement that you act under.';
    case 'NAME_CASE':
      return 'Name a case of this dossier or request in `concord-case`, if it is assigned to you.';
    case 'GIVE_REASON':
      return 'The dossier or request belongs to none of your mandate’s cases. Say in `concord-reason` why you read it, or name one of its cases.';
    case 'RELEASE_FOR_CASE':
      return `The release is for another case. Ask ${contactPoint} for a release for yours.`;
    case 'ASK_RELEASE':
      return `Ask ${contactPoint} to release ${informationClass} of this dossier, naming your case and purpose.`;
    case 'ASK_NEW_RELEASE':
      return `The release has ended. Ask ${contactPoint} for a new one.`;
    case 'ASK_WHY_RECALLED':
      return `${owner} has recalled the release. Ask ${contactPoint} why.`;
    case 'DOSSIER_BY_CASE':
      return 'It depends on the dossier: name one of its cases in `concord-case`.';
    case 'DOSSIER_BY_CASE_OR_REASON':
      return 'It depends on the dossier: name one of its cases in `concord-case`, or say in `concord-reason` why you read it.';
    case 'DOSSIER_BY_RELEASE':
      return 'It depends on the dossier: it must be released to your agency for this purpose, or its owner must share the class.';
  }
}

/** Advice for a class that depends on the record. */
export function adviceByRecord(side: Side, wantsReason: boolean): Advice {
  if (side === 'foreign') return { code: 'DOSSIER_BY_RELEASE' };
  return { code: wantsReason ? 'DOSSIER_BY_CASE_OR_REASON' : 'DOSSIER_BY_CASE' };
}

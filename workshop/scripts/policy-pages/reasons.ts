import type { RedactionReason } from '../../../terms/enums.ts';
import { code, table } from './markdown.ts';

interface Meaning {
  /** What decided it: the policy alone, or a dossier. */
  decidedBy: string;
  means: string;
}

/** Each reason in words; a reason without them does not compile. */
const meanings: Record<RedactionReason, Meaning> = {
  ROLE: {
    decidedBy: 'policy',
    means:
      'This role may not read the class for any purpose, or may not take the action that the field is for.',
  },
  PURPOSE: {
    decidedBy: 'policy, or the dossier',
    means:
      'The role reads the class, but not for this purpose; or the dossier has a release in force for other purposes.',
  },
  LEGAL_BASIS: {
    decidedBy: 'policy',
    means: 'The legal basis is `NATIONAL_LAW`, which does not open another agency’s records.',
  },
  CASE: {
    decidedBy: 'the dossier',
    means:
      'To an own viewer: the case of their request is none of the dossier’s, nor that of the request for information. To another agency: the release is for another case.',
  },
  REASON_NEEDED: {
    decidedBy: 'the dossier',
    means:
      'To an own viewer: the case of the request is none of the dossier’s, and the request gives no reason. Only where the agency demands reasons.',
  },
  NOT_RELEASED: {
    decidedBy: 'the dossier',
    means:
      'No release of the class to the viewer’s agency is in force, and none for their purpose and case has ended or been recalled.',
  },
  RELEASE_EXPIRED: {
    decidedBy: 'the dossier',
    means: 'It was released to the viewer’s agency, for this purpose and case, and that release has ended.',
  },
  RELEASE_RECALLED: {
    decidedBy: 'the dossier',
    means:
      'It was released to the viewer’s agency, for this purpose and case, and its owner has taken it back.',
  },
};

export const reasonsTable = (): string =>
  table(
    ['reason', 'decided by', 'means'],
    (Object.keys(meanings) as RedactionReason[]).map((reason) => {
      const { decidedBy, means } = meanings[reason];
      return [code(reason), decidedBy, means];
    }),
  );

import type { Agency } from '../../../terms/agencies.ts';

/** The ids of marked dossiers are all of one length, so that answers about two of them can be compared byte by byte. */
export const markedId = (prefix: 'BY' | 'RU', number: number): string =>
  `${prefix}-PRMSSN00000000${String(number).padStart(2, '0')}`;

/** Stands in every text of one class of one dossier and nowhere else: whoever finds it has read that class. */
export const mark = (of: string, dossier: string): string => `MARK-${of}-${dossier.replace('-', '')}-`;

/** The dossier's own case, which no mandate names. */
export const markedCase = (dossier: string): string => `${dossier.slice(0, 2)}-2099-0000${dossier.slice(-2)}`;

export const groupMark = (group: string): string => `MARK-GROUP-${group}-`;

/**
 * Groups of an agency: of most of its dossiers, of those that nobody abroad may know of, and one that one officer has recorded alone,
 * to which all belong.
 */
export const groupsOf = (agency: Agency) => {
  const prefix = agency === 'BELARUS' ? 'BYG' : 'RUG';
  return {
    many: `${prefix}-MANY000000000000`,
    dark: `${prefix}-DARK000000000000`,
    waiting: `${prefix}-WA1T000000000000`,
  };
};

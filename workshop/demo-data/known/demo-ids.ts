/**
 * Dossiers that every demo database has, the same whatever its seed and size; documentation and first queries name them.
 */

/** One person whom both agencies know, and whom both have confirmed to be the same. */
export const linkedPerson = { BELARUS: 'BY-7Q4KZ0XN3VDH9TRC', RUSSIA: 'RU-E58GM1WYB6PJ2SAF' } as const;

/** A person whom only Belarus knows; she shares a SIM box, a wallet and the group with the linked person. */
export const knownToOne = 'BY-3JXC90FVT7KQ5NHE';

/** One person whom both agencies know, too, which nobody has decided yet; neither may see the other's dossier. */
export const unlinkedPerson = { BELARUS: 'BY-KX7097MG01XE46B7', RUSSIA: 'RU-GHJF9Q512DYM82HW' } as const;

/** The call centre that both belong to, as each agency has recorded it. */
export const knownGroups = { BELARUS: 'BYG-5WD0RQ8K2ZN7TX4M', RUSSIA: 'RUG-H3VB61CYS9EJ0PGA' } as const;

/** The joint operation of both agencies that goes on. */
export const activeOperation = 'BYO-W41K8ZSXN3VDH9TR';

/** How Russia has recorded the linked person, in part. */
export const linkedPersonName = 'Городейко Евгений';

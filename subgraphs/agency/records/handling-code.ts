/** Who may see that a dossier exists: every agency, agencies that it is released to, or its owner alone. */
export const handlingCodes = ['SHAREABLE', 'ON_RELEASE', 'ORIGINATOR_ONLY'] as const;
export type HandlingCode = (typeof handlingCodes)[number];

/** The handling codes that one officer alone may give: SHAREABLE takes two. */
export const narrowCodes = ['ON_RELEASE', 'ORIGINATOR_ONLY'] as const;

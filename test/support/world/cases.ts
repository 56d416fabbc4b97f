/** The case that officers of an agency work on unless a test says otherwise. */
export const caseOf = { BELARUS: 'BY-2026-000001', RUSSIA: 'RU-2026-000001' } as const;

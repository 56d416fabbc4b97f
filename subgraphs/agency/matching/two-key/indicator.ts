/** Kinds of identifiers that have two-key tokens, each of one thing and no person's name. */
export const indicatorKinds = [
  'DOCUMENT',
  'PHONE',
  'EMAIL',
  'ACCOUNT',
  'WALLET',
  'IMEI',
  'DOMAIN',
  'MALWARE_SAMPLE',
  'SIM_BOX',
  'SIP_TRUNK',
] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** An identifier in the one form that both agencies have of it, whichever way it was written. */
export interface Indicator {
  kind: IndicatorKind;
  value: string;
}

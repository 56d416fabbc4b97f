export { type AlertInState, alertInState } from './alerts/alert-in-state.ts';
export type { Answer } from './answer.ts';
export type { Around, Attempt, Sent, TraceHeaders } from './around.ts';
export { asTheyCome } from './as-they-come.ts';
export type { CallOptions, ClientOptions, MutationOptions } from './call-options.ts';
export { type ConcordClient, createConcordClient } from './concord-client.ts';
export type {
  ConcordDocument,
  FieldMap,
  OperationKind,
  OperationMap,
  SelectionMap,
} from './document/operation-map.ts';
export {
  eachHalf,
  type HalfFieldsAnswer,
  type HalfIn,
  halfFieldsIn,
  halfFieldsQuery,
  halvesIn,
  type ParsedDocument,
} from './each-half.ts';
export type { AnsweredError } from './errors/answered-error.ts';
export { ConcordError } from './errors/concord-error.ts';
export { type ClientCode, clientCodes, type GatewayCode, gatewayCodes } from './errors/gateway-code.ts';
export type { Problem } from './errors/problem.ts';
export type { HalfAnswered, HalfDocuments, HalfLost, HalfOf, HalfVariables } from './halves.ts';
export { type HalfTold, halvesTold } from './halves-told.ts';
export { type OperationInState, operationInState } from './joint-operations/operation-in-state.ts';
export type { CaseMandate, LegalBasis, Mandate, PrecautionaryMandate } from './mandate.ts';
export type { ClientEvent, Observer } from './observer.ts';
export type { Done, Outcome, Unknown } from './outcome.ts';
export type { Connection, ConnectionIn, PageOf, PageOptions } from './page-of.ts';
export { type RequestInState, requestInState } from './requests/request-in-state.ts';
export { type Brought, tell } from './tell.ts';
export type { Token } from './token.ts';
export { explain, within } from './visible/explain.ts';
export type { GapAt } from './visible/gap-at.ts';
export type { Handling } from './visible/handling.ts';
export type { NewerState } from './visible/in-state.ts';
export type { NullReason } from './visible/null-reason.ts';
export { nullReasonAt, type RawAnswer } from './visible/null-reason-at.ts';
export { type BesideData, type NullAt, nullReasonsIn } from './visible/null-reasons-in.ts';
export type { Receipt } from './visible/receipt.ts';
export type { NewerType, ResultOf, Told, ToldValue, VariablesOf } from './visible/told.ts';
export type {
  Absent,
  Advice,
  Agency,
  Failed,
  Gap,
  InformationClass,
  Open,
  Partly,
  Present,
  Reason,
  Unavailable,
  Visible,
  Withheld,
} from './visible/visible.ts';

import type { ConcordDocument, SelectionMap } from '../../../sdk/src/index.ts';
import type { Agency } from '../../../terms/agencies.ts';
import {
  AcceptRequestOfOwnDocuments,
  type AssignRequestInput,
  AssignRequestOfOwnDocuments,
  AuthoriseRequestOfOwnDocuments,
  ClarifyRequestOfOwnDocuments,
  CloseRequestOfOwnDocuments,
  type CountersignWordsInput,
  CountersignWordsOfOwnDocuments,
  type DecideAnswerInput,
  DecideAnswerOfOwnDocuments,
  type DraftRequestInput,
  DraftRequestOfOwnDocuments,
  type ExtendRequestInput,
  ExtendRequestOfOwnDocuments,
  type ProposeAnswerInput,
  ProposeAnswerOfOwnDocuments,
  type QuestionFormInput,
  QuestionFormOfOwnDocuments,
  QuestionRequestOfOwnDocuments,
  type RequestInput,
  type RequestTextInput,
  type RequestVersionInput,
  TakeUpRequestOfOwnDocuments,
  WithdrawRequestOfOwnDocuments,
} from '../../generated/operations.ts';
import { type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** The input of each step on requests. */
export interface StepInputs {
  draftRequest: DraftRequestInput;
  authoriseRequest: RequestInput;
  withdrawRequest: RequestInput;
  clarifyRequest: RequestTextInput;
  closeRequest: RequestInput;
  takeUpRequest: RequestVersionInput;
  assignRequest: AssignRequestInput;
  questionForm: QuestionFormInput;
  questionRequest: RequestTextInput;
  countersignWords: CountersignWordsInput;
  acceptRequest: RequestInput;
  extendRequest: ExtendRequestInput;
  proposeAnswer: ProposeAnswerInput;
  decideAnswer: DecideAnswerInput;
}

export type AnyStep = keyof StepInputs;

type StepDocuments<Input> = Record<Agency, ConcordDocument<unknown, { input: Input }, SelectionMap>>;

const documents: { [Step in AnyStep]: StepDocuments<StepInputs[Step]> } = {
  draftRequest: DraftRequestOfOwnDocuments,
  authoriseRequest: AuthoriseRequestOfOwnDocuments,
  withdrawRequest: WithdrawRequestOfOwnDocuments,
  clarifyRequest: ClarifyRequestOfOwnDocuments,
  closeRequest: CloseRequestOfOwnDocuments,
  takeUpRequest: TakeUpRequestOfOwnDocuments,
  assignRequest: AssignRequestOfOwnDocuments,
  questionForm: QuestionFormOfOwnDocuments,
  questionRequest: QuestionRequestOfOwnDocuments,
  countersignWords: CountersignWordsOfOwnDocuments,
  acceptRequest: AcceptRequestOfOwnDocuments,
  extendRequest: ExtendRequestOfOwnDocuments,
  proposeAnswer: ProposeAnswerOfOwnDocuments,
  decideAnswer: DecideAnswerOfOwnDocuments,
};

/** A step on requests as it is sent to the officer's own agency. */
export const stepOperation = <Step extends AnyStep>(
  agency: Agency,
  step: Step,
  input: StepInputs[Step],
): OwnOperation => operationOf(documents[step][agency], { input });

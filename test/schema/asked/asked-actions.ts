const result = '{ __typename ... on Refusal { code message } }';

/** Every action of an agency but those that record, amend and suspend, whose answers other tests look at. */
export const actionsOf = (own: string) => ({
  contestValue: `mutation ($input: ValueInput!) { ${own} { contestValue(input: $input) ${result} } }`,
  uncontestValue: `mutation ($input: ValueInput!) { ${own} { uncontestValue(input: $input) ${result} } }`,
  setRetention: `mutation ($input: RetentionInput!) { ${own} { setRetention(input: $input) ${result} } }`,
  amendDossier: `mutation ($input: AmendDossierInput!) { ${own} { amendDossier(input: $input) ${result} } }`,
  proposeShareable: `mutation ($input: ProposeShareableInput!) { ${own} { proposeShareable(input: $input) ${result} } }`,
  turnDownShareable: `mutation ($input: DossierVersionInput!) { ${own} { turnDownShareable(input: $input) ${result} } }`,
  countersignShareable: `mutation ($input: CountersignInput!) { ${own} { countersignShareable(input: $input) ${result} } }`,
  countersignValues: `mutation ($input: CountersignInput!) { ${own} { countersignValues(input: $input) ${result} } }`,
  countersignRemoval: `mutation ($input: RemovalInput!) { ${own} { countersignRemoval(input: $input) ${result} } }`,
  takeBackRemoval: `mutation ($input: TakeBackRemovalInput!) { ${own} { takeBackRemoval(input: $input) ${result} } }`,
  removeByOrder: `mutation ($input: RemoveByOrderInput!) { ${own} { removeByOrder(input: $input) ${result} } }`,
  changeHandlingCode: `mutation ($input: HandlingCodeInput!) { ${own} { changeHandlingCode(input: $input) ${result} } }`,
  proposeRelease: `mutation ($input: ReleaseInput!) { ${own} { proposeRelease(input: $input) ${result} } }`,
  grantRelease: `mutation ($input: GrantReleaseInput!) { ${own} { grantRelease(input: $input) ${result} } }`,
  recallRelease: `mutation ($input: RecallReleaseInput!) { ${own} { recallRelease(input: $input) ${result} } }`,
  proposeLink: `mutation ($input: ProposeLinkInput!) { ${own} { proposeLink(input: $input) ${result} } }`,
  countersignLink: `mutation ($input: LinkInput!) { ${own} { countersignLink(input: $input) ${result} } }`,
  withdrawLink: `mutation ($input: WithdrawLinkInput!) { ${own} { withdrawLink(input: $input) ${result} } }`,
  amendGroup: `mutation ($input: AmendGroupInput!) { ${own} { amendGroup(input: $input) ${result} } }`,
  countersignGroup: `mutation ($input: CountersignGroupInput!) { ${own} { countersignGroup(input: $input) ${result} } }`,
  tryMessageAgain: `mutation ($input: TryMessageAgainInput!) { ${own} { tryMessageAgain(input: $input) ${result} } }`,
  dismissMessage: `mutation ($input: DismissMessageInput!) { ${own} { dismissMessage(input: $input) ${result} } }`,
  addCase: `mutation ($input: AddCaseInput!) { ${own} { addCase(input: $input) ${result} } }`,
  closeDossier: `mutation ($input: CloseDossierInput!) { ${own} { closeDossier(input: $input) ${result} } }`,
});
export type ActionName = keyof ReturnType<typeof actionsOf>;

const standing = `fragment Standing on Dossier {
  version handlingCode cases
  status { stage }
  names { id full provenance { contested retainUntil } }
  releases { id to state classes purposes reason proposedBy grantedBy recalledBy recallReason }
  links {
    dossier state hasEnded
    decided { decision proposal { proposedBy evidence { version comparedAt } } }
    told { decision isInReview }
  }
  history(first: 1) { nodes { action by code changes { field value reason } } pageInfo { hasNextPage } }
}`;
export const standingOf = (own: string) => `query ($id: ID!) { suspect(id: $id) { ${own} { ...Standing
  shareable { isDecided proposedBy proposedAt reason countersignedBy countersignedAt neutrality }
  waiting { field by }
  removals { value field by since retainUntil agreedBy from lapsesAt } } } } ${standing}`;
export const groupOf = (own: string) => `query ($id: ID!) { ${own} { group(id: $id) {
  id agency kind name version provenance { sourceReliability } waiting { field } } } }`;

export interface Standing {
  version: number;
  names: { id: string; full: string; provenance: { contested: boolean; retainUntil: string } }[];
  releases: { id: string; state: string }[];
  history: { nodes: object[] };
}

export const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
export const articles = { BELARUS: '349', RUSSIA: '272' };
export const name = (surname: string) => ({ kind: 'LEGAL', script: 'LATIN', surname, provenance });

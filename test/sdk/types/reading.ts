/** Claims about types, checked by `npm run types`: each line below `@ts-expect-error` must not compile. */
import { expectTypeOf } from 'expect-type';
import type { Agency } from '../../../sdk/src/generated/agency.ts';
import type {
  DossierInput,
  HalfFragmentTold,
  ProfileQueryTold,
  RecordBelarusDossierMutationTold,
  SearchSuspectsQueryTold,
} from '../../../sdk/src/generated/operations.ts';
import {
  HalfOfOwnDocuments,
  ProfileDocument,
  RecordBelarusDossierDocument,
} from '../../../sdk/src/generated/operations.ts';
import type { ConcordClient, ConcordError, Gap, Mandate, Visible } from '../../../sdk/src/index.ts';

export function aFieldThatCanBeWithheldIsReadOnlyWherePresent(half: HalfFragmentTold): string | undefined {
  // @ts-expect-error: it may be withheld
  half.contacts.value;
  // @ts-expect-error: it is no list
  half.contacts.map(({ value }) => value);
  // @ts-expect-error: a default would make "withheld" look like "none"
  const contacts: object[] = half.contacts ?? [];
  // @ts-expect-error: only what is withheld has a remedy
  half.contacts.remedy;
  if (half.contacts.state === 'withheld') return `${half.contacts.remedy} ${contacts.length}`;
  if (half.contacts.state !== 'present') return undefined;
  return half.contacts.value[0]?.value;
}

export function whatCannotBeWithheldIsReadAsItIs(half: HalfFragmentTold): void {
  expectTypeOf(half.id).toEqualTypeOf<string>();
  if (half.names.state !== 'present') return;
  expectTypeOf(half.names.value[0]?.full).toEqualTypeOf<string | undefined>();
}

export function eitherHalfIsReadByTheSameCode(profile: ProfileQueryTold): Visible<HalfFragmentTold>[] {
  return profile.suspect ? [profile.suspect.belarus, profile.suspect.russia] : [];
}

export async function aHalfIsReadByTheSameCodeAsItComes(concord: ConcordClient): Promise<string[]> {
  const lines: string[] = [];
  for await (const half of concord.halves(HalfOfOwnDocuments, { id: 'BY-1' })) {
    expectTypeOf(half.agency).toEqualTypeOf<Agency>();
    // @ts-expect-error: it may be lost
    half.data.suspect;
    if (half.state === 'lost') lines.push(half.error.message);
    else if (half.data.suspect) {
      const dossier: Visible<HalfFragmentTold> = half.data.suspect.half;
      // @ts-expect-error: it may be withheld, absent or unavailable
      dossier.value.id;
      if (dossier.state === 'present') lines.push(dossier.value.id);
    }
  }
  // @ts-expect-error: the documents take an id
  concord.halves(HalfOfOwnDocuments, {});
  // @ts-expect-error: an action is taken once, and has no halves
  concord.halves({ BELARUS: RecordBelarusDossierDocument }, { input: {} as DossierInput });
  return lines;
}

export function aListThatIsClosedTodayCanGrow(
  half: HalfFragmentTold,
  search: SearchSuspectsQueryTold,
): boolean {
  const newer: HalfFragmentTold['agency'] = 'KAZAKHSTAN';
  const outcome: string | undefined = search.searchSuspects?.agencies?.[0]?.outcome;
  return half.agency === newer || outcome === 'ANSWERED';
}

export function aListThatMayLackEntriesIsReadWithWhatIsMissing({
  searchSuspects,
}: SearchSuspectsQueryTold): readonly Gap[] {
  // @ts-expect-error: it is no list, as it may lack entries
  searchSuspects?.nodes.map(({ suspect }) => suspect);
  // @ts-expect-error: nor has it a length
  searchSuspects?.nodes.length;
  searchSuspects?.nodes.items.map(({ suspect }) => suspect?.id);
  return searchSuspects?.nodes.missing ?? [];
}

export function aResultCanBeOfATypeThatIsNewer({ belarus }: RecordBelarusDossierMutationTold): string {
  const result = belarus?.recordDossier;
  if (!result) return 'Nothing.';
  if (result.__typename === 'BelarusRecordedDossier') return result.of;
  // @ts-expect-error: it may be of a type that the document does not know
  result.problems.map(({ message }) => message);
  switch (result.__typename) {
    case 'InvalidInput':
      return result.problems.map(({ message }) => message).join();
    default: {
      // @ts-expect-error: so no list of cases has them all
      const never: never = result;
      expectTypeOf(result.__typename).toExtend<string>();
      // A newer refusal says why, as every refusal does; a newer success does not.
      expectTypeOf(result.message).toEqualTypeOf<string | undefined>();
      // @ts-expect-error: only some types have it, and a newer one is none of them
      result.problems;
      return never;
    }
  }
}

export function aMandateForACaseNamesIt(): Mandate[] {
  // @ts-expect-error: to investigate is to work on a case
  const without: Mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' };
  // @ts-expect-error: to solve is too
  const alsoWithout: Mandate = { purpose: 'SOLVING', legalBasis: 'COOPERATION_AGREEMENT' };
  // @ts-expect-error: no such purpose
  const unknown: Mandate = { purpose: 'CURIOSITY', legalBasis: 'COOPERATION_AGREEMENT' };
  const before: Mandate = { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' };
  const within: Mandate = { ...before, purpose: 'INVESTIGATION', case: 'BY-2026-000001' };
  return [without, alsoWithout, unknown, before, within];
}

export async function variablesAndResultsAreThoseOfTheDocument(concord: ConcordClient): Promise<void> {
  // @ts-expect-error: the id is required
  await concord.query(ProfileDocument, {});
  // @ts-expect-error: no such variable
  await concord.query(ProfileDocument, { id: 'BY-1', name: 'x' });
  expectTypeOf((await concord.query(ProfileDocument, { id: 'BY-1' })).data).toEqualTypeOf<ProfileQueryTold>();
}

export async function anOutcomeIsReadOnlyWhereItIsKnown(
  concord: ConcordClient,
  input: DossierInput,
): Promise<void> {
  const outcome = await concord.mutate(RecordBelarusDossierDocument, { input });
  // @ts-expect-error: the action may or may not have been taken
  outcome.data;
  if (outcome.state === 'unknown') await outcome.askAgain();
  else outcome.data.belarus;
}

export function anActionIsNotAskedAsAQuestion(concord: ConcordClient, input: DossierInput): unknown[] {
  return [
    // @ts-expect-error: it takes an idempotency key, and is sent once
    concord.query(RecordBelarusDossierDocument, { input }),
    // @ts-expect-error: a question has no outcome
    concord.mutate(ProfileDocument, { id: 'BY-1' }),
    // @ts-expect-error: an action has no pages
    concord.pages(RecordBelarusDossierDocument, { input }, () => null),
  ];
}

export function aProblemHasWhatItsCodeHas({ problem }: ConcordError): unknown {
  // @ts-expect-error: only some problems are about an agency
  problem.agency;
  switch (problem.code) {
    case 'AGENCY_UNAVAILABLE':
      return problem.agency;
    case 'GRAPHQL_VALIDATION_FAILED':
      return problem.missing;
    case 'UNKNOWN':
      return problem.serverCode;
    // @ts-expect-error: no such code
    case 'UNAUTHENTICATD':
      return undefined;
    default:
      return problem.code;
  }
}

import { randomUUID } from 'node:crypto';
import { type Question, questionOf } from '../profile/questions.ts';
import { benchCase } from '../stacks/release-of-all.ts';

/** So many of a dossier's infrastructure as it may have, and as many dossiers as an officer plants in a quarter of an hour. */
const [domains, dossiers] = [200, 14];

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };

const input = {
  handlingCode: 'ON_RELEASE',
  cases: [benchCase],
  offences: [{ article: '349', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
  infrastructure: Array.from({ length: domains }, (_none, number) => ({
    domain: { value: `planted-${number}.example`, provenance },
  })),
};

const document = `mutation Plant($input: DossierInput!) { belarus { recordDossier(input: $input) {
  ... on BelarusRecordedDossier { of } ... on InvalidInput { problems { code } } } } }`;

/**
 * Records dossiers that share all of their infrastructure, as an insider does who wants to make much work of a small query.
 * @returns the id of one of them
 */
export async function plant(token: string, ask: (question: Question) => Promise<string>): Promise<string> {
  let planted = '';
  for (let number = 0; number < dossiers; number += 1) {
    const { headers, body } = questionOf(token, document, { input });
    const text = await ask({ headers: { ...headers, 'idempotency-key': randomUUID() }, body });
    planted = /"of":"(BY-[^"]+)"/.exec(text)?.[1] ?? '';
    if (planted === '') throw new Error(`nothing was planted: ${text.slice(0, 300)}`);
  }
  return planted;
}

import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  ConcordProvider,
  Field,
  useConcordAction,
  useConcordQuery,
} from '../../../../sdk/src/clients/react/index.ts';
import {
  type DossierInput,
  ProfileDocument,
  RecordBelarusDossierDocument,
} from '../../../../sdk/src/generated/operations.ts';
import { createConcordClient, explain, type Mandate, within } from '../../../../sdk/src/index.ts';

const agreed: Mandate = {
  purpose: 'INVESTIGATION',
  legalBasis: 'COOPERATION_AGREEMENT',
  case: 'BY-2026-000001',
};
const clientUnder = (mandate: Mandate) =>
  createConcordClient({ endpoint: '/graphql', token: async () => (await fetch('/token')).text(), mandate });
const clients = [clientUnder(agreed), clientUnder({ ...agreed, legalBasis: 'NATIONAL_LAW' })];

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' } as const;
/** Without an offence nothing is recorded: the answer is a refusal. */
const input = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  offences: [],
  status: { stage: 'SUSPECTED', provenance },
} as DossierInput;

function Profile({ id }: { id: string }) {
  const asked = useConcordQuery(ProfileDocument, { id });
  const [record, acting] = useConcordAction(RecordBelarusDossierDocument);
  if (asked.state === 'asking') return <p role="status">Asking…</p>;
  if (asked.state === 'refused') return <p role="status">Refused: {asked.error.problem.code}</p>;
  const { suspect } = asked.answer.data;
  if (!suspect) return <p role="status">Nobody</p>;
  const ended =
    acting.state === 'ended' && acting.outcome.state === 'done' ? acting.outcome.data.belarus : null;
  return (
    <dl>
      <dt>names</dt>
      <dd>
        <Field of={within(suspect.russia, ({ names }) => names)} gap={explain}>
          {([first]) => first?.full}
        </Field>
      </dd>
      <dt>instruments</dt>
      <dd>
        <Field of={within(suspect.russia, ({ instruments }) => instruments)} gap={explain}>
          {(all) => all.length}
        </Field>
      </dd>
      <dd>
        <button type="button" onClick={() => record({ input })}>
          Record
        </button>
        <output>{ended?.recordDossier?.__typename ?? acting.state}</output>
      </dd>
    </dl>
  );
}

function Page() {
  const [which, setWhich] = useState(0);
  const [id, setId] = useState('BY-7Q4KZ0XN3VDH9TRC');
  const client = clients[which];
  return (
    client && (
      <ConcordProvider client={client}>
        <button type="button" onClick={() => setWhich(1 - which)}>
          Other mandate
        </button>
        <button type="button" onClick={() => setId('nobody')}>
          Malformed id
        </button>
        <Profile id={id} />
      </ConcordProvider>
    )
  );
}

const root = document.getElementById('page');
if (root) createRoot(root).render(<Page />);

import { ApolloClient } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { explain, type Gap, halvesTold, type Mandate, type Visible } from '@concord/sdk';
import { concordApollo } from '@concord/sdk/apollo';
import { type HalfFragmentTold, ProfileDocument } from '@concord/sdk/operations';
import { Field } from '@concord/sdk/react';
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The mandates between which this page lets an officer choose; yours come from the officer's work. */
const mandates: Record<string, Mandate> = {
  'Investigation, under the agreement': {
    purpose: 'INVESTIGATION',
    legalBasis: 'COOPERATION_AGREEMENT',
    case: 'BY-2026-000001',
  },
  'Investigation, under national law': {
    purpose: 'INVESTIGATION',
    legalBasis: 'NATIONAL_LAW',
    case: 'BY-2026-000001',
  },
  'Prevention, under the agreement': { purpose: 'PREVENTION', legalBasis: 'COOPERATION_AGREEMENT' },
};

/** The token of whoever is signed in at this page's own server. */
async function token(): Promise<string> {
  const response = await fetch('/token');
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  return response.text();
}

/** A client and its cache, for one mandate: what may be shown differs by mandate. */
function connect(mandate: Mandate) {
  const concord = concordApollo({ endpoint: '/graphql', token, mandate });
  return { concord, apollo: new ApolloClient(concord) };
}
type Concord = ReturnType<typeof connect>['concord'];

/** The place of a value that is not there. Each reason looks different, since each asks something else of the officer. */
const missing = (gap: Gap) => (
  <em className={gap.state} title={'coordinate' in gap ? gap.coordinate : undefined}>
    {explain(gap)}
  </em>
);

/** A field of a dossier: its values, with those marked that somebody contests, or the reason why there are none. */
function Row<T extends { provenance: { contested: boolean } }>(props: {
  name: string;
  of: Visible<T | T[]>;
  words: (value: T) => string | null;
}) {
  const shown = (values: T | T[]) =>
    [values].flat().map((value, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: values have no ids, and are drawn anew with each answer
      <div key={index}>
        {props.words(value as T)}
        {(value as T).provenance.contested && <strong> (contested)</strong>}
      </div>
    ));
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td>
        <Field of={props.of} gap={missing}>
          {shown}
        </Field>
      </td>
    </tr>
  );
}

const Dossier = ({ dossier }: { dossier: HalfFragmentTold }) => (
  <table>
    <tbody>
      <Row name="Names" of={dossier.names} words={({ full }) => full} />
      <Row name="Born" of={dossier.birth} words={({ date }) => date} />
      <Row name="Contacts" of={dossier.contacts} words={({ value }) => value} />
      <Row name="Roles" of={dossier.roles} words={({ kind }) => kind} />
      <Row name="Money" of={dossier.instruments} words={({ kind }) => kind} />
      <Row name="Harm" of={dossier.harms} words={({ victims }) => `${victims} victims`} />
      <Row name="Stage" of={dossier.status} words={({ stage }) => stage} />
    </tbody>
  </table>
);

function Profile({ id, concord }: { id: string; concord: Concord }) {
  const { data, error, loading, refetch } = useQuery(ProfileDocument, { variables: { id } });
  // The one step that a page adds: data with nulls becomes data that says why.
  const told = data?.suspect && concord.tell(ProfileDocument, data, error);
  if (!told?.data.suspect) {
    const why = error ? `Not answered. ${error.message}` : 'Nobody whom you may know of.';
    return <p role="status">{loading ? 'Asking both agencies…' : why}</p>;
  }
  return (
    <>
      {told.outages.length > 0 && (
        <p role="alert">
          {told.outages.join(', ')} did not answer.{' '}
          <button type="button" onClick={() => refetch()}>
            Ask again
          </button>
        </p>
      )}
      <main>
        {halvesTold(told.data.suspect).map(({ agency, half }) => (
          <section key={agency} aria-label={agency}>
            <h2>{agency}</h2>
            <Field of={half} gap={missing}>
              {(dossier) => <Dossier dossier={dossier} />}
            </Field>
          </section>
        ))}
      </main>
    </>
  );
}

function Page() {
  const [name, setName] = useState(Object.keys(mandates)[0] ?? '');
  const [id, setId] = useState('BY-7Q4KZ0XN3VDH9TRC');
  const { concord, apollo } = useMemo(() => connect(mandates[name] as Mandate), [name]);
  return (
    <ApolloProvider client={apollo}>
      <h1>One person, two agencies</h1>
      <form action={(form) => setId(String(form.get('id')).trim())}>
        <label>
          Mandate{' '}
          <select value={name} onChange={({ target }) => setName(target.value)}>
            {Object.keys(mandates).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>{' '}
        <label>
          Dossier <input name="id" defaultValue={id} />
        </label>{' '}
        <button type="submit">Show</button>
      </form>
      <Profile key={name} id={id} concord={concord} />
    </ApolloProvider>
  );
}

const root = document.getElementById('page');
if (root) createRoot(root).render(<Page />);

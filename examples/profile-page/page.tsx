import { ApolloClient } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { explain, type Gap, type Mandate, type Visible } from '@concord/sdk';
import { concordApollo } from '@concord/sdk/apollo';
import { type HalfFragmentTold, ProfileDocument } from '@concord/sdk/operations';
import { type ReactNode, useMemo, useState } from 'react';
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
const Missing = ({ gap }: { gap: Gap }) => (
  <em className={gap.state} title={'coordinate' in gap ? gap.coordinate : undefined}>
    {explain(gap)}
  </em>
);

function Field<T>({ name, of, show }: { name: string; of: Visible<T>; show: (value: T) => ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{of.state === 'present' ? show(of.value) : <Missing gap={of} />}</td>
    </tr>
  );
}

/** Values with those marked that somebody contests. */
function Values<T extends { provenance: { contested: boolean } }>({
  all,
  words,
}: {
  all: readonly T[];
  words: (value: T) => string | null;
}) {
  if (all.length === 0) return '–';
  const keyed = all.map((value, index) => ({ value, key: `${index} ${words(value)}` }));
  return keyed.map(({ value, key }) => (
    <div key={key}>
      {words(value)}
      {value.provenance.contested && <strong> (contested)</strong>}
    </div>
  ));
}

function Half({ agency, half }: { agency: string; half: Visible<HalfFragmentTold> }) {
  return (
    <section aria-label={agency}>
      <h2>{agency}</h2>
      {half.state !== 'present' && <Missing gap={half} />}
      {half.state === 'present' && (
        <table>
          <tbody>
            <Field
              name="Names"
              of={half.value.names}
              show={(all) => <Values all={all} words={({ full }) => full} />}
            />
            <Field
              name="Born"
              of={half.value.birth}
              show={(birth) => <Values all={[birth]} words={({ date }) => date} />}
            />
            <Field
              name="Contacts"
              of={half.value.contacts}
              show={(all) => <Values all={all} words={({ value }) => value} />}
            />
            <Field
              name="Roles"
              of={half.value.roles}
              show={(all) => <Values all={all} words={({ kind }) => kind} />}
            />
            <Field
              name="Money"
              of={half.value.instruments}
              show={(all) => <Values all={all} words={({ kind }) => kind} />}
            />
            <Field
              name="Harm"
              of={half.value.harms}
              show={(all) => <Values all={all} words={({ victims }) => `${victims} victims`} />}
            />
            <Field
              name="Stage"
              of={half.value.status}
              show={(status) => <Values all={[status]} words={({ stage }) => stage} />}
            />
          </tbody>
        </table>
      )}
    </section>
  );
}

function Profile({ id, concord }: { id: string; concord: Concord }) {
  const { data, error, loading, refetch } = useQuery(ProfileDocument, { variables: { id } });
  if (!data?.suspect) {
    const why = error ? `Not answered. ${error.message}` : 'Nobody whom you may know of.';
    return <p role="status">{loading ? 'Asking both agencies…' : why}</p>;
  }
  // The one step that a page adds: data with nulls becomes data that says why.
  const { data: told, outages } = concord.tell(ProfileDocument, data, error);
  // Each agency has a half, whatever agencies there are; Apollo Client adds a `__typename` beside them.
  const { id: _asked, ...rest } = told.suspect ?? {};
  const halves = Object.entries(rest).filter(([, half]) => typeof half === 'object');
  return (
    <>
      {outages.length > 0 && (
        <p role="alert">
          {outages.join(', ')} did not answer.{' '}
          <button type="button" onClick={() => refetch()}>
            Ask again
          </button>
        </p>
      )}
      <main>
        {halves.map(([agency, half]) => (
          <Half key={agency} agency={agency} half={half} />
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

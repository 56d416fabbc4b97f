import { type FormEvent, useId, useState } from 'react';
import type { Agency } from '../../terms/agencies.ts';
import type { Role } from '../../terms/enums.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { type SignedIn, signInForDevelopment } from '../wire/session.ts';

const roles = [
  'ANALYST',
  'INVESTIGATOR',
  'LIAISON',
  'SUPERVISOR',
  'OVERSEER',
  'PARTNER',
] as const satisfies readonly Role[];

const demoCases = ['BY-2026-000001', 'RU-2026-000001'];

const checked = (form: FormData, name: string) => form.getAll(name).map(String);

/** As any officer of a development stack. */
export function DevelopmentSignIn(props: { agencies: Agency[]; onResult: (result: SignedIn) => void }) {
  const { agencies, onResult } = props;
  const t = useMessages();
  const id = useId();
  const [agency, setAgency] = useState(agencies[0]);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!agency) return;
    const form = new FormData(event.currentTarget);
    const subject = String(form.get('subject') ?? '');
    onResult(
      await signInForDevelopment({
        agency,
        subject,
        roles: checked(form, 'role'),
        cases: checked(form, 'case'),
      }),
    );
  }
  return (
    <form className="development" onSubmit={submit}>
      <p className="hint">{t('signIn.development')}</p>
      <fieldset>
        <legend>{t('signIn.agency')}</legend>
        {agencies.map((each) => (
          <label key={each}>
            <input type="radio" name="agency" checked={each === agency} onChange={() => setAgency(each)} />
            {titleOf(t, 'Agency', each)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('signIn.roles')}</legend>
        {roles.map((role) => (
          <label key={role}>
            <input type="checkbox" name="role" value={role} defaultChecked={role === 'INVESTIGATOR'} />
            {titleOf(t, 'Role', role)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('signIn.cases')}</legend>
        {demoCases.map((each) => (
          <label key={each}>
            <input type="checkbox" name="case" value={each} defaultChecked />
            {each}
          </label>
        ))}
      </fieldset>
      <label htmlFor={id}>{t('signIn.subject')}</label>
      <input id={id} name="subject" required defaultValue="officer-1" maxLength={100} autoComplete="off" />
      <button type="submit" className="primary">
        {t('signIn.submit')}
      </button>
    </form>
  );
}

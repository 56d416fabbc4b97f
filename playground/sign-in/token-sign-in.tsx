import { type FormEvent, useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { type SignedIn, signInWithToken } from '../wire/session.ts';

/** With a token of one's own. It goes to the gateway and is kept nowhere in the page. */
export function TokenSignIn(props: { isOpen: boolean; onResult: (result: SignedIn) => void }) {
  const t = useMessages();
  const id = useId();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const token = String(new FormData(form).get('token') ?? '');
    form.reset();
    props.onResult(await signInWithToken(token));
  }
  return (
    <details open={props.isOpen}>
      <summary>{t('signIn.withToken')}</summary>
      <form onSubmit={submit}>
        <label htmlFor={id}>{t('signIn.token')}</label>
        <textarea id={id} name="token" rows={4} required autoComplete="off" spellCheck={false} />
        <button type="submit">{t('signIn.submit')}</button>
      </form>
    </details>
  );
}

import { agencyNames } from '../../identity/agencies.ts';
import type { Answer } from '../answer/answer.ts';
import { Withheld } from '../answer/receipts.tsx';
import { ShownText } from '../answer/shown-text.tsx';
import { codeMessage } from '../messages/code-message.ts';
import { useMessages } from '../messages/use-messages.ts';
import { describe } from './describe.ts';
import { type Cell, type Half, halvesOf, linkStateOf } from './halves.ts';
import { type ProfileField, profileFields } from './profile-query.ts';

function Values({ field, cell }: { field: ProfileField; cell: Cell }) {
  const t = useMessages();
  if (cell.state === 'withheld') return <Withheld receipts={cell.receipts} />;
  if (cell.state === 'none') return <span className="none">{t('value.none')}</span>;
  return (
    <ul className="values">
      {cell.values.map(({ recorded, isContested }) => {
        const { main, more } = describe(field, recorded, (list, code) => codeMessage(t, list, code));
        return (
          <li key={JSON.stringify(recorded)} data-contested={isContested}>
            <ShownText>{main}</ShownText>
            {more && (
              <small>
                <ShownText>{more}</ShownText>
              </small>
            )}
            {isContested && <span className="badge contested">{t('profile.contested')}</span>}
            {recorded.mixedScript === true && (
              <span className="badge contested">{t('profile.mixedScript')}</span>
            )}
            {recorded.checksum === 'FAILED' && (
              <span className="badge contested">{t('profile.checksum')}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Head({ half }: { half: Half }) {
  const t = useMessages();
  if (half.state === 'unavailable') return <span className="badge outage">{t('outage.badge')}</span>;
  if (half.state === 'none') return <small>{t('profile.noDossier')}</small>;
  return (
    <>
      <code>{half.id}</code>
      <small>
        {codeMessage(t, 'handlingCode', half.handlingCode)} · {half.contactPoint}
      </small>
    </>
  );
}

function HalfCell({ half, field }: { half: Half; field: ProfileField }) {
  if (half.state === 'dossier') return <Values field={field} cell={half.cells[field]} />;
  return <span className="none">—</span>;
}

/** Both halves side by side, a field a row. */
export function HalvesTable({ answer }: { answer: Answer }) {
  const t = useMessages();
  const halves = halvesOf(answer);
  const link = linkStateOf(halves);
  return (
    <section aria-label={t('profile.title')}>
      <p className="link-state" data-link={link} role="status">
        {t(`link-state.${link}`)}
      </p>
      {link !== 'nobody' && (
        <table className="halves">
          <thead>
            <tr>
              <th scope="col">{t('answer.field')}</th>
              {agencyNames.map((agency) => (
                <th key={agency} scope="col" data-agency={agency}>
                  {t(`agency.${agency}`)}
                  <Head half={halves[agency]} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {profileFields.map((field) => (
              <tr key={field} data-field={field}>
                <th scope="row">{t(`field.${field}`)}</th>
                {agencyNames.map((agency) => (
                  <td key={agency}>
                    <HalfCell half={halves[agency]} field={field} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

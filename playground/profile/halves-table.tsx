import type { Handling } from '../../sdk/src/index.ts';
import { agencyNames } from '../../terms/agencies.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { RemedyOf } from '../answer/receipts.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { ShownText } from '../parts/shown-text.tsx';
import type { Cell, Half, Halves, ProfileValue } from './halves.ts';
import { type Mark, markOf, othersOf } from './marks.ts';
import { describe, type ProfileField, profileFields } from './profile-fields.ts';

function Value(props: { field: ProfileField; value: ProfileValue; mark: Mark | undefined }) {
  const { field, value, mark } = props;
  const t = useMessages();
  const { recorded, isContested, use, grade } = value;
  const { main, more, warnings } = describe(field, recorded, wordsIn(t));
  return (
    <li data-contested={isContested}>
      <ShownText>{main}</ShownText>
      {more && (
        <small>
          <ShownText>{more}</ShownText>
        </small>
      )}
      {isContested && <span className="badge contested">{t('value.contested')}</span>}
      {use && use !== 'OFFENDER' && <span className="badge">{titleOf(t, 'IdentifierUse', use)}</span>}
      {warnings.map((warning) => (
        <span key={warning} className="badge">
          {warning}
        </span>
      ))}
      {mark && (
        <small className="mark" data-mark={mark}>
          {t(`mark.${mark}`)}
        </small>
      )}
      {grade && (
        <small className="grade" title={titleOf(t, 'SourceReliability', grade.reliability)}>
          {t('profile.grade', { grade: `${grade.reliability}/${grade.accuracy}` })}
        </small>
      )}
    </li>
  );
}

function Values(props: { field: ProfileField; cell: Cell; others: readonly (Cell | undefined)[] }) {
  const { field, cell, others } = props;
  const t = useMessages();
  if (cell.state === 'withheld')
    return (
      <>
        <span className="badge">{t('withheld.badge')}</span>{' '}
        {[...new Set(cell.receipts.map(({ reason }) => titleOf(t, 'RedactionReason', reason)))].join('; ')}
      </>
    );
  if (cell.state !== 'values') return <GapShown gap={cell} />;
  return (
    <>
      <ul className="values">
        {cell.values.map((value) => (
          <Value
            key={JSON.stringify(value.recorded)}
            field={field}
            value={value}
            mark={markOf(field, value.recorded, others)}
          />
        ))}
      </ul>
      {cell.handling.map((restriction) => (
        <Restricted key={`${restriction.handling} ${restriction.remark}`} restriction={restriction} />
      ))}
    </>
  );
}

/** A restriction of the agency that has given the values, which goes wherever they go. */
function Restricted({ restriction: { handling, remark } }: { restriction: Handling }) {
  const t = useMessages();
  return (
    <p className="handling">
      <span className="badge">{handling}</span> {titleOf(t, 'AnswerHandling', handling)}
      {remark !== undefined && (
        <>
          : <ShownText>{remark}</ShownText>
        </>
      )}
    </p>
  );
}

function Head({ half }: { half: Half }) {
  const t = useMessages();
  if (half.state === 'withheld')
    return half.receipts.map((receipt) => (
      <small key={receipt.reason} data-state="withheld">
        <span className="badge">{t('withheld.badge')}</span> {titleOf(t, 'RedactionReason', receipt.reason)}.{' '}
        <RemedyOf receipt={receipt} />
      </small>
    ));
  // The notice above says it.
  if (half.state === 'unavailable') return null;
  if (half.state !== 'dossier')
    return (
      <small data-state={half.state}>
        <GapShown gap={half} />
      </small>
    );
  return (
    <>
      <code>{half.id}</code>
      <small>
        {titleOf(t, 'HandlingCode', half.handlingCode)} · {half.contactPoint}
      </small>
    </>
  );
}

/** Both halves side by side, a field a row. */
export function HalvesTable({ halves }: { halves: Halves }) {
  const t = useMessages();
  const hasDossier = agencyNames.some((agency) => halves[agency].state === 'dossier');
  return (
    <table className="halves">
      <thead>
        <tr>
          <th scope="col">{t('answer.field')}</th>
          {agencyNames.map((agency) => (
            <th key={agency} scope="col" data-agency={agency}>
              {titleOf(t, 'Agency', agency)} <Head half={halves[agency]} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(hasDossier ? profileFields : []).map((field) => (
          <tr key={field} data-field={field}>
            <th scope="row">{t(`field.${field}`)}</th>
            {agencyNames.map((agency) => {
              const half = halves[agency];
              const cell = half.state === 'dossier' ? half.cells[field] : undefined;
              return (
                <td
                  key={agency}
                  data-agency={agency}
                  data-label={titleOf(t, 'Agency', agency)}
                  data-state={cell?.state ?? 'no-half'}
                >
                  {cell ? (
                    <Values field={field} cell={cell} others={othersOf(halves, agency, field)} />
                  ) : (
                    <span className="none">—</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { agencyNames } from '../../terms/agencies.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { ShownText } from '../parts/shown-text.tsx';
import type { Halves } from './halves.ts';
import { countMarks, marks } from './marks.ts';
import { describe, type ProfileField } from './profile-fields.ts';

const facts = ['birth', 'citizenships', 'status', 'roles'] as const satisfies readonly ProfileField[];

/** The main values of a fact, each once, with the agencies that have it where not all who tell of the fact do. */
function useFact(halves: Halves, field: ProfileField): { main: string; agencies: string }[] {
  const t = useMessages();
  const holders = new Map<string, string[]>();
  const seen = agencyNames.filter((agency) => {
    const half = halves[agency];
    return half.state === 'dossier' && half.cells[field].state === 'values';
  });
  for (const agency of seen) {
    const half = halves[agency];
    const cell = half.state === 'dossier' ? half.cells[field] : undefined;
    for (const { recorded } of cell?.state === 'values' ? cell.values : []) {
      const { main } = describe(field, recorded, wordsIn(t));
      const of = holders.get(main) ?? [];
      if (!of.includes(agency)) of.push(agency);
      holders.set(main, of);
    }
  }
  return [...holders].map(([main, of]) => ({
    main,
    agencies:
      seen.length === 1 || of.length === seen.length
        ? ''
        : of.map((agency) => titleOf(t, 'Agency', agency)).join(', '),
  }));
}

function Fact({ halves, field }: { halves: Halves; field: ProfileField }) {
  const t = useMessages();
  const values = useFact(halves, field);
  if (values.length === 0) return null;
  return (
    <div>
      <dt>{t(`field.${field}`)}</dt>
      {values.map(({ main, agencies }) => (
        <dd key={main}>
          <ShownText>{main}</ShownText> {agencies && <small>{agencies}</small>}
        </dd>
      ))}
    </div>
  );
}

/** The first things to know of a person, and how far the halves agree. */
export function Summary({ halves }: { halves: Halves }) {
  const t = useMessages();
  const counts = countMarks(halves);
  const areCompared = marks.some((mark) => counts[mark] > 0);
  return (
    <section className="summary" aria-label={t('profile.summary')}>
      <dl>
        {facts.map((field) => (
          <Fact key={field} halves={halves} field={field} />
        ))}
      </dl>
      {areCompared && (
        <p className="hint">
          {marks.map((mark) => (
            <span key={mark} className="mark" data-mark={mark}>
              {t(`mark.${mark}`)}: {counts[mark]}
            </span>
          ))}{' '}
          {t('mark.hint')}
        </p>
      )}
    </section>
  );
}

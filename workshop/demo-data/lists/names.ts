import type { PersonName } from '../../../subgraphs/agency/records/values/names.ts';
import type { DemoAgency } from '../agencies/demo-agencies.ts';
import type { Random } from '../chance/random.ts';
import type { Forms } from '../names/forms.ts';
import { surnames } from '../names/surnames.ts';
import { handleWords } from '../names/words.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';

interface Spelling {
  script: PersonName['script'];
  form: keyof Forms;
  /** How often the agency has the name in this script: it is read off a document that not everybody has. */
  known: number;
}

/** Belarus writes names in both its state languages and as its passports do in Latin, Russia in one and as its own do. */
const spellings: Record<DemoAgency, readonly Spelling[]> = {
  BELARUS: [
    { script: 'BELARUSIAN', form: 'belarusian', known: 1 },
    { script: 'RUSSIAN', form: 'russian', known: 1 },
    { script: 'LATIN', form: 'latinBelarusian', known: 0.9 },
  ],
  RUSSIA: [
    { script: 'RUSSIAN', form: 'russian', known: 1 },
    { script: 'LATIN', form: 'latinRussian', known: 0.8 },
  ],
};

/** Russian forms lose their ё in many registers; a typist exchanges two letters now and then. */
function typed(
  surname: string,
  script: PersonName['script'],
  withoutYo: boolean,
  slip: Random | undefined,
): string {
  const written = script === 'RUSSIAN' && withoutYo ? surname.replaceAll('ё', 'е') : surname;
  if (!slip) return written;
  const at = slip.between(1, written.length - 3);
  return written.slice(0, at) + written.charAt(at + 1) + written.charAt(at) + written.slice(at + 2);
}

/** A name used online, the same for the names and for the messenger accounts of a person. */
export function handleOf({ ofPerson }: Recording): string {
  const random = ofPerson('handle');
  // The dot keeps it from being an account of Telegram, whose names have letters, digits and underscores only.
  return `${random.pick(handleWords.first)}.${random.pick(handleWords.second)}${random.between(100, 999)}`;
}

export function names(recording: Recording): Draft<PersonName>[] {
  const { agency, person, ofPerson, ofAgency } = recording;
  const [truth, own] = [ofPerson('names'), ofAgency('names')];
  const { sex } = person;
  const maiden = truth.pick(surnames);
  const wasMarried = sex === 'FEMALE' && truth.chance(0.35);
  const alias = truth.pick(surnames);
  const usesAlias = truth.chance(0.2);
  const hasHandle = truth.chance(0.35);

  const withPatronymic = own.chance(0.85);
  const withoutYo = own.chance(0.3);
  const slipIn = own.chance(0.05) ? own.pick(spellings[agency]).script : undefined;

  const inEachScript = (kind: PersonName['kind'], surname: (typeof surnames)[number]): Draft<PersonName>[] =>
    spellings[agency]
      .filter(({ known }) => own.chance(known))
      .map(({ script, form }) => ({
        kind,
        script,
        surname: typed(
          surname[sex][form],
          script,
          withoutYo,
          kind === 'LEGAL' && script === slipIn ? own : undefined,
        ),
        givenName: person.givenName[form],
        // Neither state's passport has a patronymic in Latin.
        ...(withPatronymic && script !== 'LATIN' ? { patronymic: person.patronymic[sex][form] } : {}),
        provenance: provenanceOf(recording, own),
      }));

  const recorded = inEachScript('LEGAL', person.surname);
  if (wasMarried && own.chance(0.7)) recorded.push(...inEachScript('MAIDEN', maiden).slice(0, 1));
  if (usesAlias && own.chance(0.7)) {
    const given = person.givenName.russian;
    const surname = alias[sex].russian;
    recorded.push({
      kind: 'ALIAS',
      script: 'RUSSIAN',
      surname,
      givenName: given,
      provenance: provenanceOf(recording, own),
    });
  }
  if (hasHandle && own.chance(0.7)) {
    const handle = handleOf(recording);
    recorded.push({ kind: 'HANDLE', script: 'LATIN', handle, provenance: provenanceOf(recording, own) });
  }
  return recorded;
}

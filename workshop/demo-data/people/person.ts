import { dayOf } from '../../../terms/days.ts';
import { streamOf } from '../chance/random.ts';
import type { Forms, GenderedForms } from '../names/forms.ts';
import { givenNames } from '../names/given-names.ts';
import { patronymics } from '../names/patronymics.ts';
import { surnames } from '../names/surnames.ts';

/** What is true of a person. A dossier is what one agency has of it, written its way. */
export interface Person {
  /** Names the streams that this person's values are drawn from. */
  key: string;
  sex: 'MALE' | 'FEMALE';
  surname: GenderedForms;
  givenName: Forms;
  patronymic: GenderedForms;
  /** `YYYY-MM-DD`. */
  born: string;
}

const earliestBirth = Date.UTC(1958, 0, 1);
// The youngest had been of age for a year when the first dossiers were opened, so every dossier can have an offence.
const latestBirth = Date.UTC(2005, 11, 31);

export function personOf(seed: number, key: string): Person {
  const random = streamOf(seed, key, 'person');
  const sex = random.chance(0.72) ? 'MALE' : 'FEMALE';
  return {
    key,
    sex,
    surname: random.pick(surnames),
    givenName: random.pick(givenNames[sex]),
    patronymic: random.pick(patronymics),
    // The later of two draws: most are young.
    born: dayOf(
      new Date(earliestBirth + Math.max(random.next(), random.next()) * (latestBirth - earliestBirth)),
    ),
  };
}

/** Another person of the same name: what a pair found to be two people usually is. */
export const namesakeOf = (person: Person, seed: number, key: string): Person => ({
  ...person,
  key,
  born: personOf(seed, key).born,
});

import type { HalfFragmentTold, ProfileQueryTold } from '../../sdk/src/generated/operations.ts';
import { type HalfTold, halvesTold, type Visible } from '../../sdk/src/index.ts';

const absent = { state: 'absent' } as const;
const present = { state: 'present', value: { id: 'BY-1' } } as const;

describe('the halves of a suspect that was told', () => {
  test('are all that the document named, by their agencies, those without a dossier too', () => {
    expect(halvesTold({ id: 'S-1', belarus: present, russia: absent, example: absent })).toEqual([
      { agency: 'BELARUS', half: present },
      { agency: 'RUSSIA', half: absent },
      { agency: 'EXAMPLE', half: absent },
    ]);
  });

  test('are nothing else that a suspect has', () => {
    expect(halvesTold({ __typename: 'Suspect', id: 'S-1', other: null, list: [present] })).toEqual([]);
  });

  test('have the type of the document’s own halves', () => {
    const typed = (
      suspect: NonNullable<ProfileQueryTold['suspect']>,
    ): HalfTold<Visible<HalfFragmentTold>>[] => halvesTold(suspect);
    expect(typed({ id: 'S-1', belarus: absent, russia: absent })).toHaveLength(2);
  });
});

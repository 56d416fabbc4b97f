import { profileNamed } from '../../playground/profile/finder/profile-named.ts';

const dossier = 'BY-7Q4KZ0XN3VDH9TRC';

test.each([dossier, `S-${dossier}`, `R-${dossier}-V0123456789AB`, ` s-${dossier.toLowerCase()} `])(
  'a profile is named by %j',
  (text) => {
    expect(profileNamed(text)).toEqual({ dossier });
  },
);

test.each([
  ['BYG-7Q4KZ0XN3VDH9TRC', 'profile.ofGroup'],
  ['RUH-7Q4KZ0XN3VDH9TRC0000', 'profile.ofHit'],
  ['H00000000000000000002', 'profile.ofHit'],
  ['S-BYG-7Q4KZ0XN3VDH9TRC', 'profile.malformed'],
  ['BY-SHORT', 'profile.malformed'],
  ['S-', 'profile.malformed'],
  ['Haradzeika', 'profile.malformed'],
  ['', 'profile.malformed'],
])('and not by %j, of which the page says what is wrong: %s', (text, problem) => {
  expect(profileNamed(text)).toEqual({ problem });
});

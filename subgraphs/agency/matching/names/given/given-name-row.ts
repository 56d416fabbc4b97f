/**
 * One name, in the forms that stand on record for it: Russian ones (with Ukrainian), Belarusian ones, those of other languages, and,
 * where it is not formed from the name's own sounds, the patronymic. Its first Russian form names the row.
 */
export type GivenNameRow = readonly [
  russian: string,
  belarusian: string,
  other?: string,
  patronymic?: string,
];

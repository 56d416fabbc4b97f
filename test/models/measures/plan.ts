/** A day of the clock of Minsk and Moscow, as a number of days since 1970. */
type Day = number;

export const modelSides = ['BELARUS', 'RUSSIA'] as const;
export type ModelSide = (typeof modelSides)[number];

/** A plan of one agency, before anybody has authorised it. */
export interface Plan {
  number: number;
  side: ModelSide;
  phones: readonly string[];
  emails: readonly string[];
  /** Its dossier is linked with that of another plan, of the other agency, by a name that both have. */
  link?: string;
  /** It is against the first phone alone. */
  isOfTarget: boolean;
  from: Day;
  until: Day;
  operation?: string;
  secrecy: 'NONE' | 'SECRET' | 'SECRET_COMPARED';
  isUrgent: boolean;
  officer: string;
  case: string;
}

/** Operations that both agencies know, and one that they come to know one after the other. */
export const operations = ['OP-1', 'OP-2'] as const;
export const lateOperation = 'OP-3';

const longestAhead = 90;
const longestWindow = 14;

export interface Planning {
  random(): number;
  side: ModelSide;
  number: number;
  today: Day;
  /** Plans that are in force at the other agency, which some are to meet. */
  others: readonly Plan[];
  /** How many of them are made to meet one, from 0 to 1. */
  meeting: number;
  /** The operations that the agency knows. */
  known: readonly string[];
  /** The plan before this one, whose dossier may be linked with that of this one. */
  before?: Plan | undefined;
}

/** The name of the link between the dossiers of two plans, of which the second is made next. */
const linkOf = (number: number): string => `${number} ${number + 1}`;

/** Tells that a plan is the first of two whose dossiers are linked. */
export const isFirstOfLink = (plan: Plan | undefined): boolean =>
  plan?.link !== undefined && plan.link === linkOf(plan.number);

const phoneOf = (number: number): string =>
  `+37529${String(1_000_000 + (number % 8_999_999)).padStart(7, '0')}`;
const emailOf = (number: number): string => `person${number}@example.org`;

/** The days of a plan: near those of one that it is to meet, so that three days and a week's end decide. */
function daysOf({ random, today }: Planning, met: Plan | undefined): Pick<Plan, 'from' | 'until'> {
  const last = today + longestAhead;
  const anywhere = today + Math.floor(random() * longestAhead);
  const near = met ? met.until + Math.floor(random() * 26) - 10 : anywhere;
  const from = Math.min(last, Math.max(today, random() < 0.9 ? near : anywhere));
  const days = random() < 0.6 ? 1 + Math.floor(random() * 3) : 1 + Math.floor(random() * longestWindow);
  return { from, until: from + days - 1 };
}

/** The values of a plan, some of them of one that it is to meet: as any of its, and among so many that not all are compared. */
function valuesOf(
  { random, number }: Planning,
  met: Plan | undefined,
): Pick<Plan, 'phones' | 'emails' | 'link'> {
  const isNameAlone = random() < 0.03;
  if (isNameAlone) return { phones: [], emails: [] };
  const isLong = random() < 0.01;
  const own = (count: number, of: (at: number) => string) =>
    Array.from({ length: count }, (_, place) => of(number * 20 + place));
  const phones = own(isLong ? 6 : random() < 0.7 ? 1 : 0, phoneOf);
  const emails = own(isLong ? 6 : phones.length === 0 || random() < 0.2 ? 1 : 0, emailOf);
  if (!met) return { phones, emails };
  const sharesPhone = met.phones.length > 0 && (met.emails.length === 0 || random() < 0.7);
  const shared = sharesPhone ? met.phones : met.emails;
  const value = shared[Math.floor(random() * shared.length)];
  if (value === undefined) return { phones, emails };
  return sharesPhone
    ? { phones: [value, ...phones.slice(1)], emails }
    : { phones, emails: [value, ...emails.slice(1)] };
}

/** A random plan: it follows from the numbers that `random` gives. */
export function planOf(planning: Planning): Plan {
  const { random, side, number, others, meeting, known } = planning;
  const { before } = planning;
  const isLinked = isFirstOfLink(before) && before?.side !== side;
  const chosen = random() < meeting ? others[Math.floor(random() * others.length)] : undefined;
  const met = isLinked ? before : chosen;
  const link = isLinked ? before?.link : random() < 0.04 ? linkOf(number) : undefined;
  const values = { ...valuesOf(planning, isLinked ? undefined : met), ...(link !== undefined && { link }) };
  const secrecy = random() < 0.95 ? 'NONE' : random() < 0.5 ? 'SECRET' : 'SECRET_COMPARED';
  const operation = random() < 0.2 ? known[Math.floor(random() * known.length)] : undefined;
  return {
    number,
    side,
    ...values,
    isOfTarget: values.phones.length > 0 && random() < 0.1,
    ...daysOf(planning, met),
    ...(operation !== undefined && { operation }),
    secrecy,
    isUrgent: random() < 0.05,
    officer: `officer ${number}`,
    case: `${side === 'BELARUS' ? 'BY' : 'RU'}-2026-${String(number % 1_000_000).padStart(6, '0')}`,
  };
}

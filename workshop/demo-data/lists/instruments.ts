import type { PaymentInstrument } from '../../../subgraphs/agency/records/values/instruments.ts';
import type { Random } from '../chance/random.ts';
import * as belarus from '../invented/belarus.ts';
import { banks, card } from '../invented/cards.ts';
import { digits } from '../invented/digits.ts';
import * as russia from '../invented/russia.ts';
import { wallet } from '../invented/wallets.ts';
import { belarusianTowns, russianTowns } from '../names/places.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';
import { type Belongings, trueBelongings } from './belongings.ts';

type Kind = PaymentInstrument['kind'];
type Instrument = Omit<Draft<PaymentInstrument>, 'provenance'>;

const spots = ['вокзал', 'рынок', 'торговый центр', 'гостиница', 'автостанция'] as const;

const perhapsBank = (random: Random) => random.chance(0.6) && { bank: random.pick(banks) };

const make: Record<Kind, (random: Random) => Instrument> = {
  ACCOUNT: (random) => {
    const account = random.chance(0.5) ? belarus.account(random) : russia.account(random);
    return { kind: 'ACCOUNT', account, ...perhapsBank(random) };
  },
  CARD: (random) => ({ kind: 'CARD', ...card(random), ...perhapsBank(random) }),
  WALLET: (random) => ({ kind: 'WALLET', ...wallet(random) }),
  CASH_OUT_POINT: (random) => {
    const { russian } = random.pick([...belarusianTowns, ...russianTowns]);
    const place = `${russian}, ${random.pick(spots)}, банкомат ${digits(random, 4)}`;
    return { kind: 'CASH_OUT_POINT', place, ...perhapsBank(random) };
  },
};

export const instrumentsOwned: Belongings<Kind, Instrument> = {
  list: 'instruments',
  ofRole: {
    CALL_CENTRE_LEADER: { WALLET: 0.6, ACCOUNT: 0.3 },
    CALL_CENTRE_MEMBER: { CARD: 0.4 },
    FRAUD_GROUP_ORGANISER: { WALLET: 0.6, ACCOUNT: 0.5 },
    FRAUD_GROUP_MEMBER: { CARD: 0.4, ACCOUNT: 0.3 },
    RANSOMWARE_OPERATOR: { WALLET: 0.9 },
    MALWARE_DEVELOPER: { WALLET: 0.6 },
    CASH_COURIER: { CASH_OUT_POINT: 0.8, CARD: 0.4 },
    MONEY_MULE: { ACCOUNT: 0.8, CARD: 0.8, CASH_OUT_POINT: 0.3 },
    MULE_RECRUITER: { WALLET: 0.4, CARD: 0.5, ACCOUNT: 0.4 },
    GSM_GATEWAY_OPERATOR: { CARD: 0.3, WALLET: 0.3 },
    SIM_SUPPLIER: { CARD: 0.3, ACCOUNT: 0.2 },
  },
  ofGang: {
    CALL_CENTRE: { WALLET: 0.8 },
    FRAUD_GROUP: { WALLET: 0.7, CASH_OUT_POINT: 0.5 },
    RANSOMWARE_CREW: { WALLET: 0.8 },
    MULE_NETWORK: { WALLET: 0.5, ACCOUNT: 0.5, CASH_OUT_POINT: 0.7 },
    GSM_GATEWAY_NETWORK: { WALLET: 0.7 },
  },
  make: (kind, random) => make[kind](random),
};

export function instruments(recording: Recording): Draft<PaymentInstrument>[] {
  const own = recording.ofAgency('instruments');
  return trueBelongings(recording, instrumentsOwned)
    .filter(() => own.chance(0.85))
    .map((instrument) => ({ ...instrument, provenance: provenanceOf(recording, own) }));
}

import { sharedThing } from '../lists/belongings.ts';
import { infrastructureUsed } from '../lists/infrastructure.ts';
import { instrumentsOwned } from '../lists/instruments.ts';
import { knownGang } from '../people/gang.ts';

/** What the known dossiers share: the call centre's wallet, SIM box and trunk; other members of it have them too. */
export const sharedWallet = () => sharedThing(instrumentsOwned, 'WALLET', knownGang, 1);
export const sharedSimBox = () => sharedThing(infrastructureUsed, 'SIM_BOX', knownGang, 1);
export const sharedTrunk = () => sharedThing(infrastructureUsed, 'SIP_TRUNK', knownGang, 1);

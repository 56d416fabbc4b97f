import { createPublicKey, type KeyObject } from 'node:crypto';
import type { ChannelKey, PeerKeys } from '../../subgraphs/agency/channel/wire/peer-keys.ts';
import type { Agency } from '../../terms/agencies.ts';
import { ed25519, type KeyPair } from './key-pairs.ts';

export const keyOf = ({ kid, privateKey }: KeyPair): ChannelKey => ({ kid, key: privateKey });

export const keysOf = (agency: Agency, ...pairs: KeyPair[]): PeerKeys =>
  new Map(pairs.map(({ kid, privateKey }) => [kid, { agency, key: publicOf(privateKey) }]));

const publicOf = (key: KeyObject) => createPublicKey(key);

export const belarusKey = ed25519('belarus-1');
export const russiaKey = ed25519('russia-1');

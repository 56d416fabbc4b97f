import { TokenBucket } from 'limiter';
import { LRUCache } from 'lru-cache';
import { nameOfToken } from '../../../identity/caller-token.ts';
import { refusal } from '../../../server/errors.ts';

/** Sign-ins with one token in a minute: more than any officer needs, and few enough to bound what they cost. */
const mostAMinute = 10;

const mostTokens = 20_000;

/** @returns takes note of a sign-in with a token. It throws TOO_MANY_REQUESTS once there were too many of them. */
export function createSignInLimit(): (token: string) => void {
  const buckets = new LRUCache<string, TokenBucket>({ max: mostTokens });
  return (token) => {
    const key = nameOfToken(token);
    let bucket = buckets.get(key);
    if (!bucket) {
      bucket = new TokenBucket({
        bucketSize: mostAMinute,
        tokensPerInterval: mostAMinute,
        interval: 'minute',
      });
      bucket.content = mostAMinute;
      buckets.set(key, bucket);
    }
    if (!bucket.tryRemoveTokens(1))
      throw refusal('TOO_MANY_REQUESTS', 'This token was used to sign in too often. Wait a minute.');
  };
}

/** A new key for a run of a mutation: 32 hexadecimal digits. */
export function newIdempotencyKey(random: (bytes: Uint8Array) => Uint8Array): string {
  return Array.from(random(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { createHash } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const algorithms = ['md5', 'sha1', 'sha256', 'sha512'];
/** Kinds that an unsalted name was made of, beside the value. */
const kinds = [
  ...['PHONE', 'EMAIL', 'DOCUMENT', 'ACCOUNT', 'CARD', 'WALLET', 'CASH_OUT_POINT', 'IMEI', 'IMSI', 'ICCID'],
  ...['SIM_BOX', 'SIP_TRUNK', 'DOMAIN', 'IP_ADDRESS', 'MALWARE_FAMILY', 'MALWARE_SAMPLE', 'RANSOM_NOTE'],
];

/** The forms in which a value may be written: as it is, in one case, with no more than its letters and digits, and its digits alone. */
export function formsOf(value: string): string[] {
  const bare = value.replace(/[^\p{L}\p{N}]/gu, '');
  const digits = value.replace(/\D/g, '');
  const numbers =
    digits.length >= 9
      ? [digits, `+${digits}`, ...(/^0/.test(digits.slice(-9)) ? [] : [digits.slice(-9)])]
      : [];
  // A few digits stand anywhere by chance.
  const isTelling = /\p{L}/u.test(bare) || bare.length >= 9;
  const all = [value, ...(isTelling ? [bare] : []), value.replace(/\[\.\]/g, '.'), ...numbers];
  return [...new Set(all.flatMap((each) => [each, each.toLowerCase(), each.toUpperCase()]))].filter(
    (each) => each.length >= 5,
  );
}

/** The name that earlier versions gave to a thing of a kind. */
export function unsaltedName(kind: string, value: string): string {
  const digest = createHash('sha256').update(`${kind}\0${value}`).digest('hex').slice(0, 25);
  const digits = BigInt(`0x${digest}`).toString(32).padStart(20, '0');
  return `N${[...digits].map((each) => alphabet[Number.parseInt(each, 32)]).join('')}`;
}

/** What gives a value away to whoever can try out all values: hashes of its forms without a secret, as bytes and in each encoding. */
function hashesOf(form: string): Buffer[] {
  const hashes = algorithms.map((algorithm) => createHash(algorithm).update(form).digest());
  return [
    ...hashes,
    ...hashes.flatMap((hash) =>
      (['hex', 'base64', 'base64url'] as const).map((encoding) => Buffer.from(hash.toString(encoding))),
    ),
    ...kinds.map((kind) => Buffer.from(unsaltedName(kind, form))),
  ];
}

/** The planted values that can be found in bytes: in clear in any form, or as an unsalted hash of one. */
export function tracesOf(planted: readonly string[]): (bytes: Buffer) => string[] {
  const needles = planted.map((value) => {
    const forms = formsOf(value);
    return { value, bytes: [...forms.map((form) => Buffer.from(form)), ...forms.flatMap(hashesOf)] };
  });
  return (bytes) =>
    needles.filter((each) => each.bytes.some((one) => bytes.includes(one))).map(({ value }) => value);
}

/** Browsers keep `crypto.randomUUID` from pages that did not come over HTTPS. */
const fromDigits = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** A random name for a request or an action: a UUID, or as many random digits. */
export const randomName = (): string => crypto.randomUUID?.() ?? fromDigits();

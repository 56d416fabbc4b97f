/** The largest message, in bytes as it is sent. */
export const largestMessage = 64 * 1024;

/** The most messages that are sent together. */
export const mostMessages = 50;

/** Largest body: all messages with the ends of their lines, 50 x 65,536 + 50 = 3,276,850 bytes. */
export const largestBody = mostMessages * (largestMessage + 1);

/**
 * The largest event: a signed text becomes a third longer, and 1,024 bytes are for the header, the signature and the rest:
 * (65,536 - 1,024) x 3 / 4 = 48,384 bytes.
 */
export const largestEvent = ((largestMessage - 1_024) * 3) / 4;

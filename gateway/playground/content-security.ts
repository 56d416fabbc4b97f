/**
 * The content security policy of the page and of all that it loads: nothing but what this gateway serves.
 *
 * Style elements need the page's nonce, since the editor makes some at run time. Style attributes are let through,
 * since the editor writes its lines as HTML with their positions in such attributes; they can neither run nor, with no
 * image or font from elsewhere, tell anybody anything. Its stylesheet has small pictures as `data:`.
 * @param nonce random, for one answer
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Further headers that isolate the page from other sites. */
export const isolationHeaders = {
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

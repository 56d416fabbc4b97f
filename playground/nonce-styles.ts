/**
 * Gives every style element that a script makes the nonce of this page, without which the content security policy would
 * keep it from counting. The editor makes such elements and cannot be told a nonce.
 */
export function nonceStyles(page: Document): void {
  const nonce = page.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
  const createElement = page.createElement.bind(page);
  page.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = createElement(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}

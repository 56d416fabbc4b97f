/** The part of the package that is used here; it comes without types. */
declare module 'negotiator' {
  export class Negotiator {
    constructor(request: { headers: { accept?: string } });
    /** The one of these types that the request would rather have; undefined where it takes none of them. */
    mediaType<Type extends string>(available: readonly Type[]): Type | undefined;
  }
}

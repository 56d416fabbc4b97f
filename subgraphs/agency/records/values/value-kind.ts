import type { z } from 'zod';
import type { Provision } from '../../../../terms/codes-of-procedure/provision.ts';
import type { Article } from '../../../../terms/criminal-codes/article.ts';
import type { DecidedClass } from '../../../../terms/enums.ts';
import type { DayRange } from '../formats/dates/partial-date.ts';
import type { SharedThing } from '../formats/shared-things.ts';
import type { FreeText } from '../formats/text/free-text.ts';
import type { NodeIdOf } from '../formats/text/node-id.ts';
import type { CheckResult } from '../problem.ts';
import type { PartsByKind } from './parts-by-kind.ts';
import type { Valued } from './value.ts';

/** The knowledge of a value's check beside the value. */
export interface ValueContext {
  /** The agency's closed list of articles. */
  criminalCode: readonly Article[];
  /** The agency's closed list of provisions that a measure can stand on. */
  provisions: readonly Provision[];
  /** Now, by the owner's clock. */
  today: Date;
  /** Names what several dossiers of the agency may share. */
  nodeIdOf: NodeIdOf;
  /** The days on which the person can have been born; undefined while that is unknown or wrong. */
  birth: DayRange | undefined;
}

/** The content of a value: its given fields without its source, and the fields derived from them. */
export type ContentOf<Input extends z.ZodObject, Derived extends z.ZodRawShape> = Omit<
  z.output<Input>,
  'provenance'
> &
  (keyof Derived extends never ? unknown : z.output<z.ZodObject<Derived>>);

/** The decisions on a kind of value, made in its own file. */
interface Described<Input extends z.ZodObject, Derived extends z.ZodRawShape> {
  /** Its information class, the same as the SDL's. */
  class: DecidedClass;
  /** The class of one value, where values of the kind have several. */
  classOf?(content: ContentOf<Input, Derived>): DecidedClass;
  /** The form in which an officer, or a line of an import, gives it. */
  input: Input;
  /** The parts of each kind, where the field holds values of several. */
  partsByKind?: PartsByKind;
  /** The parts that are worked out of what is given, such as a checksum. */
  derived?: Derived;
  /** The content as it is to be recorded, or what is wrong with it. Without it the content is recorded as it is given. */
  check?(given: z.output<Input>, context: ValueContext): CheckResult<ContentOf<Input, Derived>>;
  /** The texts in it that an officer words freely: another officer looks at them before they go abroad. */
  texts(content: ContentOf<Input, Derived>): FreeText[];
  /** True for what tells a person apart, which matching compares in forms of its own. */
  tellsPersonApart?: true;
  /** The things in it by which persons are associated, as matching compares them. */
  sharedThings?(content: ContentOf<Input, Derived>): SharedThing[];
}

/** One kind of value of a dossier: input, stored form, class, limits and comparison derive from it. */
export interface ValueKind<Input extends z.ZodObject, Derived extends z.ZodRawShape>
  extends Described<Input, Derived> {
  derived: Derived;
  check(given: z.output<Input>, context: ValueContext): CheckResult<ContentOf<Input, Derived>>;
}

/** A kind of which a dossier holds a list. */
export interface ListKind<Input extends z.ZodObject, Derived extends z.ZodRawShape>
  extends ValueKind<Input, Derived> {
  /** The most values that a dossier holds, in one request and in all. */
  most: number;
}

/** Any kind, for what does the same with each of them. */
export interface AnyKind {
  class: DecidedClass;
  classOf?(content: object): DecidedClass;
  input: z.ZodObject;
  partsByKind?: PartsByKind;
  derived: z.ZodRawShape;
  check(given: object, context: ValueContext): CheckResult<object>;
  texts(content: object): FreeText[];
  tellsPersonApart?: true;
  sharedThings?(content: object): SharedThing[];
  most?: number;
}

/** A value of a kind as it is stored. */
export type ValueOfKind<Kind> =
  Kind extends ValueKind<infer Input, infer Derived> ? ContentOf<Input, Derived> & Valued : never;

type Nothing = Record<never, never>;

const completed = <Input extends z.ZodObject, Derived extends z.ZodRawShape>(
  kind: Described<Input, Derived>,
): ValueKind<Input, Derived> => ({
  derived: {} as Derived,
  check: ({ provenance: _, ...content }) => ({ value: content as ContentOf<Input, Derived> }),
  ...kind,
});

export const listKind = <Input extends z.ZodObject, Derived extends z.ZodRawShape = Nothing>(
  kind: Described<Input, Derived> & { most: number },
): ListKind<Input, Derived> => ({ ...completed(kind), most: kind.most });

export const singleKind = <Input extends z.ZodObject, Derived extends z.ZodRawShape = Nothing>(
  kind: Described<Input, Derived>,
): ValueKind<Input, Derived> => completed(kind);

/** The shape of a value's content: what is given, then what is worked out. */
export function contentShape({ input, derived }: Pick<AnyKind, 'input' | 'derived'>): z.ZodRawShape {
  const { provenance: _, ...given } = input.shape;
  return { ...given, ...derived };
}

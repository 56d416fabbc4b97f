import type { ReactNode } from 'react';
import type { Gap, Visible } from '../../visible/visible.ts';

/** Shows a field that can be withheld: its value, or the gap in its place. */
export const Field = <T>({
  of,
  gap,
  children,
}: {
  of: Visible<T>;
  gap: (gap: Gap) => ReactNode;
  children: (value: T) => ReactNode;
}): ReactNode => (of.state === 'present' ? children(of.value) : gap(of));

import type { ReactNode } from 'react';

/** A part of the page that is folded away until somebody wants it; its line says what is in it. */
export function Fold(props: {
  line: ReactNode;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  className?: string;
  children: ReactNode;
}) {
  const { line, isOpen, onToggle, className = '', children } = props;
  return (
    <details
      className={`fold ${className}`}
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary>{line}</summary>
      {children}
    </details>
  );
}

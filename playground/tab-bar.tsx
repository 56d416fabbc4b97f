import type { KeyboardEvent, ReactNode } from 'react';

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs as the ARIA Authoring Practices describe them: one stop for the keyboard, arrows between them. */
export function TabBar<Name extends string>(props: {
  label: string;
  tabs: Readonly<Record<Name, ReactNode>>;
  current: Name;
  onChoose: (name: Name) => void;
}) {
  const { label, tabs, current, onChoose } = props;
  const names = Object.keys(tabs) as Name[];
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined) return;
    const next = names[(names.indexOf(current) + step + names.length) % names.length];
    if (next === undefined) return;
    onChoose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className="tabs" onKeyDown={move}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          data-tab={name}
          aria-selected={name === current}
          aria-controls={`panel-${name}`}
          tabIndex={name === current ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {tabs[name]}
        </button>
      ))}
    </div>
  );
}

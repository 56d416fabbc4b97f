import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

/** The tab to which a key leads among `count` tabs; undefined for a key that leads nowhere. */
export function tabAfter(key: string, current: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (current + 1) % count;
  if (key === 'ArrowLeft') return (current + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

/** Properties that make an element the panel of a tab. */
export const panelProps = (name: string) =>
  ({ id: `panel-${name}`, role: 'tabpanel', 'aria-labelledby': `tab-${name}` }) as const;

/** Tabs as the ARIA Authoring Practices describe them: one stop for the keyboard, arrows between them. */
export function TabBar<Name extends string>(props: {
  label: string;
  tabs: Readonly<Partial<Record<Name, ReactNode>>>;
  current: Name;
  onChoose: (name: Name) => void;
}) {
  const { label, tabs, current, onChoose } = props;
  const names = Object.keys(tabs) as Name[];
  const chosen = useRef<HTMLButtonElement>(null);
  // On a narrow screen the tabs stand in one line, of which a part may be out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen
  useEffect(() => {
    // It may answer with a promise, which is nothing to clean up by.
    void chosen.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const next = names[tabAfter(event.key, names.indexOf(current), names.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className="tabs" onKeyDown={move}>
      {names.map((name) => (
        <button
          key={name}
          ref={name === current ? chosen : undefined}
          id={`tab-${name}`}
          type="button"
          role="tab"
          data-tab={name}
          aria-selected={name === current}
          // The panels of the others may not be there.
          aria-controls={name === current ? `panel-${name}` : undefined}
          tabIndex={name === current ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {tabs[name]}
        </button>
      ))}
    </div>
  );
}

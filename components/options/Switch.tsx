/** On or off, at once. */
export interface SwitchProps {
  /** What is switched, for those who do not see where it stands. */
  label: string;
  on: boolean;
  onSwitch(on: boolean): void;
}

export function Switch({ label, on, onSwitch }: SwitchProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      class="switch"
      aria-label={label}
      checked={on}
      aria-checked={on}
      onChange={(event) => onSwitch(event.currentTarget.checked)}
    />
  );
}

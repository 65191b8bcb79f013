/** On or off, at once. */
export interface SwitchProps {
  /** What is switched, for those who do not see where it stands. */
  label: string;
  on: boolean;
  /** It cannot be switched here. */
  locked?: boolean;
  onSwitch(on: boolean): void;
}

export function Switch({ label, on, locked = false, onSwitch }: SwitchProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      class="switch"
      aria-label={label}
      checked={on}
      aria-checked={on}
      disabled={locked}
      onChange={(event) => onSwitch(event.currentTarget.checked)}
    />
  );
}

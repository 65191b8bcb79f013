/** How a number is defined, beside the number: opens under the pointer, by focus or by a click; Escape closes it. */
import { useId, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

/** @param label names the button, e.g. "How the booking rate is counted". */
export function Definition({ label, children }: { label: string; children: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <span class="definition" onPointerEnter={() => setOpen(true)} onPointerLeave={() => setOpen(false)}>
      <button
        type="button"
        class="definition-mark"
        aria-label={label}
        aria-describedby={id}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(false);
        }}
      >
        <Icon name="info" />
      </button>
      <span role="tooltip" id={id} class="definition-text" hidden={!open}>
        {children}
      </span>
    </span>
  );
}

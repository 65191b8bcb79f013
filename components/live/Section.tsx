/** A part of the panel that can be folded. */
import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/Icon.tsx';

export interface SectionProps {
  title: string;
  count?: number;
  /** At first; then a person decides. */
  open?: boolean;
  children: ComponentChildren;
}

export function Section({ title, count, open = false, children }: SectionProps) {
  return (
    <details class="section" open={open}>
      <summary>
        <Icon name="chevron" />
        <h2>{title}</h2>
        {count !== undefined && <span class="count">{count}</span>}
      </summary>
      <div class="body">{children}</div>
    </details>
  );
}

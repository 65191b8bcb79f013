/** Small line drawings beside words; they say nothing themselves and are hidden from screen readers. */
const PATHS = {
  phone:
    'M5 4.5h3.5l1.6 4-2.1 1.4a11 11 0 0 0 6.1 6.1l1.4-2.1 4 1.6V19a1.5 1.5 0 0 1-1.6 1.5A16 16 0 0 1 3.5 6.1 1.5 1.5 0 0 1 5 4.5z',
  warning: 'M12 4 2.8 19.5h18.4L12 4zM12 10v4.2M12 16.9v.1',
  check: 'M4.5 12.5l5 5 10-11',
  close: 'M6 6l12 12M18 6L6 18',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5M12 8v.1',
  download: 'M12 4v10.5M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM9 14.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
  tab: 'M13.5 4.5h6v6M19.5 4.5l-8 8M10 5.5H6A1.5 1.5 0 0 0 4.5 7v11A1.5 1.5 0 0 0 6 19.5h11a1.5 1.5 0 0 0 1.5-1.5v-4',
  chevron: 'M9 5.5l6.5 6.5L9 18.5',
  up: 'M12 19V6M6.5 11 12 5.5l5.5 5.5',
  down: 'M12 5v13M6.5 13l5.5 5.5 5.5-5.5',
  grip: 'M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1',
  trash: 'M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5l1 13h9l1-13M10.3 10.5v5.5M13.7 10.5v5.5',
  plus: 'M12 5v14M5 12h14',
  lock: 'M6.5 10.5h11a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8.2 10.5V7.3a3.8 3.8 0 0 1 7.6 0v3.2M12 14.2v2.4',
  globe:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c2.6 2.4 3.9 5.2 3.9 8.5s-1.3 6.1-3.9 8.5c-2.6-2.4-3.9-5.2-3.9-8.5S9.4 5.9 12 3.5z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" data-icon={name}>
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Which part of a condition does not hold: for people who write a profile, never while a page is only read. */
import { holds } from './lookup.ts';
import type { Condition } from './profile.ts';
import type { Scope } from './scope.ts';

/**
 * Path of the first part that does not hold for the element, such as `calls[0].when.text`; `null` = all hold.
 * @param path of the condition itself.
 */
export function whyNot(condition: Condition, element: Element, path: string, scope: Scope): string | null {
  for (const [key, value] of Object.entries(condition) as [keyof Condition, never][]) {
    if (holds({ [key]: value }, element, scope)) continue;
    return inside(key, value, element, `${path}.${key}`, scope);
  }
  return null;
}

/** The part of a part, where a condition names several. */
function inside(key: keyof Condition, value: unknown, element: Element, path: string, scope: Scope): string {
  if (key !== 'attr' && key !== 'style') return path;
  const names = Object.entries(value as Record<string, string>);
  const failing = names.find(([name, pattern]) => !holds({ [key]: { [name]: pattern } }, element, scope));
  return failing ? `${path}.${failing[0]}` : path;
}

/** How a wrong part of a policy is told. */

/** Notes that a part is not used. @param why follows the name of the part after a colon. */
export type Refuse = (where: string, why: string) => void;

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

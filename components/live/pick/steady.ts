/** What of an element may stand in a selector: what a person gave it, not what a build, a library or a call did. */

/** Attributes that are made for finding an element. */
export const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-qa', 'data-cy'] as const;

/** Attributes that say what an element is. */
export const ROLES = ['role', 'name', 'aria-label', 'type', 'title', 'alt', 'for'] as const;

/** Names of attributes that change with the call, with its state or with the page's mood. */
const FICKLE_NAME =
  /^(style|class|id|value|href|src|srcset|tabindex|d|width|height|xmlns|lang|dir|draggable)$|^on|^aria-(?!label$)|state|status|time|date|count|index|number|phone|owner|direction|focus|hover|checked|selected|disabled|hidden|open|active|current|expanded|pressed|key|uid|guid|-id$|^_ng|^ng-|^data-v-|reactid|^jsaction|^jslog/i;

/** Parts of names that a library numbers or a build hashes. */
const MADE = [
  /\d{3,}/,
  /^(?:css|sc|emotion|makeStyles|svelte|radix|headlessui|ext-gen|mui|ng-tns|v|cdk|mat)-[\w-]*\d/i,
  /^(?:jss|ember|ext-gen)\d/i,
  /:[a-z0-9]+:/i,
  /[_-]{1,2}[a-z\d]*(\d[a-z]|[a-z]\d)[a-z\d]*$/i,
  /^[a-f0-9]{6,}$/i,
  /^_/,
];

/** Classes that lay out or colour an element, or say its state; none tells what it is. */
const UTILITY =
  /[:[\]/!.%]|^-?(?:m|p)[trblxyse]?-|^(?:w|h|size|min|max|text|bg|border|rounded|flex|grid|gap|items|justify|self|place|font|leading|tracking|shadow|ring|z|top|left|right|bottom|inset|space|divide|overflow|opacity|cursor|transition|duration|ease|delay|animate|sr|col|row|order|fill|stroke|align|float|d|g|offset)-|^(?:flex|grid|block|inline|inline-block|hidden|static|fixed|absolute|relative|sticky|truncate|underline|italic|uppercase|lowercase|capitalize|container|row|col|clearfix)$/;
const STATE =
  /^(?:is|has|js|ng)-|(?:^|[-_])(?:active|open|opened|closed|show|shown|visible|visually|selected|hover|focus|focused|focusable|pressed|checked|disabled|enabled|expanded|collapsed|loading|loaded|ringing|connected|connecting|ended|held|hold|muted|missed|answered|incoming|enter|entering|entered|leave|leaving|exit|fade|in|out|new|old|first|last|odd|even|dark|light|unread|unseen)$/i;

/** Whether a name (a class, an id, a test id) looks as if a person chose it and it stays. */
export function isSteadyName(name: string): boolean {
  return name.length >= 2 && name.length <= 60 && /^[A-Za-z]/.test(name) && !MADE.some((m) => m.test(name));
}

/** Whether a class tells what an element is. */
export function isSteadyClass(name: string): boolean {
  return isSteadyName(name) && !UTILITY.test(name) && !STATE.test(name);
}

/**
 * Whether an attribute with this value tells what an element is, whichever call shows in it.
 * @param fickle texts of this call (its number, its caller's name), in lower case: what has one of them in it is its own.
 */
export function isSteadyAttribute(name: string, value: string, fickle: readonly string[]): boolean {
  if (FICKLE_NAME.test(name) && !(TEST_IDS as readonly string[]).includes(name)) return false;
  if (value === '' || value.length > 40 || /\d/.test(value)) return false;
  if (!/^[A-Za-z][\w -]*$/.test(value)) return false;
  const low = value.toLowerCase();
  return !fickle.some((text) => text !== '' && low.includes(text));
}

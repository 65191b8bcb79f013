/** How the live view names elements and parts of a profile. */

/** An element in the short form of a selector: its tag and what tells it best. */
export function nameOf(element: Element): string {
  const tag = element.localName;
  for (const name of ['data-testid', 'data-test', 'data-qa', 'data-cy']) {
    const value = element.getAttribute(name);
    if (value) return `${tag}[${name}="${value}"]`;
  }
  if (element.id) return `${tag}#${element.id}`;
  const [first] = element.classList;
  return first ? `${tag}.${first}` : tag;
}

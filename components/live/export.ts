/** The profile as a file in the browser's downloads. */

/** @param root where the link is clicked: in our own frame, so that the page hears no click. */
export function exportProfile(json: string, root: ShadowRoot): void {
  const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = root.ownerDocument.createElement('a');
  link.href = url;
  link.download = `${nameIn(json)}.json`;
  root.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click; a minute is time enough.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The profile's id; text that is not valid yet can be exported too. */
function nameIn(json: string): string {
  return /"id"\s*:\s*"([a-z0-9-]{1,60})"/.exec(json)?.[1] ?? 'profile';
}

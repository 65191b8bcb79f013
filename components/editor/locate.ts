/** From the path of a problem (`calls[0].state[2].when.text`) to the place in the document where it is shown. */
import type { ASTNode } from 'vscode-json-languageservice';

/** Offsets into the text, end exclusive. */
export interface TextRange {
  from: number;
  to: number;
}

/**
 * Where to show the problem of a path. A plain value: the value itself. An object or a list: the key that leads
 * to it or, inside a list, its opening bracket, so that no page-long stretch is underlined. What is not there:
 * the opening bracket of the innermost thing that is.
 * @param key the problem is the key, not its value.
 */
export function locate(root: ASTNode | undefined, path: string, key = false): TextRange {
  let node = root;
  let shown = node ? opening(node) : { from: 0, to: 0 };
  let rest = path;
  while (node && rest !== '') {
    const step = stepInto(node, rest);
    // Nothing there: what is missing belongs into the node that was reached.
    if (!step) return opening(node);
    node = step.value;
    shown = shownAt(step, key && step.rest === '');
    rest = step.rest;
  }
  return shown;
}

/** One step down. `rest` is what of the path is still to go. */
interface Step {
  key: ASTNode | null;
  value: ASTNode | undefined;
  rest: string;
}

function stepInto(node: ASTNode, path: string): Step | null {
  if (node.type === 'array') {
    const [whole = '', index = ''] = /^\[(\d+)\]/.exec(path) ?? [];
    const value = whole ? node.items[Number(index)] : undefined;
    return value ? { key: null, value, rest: afterDot(path.slice(whole.length)) } : null;
  }
  if (node.type !== 'object') return null;
  // Paths are not escaped: a key may hold dots and brackets, so the longest that fits is meant. Of a key that is
  // there twice, the last one counts.
  const fitting = node.properties
    .filter(({ keyNode }) => startsWithStep(path, keyNode.value))
    .toSorted((a, b) => b.keyNode.value.length - a.keyNode.value.length || b.offset - a.offset);
  const [property] = fitting;
  if (!property) return null;
  const { keyNode, valueNode } = property;
  return { key: keyNode, value: valueNode, rest: afterDot(path.slice(keyNode.value.length)) };
}

function startsWithStep(path: string, key: string): boolean {
  return path.startsWith(key) && ['', '.', '['].includes(path.charAt(key.length));
}

function afterDot(rest: string): string {
  return rest.startsWith('.') ? rest.slice(1) : rest;
}

function shownAt({ key, value }: Step, keyOnly: boolean): TextRange {
  if (key && (keyOnly || !value || isContainer(value))) return whole(key);
  if (value) return isContainer(value) ? opening(value) : whole(value);
  return { from: 0, to: 0 };
}

function isContainer({ type }: ASTNode): boolean {
  return type === 'object' || type === 'array';
}

function opening(node: ASTNode): TextRange {
  return isContainer(node) ? { from: node.offset, to: node.offset + 1 } : whole(node);
}

function whole({ offset, length }: ASTNode): TextRange {
  return { from: offset, to: offset + length };
}

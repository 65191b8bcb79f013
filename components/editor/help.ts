/** What CodeMirror asks while a person types or points: what may stand here, and what does this mean. */
import {
  type Completion,
  type CompletionContext,
  type CompletionSource,
  startCompletion,
} from '@codemirror/autocomplete';
import type { EditorView, Tooltip } from '@codemirror/view';
import type { ProfileLanguage, Proposal } from './language.ts';

/** Proposes what the language knows to stand here; unasked only where a key or a value begins. */
export function completeFrom(language: ProfileLanguage): CompletionSource {
  return async (context: CompletionContext) => {
    if (!context.explicit && !context.matchBefore(/["\w-]$/)) return null;
    const proposals = await language.proposals(context.state.doc.toString(), context.pos);
    const [first] = proposals;
    if (!first) return null;
    // Typed on, the same choice is narrowed down: a key that chooses at once must find it there.
    return { from: first.from, to: first.to, validFor: /^"?[\w$-]*$/, options: proposals.map(completion) };
  };
}

/** Says what stands under the pointer. */
export function meaningFrom(language: ProfileLanguage) {
  return async (view: EditorView, offset: number): Promise<Tooltip | null> => {
    const meaning = await language.meaning(view.state.doc.toString(), offset);
    if (!meaning) return null;
    return {
      pos: meaning.from,
      end: meaning.to,
      above: true,
      create: () => ({ dom: words(meaning.sentences) }),
    };
  };
}

function completion(proposal: Proposal, index: number): Completion {
  const { label, means, inserted, select, goesOn } = proposal;
  return {
    // What is typed, quotes and all, is compared with it.
    label: label.startsWith('"') ? label : `"${label}"`,
    displayLabel: label,
    // In the order of the schema, where they fit equally well.
    boost: Math.max(-99, -index),
    ...(means && { info: means }),
    apply(view, _, from, to) {
      view.dispatch({
        changes: { from, to, insert: inserted },
        selection: { anchor: from + select.from, head: from + select.to },
        userEvent: 'input.complete',
      });
      if (goesOn) startCompletion(view);
    },
  };
}

function words(sentences: readonly string[]): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'cm-meaning';
  for (const sentence of sentences) {
    const paragraph = dom.appendChild(document.createElement('p'));
    paragraph.textContent = sentence;
  }
  return dom;
}

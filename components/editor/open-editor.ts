/** The editor itself: CodeMirror with the language of profiles. Loaded only when a profile is opened in it. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { text as textOf } from '@/components/text.ts';
import type { ProfileProblem } from '@/lib/crm/problem.ts';
import { changeBetween } from './change-between.ts';
import { completeFrom, meaningFrom } from './help.ts';
import { profileLanguage } from './language.ts';
import { type Mark, marksOf } from './marks.ts';
import schema from './schema.ts';
import { look } from './theme.ts';

/** What the editor is opened with. */
export interface EditorOptions {
  /** The shadow root it stands in, if it does. */
  root: ShadowRoot | undefined;
  text: string;
  readOnly: boolean;
  /** Id of the element in the same root that says which keys do what. */
  describedBy: string;
  /** A person changed the text. */
  onText(text: string): void;
  /** What is wrong now and where, in the order of the text. */
  onMarks(marks: Mark[]): void;
}

/** An open editor. */
export interface Editor {
  /** Replaces what differs; the cursor stays where it was. */
  setText(text: string): void;
  setReadOnly(readOnly: boolean): void;
  /** What the validator says of the text as it is. */
  setProblems(problems: ProfileProblem[]): void;
  /** Puts the cursor there and shows it. */
  goTo(offset: number): void;
  close(): void;
}

const fromOutside = Annotation.define<true>();

/** Opens an editor in an element. */
export function openEditor(parent: HTMLElement, options: EditorOptions): Editor {
  const { root, text, readOnly, describedBy, onText, onMarks } = options;
  const language = profileLanguage(schema);
  const writable = new Compartment();
  let problems: ProfileProblem[] = [];

  const mark = async () => {
    const { doc } = view.state;
    const marks = await marksOf(doc.toString(), problems, language);
    // Typed on meanwhile, or closed: the next marks are under way.
    if (closed || view.state.doc !== doc) return;
    view.dispatch(
      setDiagnostics(
        view.state,
        marks.map(({ from, to, severity, sentence: message }) => ({ from, to, severity, message })),
      ),
    );
    onMarks(marks);
  };

  const view = new EditorView({
    parent,
    ...(root && { root }),
    doc: text,
    extensions: [
      lineNumbers(),
      foldGutter(),
      codeFolding({ placeholderText: '…' }),
      lintGutter(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      json(),
      look,
      EditorView.lineWrapping,
      // Keys that choose work at once: what opens is about the word that is being typed.
      autocompletion({ override: [completeFrom(language)], icons: false, interactionDelay: 0 }),
      hoverTooltip(meaningFrom(language)),
      // Tab is bound to nothing, so that it leaves the editor: nobody gets caught in it.
      keymap.of([
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...completionKeymap,
        ...lintKeymap,
      ]),
      EditorState.phrases.of(phrases()),
      EditorView.contentAttributes.of({
        'aria-label': textOf('editorProfile'),
        'aria-describedby': describedBy,
        // What scrolls must be known to have something in it that takes the focus.
        tabindex: '0',
      }),
      writable.of(writing(readOnly)),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        void mark();
        if (!update.transactions.some((t) => t.annotation(fromOutside))) onText(update.state.doc.toString());
      }),
    ],
  });
  let closed = false;
  void mark();

  return {
    setText(next) {
      const change = changeBetween(view.state.doc.toString(), next);
      if (change) view.dispatch({ changes: change, annotations: fromOutside.of(true) });
    },
    setReadOnly(next) {
      view.dispatch({ effects: writable.reconfigure(writing(next)) });
    },
    setProblems(next) {
      problems = next;
      void mark();
    },
    goTo(offset) {
      const anchor = Math.min(offset, view.state.doc.length);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    close() {
      closed = true;
      view.destroy();
    },
  };
}

/** It can be read and walked through with the keyboard in either case. */
function writing(readOnly: boolean) {
  return [
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({ 'aria-readonly': String(readOnly) }),
  ];
}

/** CodeMirror's own words. */
function phrases(): Record<string, string> {
  return {
    Completions: textOf('editorCompletions'),
    'Fold line': textOf('editorFold'),
    'Unfold line': textOf('editorUnfold'),
    unfold: textOf('editorUnfold'),
    'folded code': textOf('editorFolded'),
    Diagnostics: textOf('editorProblems'),
    'No diagnostics': textOf('editorNoProblem'),
  };
}

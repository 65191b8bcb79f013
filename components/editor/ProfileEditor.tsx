/** A profile as JSON: completed, explained, and with every problem marked at its place and listed below. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';
import { Icon } from '@/components/Icon.tsx';
import { text as textOf } from '@/components/text.ts';
import type { ProfileProblem } from '@/lib/crm/problem.ts';
import { EditorProblems } from './EditorProblems.tsx';
import type { Mark } from './marks.ts';
import type { Editor } from './open-editor.ts';

export interface ProfileEditorProps {
  text: string;
  /** What the validator says of this text; while it is no JSON, the editor itself says what is wrong. */
  problems: ProfileProblem[];
  readOnly?: boolean;
  /** The shadow root it is drawn in, if it is; the look comes from `editor.css` and `theme.css` there. */
  root?: ShadowRoot;
  /** A person changed the text. */
  onText(text: string): void;
}

type Opening = { is: 'under way' } | { is: 'failed'; why: string } | { is: 'open'; editor: Editor };

export function ProfileEditor({ text, problems, readOnly = false, root, onText }: ProfileEditorProps) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [opening, setOpening] = useState<Opening>({ is: 'under way' });
  const [marks, setMarks] = useState<Mark[]>([]);
  const latest = useRef({ text, readOnly, onText });
  useLayoutEffect(() => {
    latest.current = { text, readOnly, onText };
  });

  useEffect(() => {
    let wanted = true;
    let editor: Editor | null = null;
    // Its code is the largest of the extension: nobody loads it who does not open a profile.
    import('./open-editor.ts').then(
      ({ openEditor }) => {
        if (!wanted || !place.current) return;
        editor = openEditor(place.current, {
          root,
          text: latest.current.text,
          readOnly: latest.current.readOnly,
          describedBy: `${id}-keys`,
          onText: (next) => latest.current.onText(next),
          onMarks: setMarks,
        });
        setOpening({ is: 'open', editor });
      },
      (thrown) => {
        if (wanted) setOpening({ is: 'failed', why: failureText(thrown) });
      },
    );
    return () => {
      wanted = false;
      editor?.close();
    };
  }, [root, id]);

  const editor = opening.is === 'open' ? opening.editor : null;
  useEffect(() => editor?.setText(text), [editor, text]);
  useEffect(() => editor?.setReadOnly(readOnly), [editor, readOnly]);
  useEffect(() => editor?.setProblems(problems), [editor, problems]);

  return (
    <div class="profile-editor">
      <div ref={place} />
      {opening.is === 'under way' && (
        <p class="faint" role="status">
          {textOf('editorLoading')}
        </p>
      )}
      {opening.is === 'failed' && (
        <div class="notice trouble" role="alert">
          <Icon name="warning" />
          <div>{textOf('editorFailed', opening.why)}</div>
        </div>
      )}
      <p class="faint" id={`${id}-keys`}>
        {textOf(readOnly ? 'editorReadOnly' : 'editorKeys')}
      </p>
      {editor && <EditorProblems marks={marks} onGoTo={(offset) => editor.goTo(offset)} />}
    </div>
  );
}

/** How the editor looks: the tokens of `components/theme.css`, so that light and dark follow the rest. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const MONO = 'ui-monospace, "Liberation Mono", monospace';
const wavy = (color: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy ${color} 1px`,
  textUnderlineOffset: '3px',
});
/** Drawn with styles alone: the pictures of CodeMirror may be forbidden by the page it stands in. */
const dot = (color: string) => ({
  content: '""',
  boxSizing: 'border-box',
  width: '10px',
  height: '10px',
  margin: '0.35em auto 0',
  borderRadius: 'var(--radius-full)',
  background: color,
});

const parts = EditorView.theme({
  '&': {
    maxHeight: 'var(--editor-height, 60vh)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-s)',
    background: 'var(--surface)',
    color: 'var(--ink)',
    fontSize: 'var(--text-m)',
  },
  '&.cm-focused': { outline: 'var(--focus-ring)', outlineOffset: '1px' },
  '.cm-scroller': { overflow: 'auto', fontFamily: MONO, lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--ink)', minHeight: '8em', padding: 'var(--space-2) 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in oklab, var(--accent) 26%, transparent)',
  },
  '.cm-activeLine': { background: 'color-mix(in oklab, var(--ink) 4%, transparent)' },
  '.cm-activeLineGutter': { background: 'none' },
  '&.cm-focused .cm-matchingBracket': {
    background: 'var(--accent-soft)',
    outline: '1px solid var(--accent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'var(--abandoned-soft)' },
  '.cm-gutters': {
    border: 'none',
    borderRight: '1px solid var(--line)',
    background: 'var(--surface-sunk)',
    color: 'var(--ink-faint)',
    userSelect: 'none',
  },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer' },
  '.cm-foldPlaceholder': {
    margin: '0 2px',
    border: '1px solid var(--line-strong)',
    background: 'var(--surface-sunk)',
    color: 'var(--ink-soft)',
  },
  '.cm-gutter-lint': { width: '16px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 2px' },
  '.cm-lint-marker': { width: 'auto', height: 'auto' },
  '.cm-lint-marker-error': dot('var(--abandoned)'),
  '.cm-lint-marker-warning': dot('var(--warning)'),
  '.cm-lintRange-error': wavy('var(--abandoned)'),
  '.cm-lintRange-warning': wavy('var(--warning)'),
  '.cm-lintRange-active': { background: 'var(--abandoned-soft)' },
  '.cm-lintPoint-error::after': { borderBottomColor: 'var(--abandoned)' },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-s)',
    background: 'var(--surface)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow-l)',
    font: 'var(--text-s) / var(--leading) var(--font)',
  },
  '.cm-diagnostic': { maxWidth: '48ch', padding: 'var(--space-2) var(--space-3)', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--abandoned)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid var(--warning)' },
  '.cm-meaning': { maxWidth: '48ch', padding: 'var(--space-2) var(--space-3)' },
  '.cm-meaning p': { margin: '0' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: '14em', fontFamily: MONO },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px var(--space-2)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--accent)',
    color: 'var(--on-solid)',
  },
  '.cm-completionInfo': { maxWidth: '36ch', padding: 'var(--space-2) var(--space-3)' },
  '.cm-panels': { background: 'var(--surface-sunk)', color: 'var(--ink)' },
  '.cm-panel.cm-panel-lint ul [aria-selected]': { background: 'var(--accent-soft)' },
});

const words = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--booked)' },
  { tag: tags.number, color: 'var(--unbooked)' },
  { tag: [tags.bool, tags.null], color: 'var(--excused)' },
  { tag: [tags.separator, tags.punctuation, tags.brace, tags.squareBracket], color: 'var(--ink-soft)' },
]);

/** The look of everything in the editor. */
export const look = [parts, syntaxHighlighting(words)];

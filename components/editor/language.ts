/** What the editor knows of a profile's text: its JSON, its syntax errors, what may stand where, what a key means. */
import {
  type ASTNode,
  type CompletionItem,
  ErrorCode,
  getLanguageService,
  type JSONSchema,
  TextDocument,
} from 'vscode-json-languageservice';
import { type TextKey, text as textOf } from '@/components/text.ts';
import type { TextRange } from './locate.ts';

/** A place where the text is no JSON, or where JSON forgets something. */
export interface SyntaxProblem extends TextRange {
  sentence: string;
  /** `warning`: it can still be read. */
  severity: 'error' | 'warning';
}

/** Something that may stand at a place. */
export interface Proposal extends TextRange {
  label: string;
  /** What stands there then. */
  inserted: string;
  /** What of it is to be typed over, counted from its beginning. */
  select: TextRange;
  /** What it means, plain text; empty where the schema says nothing. */
  means: string;
  is: 'key' | 'value';
  /** More is to be chosen right after it. */
  goesOn: boolean;
}

/** The language of one JSON Schema. */
export interface ProfileLanguage {
  /** `undefined` where there is nothing at all. */
  parse(text: string): ASTNode | undefined;
  syntaxProblems(text: string): Promise<SyntaxProblem[]>;
  /** All that may stand at the offset, whatever of it is typed there already. */
  proposals(text: string, offset: number): Promise<Proposal[]>;
  /** What stands at the offset means this; `null` = nothing is known of it. */
  meaning(text: string, offset: number): Promise<(TextRange & { sentences: string[] }) | null>;
}

const URI = 'callmark://profile.json';
/** Numbers of the Language Server Protocol. */
const KIND_PROPERTY = 10;
const WARNING = 2;

/** The language of profiles by their schema, which counts whatever `$schema` a document names: none is fetched. */
export function profileLanguage(schema: object): ProfileLanguage {
  const service = getLanguageService({
    schemaRequestService: () => Promise.resolve(JSON.stringify(schema)),
    clientCapabilities: { textDocument: { completion: { completionItem: { documentationFormat: [] } } } },
  });
  const uri = 'callmark://profile.schema.json';
  service.configure({
    validate: true,
    allowComments: false,
    schemas: [{ uri, fileMatch: ['*'], schema: schema as JSONSchema }],
  });
  const read = (text: string) => {
    const document = TextDocument.create(URI, 'json', 0, text);
    return { document, json: service.parseJSONDocument(document) };
  };
  return {
    parse: (text) => read(text).json.root,

    async syntaxProblems(text) {
      if (text.trim() === '') return [{ from: 0, to: 0, sentence: textOf('editorEmpty'), severity: 'error' }];
      const { document, json } = read(text);
      const found = await service.doValidation(document, json, {
        comments: 'error',
        trailingCommas: 'error',
        schemaValidation: 'ignore',
        schemaRequest: 'ignore',
      });
      return found.map(({ range, code, severity }) => ({
        from: document.offsetAt(range.start),
        to: document.offsetAt(range.end),
        sentence: textOf(SENTENCES[code as ErrorCode] ?? 'editorNoJson'),
        severity: severity === WARNING ? 'warning' : 'error',
      }));
    },

    async proposals(text, offset) {
      const { document, json } = read(text);
      const list = await service.doComplete(document, document.positionAt(offset), json);
      return (list?.items ?? []).flatMap((item) => proposal(item, document));
    },

    async meaning(text, offset) {
      const { document, json } = read(text);
      const at = json.getNodeFromOffset(offset);
      const node = at && meantBy(at);
      if (!at || !node || isBetween(at, offset)) return null;
      const matching = await service.getMatchingSchemas(document, json);
      const said = matching.filter((m) => m.node === node).map(({ schema: part }) => part.description);
      const sentences = [...new Set(said.filter((s) => s !== undefined))];
      return sentences.length > 0 ? { from: at.offset, to: at.offset + at.length, sentences } : null;
    },
  };
}

const SENTENCES: Partial<Record<ErrorCode, TextKey>> = {
  [ErrorCode.ValueExpected]: 'editorValueMissing',
  [ErrorCode.PropertyExpected]: 'editorKeyMissing',
  [ErrorCode.CommaExpected]: 'editorCommaMissing',
  [ErrorCode.ColonExpected]: 'editorColonMissing',
  [ErrorCode.CommaOrCloseBacketExpected]: 'editorListOpen',
  [ErrorCode.CommaOrCloseBraceExpected]: 'editorObjectOpen',
  [ErrorCode.TrailingComma]: 'editorCommaTooMany',
  [ErrorCode.DuplicateKey]: 'editorKeyTwice',
  [ErrorCode.CommentNotPermitted]: 'editorComment',
  [ErrorCode.PropertyKeysMustBeDoublequoted]: 'editorKeyQuotes',
  [ErrorCode.UnexpectedEndOfString]: 'editorTextOpen',
  [ErrorCode.InvalidCharacter]: 'editorTextBreak',
  [ErrorCode.InvalidEscapeCharacter]: 'editorBackslash',
};

function proposal(item: CompletionItem, document: TextDocument): Proposal[] {
  const edit = item.textEdit;
  if (!edit || !('range' in edit)) return [];
  const from = document.offsetAt(edit.range.start);
  const to = document.offsetAt(edit.range.end);
  const is = item.kind === KIND_PROPERTY ? 'key' : 'value';
  let snippet = edit.newText;
  // Of a key whose value may be of several kinds, the service leaves out all that follows the key.
  const follows = document.getText().slice(to).trimStart().charAt(0);
  if (is === 'key' && snippet === JSON.stringify(item.label) && follows !== ':') {
    snippet += `: $1${['', ',', '}', ']'].includes(follows) ? '' : ','}`;
  }
  const means = typeof item.documentation === 'string' ? item.documentation : item.documentation?.value;
  const goesOn = is === 'key' && /: \$1,?$/.test(snippet);
  return [{ label: item.label, from, to, ...filledIn(snippet), means: means ?? '', is, goesOn }];
}

/** Language servers mark with `$1` or `${1:proposed}` what is to be typed next, and escape with a backslash. */
function filledIn(snippet: string): { inserted: string; select: TextRange } {
  let inserted = '';
  let select: TextRange | null = null;
  const parts = /\\(.)|\$\d+|\$\{\d+:((?:\\.|[^\\}])*)\}|[^\\$]+|[\\$]/gs;
  for (const [part, escaped, proposed] of snippet.matchAll(parts)) {
    const from = inserted.length;
    const isStop = /^\$\{?\d/.test(part);
    inserted += isStop ? (proposed ?? '').replace(/\\(.)/gs, '$1') : (escaped ?? part);
    if (isStop) select ??= { from, to: inserted.length };
  }
  return { inserted, select: select ?? { from: inserted.length, to: inserted.length } };
}

function meantBy(node: ASTNode): ASTNode | undefined {
  const { parent } = node;
  return parent?.type === 'property' && parent.keyNode === node ? parent.valueNode : node;
}

/** Inside an object or a list, but on none of its parts. */
function isBetween({ type, offset, length }: ASTNode, at: number): boolean {
  return (type === 'object' || type === 'array') && at > offset && at < offset + length - 1;
}

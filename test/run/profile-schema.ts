/**
 * The CRM profile's JSON Schema, made from what checks profiles and from the sentences in its types.
 * `npm run schema` writes it to `public/profile.schema.json`. For plain Node, so no `@/` at run time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { NAMED, profileSchema } from '../../lib/crm/validate.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The published file. */
export const SCHEMA_FILE = join(ROOT, 'public/profile.schema.json');

/** The schema as the file's text. */
export function profileJsonSchema(): string {
  const made = toJsonSchema(profileSchema, { definitions: NAMED, errorMode: 'ignore' });
  const described = worded(made, sentences(readFileSync(join(ROOT, 'lib/crm/profile.ts'), 'utf8')));
  const head = { $schema: made.$schema, title: 'Callmark CRM profile, schema 1' };
  return `${JSON.stringify({ ...head, ...described }, null, 2)}\n`;
}

/** By key, and by `Interface.key` where a key means several things: the comment above it in the types. */
function sentences(source: string): Map<string, string> {
  const found = new Map<string, string>();
  let owner = '';
  let comment = '';
  for (const [, block, line] of source.matchAll(/^[ \t]*\/\*\*([\s\S]*?)\*\/[ \t]*$|^([^\n]+)$/gm)) {
    if (block !== undefined) {
      comment = block
        .replace(/^\s*\* ?/gm, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      continue;
    }
    const named = /^export (?:interface|type) (\w+)/.exec(line ?? '')?.[1];
    const key = /^\s+(\w+)\??:/.exec(line ?? '')?.[1];
    if (named !== undefined) owner = named;
    const said = comment;
    comment = '';
    if (said === '') continue;
    if (named !== undefined) found.set(named, said);
    else if (key !== undefined) found.set(`${owner}.${key}`, said);
  }
  return found;
}

/** Which type a part of the document is of, by a key that only this type has. */
const OWNER: Record<string, string> = {
  calls: 'Profile',
  root: 'CallRule',
  appears: 'BookingRule',
  url: 'BookingRule',
  path: 'MessageRule',
  visible: 'Condition',
  read: 'Field',
};

function worded(schema: JsonSchema, said: Map<string, string>): JsonSchema {
  const inside = (part: JsonSchema | boolean): JsonSchema | boolean =>
    typeof part === 'boolean' ? part : worded(part, said);
  const owner = Object.keys(schema.properties ?? {}).flatMap((key) => OWNER[key] ?? [])[0];
  const out: JsonSchema = { ...schema };
  if (schema.properties) {
    out.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, part]) => {
        const sentence = said.get(`${owner}.${key}`);
        const deep = inside(part);
        if (typeof deep === 'boolean' || sentence === undefined) return [key, deep];
        return [key, { description: sentence, ...deep }];
      }),
    );
  }
  if (schema.$defs) {
    out.$defs = Object.fromEntries(
      Object.entries(schema.$defs).map(([key, part]) => [key, inside(part as JsonSchema)]),
    ) as NonNullable<JsonSchema['$defs']>;
  }
  for (const key of ['anyOf', 'allOf', 'oneOf'] as const) {
    const parts = schema[key];
    if (parts) out[key] = parts.map((part) => inside(part));
  }
  if (schema.items && !Array.isArray(schema.items)) out.items = inside(schema.items);
  return out;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(SCHEMA_FILE, profileJsonSchema());
}

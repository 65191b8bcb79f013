import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPolicy } from '@/lib/worker/policy-check.ts';
import schema from '@/public/managed-schema.json' with { type: 'json' };

const DOCS = readFileSync(new URL('../../../docs/policy.md', import.meta.url), 'utf8');
const EXAMPLE = JSON.parse(/```json\n(.*?)```/s.exec(DOCS)?.[1] ?? '');

test('the example of docs/policy.md is used whole', () => {
  const policy = checkPolicy(EXAMPLE);
  expect(policy.refused).toEqual([]);
  expect(policy.profiles.map((p) => p.id)).toEqual(['acme-crm']);
  expect(policy.reasons).toHaveLength(3);
  expect(Object.keys(policy.rules)).toHaveLength(4);
  expect(Object.keys(policy.sites)).toEqual(['acme-crm', 'zammad']);
});

test('every key that can be set is in the schema for the browser and in the docs, and no other', () => {
  const { rules, ...others } = schema.properties;
  const documented = [...DOCS.matchAll(/^\| `(\w+)` +\|/gm)].map(([, key]) => key);
  expect(documented.toSorted()).toEqual(
    [...Object.keys(rules.properties), ...Object.keys(others), 'rules'].toSorted(),
  );
  // A rule that the checks do not know would be refused by name.
  const { refused } = checkPolicy({
    rules: Object.fromEntries(Object.keys(rules.properties).map((k) => [k, {}])),
  });
  expect(refused.filter((sentence) => sentence.includes('typing error'))).toEqual([]);
});

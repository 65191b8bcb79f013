/** The worked examples of the call rules: every file in test/vectors. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CallEvent, type CallReason, DEFAULT_RULES, type Rules, type Signal } from '@/lib/calls/call.ts';
import { fold } from '@/lib/calls/fold.ts';
import { liveState } from '@/lib/calls/live.ts';

interface Vector {
  name: string;
  signals: Signal[];
  settings: Partial<Rules>;
  reasons: CallReason[];
  events: CallEvent[];
  now?: number;
  expect: Record<string, unknown>;
}

const folder = join(import.meta.dirname, '../../vectors');
const files = readdirSync(folder).filter((f) => f.endsWith('.json'));

it('finds vectors to run', () => expect(files.length).toBeGreaterThan(0));

for (const file of files) {
  const vectors: Vector[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  describe(file, () => {
    it.each(vectors.map((v) => [v.name, v] as const))('%s', (_, v) => {
      const rules = { ...DEFAULT_RULES, ...v.settings };
      const call = fold({ id: 'c', origin: 'https://crm.example', crm: 'Example' }, v.events, {
        signals: v.signals,
        rules,
        reasons: v.reasons,
      });
      const said: Record<string, unknown> = {
        classification: call.classification,
        original: call.original,
        cause: call.cause,
        review: call.review,
        lead: call.lead,
        leadBasis: call.leadBasis,
        job: call.facts.job,
        reason: call.reason?.id,
        ringMs: call.ringMs,
        talkMs: call.talkMs,
        live: liveState(call, rules.thresholdMs, v.now ?? Number.NaN),
      };
      for (const key of Object.keys(v.expect)) expect(Object.keys(said)).toContain(key);
      const asked = Object.fromEntries(Object.keys(v.expect).map((key) => [key, said[key]]));
      expect(asked).toEqual(v.expect);
      // What an example leaves unsaid must not be there either.
      for (const key of ['review', 'cause'] as const) if (!(key in v.expect)) expect(said[key]).toBeNull();
    });
  });
}

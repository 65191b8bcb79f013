import { expect, test } from 'vitest';
import { inOrder } from '@/lib/crm/in-order.ts';

test('a profile whose keys were sorted by name reads as people write it', () => {
  const sorted = {
    calls: [
      {
        from: 'b',
        id: { read: '@data-id' },
        root: '.line',
        state: [{ is: 'held', when: { attr: { z: '1', a: '2' } } }],
      },
    ],
    id: 'desk',
    matches: ['https://desk.example/*'],
    name: 'Desk',
    schema: 1,
  };
  const ordered = inOrder(sorted);
  expect(ordered).toEqual(sorted);
  expect(Object.keys(ordered)).toEqual(['schema', 'id', 'name', 'matches', 'calls']);
  expect(JSON.stringify(ordered.calls[0])).toBe(
    '{"root":".line","id":{"read":"@data-id"},"from":"b","state":[{"is":"held","when":{"attr":{"z":"1","a":"2"}}}]}',
  );
});

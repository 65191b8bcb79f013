/** Which signals answer a call, by the profile that reads it. */
import type { Signal } from '@/lib/calls/call.ts';
import type { Profile } from '@/lib/crm/profile.ts';

/** All the signals that the profile has, unless it says otherwise. A profile without any answers by the claim. */
export function signalsOf(profile: Profile): Signal[] {
  switch (profile.answered) {
    case 'claim':
      return ['claim'];
    case 'connection':
      return ['connection'];
    case 'both':
      return ['claim', 'connection'];
    case undefined: {
      const { calls, messages = [] } = profile;
      const tells = (what: 'claim' | 'connected') => messages.some(({ is }) => is === what);
      const claim = tells('claim') || calls.some((rule) => rule.gestures?.some((g) => g.is === 'claim'));
      const connection =
        tells('connected') || calls.some((rule) => rule.state?.some((s) => s.is === 'connected'));
      if (!connection) return ['claim'];
      return claim ? ['claim', 'connection'] : ['connection'];
    }
    default:
      return profile.answered satisfies never;
  }
}

import type { PhoneCall } from '../phone.ts';

export function drawBubble(call: PhoneCall, csr: string, now: number): HTMLElement;
export function stateOf(call: PhoneCall): 'ended' | 'held' | 'connected' | 'dialing' | 'ringing';
export function callerOf(call: PhoneCall): { name: string | null; shown: string; address: string | null };

/** Answers every message, by who asks. Registers all its listeners at once, before anything is awaited. */
import { answerAboutCalls } from './answer-calls.ts';
import { answerAboutCrms } from './answer-crms.ts';
import { answerPagesWeRead } from './answer-pages.ts';
import { refuse } from './edge.ts';
import { answerFrames } from './frames.ts';

/** Starts answering. */
export function answerMessages(): void {
  answerPagesWeRead();
  answerAboutCalls();
  answerAboutCrms();
  answerFrames();
  // Nobody outside has business here; the manifest refuses them already, this is the second lock.
  chrome.runtime.onMessageExternal.addListener(() => {
    refuse('a message from another extension or a page');
    return false;
  });
}

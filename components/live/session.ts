/** What the live view knows and does: the text that is edited, what the page is read as by it, picks, saving. Draws nothing. */
import { failureText } from '@/components/failure.ts';
import type { TextKey } from '@/components/text.ts';
import type { Reading } from '@/lib/calls/seen.ts';
import type { Explained } from '@/lib/crm/explain.ts';
import { inOrder } from '@/lib/crm/in-order.ts';
import { addPick } from '@/lib/crm/pick.ts';
import type { ProfileProblem } from '@/lib/crm/problem.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { PageAccess } from '@/lib/crm/scope.ts';
import type { AskTop } from '@/lib/crm/top.ts';
import type { LiveFrame, LiveWelcome } from '@/lib/messaging.ts';
import { ignored } from './ignored.ts';
import { MOST_OBSERVED, type Observed, observed } from './observed.ts';
import type { Proposal } from './pick/proposals.ts';
import { readDraft } from './read-draft.ts';
import { createLiveReading } from './reading.ts';

/** The state of one live view. */
export interface LiveState {
  welcome: LiveWelcome;
  /** The profile as it is being edited. */
  text: string;
  /** The last valid one; `null` = there was none yet. */
  profile: Profile | null;
  problems: ProfileProblem[];
  /** The text differs from what is kept. */
  changed: boolean;
  explained: Explained | null;
  /** Newest first. */
  observed: readonly Observed[];
  /** What was seen and does not count, newest first. */
  ignored: readonly Observed[];
  /** What frames of the page show. */
  frames: readonly LiveFrame[];
  saving: { is: 'idle' | 'busy' | 'saved' } | { is: 'failed'; why: string };
  /** The last pick, while it can be changed or taken back. */
  picked: { proposals: readonly Proposal[]; chosen: number } | null;
}

/** What can be done. */
export interface LiveSession {
  state(): LiveState;
  edit(text: string): void;
  /** What the profile means on the page at this moment. */
  look(): Explained | null;
  save(): Promise<void>;
  /** Puts the first proposal into the profile; says why where it cannot. */
  pick(proposals: readonly Proposal[]): TextKey | null;
  /** Another of the proposals instead. */
  choose(index: number): void;
  undoPick(): void;
  /** A frame tells what it shows. */
  inFrame(seen: LiveFrame): void;
}

/** What a session needs. */
export interface SessionOptions {
  welcome: LiveWelcome;
  page: PageAccess;
  askTop: AskTop;
  signal: AbortSignal;
  /** Told of each valid edit. */
  edited: (profile: Profile) => void;
  /** Rejects with sentences. */
  save: (profile: Profile) => Promise<void>;
  /** Told after every change of the state. */
  changed: () => void;
}

/** Begins with the profile of the welcome. */
export function createSession(options: SessionOptions): LiveSession {
  const { welcome, signal, save, changed } = options;
  let kept = written(welcome.profile);
  let before: Reading | null = null;
  /** The text as it was before the last pick. */
  let base = kept;
  const state: Omit<LiveState, 'changed'> = {
    welcome,
    text: kept,
    profile: null,
    problems: [],
    explained: null,
    observed: [],
    ignored: [],
    frames: [],
    saving: { is: 'idle' },
    picked: null,
  };

  const reading = createLiveReading({
    page: options.page,
    askTop: options.askTop,
    signal,
    onSeen(seen) {
      state.observed = [...observed(seen, before).reverse(), ...state.observed].slice(0, MOST_OBSERVED);
      if (seen.kind === 'reading') before = seen;
    },
    onIgnored(note) {
      state.ignored = [ignored(note), ...state.ignored].slice(0, MOST_OBSERVED);
      changed();
    },
    onExplained(next) {
      state.explained = next;
      changed();
    },
  });

  const use = (text: string) => {
    state.text = text;
    if (state.saving.is !== 'busy') state.saving = { is: 'idle' };
    const read = readDraft(text);
    state.problems = read.problems;
    // What is not valid yet keeps the last valid profile at work.
    if (!read.profile || JSON.stringify(read.profile) === JSON.stringify(state.profile)) return changed();
    state.profile = read.profile;
    before = null;
    reading.use(read.profile);
    options.edited(read.profile);
  };

  const choose = (index: number) => {
    const { picked } = state;
    const chosen = picked?.proposals[index];
    const profile = profileIn(base);
    if (!picked || !chosen || !profile) return;
    state.picked = { ...picked, chosen: index };
    use(written(addPick(profile, chosen.pick)));
  };

  use(state.text);
  return {
    state: () => ({ ...state, changed: state.text !== kept || !state.welcome.known }),
    edit(text) {
      state.picked = null;
      use(text);
    },
    look() {
      reading.look();
      return state.explained;
    },
    async save() {
      const { profile, problems, text, saving } = state;
      if (!profile || problems.length > 0 || saving.is === 'busy') return;
      state.saving = { is: 'busy' };
      changed();
      try {
        await save(profile);
        kept = text;
        state.welcome = { ...state.welcome, profile, known: true, readBy: profile.name };
        state.saving = { is: 'saved' };
      } catch (thrown) {
        state.saving = { is: 'failed', why: failureText(thrown) };
      }
      changed();
    },
    pick(proposals) {
      if (!profileIn(state.text)) return 'livePickMendFirst';
      base = state.text;
      state.picked = { proposals, chosen: 0 };
      choose(0);
      return null;
    },
    choose,
    inFrame(seen) {
      state.frames = [...state.frames.filter(({ frame }) => frame !== seen.frame), seen];
      changed();
    },
    undoPick() {
      state.picked = null;
      use(base);
    },
  };
}

function written(profile: Profile): string {
  return JSON.stringify(inOrder(profile), null, 2);
}

/** A profile that may have no call yet, so that picks can make it whole; `null` = the text is no profile at all. */
function profileIn(text: string): Profile | null {
  try {
    const document: unknown = JSON.parse(text);
    return isProfile(document) ? document : null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}

function isProfile(document: unknown): document is Profile {
  return (
    typeof document === 'object' && document !== null && 'calls' in document && Array.isArray(document.calls)
  );
}

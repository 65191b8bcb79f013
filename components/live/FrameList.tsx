/** What the profile reads in the frames of the page, by frame. */
import { text } from '@/components/text.ts';
import type { LiveFrame } from '@/lib/messaging.ts';
import { stateName } from './observed.ts';

export function FrameList({ frames }: { frames: readonly LiveFrame[] }) {
  return (
    <ul class="frames">
      {frames.map(({ frame, url, calls, passed }) => (
        <li key={frame}>
          <code>{url}</code>
          {calls.length === 0 && <p class="faint">{text('liveFrameNoCall')}</p>}
          {calls.map(({ state, statePath, fields }, index) => (
            <article
              key={index}
              class={`call ${state ?? 'none'}`}
              aria-label={text('liveFrameCall', index + 1)}
            >
              <div class="row">
                <strong class="state">{stateName(state)}</strong>
                <code>{statePath ?? text('liveNoStateRule')}</code>
              </div>
              {fields.map(({ path, value }) => (
                <div key={path} class={value === undefined ? 'row absent' : 'row'}>
                  <code>{path}</code>
                  <span class="value">{value ?? text('liveFieldEmpty')}</span>
                </div>
              ))}
            </article>
          ))}
          {passed.map((path, index) => (
            <p key={`${path} ${index}`} class="faint">
              {text('liveNotTaken', path)}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/**
 * The whole overlay, data and callbacks in: a card for each call; a pill where it is collapsed or where only a
 * warning remains; nothing where there is nothing to say.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OverlayPlace, OverlayState, OwnPage } from '@/lib/messaging.ts';
import { CallCard } from './CallCard.tsx';
import { Header } from './Header.tsx';
import { handleKey } from './keys.ts';
import { News } from './News.tsx';
import { Notices } from './Notices.tsx';
import { dayOf, noticesOf } from './notices-now.ts';
import { Pill } from './Pill.tsx';
import { type Box, dock, FIRST_PLACE, type Size, spotOf } from './place.ts';
import { real } from './real.ts';
import { useCards } from './use-cards.ts';
import { useDrag } from './use-drag.ts';
import { useSpot } from './use-spot.ts';

export interface OverlayProps {
  /** `null` = nothing is known yet. */
  state: OverlayState | null;
  /** Epoch ms by the page's clock. */
  now: number;
  /** `null` = never moved in this CRM. */
  place: OverlayPlace | null;
  /** Where the CRM shows its calls: never covered. */
  bubbles: readonly Box[];
  viewport: Size;
  /** The keyboard focus is in the overlay. */
  focused?: boolean;
  /** @param reason id, or `null`: taken back. */
  onReason: (call: string, reason: string | null) => void;
  onOpen: (page: OwnPage) => void;
  onMove: (place: OverlayPlace) => void;
  onDismiss: (call: string) => void;
}

export function Overlay(props: OverlayProps) {
  const { state, now, bubbles, viewport, focused = false, onReason, onOpen, onMove, onDismiss } = props;
  const place = props.place ?? FIRST_PLACE;
  const panel = useRef<HTMLElement>(null);
  const [hovered, setHovered] = useState(false);
  /** A person opened it although it would be a pill. */
  const [opened, setOpened] = useState(false);
  /** The open overlay has no position that leaves all bubbles free. */
  const [squeezed, setSqueezed] = useState(false);
  const [foldedTrouble, setFoldedTrouble] = useState<string | null>(null);

  const cards = useCards(state, now, hovered || focused);
  const idle = cards.length === 0;
  useEffect(() => setOpened(false), [idle]);
  const today = dayOf(now);
  const notices = noticesOf(state, {
    warningFolded: place.warningFoldedOn === today && !(idle && opened),
    foldedTrouble: idle && opened ? null : foldedTrouble,
  });
  const empty = idle && notices.mark === null;
  const pill = !opened && (place.collapsed || squeezed || (idle && notices.trouble === null));

  useSpot(panel, { place, bubbles, viewport, pill, steady: hovered, onSqueezed: setSqueezed });
  const drag = useDrag(panel, viewport, (spot, size) => onMove({ ...place, ...dock(spot, size, viewport) }));

  const calls = cards.map((card) => card.call);
  const setCollapsed = (collapsed: boolean) => {
    setOpened(!collapsed);
    if (!idle && place.collapsed !== collapsed) onMove({ ...place, collapsed });
  };
  const fold = (on: string | null) => onMove({ ...place, warningFoldedOn: on });
  const nudge = (dx: number, dy: number) => {
    if (!panel.current) return;
    const size = { width: panel.current.offsetWidth, height: panel.current.offsetHeight };
    const { left, top } = spotOf(place, size, viewport);
    onMove({ ...place, ...dock({ left: left + dx, top: top + dy }, size, viewport) });
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and drags of the controls inside bubble to here */}
      <section
        ref={panel}
        class="panel"
        hidden={empty}
        onPointerEnter={() => setHovered(true)}
        onPointerLeave={() => setHovered(false)}
        onMouseDown={real((event: Event) => event.preventDefault())}
        onKeyDown={real((event: KeyboardEvent) => handleKey(event, calls, state?.reasons ?? [], onReason))}
        {...drag}
      >
        {empty ? null : pill ? (
          <Pill calls={calls} now={now} mark={notices.mark} onOpen={() => setCollapsed(false)} />
        ) : (
          <>
            <Header
              mark={notices.folded ? notices.mark : null}
              onMark={() => {
                setFoldedTrouble(null);
                if (place.warningFoldedOn) fold(null);
              }}
              onCollapse={() => setCollapsed(true)}
              onNudge={nudge}
            />
            <div class="scroll">
              {cards.map(({ call, leaving }) => (
                <CallCard
                  key={call.id}
                  call={call}
                  now={now}
                  thresholdMs={state?.thresholdMs ?? 0}
                  reasons={state?.reasons ?? []}
                  leaving={leaving}
                  focused={focused}
                  onReason={(reason) => onReason(call.id, reason)}
                  onDismiss={() => onDismiss(call.id)}
                />
              ))}
              <Notices
                notices={notices}
                thresholdMs={state?.thresholdMs ?? 0}
                onSetUp={() => onOpen('reasons')}
                onFoldWarning={() => {
                  setOpened(false);
                  fold(today);
                }}
                onFoldTrouble={() => {
                  setOpened(false);
                  setFoldedTrouble(notices.trouble);
                }}
              />
            </div>
          </>
        )}
      </section>
      <News calls={calls} thresholdMs={state?.thresholdMs ?? 0} />
    </>
  );
}

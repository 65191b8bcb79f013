/** The notices that show in full, the one a person must act on first. */
import { seconds } from '@/components/duration.ts';
import { text } from '@/components/text.ts';
import { Notice } from './Notice.tsx';
import type { NoticesNow } from './notices-now.ts';

export interface NoticesProps {
  notices: NoticesNow;
  thresholdMs: number;
  onSetUp: () => void;
  onFoldWarning: () => void;
  onFoldTrouble: () => void;
}

export function Notices({ notices, thresholdMs, onSetUp, onFoldWarning, onFoldTrouble }: NoticesProps) {
  return (
    <>
      {notices.trouble && (
        <Notice
          urgent
          body={text(notices.trouble)}
          fold={text('overlayFoldTrouble')}
          onFold={onFoldTrouble}
        />
      )}
      {notices.warning && (
        <Notice
          title={text('warningReasonsMissingTitle')}
          body={text('warningReasonsMissing', seconds(thresholdMs))}
          fold={text('overlayFold')}
          onFold={onFoldWarning}
          action={{ label: text('warningReasonsMissingAction'), onAct: onSetUp }}
        />
      )}
    </>
  );
}

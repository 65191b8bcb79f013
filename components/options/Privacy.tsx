/** Where the calls are, and how much room they take. */
import { text } from '@/components/text.ts';

/** @param usedBytes `null` while or where it is not known. */
export function Privacy({ usedBytes }: { usedBytes: number | null }) {
  return (
    <section id="privacy" class="card section" aria-labelledby="privacy-title">
      <div class="section-head">
        <h2 id="privacy-title">{text('optionsPrivacy')}</h2>
      </div>
      <p class="lead">{text('optionsPrivacyWhat')}</p>
      {usedBytes !== null && <p class="faint">{text('optionsPrivacyUsed', megabytes(usedBytes))}</p>}
    </section>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString(undefined, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}

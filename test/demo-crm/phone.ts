/**
 * The words of the demo CRM's telephone line and job book, as the server keeps them: its state, and the things
 * that can be done to it.
 */

/** A call on the line. Times are epoch ms; `null` = has not happened. */
export interface PhoneCall {
  /** The CRM's own id, e.g. `C-20417`. */
  id: string;
  direction: 'inbound' | 'outbound';
  /** The other party's number, E.164. */
  from: string;
  /** Caller id name that came with the call. */
  name: string | null;
  /** The office's number, E.164. */
  to: string;
  campaign: string;
  startedAt: number;
  /** When the caller will give up if nobody answers. */
  ringsOutAt: number | null;
  answeredAt: number | null;
  answeredOn: 'crm' | 'desk' | 'remote' | null;
  claimedBy: string | null;
  heldAt: number | null;
  endedAt: number | null;
  endedBy: 'caller' | 'csr' | 'rejected' | 'rang-out' | null;
  /** Jobs booked from this call. */
  jobs: string[];
  /** Its bubble was closed. */
  closed: boolean;
}

/** A job on the dispatch board. */
export interface Job {
  number: string;
  customer: string;
  phone: string;
  address: string;
  type: string;
  /** ISO date. */
  day: string;
  /** First hour of a two-hour window. */
  hour: number;
  /** Technician's name; empty = unassigned. */
  technician: string;
  /** Call it was booked from. */
  call: string | null;
}

/** All that the server keeps. */
export interface Exchange {
  nextCall: number;
  nextJob: number;
  calls: PhoneCall[];
  jobs: Job[];
  /** The next claim made in a page goes to this CSR instead: a lost race. */
  rival: string | null;
}

/** What can be done. Results: `ring` and `dial` give the call's id, `book` the job's number, others nothing. */
export type Action =
  | {
      do: 'ring';
      from: string;
      name?: string;
      to?: string;
      campaign?: string;
      id?: string;
      ringsForMs?: number;
    }
  | { do: 'dial'; to: string; name?: string; csr: string }
  | { do: 'remoteAnswer'; call: string }
  | { do: 'claim'; call: string; csr: string }
  | { do: 'deskAnswer'; call: string }
  | { do: 'takenBy'; call: string; csr: string }
  | { do: 'loseNextClaimTo'; csr: string }
  | { do: 'reject'; call: string }
  | { do: 'hold'; call: string }
  | { do: 'resume'; call: string }
  | { do: 'endCall'; call: string }
  | { do: 'hangUp'; call: string }
  | { do: 'ringOut'; call: string; afterMs: number }
  | { do: 'close'; call: string }
  | { do: 'book'; job: Omit<Job, 'number'> }
  | { do: 'reset' };

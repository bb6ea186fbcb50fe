import type { LocalDate } from '../clock.ts';

export type Status = 'done' | 'in_progress' | 'blocked' | 'extension';

/** Something a clause says about work, before anybody asked whether it is stated, asked or ordered. */
export type Event = {
  readonly status: Status;
  readonly source:
    | 'core'
    | 'work'
    | 'start'
    | 'notyet'
    | 'doing'
    | 'almost'
    | 'pending'
    | 'awaiting'
    | 'amount'
    | 'emoji'
    | 'block'
    | 'extension'
    | 'same'
    | 'elliptic';
  /** The term that carries it. */
  readonly at: number;
  /** Said to have happened: "đã", "rồi", "vừa". A bare "hoàn thành NV12" may also be an order. */
  readonly firm: boolean;
  /** Where its "đã" stands, -1 without one. */
  readonly didAt: number;
  readonly percent?: number;
  readonly quantity?: { readonly done: number; readonly target: number };
  readonly dueOn?: LocalDate | null;
};

type Extra = {
  firm?: boolean;
  didAt?: number;
  percent?: number;
  quantity?: { done: number; target: number };
  dueOn?: LocalDate | null;
};

export function plainEvent(status: Status, source: Event['source'], at: number, extra: Extra = {}): Event {
  return { status, source, at, firm: false, didAt: -1, ...extra };
}

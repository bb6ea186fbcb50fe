import type { LocalDate } from '../clock.ts';
import type { Claim } from './assign.ts';
import type { Event, Status } from './event.ts';
import { anyTag } from './view.ts';

export type Verdict = {
  readonly status: Status;
  readonly percent: number | null;
  readonly quantity: { readonly done: number; readonly target: number } | null;
  readonly dueOn: LocalDate | null;
  /** The claim that decides; its clause is the note. */
  readonly claim: Claim;
};

/**
 * One task, several statements: a request for time wins, then an obstacle, then what is not finished yet.
 * "Hôm qua vướng, nay đã xong" is decided by its last word.
 */
export function resolve(claims: readonly Claim[]): Verdict | null {
  const standing = withoutEarlier(claims);
  const last = standing.at(-1);
  if (last === undefined) return null;
  const of = (status: Status) => standing.findLast(({ event }) => event.status === status);
  const extension = of('extension');
  if (extension !== undefined) return verdict('extension', extension, standing);
  const done =
    standing.findLast(({ event }) => event.status === 'done' && event.source !== 'emoji') ?? of('done');
  const blocked = of('blocked');
  if (done !== undefined && isOvercome(standing, done)) return verdict('done', done, standing);
  if (blocked !== undefined) return verdict('blocked', blocked, standing);
  const open = standing.findLast(
    ({ event }) => event.status === 'in_progress' && !yieldsTo(event, done?.event),
  );
  if (open !== undefined) return verdict('in_progress', open, standing);
  return verdict(
    last.event.status === 'in_progress' && done === undefined ? 'in_progress' : 'done',
    done ?? last,
    standing,
  );
}

/** After "nay", or before "hôm qua", only the later words count. */
function withoutEarlier(claims: readonly Claim[]): readonly Claim[] {
  const turn = claims.findLastIndex(
    ({ reading, event }, at) => at > 0 && event.status === 'done' && isTurn(claims, at, reading),
  );
  return turn < 0 ? claims : claims.slice(turn);
}

function isTurn(claims: readonly Claim[], at: number, { view }: Claim['reading']): boolean {
  const before = claims[at - 1];
  if (before === undefined || before.reading.view === view) return false;
  return anyTag(view, 'now') || anyTag(before.reading.view, 'past');
}

/** "Tuy gặp khó khăn, NV12 đã hoàn thành": the work itself is finished after the obstacle. */
function isOvercome(claims: readonly Claim[], done: Claim): boolean {
  if (claims.at(-1) !== done || done.event.source !== 'core') return false;
  return claims.every(
    (claim) =>
      claim === done ||
      claim.event.status === 'done' ||
      claim.event.status === 'blocked' ||
      yieldsTo(claim.event, done.event),
  );
}

/** Work that was begun, or waits for a confirmation, and is finished. */
function yieldsTo({ source }: Event, done: Event | undefined): boolean {
  return (
    done !== undefined &&
    (source === 'start' || source === 'awaiting') &&
    (done.source === 'core' || source === 'awaiting')
  );
}

function verdict(status: Status, claim: Claim, claims: readonly Claim[]): Verdict {
  const counted = claims.findLast(({ event }) => event.percent !== undefined)?.event;
  const dueOn = claims.findLast(({ event }) => event.dueOn !== undefined && event.dueOn !== null)?.event
    .dueOn;
  return {
    status,
    percent: status === 'in_progress' ? (counted?.percent ?? null) : null,
    quantity: claims.findLast(({ event }) => event.quantity !== undefined)?.event.quantity ?? null,
    dueOn: status === 'extension' ? (dueOn ?? null) : null,
    claim,
  };
}

import { addDays, type Clock, instantOf, localDateOf } from '../../domain/clock.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';

/** Where the page's clock is to be moved. */
export type ClockMove =
  | { readonly kind: 'advance'; readonly minutes: number }
  | { readonly kind: 'working-morning' }
  /** Local wall time, `YYYY-MM-DDTHH:MM`. */
  | { readonly kind: 'to'; readonly at: string };

export type ClockState = { readonly now: number; readonly moving: boolean; readonly failed: boolean };

export type ClockDesk = {
  readonly state: () => ClockState;
  /** Begins the move and returns at once; the refusal is a sentence for the person. */
  readonly move: (move: ClockMove) => Result<ClockState, string>;
  /** Told when a move begins, while it goes on, and when it ends. Returns how to stop listening. */
  readonly on: (listener: (state: ClockState) => void) => () => void;
};

const MORNING = '07:30';
const LONGEST_MOVE_MS = 400 * 86_400_000;
/** A holiday is never this long; a calendar that says so must not hold us up. */
const LONGEST_BREAK_DAYS = 30;
const PROGRESS_EVERY_MS = 300;

export function createClockDesk(
  clock: Clock,
  moveClock: (instantMs: number) => Promise<unknown>,
  calendar: WorkingCalendar,
): ClockDesk {
  const listeners = new Set<(state: ClockState) => void>();
  let moving = false;
  let failed = false;
  const state = () => ({ now: clock(), moving, failed });
  const tell = () => {
    for (const listener of listeners) listener(state());
  };

  const carryOut = async (to: number) => {
    moving = true;
    failed = false;
    const progress = setInterval(tell, PROGRESS_EVERY_MS);
    tell();
    try {
      await moveClock(to);
    } catch {
      failed = true;
    } finally {
      clearInterval(progress);
      moving = false;
      tell();
    }
  };

  return {
    state,
    move: (move) => {
      if (moving) return refuse('Đồng hồ đang được chuyển, vui lòng đợi.');
      const to = targetOf(move, clock(), calendar);
      if (to === null) return refuse('Thời điểm không hợp lệ. Nhập ngày và giờ có thật.');
      if (to <= clock()) return refuse('Chỉ chuyển được đồng hồ tới thời điểm sau.');
      if (to - clock() > LONGEST_MOVE_MS) return refuse('Mỗi lần chỉ chuyển được tối đa 400 ngày.');
      void carryOut(to);
      return accept(state());
    },
    on: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function targetOf(move: ClockMove, now: number, calendar: WorkingCalendar): number | null {
  switch (move.kind) {
    case 'advance':
      return now + move.minutes * 60_000;
    case 'working-morning':
      return nextWorkingMorning(now, calendar);
    case 'to':
      return wallTime(move.at);
  }
}

function nextWorkingMorning(now: number, calendar: WorkingCalendar): number {
  let date = localDateOf(now);
  if (instantOf(date, MORNING) <= now) date = addDays(date, 1);
  for (let day = 0; day < LONGEST_BREAK_DAYS && !calendar.isWorkingDay(date); day += 1)
    date = addDays(date, 1);
  return instantOf(date, MORNING);
}

function wallTime(at: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/u.exec(at);
  try {
    return match?.[1] === undefined || match[2] === undefined ? null : instantOf(match[1], match[2]);
  } catch {
    return null;
  }
}

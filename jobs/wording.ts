import { displayDate, displayInstant } from '../domain/clock.ts';
import type { Line } from '../domain/message.ts';
import type { JobRun } from './job.ts';

/** Buttons under a warning work for a month. */
export const BUTTON_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

export const headLine = (mark: string, title: string, unitName: string, today: string): Line => [
  { bold: `${mark} ${title} – ${unitName}` },
  ` · ${displayDate(today)}`,
];

/** "gửi muộn": a run that was caught up says when it should have been. */
export const lateLines = ({ isLate, at }: JobRun): readonly Line[] =>
  isLate ? [[{ italic: `Gửi muộn: tin của lúc ${displayInstant(at)}.` }]] : [];

export const counted = (messages: number): string => `${messages} tin`;

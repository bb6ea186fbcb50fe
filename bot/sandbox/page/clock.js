import { attempt, byId, toast } from './dom.js';
import { server } from './server.js';
import { dateOf, dayOf, timeOf, weekdayOf } from './wording.js';

const WRITTEN = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})[\s,]+(\d{1,2})[:hg](\d{2})\s*$/iu;

/** "24/10/2023 07:30" as the server reads it; what cannot be read is left for the server to refuse. */
function toWallTime(text) {
  const match = WRITTEN.exec(text);
  if (!match) return text;
  const [, day, month, year, hour, minute] = match.map((part) => part.padStart(2, '0'));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The clock of the sandbox: it runs on by itself and can be moved forward. */
export function createClock(onMinute) {
  let heard = { now: Date.now(), at: performance.now(), moving: false };
  let shownMinute = '';

  const now = () => heard.now + (heard.moving ? 0 : performance.now() - heard.at);
  const written = () => `${dateOf(now())} ${timeOf(now())}`;

  const show = () => {
    const minute = written();
    if (minute === shownMinute) return;
    shownMinute = minute;
    byId('clock-weekday').textContent = `${weekdayOf(now())},`;
    byId('clock-date').textContent = dateOf(now());
    byId('clock-time').textContent = timeOf(now());
    if (document.activeElement !== byId('clock-to') || heard.moving) byId('clock-to').value = minute;
    onMinute();
  };

  const hear = ({ now: instant, moving, failed }) => {
    if (heard.moving && !moving) {
      toast(
        failed
          ? 'Chưa chuyển hết được đồng hồ; một việc trên đường đã hỏng.'
          : `Đồng hồ đã chuyển đến ${timeOf(instant)}, ${dayOf(instant)}.`,
      );
    }
    heard = { now: instant, at: performance.now(), moving };
    byId('clock-moving').hidden = !moving;
    for (const control of byId('clock-controls').querySelectorAll('button, input')) control.disabled = moving;
    show();
  };

  const move = async (to) => {
    fold();
    const begun = await attempt(() => server.moveClock(to));
    if (begun) hear(begun);
  };

  const fold = () => byId('clock-toggle').setAttribute('aria-expanded', 'false');

  byId('clock-toggle').addEventListener('click', ({ currentTarget: toggle }) => {
    toggle.setAttribute('aria-expanded', String(toggle.getAttribute('aria-expanded') !== 'true'));
  });
  document.addEventListener('click', (event) => {
    if (!event.target.closest('.clock')) fold();
  });
  byId('clock-controls').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    fold();
    byId('clock-toggle').focus();
  });
  byId('clock-hour').addEventListener('click', () => void move({ kind: 'advance', minutes: 60 }));
  byId('clock-morning').addEventListener('click', () => void move({ kind: 'working-morning' }));
  byId('clock-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void move({ kind: 'to', at: toWallTime(byId('clock-to').value) });
  });
  setInterval(show, 1000);

  return { hear, now };
}

import { attempt, byId, toast } from './dom.js';
import { server } from './server.js';
import { dayKeyOf, dayOf, timeOf } from './wording.js';

/** The clock of the sandbox: it runs on by itself and can be moved forward. */
export function createClock(onMinute) {
  let heard = { now: Date.now(), at: performance.now(), moving: false };
  let shownMinute = '';

  const now = () => heard.now + (heard.moving ? 0 : performance.now() - heard.at);
  const inputValue = () => `${dayKeyOf(now())}T${timeOf(now())}`;

  const show = () => {
    const minute = inputValue();
    if (minute === shownMinute) return;
    shownMinute = minute;
    byId('clock-date').textContent = dayOf(now());
    byId('clock-time').textContent = timeOf(now());
    byId('clock-to').min = minute;
    if (document.activeElement !== byId('clock-to')) byId('clock-to').value = minute;
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
    void move({ kind: 'to', at: byId('clock-to').value });
  });
  setInterval(show, 1000);

  return { hear, now };
}

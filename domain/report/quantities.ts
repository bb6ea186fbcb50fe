import { aspectBefore } from './aspect.ts';
import { type Event, plainEvent } from './event.ts';
import { hasTag, lastBefore, latest, type View } from './view.ts';

export function readQuantity(view: View, at: number): Event | null {
  const term = view.terms[at];
  if (term?.kind !== 'amount') return hasTag(view, 'half', at) ? amountEvent(view, at, 50) : null;
  if (term.amount.kind === 'percent')
    return amountEvent(
      view,
      at,
      hasTag(view, 'left', at - 1) ? 100 - term.amount.percent : term.amount.percent,
    );
  const { done, target } = term.amount;
  return amountEvent(view, at, Math.floor((done / target) * 100), { done, target });
}

function amountEvent(
  view: View,
  at: number,
  percent: number,
  quantity?: { done: number; target: number },
): Event | null {
  if (latest(view, at, 'aim') >= Math.max(0, at - 3) || isAside(view, at)) return null;
  const aspect = aspectBefore(view, at, 4);
  const counted = quantity === undefined ? {} : { quantity };
  if (aspect.tag === 'notyet' || aspect.tag === 'not') return plainEvent('in_progress', 'notyet', at);
  const didAt = aspect.tag === 'did' ? aspect.at : -1;
  if (percent >= 100) return plainEvent('done', 'core', at, { firm: true, didAt, ...counted });
  return plainEvent('in_progress', 'amount', at, { percent, didAt, ...counted });
}

/** "tỷ lệ hồ sơ đúng hạn 98%" is a figure of the work, not its progress. */
function isAside(view: View, at: number): boolean {
  const place = latest(view, at, 'aside');
  return place >= 0 && lastBefore(view, 'core', at) < 0;
}

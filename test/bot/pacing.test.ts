import { describe, expect, it } from 'vitest';
import { type Admission, createPacing, type Turn, unpaced } from '../../bot/pacing.ts';
import { chatId } from '../../domain/ids.ts';
import { createManualTime, settle } from '../support/manual-time.ts';

const GROUP = chatId(-1_001);
const PERSON = chatId(5);

function start() {
  const time = createManualTime(0);
  const pacing = createPacing({ realClock: time.clock, sleep: time.sleep });
  const admitted: { readonly name: string; readonly at: number; readonly admission: Admission }[] = [];
  const ask = (name: string, turn: Partial<Turn> = {}) => {
    void pacing.admit({ chatId: GROUP, ahead: false, maxWaitMs: 600_000, ...turn }).then((admission) => {
      admitted.push({ name, at: time.clock(), admission });
    });
  };
  const went = () =>
    admitted.filter(({ admission }) => admission.kind === 'go').map(({ name, at }) => [name, at]);
  return { time, pacing, ask, admitted, went };
}

describe('createPacing', () => {
  it('lets one message a second go to a chat, in the order asked for', async () => {
    const { time, ask, went } = start();
    for (const name of ['a', 'b', 'c']) ask(name);
    await time.advance(5_000);
    expect(went()).toEqual([
      ['a', 0],
      ['b', 1_000],
      ['c', 2_000],
    ]);
  });

  it('lets other chats go meanwhile', async () => {
    const { time, ask, went } = start();
    ask('a');
    ask('b');
    ask('c', { chatId: PERSON });
    await time.advance(0);
    expect(went()).toEqual([
      ['a', 0],
      ['c', 0],
    ]);
  });

  it('lets answers go before alerts of the same chat', async () => {
    const { time, ask, went } = start();
    ask('first');
    await settle();
    ask('alert');
    ask('answer', { ahead: true });
    await time.advance(3_000);
    expect(went().map(([name]) => name)).toEqual(['first', 'answer', 'alert']);
  });

  it('lets twenty messages a minute go to a group', async () => {
    const { time, ask, went } = start();
    for (let index = 0; index < 21; index += 1) ask(`${index}`);
    await time.advance(59_999);
    expect(went()).toHaveLength(20);
    await time.advance(1);
    expect(went().at(-1)).toEqual(['20', 60_000]);
  });

  it('lets more than twenty a minute go to a person', async () => {
    const { time, ask, went } = start();
    for (let index = 0; index < 30; index += 1) ask(`${index}`, { chatId: PERSON });
    await time.advance(29_000);
    expect(went()).toHaveLength(30);
  });

  it('lets thirty messages a second go in all', async () => {
    const { time, ask, went } = start();
    for (let index = 1; index <= 70; index += 1) ask(`${index}`, { chatId: chatId(index) });
    await time.advance(999);
    expect(went()).toHaveLength(30);
    await time.advance(1);
    expect(went()).toHaveLength(60);
  });

  it('holds one chat and no other', async () => {
    const { time, pacing, ask, went } = start();
    pacing.hold(GROUP, 7_000);
    ask('held');
    ask('free', { chatId: PERSON });
    await time.advance(10_000);
    expect(went()).toEqual([
      ['free', 0],
      ['held', 7_000],
    ]);
  });

  it('holds everybody', async () => {
    const { time, pacing, ask, went } = start();
    pacing.hold(null, 4_000);
    ask('a');
    ask('b', { chatId: PERSON });
    await time.advance(10_000);
    expect(went()).toEqual([
      ['a', 4_000],
      ['b', 4_000],
    ]);
  });

  it('says at once that a turn is too far away', async () => {
    const { time, pacing, ask, admitted } = start();
    pacing.hold(GROUP, 73_414_000);
    ask('far', { maxWaitMs: 15_000 });
    await time.advance(0);
    expect(admitted).toEqual([{ name: 'far', at: 0, admission: { kind: 'later', waitMs: 73_414_000 } }]);
  });

  it('answers those who wait when a hold takes their turn away', async () => {
    const { time, pacing, ask, admitted } = start();
    ask('first');
    ask('second', { maxWaitMs: 15_000 });
    await time.advance(0);
    pacing.hold(GROUP, 60_000);
    await time.advance(0);
    expect(admitted.at(-1)?.admission).toEqual({ kind: 'later', waitMs: 60_000 });
  });

  it('lets go of a turn that is aborted, which then costs nothing', async () => {
    const { time, ask, admitted, went } = start();
    const stop = new AbortController();
    ask('first');
    ask('second', { signal: stop.signal });
    ask('third');
    await time.advance(0);
    stop.abort();
    await time.advance(1_000);
    expect(admitted.map(({ admission }) => admission.kind)).toEqual(['go', 'aborted', 'go']);
    expect(went().at(-1)).toEqual(['third', 1_000]);
  });

  it('goes on when the clock is set back', async () => {
    const { time, ask, went } = start();
    time.set(86_400_000);
    ask('before');
    await settle();
    time.set(0);
    ask('after');
    await time.advance(1_000);
    expect(went().map(([name]) => name)).toEqual(['before', 'after']);
  });

  it('sleeps while nobody can go', async () => {
    const { time, pacing, ask } = start();
    pacing.hold(null, 60_000);
    ask('a');
    await settle();
    expect(time.sleeping()).toEqual([60_000]);
  });
});

describe('unpaced', () => {
  it('lets everybody go', async () => {
    expect(await unpaced.admit({ chatId: GROUP, ahead: false, maxWaitMs: 0 })).toEqual({ kind: 'go' });
  });
});

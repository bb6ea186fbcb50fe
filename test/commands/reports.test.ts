import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unitId } from '../../domain/ids.ts';
import { EVERYTHING } from '../../domain/scope.ts';
import { GROUPS, PEOPLE, type Scene, startScene } from '../support/scene.ts';

const TRIEU_AN = unitId('vn/quang-tri/trieu-phong/trieu-an');

describe('reports', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await startScene();
  });
  afterEach(async () => {
    await scene[Symbol.asyncDispose]();
  });

  const task = async (number: number) => {
    const found = await scene.app.storage.tasks.find(EVERYTHING, TRIEU_AN, number);
    if (found === null) throw new Error(`no task ${number}`);
    return found;
  };
  const eventsOf = async (number: number) =>
    scene.app.storage.tasks.events(EVERYTHING, (await task(number)).id);
  const report = (text: string, person: number = PEOPLE.officer) =>
    scene.nextPost(GROUPS.trieuAn, () => scene.api.say(GROUPS.trieuAn, person, text));

  test('a plain message is recorded once, with who and which message, and confirmed', async () => {
    const confirmation = await report('Đã hoàn thành NV-34');
    expect(confirmation.text).toContain('Đã ghi NV-34: báo xong');
    expect(confirmation.text).toContain('Công chức Văn phòng');
    const events = await eventsOf(34);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'report', to: 'reported', source: { personId: PEOPLE.officer } });
    expect((await task(34)).occurrences[0]?.state).toBe('reported');
  });

  test('the author takes it back with the button within ten minutes', async () => {
    const confirmation = await report('Đã hoàn thành NV-34');
    scene.clock.now += 9 * 60_000;
    scene.api.press(confirmation, 'Hoàn tác', PEOPLE.officer);
    await scene.api.until(() => scene.api.edits.length > 0);
    expect(scene.api.posted(GROUPS.trieuAn).at(-1)?.text).toContain('Đã hoàn tác: NV-34 trở lại “chưa làm”');
    expect((await task(34)).occurrences[0]?.state).toBe('todo');
    expect((await eventsOf(34)).map(({ kind }) => kind)).toEqual(['report', 'undo']);
  });

  test.each([
    ['somebody else', PEOPLE.other, 1, 'Chỉ người đã báo'],
    ['the author after ten minutes', PEOPLE.officer, 11, 'Đã quá 10 phút'],
  ])('%s cannot take it back', async (_who, person, minutes, notice) => {
    const confirmation = await report('Đã hoàn thành NV-34');
    scene.clock.now += minutes * 60_000;
    scene.api.press(confirmation, 'Hoàn tác', person);
    await scene.api.until(() => scene.api.answers.length > 0);
    expect(scene.api.answers.at(-1)?.text).toContain(notice);
    expect((await task(34)).occurrences[0]?.state).toBe('reported');
  });

  test('a leader of the group may take it back later', async () => {
    const confirmation = await report('Đã hoàn thành NV-34');
    scene.clock.now += 60 * 60_000;
    scene.api.press(confirmation, 'Hoàn tác', PEOPLE.leader);
    await scene.api.until(() => scene.api.edits.length > 0);
    expect((await task(34)).occurrences[0]?.state).toBe('todo');
  });

  test('/xong records with a note', async () => {
    const confirmation = await report('/xong NV34 đã ban hành kế hoạch số 5');
    expect(confirmation.text).toContain('Đã ghi NV-34');
    expect((await eventsOf(34))[0]?.note).toBe('đã ban hành kế hoạch số 5');
  });

  test('on a continuous task only the current check-in is closed', async () => {
    const confirmation = await report('NV-12 xong');
    expect(confirmation.text).toContain('Quý IV/2023');
    expect((await task(12)).occurrences.map(({ kind, state }) => ({ kind, state }))).toEqual([
      { kind: 'check_in', state: 'reported' },
    ]);
    scene.clock.now += 90 * 24 * 60 * 60_000;
    const next = await report('NV-12 xong');
    expect(next.text).toContain('Quý I/2024');
  });

  test('the same update again, and the same message in a new update, do nothing', async () => {
    const { update } = scene.api.say(GROUPS.trieuAn, PEOPLE.officer, 'Đã hoàn thành NV-34');
    await scene.api.until(() => scene.api.posted(GROUPS.trieuAn).length === 1);
    if (update === null) throw new Error('the bot was not told');
    scene.api.redeliver(update, 'same-id');
    scene.api.redeliver(update, 'new-id');
    expect(await scene.heard(GROUPS.trieuAn, 'chào cả nhà')).toEqual([]);
    expect(await eventsOf(34)).toHaveLength(1);
  });

  test.each(['NV34 xong chưa?', 'Chào các đồng chí', 'Yêu cầu hoàn thành NV34', 'mai em làm NV34'])(
    '“%s” is met with silence',
    async (text) => {
      expect(await scene.heard(GROUPS.trieuAn, text)).toEqual([]);
      expect(await eventsOf(34)).toEqual([]);
    },
  );

  test('an unbound group records and shows nothing', async () => {
    expect(await scene.heard(GROUPS.unbound, 'Đã hoàn thành NV-34')).toEqual([]);
    expect(await eventsOf(34)).toEqual([]);
  });

  test('an unknown task is answered, and nothing is written', async () => {
    const answer = await report('Đã hoàn thành NV-99');
    expect(answer.text).toContain('Không có NV-99');
  });

  test('a second report of the same is answered as known', async () => {
    await report('Đã hoàn thành NV-34');
    const again = await report('NV34 xong rồi ạ', PEOPLE.other);
    expect(again.text).toContain('NV-34 đã ghi “báo xong” trước đó (Công chức Văn phòng)');
    expect(await eventsOf(34)).toHaveLength(1);
  });

  test.each([
    ['NV-18 quý IV đã xong', 18, 'Quý IV'],
    ['NV-20 tháng 11 đã xong', 20, 'Tháng 11'],
    ['NV-18 đã xong', 18, 'Quý II'],
  ])('“%s” closes the period that is meant', async (text, number, label) => {
    const confirmation = await report(text);
    expect(confirmation.text).toContain(`NV-${number} (${label})`);
    const closed = (await task(number)).occurrences.filter(({ state }) => state === 'reported');
    expect(closed.map((occurrence) => occurrence.label)).toEqual([label]);
  });

  test('a period that the task does not have is answered with those it has', async () => {
    expect((await report('NV-18 quý III đã xong')).text).toContain('Các kỳ: Quý II, Quý IV');
    expect(await eventsOf(18)).toEqual([]);
  });

  test('said twice without a name, the next period that is far ahead is not closed by accident', async () => {
    await report('NV-18 xong');
    expect((await report('NV18 xong rồi ạ', PEOPLE.other)).text).toContain('kỳ Quý II đã báo xong trước đó');
    expect(await eventsOf(18)).toHaveLength(1);
  });

  test('a report that was recorded and then edited is answered, never silently changed', async () => {
    const { message } = scene.api.say(GROUPS.trieuAn, PEOPLE.officer, 'NV-34 đã xong');
    await scene.api.until(() => scene.api.posted(GROUPS.trieuAn).length === 1);
    const answer = await scene.nextPost(GROUPS.trieuAn, () => scene.api.edit(message, 'NV-33 đã xong'));
    expect(answer.text).toContain('bấm Hoàn tác');
    expect(await eventsOf(33)).toEqual([]);
    expect(await eventsOf(34)).toHaveLength(1);
  });

  test('chatter that is edited into a report is recorded', async () => {
    const { message } = scene.api.say(GROUPS.trieuAn, PEOPLE.officer, 'chào cả nhà');
    const answer = await scene.nextPost(GROUPS.trieuAn, () => scene.api.edit(message, 'NV-33 đã xong'));
    expect(answer.text).toContain('Đã ghi NV-33');
  });

  test('taking one of several reports back leaves the others with their lines and buttons', async () => {
    const confirmation = await report('NV-34, NV-35 và NV-12 đã xong');
    scene.api.press(confirmation, 'Hoàn tác NV-35', PEOPLE.officer);
    await scene.api.until(() => scene.api.edits.length === 1);
    const after = scene.api.posted(GROUPS.trieuAn).at(-1);
    expect(after?.text).toContain('Đã ghi NV-34');
    expect(after?.text).toContain('Đã hoàn tác: NV-35');
    expect(after?.text).toContain('Đã ghi NV-12');
    const buttons = after?.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(buttons).toEqual(['Hoàn tác NV-34', 'Hoàn tác NV-12']);
    if (after === undefined) throw new Error('no confirmation');
    scene.api.press(after, 'Hoàn tác NV-12', PEOPLE.officer);
    await scene.api.until(() => scene.api.edits.length === 2);
    expect((await task(34)).occurrences[0]?.state).toBe('reported');
    expect((await task(12)).occurrences[0]?.state).toBe('todo');
  });

  test('/xong with several codes records each of them', async () => {
    const confirmation = await report('/xong NV-33, NV-34 đã ban hành');
    expect(confirmation.text).toContain('Đã ghi NV-33');
    expect(confirmation.text).toContain('Đã ghi NV-34');
    expect((await eventsOf(34))[0]?.note).toBe('đã ban hành');
  });

  test('a caption under a file is a report', async () => {
    const confirmation = await scene.nextPost(GROUPS.trieuAn, () =>
      scene.api.say(GROUPS.trieuAn, PEOPLE.officer, 'Đã hoàn thành NV-34', {
        file: { name: 'ke-hoach.pdf', mime: 'application/pdf', content: new Uint8Array([37, 80, 68, 70]) },
      }),
    );
    expect(confirmation.text).toContain('Đã ghi NV-34');
  });

  test('“Xong rồi ạ” beside a named report does not drop it', async () => {
    expect((await report('Xong rồi ạ. NV-35 đang làm 50%')).text).toContain('NV-35');
  });

  test('a unit that is named but not known is asked about, never replaced by the own one', async () => {
    expect((await report('NV-2 xã Hữu Vĩnh đã xong')).text).toContain('Chưa rõ NV-2 của đơn vị nào');
    expect(await eventsOf(2)).toEqual([]);
  });

  test('an extension to a day that is over is not recorded', async () => {
    expect((await report('NV-34 xin gia hạn đến 01/01/2020')).text).toContain('đã qua');
    expect(await eventsOf(34)).toEqual([]);
  });

  test('/nhiemvu shows what was reported of a continuous task, and which dates are no lateness', async () => {
    await report('NV-12 xong');
    expect(await scene.ask(GROUPS.trieuAn, '/nhiemvu NV-12')).toContain('Quý IV/2023: báo xong');
    const list = await scene.ask(GROUPS.trieuAn, '/nhiemvu');
    expect(list).toContain('5 hạn ghi trước ngày ban hành');
    expect(await scene.ask(GROUPS.trieuAn, '/nhiemvu NV-32')).toContain('trước ngày ban hành kế hoạch');
    scene.clock.now += 365 * 24 * 60 * 60_000;
    expect(await scene.ask(GROUPS.trieuAn, '/nhiemvu quá hạn')).toContain('thuộc kế hoạch đã hết năm');
  });
});

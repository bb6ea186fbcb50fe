import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_GROUPS } from '../../../bot/sandbox/demo.ts';
import { type Sandbox, startSandbox } from '../../../bot/sandbox/start.ts';
import { instantOf } from '../../../domain/clock.ts';
import { chromiumPath } from '../../support/chromium.ts';

const BANG_MAC = DEMO_GROUPS.find(({ title }) => title === 'Xã Bằng Mạc')?.chatId ?? 0;
const OFFICER = 'Công chức Văn phòng – Thống kê xã Bằng Mạc';
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

const executablePath = chromiumPath();

describe.runIf(executablePath !== null)('the chat page in a browser', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let page: Page;
  let complaints: string[];
  let now: number;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    now = instantOf('2023-10-23', '08:00');
    sandbox = await startSandbox({
      port: 0,
      clock: () => now,
      moveClock: async (instant) => {
        now = instant;
      },
    });
    page = await browser.newPage({ viewport: WIDE });
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => complaints.push(line.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbox.url)) complaints.push(request.url());
    });
    await page.goto(sandbox.url);
    await page.locator('.chat-link').first().waitFor();
  });
  afterEach(async () => {
    await page.close();
    await sandbox.close();
  });

  const call = async (method: string, parameters: object) => {
    const answer = await fetch(`${sandbox.url}/bot${sandbox.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    });
    expect(answer.status).toBe(200);
  };
  const post = (parameters: object) =>
    call('sendMessage', { chat_id: BANG_MAC, parse_mode: 'HTML', ...parameters });
  const open = () =>
    page
      .getByRole('link', { name: /Xã Bằng Mạc/u })
      .first()
      .click();
  const text = () => page.getByRole('combobox', { name: 'Tin nhắn' });

  it('writes as the chosen person and shows the answer with its formatting', async () => {
    await open();
    await page.getByLabel('Viết với tư cách').selectOption({ label: OFFICER });
    await text().fill('/diem Bằng Mạc');
    await text().press('Enter');
    await sandbox.api.until(() => sandbox.api.history(BANG_MAC).length === 1);
    expect(sandbox.api.history(BANG_MAC)[0]).toMatchObject({
      text: '/diem Bằng Mạc',
      from: { first_name: OFFICER },
    });
    await post({ text: 'Được <b>85,82</b>/100' });
    await page.locator('.message strong', { hasText: '85,82' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows markup that somebody typed as text, and follows no script link', async () => {
    const typed = '<img src=x onerror="alert(1)"><b>đậm</b>';
    await post({ text: '&lt;script&gt;alert(1)&lt;/script&gt; <a href="javascript:alert(1)">bấm</a>' });
    sandbox.api.say(BANG_MAC, DEMO_GROUPS[3]?.members[0]?.id ?? 0, typed);
    await open();
    await page.locator('.body', { hasText: typed }).waitFor();
    await page.locator('.body', { hasText: '<script>alert(1)</script>' }).waitFor();
    expect(await page.locator('.log img, .log script, .log a').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('presses a button and shows the answer', async () => {
    await post({
      text: 'Đã ghi nhận',
      reply_markup: { inline_keyboard: [[{ text: 'Hoàn tác', callback_data: 'u' }]] },
    });
    await open();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => sandbox.api.world.presses.size).toBe(1);
    const [queryId] = sandbox.api.world.presses.keys();
    await call('answerCallbackQuery', { callback_query_id: queryId, text: 'Đã hoàn tác.' });
    await page.locator('.toast', { hasText: 'Đã hoàn tác.' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('offers the commands of the bot by keyboard', async () => {
    await call('setMyCommands', {
      commands: [
        { command: 'diem', description: 'Điểm của một đơn vị' },
        { command: 'matdiem', description: 'Các tiêu chí mất điểm' },
      ],
    });
    await open();
    await text().fill('/');
    await page.getByRole('listbox', { name: 'Lệnh của bot' }).getByRole('option').nth(1).waitFor();
    await text().press('ArrowDown');
    await text().press('Enter');
    expect(await text().inputValue()).toBe('/matdiem ');
  });

  it('counts what is unread in the other chats', async () => {
    await post({ text: 'một' });
    await post({ text: 'hai' });
    await page.locator('.badge', { hasText: '2' }).waitFor();
    await open();
    await page.locator('.badge:visible').waitFor({ state: 'detached' });
    expect(await page.locator('.badge:visible').count()).toBe(0);
  });

  it('moves the clock', async () => {
    await page.getByLabel(/Chuyển đồng hồ đến/u).fill('24/10/2023 07:30');
    await page.getByRole('button', { name: 'Chuyển', exact: true }).click();
    await page.getByText('24/10/2023').first().waitFor();
    expect(now).toBe(instantOf('2023-10-24', '07:30'));
  });

  it('is one column on a phone, with targets of 44 pixels', async () => {
    await post({
      text: 'Việc cần làm',
      reply_markup: { inline_keyboard: [[{ text: 'Xem', callback_data: 'x' }]] },
    });
    await page.setViewportSize(PHONE);
    expect(await page.locator('#chat').isVisible()).toBe(false);
    await open();
    await page.getByText('Việc cần làm').last().waitFor();
    expect(await page.locator('.chats').isVisible()).toBe(false);
    const sizes = await page
      .locator('button:visible, select:visible, textarea:visible')
      .evaluateAll((nodes) =>
        nodes.map((node) => node.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await page.getByRole('button', { name: 'Về danh sách trò chuyện' }).click();
    await page.locator('.chats').waitFor();
    expect(complaints).toEqual([]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotProcess, startProcess } from '../support/bot-process.ts';
import { chromiumPath } from '../support/chromium.ts';

const executablePath = chromiumPath();
const PATIENCE_MS = 30_000;

// Without a browser the run says so at its beginning, and REQUIRE_CHROMIUM=1 makes that a failure.
describe.runIf(executablePath !== null)('the sandbox in a browser, started as anybody would', () => {
  let folder: string;
  let bot: BotProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cchc-browser-'));
    bot = startProcess(['start'], { SANDBOX_PORT: '0' }, folder);
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(await addressOf(bot));
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    const code = await bot.stop();
    rmSync(folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the sandbox ended with ${code}:\n${bot.output()}`);
  });

  const open = async (title: string) => {
    await page.goto(`${page.url().split('#')[0]}`);
    await page.locator('.chat-link', { hasText: title }).first().click();
    await page.locator('#chat-title', { hasText: title }).waitFor();
  };
  const write = async (text: string) => {
    await page.locator('#text').fill(text);
    await page.locator('#text').press('Enter');
  };
  const bubble = (text: string) => page.locator('.message:not(.own)', { hasText: text }).last();

  test('/diem Bằng Mạc is asked and answered, and its button leads to the losses', async () => {
    await open('Xã Bằng Mạc');
    await write('/diem Bằng Mạc');
    await bubble('85,82/100').waitFor();
    await bubble('85,82/100').getByRole('button', { name: 'Điểm mất' }).click();
    await bubble('12 mục mất 13,18').waitFor();
    expect(await bubble('12 mục mất 13,18').textContent()).toContain('Đổi mới sáng tạo');
  }, 60_000);

  test('a task is reported done by keyboard and taken back by mouse', async () => {
    await open('Xã Triệu An');
    await write('Đã hoàn thành NV-34');
    const confirmation = bubble('Đã ghi NV-34');
    await confirmation.waitFor();
    expect(await confirmation.textContent()).toContain('báo xong');
    await confirmation.getByRole('button', { name: 'Hoàn tác' }).click();
    await bubble('Đã hoàn tác: NV-34').waitFor();
    expect(await page.locator('.message', { hasText: 'Đã ghi NV-34' }).count()).toBe(0);
  }, 60_000);

  test("the clock moved to 24/10/2023 brings Bắc Sơn's warnings, each once, and none to Bằng Mạc", async () => {
    await page.locator('#clock-toggle').click();
    await page.locator('#clock-to').fill('24/10/2023 07:30');
    await page.locator('#clock-form button').click();
    await page.locator('#clock-date', { hasText: '24/10/2023' }).waitFor();
    await open('Huyện Bắc Sơn');
    await bubble('86 hồ sơ').waitFor();
    await bubble('27/10/2023').waitFor();
    expect(await page.locator('.message', { hasText: '86 hồ sơ' }).count()).toBe(1);
    expect(await page.locator('.message', { hasText: '27/10/2023' }).count()).toBe(1);
    await open('Xã Bằng Mạc');
    await bubble('85,82/100').waitFor();
    expect(await page.locator('.message', { hasText: 'Hồ sơ quá hạn –' }).count()).toBe(0);
  }, 90_000);

  test('the page loads nothing from outside', async () => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).hostname !== '127.0.0.1') foreign.push(request.url());
    });
    await page.reload();
    await page.locator('.chat-link').first().waitFor({ state: 'attached' });
    expect(foreign).toEqual([]);
  });
});

/** The address that the program prints once its proof is through. */
async function addressOf(bot: BotProcess): Promise<string> {
  const address = /http:\/\/127\.0\.0\.1:\d+\//u;
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = address.exec(bot.output())?.[0];
      if (found !== undefined) resolve(found);
    };
    look();
    bot.child.stdout?.on('data', look);
    void bot.ended.then(() => reject(new Error(`the sandbox ended early:\n${bot.output()}`)));
  });
}

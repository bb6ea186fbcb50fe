import { type BotApi, createBotApi } from '../../bot/sandbox/bot-api.ts';
import type { WorldOptions } from '../../bot/sandbox/world.ts';

export const TEST_TOKEN = '7000000001:test-token';

export const TEST_BOT = {
  id: 7_000_000_001,
  username: 'CchcThuBot',
  name: 'Trợ lý CCHC',
  canReadAllGroupMessages: false,
} as const;

/** 2023-10-23T08:00 in Asia/Ho_Chi_Minh. */
export const TEST_NOW = Date.UTC(2023, 9, 23, 1);

export type RunningBotApi = BotApi & {
  readonly url: string;
  readonly close: () => Promise<void>;
  /** One Bot API call as a bot makes it: JSON over HTTP. */
  readonly call: (method: string, parameters?: object) => Promise<ApiAnswer>;
};

export type ApiAnswer = {
  readonly status: number;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
};

/** A strict Bot API on a free port, without rates unless asked for. The caller closes it. */
export async function startBotApi(options: Partial<WorldOptions> = {}): Promise<RunningBotApi> {
  const api = createBotApi({
    token: TEST_TOKEN,
    botUser: TEST_BOT,
    clock: () => TEST_NOW,
    limits: 'off',
    ...options,
  });
  const { url, close } = await api.listen();
  const call = async (method: string, parameters: object = {}) => {
    const response = await fetch(`${url}/bot${api.world.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    });
    const body = (await response.json()) as Omit<ApiAnswer, 'status'>;
    return { status: response.status, ...body };
  };
  return { ...api, url, close, call };
}

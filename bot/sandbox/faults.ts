/** What goes wrong with one call. "Accepted" faults carry the call out first; the others never reach it. */
export type Fault =
  /** Answered with this status and body instead of being carried out. */
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly contentType: string }
  /** The connection is closed before any header. */
  | { readonly kind: 'hang-up'; readonly accepted: boolean }
  /** Headers and half of the body, then the connection is closed. */
  | { readonly kind: 'cut-body'; readonly accepted: boolean }
  /** Nothing is heard; the connection is closed after so many real milliseconds, or when the client gives up. */
  | { readonly kind: 'silence'; readonly ms: number; readonly accepted: boolean }
  /** Carried out at once, answered properly after so many real milliseconds. */
  | { readonly kind: 'late'; readonly ms: number };

export type FaultRule = {
  /** Telegram's method name, any case; absent: every method. */
  readonly method?: string | undefined;
  /** Only calls to this chat. */
  readonly chatId?: number | undefined;
  /** Absent: once. `Infinity` until cleared. */
  readonly times?: number | undefined;
  readonly fault: Fault;
};

export type Faults = {
  /** The oldest rule that fits a call is used up first. Returns how often it has struck so far. */
  readonly add: (rule: FaultRule) => { readonly struck: () => number; readonly remove: () => void };
  readonly clear: () => void;
  /** The fault of this call, if any; counts it. */
  readonly strike: (method: string, chatId: number | null) => Fault | null;
  readonly pending: () => readonly FaultRule[];
};

export function createFaults(): Faults {
  let rules: { readonly rule: FaultRule; left: number; struck: number }[] = [];
  return {
    add: (rule) => {
      const entry = { rule, left: rule.times ?? 1, struck: 0 };
      rules.push(entry);
      return {
        struck: () => entry.struck,
        remove: () => {
          rules = rules.filter((other) => other !== entry);
        },
      };
    },
    clear: () => {
      rules = [];
    },
    strike: (method, chatId) => {
      const entry = rules.find(({ rule }) => fits(rule, method, chatId));
      if (!entry) return null;
      entry.left -= 1;
      entry.struck += 1;
      if (entry.left <= 0) rules = rules.filter((other) => other !== entry);
      return entry.rule.fault;
    },
    pending: () => rules.map(({ rule, left }) => ({ ...rule, times: left })),
  };
}

function fits(rule: FaultRule, method: string, chatId: number | null): boolean {
  if (rule.method !== undefined && rule.method.toLowerCase() !== method.toLowerCase()) return false;
  return rule.chatId === undefined || rule.chatId === chatId;
}

const json = (status: number, body: object): Fault => ({
  kind: 'answer',
  status,
  body: JSON.stringify(body),
  contentType: 'application/json',
});

const refusal = (status: number, description: string, parameters?: object): Fault =>
  json(status, {
    ok: false,
    error_code: status,
    description,
    ...(parameters === undefined ? {} : { parameters }),
  });

/** The usual faults by name, as Telegram words them. */
export const FAULT = {
  flood: (retryAfterSeconds: number) =>
    refusal(429, `Too Many Requests: retry after ${retryAfterSeconds}`, { retry_after: retryAfterSeconds }),
  refusal,
  internal: () => refusal(500, 'Internal Server Error'),
  badGateway: (): Fault => ({
    kind: 'answer',
    status: 502,
    body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
    contentType: 'text/html',
  }),
  gatewayTimeout: () => refusal(504, 'Gateway Timeout'),
  unauthorized: () => refusal(401, 'Unauthorized'),
  kicked: () => refusal(403, 'Forbidden: bot was kicked from the supergroup chat'),
  hangUp: (): Fault => ({ kind: 'hang-up', accepted: false }),
  acceptThenHangUp: (): Fault => ({ kind: 'hang-up', accepted: true }),
  cutBody: (): Fault => ({ kind: 'cut-body', accepted: true }),
  silence: (ms: number): Fault => ({ kind: 'silence', ms, accepted: false }),
  acceptThenSilence: (ms: number): Fault => ({ kind: 'silence', ms, accepted: true }),
  acceptThenLate: (ms: number): Fault => ({ kind: 'late', ms }),
} as const;

export type ErrorParameters = { readonly retry_after?: number; readonly migrate_to_chat_id?: number };

/** A refusal in Telegram's own shape; `code` doubles as the HTTP status. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: ErrorParameters | null;

  constructor(code: number, description: string, parameters: ErrorParameters | null = null) {
    super(description);
    this.name = 'ApiError';
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (reason: string, parameters: ErrorParameters | null = null) =>
  new ApiError(400, `Bad Request: ${reason}`, parameters);

export const forbidden = (reason: string) => new ApiError(403, `Forbidden: ${reason}`);

export const conflict = (reason: string) => new ApiError(409, `Conflict: ${reason}`);

export const tooMany = (retryAfterSeconds: number) =>
  new ApiError(429, `Too Many Requests: retry after ${retryAfterSeconds}`, {
    retry_after: retryAfterSeconds,
  });

export const notFound = () => new ApiError(404, 'Not Found');

export const unauthorized = () => new ApiError(401, 'Unauthorized');

/** The JSON body that Telegram sends with a refusal. */
export function errorBody(error: ApiError) {
  return {
    ok: false,
    error_code: error.code,
    description: error.message,
    ...(error.parameters === null ? {} : { parameters: error.parameters }),
  };
}

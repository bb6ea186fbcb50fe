/** Why Telegram certainly did not post. Classified by code and parameter, never by wording. */
export type Rejection =
  | { readonly kind: 'flood'; readonly retryAfterMs: number }
  | { readonly kind: 'migrated'; readonly to: number }
  /** 403: kicked, blocked or deleted. */
  | { readonly kind: 'forbidden' }
  /** The connection was refused or the name did not resolve: nothing left this machine. */
  | { readonly kind: 'unreachable' }
  /** Any other 4xx: the message itself is wrong and will never be accepted. */
  | { readonly kind: 'invalid'; readonly code: number };

/** Result of one call that posts or edits. */
export type DeliveryOutcome =
  | { readonly kind: 'accepted'; readonly messageId: number }
  | { readonly kind: 'rejected'; readonly reason: Rejection }
  /** Timeout, hang-up, 5xx, cut body, crash between send and mark: it may have been posted. */
  | { readonly kind: 'unknown'; readonly reason: string };

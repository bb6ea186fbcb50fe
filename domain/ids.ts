declare const brand: unique symbol;
type Branded<Value, Name extends string> = Value & { readonly [brand]: Name };

/** A unit's id, e.g. "vn/lang-son/chi-lang/bang-mac" (documents) or "vn/20/06475" (national list). */
export type UnitId = Branded<string, 'UnitId'>;
export type DocumentId = Branded<string, 'DocumentId'>;
export type EvaluationId = Branded<string, 'EvaluationId'>;
export type TaskId = Branded<string, 'TaskId'>;
export type OccurrenceId = Branded<string, 'OccurrenceId'>;
export type TaskEventId = Branded<string, 'TaskEventId'>;
/** The opaque id of a button: the only thing that travels in Telegram's callback data. */
export type CallbackId = Branded<string, 'CallbackId'>;
export type OutboxId = Branded<string, 'OutboxId'>;
/** Telegram's ids are integers beyond 32 bits. */
export type ChatId = Branded<number, 'ChatId'>;
export type PersonId = Branded<number, 'PersonId'>;

export const unitId = (value: string) => value as UnitId;
export const documentId = (value: string) => value as DocumentId;
export const evaluationId = (value: string) => value as EvaluationId;
export const taskId = (value: string) => value as TaskId;
export const occurrenceId = (value: string) => value as OccurrenceId;
export const taskEventId = (value: string) => value as TaskEventId;
export const callbackId = (value: string) => value as CallbackId;
export const outboxId = (value: string) => value as OutboxId;
export const chatId = (value: number) => value as ChatId;
export const personId = (value: number) => value as PersonId;

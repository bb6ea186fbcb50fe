import type { Migration } from 'kysely';
import { COLUMN_TYPES, type DialectName, oneOf, run } from './column-types.ts';

export function messages(dialect: DialectName): Migration {
  const { text, integer, sequence, end } = COLUMN_TYPES[dialect];
  return {
    up: (db) =>
      run(
        db,
        `create table groups (
          chat_id ${integer} primary key,
          title ${text} not null,
          unit_id ${text} not null references units (id),
          position ${text},
          state ${text} not null ${oneOf('state', 'active', 'paused')},
          pause_reason ${text},
          thread_id ${integer},
          bound_by ${integer} not null,
          bound_at ${integer} not null
        ) ${end}`,
        'create index groups_unit on groups (unit_id)',
        `create table inbox (
          sequence ${sequence},
          update_id ${integer} not null unique,
          chat_id ${integer} not null,
          message_key ${text} not null unique,
          body ${text} not null,
          received_at ${integer} not null,
          state ${text} not null default 'pending' ${oneOf('state', 'pending', 'handled', 'failed')},
          attempts ${integer} not null default 0,
          handled_at ${integer},
          last_error ${text}
        ) ${end}`,
        `create index inbox_open on inbox (state, sequence) where state <> 'handled'`,
        `create index inbox_handled on inbox (handled_at) where state = 'handled'`,
        `create table outbox (
          sequence ${sequence},
          id ${text} not null unique,
          dedupe_key ${text} not null unique,
          chat_id ${integer} not null,
          thread_id ${integer},
          content ${text} not null,
          about ${text} not null,
          state ${text} not null default 'pending' ${oneOf('state', 'pending', 'sending', 'sent', 'uncertain', 'buried')},
          attempts ${integer} not null default 0,
          unknowns ${integer} not null default 0,
          not_before ${integer} not null default 0,
          created_at ${integer} not null,
          message_id ${integer},
          last_error ${text},
          lease_owner ${text},
          lease_until ${integer},
          check ((state = 'sending') = (lease_until is not null)),
          check ((lease_owner is null) = (lease_until is null))
        ) ${end}`,
        // Each chat's queue, so that its head is one look-up; what is over is not in it.
        `create index outbox_queue on outbox (chat_id, sequence) where state in ('pending', 'sending', 'uncertain')`,
        `create index outbox_posted on outbox (chat_id, message_id) where message_id is not null`,
        `create index outbox_leases on outbox (lease_until) where state = 'sending'`,
        `create index outbox_buried on outbox (sequence) where state = 'buried'`,
        // Chat 0 stands for every chat.
        `create table outbox_holds (chat_id ${integer} primary key, not_before ${integer} not null) ${end}`,
        `create table callbacks (
          id ${text} primary key,
          chat_id ${integer} not null,
          message_id ${integer},
          outbox_id ${text},
          action ${text} not null,
          allowed ${integer},
          expires_at ${integer} not null,
          used_at ${integer}
        ) ${end}`,
        'create index callbacks_expires_at on callbacks (expires_at)',
        `create table told_items (
          chat_id ${integer} not null,
          rule ${text} not null,
          object ${text} not null,
          first_told_on ${text} not null,
          primary key (chat_id, rule, object)
        ) ${end}`,
      ),
  };
}

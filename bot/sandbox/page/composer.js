import { attempt, byId, element, toast } from './dom.js';
import { server } from './server.js';
import { previewOf, STATUS_WORDS, senderOf, sizeOf } from './wording.js';

/** Where the person writes. `host`: current() gives the open chat, personId() who is played, playAs(id) changes it. */
export function createComposer(host) {
  const text = byId('text');
  const file = byId('file');
  const drafts = new Map();
  let answering = null;
  let editing = null;

  const suggestions = createSuggestions(text, host);

  const grow = () => {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight + 2, 168)}px`;
  };

  const put = (value) => {
    text.value = value;
    grow();
    suggestions.refresh();
  };

  const showContext = () => {
    const message = editing ?? answering;
    byId('context').hidden = message === null;
    if (message === null) return;
    byId('context-kind').textContent = editing ? 'Sửa tin nhắn' : `Trả lời ${senderOf(message).name}`;
    byId('context-text').textContent = previewOf(message);
  };

  const showFile = () => {
    const chosen = file.files[0];
    byId('file-chip').hidden = !chosen;
    if (chosen) byId('file-name').textContent = `${chosen.name} (${sizeOf(chosen.size)})`;
  };

  const dropContext = () => {
    if (editing) put('');
    answering = null;
    editing = null;
    showContext();
  };

  const clear = () => {
    answering = null;
    editing = null;
    file.value = '';
    put('');
    showContext();
    showFile();
  };

  const send = async () => {
    const chat = host.current();
    const chosen = file.files[0] ?? null;
    if (text.value.trim() === '' && !chosen) return;
    byId('send').disabled = true;
    const personId = host.personId();
    const sent = await attempt(() =>
      editing
        ? server.edit(chat.id, editing.message_id, personId, text.value)
        : server.write(chat.id, {
            personId,
            text: text.value,
            replyTo: answering?.message_id ?? null,
            file: chosen,
          }),
    );
    byId('send').disabled = false;
    if (sent === null) return;
    if (sent.delivered === false) toast(UNREAD_BY_BOT[chat.bot] ?? UNREAD_BY_BOT.member);
    clear();
    text.focus();
  };

  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  text.addEventListener('input', () => {
    grow();
    suggestions.refresh();
  });
  text.addEventListener('keydown', (event) => {
    if (event.isComposing || suggestions.handleKey(event)) return;
    if (event.key === 'Escape') dropContext();
    else if (event.key === 'Enter' && !event.shiftKey && matchMedia('(pointer: fine)').matches) {
      event.preventDefault();
      void send();
    }
  });
  text.addEventListener('paste', (event) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    file.files = event.clipboardData.files;
    showFile();
  });
  byId('attach').addEventListener('click', () => file.click());
  file.addEventListener('change', showFile);
  byId('file-cancel').addEventListener('click', () => {
    file.value = '';
    showFile();
  });
  byId('context-cancel').addEventListener('click', dropContext);
  byId('persona').addEventListener('change', (event) => {
    dropContext();
    host.playAs(Number(event.target.value));
    suggestions.refresh();
  });

  return {
    /** Shows the people of a chat, and what was being written there. */
    open(chat, personId, previousId) {
      if (previousId !== null) drafts.set(previousId, text.value);
      clear();
      put(drafts.get(chat.id) ?? '');
      byId('persona-row').hidden = chat.isPrivate;
      byId('persona').replaceChildren(
        ...chat.members.map(({ id, name, status }) =>
          element(
            'option',
            { value: String(id), selected: id === personId },
            status === 'member' ? name : `${name} (${STATUS_WORDS[status].toLocaleLowerCase('vi')})`,
          ),
        ),
      );
    },
    reply(message) {
      dropContext();
      answering = message;
      showContext();
      text.focus();
    },
    edit(message) {
      answering = null;
      editing = message;
      put(message.text ?? message.caption ?? '');
      showContext();
      text.focus();
    },
    insert(words) {
      put(words);
      text.focus();
    },
    forget: suggestions.forget,
  };
}

const UNREAD_BY_BOT = {
  member:
    'Bot không đọc được tin này vì chưa là quản trị viên của nhóm. Hãy ghi rõ tên bot sau lệnh hoặc trả lời tin của bot.',
  kicked: 'Bot không ở trong nhóm nên không nhận được tin này.',
  left: 'Bot không ở trong nhóm nên không nhận được tin này.',
};

/** The bot's commands while "/" is being typed. */
function createSuggestions(text, host) {
  const list = byId('suggestions');
  const known = new Map();
  let offered = [];
  let selected = 0;
  let dismissed = '';

  const hide = () => {
    list.hidden = true;
    offered = [];
    text.setAttribute('aria-expanded', 'false');
    text.removeAttribute('aria-activedescendant');
  };

  const commands = async () => {
    const key = `${host.current().id} ${host.personId()}`;
    if (!known.has(key))
      known.set(key, (await attempt(() => server.commands(host.current().id, host.personId()))) ?? []);
    return known.get(key);
  };

  const choose = (command) => {
    const { isPrivate, bot } = host.current();
    const address = isPrivate || bot === 'administrator' ? '' : `@${host.botUsername()}`;
    text.value = `/${command.command}${address} `;
    hide();
    text.focus();
  };

  const mark = () => {
    [...list.children].forEach((row, index) => {
      row.setAttribute('aria-selected', String(index === selected));
    });
    list.children[selected]?.scrollIntoView({ block: 'nearest' });
    text.setAttribute('aria-activedescendant', `suggestion-${selected}`);
  };

  const refresh = async () => {
    const typed = /^\/([A-Za-z0-9_]*)$/u.exec(text.value);
    if (!typed || host.current() === null || text.value === dismissed) return hide();
    dismissed = '';
    const all = await commands();
    if (!text.value.startsWith(typed[0])) return undefined;
    offered = all.filter(({ command }) => command.startsWith(typed[1].toLowerCase()));
    if (offered.length === 0) return hide();
    selected = 0;
    list.replaceChildren(
      ...offered.map((command, index) =>
        element(
          'div',
          { id: `suggestion-${index}`, role: 'option', onclick: () => choose(command) },
          element('strong', {}, `/${command.command}`),
          element('span', {}, command.description),
        ),
      ),
    );
    list.hidden = false;
    text.setAttribute('aria-expanded', 'true');
    mark();
    return undefined;
  };

  const step = (by) => {
    selected = (selected + by + offered.length) % offered.length;
    mark();
  };

  return {
    refresh: () => void refresh(),
    forget: () => known.clear(),
    /** Returns whether the key was meant for the list. */
    handleKey(event) {
      if (list.hidden) return false;
      const isWhole = text.value.slice(1).toLowerCase() === offered[selected]?.command;
      if (event.key === 'ArrowDown') step(1);
      else if (event.key === 'ArrowUp') step(-1);
      else if (event.key === 'Tab' || (event.key === 'Enter' && !isWhole)) choose(offered[selected]);
      else if (event.key === 'Escape') {
        dismissed = text.value;
        hide();
      } else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** A refusal that the server worded for the person. */
export class Refusal extends Error {}

async function request(path, init) {
  let response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refusal('Không kết nối được với máy chủ thử.');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(body.error ?? 'Không thực hiện được yêu cầu này.');
  return body;
}

const sendJson = (method, path, body) =>
  request(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const server = {
  overview: () => request('/sandbox/state'),
  chat: (chatId) => request(`/sandbox/chats/${chatId}`),
  commands: (chatId, personId) => request(`/sandbox/chats/${chatId}/commands?person=${personId}`),
  edit: (chatId, messageId, personId, text) =>
    sendJson('PUT', `/sandbox/chats/${chatId}/messages/${messageId}`, { personId, text }),
  press: (chatId, messageId, personId, callbackData) =>
    sendJson('POST', `/sandbox/chats/${chatId}/messages/${messageId}/press`, {
      personId,
      data: callbackData,
    }),
  setBot: (chatId, personId, standing) =>
    sendJson('POST', `/sandbox/chats/${chatId}/bot`, { personId, standing }),
  moveClock: (move) => sendJson('POST', '/sandbox/clock', move),

  write(chatId, { personId, text, replyTo, file }) {
    const form = new FormData();
    form.set('personId', String(personId));
    form.set('text', text);
    if (replyTo !== null) form.set('replyTo', String(replyTo));
    if (file !== null) form.set('file', file);
    return request(`/sandbox/chats/${chatId}/messages`, { method: 'POST', body: form });
  },
};

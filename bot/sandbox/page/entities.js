import { element } from './dom.js';

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

/** A text with its entities as nodes. Entities come sorted; those inside another are nested in it. */
export function renderText(text, entities, onCommand) {
  return renderRange(text, 0, text.length, entities ?? [], onCommand);
}

function renderRange(text, from, to, entities, onCommand) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [first, ...others] = rest;
    const end = Math.min(first.offset + first.length, to);
    if (first.offset < at || first.offset >= to) {
      rest = others;
      continue;
    }
    const inner = others.filter((entity) => entity.offset < end);
    if (first.offset > at) nodes.push(text.slice(at, first.offset));
    const children = renderRange(text, first.offset, end, inner, onCommand);
    nodes.push(renderEntity(first, children, text.slice(first.offset, end), onCommand));
    at = end;
    rest = others.filter((entity) => entity.offset >= end);
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function renderEntity(entity, children, text, onCommand) {
  if (TAGS[entity.type]) return element(TAGS[entity.type], {}, ...children);
  switch (entity.type) {
    case 'text_link':
      return linkTo(entity.url, children);
    case 'url':
      return linkTo(text, children);
    case 'bot_command':
      return element(
        'button',
        { type: 'button', className: 'command', onclick: () => onCommand(text) },
        ...children,
      );
    case 'spoiler':
      return spoiler(children);
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'email':
      return element('span', { className: 'mention' }, ...children);
    default:
      return element('span', {}, ...children);
  }
}

/** Only web addresses become links: the text comes from whoever wrote it. */
function linkTo(url, children) {
  if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol))
    return element('span', {}, ...children);
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

function spoiler(children) {
  const node = element(
    'button',
    { type: 'button', className: 'spoiler', 'aria-pressed': 'false' },
    ...children,
  );
  node.addEventListener('click', () => node.setAttribute('aria-pressed', 'true'));
  return node;
}

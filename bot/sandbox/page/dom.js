export const byId = (id) => document.getElementById(id);

/** An element with properties and children; text is always text, never markup. */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name in node) node[name] = value;
    else node.setAttribute(name, String(value));
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

const TOAST_MS = 5000;

export function toast(text) {
  const node = element('p', { className: 'toast' }, text);
  byId('toasts').append(node);
  setTimeout(() => node.remove(), TOAST_MS + text.length * 30);
}

export function alertPerson(text) {
  byId('alert-text').textContent = text;
  byId('alert').showModal();
}

/** Shows what went wrong instead of failing silently. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error));
    return null;
  }
}

// The little Markdown that cards use: **bold**, and a backslash before a sign that is meant literally.
// It builds nodes, so whatever a person wrote stays text.

const token = /\\([!-/:-@[-`{-~])|\*\*(?=\S)([\s\S]*?\S)\*\*/g;

const unescape = (text) => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");

export function inline(text) {
  const nodes = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(token)) {
    nodes.append(text.slice(from, match.index));
    if (match[1]) {
      nodes.append(match[1]);
    } else {
      const strong = document.createElement("strong");
      strong.textContent = unescape(match[2]);
      nodes.append(strong);
    }
    from = match.index + match[0].length;
  }
  nodes.append(text.slice(from));
  return nodes;
}

/** The same as HTML, for the card renderer: serialised from nodes, so everything but the bold is escaped. */
export function html(text) {
  const span = document.createElement("span");
  span.append(inline(text));
  return span.outerHTML;
}
